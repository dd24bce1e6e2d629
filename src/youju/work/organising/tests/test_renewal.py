"""Elections with their verdict, terms, officers."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from tests.figures import offenders, proven
from tests.makers import make_employer, make_employment, make_organisation, make_person
from tests.makers_organising import make_election, make_officer, step_down

from youju.base import periods
from youju.ledger.scope import Scope
from youju.org.access import SystemAccess
from youju.records import writing
from youju.work.organising.indicators import renewal
from youju.work.organising.models import Election
from youju.work.organising.rules import renewal as rules

pytestmark = pytest.mark.django_db


def on(day, organisation):
    return Scope.of(SystemAccess(), organisation, periods.year(2025), day)


def breaking(rule_id, *values):
    return pytest.param(*values, marks=pytest.mark.provokes(rule_id))


VERDICTS = [
    ({}, True, None),
    (
        {"present": 40, "ballots_issued": 40, "ballots_returned": 40, "ballots_valid": 40, "chair_votes": 31},
        True,
        None,
    ),
    breaking(
        "ELE-06",
        {"present": 39, "ballots_issued": 39, "ballots_returned": 39, "ballots_valid": 39, "chair_votes": 39},
        False,
        "not_quorate",
    ),
    breaking("ELE-07", {"chair_votes": 30}, False, "not_carried"),
    breaking("ELE-08", {"ballots_issued": 59}, False, "ballots_wrong"),
]


@pytest.mark.parametrize(("values", "valid", "rule"), VERDICTS)
def test_an_election_holds_by_quorum_ballots_and_votes_of_all_due(village, year_2025, values, valid, rule):
    election = make_election(village, **values)
    assert election.is_valid is valid
    assert Election.objects.everywhere("test").valid().exists() is valid
    assert proven(renewal.unions_renewed, year_2025) == int(valid)
    for name in ("not_quorate", "not_carried", "ballots_wrong"):
        assert offenders(getattr(rules, name), year_2025) == ({election} if name == rule else set())


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("present", {"present": 61}),
        ("ballots_issued", {"ballots_issued": 61, "ballots_returned": 60}),
        ("chair_votes", {"chair_votes": 60, "ballots_valid": 59, "ballots_void": 1}),
        ("ballots_valid", {"ballots_void": 1}),
        ("noticed_until", {"noticed_until": date(2025, 1, 31)}),
        ("extended_until", {"extended_until": date(2028, 3, 1)}),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(village, field, values):
    with pytest.raises(ValidationError) as refused:
        make_election(village, **values)
    assert list(refused.value.message_dict) == [field]


def test_renewals_by_elections_and_first_elections_are_told_apart(township, village, neighbour, year_2025):
    for kind in ("renewal", "by_election", "first"):
        make_election(make_organisation(township, name=f"{kind}工会"), kind=kind)
    make_election(village, occurred_on=date(2024, 12, 31))
    make_election(make_organisation(neighbour, name="邻厂工会"))
    assert proven(renewal.unions_renewed, year_2025) == 1
    assert proven(renewal.unions_by_elections, year_2025) == 1


def test_a_term_runs_three_or_five_years_and_a_by_election_starts_none(village):
    assert make_election(village).term_ends_on == date(2028, 3, 1)
    assert make_election(village, term_years=5).term_ends_on == date(2030, 3, 1)
    assert make_election(village, kind="by_election").term_ends_on is None


@pytest.mark.provokes("ELE-01")
def test_a_term_is_named_before_and_after_it_ends_until_the_next_election(township, village):
    old = make_election(village, occurred_on=date(2022, 6, 30))
    assert offenders(rules.term_ending, on(date(2025, 1, 1), township)) == {old}
    assert offenders(rules.term_ending, on(date(2024, 12, 31), village)) == set()
    assert offenders(rules.term_over, on(date(2025, 6, 30), township)) == set()
    assert offenders(rules.term_over, on(date(2025, 7, 1), township)) == {old}
    make_election(village, occurred_on=date(2025, 7, 1), kind="by_election")
    assert offenders(rules.term_over, on(date(2025, 7, 1), township)) == {old}
    make_election(village, occurred_on=date(2025, 7, 1))
    assert offenders(rules.term_over, on(date(2025, 7, 1), township)) == set()


@pytest.mark.provokes("ELE-02")
def test_an_extension_moves_the_day_but_not_beyond_six_months(township, village):
    old = make_election(village, occurred_on=date(2022, 6, 30), extended_until=date(2025, 12, 30))
    assert offenders(rules.term_over, on(date(2025, 12, 30), township)) == set()
    assert offenders(rules.extension_too_long, on(date(2025, 12, 30), township)) == set()
    old.extended_until = date(2025, 12, 31)
    writing.amend(old, by=None, reason="补登")
    assert offenders(rules.extension_too_long, on(date(2025, 12, 30), township)) == {old}


def test_a_union_whose_term_nobody_knows_is_named(township, village, year_2025):
    other = make_organisation(township, name="乙厂工会")
    make_election(village)
    make_election(other, chair_votes=30)
    assert offenders(rules.no_election, year_2025) == {other}


@pytest.mark.provokes("ELE-09", "ELE-11", "ELE-12")
def test_notice_surplus_seats_and_approval_are_looked_at(village, year_2025):
    poor = make_election(
        village, noticed_until=date(2025, 2, 6), candidates=5, seats=5, approval_number="", members=200
    )
    for rule in (rules.notice_too_short, rules.no_surplus, rules.not_approved_by_upper):
        assert offenders(rule, year_2025) == {poor}
    assert offenders(rules.committee_size, year_2025) == set()
    make_election(village)
    for rule in (rules.notice_too_short, rules.no_surplus, rules.not_approved_by_upper):
        assert offenders(rule, year_2025) == {poor}


@pytest.mark.parametrize(
    ("members", "seats", "fits"),
    [
        (24, 3, True),
        breaking("ELE-03", 24, 6, False),
        (200, 7, True),
        (200, 8, False),
        (201, 7, True),
        (201, 6, False),
        (99_999, 37, True),
    ],
)
def test_a_committee_has_seats_by_its_members(village, year_2025, members, seats, fits):
    election = make_election(village, members=members, seats=seats)
    assert offenders(rules.committee_size, year_2025) == (set() if fits else {election})


def test_officers_on_the_day_and_their_changes_at_enterprises(township, village, neighbour, year_2025):
    make_employer(township, union=village)
    school = make_organisation(township, name="学校工会")
    make_employer(township, name="学校", nature="institution", union=school)
    make_officer(village, full_time=True)
    step_down(make_officer(village), date(2025, 12, 30))
    step_down(make_officer(village), date(2025, 12, 31))
    step_down(make_officer(school), date(2025, 6, 30))
    make_officer(make_organisation(neighbour, name="邻厂工会"))
    assert proven(renewal.officers, year_2025) == 2
    assert proven(renewal.full_time_officers, year_2025) == 1
    assert proven(renewal.officer_changes, year_2025) == 1


def test_only_those_newly_elected_are_new_officers(village, year_2025):
    again = make_officer(village, name="老王", from_on=date(2022, 3, 1))
    step_down(again, date(2025, 2, 28), way="term")
    make_officer(village, name="老王")
    make_officer(village, name="小李", began_by="by_election")
    make_officer(village, name="小张", began_by="appointed")
    make_officer(village, name="小赵", from_on=date(2024, 12, 31))
    assert proven(renewal.officers_elected, year_2025) == 1


@pytest.mark.provokes("ELE-15")
def test_an_officer_has_a_name_a_single_post_and_a_way_out(village):
    person = make_person(village, name="钱卡片")
    assert make_officer(village, name="", person=person).name == "钱卡片"
    for values, field in (
        ({"name": ""}, "name"),
        ({"name": "钱卡片"}, "name"),
        ({"until_on": date(2025, 6, 30)}, "__all__"),
    ):
        with pytest.raises(ValidationError) as refused:
            make_officer(village, **values)
        assert list(refused.value.message_dict) == [field]
    make_officer(village, position="chair")
    with pytest.raises(ValidationError, match="已有主席"):
        make_officer(village, position="chair")


@pytest.mark.provokes("ELE-13")
def test_a_chair_vacant_for_three_months_is_named_until_there_is_a_new_one(township, village):
    step_down(make_officer(village, position="chair"), date(2025, 3, 31))
    assert offenders(rules.chair_vacant, on(date(2025, 6, 30), township)) == set()
    assert offenders(rules.chair_vacant, on(date(2025, 7, 31), township)) == {village}
    make_officer(village, position="chair", from_on=date(2025, 7, 31))
    assert offenders(rules.chair_vacant, on(date(2025, 7, 31), township)) == set()


@pytest.mark.provokes("ELE-19")
def test_a_chair_is_trained_within_a_year(township, village):
    chair = make_officer(village, position="chair", from_on=date(2024, 3, 1))
    assert offenders(rules.chair_untrained, on(date(2025, 2, 28), township)) == set()
    assert offenders(rules.chair_untrained, on(date(2025, 3, 1), township)) == {chair}
    chair.trained_on = date(2025, 3, 1)
    writing.amend(chair, by=None, reason="补登培训")
    assert offenders(rules.chair_untrained, on(date(2025, 3, 1), township)) == set()


@pytest.mark.provokes("ORG-09")
def test_a_large_union_may_have_a_full_time_chair(township, village, year_2025):
    firm = make_employer(township, union=village)
    for n in range(200):
        make_employment(make_person(township, name=f"工{n}"), firm)
    assert offenders(rules.full_time_chair, year_2025) == {village}
    make_officer(village, position="chair", full_time=True)
    assert offenders(rules.full_time_chair, year_2025) == set()
