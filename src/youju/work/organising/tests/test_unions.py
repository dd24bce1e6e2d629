"""Unions, their formation and the workers they stand for."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from tests.figures import offenders, proven
from tests.makers import make_employer, make_employment, make_organisation, make_person
from tests.makers_organising import make_formation

from youju.base import periods
from youju.ledger.scope import Scope
from youju.org.access import SystemAccess
from youju.records import writing
from youju.work.organising.indicators import membership, unions
from youju.work.organising.rules import forming

pytestmark = pytest.mark.django_db
NEW_YEAR, NEW_YEARS_EVE = date(2025, 1, 1), date(2025, 12, 31)


def test_a_union_formed_in_the_period_counts_once(township, village, year_2025):
    make_formation(village, occurred_on=NEW_YEAR)
    later = make_organisation(township, name="乙厂工会")
    make_formation(later, occurred_on=NEW_YEARS_EVE)
    assert proven(unions.unions_formed, year_2025) == 2
    assert proven(unions.unions_formed, year_2025.at(village)) == 1


def test_unions_formed_elsewhere_before_or_by_mistake_do_not_count(township, village, neighbour, year_2025):
    make_formation(make_organisation(neighbour, name="邻厂工会"))
    make_formation(make_organisation(township, name="老厂工会"), occurred_on=date(2024, 12, 31))
    mistaken = make_formation(village)
    assert proven(unions.unions_formed, year_2025) == 1
    writing.void(mistaken, by=None, reason="重复")
    assert proven(unions.unions_formed, year_2025) == 0


def test_a_union_is_formed_once(village):
    first = make_formation(village)
    with pytest.raises(ValidationError, match="已有组建记录"):
        make_formation(village, occurred_on=date(2025, 6, 1))
    writing.void(first, by=None, reason="日期有误")
    make_formation(village, occurred_on=date(2025, 6, 1))


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("employer", {"employer": None}),
        ("women_members", {"members": 3, "women_members": 4}),
        ("approved_on", {"approved_on": date(2026, 1, 1)}),
        ("occurred_on", {"occurred_on": date(2009, 12, 31)}),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(village, field, values):
    with pytest.raises(ValidationError) as refused:
        make_formation(village, **values)
    assert list(refused.value.message_dict) == [field]


def test_only_a_basic_union_is_formed(township):
    with pytest.raises(ValidationError) as refused:
        make_formation(township)
    assert "organisation" in refused.value.message_dict


@pytest.mark.provokes("ORG-02")
def test_a_joint_union_needs_no_single_employer(village):
    assert make_formation(village, form="joint", employer=None).headline == "甲厂工会"


def test_basic_unions_are_counted_on_the_day(township, village, neighbour, year_2025):
    make_organisation(township, name="新厂工会", from_on=date(2025, 7, 1))
    make_organisation(neighbour, name="邻厂工会")
    assert proven(unions.unions_existing, year_2025) == 2
    before = Scope.of(SystemAccess(), township, periods.year(2025), date(2025, 6, 30))
    assert proven(unions.unions_existing, before) == 1


def test_a_worker_of_two_employers_counts_once(township, village, year_2025):
    both, gone, last_day = (make_person(township, name=name) for name in ("王甲", "王乙", "王丙"))
    unionised, plain = make_employer(township, union=village), make_employer(township, name="乙厂")
    make_employment(both, unionised)
    make_employment(both, plain)
    make_employment(gone, plain, until_on=date(2025, 12, 30))
    make_employment(last_day, plain, until_on=NEW_YEARS_EVE)
    assert proven(membership.workers, year_2025) == 2
    assert proven(membership.workers, year_2025.at(village)) == 1


@pytest.mark.provokes("ORG-01")
def test_an_employer_with_enough_workers_and_no_union_is_named(township, village, year_2025):
    big, covered = make_employer(township, name="大厂"), make_employer(township, union=village)
    small = make_employer(township, name="小厂")
    people = [make_person(township, name=f"工{n}") for n in range(25)]
    for person in people:
        make_employment(person, big)
        make_employment(person, covered)
    for person in people[:24]:
        make_employment(person, small)
    assert offenders(forming.not_unionised, year_2025) == {big}


@pytest.mark.provokes("ORG-03")
def test_a_formation_without_approval_and_a_new_union_without_formation_are_named(township, year_2025):
    new = make_organisation(township, name="新厂工会", from_on=date(2025, 7, 1))
    assert offenders(forming.formation_missing, year_2025) == {new}
    formed = make_formation(new, occurred_on=date(2025, 7, 1), approval_number="")
    assert offenders(forming.formation_missing, year_2025) == set()
    assert offenders(forming.not_approved, year_2025) == {formed}
