"""Homes and their levels, two satisfactions, facilities by source, pilots."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from tests.figures import offenders, proven
from tests.makers import make_employer, make_exhibit
from tests.makers_workers_home import make_ballot, make_facility, make_home, make_pilot

from youju.records import writing
from youju.work.workers_home import indicators, rules

pytestmark = pytest.mark.django_db


def test_a_home_that_rose_is_still_one_unit(township, village, neighbour, year_2025):
    building = make_home(village)
    writing.end(building, on=date(2025, 9, 30), by=None)
    make_home(village, level="qualified", from_on=date(2025, 10, 1))
    make_home(village, level="small")
    make_home(neighbour)
    assert proven(indicators.homes, year_2025) == 1
    assert proven(indicators.homes_named, year_2025) == 1


def test_an_advanced_home_was_named_by_somebody(village):
    with pytest.raises(ValidationError) as refused:
        make_home(village, level="model")
    assert list(refused.value.message_dict) == ["named_by"]


def test_satisfaction_is_of_the_ballots_returned(township, village, year_2025):
    make_ballot(village, issued=141, returned=137, satisfied=120, basically=10, dissatisfied=5)
    assert proven(indicators.WORKERS_SATISFIED, year_2025) == Decimal(13000) / 137
    assert proven(indicators.OWNERS_SATISFIED, year_2025) is None
    make_ballot(township, group="owners", issued=10, returned=10, satisfied=8, basically=1, dissatisfied=1)
    assert proven(indicators.OWNERS_SATISFIED, year_2025) == 90


def test_both_ballots_above_the_line_are_two_satisfactions(township, village, year_2025):
    make_ballot(village)
    assert proven(indicators.two_satisfactions, year_2025) == 1
    just = {"issued": 10, "returned": 10, "satisfied": 8, "basically": 0, "dissatisfied": 2}
    make_ballot(township, group="owners", **just)
    assert proven(indicators.two_satisfactions, year_2025) == 2


def test_one_low_ballot_costs_its_side(township, village, year_2025):
    make_ballot(township)
    low = make_ballot(village, issued=100, returned=100, satisfied=70, basically=9, dissatisfied=21)
    assert proven(indicators.two_satisfactions, year_2025) == 0
    assert offenders(rules.low_satisfaction, year_2025) == {low}


def test_a_ballot_of_which_nothing_came_back_says_nothing(village, year_2025):
    make_ballot(village, issued=10, returned=0, satisfied=0, basically=0)
    assert proven(indicators.WORKERS_SATISFIED, year_2025) is None
    assert proven(indicators.two_satisfactions, year_2025) == 0
    assert offenders(rules.low_satisfaction, year_2025) == set()


@pytest.mark.parametrize("values", [{"returned": 142}, {"satisfied": 128}])
def test_more_votes_than_ballots_are_refused(village, values):
    with pytest.raises(ValidationError) as refused:
        make_ballot(village, **values)
    assert list(refused.value.message_dict) == ["returned"]


def test_kinds_of_facilities_are_counted_by_their_source(township, village, year_2025):
    for kind in ("table_tennis", "billiards"):
        make_facility(village, kind=kind)
    make_facility(township, kind="billiards", place="文化站")
    for kind in ("basketball", "badminton", "computers"):
        make_facility(village, kind=kind, source="employer")
    make_facility(village, kind="books", source="employer", until_on=date(2025, 6, 30))
    assert proven(indicators.UNION_FACILITIES, year_2025) == 2
    assert proven(indicators.EMPLOYER_FACILITIES, year_2025) == 3
    assert proven(indicators.facilities, year_2025) == 6


def test_a_facility_is_shown_by_a_photo(village, year_2025):
    bare, shown = make_facility(village), make_facility(village, kind="billiards")
    make_exhibit(shown)
    assert offenders(rules.facility_without_photo, year_2025) == {bare}
    with pytest.raises(ValidationError, match="写明名称"):
        make_facility(village, kind="other")


def test_a_pilot_is_counted_by_what_is_tried(township, neighbour, year_2025):
    firm = make_employer(township, name="蚌埠新材料有限公司")
    make_pilot(township, firm, kind="contract")
    make_pilot(township, firm, kind="democracy", from_on=date(2024, 5, 1), until_on=date(2025, 1, 1))
    make_pilot(township)
    make_pilot(neighbour)
    make_pilot(
        township, make_employer(township, name="旧厂"), from_on=date(2023, 1, 1), until_on=date(2024, 1, 1)
    )
    assert proven(indicators.HOME_PILOTS, year_2025) == 1
    assert proven(indicators.CONTRACT_PILOTS, year_2025) == 1
    assert proven(indicators.DEMOCRACY_PILOTS, year_2025) == 1
    with pytest.raises(ValidationError, match="同一内容的试点"):
        make_pilot(township, firm, kind="contract")
