"""Which figures and which reminders are made of a ledger's records."""

import re
from collections.abc import Iterable

from django.core.exceptions import EmptyResultSet
from django.db.models import QuerySet

from youju.ledger.indicators import Indicator
from youju.ledger.ledgers import Ledger
from youju.ledger.rules import Rule
from youju.ledger.scope import Scope
from youju.records.models import NilReport

NAMES = re.compile(r'"(\w+)"')
# What the sets of each figure and rule read, the table they consist of first. Asked once: a set must be
# made for it, and it is the same for everybody.
_READ: dict[str, list[str]] = {}


def figures(ledger: Ledger, indicators: Iterable[Indicator], scope: Scope) -> list[Indicator]:
    """The figures that records of the ledger go into; first those that count them."""
    table = ledger.model._meta.db_table
    found = [one for one in indicators if table in _read(one, scope)]
    return sorted(found, key=lambda one: _read(one, scope)[0] != table)


def reminders(ledger: Ledger, rules: Iterable[Rule], scope: Scope) -> list[Rule]:
    """The rules that point at records of the ledger: what is most easily left undone in it."""
    return [one for one in rules if _read(one, scope)[0] == ledger.model._meta.db_table]


def _read(one: Indicator | Rule, scope: Scope) -> list[str]:
    if one.code not in _READ:
        names = (name for records in _sets(one, scope) for name in _tables(records))
        _READ[one.code] = list(dict.fromkeys(names))
    return _READ[one.code]


def _sets(one: Indicator | Rule, scope: Scope) -> list[QuerySet]:
    """Every set behind it: records, the parts of a sum, the base of a share, nil reports."""
    if isinstance(one, Rule):
        return [one.offenders(scope)]
    if parts := getattr(one, "parts", None):
        return list(parts(scope).values())
    found = [one.select(scope)]
    if callable(base := getattr(one, "base", None)):
        found.append(base(scope))
    if hasattr(one, "nil"):
        found.append(NilReport.objects.in_scope(scope))
    return found


def _tables(records: QuerySet) -> list[str]:
    """The table of the records and those that their conditions ask."""
    own = records.model._meta.db_table
    try:
        sql, _given = records.order_by().query.sql_with_params()
    except EmptyResultSet:
        return [own]
    return [own, *NAMES.findall(sql)]
