"""Dues by the rule, money in and out, budgets, and what members were told."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from tests.figures import offenders, proven
from tests.makers import make_exhibit, make_organisation
from tests.makers_funds import make_budget, make_dues, make_fund_disclosure, make_fund_line

from youju.base import periods
from youju.ledger.scope import Scope
from youju.org.access import SystemAccess
from youju.records import writing
from youju.work.funds import indicators, rules
from youju.work.funds.models import DuesPayment, FundLine, Head

pytestmark = pytest.mark.django_db


def month(number):
    day = date(2025, number, 15)
    return {"occurred_on": day, "paid_on": day}


# -- dues ------------------------------------------------------------------------------


def test_half_a_per_cent_of_the_base_is_due(village):
    dues = make_dues(village, base=40010, received=200)
    assert dues.due == Decimal("200.05")
    assert dues.month == "2025-03"


def test_the_rate_is_received_over_due(township, village, neighbour, year_2025):
    make_dues(village, base=40000, received=200, **month(1))
    make_dues(village, base=40000, received=0, paid_on=None, occurred_on=date(2025, 2, 1))
    make_dues(township, base=80000, received=300)
    make_dues(neighbour, base=90000, received=0, paid_on=None)
    make_dues(village, occurred_on=date(2024, 12, 31))
    assert proven(indicators.dues_received, year_2025) == 500
    assert proven(indicators.dues_due, year_2025) == 800
    assert proven(indicators.dues_rate, year_2025) == Decimal("62.5")
    assert proven(indicators.units_paying, year_2025) == 2


def test_a_month_belongs_to_the_year_it_is_due_for(village, year_2025):
    make_dues(village, occurred_on=date(2024, 12, 31), paid_on=date(2025, 1, 5))
    assert proven(indicators.dues_received, year_2025) == 0
    assert proven(indicators.dues_rate, year_2025) is None


def test_a_unit_pays_once_a_month(village):
    first = make_dues(village)
    with pytest.raises(ValidationError, match="本月会费已登记"):
        make_dues(village, occurred_on=date(2025, 3, 31))
    writing.void(first, by=None, reason="单位选错")
    make_dues(village, occurred_on=date(2025, 3, 31))


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"base": 40005}, "base"),
        ({"base": -10}, "base"),
        ({"received": -1}, "received"),
        ({"paid_on": None}, "paid_on"),
        ({"paid_on": date(2026, 1, 1)}, "paid_on"),
        ({"payers": 0}, "payers"),
    ],
)
def test_dues_that_cannot_be_are_refused(village, values, field):
    with pytest.raises(ValidationError) as refused:
        make_dues(village, **values)
    assert list(refused.value.message_dict) == [field]


@pytest.mark.parametrize(
    "record",
    [
        DuesPayment(occurred_on=date(2025, 3, 1), payers=1, base=100, received=0),
        FundLine(occurred_on=date(2025, 3, 1), direction="out", head="activities", amount=1, purpose="球赛"),
    ],
    ids=["dues", "line"],
)
def test_money_of_a_unit_out_of_reach_is_refused_at_the_unit(record):
    with pytest.raises(ValidationError) as refused:
        record.full_clean()
    assert "organisation" in refused.value.message_dict


@pytest.mark.parametrize("field", ["base", "received"])
def test_confirmed_dues_are_not_changed_in_place(village, field, year_2025):
    dues = make_dues(village)
    setattr(dues, field, 100)
    with pytest.raises(ValidationError) as refused:
        writing.amend(dues, by=None, reason="写错")
    assert list(refused.value.message_dict) == [field]
    assert proven(indicators.dues_received, year_2025) == 200


@pytest.mark.provokes("FU-02")
def test_dues_that_fell_short_are_named(village, year_2025):
    make_dues(village, received=200)
    short = make_dues(village, received="199.99", **month(4))
    assert offenders(rules.dues_short, year_2025) == {short}


def test_a_month_left_out_names_the_unit(village, year_2025):
    for number in (*range(1, 5), *range(6, 13)):
        make_dues(village, **month(number))
    assert offenders(rules.dues_not_entered, year_2025) == {village}
    make_dues(village, **month(5))
    assert offenders(rules.dues_not_entered, year_2025) == set()


def test_a_union_founded_within_the_year_owes_from_the_month_after(township, year_2025):
    first, later = (
        make_organisation(township, name=f"{day}新厂工会", from_on=date(2025, 11, day)) for day in (1, 2)
    )
    make_dues(first, **month(12))
    make_dues(later, **month(12))
    assert offenders(rules.dues_not_entered, year_2025) == {first}
    make_dues(first, **month(11))
    assert offenders(rules.dues_not_entered, year_2025) == set()


def test_no_dues_are_owed_for_a_month_that_still_runs(township, village):
    for number in (1, 2):
        make_dues(village, **month(number))
    march = Scope.of(SystemAccess(), township, periods.year(2025), date(2025, 3, 30))
    assert offenders(rules.dues_not_entered, march) == set()
    april = Scope.of(SystemAccess(), township, periods.year(2025), date(2025, 3, 31))
    assert offenders(rules.dues_not_entered, april) == {village}


# -- money in and out ------------------------------------------------------------------


def test_money_is_added_up_by_direction_head_and_source(township, village, neighbour, year_2025):
    make_fund_line(township, direction="in", head="upper", source="subsidy", amount=5000)
    make_fund_line(township, amount="500.50")
    make_fund_line(village, source="allocated", amount=300)
    make_fund_line(township, head="rights", source="allocated", amount=1000)
    make_fund_line(neighbour, amount=9999)
    make_fund_line(township, occurred_on=date(2024, 12, 31))
    assert proven(indicators.income, year_2025) == 5000
    assert proven(indicators.spending, year_2025) == Decimal("1800.50")
    assert proven(indicators.dues_spent, year_2025) == Decimal("500.50")
    assert proven(indicators.activities_spent, year_2025) == Decimal("800.50")
    assert proven(indicators.rights_spent, year_2025) == 1000


@pytest.mark.parametrize(
    ("values", "field"),
    [({"head": "dues"}, "head"), ({"direction": "in"}, "head"), ({"amount": 0}, "amount")],
)
def test_a_line_of_money_has_a_head_of_its_direction_and_an_amount(township, values, field):
    with pytest.raises(ValidationError) as refused:
        make_fund_line(township, **values)
    assert list(refused.value.message_dict) == [field]


@pytest.mark.provokes("FU-01", "FU-07")
def test_every_head_belongs_to_one_direction(township):
    for head in Head:
        make_fund_line(township, head=head, direction="in" if head in Head.income() else "out")
    assert len(Head.income()) == 6


def test_what_was_booked_wrongly_is_put_right_in_red(township, year_2025):
    line = make_fund_line(township, amount=500)
    make_fund_line(township, amount=-200, corrects=line)
    assert proven(indicators.spending, year_2025) == 300
    with pytest.raises(ValidationError):
        make_fund_line(township, amount=-400, corrects=line)


@pytest.mark.provokes("FU-11")
def test_spending_shows_its_receipt_and_its_work(township, year_2025):
    bare, shown = make_fund_line(township), make_fund_line(township, activity="文体-2025-0001")
    make_exhibit(shown, "receipt")
    make_fund_line(township, direction="in", head="upper")
    assert offenders(rules.spending_without_receipt, year_2025) == {bare}
    assert offenders(rules.spending_without_work, year_2025) == {bare}


# -- budgets and openness --------------------------------------------------------------


def test_a_budget_is_carried_out_head_by_head(township, village, year_2025):
    make_budget(township, amount=1000)
    over = make_budget(township, head="rights", amount=100)
    make_budget(village, amount=900)
    make_fund_line(township, amount=600)
    make_fund_line(township, head="rights", amount=150)
    make_fund_line(township, head="capital", amount=7000)
    make_fund_line(township, occurred_on=date(2024, 5, 1), amount=50)
    assert proven(indicators.budget_rate, year_2025) == Decimal("37.5")
    assert offenders(rules.over_budget, year_2025) == {over}


@pytest.mark.provokes("FU-06")
def test_spending_without_any_budget_is_named(township, village, year_2025):
    make_budget(township)
    make_fund_line(township)
    line = make_fund_line(village)
    assert offenders(rules.no_budget, year_2025) == {line}
    with pytest.raises(ValidationError, match="本年度预算已登记"):
        make_budget(township)


@pytest.mark.provokes("FU-13")
def test_every_union_that_told_its_members_is_all(township, village, year_2025):
    silent = make_organisation(township, name="乙厂工会")
    told = make_fund_disclosure(village, audited=True)
    blind = make_fund_disclosure(village, content="final")
    make_fund_disclosure(village, content="budget")
    assert proven(indicators.disclosure_rate, year_2025) == 50
    assert offenders(rules.not_disclosed, year_2025) == {silent}
    assert offenders(rules.not_audited, year_2025) == {blind}
    assert told.audited


def test_accounts_do_not_end_before_they_begin(village):
    with pytest.raises(ValidationError) as refused:
        make_fund_disclosure(village, covers_until=date(2024, 12, 31))
    assert list(refused.value.message_dict) == ["covers_until"]
