"""Units against what is asked of them: the tiles say what the evidence of each share says."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.figures import side
from tests.makers import make_employer, make_employment, make_organisation, make_person
from tests.makers_bargaining import make_contract
from tests.makers_democracy import make_congress
from tests.makers_organising import make_legal_person

from youju.base import periods
from youju.catalogue import INDICATORS
from youju.ledger.duties import SUBJECTS, Grid, duties
from youju.ledger.scope import Scope
from youju.ledger.shares import GAP, MET, OUTSIDE, Share
from youju.org import tree
from youju.org.access import SystemAccess
from youju.records import writing

pytestmark = pytest.mark.django_db
CONGRESS = INDICATORS["democracy.congress_rate"]
CONTRACT = INDICATORS["bargaining.contract_rate"]
UNIONS = INDICATORS["organising.unionisation_rate"]


@pytest.fixture
def joint(township):
    """A union of two firms, one of which has a contract."""
    union = make_organisation(township, name="联合工会")
    signed, open_ = (make_employer(township, name=name, union=union) for name in ("乙厂", "丙厂"))
    make_contract(union, employer=signed)
    return union, signed, open_


def grid(scope, *shares):
    return Grid(scope, shares)


def test_duties_ask_something_of_units_or_firms(year_2025):
    asked = duties(INDICATORS.values(), year_2025)
    assert {CONGRESS, CONTRACT, UNIONS} <= set(asked)
    assert INDICATORS["organising.membership_rate"] not in asked
    assert all(one.of(year_2025).model in SUBJECTS for one in asked)


@pytest.mark.parametrize("share", [one for one in INDICATORS.values() if isinstance(one, Share)])
def test_where_subjects_stand_is_what_the_evidence_lists(share, year_2025, village, joint):
    make_congress(village)
    standing = share.standing(year_2025)
    for key in (MET, GAP, OUTSIDE):
        assert {pk for pk, one in standing.items() if one == key} == {
            subject.pk for subject in side(share, year_2025, key)
        }


def test_a_tile_says_what_the_unit_has_and_lacks(year_2025, village, township):
    make_congress(village)
    make_employer(township, union=village)
    tile = grid(year_2025, CONGRESS, CONTRACT).tile(village)
    assert (tile.side(CONGRESS.code), tile.side(CONTRACT.code)) == (MET, GAP)
    assert (tile.met, tile.gap, tile.level) == (1, 1, "most")


def test_a_record_on_the_last_day_colours_the_tile_and_one_after_does_not(year_2025, village):
    assert grid(year_2025, CONGRESS).tile(village).level == "few"
    late = make_congress(village, occurred_on=date(2025, 12, 31))
    assert grid(year_2025, CONGRESS).tile(village).level == "all"
    writing.void(late, by=None, reason="误登")
    make_congress(village, occurred_on=date(2024, 12, 31))
    assert grid(year_2025, CONGRESS).tile(village).level == "few"


def test_a_joint_union_has_it_only_when_none_of_its_firms_lacks_it(year_2025, joint):
    union, _signed, open_ = joint
    assert grid(year_2025, CONTRACT).tile(union).side(CONTRACT.code) == GAP
    make_contract(union, employer=open_)
    tile = grid(year_2025, CONTRACT).tile(union)
    assert (tile.side(CONTRACT.code), tile.met, tile.gap) == (MET, 1, 0)


def test_what_is_not_asked_of_a_unit_is_grey(year_2025, village, township):
    make_employer(township, name="机关", nature="office", union=village)
    tile = grid(year_2025, CONTRACT).tile(village)
    assert (tile.side(CONTRACT.code), tile.level) == (OUTSIDE, "none")


def test_a_federation_adds_up_the_units_below_it_each_once(county, township, village, joint):
    make_congress(village)
    scope = Scope.of(SystemAccess(), county, periods.year(2025))
    tile = grid(scope, CONGRESS).tile(township)
    assert (tile.met, tile.gap) == (1, 1)
    assert grid(scope, CONGRESS).tile(county).total == tile.total


def test_a_large_firm_without_a_union_is_named_on_its_own(year_2025, township, village):
    firm = make_employer(township, name="无会厂")
    for n in range(25):
        make_employment(make_person(township, name=f"职工{n}"), firm)
    make_employer(township, name="小厂")
    assert grid(year_2025, UNIONS).alone(10) == [(firm, [UNIONS.code])]


def test_the_neighbours_are_not_on_the_map(year_2025, neighbour, village):
    stranger = make_organisation(neighbour, name="邻厂工会")
    make_congress(stranger)
    assert grid(year_2025, CONGRESS).tile(stranger).level == "none"


def test_more_units_and_records_ask_no_more_queries(year_2025, township, village):
    shares = duties(INDICATORS.values(), year_2025)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            held = Grid(year_2025, shares)
            assert all(held.tile(unit).total for unit in tree.children(township, year_2025.as_of))
            held.alone(300)
        return len(queries)

    before = asked()
    for n in range(6):
        union = make_organisation(township, name=f"新厂{n}工会")
        make_contract(union, employer=make_employer(township, name=f"新厂{n}", union=union))
        make_congress(union)
        make_legal_person(union)
    assert asked() == before
    assert before <= 4 * len(shares) + 10
