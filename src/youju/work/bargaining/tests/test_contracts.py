"""Collective contracts: in force on the day, with every enterprise that should have one."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from tests.figures import offenders, proven, side
from tests.makers import make_employer, make_employment, make_organisation, make_person
from tests.makers_bargaining import make_contract

from youju.base import periods
from youju.ledger.scope import Scope
from youju.org.access import SystemAccess
from youju.records import writing
from youju.work.bargaining.indicators import contracts as indicators
from youju.work.bargaining.models import CollectiveContract
from youju.work.bargaining.rules import contracts as rules

pytestmark = pytest.mark.django_db
RATES = [
    (indicators.contract_rate, "comprehensive"),
    (indicators.wage_contract_rate, "wage"),
]


@pytest.fixture
def firm(township, village):
    return make_employer(township, union=village)


def employ(employer, *, women):
    for n in range(women):
        make_employment(make_person(employer, name=f"女工{n}", sex="female"), employer)


def on(day, organisation):
    return Scope.of(SystemAccess(), organisation, periods.year(2025), day)


@pytest.mark.parametrize(("rate", "kind"), RATES)
def test_an_enterprise_with_a_contract_in_force_meets_the_rate(
    township, village, firm, year_2025, rate, kind
):
    other = make_employer(township, name="乙厂", union=make_organisation(township, name="乙厂工会"))
    make_employer(township, name="镇政府", nature="office", union=village)
    make_employer(township, name="未建会厂")
    make_contract(village, employer=firm, kind=kind)
    make_contract(village, employer=firm, kind="safety")
    assert proven(rate, year_2025) == 50
    assert side(rate, year_2025, "met") == {firm}
    assert side(rate, year_2025, "gap") == {other}


@pytest.mark.parametrize(
    ("day", "value"),
    [(date(2025, 3, 1), 100), (date(2025, 2, 28), 0), (date(2025, 9, 30), 100), (date(2025, 10, 1), 0)],
)
def test_a_contract_counts_from_its_first_to_its_last_day(township, village, firm, day, value):
    make_contract(village, employer=firm, from_on=date(2025, 3, 1), until_on=date(2025, 9, 30))
    assert proven(indicators.contract_rate, on(day, township)) == value


def test_a_contract_that_waits_or_was_voided_proves_nothing(village, firm, year_2025):
    contract = make_contract(village, employer=firm)
    writing.void(contract, by=None, reason="文本有误")
    assert proven(indicators.contract_rate, year_2025) == 0


def test_two_contracts_in_a_year_count_the_enterprise_once(village, firm, year_2025):
    make_contract(village, employer=firm, from_on=date(2024, 7, 1), until_on=date(2025, 6, 30))
    make_contract(village, employer=firm, from_on=date(2025, 7, 1), until_on=date(2026, 6, 30))
    assert proven(indicators.contract_rate, year_2025) == 100


def test_without_enterprises_there_is_no_rate(neighbour):
    assert proven(indicators.contract_rate, on(None, neighbour)) is None


@pytest.mark.provokes("CC-21")
def test_enterprises_with_fewer_than_ten_women_need_no_womens_contract(township, village, firm, year_2025):
    small = make_employer(township, name="小厂", union=village)
    employ(firm, women=10)
    employ(small, women=9)
    assert proven(indicators.womens_contract_rate, year_2025) == 0
    assert side(indicators.womens_contract_rate, year_2025, "outside") == {small}
    assert offenders(rules.without_womens_contract, year_2025) == {firm}
    make_contract(village, employer=firm, kind="women")
    make_contract(village, employer=small, kind="women")
    assert proven(indicators.womens_contract_rate, year_2025) == 100
    assert indicators.womens_contract_rate.figure(year_2025).base == 1
    assert offenders(rules.without_womens_contract, year_2025) == set()


def test_a_woman_who_left_no_longer_makes_ten(township, firm, year_2025):
    employ(firm, women=9)
    woman = make_person(township, name="女工十", sex="female")
    make_employment(woman, firm, until_on=date(2025, 12, 30))
    assert proven(indicators.womens_contract_rate, year_2025) is None


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("delegates_present", {"delegates_present": 31}),
        ("votes_for", {"votes_for": 31}),
        ("filed_on", {"filed_on": date(2024, 12, 31)}),
        ("published_on", {"published_on": date(2024, 12, 31)}),
        ("signed_on", {"signed_on": date(2026, 1, 1), "filed_on": None}),
        ("until_on", {"until_on": None}),
        ("__all__", {"until_on": date(2024, 12, 31)}),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(village, firm, field, values):
    with pytest.raises(ValidationError) as refused:
        make_contract(village, employer=firm, **values)
    assert list(refused.value.message_dict) == [field]


def test_a_second_contract_of_the_kind_in_the_same_days_is_refused(village, firm):
    make_contract(village, employer=firm)
    make_contract(village, employer=firm, kind="wage")
    with pytest.raises(ValidationError, match="已有同类集体合同"):
        make_contract(village, employer=firm, from_on=date(2025, 12, 31), until_on=date(2026, 12, 31))


def test_the_employer_of_another_union_is_refused(township, firm):
    with pytest.raises(ValidationError, match="覆盖范围"):
        make_contract(make_organisation(township, name="乙厂工会"), employer=firm)


@pytest.mark.parametrize(
    ("present", "agreed", "passed"), [(20, 16, True), (19, 19, False), (30, 15, False), (0, 0, False)]
)
def test_a_vote_needs_two_thirds_present_and_half_of_all(village, firm, year_2025, present, agreed, passed):
    contract = make_contract(village, employer=firm, delegates_present=present, votes_for=agreed)
    assert contract.passed is passed
    assert offenders(rules.not_passed, year_2025) == (set() if passed else {contract})


@pytest.mark.provokes("CC-10")
def test_a_contract_without_a_recorded_vote_has_not_passed(village, firm, year_2025):
    contract = make_contract(village, employer=firm, delegates_due=0, delegates_present=0, votes_for=0)
    assert not contract.passed
    assert offenders(rules.not_passed, year_2025) == {contract}


@pytest.mark.provokes("CC-16")
def test_a_contract_that_runs_out_within_ninety_days_is_named_until_it_is_renewed(township, village, firm):
    old = make_contract(village, employer=firm, until_on=date(2025, 12, 30))
    first_day = date(2025, 12, 30) - timedelta(days=90)
    assert offenders(rules.expiring, on(first_day - timedelta(days=1), township)) == set()
    assert offenders(rules.expiring, on(first_day, township)) == {old}
    assert offenders(rules.expired, on(date(2025, 12, 31), township)) == {old}
    make_contract(village, employer=firm, from_on=date(2025, 12, 31), until_on=date(2026, 12, 30))
    assert offenders(rules.expiring, on(first_day, township)) == set()
    assert offenders(rules.expired, on(date(2025, 12, 31), township)) == set()


@pytest.mark.provokes("CC-12")
def test_a_contract_not_filed_ten_days_after_signing_is_named(township, village, firm):
    contract = make_contract(village, employer=firm, filed_on=None)
    assert offenders(rules.not_filed, on(date(2025, 1, 11), township)) == set()
    assert offenders(rules.not_filed, on(date(2025, 1, 12), township)) == {contract}
    contract.filed_on = date(2025, 1, 20)
    writing.amend(contract, by=None, reason="补登报送日期")
    assert offenders(rules.not_filed, on(date(2025, 1, 21), township)) == set()


def test_a_half_filled_form_gets_field_errors_and_no_crash(village):
    with pytest.raises(ValidationError) as refused:
        CollectiveContract(organisation=village, delegates_due=None, votes_for=None).full_clean()
    assert {"employer", "kind", "signed_on", "votes_for"} <= set(refused.value.message_dict)
