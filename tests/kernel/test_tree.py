"""The dated tree: figures use the tree of a day, access uses today's."""

from datetime import date

import pytest

from tests.makers import make_membership, make_organisation, make_post, make_user
from youju.base import periods
from youju.ledger.scope import Scope
from youju.org import tree
from youju.org.access import Access, Action, SystemAccess
from youju.org.models import Organisation, Reach
from youju.people.models import Membership

pytestmark = pytest.mark.django_db


def units(scope):
    return {o.code for o in Organisation.objects.everywhere("x").filter(pk__in=scope.organisations)}


def test_a_union_moved_on_1_july_counts_where_it_stood(township, neighbour, village):
    tree.place(village, neighbour, from_on=date(2025, 7, 1), by=None)
    first_half, year = periods.half(2025, 1), periods.year(2025)
    system = SystemAccess()
    assert "ZHEN-01" in units(Scope.of(system, township, first_half))
    assert "ZHEN-01" not in units(Scope.of(system, township, year))
    assert "ZHEN-01" in units(Scope.of(system, neighbour, year))


def test_access_uses_todays_tree_but_old_records_stay_with_their_keeper(
    township, neighbour, village, clerk, outsider
):
    old = make_membership(village)
    tree.place(village, neighbour, from_on=date(2025, 7, 1), by=None)
    assert not Access(clerk).may(Action.ENTER, village)
    assert Access(outsider).may(Action.ENTER, village)
    assert list(Membership.objects.reach(Access(clerk))) == [old]


def test_ending_a_post_ends_its_access(township, village):
    user = make_user("gone")
    make_post(user, township, "clerk", until_on=date(2025, 6, 30))
    assert not Access(user).may(Action.READ, village)


def test_a_county_looks_but_does_not_write_below(county_officer, township, village, county):
    access = Access(county_officer)
    assert access.may(Action.READ, village)
    assert not access.may(Action.ENTER, township)
    assert access.may(Action.ENTER, county)


def test_reach_rows_join_spans_that_touch(township, village):
    tree.place(village, township, from_on=date(2025, 7, 1), by=None)
    rows = Reach.objects.filter(ancestor=township, descendant=village)
    assert [(r.from_on, r.until_on) for r in rows] == [(date(2010, 1, 1), None)]


def test_a_unit_founded_in_the_year_is_below_its_federation_from_its_founding(township):
    unit = make_organisation(township, name="新厂工会", from_on=date(2025, 5, 6))
    row = Reach.objects.get(ancestor=township, descendant=unit)
    assert row.from_on == date(2025, 5, 6)
