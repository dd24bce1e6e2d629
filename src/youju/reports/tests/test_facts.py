"""What papers say without a figure: targets and tasks, by name, and nothing where there is none."""

from datetime import date

import pytest
from tests.makers import make_membership, make_person
from tests.makers_institutions import make_target, make_task

from youju.base import periods
from youju.ledger.scope import Scope
from youju.org.access import SystemAccess
from youju.reports import composing
from youju.reports.facts import FACTS, fact
from youju.reports.models import Kind
from youju.reports.template import FACTS as KNOWN

pytestmark = pytest.mark.django_db


@pytest.fixture
def scope(township, village):
    for name in ("张一", "李二", "王三"):
        make_membership(village, make_person(village, name=name), from_on=date(2025, 3, 1))
    return Scope.of(SystemAccess(), township, periods.year(2025))


def test_a_template_may_quote_exactly_the_facts_there_are():
    assert set(KNOWN) == set(FACTS)


def test_without_targets_and_tasks_nothing_is_said(scope):
    assert [fact(name, scope) for name in ("@progress", "@targets", "@open", "@missed")] == [""] * 4


def test_progress_names_the_targets_that_are_reached_and_those_that_are_not(scope, township):
    make_target(township, item="新发展会员", value=3)
    make_target(township, item="会员总数", indicator="organising.members", value=500)
    make_target(township, item="整理档案", indicator="", value=None)
    make_target(township, item="去年的目标", year=2024)
    told = fact("@progress", scope)
    assert told == "2025年确定的量化目标2项，已达到1项（新发展会员），尚未达到1项（会员总数）"
    assert fact("@missed", scope) == "会员总数未达到当年目标，作为下年重点"


def test_progress_is_that_of_the_as_of_day(township, scope):
    make_target(township, value=3)
    early = Scope.of(SystemAccess(), township, periods.half(2025, 1), as_of=date(2025, 2, 1))
    assert "尚未达到1项" in fact("@progress", early)


@pytest.mark.parametrize(("comparator", "met"), [("at_least", False), ("exactly", False), ("at_most", True)])
def test_a_limit_is_met_from_below(township, scope, comparator, met):
    make_target(township, value=10, comparator=comparator)
    assert ("已达到1项" in fact("@progress", scope)) == met


def test_the_plan_lists_next_year_s_targets_with_what_they_ask(township, village, scope):
    make_target(township, year=2026, value=300, unit="人", due_on=date(2026, 12, 31))
    make_target(township, year=2026, item="整理档案", indicator="", value=None, due_on=date(2026, 12, 31))
    make_target(village, year=2026, item="别家的", due_on=date(2026, 12, 31))
    assert fact("@targets", scope) == "新发展会员不少于300人；整理档案"
    document, _draft = composing.as_of_now(SystemAccess(), scope, Kind.PLAN)
    assert "新发展会员不少于300人；整理档案。" in "".join(block.text for block in document.blocks)


def test_open_tasks_are_those_of_the_as_of_day(township, scope):
    make_task(township, item="补齐档案")
    make_task(township, item="办完的事", done_on=date(2025, 6, 1), result="办完")
    assert fact("@open", scope) == "待办事项1项：补齐档案"
    before = Scope.of(SystemAccess(), township, periods.half(2025, 1), as_of=date(2025, 5, 1))
    assert "办完的事" in fact("@open", before)
