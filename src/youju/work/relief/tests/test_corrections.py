"""红字冲销: money that was paid stands; an entry in red takes back what was too much."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from tests.figures import offenders, proven
from tests.makers import confirmed
from tests.makers_relief import (
    fund,
    in_red,
    make_fund,
    make_household,
    make_student_aid,
    make_warmth_visit,
)

from youju.records import writing
from youju.work.relief import rules
from youju.work.relief.indicators import (
    amount_granted,
    fund_sources,
    funds_raised,
    goods_value,
    households_helped,
    student_aid_amount,
    students_aided,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def visit(township):
    return make_warmth_visit(township, amount=800, goods="大米两袋", goods_value=120)


def refused(record) -> dict:
    with pytest.raises(ValidationError) as error:
        writing.enter(record, by=None)
    return error.value.message_dict


def test_an_entry_in_red_lowers_the_sum_and_reaches_nobody(visit, year_2025):
    red = confirmed(in_red(visit, amount=-300, goods_value=-20, occurred_on=date(2025, 12, 1)))
    assert str(red).endswith("（红字冲销）")
    assert proven(amount_granted, year_2025) == 500
    assert proven(goods_value, year_2025) == 100
    assert proven(households_helped, year_2025) == 1
    assert amount_granted.figure(year_2025).entries == 2


def test_it_counts_in_its_own_period_and_place_and_once_confirmed(township, year_2025):
    before = make_warmth_visit(township, occurred_on=date(2024, 12, 30), amount=800)
    red = writing.enter(in_red(before, amount=-300, occurred_on=date(2025, 1, 2)), by=None)
    assert proven(amount_granted, year_2025) == 0
    writing.confirm(red, by=None)
    assert proven(amount_granted, year_2025) == -300
    assert proven(households_helped, year_2025) == 0


def test_no_more_is_taken_back_than_was_paid(visit):
    confirmed(in_red(visit, amount=-500))
    assert refused(in_red(visit, amount=-301)) == {"amount": ["最多还能冲销300元，请核对金额。"]}
    confirmed(in_red(visit, amount=-300))


@pytest.mark.parametrize("amount", [0, 5])
def test_red_takes_something_away(visit, amount):
    assert "amount" in refused(in_red(visit, amount=amount))


def test_red_without_an_original_and_an_original_in_red_are_refused(township, visit):
    assert refused(fund(township, amount=-1)).keys() == {"amount"}
    red = confirmed(in_red(visit, amount=-300))
    assert refused(in_red(red, amount=-1)).keys() == {"corrects"}


def test_red_is_about_the_same_household_no_earlier(township, visit):
    assert refused(in_red(visit, amount=-1, household=make_household(township))).keys() == {"household"}
    assert refused(in_red(visit, amount=-1, occurred_on=date(2025, 2, 28))).keys() == {"occurred_on"}


def test_only_a_confirmed_record_is_corrected_in_red(township):
    waiting = writing.enter(fund(township), by=None)
    assert refused(in_red(waiting, amount=-1)).keys() == {"corrects"}


def test_a_corrected_record_is_not_voided_before_its_correction(visit, year_2025):
    red = confirmed(in_red(visit, amount=-300))
    with pytest.raises(ValidationError, match="先作废冲销记录"):
        writing.void(visit, by=None, reason="重复")
    writing.void(red, by=None, reason="冲销有误")
    assert proven(amount_granted, year_2025) == 800
    writing.void(visit, by=None, reason="重复")


def test_students_and_funds_are_corrected_in_the_same_way(township, year_2025):
    confirmed(in_red(make_student_aid(township, amount=1000), amount=-400))
    assert (proven(student_aid_amount, year_2025), proven(students_aided, year_2025)) == (600, 1)
    money = make_fund(township, amount=5000)
    confirmed(in_red(money, amount=-5000))
    assert (proven(funds_raised, year_2025), proven(fund_sources, year_2025)) == (0, 1)
    money.amount = 50
    with pytest.raises(ValidationError, match="红字冲销"):
        writing.amend(money, by=None, reason="金额写错")


def test_a_visit_over_the_cap_falls_under_it_once_corrected(township, year_2025):
    visit = make_warmth_visit(township, amount=3001)
    make_warmth_visit(township, amount=2500, goods="棉被", goods_value=500)
    assert offenders(rules.over_cap, year_2025) == {visit}
    confirmed(in_red(visit, amount=-1))
    assert offenders(rules.over_cap, year_2025) == set()
