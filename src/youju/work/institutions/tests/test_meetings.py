"""Meetings by kind, leaders present, who came; and what is followed up until it is done."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from tests.figures import offenders, proven, side
from tests.makers import make_exhibit, make_organisation, named
from tests.makers_institutions import make_meeting, make_task

from youju.base import periods
from youju.ledger.lines import LineOfWork
from youju.ledger.scope import Scope
from youju.org.access import SystemAccess
from youju.records import writing
from youju.work.institutions import rules
from youju.work.institutions.indicators import meetings
from youju.work.institutions.models import Meeting

pytestmark = pytest.mark.django_db
QUARTERS = (date(2025, 3, 31), date(2025, 6, 30), date(2025, 9, 30), date(2025, 12, 31))
PLANNED = dict(zip(LineOfWork, meetings.PLANNED, strict=True))


def test_every_kind_of_meeting_is_counted_by_itself(township, neighbour, year_2025):
    for kind in Meeting.Kind:
        make_meeting(township, kind=kind)
        make_meeting(neighbour, kind=kind)
    assert [proven(one, year_2025) for one in meetings.HELD] == [1] * 6


def test_four_quarters_met_need_a_meeting_in_each(township, village, year_2025):
    for day in QUARTERS[:3]:
        make_meeting(township, occurred_on=day)
    make_meeting(township, occurred_on=date(2025, 7, 1))
    assert proven(meetings.QUARTERLY, year_2025) == 4
    assert proven(meetings.quarters_met, year_2025) == 3
    assert offenders(rules.quarter_without_meeting, year_2025) == {township}
    make_meeting(township, occurred_on=QUARTERS[3])
    assert proven(meetings.quarters_met, year_2025) == 4
    assert offenders(rules.quarter_without_meeting, year_2025) == set()


def test_a_quarter_that_still_runs_is_not_overdue(township, village):
    make_meeting(township, occurred_on=QUARTERS[0])
    before = Scope.of(SystemAccess(), township, periods.year(2025), date(2025, 6, 29))
    after = Scope.of(SystemAccess(), township, periods.year(2025), date(2025, 6, 30))
    assert offenders(rules.quarter_without_meeting, before) == set()
    assert offenders(rules.quarter_without_meeting, after) == {township}


def test_the_year_begins_with_a_meeting(township, village, year_2025):
    assert offenders(rules.no_annual_meeting, year_2025) == {township}
    make_meeting(township, kind="annual", occurred_on=date(2025, 1, 20))
    assert offenders(rules.no_annual_meeting, year_2025) == set()


def test_leaders_at_every_meeting_are_all(township, year_2025):
    absent = make_meeting(township)
    make_meeting(township, kind="home", leader_present=True, leader_reported=True, leaders="张书记")
    make_meeting(township, kind="joint", leader_present=True, leader_reported=True, leaders="李乡长")
    assert proven(meetings.leader_rate, year_2025) == Decimal(200) / 3
    assert side(meetings.leader_rate, year_2025, "gap") == {absent}
    assert proven(meetings.leader_reports, year_2025) == 1
    writing.void(absent, by=None, reason="误登")
    assert proven(meetings.leader_rate, year_2025) == 100


def test_without_meetings_there_is_no_rate(year_2025):
    assert proven(meetings.leader_rate, year_2025) is None
    assert proven(meetings.attendance_rate, year_2025) is None


def test_attendance_is_of_all_who_were_due(township, year_2025):
    make_meeting(township, due=20, present=18, on_leave=2)
    make_meeting(township, due=80, present=60, on_leave=0, children=named("王主席"))
    assert proven(meetings.attendance_rate, year_2025) == 78


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"present": 21, "on_leave": 0}, "present"),
        ({"present": 19, "on_leave": 2}, "on_leave"),
        ({"leader_reported": True}, "leader_present"),
        ({"leader_present": True}, "leaders"),
    ],
)
def test_what_cannot_be_of_a_meeting_is_refused(township, values, field):
    with pytest.raises(ValidationError) as refused:
        make_meeting(township, **values)
    assert list(refused.value.message_dict) == [field]


def test_a_meeting_without_a_sign_in_sheet_is_named(township, year_2025):
    bare, shown = make_meeting(township), make_meeting(township)
    make_exhibit(shown, "sign_in")
    make_exhibit(bare, "photo")
    assert offenders(rules.meeting_without_sign_in, year_2025) == {bare}


# -- what is followed up ---------------------------------------------------------------


def test_five_shortcomings_are_five_however_many_parts_they_have(township, year_2025):
    items = [make_task(township, item=f"不足{n}") for n in range(5)]
    make_task(township, item="补齐目录", parent=items[0])
    make_task(township, occurred_on=date(2024, 12, 31))
    assert proven(meetings.shortcomings, year_2025) == 5


def test_a_divided_plan_item_counts_by_its_parts_in_its_lines(township, year_2025):
    first = make_task(township, origin="plan", item="争取党政支持，加强阵地建设")
    make_task(township, origin="plan", parent=first, item="争取党政支持")
    make_task(township, origin="plan", parent=first, item="加强阵地建设", line="workers_home")
    make_task(township, origin="plan", item="职工代表培训", line="democracy")
    assert proven(meetings.plan_items, year_2025) == 2
    assert proven(PLANNED[LineOfWork.INSTITUTIONS], year_2025) == 1
    assert proven(PLANNED[LineOfWork.WORKERS_HOME], year_2025) == 1
    assert proven(PLANNED[LineOfWork.DEMOCRACY], year_2025) == 1
    assert proven(PLANNED[LineOfWork.SAFETY], year_2025) == 0


def test_a_part_belongs_to_a_whole_of_its_own_origin(township):
    plan = make_task(township, origin="plan")
    part = make_task(township, origin="plan", parent=plan)
    with pytest.raises(ValidationError, match="来源与本项不同"):
        make_task(township, parent=plan)
    with pytest.raises(ValidationError, match="只能是一项重点工作"):
        make_task(township, origin="plan", parent=part)


def test_a_resolution_names_its_meeting(township, year_2025):
    meeting = make_meeting(township, kind="joint")
    with pytest.raises(ValidationError) as refused:
        make_task(township, origin="meeting")
    assert list(refused.value.message_dict) == ["meeting"]
    make_task(township, origin="meeting", meeting=meeting)
    assert proven(meetings.resolutions_made, year_2025) == 1


def test_a_hard_problem_is_solved_when_its_task_is_done(township, year_2025):
    joint = make_meeting(township, kind="joint")
    solved = {"origin": "meeting", "meeting": joint, "hard": True}
    make_task(township, **solved, done_on=date(2025, 5, 1))
    make_task(township, **solved)
    make_task(township, **solved | {"hard": False}, done_on=date(2025, 5, 1))
    make_task(township, **solved | {"meeting": make_meeting(township)}, done_on=date(2025, 5, 1))
    assert proven(meetings.hard_problems_solved, year_2025) == 1


def test_a_task_is_on_time_on_its_last_day_and_overdue_the_day_after(township, year_2025):
    due = date(2025, 6, 30)
    make_task(township, due_on=due, done_on=due)
    make_task(township, due_on=due, done_on=date(2025, 7, 1))
    open_ = make_task(township, due_on=date(2025, 12, 30))
    last_day = make_task(township, due_on=date(2025, 12, 31))
    make_task(township)
    assert proven(meetings.tasks_done_rate, year_2025) == 25
    assert offenders(rules.task_overdue, year_2025) == {open_}
    assert side(meetings.tasks_done_rate, year_2025, "gap") >= {open_, last_day}


def test_tasks_of_other_units_are_not_ours(neighbour, year_2025):
    make_task(make_organisation(neighbour, name="邻厂工会"), central=True, due_on=date(2025, 4, 1))
    assert proven(meetings.central_tasks, year_2025) == 0
    assert offenders(rules.task_overdue, year_2025) == set()
