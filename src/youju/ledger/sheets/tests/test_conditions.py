"""What Python says of a condition is what the database says."""

import random
from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import CheckConstraint, Q

from youju.base.fields import MoneyField, uuid7
from youju.ledger.sheets import conditions
from youju.people.models import Membership
from youju.records.verifying import record_models
from youju.work.relief.models import WarmthVisit

CONSTRAINTS = [
    (model, one)
    for model in record_models()
    for one in model._meta.constraints
    if isinstance(one, CheckConstraint)
]
DAYS = [None, date(2025, 1, 1), date(2025, 1, 2), date(2025, 1, 3)]


def names_in(condition: Q) -> set[str]:
    found = set()
    for part in condition.children:
        if isinstance(part, Q):
            found |= names_in(part)
        else:
            found |= {part[0].partition("__")[0]} | ({part[1].name} if hasattr(part[1], "name") else set())
    return found


def some_value(field: models.Field, draw: random.Random):
    if field.is_relation or isinstance(field, models.UUIDField):
        return draw.choice([None, uuid7()])
    if isinstance(field, models.DateField):
        return draw.choice(DAYS)
    if isinstance(field, models.BooleanField):
        return draw.choice([True, False])
    if isinstance(field, MoneyField | models.DecimalField):
        return draw.choice([None, Decimal(0), Decimal("0.01"), Decimal(-5), Decimal(1000)])
    if isinstance(field, models.IntegerField):
        return draw.choice([None, 0, 1, 2, 12, 13, 100])
    return draw.choice(["", *dict(field.flatchoices)] if field.choices else ["", "甲", "x"])


def as_the_database_says(constraint, model, record) -> bool:
    try:
        constraint.validate(model, record)
    except ValidationError:
        return False
    return True


@pytest.mark.django_db
@pytest.mark.parametrize(("model", "constraint"), CONSTRAINTS, ids=[one.name for _model, one in CONSTRAINTS])
def test_every_constraint_of_ours_is_judged_alike_here_and_there(model, constraint):
    assert conditions.are_plain(constraint.condition)
    draw = random.Random(constraint.name)  # noqa: S311  the same values every time
    fields = [model._meta.get_field(name) for name in sorted(names_in(constraint.condition))]
    for _turn in range(25):
        record = model(**{field.attname: some_value(field, draw) for field in fields})
        here = conditions.hold(constraint.condition, record) is not False
        there = as_the_database_says(constraint, model, record)
        assert here == there, {field.name: getattr(record, field.attname) for field in fields}


def member(**values) -> Membership:
    return Membership(**values)


def test_what_is_missing_leaves_a_comparison_open():
    later = Q(until_on__gte=date(2025, 1, 1))
    assert conditions.hold(later, member(until_on=date(2025, 1, 1))) is True
    assert conditions.hold(later, member(until_on=date(2024, 1, 1))) is False
    assert conditions.hold(later, member()) is None
    assert conditions.hold(~later, member()) is None
    assert conditions.hold(later | Q(until_on=None), member()) is True
    assert conditions.hold(later & Q(kind="x"), member(kind="member")) is False


def test_an_exclusive_or_counts():
    either = Q(kind="member") ^ Q(ended_by="left")
    assert conditions.hold(either, member(kind="member")) is True
    assert conditions.hold(either, member(kind="member", ended_by="left")) is False


@pytest.mark.parametrize(
    "condition",
    [Q(note__icontains="x"), Q(from_on__year=2025), Q(number__gt="a"), Q(from_on__year__gte=2025)],
)
def test_what_python_might_judge_otherwise_is_left_to_the_database(condition):
    assert not conditions.are_plain(condition)
    assert not conditions.are_plain(Q(kind="member") & ~condition)


def test_money_is_compared_as_yuan():
    assert conditions.hold(Q(amount__gte=0), WarmthVisit(amount=Decimal("-0.01"))) is False
