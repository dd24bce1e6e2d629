"""Meetings held, and what became of everything that had to be followed up."""

from youju.ledger.indicators import Counted, count
from youju.ledger.kinds import kinds
from youju.ledger.lines import LineOfWork
from youju.ledger.ratios import ratio
from youju.ledger.shares import ITSELF, share
from youju.work.institutions.models import Meeting, Task

Kind, Origin = Meeting.Kind, Task.Origin


def _held(kind: Meeting.Kind, code: str, *synonyms: str) -> Counted:
    """Meetings of one kind."""

    def held(scope):
        return Meeting.objects.within(scope).filter(kind=kind)

    held.__doc__ = (
        f"本期内召开的{kind.label}次数，每次计1次。以会议台账中会议类别和会议日期为准，待确认的不计。"
    )
    return count(f"institutions.{code}", str(kind.label), unit="次", synonyms=synonyms)(held)


ANNUAL = _held(Kind.ANNUAL, "annual_meetings", "总结部署会议", "工会工作总结部署会议")
QUARTERLY = _held(Kind.QUARTERLY, "quarterly_meetings", "每季度召开一次例会", "工会例会")
MOBILISATION = _held(Kind.MOBILISATION, "mobilisation_meetings", "应建会企业负责人会议", "建会动员会")
HOME = _held(Kind.HOME, "home_meetings", "建家动员会", "建家部署会")
JOINT = _held(Kind.JOINT, "joint_meetings", "政府联席会议", "政府与工会联席会议")
UNION_WORK = _held(Kind.UNION_WORK, "union_work_meetings", "工会工作专题会议")
HELD = (ANNUAL, QUARTERLY, MOBILISATION, HOME, JOINT, UNION_WORK)


@kinds(
    "institutions.quarters_met",
    "召开例会的季度",
    of="quarter",
    unit="个",
    synonyms=("季度例会覆盖季度",),
)
def quarters_met(scope):
    """本期内召开过季度例会的季度个数；一个季度开几次的只计1个，四个季度各有一次才是4个。"""
    return Meeting.objects.within(scope).filter(kind=Kind.QUARTERLY)


@count(
    "institutions.leader_reports",
    "主要领导作动员报告",
    unit="次",
    synonyms=("主要领导到会作动员报告", "党政领导作报告"),
)
def leader_reports(scope):
    """本期内党政主要领导在动员会上作报告的次数。

    只计应建会企业负责人动员会、建家动员部署会中勾选“主要领导作报告”的；其他会议上的讲话不计。
    """
    return Meeting.objects.within(scope).filter(kind__in=Meeting.MOBILISING, leader_reported=True)


@share(
    "institutions.leader_rate",
    "党政主要领导到会率",
    of=Meeting.objects.within,
    by=ITSELF,
    synonyms=("主要领导到会率",),
)
def leader_rate(scope):
    """本期内召开的会议中，党政主要领导到会的所占比例。分母为会议台账中本期的全部会议，按次计算。"""
    return Meeting.objects.within(scope).filter(leader_present=True)


@ratio(
    "institutions.attendance_rate",
    "参会率",
    of="present",
    base="due",
    synonyms=("参会出勤率", "会议出勤率", "到会率"),
)
def attendance_rate(scope):
    """本期内各次会议实到人数之和占应到人数之和的比例；请假的计入应到、不计入实到。"""
    return Meeting.objects.within(scope)


# -- what is followed up ---------------------------------------------------------------


def _tasks(scope, origin: Task.Origin):
    """Whole items of an origin; the parts of an item are not counted beside it."""
    return Task.objects.within(scope).filter(origin=origin, parent=None)


@count(
    "institutions.shortcomings",
    "存在不足",
    unit="条",
    synonyms=("自身工作存在的不足", "存在的问题和不足", "主要不足"),
)
def shortcomings(scope):
    """本期内提出的工作不足条数。以待办事项中来源为“存在不足”的为准，一条分成几件整改的只计1条。"""
    return _tasks(scope, Origin.SHORTCOMING)


@count(
    "institutions.plan_items",
    "下年度重点工作",
    unit="条",
    synonyms=("重点抓好以下几方面工作", "明年重点工作", "下一步重点工作"),
)
def plan_items(scope):
    """本期内提出的下年度重点工作条数。以待办事项中来源为“下年度计划”的为准，一条分成几件的只计1条。"""
    return _tasks(scope, Origin.PLAN)


def _planned(line: LineOfWork) -> Counted:
    """Plan items of one line of work: whole ones, and the parts of whole ones where they are divided."""

    def planned(scope):
        items = Task.objects.within(scope).filter(origin=Origin.PLAN, line=line)
        divided = Task.objects.in_scope(scope).filter(parent__isnull=False).values("parent")
        return items.exclude(pk__in=divided)

    planned.__doc__ = (
        f"本期内提出的下年度计划中属于“{line.label}”条线的事项数；一条重点工作分成几件的，按件计。\n"
        "以待办事项中来源为“下年度计划”的为准。"
    )
    return count(f"institutions.planned_{line}", f"下年度计划：{line.label}", unit="项")(planned)


PLANNED = tuple(_planned(line) for line in LineOfWork)


@count("institutions.resolutions_made", "会议议定事项", unit="项", synonyms=("会议决议事项", "议定事项"))
def resolutions_made(scope):
    """本期内会议议定、列入待办的事项数。以待办事项中来源为“会议决议”的为准，一项分成几件的只计1项。"""
    return _tasks(scope, Origin.MEETING)


@count(
    "institutions.hard_problems_solved",
    "联席会议解决难点问题",
    unit="个",
    synonyms=("解决难点问题", "协调解决难点问题"),
)
def hard_problems_solved(scope):
    """由政府工会联席会议议定、标为“难点问题”、办结日期在本期内的待办事项数。尚未办结的不计。"""
    days = (scope.period.start, scope.period.end)
    solved = Task.objects.in_scope(scope).filter(hard=True, done_on__range=days)
    return solved.filter(meeting__kind=Kind.JOINT)


@count(
    "institutions.central_tasks",
    "围绕中心工作的待办事项",
    unit="项",
    synonyms=("服务中心工作事项",),
)
def central_tasks(scope):
    """本期内提出、勾选“围绕党委政府中心工作”的待办事项数，各种来源都计。"""
    return Task.objects.within(scope).filter(central=True)


def _due(scope):
    return Task.objects.in_scope(scope).filter(due_on__range=(scope.period.start, scope.period.end))


@share(
    "institutions.tasks_done_rate",
    "待办事项按期办结率",
    of=_due,
    by=ITSELF,
    synonyms=("待办办结率", "整改完成率"),
)
def tasks_done_rate(scope):
    """办结期限在本期内的待办事项中，在期限当日或以前办结的所占比例；未填期限的不计，逾期办结的不算。"""
    return _due(scope).on_time()
