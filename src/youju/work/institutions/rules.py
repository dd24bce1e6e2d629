"""What is late or missing in the office's own work."""

from django.db.models import Exists, F, OuterRef, Q

from youju.base import periods
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


def _quarters_over(scope) -> list[str]:
    """Quarters of the period that have ended by the as-of day."""
    year = scope.period.end.year
    quarters = [periods.quarter(year, number) for number in (1, 2, 3, 4)]
    last = min(scope.period.end, scope.as_of)
    return [one.code for one in quarters if scope.period.start <= one.start and one.end <= last]


@rule(
    "institutions.quarter_without_meeting",
    "季度未开例会",
    source="通行做法：会议制度要求每季度召开一次例会",
    confidence=CUSTOM,
)
def quarter_without_meeting(scope):
    """期末所在年度本期内已结束的季度中，至少有一个季度没有召开例会的乡镇（街道）工会。请补开或补登例会记录。

    一个季度开几次的不能顶另一个季度；本季度尚未结束的不提醒。
    """
    lacking = Q(pk__in=[])
    for quarter in _quarters_over(scope):
        held = Meeting.objects.in_scope(scope).filter(kind=Meeting.Kind.QUARTERLY, quarter=quarter)
        lacking |= ~Q(pk__in=held.values("organisation"))
    return federations(scope).filter(lacking)


@rule(
    "institutions.no_annual_meeting",
    "未开年度总结部署会",
    source="通行做法：年初召开总结部署会议",
    confidence=CUSTOM,
)
def no_annual_meeting(scope):
    """期末所在年度第一季度已过，仍没有年度总结部署会议记录的乡镇（街道）工会。请召开或补登会议记录。"""
    if scope.as_of <= periods.quarter(scope.period.end.year, 1).end:
        return federations(scope).none()
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


@rule("institutions.order_overdue", "上级交办逾期", source="系统约定：上级交办事项按交办期限提醒")
def order_overdue(scope):
    """交办期限已过、截止日仍未办结的上级交办事项。请尽快办结并填写办结日期和落实情况。"""
    orders = UpperSupport.objects.in_scope(scope).filter(kind=UpperSupport.Kind.ASSIGNED)
    return orders.overdue(scope.as_of)


@rule("institutions.wall_check_overdue", "上墙逾期未更新", source="系统约定：按填写的下次检查日期提醒")
def wall_check_overdue(scope):
    """下次检查日期已过的上墙公示。请到现场查看是否完好、内容是否最新，补照片并填写下次检查日期。"""
    return WallItem.objects.holding(scope).filter(next_check_on__lt=scope.as_of)


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
    appraised = TargetCheck.objects.in_scope(scope).filter(kind=TargetCheck.Kind.YEAR_END)
    due = Target.objects.in_scope(scope).filter(year=scope.period.end.year, due_on__lte=scope.as_of)
    return due.exclude(pk__in=appraised.values("target"))


@rule(
    "institutions.stage_missing",
    "年度环节缺失",
    source="通行做法：年初有布置、年中有检查、年末有考核",
    confidence=CUSTOM,
)
def stage_missing(scope):
    """应当完成而没有记录的年度环节：3月底前的年初布置、8月底前的年中检查、12月底的年末考核，缺一即列出该工会。"""
    year = scope.period.end.year
    limits = ((AnnualStage.Kind.ASSIGNED, 3), (AnnualStage.Kind.CHECKED, 8), (AnnualStage.Kind.APPRAISED, 12))
    lacking = Q(pk__in=[])
    for kind, month in limits:
        if periods.month(year, month).end <= scope.as_of:
            done = AnnualStage.objects.in_scope(scope).filter(kind=kind, year=year)
            lacking |= ~Q(pk__in=done.values("organisation"))
    return federations(scope).filter(lacking)
