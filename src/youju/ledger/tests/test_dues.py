"""What falls due: on the day, the day before, overdue, and no more once it is done."""

from datetime import date, datetime

import pytest
from django.db.models import QuerySet
from tests.makers import make_organisation
from tests.makers_bargaining import make_contract
from tests.makers_institutions import make_meeting, make_stage, make_task
from tests.makers_organising import make_election

from youju.base import clock, periods
from youju.catalogue import DUES, LEDGERS
from youju.ledger import dues
from youju.ledger.scope import Scope
from youju.org.access import Access, SystemAccess
from youju.records import writing

pytestmark = pytest.mark.django_db
TODAY = date(2025, 12, 31)


def told(code, organisation, *, start=date(2025, 1, 1), end=date(2026, 3, 31)):
    scope = Scope.of(SystemAccess(), organisation, periods.between(start, end), clock.today())
    return DUES[code].items(scope)


@pytest.mark.parametrize(
    ("day", "left"), [(date(2025, 12, 30), -1), (date(2025, 12, 31), 0), (date(2026, 1, 1), 1)]
)
def test_an_open_task_is_told_with_the_days_that_are_left(township, day, left):
    task = make_task(township, due_on=day)
    [item] = told("institutions.task", township)
    assert (item.subject, item.day, item.days_left, item.is_overdue) == (task, day, left, left < 0)


def test_a_task_that_is_done_or_has_no_day_is_not_told(township):
    make_task(township, due_on=date(2026, 1, 10), done_on=date(2025, 12, 20), result="办结")
    make_task(township)
    assert told("institutions.task", township) == []


def test_only_days_of_the_asked_period_are_told(township):
    make_task(township, due_on=date(2026, 2, 1))
    assert told("institutions.task", township, end=date(2026, 1, 31)) == []
    assert len(told("institutions.task", township, start=date(2026, 2, 1), end=date(2026, 2, 1))) == 1


def test_what_is_due_so_many_days_after_something_is_told_by_the_last_of_them(village):
    contract = make_contract(village, signed_on=date(2025, 12, 28), filed_on=None)
    [item] = told("bargaining.filing", village)
    assert (item.subject, item.day) == (contract, date(2026, 1, 7))


def test_a_contract_is_to_be_renewed_by_its_last_day_and_not_once_it_is(village):
    old = make_contract(village, from_on=date(2024, 2, 1), until_on=date(2026, 1, 31))
    [item] = told("bargaining.renewal", village)
    assert (item.subject, item.day) == (old, date(2026, 1, 31))
    make_contract(village, employer=old.employer, from_on=date(2026, 2, 1), until_on=date(2028, 1, 31))
    assert told("bargaining.renewal", village) == []


def test_a_term_of_a_union_ends_on_a_day_unless_the_union_ended_before(township, village):
    election = make_election(village, occurred_on=date(2023, 1, 15), term_years=3)
    [item] = told("organising.term", township)
    assert (item.subject, item.day) == (election, election.term_ends_on)
    writing.end(village, on=date(2025, 12, 30), by=None)
    assert told("organising.term", township) == []


def test_every_quarter_without_its_meeting_is_owed_by_its_last_day(township, village):
    make_meeting(township, kind="quarterly", occurred_on=date(2025, 5, 8))
    found = told("institutions.quarter_meeting", township)
    assert [(item.step, item.day, item.subjects) for item in found] == [
        ("第一季度", date(2025, 3, 31), (township,)),
        ("第三季度", date(2025, 9, 30), (township,)),
        ("第四季度", date(2025, 12, 31), (township,)),
        ("第一季度", date(2026, 3, 31), (township,)),
    ]


def test_units_that_owe_the_same_stand_together(township, village):
    other = make_organisation(township, name="乙厂工会", code="ZHEN-02")
    [item] = told("workers_home.self_check", township)
    assert (item.subjects, item.day, item.step) == ((village, other), TODAY, "2025年度")


def test_a_stage_of_the_year_that_is_behind_is_owed_no_more(township, village):
    [assigned] = told("institutions.stage_assigned", township, end=TODAY)
    assert (assigned.day, assigned.due.label) == (date(2025, 3, 31), "年初布置")
    make_stage(township, kind="assigned")
    assert told("institutions.stage_assigned", township, end=TODAY) == []
    assert [item.day for item in told("institutions.stage_assigned", township)] == [date(2026, 3, 31)]


def test_nobody_sees_what_others_owe(township, village, neighbour, chair, outsider):
    make_task(township, due_on=date(2026, 1, 10))
    at_village = Scope.of(Access(chair), village, dues.near(TODAY), TODAY)
    elsewhere = Scope.of(Access(outsider), neighbour, dues.near(TODAY), TODAY)
    assert "institutions.task" not in {item.due.code for item in dues.falling(DUES.values(), at_village)}
    assert {subject for item in dues.falling(DUES.values(), at_village) for subject in item.subjects} == {
        village
    }
    assert dues.falling(DUES.values(), elsewhere) == []


def test_everything_together_is_sorted_by_day(township, village):
    make_task(township, due_on=date(2026, 1, 10))
    scope = Scope.of(SystemAccess(), township, dues.near(TODAY), TODAY)
    days = [item.day for item in dues.falling(DUES.values(), scope)]
    assert days == sorted(days)
    assert days[-1] <= date(2026, 3, 1)
    with clock.at(datetime(2026, 1, 11, 9, 0, tzinfo=clock.CHINA)):
        scope = Scope.of(SystemAccess(), township, dues.near(clock.today()), clock.today())
        late = [item for item in dues.falling(DUES.values(), scope) if item.due.code == "institutions.task"]
        assert [item.days_left for item in late] == [-1]


@pytest.mark.parametrize("due", DUES.values(), ids=DUES)
def test_each_says_what_to_do_where_and_asks_the_database(due, year_2025):
    assert len(due.definition) >= 10
    assert not due.definition.isascii()
    assert not due.ledger or due.ledger in LEDGERS
    assert isinstance(due.select(year_2025), QuerySet)
    assert due.items(year_2025) == []
