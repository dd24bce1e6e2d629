"""Before a contract and after it: offers, meetings, clauses, renewal, inspections."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from tests.figures import offenders, proven, side
from tests.makers import make_employer, make_organisation
from tests.makers_bargaining import make_consultation, make_contract, make_inspection

from youju.base import periods
from youju.ledger.scope import Scope
from youju.org.access import SystemAccess
from youju.records import writing
from youju.work.bargaining.indicators import contracts
from youju.work.bargaining.rules import contracts as rules

pytestmark = pytest.mark.django_db
UNANSWERED = {"replied_on": None, "reply": "", "met_on": None}


@pytest.fixture
def firm(township, village):
    return make_employer(township, union=village)


def on(day, organisation):
    return Scope.of(SystemAccess(), organisation, periods.year(2025), day)


def test_an_employer_that_sat_down_counts_once(village, neighbour, firm, year_2025):
    make_consultation(village, employer=firm)
    make_consultation(village, employer=firm, kind="wage")
    make_consultation(village, **UNANSWERED)
    make_consultation(
        village, occurred_on=date(2024, 12, 1), replied_on=date(2024, 12, 5), met_on=date(2024, 12, 31)
    )
    make_consultation(make_organisation(neighbour, name="邻厂工会"))
    writing.void(make_consultation(village), by=None, reason="误登")
    assert proven(contracts.employers_consulting, year_2025) == 1
    assert proven(contracts.offers, year_2025) == 3


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("replied_on", {"replied_on": date(2025, 2, 28)}),
        ("met_on", {"met_on": date(2025, 2, 28)}),
        ("reply", {"reply": ""}),
        ("reason_refused", {"reply": "refused"}),
        ("met_on", {"met_on": None, "result": "reached"}),
        ("women_of_workers_side", {"women_of_workers_side": 4}),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(village, field, values):
    with pytest.raises(ValidationError) as refused:
        make_consultation(village, **values)
    assert list(refused.value.message_dict) == [field]


def test_the_contract_of_a_consultation_is_that_employers(village, firm):
    contract = make_contract(village, employer=firm)
    assert make_consultation(village, employer=firm, contract=contract).contract == contract
    with pytest.raises(ValidationError) as refused:
        make_consultation(village, contract=contract)
    assert list(refused.value.message_dict) == ["contract"]


@pytest.mark.provokes("CC-06")
def test_an_offer_is_answered_within_twenty_days(township, village):
    offer = make_consultation(village, **UNANSWERED)
    refused = {"replied_on": date(2025, 3, 5), "reply": "refused", "reason_refused": "未说明", "met_on": None}
    make_consultation(village, **refused)
    assert offenders(rules.offer_unanswered, on(date(2025, 3, 21), township)) == set()
    assert offenders(rules.offer_unanswered, on(date(2025, 3, 22), township)) == {offer}


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ({}, False),
        pytest.param({"workers_side": 2, "employers_side": 2}, True, marks=pytest.mark.provokes("CC-01")),
        pytest.param({"workers_side": 4}, True, marks=pytest.mark.provokes("CC-01")),
        pytest.param({"workers_chief": ""}, True, marks=pytest.mark.provokes("CC-02")),
        pytest.param({"employers_chief": ""}, True, marks=pytest.mark.provokes("CC-03")),
    ],
)
def test_both_sides_have_a_chief_and_as_many_people(village, year_2025, values, named):
    meeting = make_consultation(village, **values)
    assert offenders(rules.sides_unequal, year_2025) == ({meeting} if named else set())


def test_contracts_are_counted_by_the_day_of_signing(village, firm, year_2025):
    make_contract(village, employer=firm, on_pay=True)
    make_contract(village, employer=firm, kind="wage")
    make_contract(village, employer=firm, kind="women", signed_on=date(2024, 12, 31))
    make_contract(village, employer=firm, kind="safety", signed_on=date(2025, 12, 31), filed_on=None)
    assert proven(contracts.contracts_signed, year_2025) == 3
    assert proven(contracts.wage_contracts_signed, year_2025) == 1
    assert proven(contracts.womens_contracts_signed, year_2025) == 0
    assert proven(contracts.workers_covered, year_2025) == 50


def test_clauses_count_once_however_many_contracts_have_them(township, village, firm, year_2025):
    assert proven(contracts.clauses_covered, year_2025) == 0
    make_contract(village, employer=firm, on_pay=True, on_hours=True)
    make_contract(village, employer=make_employer(township, name="乙厂", union=village), on_hours=True)
    assert proven(contracts.clauses_covered, year_2025) == 2
    make_contract(village, employer=firm, kind="safety")
    assert proven(contracts.clauses_covered, year_2025) == 3


def test_renewals_are_measured_on_what_ran_out(township, village, firm, year_2025):
    first = make_contract(village, employer=firm, until_on=date(2025, 6, 30))
    make_contract(village, employer=firm, from_on=date(2025, 7, 1), until_on=date(2026, 6, 30))
    lapsed = make_contract(village, employer=make_employer(township, name="乙厂", union=village))
    make_contract(
        village, employer=make_employer(township, name="丙厂", union=village), until_on=date(2026, 1, 1)
    )
    assert proven(contracts.renewal_rate, year_2025) == 50
    assert side(contracts.renewal_rate, year_2025, "met") == {first}
    assert side(contracts.renewal_rate, year_2025, "gap") == {lapsed}


@pytest.mark.parametrize(
    ("until", "fits"),
    [
        (date(2025, 12, 30), False),
        (date(2025, 12, 31), True),
        (date(2028, 1, 1), True),
        pytest.param(date(2028, 1, 2), False, marks=pytest.mark.provokes("CC-15")),
    ],
)
def test_a_contract_runs_one_to_three_years(township, village, firm, until, fits):
    contract = make_contract(village, employer=firm, until_on=until)
    assert offenders(rules.term_out_of_range, on(date(2025, 6, 1), township)) == (
        set() if fits else {contract}
    )


@pytest.mark.provokes("CC-14", "CC-20")
def test_a_contract_is_published_and_speaks_of_women(village, firm, year_2025):
    contract = make_contract(village, employer=firm)
    assert offenders(rules.not_published, on(date(2025, 1, 11), village)) == set()
    assert offenders(rules.not_published, on(date(2025, 1, 12), village)) == {contract}
    assert offenders(rules.without_women_content, year_2025) == {contract}
    make_contract(village, employer=firm, kind="women", published_on=date(2025, 1, 5))
    assert offenders(rules.without_women_content, year_2025) == set()
    assert offenders(rules.not_published, year_2025) == {contract}


@pytest.mark.provokes("CC-23")
def test_a_contract_is_inspected_every_year(township, village, firm):
    contract = make_contract(village, employer=firm, until_on=date(2027, 12, 31))
    day = date(2025, 12, 31)
    assert offenders(rules.not_inspected, on(day, township)) == set()
    assert offenders(rules.not_inspected, on(day + timedelta(days=1), township)) == {contract}
    make_inspection(village, contract=contract)
    assert offenders(rules.not_inspected, on(day + timedelta(days=1), township)) == set()
    assert proven(contracts.inspections, on(day, township)) == 1


@pytest.mark.provokes("CC-24")
def test_what_an_inspection_found_is_mended_in_time(township, village):
    broken = {"articles_kept": 18, "findings": "两条未兑现"}
    inspection = make_inspection(village, due_on=date(2025, 6, 30), **broken)
    assert offenders(rules.not_mended, on(date(2025, 6, 30), township)) == set()
    assert offenders(rules.not_mended, on(date(2025, 7, 1), township)) == {inspection}
    other = make_organisation(township, name="乙厂工会")
    for values, field in (
        ({"articles_kept": 21}, "articles_kept"),
        ({"articles_kept": 18}, "findings"),
        (broken, "due_on"),
        ({"contract": inspection.contract, "place": other}, "contract"),
    ):
        with pytest.raises(ValidationError) as refused:
            make_inspection(values.pop("place", village), **values)
        assert list(refused.value.message_dict) == [field]
