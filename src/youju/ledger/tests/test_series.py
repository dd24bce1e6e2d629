"""A series is the single figures, one after the other."""

from datetime import date, datetime

import pytest
from tests.makers import make_membership, make_organisation
from tests.makers_relief import make_warmth_visit

from youju.base import clock, periods
from youju.catalogue import INDICATORS
from youju.ledger import series
from youju.ledger.scope import Scope
from youju.org.access import SystemAccess

pytestmark = pytest.mark.django_db
JOINED, MEMBERS = INDICATORS["organising.members_joined"], INDICATORS["organising.members"]
HELPED, RATE = INDICATORS["relief.households_helped"], INDICATORS["relief.filed_rate"]


def values(points):
    return [point.value for point in points]


def test_what_happened_stands_in_its_month(year_2025, village):
    for day in (date(2025, 3, 1), date(2025, 3, 31), date(2025, 11, 2)):
        make_membership(village, from_on=day)
    points = series.over_months(JOINED, year_2025)
    assert values(points) == [0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 1, 0]
    assert [point.label for point in points][::11] == ["1月", "12月"]


def test_a_stock_is_read_on_the_last_day_of_each_month(year_2025, village):
    make_membership(village, from_on=date(2025, 3, 31))
    make_membership(village, from_on=date(2025, 4, 1))
    points = series.over_months(MEMBERS, year_2025)
    assert values(points) == [0, 0, 1, *[2] * 9]
    assert points[1].scope.as_of == date(2025, 2, 28)


def test_every_point_is_the_figure_of_its_own_scope(year_2025, township, village):
    make_warmth_visit(village, occurred_on=date(2025, 2, 1))
    for point in series.over_months(HELPED, year_2025):
        asked = Scope.of(SystemAccess(), township, periods.parse(point.scope.period.code))
        assert point.figure == HELPED.figure(asked)


def test_months_to_come_are_empty_and_not_nothing(township, village):
    with clock.at(datetime(2025, 9, 1, 8, 0, tzinfo=clock.CHINA)):
        scope = Scope.of(SystemAccess(), township, periods.year(2025))
        points = series.over_months(JOINED, scope)
    assert values(points) == [0] * 9 + [None] * 3
    assert [point.figure for point in points[9:]] == [None] * 3


def test_years_begin_with_the_first_that_has_records(year_2025, village):
    make_membership(village, from_on=date(2023, 5, 1))
    points = series.over_years(JOINED, year_2025)
    assert [(point.label, point.value) for point in points] == [("2023年", 1), ("2024年", 0), ("2025年", 0)]
    assert [point.label for point in series.over_years(HELPED, year_2025)] == ["2025年"]


def test_a_rate_that_nothing_can_be_said_of_has_no_value(year_2025):
    assert values(series.over_months(RATE, year_2025)) == [None] * 12


def test_units_are_compared_in_one_period(year_2025, township, village):
    other = make_organisation(township, name="乙厂工会", code="ZHEN-02")
    make_membership(village, from_on=date(2025, 3, 1))
    make_membership(township, from_on=date(2025, 3, 1))
    points = series.by_unit(JOINED, year_2025)
    assert [(point.scope.organisation, point.value) for point in points] == [(village, 1), (other, 0)]
