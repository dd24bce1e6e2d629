"""What is late or missing in the office's own work."""

from django.db.models import Exists, F, OuterRef, Q

from youju.base import periods
from youju.ledger.dues import due, owed, quarters, yearly
from youju.ledger.populations import federations
from youju.ledger.rules import rule, without
from youju.records.models import Exhibit
from youju.records.parameters import Confidence
from youju.work.institutions.models import (
    AnnualStage,
    ArchiveBox,
    Meeting,
    Target,
    TargetCheck,
    Task,
    UpperSupport,
    WallItem,
    WallText,
)

CUSTOM = Confidence.CUSTOM
Stage = AnnualStage.Kind


def _quarters_over(scope) -> list[str]:
    """Quarters of the period that have ended by the as-of day."""
    last = min(scope.period.end, scope.as_of)
    made = [step.period for step in quarters(scope.period.end.year)]
    return [one.code for one in made if scope.period.start <= one.start and one.end <= last]


def _quarter_met(scope, quarter: str):
    return Meeting.objects.in_scope(scope).filter(kind=Meeting.Kind.QUARTERLY, quarter=quarter)


@owed("institutions.quarter_meeting", "季度例会", ledger=Meeting.ledger_code, steps=quarters)
def quarter_meeting(scope):
    """每季度召开一次工作例会，季度末以前还没有例会记录的乡镇（街道）工会。开会后登记会议台账，附签到表。"""
    held = _quarter_met(scope, scope.period.code)
    return federations(scope).exclude(pk__in=held.values("organisation"))


@rule(
    "institutions.quarter_without_meeting",
    "季度未开例会",
    source="通行做法：会议制度要求每季度召开一次例会",
    confidence=CUSTOM,
    remedy=Meeting,
)
def quarter_without_meeting(scope):
    """期末所在年度本期内已结束的季度中，至少有一个季度没有召开例会的乡镇（街道）工会。请补开或补登例会记录。

    一个季度开几次的不能顶另一个季度；本季度尚未结束的不提醒。
    """
    lacking = Q(pk__in=[])
    for quarter in _quarters_over(scope):
        lacking |= ~Q(pk__in=_quarter_met(scope, quarter).values("organisation"))
    return federations(scope).filter(lacking)


@rule(
    "institutions.no_annual_meeting",
    "未开年度总结部署会",
    source="通行做法：年初召开总结部署会议",
    confidence=CUSTOM,
    remedy=Meeting,
)
def no_annual_meeting(scope):
    """期末所在年度第一季度已过，仍没有年度总结部署会议记录的乡镇（街道）工会。请召开或补登会议记录。"""
    if scope.as_of <= periods.quarter(scope.period.end.year, 1).end:
        return federations(scope).none()
    return annual_meeting.select(scope)


@owed("institutions.annual_meeting", "年度总结部署会", ledger=Meeting.ledger_code, steps=yearly(3))
def annual_meeting(scope):
    """第一季度内召开年度总结部署会议，还没有会议记录的乡镇（街道）工会。开会后登记会议台账，附签到表。"""
    year = scope.period.end.year
    held = Meeting.objects.in_scope(scope).filter(kind=Meeting.Kind.ANNUAL, occurred_on__year=year)
    return federations(scope).exclude(pk__in=held.values("organisation"))


@rule("institutions.meeting_without_sign_in", "会议无签到表", source="系统约定：参会人数以签到为据")
def meeting_without_sign_in(scope):
    """本期召开的会议没有上传签到表。请补传签到表，材料类别选“签到表”。"""
    return without(Meeting.objects.within(scope), Exhibit.Kind.SIGN_IN)


@rule("institutions.task_overdue", "待办逾期", source="系统约定：待办事项按填写的办结期限提醒")
def task_overdue(scope):
    """办结期限已过、截止日仍未办结的待办事项。请办结后填写办结日期和办理结果，确需延期的更正期限并说明理由。"""
    return Task.objects.in_scope(scope).overdue(scope.as_of)


@due("institutions.task", "待办事项", ledger=Task.ledger_code, on="due_on")
def task(scope):
    """尚未办结、填写了办结期限的待办事项。办结后填写办结日期和办理结果。"""
    return Task.objects.in_scope(scope).open_on(scope.as_of)


@rule("institutions.order_overdue", "上级交办逾期", source="系统约定：上级交办事项按交办期限提醒")
def order_overdue(scope):
    """交办期限已过、截止日仍未办结的上级交办事项。请尽快办结并填写办结日期和落实情况。"""
    return order.select(scope).overdue(scope.as_of)


@due("institutions.order", "上级交办事项", ledger=UpperSupport.ledger_code, on="due_on")
def order(scope):
    """尚未办结的上级交办事项，到期以前办完并填写办结日期和落实情况。"""
    orders = UpperSupport.objects.in_scope(scope).filter(kind=UpperSupport.Kind.ASSIGNED)
    return orders.open_on(scope.as_of)


@rule("institutions.wall_check_overdue", "上墙逾期未更新", source="系统约定：按填写的下次检查日期提醒")
def wall_check_overdue(scope):
    """下次检查日期已过的上墙公示。请到现场查看是否完好、内容是否最新，补照片并填写下次检查日期。"""
    return wall_check.select(scope).filter(next_check_on__lt=scope.as_of)


@due("institutions.wall_check", "上墙公示检查", ledger=WallItem.ledger_code, on="next_check_on")
def wall_check(scope):
    """到下次检查日期的上墙公示。到现场查看是否完好、内容是否最新，补照片并填写下次检查日期。"""
    return WallItem.objects.holding(scope)


@rule("institutions.wall_text_replaced", "上墙内容已换版本", source="系统约定：墙上应是现行版本")
def wall_text_replaced(scope):
    """墙上仍是已停用版本的公示。请更换为现行版本：给旧公示填撤下日期，再登记新的上墙公示。"""
    in_force = WallText.objects.everywhere("a text may come from above").confirmed().as_of(scope.as_of)
    return WallItem.objects.holding(scope).exclude(text__in=in_force)


@rule(
    "institutions.wall_text_not_posted", "上墙内容未上墙", source="通行做法：制度公布上墙", confidence=CUSTOM
)
def wall_text_not_posted(scope):
    """现行的上墙内容在任何一处都没有上墙公布。请制作上墙并登记上墙公示，附现场照片。"""
    posted = WallItem.objects.holding(scope).filter(text=OuterRef("pk"))
    return WallText.objects.holding(scope).filter(~Exists(posted))


@rule(
    "institutions.archive_incomplete",
    "档案不齐",
    source="《中华人民共和国档案法》（归档范围由各单位会同档案主管部门确定）",
    confidence=CUSTOM,
)
def archive_incomplete(scope):
    """实归件数少于应归件数的案卷。请对照归档目录补齐材料，并更正实归件数。"""
    return ArchiveBox.objects.holding(scope).filter(files_present__lt=F("files_due"))


@rule(
    "institutions.target_not_appraised",
    "目标未考核",
    source="通行做法：目标责任制要求年末考核",
    confidence=CUSTOM,
)
def target_not_appraised(scope):
    """完成期限已到、还没有年末考核记录的年度目标。请考核后登记检查考核，完成数由台账自动得出，不必填写。"""
    return target.select(scope).filter(year=scope.period.end.year, due_on__lte=scope.as_of)


@due("institutions.target", "目标到期考核", ledger=TargetCheck.ledger_code, on="due_on")
def target(scope):
    """还没有年末考核记录的年度目标，到完成期限时考核并登记检查考核。"""
    appraised = TargetCheck.objects.in_scope(scope).filter(kind=TargetCheck.Kind.YEAR_END)
    return Target.objects.in_scope(scope).exclude(pk__in=appraised.values("target"))


@due("institutions.target_remedy", "考核问题整改", ledger=TargetCheck.ledger_code, on="remedy_by")
def target_remedy(scope):
    """检查考核提出整改期限、还没有登记整改完成日期的目标。整改后填写整改完成日期。"""
    return TargetCheck.objects.in_scope(scope).filter(remedied_on=None)


@rule(
    "institutions.stage_missing",
    "年度环节缺失",
    source="通行做法：年初有布置、年中有检查、年末有考核",
    confidence=CUSTOM,
    remedy=AnnualStage,
)
def stage_missing(scope):
    """应当完成而没有记录的年度环节：3月底前的年初布置、8月底前的年中检查、12月底的年末考核，缺一即列出该工会。"""
    year = scope.period.end.year
    lacking = Q(pk__in=[])
    for kind, month in STAGES:
        if periods.month(year, month).end <= scope.as_of:
            lacking |= ~Q(pk__in=_through(scope, kind))
    return federations(scope).filter(lacking)


# The month by whose end each stage of the year is to be on record.
STAGES = ((Stage.ASSIGNED, 3), (Stage.CHECKED, 8), (Stage.APPRAISED, 12))


def _through(scope, kind: Stage):
    """Units that have put the stage of the year behind them."""
    done = AnnualStage.objects.in_scope(scope).filter(kind=kind, year=scope.period.end.year)
    return done.values("organisation")


def _stage(kind: Stage, month: int):
    """What is owed of one stage."""

    def lacking(scope):
        return federations(scope).exclude(pk__in=_through(scope, kind))

    lacking.__doc__ = (
        f"{month}月底以前还没有登记{kind.label}的乡镇（街道）工会。完成后登记年度工作环节，附文件。"
    )
    ledger = AnnualStage.ledger_code
    return owed(f"institutions.stage_{kind}", kind.label, ledger=ledger, steps=yearly(month))(lacking)


STAGES_OWED = tuple(_stage(kind, month) for kind, month in STAGES)
