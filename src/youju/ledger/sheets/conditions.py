"""Conditions of the database on one record, judged in Python as the database would: true, false or unknown.

A check constraint refuses what is false; what compares with nothing is unknown and passes.
"""

import operator
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from django.db import models
from django.db.models import F, Q

COMPARED = {
    "exact": operator.eq,
    "gt": operator.gt,
    "gte": operator.ge,
    "lt": operator.lt,
    "lte": operator.le,
}
Judge = Callable[[models.Model], bool | None]
# Compared alike here and there; texts, whose order is the database's own matter, only for equality.
ORDERED = (int, Decimal, date)


def are_plain(condition: Q) -> bool:
    """Whether every part is one that is judged here."""
    return all(are_plain(part) if isinstance(part, Q) else _is_plain(*part) for part in condition.children)


def _is_plain(lookup: str, value) -> bool:
    kind = lookup.partition("__")[2] or "exact"
    if kind in ("isnull", "in"):
        return True
    ordered = isinstance(value, (F, *ORDERED))
    return kind in COMPARED and (ordered or (kind == "exact" and isinstance(value, str | bool | None)))


def hold(condition: Q, record: models.Model) -> bool | None:
    """Whether the record meets the condition; None where a value that is missing leaves it open."""
    return judged(condition, type(record))(record)


def judged(condition: Q, model: type[models.Model]) -> Judge:
    """The condition as a question that can be put to many records."""
    parts = [
        judged(part, model) if isinstance(part, Q) else _part(model, *part) for part in condition.children
    ]
    joined = {Q.AND: _all_of, Q.OR: _any_of}.get(condition.connector, _odd_of)(parts)
    return _not(joined) if condition.negated else joined


def _all_of(parts: list[Judge]) -> Judge:
    def judge(record):
        met = True
        for part in parts:
            if (found := part(record)) is False:
                return False
            met = met and found
        return met

    return judge


def _any_of(parts: list[Judge]) -> Judge:
    def judge(record):
        met = False
        for part in parts:
            if found := part(record):
                return True
            met = None if found is None else met
        return met

    return judge


def _odd_of(parts: list[Judge]) -> Judge:
    def judge(record):
        found = [part(record) for part in parts]
        return None if None in found else sum(found) % 2 == 1

    return judge


def _not(judge: Judge) -> Judge:
    return lambda record: met if (met := judge(record)) is None else not met


def _part(model: type[models.Model], lookup: str, wanted) -> Judge:
    name, _two, kind = lookup.partition("__")
    value = _value(model, name)
    if kind == "isnull" or (kind in ("", "exact") and wanted is None):
        none = kind != "isnull" or bool(wanted)
        return lambda record: (value(record) is None) == none
    if kind == "in":
        return lambda record: None if (one := value(record)) is None else one in wanted
    other = _value(model, wanted.name) if isinstance(wanted, F) else lambda _record: wanted
    compare = COMPARED[kind or "exact"]

    def judge(record):
        one, two = value(record), other(record)
        return None if one is None or two is None else compare(one, two)

    return judge


def _value(model: type[models.Model], name: str) -> Callable[[models.Model], object]:
    return operator.attrgetter(model._meta.get_field(name).attname)
