"""Shortcomings and plans become tasks once, and next year's report opens with what became of them."""

from datetime import date, datetime

import pytest
from tests import stage
from tests.makers import make_membership

from youju.base import clock, periods
from youju.ledger.scope import Scope
from youju.org.access import Access, SystemAccess
from youju.records import writing
from youju.reports import composing, following, sealing
from youju.reports.models import Followed, Kind
from youju.work.institutions.models import Task

pytestmark = pytest.mark.django_db
YEAR, NEXT = periods.year(2025), periods.year(2026)


@pytest.fixture
def report(township, village):
    return stage.enter("paper with shortcomings", lambda: written(township, village))


def written(township, village):
    make_membership(village)
    report = composing.begin(SystemAccess(), township, YEAR)
    for part, text in (
        ("shortcoming", "一是档案还不够齐全；"),
        ("shortcoming", "新发展会员只有{organising.members_joined}。"),
        ("plan", "继续推进建会。"),
        ("lesson", "贵在坚持。"),
    ):
        composing.add(SystemAccess(), report, part=part, text=text)
    return report


def seal(township, access=None, **values):
    return sealing.seal(access or SystemAccess(), township, YEAR, **values)


def tasks():
    return list(Task.objects.everywhere("x").order_by("pk"))


def test_each_shortcoming_and_plan_becomes_a_task_with_its_origin(township, report, leader):
    seal(township, Access(leader))
    assert [(t.origin, t.item, t.line) for t in tasks()] == [
        ("shortcoming", "档案还不够齐全", "institutions"),
        ("shortcoming", "新发展会员只有1人", "organising"),
        ("plan", "继续推进建会", "institutions"),
    ]
    assert {(t.due_on, t.state, t.organisation, t.recorded_by) for t in tasks()} == {
        (date(2026, 12, 31), "confirmed", township, leader)
    }


def test_a_second_edition_makes_tasks_only_of_what_is_new(township, report):
    seal(township)
    composing.add(SystemAccess(), report, part="plan", text="办好培训班。")
    seal(township, why="补充打算")
    assert [t.item for t in tasks()][3:] == ["办好培训班"]
    assert Followed.objects.count() == 4
    assert Followed.objects.get(task=tasks()[3]).passage.text == "办好培训班。"


def test_next_year_opens_with_what_became_of_them(township, report):
    seal(township)
    with clock.at(datetime(2026, 12, 31, 9, tzinfo=clock.CHINA)):
        done = tasks()[0]
        done.done_on = date(2026, 5, 1)
        writing.amend(done, by=None, reason="已办结")
        following_report = composing.begin(SystemAccess(), township, NEXT)
        document, _draft = composing.document(SystemAccess(), following_report)
        opening = document.blocks[0].text
    assert opening.startswith(
        "上年总结提出的3项不足和打算，已办结1项（档案还不够齐全），"
        "尚未办结2项（新发展会员只有1人和继续推进建会）。"
    )


def test_what_is_done_after_the_day_is_not_yet_done(township, report):
    seal(township)
    with clock.at(datetime(2026, 12, 31, 9, tzinfo=clock.CHINA)):
        done = tasks()[0]
        done.done_on = date(2026, 12, 1)
        writing.amend(done, by=None, reason="已办结")
        half = Scope.of(SystemAccess(), township, NEXT, as_of=date(2026, 6, 30))
        assert "尚未办结3项" in following.told(half)
        assert "已办结" not in following.told(half)


def test_without_a_report_of_last_year_nothing_is_told(township, report, year_2025):
    assert following.told(year_2025) == ""
    assert "{@followed}。" not in [p.text for p in composing.passages(SystemAccess(), report)]


def test_other_papers_do_not_open_with_it(township, report):
    seal(township)
    with clock.at(datetime(2026, 12, 31, 9, tzinfo=clock.CHINA)):
        scope = Scope.of(SystemAccess(), township, NEXT)
        assert composing.opening(scope, Kind.MIDYEAR) == []
        assert len(composing.opening(scope, Kind.ANNUAL)) == 1
