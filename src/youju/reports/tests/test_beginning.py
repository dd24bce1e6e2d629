"""From last year's summary: targets, the ledgers they need, open tasks; one act, undone as one."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from tests.makers import make_membership, make_person

from youju.base import periods
from youju.ledger.scope import Scope
from youju.org.access import Access, SystemAccess
from youju.records.record import State
from youju.reports import beginning, following
from youju.work.institutions.duties import Target
from youju.work.institutions.meetings import Task

pytestmark = pytest.mark.django_db
LAST_YEAR = """2024年工作总结
一、组织建设
全年新发展会员320人，帮扶困难职工家庭36户，劳动保护检查员持证上岗率达95%。全年未发生重特大事故。购置电脑5台。
二、存在的不足
一是档案还不够齐全；二是新发展会员覆盖面不够广。
三、明年打算
继续推进企业建会。发展会员200人。
"""


@pytest.fixture
def proposal(db):
    return beginning.propose(LAST_YEAR)


def take(user, organisation, proposal, *, year=2026):
    aims = [(one, one.value) for one in proposal.aims]
    tasks = [(one.kind, one.text) for one in proposal.points]
    return beginning.take(
        Access(user), organisation, year, text=LAST_YEAR, name="总结.txt", aims=aims, tasks=tasks
    )


def standing(model):
    return model.objects.everywhere("x").exclude(state=State.VOIDED)


def test_figures_become_targets_in_the_order_of_the_catalogue(proposal):
    told = {one.indicator.code: (one.value, one.comparator) for one in proposal.aims}
    assert told["organising.members_joined"] == (Decimal(320), "at_least")
    assert told["relief.households_helped"] == (Decimal(36), "at_least")
    assert told["safety.certified_rate"] == (Decimal(95), "at_least")
    assert told["safety.serious_accidents"] == (Decimal(0), "at_most")
    assert next(iter(told)).startswith("organising.")
    assert [one.text for one in proposal.unknown] == ["5台"]


def test_what_is_only_planned_is_no_figure_but_a_point(proposal):
    assert [one.text for one in proposal.points] == [
        "档案还不够齐全", "新发展会员覆盖面不够广", "继续推进企业建会", "发展会员200人",
    ]  # fmt: skip


def test_the_ledgers_needed_are_named_with_what_they_hold(proposal, township, village):
    make_membership(village, make_person(village, name="张一"))
    scope = Scope.of(SystemAccess(), township, periods.year(2026))
    needs = beginning.needs(SystemAccess(), scope, [one.indicator for one in proposal.aims])
    held = {one.ledger.code: one.records for one in needs}
    assert held["organising.members"] == 1
    assert held["relief.visits"] == 0


def test_what_was_ticked_is_entered_and_confirmed_where_nobody_else_could(proposal, township, leader):
    batch = take(leader, township, proposal)
    targets, tasks = beginning.taken(batch)
    assert (len(targets), len(tasks), batch.rows) == (len(proposal.aims), 4, len(proposal.aims) + 4)
    first = next(one for one in targets if one.indicator == "organising.members_joined")
    assert (first.value, first.unit, first.year, first.line) == (320, "人", 2026, "organising")
    assert {one.state for one in (*targets, *tasks)} == {State.CONFIRMED}
    assert [one.origin for one in tasks] == ["shortcoming", "shortcoming", "plan", "plan"]
    assert tasks[1].line == "organising"


def test_another_officer_confirms_where_there_is_one(proposal, township, clerk, leader):
    targets, tasks = beginning.taken(take(clerk, township, proposal))
    assert {one.state for one in (*targets, *tasks)} == {State.PENDING}


def test_all_of_it_is_undone_as_one_act(proposal, township, leader):
    batch = take(leader, township, proposal)
    with pytest.raises(ValidationError):
        take(leader, township, proposal)
    assert beginning.undo(Access(leader), batch, "传错了文件") == batch.rows
    assert not standing(Target).exists()
    assert not standing(Task).exists()
    assert take(leader, township, proposal).pk != batch.pk


def test_nothing_ticked_is_nothing_entered(township, leader):
    with pytest.raises(ValidationError, match="至少勾选一项"):
        beginning.take(Access(leader), township, 2026, text="x", name="x", aims=[], tasks=[])


def test_only_those_who_enter_there_begin(proposal, township, leader, auditor, outsider):
    with pytest.raises(PermissionDenied):
        take(auditor, township, proposal)
    batch = take(leader, township, proposal)
    assert beginning.beginning(Access(outsider), batch.pk) is None


@pytest.mark.parametrize(
    ("words", "line"),
    [("举办下岗职工技能培训班", "education"), ("困难职工档案不齐", "relief"), ("啊", "institutions")],
)
def test_a_task_is_put_to_the_line_whose_words_it_uses(words, line):
    assert beginning.line_said(words) == line


def test_the_year_s_report_opens_with_what_became_of_them(proposal, township, leader):
    batch = take(leader, township, proposal)
    scope = Scope.of(SystemAccess(), township, periods.year(2026))
    assert following.told(scope).startswith("上年总结提出的4项不足和打算，尚未办结4项（")
    beginning.undo(Access(leader), batch, "传错了")
    assert following.told(scope) == ""
    other = Scope.of(SystemAccess(), township, periods.year(2027))
    assert following.told(other) == ""
