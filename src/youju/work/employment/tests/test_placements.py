"""介绍就业 and 劳务输出: people count once, and only those who went."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from tests.makers import make_employer, make_person
from tests.makers_employment import make_export, make_placement

from youju.records import writing
from youju.work.employment import rules
from youju.work.employment.indicators import (
    labour_exported,
    people_placed,
    people_placed_county,
    people_placed_south,
)

pytestmark = pytest.mark.django_db

PLACED = (people_placed, people_placed_south, people_placed_county)


@pytest.fixture
def worker(township):
    return make_person(township)


def test_a_person_placed_twice_counts_once(township, village, worker, year_2025):
    make_placement(township, worker)
    second = make_placement(village, worker, destination="county", occurred_on=date(2025, 9, 1))
    assert [figure.value(year_2025) for figure in PLACED] == [1, 1, 1]
    writing.void(second, by=None, reason="未到岗")
    assert [figure.value(year_2025) for figure in PLACED] == [1, 1, 0]


def test_only_those_who_were_hired_count(township, worker, year_2025):
    make_placement(township, worker, hired=False)
    make_placement(township, hired=True)
    assert people_placed.value(year_2025) == 1


def test_what_lies_outside_does_not_count(township, neighbour, worker, year_2025):
    make_placement(township, worker, occurred_on=date(2024, 12, 31))
    make_placement(neighbour, worker)
    assert people_placed.value(year_2025) == 0
    make_placement(township, worker, occurred_on=date(2025, 1, 1), destination="province")
    assert [figure.value(year_2025) for figure in PLACED] == [1, 0, 0]


@pytest.mark.parametrize("figure", [*PLACED, labour_exported], ids=lambda figure: figure.code)
def test_the_evidence_adds_up_to_the_figure(figure, township, village, worker, year_2025):
    for destination in ("south", "county"):
        make_placement(township, worker, destination=destination)
        make_placement(village, worker, destination=destination)
        make_placement(village, destination=destination)
        make_export(village, worker, returned_on=date(2025, 2, 25))
    found = figure.figure(year_2025)
    assert figure.evidence(year_2025).total == found.numerator > 0


def test_a_placement_names_its_employer(township, worker):
    with pytest.raises(ValidationError) as refused:
        make_placement(township, worker, employer_name="")
    assert list(refused.value.message_dict) == ["employer_name"]
    firm = make_employer(township, name="甲厂")
    assert str(make_placement(township, worker, employer_name="", employer=firm)).endswith("甲厂")


def test_a_contract_without_being_hired_is_refused(township, worker):
    with pytest.raises(ValidationError) as refused:
        make_placement(township, worker, hired=False, contract_signed=True)
    assert list(refused.value.message_dict) == ["hired"]


def test_who_was_hired_without_a_contract_is_named(township, neighbour, year_2025):
    bare = make_placement(township)
    make_placement(township, contract_signed=True)
    make_placement(township, hired=False)
    make_placement(township, occurred_on=date(2025, 12, 20))
    make_placement(neighbour)
    assert set(rules.no_contract.offenders(year_2025)) == {bare}


def test_a_person_who_left_twice_counts_once(township, village, worker, neighbour, year_2025):
    first = make_export(township, worker, returned_on=date(2025, 6, 1))
    second = make_export(village, worker, occurred_on=date(2025, 7, 1))
    make_export(neighbour)
    make_export(township, occurred_on=date(2024, 12, 31))
    assert labour_exported.value(year_2025) == 1
    writing.void(first, by=None, reason="重复")
    assert labour_exported.value(year_2025) == 1
    writing.void(second, by=None, reason="重复")
    assert labour_exported.value(year_2025) == 0


@pytest.mark.parametrize("returned_on", [date(2025, 2, 19), date(2026, 1, 1)])
def test_nobody_returns_before_leaving_or_in_the_future(township, returned_on):
    with pytest.raises(ValidationError) as refused:
        make_export(township, returned_on=returned_on)
    assert list(refused.value.message_dict) == ["returned_on"]


def test_leaving_again_without_a_return_is_named(township, worker, year_2025):
    make_export(township, worker)
    again = make_export(township, worker, occurred_on=date(2025, 8, 1))
    back = make_person(township)
    make_export(township, back, returned_on=date(2025, 8, 1))
    make_export(township, back, occurred_on=date(2025, 8, 1))
    assert set(rules.left_twice.offenders(year_2025)) == {again}
