"""Conditions of the database on one record, judged in Python as the database would: true, false or unknown.

A check constraint refuses what is false; what compares with nothing is unknown and passes.
"""

import operator
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
    found = [
        hold(part, record) if isinstance(part, Q) else _holds(record, *part) for part in condition.children
    ]
    if condition.connector == Q.AND:
        met = False if False in found else None if None in found else True
    elif condition.connector == Q.OR:
        met = True if True in found else None if None in found else False
    else:
        met = None if None in found else sum(found) % 2 == 1
    return met if met is None or not condition.negated else not met


def _holds(record: models.Model, lookup: str, wanted) -> bool | None:
    name, _two, kind = lookup.partition("__")
    value = _value(record, name)
    if kind == "isnull" or (kind in ("", "exact") and wanted is None):
        return (value is None) == (kind != "isnull" or bool(wanted))
    if kind == "in":
        return None if value is None else value in wanted
    wanted = _value(record, wanted.name) if isinstance(wanted, F) else wanted
    if value is None or wanted is None:
        return None
    return COMPARED[kind or "exact"](value, wanted)


def _value(record: models.Model, name: str):
    return getattr(record, record._meta.get_field(name).attname)
