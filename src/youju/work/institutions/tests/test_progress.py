"""What a target has reached is what a figure says, and nothing else."""

from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal

import pytest
from tests.makers_institutions import make_target

from youju.base import clock
from youju.ledger.indicators import count
from youju.org.models import Organisation
from youju.work.institutions.progress import progress

pytestmark = pytest.mark.django_db


@count("test.units", "单位", unit="个")
def units(scope):
    """辖区内的单位，只为测试。"""
    return Organisation.objects.everywhere("test").filter(pk__in=scope.organisations)


def says(value):
    """Whoever knows the indicators, for whom every figure is this one."""
    return lambda code, scope: replace(units.figure(scope), code=code, value=value)


@pytest.mark.parametrize(
    ("comparator", "reached", "met", "percent"),
    [
        ("at_least", 320, True, 100),
        ("at_least", 319, False, Decimal("99.6875")),
        ("at_least", 640, True, 200),
        ("at_least", None, False, None),
        ("exactly", 320, True, 100),
        ("exactly", 321, False, Decimal("100.3125")),
        ("at_most", 320, True, None),
        ("at_most", 321, False, None),
        ("at_most", None, False, None),
    ],
)
def test_a_target_is_met_by_its_figure(township, comparator, reached, met, percent):
    target = make_target(township, value=320, comparator=comparator)
    found = progress(target, says(reached))
    assert (found.reached, found.met, found.percent) == (reached, met, percent)
    assert not found.is_unknown


def test_no_case_at_all_is_a_target_too(township):
    target = make_target(township, value=0, comparator="exactly")
    assert progress(target, says(0)).met is True
    assert progress(target, says(None)).met is False
    assert progress(target, says(0)).percent is None


def test_a_task_is_neither_met_nor_missed(township):
    task = make_target(township, indicator="", value=None)
    found = progress(task, says(5))
    assert (found.figure, found.met, found.percent, found.is_unknown) == (None, None, None, False)


def test_a_code_that_means_nothing_is_said_so(township):
    found = progress(make_target(township), lambda code, scope: None)
    assert found.is_unknown
    assert found.met is None


def test_the_figure_is_asked_at_the_unit_for_the_year(township, village):
    asked = []
    target = make_target(village, level="letter", year=2024, occurred_on=date(2024, 1, 5))
    progress(target, lambda code, scope: asked.append((code, scope)))
    ((code, scope),) = asked
    assert code == "organising.members_joined"
    assert (scope.organisation, scope.period.code, scope.as_of) == (village, "2024", date(2024, 12, 31))


def test_a_year_that_still_runs_is_asked_as_of_today(township):
    this_year, next_year = make_target(township), make_target(township, year=2026, due_on=date(2026, 12, 31))
    day = clock.today()
    assert progress(this_year, says(1)).scope.as_of == min(day, date(2025, 12, 31))
    assert progress(next_year, says(1)).scope.as_of == date(2026, 1, 1)


def test_a_missed_target_is_overdue_after_its_day(township):
    late = make_target(township, due_on=date(2025, 12, 30))
    today = make_target(township, due_on=date(2025, 12, 31))
    assert progress(late, says(1)).is_overdue
    assert not progress(today, says(1)).is_overdue
    assert not progress(late, says(10)).is_overdue


@pytest.mark.parametrize(
    ("today", "due_on", "expected", "behind"),
    [
        (date(2025, 1, 1), date(2025, 12, 31), Decimal(100) / 365, False),
        (date(2025, 7, 2), date(2025, 12, 31), Decimal(18300) / 365, True),
        (date(2025, 6, 30), date(2025, 6, 30), Decimal(100), True),
        (date(2026, 2, 1), date(2025, 12, 31), Decimal(100), True),
    ],
)
def test_every_day_until_the_last_takes_its_share_of_the_way(township, today, due_on, expected, behind):
    target = make_target(township, value=100, due_on=due_on, occurred_on=date(2025, 1, 1))
    with clock.at(datetime.combine(today, time(9), clock.CHINA)):
        found = progress(target, says(40))
        assert (found.expected, found.is_behind) == (expected, behind)
        assert not progress(target, says(100)).is_behind
