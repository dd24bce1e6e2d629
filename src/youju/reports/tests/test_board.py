"""The board of a screen: the same figures as everywhere, and nothing else."""

from datetime import date, datetime

import pytest
from tests.makers import make_membership
from tests.makers_institutions import make_target

from youju.base import clock, periods
from youju.ledger.scope import Scope
from youju.reports.board import HEADLINES, MONTHLY, RATES, board

pytestmark = pytest.mark.django_db


@pytest.fixture
def scope(township):
    return Scope(township, periods.year(2025), date(2025, 10, 31))


def totals(scope):
    return {one.label: (one.value, one.unit) for one in board(scope).totals}


def test_totals_are_the_figures_of_the_catalogue(scope, village):
    make_membership(village, from_on=date(2025, 3, 1))
    make_membership(village, from_on=date(2024, 3, 1))
    found = totals(scope)
    assert found["会员总数"] == ("2", "人")
    assert found["新发展会员"] == ("1", "人")
    assert len(found) == len(HEADLINES)


def test_months_to_come_are_empty_and_the_highest_fills_the_height(scope, village):
    for day in (date(2025, 3, 1), date(2025, 3, 9), date(2025, 7, 1)):
        make_membership(village, from_on=day)
    with clock.at(datetime(2025, 10, 31, 12, tzinfo=clock.CHINA)):
        months = board(scope).months
    assert [one.value for one in months] == [0, 0, 2, 0, 0, 0, 1, 0, 0, 0, None, None]
    assert (months[2].height, months[2].gap, months[6].height) == (100, 0, 50)
    assert board(scope).monthly == "新发展会员"
    assert MONTHLY in HEADLINES


def test_a_rate_without_a_base_is_not_shown(scope, village):
    assert "建会率" not in {one.label for one in board(scope).rates}
    assert len(RATES) == len(set(RATES))


def test_bars_are_the_offices_targets_that_a_figure_measures(scope, township, village):
    make_target(township, item="发展会员", value=4, unit="人")
    make_target(township, item="一项任务", indicator="", value=None)
    make_target(village, item="单位的", level="letter")
    make_membership(village, from_on=date(2025, 3, 1))
    (bar,) = board(scope).bars
    assert (bar.label, bar.value, bar.asked, bar.filled, bar.met) == ("发展会员", "1", "4人", 25, False)


def test_a_target_reached_is_full_and_green(scope, township, village):
    make_target(township, item="发展会员", value=1, unit="人")
    for _n in range(3):
        make_membership(village, from_on=date(2025, 3, 1))
    (bar,) = board(scope).bars
    assert (bar.filled, bar.met) == (100, True)
