"""Area contracts, reviews by the labour department, letters of supervision, notices of dismissal."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from tests.figures import offenders, proven
from tests.makers import make_employer
from tests.makers_bargaining import (
    make_area_contract,
    make_area_unit,
    make_contract,
    make_dismissal,
    make_letter,
)

from youju.base import periods
from youju.ledger.scope import Scope
from youju.org.access import SystemAccess
from youju.records import writing
from youju.work.bargaining.indicators import contracts, supervision
from youju.work.bargaining.rules import supervision as rules

pytestmark = pytest.mark.django_db
MARCH = date(2025, 3, 1)


def on(day, organisation):
    return Scope.of(SystemAccess(), organisation, periods.year(2025), day)


def test_an_employer_under_two_area_contracts_counts_once(township, village, neighbour, year_2025):
    firm = make_employer(township, union=village)
    for kind in ("wage", "safety"):
        make_area_unit(township, employer=firm, contract=make_area_contract(township, kind=kind))
    make_area_unit(township, contract=make_area_contract(township, until_on=date(2025, 12, 30)))
    make_area_unit(neighbour)
    assert proven(supervision.area_contracts, year_2025) == 2
    assert proven(supervision.area_employers, year_2025) == 1
    assert proven(contracts.contract_rate, year_2025) == 0


def test_an_area_has_one_contract_of_a_kind_and_names_its_units_once(township, neighbour):
    contract = make_area_contract(township, field="石英行业")
    unit = make_area_unit(township, contract=contract)
    for make, values, field in (
        (make_area_contract, {"field": "石英行业"}, "field"),
        (make_area_unit, {"contract": contract, "employer": unit.employer}, "employer"),
        (make_area_unit, {"contract": contract, "from_on": date(2026, 1, 1)}, "from_on"),
        (make_area_unit, {"contract": make_area_contract(neighbour)}, "contract"),
    ):
        with pytest.raises(ValidationError) as refused:
            make(township, **values)
        assert list(refused.value.message_dict) == [field]


@pytest.mark.provokes("CC-19")
def test_an_area_contract_near_its_end_is_named_until_it_is_renewed(township):
    old = make_area_contract(township, field="工业园区")
    first_day = date(2025, 12, 31) - timedelta(days=90)
    assert offenders(rules.area_expiring, on(first_day - timedelta(days=1), township)) == set()
    assert offenders(rules.area_expiring, on(first_day, township)) == {old}
    renewed = {"from_on": date(2026, 1, 1), "until_on": date(2026, 12, 31), "signed_on": date(2025, 12, 20)}
    make_area_contract(township, field="工业园区", **renewed)
    assert offenders(rules.area_expiring, on(first_day, township)) == set()


@pytest.mark.provokes("CC-13")
def test_a_contract_objected_to_is_filed_again(village, year_2025):
    held = make_contract(village, objected_on=date(2025, 1, 20), objection="工时条款不合规定")
    make_contract(village)
    assert offenders(rules.objection_open, year_2025) == {held}
    held.filed_on = date(2025, 1, 25)
    writing.amend(held, by=None, reason="已重新报送")
    assert offenders(rules.objection_open, year_2025) == set()
    with pytest.raises(ValidationError) as refused:
        make_contract(village, objected_on=date(2025, 1, 20))
    assert list(refused.value.message_dict) == ["objection"]


@pytest.mark.provokes("WG-03")
def test_a_letter_is_answered_within_fifteen_working_days_or_referred(
    township, village, neighbour, year_2025
):
    letter = make_letter(village)
    make_letter(village, answered_on=date(2025, 3, 10), outcome="mended")
    make_letter(village, referred_on=date(2025, 3, 20))
    make_letter(neighbour)
    assert offenders(rules.letter_unanswered, on(MARCH + timedelta(days=21), township)) == set()
    assert offenders(rules.letter_unanswered, on(MARCH + timedelta(days=22), township)) == {letter}
    assert proven(supervision.letters, year_2025) == 3


@pytest.mark.provokes("DS-08")
def test_many_are_not_laid_off_within_thirty_days_of_the_notice(village, year_2025):
    soon = make_dismissal(village, planned_on=date(2025, 3, 30))
    share = make_dismissal(village, people=5, workers=50, planned_on=date(2025, 3, 30))
    make_dismissal(village, people=5, workers=51, planned_on=date(2025, 3, 30))
    make_dismissal(village, kind="single", people=1, planned_on=date(2025, 3, 2))
    make_dismissal(village, planned_on=date(2025, 3, 31))
    assert offenders(rules.lay_off_too_soon, year_2025) == {soon, share}
    assert proven(supervision.dismissed, year_2025) == 51


def test_what_the_union_thinks_of_a_dismissal_is_answered_in_writing(township, village):
    given = {"opinion": "不同意解除", "opinion_on": date(2025, 3, 5)}
    asked = make_dismissal(village, **given)
    make_dismissal(village, answered_on=date(2025, 3, 20), **given)
    make_dismissal(village)
    assert offenders(rules.dismissal_unanswered, on(date(2025, 3, 31), township)) == set()
    assert offenders(rules.dismissal_unanswered, on(date(2025, 4, 1), township)) == {asked}


@pytest.mark.parametrize(
    ("make", "field", "values"),
    [
        (make_letter, "inspectors", {"inspectors": "李主席"}),
        (make_letter, "outcome", {"answered_on": date(2025, 3, 5)}),
        (make_letter, "answered_on", {"answered_on": date(2025, 2, 28), "outcome": "mended"}),
        (make_dismissal, "people", {"people": 0}),
        (make_dismissal, "people", {"people": 20, "workers": 19}),
        (make_dismissal, "opinion", {"opinion_on": date(2025, 3, 5)}),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(village, make, field, values):
    with pytest.raises(ValidationError) as refused:
        make(village, **values)
    assert list(refused.value.message_dict) == [field]
