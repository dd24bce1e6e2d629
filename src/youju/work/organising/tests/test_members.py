"""Members: who joined, who moved, who left, and that the sum is right."""

from datetime import date, timedelta
from itertools import product

import pytest
from tests.figures import proven, side
from tests.makers import make_employer, make_employment, make_membership, make_organisation, make_person
from tests.makers_organising import leave, transfer

from youju.base import periods
from youju.ledger.scope import Scope
from youju.org.access import SystemAccess
from youju.people.models import Membership
from youju.records import writing
from youju.work.organising.indicators import membership

pytestmark = pytest.mark.django_db
LONG_AGO, SPRING, AUTUMN = date(2020, 1, 1), date(2025, 3, 1), date(2025, 9, 1)


def stock(organisation, day) -> int:
    period = periods.between(day, day)
    return proven(membership.members, Scope.of(SystemAccess(), organisation, period, day))


def change(scope) -> int:
    """Joined + transferred in + resumed − transferred out − left."""
    more = membership.members_joined, membership.members_transferred_in, membership.members_resumed
    less = membership.members_transferred_out, membership.members_left
    return sum(proven(i, scope) for i in more) - sum(proven(i, scope) for i in less)


def test_only_approved_admissions_of_the_period_are_new_members(township, village, neighbour, year_2025):
    make_membership(village, from_on=date(2025, 1, 1))
    make_membership(village, from_on=date(2025, 12, 31))
    make_membership(village, from_on=date(2024, 12, 31))
    make_membership(village, began_by="transferred")
    make_membership(village, began_by="resumed")
    make_membership(village, kind="retained")
    make_membership(make_organisation(neighbour, name="邻厂工会"))
    pending = Membership(organisation=village, person=make_person(township), from_on=SPRING)
    writing.enter(pending, by=None)
    assert proven(membership.members_joined, year_2025) == 2


def test_a_member_who_joined_and_left_again_is_still_a_new_member(village, year_2025):
    leave(make_membership(village, from_on=SPRING), AUTUMN)
    assert proven(membership.members_joined, year_2025) == 1
    assert proven(membership.members, year_2025) == 0
    assert proven(membership.members_left, year_2025) == 1


def test_the_last_day_of_an_episode_belongs_to_it(village, year_2025):
    leave(make_membership(village, from_on=LONG_AGO), date(2025, 12, 30))
    leave(make_membership(village, from_on=LONG_AGO), date(2025, 12, 31))
    leave(make_membership(village, from_on=LONG_AGO), date(2024, 12, 31))
    assert stock(village, date(2024, 12, 31)) == 3
    assert proven(membership.members, year_2025) == 1
    assert proven(membership.members_left, year_2025) == 2


def test_a_transfer_shows_at_both_unions_and_cancels_above_them(township, village, year_2025):
    other = make_organisation(township, name="乙厂工会")
    transfer(make_membership(village, from_on=LONG_AGO), other, date(2025, 1, 1))
    assert proven(membership.members_transferred_out, year_2025.at(village)) == 1
    assert proven(membership.members_transferred_in, year_2025.at(other)) == 1
    assert proven(membership.members_transferred_out, year_2025) == 0
    assert proven(membership.members_transferred_in, year_2025) == 0
    assert stock(township, date(2024, 12, 31)) == stock(township, date(2025, 12, 31)) == 1


def test_a_transfer_beyond_the_township_or_the_period_shows_above_the_unions(
    township, village, neighbour, county, year_2025
):
    other, away = make_organisation(township, name="乙厂工会"), make_organisation(neighbour, name="邻厂工会")
    person = make_person(county)
    transfer(make_membership(village, person, from_on=LONG_AGO), away, SPRING)
    back = Membership.objects.everywhere("test").get(organisation=away)
    assert proven(membership.members_transferred_out, year_2025) == 1
    transfer(back, other, AUTUMN)
    assert proven(membership.members_transferred_in, year_2025) == 1
    assert proven(membership.members_transferred_out, year_2025) == 1
    assert proven(membership.members_transferred_in, year_2025.at(county)) == 0


def test_a_transfer_with_a_gap_cancels_only_where_the_period_holds_both_ends(township, village):
    other = make_organisation(township, name="乙厂工会")
    row = make_membership(village, from_on=LONG_AGO)
    leave(row, date(2025, 1, 31), way="transferred")
    make_membership(other, row.person, from_on=date(2025, 4, 1), began_by="transferred")
    for code, number in (("2025", 0), ("2025H1", 0), ("2025Q1", 1)):
        scope = Scope.of(SystemAccess(), township, periods.parse(code))
        assert proven(membership.members_transferred_out, scope) == number
    second = Scope.of(SystemAccess(), township, periods.parse("2025Q2"))
    assert proven(membership.members_transferred_in, second) == 1


@pytest.mark.provokes("ORG-08")
def test_a_retained_membership_stands_beside_the_stock(village, year_2025):
    person = make_person(village)
    leave(make_membership(village, person, from_on=LONG_AGO), date(2025, 2, 28), way="retained")
    kept = make_membership(village, person, from_on=SPRING, kind="retained")
    assert proven(membership.members, year_2025) == 0
    assert proven(membership.members_retained, year_2025) == 1
    leave(kept, date(2025, 8, 31))
    make_membership(village, person, from_on=AUTUMN, began_by="resumed")
    assert proven(membership.members, year_2025) == 1
    assert proven(membership.members_retained, year_2025) == 0
    assert proven(membership.members_left, year_2025) == proven(membership.members_resumed, year_2025) == 1


def test_women_members_are_part_of_the_members(village, year_2025):
    make_membership(village, make_person(village, name="李小红", sex="female"))
    make_membership(village)
    assert proven(membership.women_members, year_2025) == 1
    assert proven(membership.members, year_2025) == 2


def test_the_membership_rate_looks_only_at_workers_where_there_is_a_union(township, village, year_2025):
    firm, plain = make_employer(township, union=village), make_employer(township, name="乙厂")
    member, worker, elsewhere, retired = (make_person(township, name=f"工{n}") for n in "一二三四")
    make_employment(member, firm)
    make_employment(worker, firm)
    make_employment(elsewhere, plain)
    for person in (member, elsewhere, retired):
        make_membership(village, person)
    assert proven(membership.membership_rate, year_2025) == 50
    assert side(membership.membership_rate, year_2025, "gap") == {worker}


PERIODS = ["2025", "2025H1", "2025H2", *(f"2025Q{n}" for n in range(1, 5)), "2025-01", "2025-12", "S2025"]


def lead_many_lives(village, other) -> None:
    """Memberships of all sorts, many of them beginning and ending where periods meet."""
    edges = [date(2024, 12, 31), date(2025, 1, 1), date(2025, 6, 30), date(2025, 7, 1), date(2025, 12, 31)]
    ways = ["open", "left", "lapsed", "expelled", "died", "retained", "transferred"]
    for n, (begin, finish, way) in enumerate(product(edges, edges, ways)):
        if finish < begin or n % 3:
            continue
        row = make_membership(village, from_on=begin, began_by="resumed" if n % 5 == 0 else "joined")
        if way == "transferred" and begin < finish:
            transfer(row, other, finish)
        elif way not in ("open", "transferred"):
            leave(row, finish, way=way)


def test_stock_at_the_start_and_all_changes_make_the_stock_at_the_end(township, village):
    other = make_organisation(township, name="乙厂工会")
    lead_many_lives(village, other)
    for code, unit in product(PERIODS, (township, village, other)):
        period = periods.parse(code)
        start, end = stock(unit, period.start - timedelta(days=1)), stock(unit, period.end)
        assert start + change(Scope.of(SystemAccess(), unit, period)) == end, (code, unit)
