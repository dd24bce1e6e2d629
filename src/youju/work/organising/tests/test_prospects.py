"""Employers still to be won, and what is done about them."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from tests.figures import offenders, proven, side
from tests.makers import make_employer, make_employment, make_membership, make_organisation, make_person
from tests.makers_organising import (
    make_formation,
    make_measure,
    make_prospect,
    make_visit,
    make_work_group,
)

from youju.records import writing
from youju.work.organising.indicators import unions
from youju.work.organising.rules import forming

pytestmark = pytest.mark.django_db
SPRING, AUTUMN = date(2025, 3, 1), date(2025, 11, 20)


def employ(federation, employer, number, **values):
    for n in range(number):
        make_employment(make_person(federation, name=f"工{n}", **values), employer)


def test_a_prospect_moves_from_step_to_step(village):
    prospect = make_prospect(village)
    assert prospect.stage == "listed"
    prospect.contacted_on, prospect.approved_on, prospect.approval_number = (
        SPRING,
        AUTUMN,
        "某工发〔2025〕3号",
    )
    writing.amend(prospect, by=None, reason="更新进度")
    assert prospect.stage == "approved"
    prospect.approved_on, prospect.approval_number = None, ""
    writing.amend(prospect, by=None, reason="批复日期有误")
    assert prospect.stage == "contacted"


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("preparing_on", {"contacted_on": AUTUMN, "preparing_on": SPRING}),
        ("contacted_on", {"contacted_on": date(2025, 2, 1)}),
        ("approval_number", {"approved_on": AUTUMN}),
        ("union", {"registered_on": AUTUMN}),
        ("elected_on", {"elected_on": date(2026, 1, 1)}),
    ],
)
def test_steps_that_cannot_be_are_refused(village, field, values):
    with pytest.raises(ValidationError) as refused:
        make_prospect(village, **values)
    assert list(refused.value.message_dict) == [field]


def test_an_employer_is_listed_once_at_a_time(village):
    first = make_prospect(village)
    with pytest.raises(ValidationError, match="已在应建会名录"):
        make_prospect(village, employer=first.employer, from_on=AUTUMN)


def test_prospects_of_the_day_and_those_won_in_the_period(township, village, neighbour, year_2025):
    make_prospect(village)
    make_prospect(village, until_on=date(2025, 12, 30))
    make_prospect(village, registered_on=AUTUMN, union=village)
    make_prospect(make_organisation(neighbour, name="邻厂工会"))
    writing.void(make_prospect(village), by=None, reason="误登")
    assert proven(unions.prospects, year_2025) == 2
    assert proven(unions.prospects_registered, year_2025) == 1


@pytest.mark.provokes("ORG-04")
def test_a_prospect_that_rests_sixty_days_is_named(village, year_2025):
    resting = make_prospect(village, contacted_on=date(2025, 10, 31))
    make_prospect(village, contacted_on=date(2025, 10, 31), preparing_on=date(2025, 11, 1))
    make_prospect(village, registered_on=SPRING, union=village)
    assert offenders(forming.prospect_stalled, year_2025) == {resting}


def test_the_rate_of_unions_looks_at_employers_that_must_have_one(township, village, year_2025):
    covered, large = make_employer(township, union=village), make_employer(township, name="大厂")
    small = make_employer(township, name="小厂")
    for employer, number in ((covered, 25), (large, 25), (small, 24)):
        employ(township, employer, number)
    assert proven(unions.unionisation_rate, year_2025) == 50
    assert side(unions.unionisation_rate, year_2025, "gap") == {large}
    assert side(unions.unionisation_rate, year_2025, "outside") == {small}


@pytest.mark.provokes("ORG-07")
def test_a_firm_a_year_after_opening_without_union_is_named(township, village, year_2025):
    old = make_employer(township, name="老厂", from_on=date(2024, 12, 30))
    new = make_employer(township, name="新厂", from_on=date(2024, 12, 31))
    school = make_employer(township, name="学校", nature="institution")
    covered, empty = make_employer(township, union=village), make_employer(township, name="空厂")
    for employer in (old, new, school, covered):
        employ(township, employer, 1)
    assert offenders(forming.not_unionised_in_time, year_2025) == {old}
    assert empty not in offenders(forming.not_unionised_in_time, year_2025)


def test_more_members_than_workers_are_named(township, village, year_2025):
    firm = make_employer(township, union=village)
    employ(township, firm, 1)
    make_membership(village)
    assert offenders(forming.members_exceed_workers, year_2025) == set()
    make_membership(village, kind="retained")
    assert offenders(forming.members_exceed_workers, year_2025) == set()
    make_membership(village)
    assert offenders(forming.members_exceed_workers, year_2025) == {village}


def test_unions_formed_are_told_apart_by_nature(township, village, year_2025):
    make_formation(village)
    office = make_organisation(township, name="镇机关工会")
    make_formation(office, employer=make_employer(township, name="镇政府", nature="office", union=office))
    joint = make_organisation(township, name="联合工会")
    for name in ("一厂", "二厂"):
        make_employer(township, name=name, union=joint)
    make_formation(joint, form="joint", employer=None)
    assert proven(unions.enterprise_unions_formed, year_2025) == 2
    assert proven(unions.office_unions_formed, year_2025) == 1
    assert proven(unions.enterprise_unions, year_2025) == 2


def test_visits_count_by_what_they_were_for(township, village, year_2025):
    parks = [make_employer(township, name=name, park="石英园区") for name in ("一厂", "二厂")]
    for firm in (*parks, parks[0]):
        make_visit(township, employer=firm)
    make_visit(township)
    make_visit(township, employer=parks[0], occurred_on=date(2024, 12, 31))
    make_visit(township, kind="face_to_face", served_line="bargaining")
    make_visit(township, kind="home", employer=None)
    for _ in range(2):
        make_visit(village, kind="election", employer=None)
    found = {
        unions.visits: 8,
        unions.employers_visited: 3,
        unions.park_employers_visited: 2,
        unions.face_to_face: 1,
        unions.home_guidance: 1,
        unions.elections_urged: 1,
    }
    assert {one.code: proven(one, year_2025) for one in found} == {one.code: n for one, n in found.items()}


def test_a_visit_says_whom_it_was_paid_to(township):
    with pytest.raises(ValidationError) as refused:
        make_visit(township, employer=None)
    assert list(refused.value.message_dict) == ["employer"]
    with pytest.raises(ValidationError) as refused:
        make_visit(township, kind="election", employer=None)
    assert list(refused.value.message_dict) == ["organisation"]


def test_work_groups_of_the_year_and_measures_by_kind(township, year_2025):
    make_work_group(township, until_on=date(2025, 6, 30))
    make_work_group(township, from_on=date(2024, 3, 1), until_on=date(2024, 12, 31))
    make_measure(township)
    make_measure(township, kind="standards")
    make_measure(township, kind="standards", occurred_on=date(2024, 12, 31))
    assert proven(unions.work_groups, year_2025) == 1
    assert proven(unions.forming_measures, year_2025) == 1
    assert proven(unions.standards_met, year_2025) == 1
