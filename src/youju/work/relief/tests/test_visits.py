"""送温暖: households count once, money counts whole, and a round is visited once without a reason."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from tests.makers import make_exhibit
from tests.makers_relief import make_household, make_warmth_visit, warmth_visit

from youju.records import writing
from youju.work.relief import rules
from youju.work.relief.indicators import amount_granted, goods_value, households_helped

pytestmark = pytest.mark.django_db

FIGURES = (households_helped, amount_granted, goods_value)


def test_a_household_visited_twice_counts_once(township, year_2025):
    family = make_household(township)
    first = make_warmth_visit(township, family)
    second = make_warmth_visit(township, family)
    assert households_helped.value(year_2025) == 1
    writing.void(second, by=None, reason="重复")
    assert households_helped.value(year_2025) == 1
    writing.void(first, by=None, reason="重复")
    assert households_helped.value(year_2025) == 0


def test_the_money_of_every_visit_counts(township, village, year_2025):
    family = make_household(township)
    make_warmth_visit(township, family, amount="300.50")
    make_warmth_visit(village, family, amount=200, goods="大米一袋", goods_value=60)
    make_warmth_visit(village, family, amount=None, goods="油一桶")
    assert amount_granted.value(year_2025) == Decimal("500.50")
    assert goods_value.value(year_2025) == 60


def test_what_waits_or_lies_outside_does_not_count(township, neighbour, year_2025):
    for day in (date(2024, 12, 31), date(2025, 1, 1), date(2025, 12, 31)):
        make_warmth_visit(township, occurred_on=day)
    make_warmth_visit(neighbour)
    writing.enter(warmth_visit(township), by=None)
    writing.return_(writing.enter(warmth_visit(township), by=None), by=None, reason="缺签字")
    assert households_helped.value(year_2025) == 2
    assert amount_granted.value(year_2025) == 600


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.code)
def test_the_evidence_adds_up_to_the_figure(figure, township, village, year_2025):
    family = make_household(township)
    make_warmth_visit(township, family, goods="大米", goods_value="45.50")
    make_warmth_visit(village, family)
    make_warmth_visit(village)
    found = figure.figure(year_2025)
    assert found.numerator > 0
    assert figure.evidence(year_2025).total == found.numerator
    assert found.entries == 3


def test_a_second_visit_of_a_round_needs_a_reason(township, village):
    family = make_household(township)
    make_warmth_visit(township, family, round="may_day")
    with pytest.raises(ValidationError) as refused:
        writing.enter(warmth_visit(village, family, round="may_day"), by=None)
    assert refused.value.message_dict == {
        "repeat_reason": ["该户本批次已慰问过。如确需再次慰问，请填写理由；否则请勿重复登记。"]
    }
    make_warmth_visit(village, family, round="may_day", repeat_reason="户主住院")
    make_warmth_visit(township, family, round="autumn", occurred_on=date(2025, 9, 28))
    make_warmth_visit(township, round="may_day")


def test_the_first_visit_can_still_be_corrected_after_a_second_one(township):
    family = make_household(township)
    first = make_warmth_visit(township, family, round="may_day")
    make_warmth_visit(township, family, round="may_day", repeat_reason="户主住院")
    first.visited_by = "王主席"
    writing.amend(first, by=None, reason="补填慰问人")


@pytest.mark.parametrize("field", ["amount", "goods_value"])
def test_confirmed_money_is_not_changed_in_place(township, field, year_2025):
    visit = make_warmth_visit(township, goods="大米", goods_value=60)
    setattr(visit, field, 500)
    with pytest.raises(ValidationError) as refused:
        writing.amend(visit, by=None, reason="金额写错")
    assert list(refused.value.message_dict) == [field]
    assert amount_granted.value(year_2025) == 300


def test_money_is_corrected_while_the_record_waits(township):
    visit = writing.enter(warmth_visit(township), by=None)
    visit.amount = "500"
    assert writing.amend(visit, by=None).amount == 500


def test_a_voided_visit_no_longer_stands_in_the_way(township):
    family = make_household(township)
    visit = make_warmth_visit(township, family, round="may_day")
    writing.void(visit, by=None, reason="未送达")
    assert make_warmth_visit(township, family, round="may_day").number == "送温暖-2025-0002"


@pytest.mark.provokes("HD-13")
def test_the_new_year_round_begins_in_december_and_belongs_to_the_coming_year(township):
    family = make_household(township)
    december = make_warmth_visit(township, family, round="new_year", occurred_on=date(2024, 12, 28))
    assert december.season == 2025
    with pytest.raises(ValidationError, match="本批次已慰问过"):
        make_warmth_visit(township, family, round="new_year", occurred_on=date(2025, 1, 20))
    make_warmth_visit(township, family, round="new_year", occurred_on=date(2025, 12, 28))


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"amount": None}, "amount"),
        ({"goods_value": 50}, "goods"),
        ({"amount": -1}, "amount"),
        ({"occurred_on": date(2026, 1, 1)}, "occurred_on"),
        ({"occurred_on": date(2004, 1, 1)}, "occurred_on"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(township, values, field):
    with pytest.raises(ValidationError) as refused:
        writing.enter(warmth_visit(township, **values), by=None)
    assert list(refused.value.message_dict) == [field]


def test_both_visits_of_one_round_are_shown_for_review(township, neighbour, year_2025):
    family = make_household(township)
    pair = {
        make_warmth_visit(township, family, round="may_day"),
        make_warmth_visit(township, family, round="may_day", repeat_reason="户主住院"),
    }
    make_warmth_visit(township, family, round="may_day", occurred_on=date(2024, 4, 28))
    make_warmth_visit(township, family)
    make_warmth_visit(township, family)
    make_warmth_visit(neighbour, round="may_day")
    another = make_household(township)
    for day in (date(2024, 9, 12), date(2025, 10, 1)):
        make_warmth_visit(township, another, round="autumn", occurred_on=day)
    assert set(rules.visited_twice.offenders(year_2025)) == pair


def test_cash_without_a_receipt_is_named(township, year_2025):
    bare, shown = make_warmth_visit(township), make_warmth_visit(township)
    make_exhibit(bare, "photo")
    make_exhibit(shown, "receipt")
    make_warmth_visit(township, amount=None, goods="大米")
    assert set(rules.no_receipt.offenders(year_2025)) == {bare}
