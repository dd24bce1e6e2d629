"""Honours, contests and innovations that cannot be shown; studios and model workers left alone."""

from django.db.models import Exists, OuterRef, Q

from youju.ledger.rules import rule, without
from youju.records.models import Exhibit
from youju.records.parameters import Confidence
from youju.work.merit.models import (
    Campaign,
    Contest,
    CreationUnit,
    Innovation,
    ModelVisit,
    ModelWorker,
    Studio,
    WomensDriveEntry,
)
from youju.work.merit.parameters import STUDIO_TEAM

PROOFS = (Exhibit.Kind.APPROVAL, Exhibit.Kind.CERTIFICATE)


@rule("merit.no_naming_document", "创建单位无命名文件", source="系统约定：命名以文件或证书、牌匾为据")
def no_naming_document(scope):
    """创建单位没有上传命名文件或证书。请补传，材料类别选“批复”或“证书”。"""
    return without(CreationUnit.objects.within(scope), *PROOFS)


@rule("merit.campaign_no_plan", "主题活动无方案", source="系统约定：主题活动以方案或通知为据")
def campaign_no_plan(scope):
    """本期内开展的主题活动既没有填写方案（文件）名称，也没有上传文件。请补填方案名称，或补传方案、通知。"""
    running = Campaign.objects.in_scope(scope).overlapping(scope.period).filter(plan="")
    return without(running, Exhibit.Kind.APPROVAL, Exhibit.Kind.OTHER)


@rule("merit.campaign_without_people", "双争活动无人参加", source="系统约定：开展的活动应有参加记录")
def campaign_without_people(scope):
    """本期内开展了女职工双争活动，但该单位及本范围内没有任何双争参加记录。请补登“女职工双争台账”。"""
    running = Campaign.objects.in_scope(scope).overlapping(scope.period).filter(kind=Campaign.Kind.WOMEN)
    return running.filter(~Exists(WomensDriveEntry.objects.within(scope)))


@rule("merit.contest_no_sign_in", "竞赛无参赛名单", source="系统约定：参赛人数以签到表或报名表为据")
def contest_no_sign_in(scope):
    """已登记的竞赛没有上传签到表（报名表）。请补传，材料类别选“签到表”。"""
    return without(Contest.objects.within(scope), Exhibit.Kind.SIGN_IN)


@rule("merit.contest_no_result", "竞赛无结果", source="系统约定：竞赛结束后应登记结果")
def contest_no_result(scope):
    """竞赛已经结束，但没有填写竞赛结果。请补填名次、表彰等结果。"""
    ended = Q(ended_on=None) | Q(ended_on__lte=scope.as_of)
    return Contest.objects.within(scope).filter(ended, result="")


@rule("merit.innovation_not_shown", "技术创新无材料", source="系统约定：技术创新成果以材料或证书为据")
def innovation_not_shown(scope):
    """技术创新成果没有上传任何材料。请补传成果说明、照片、效益证明或证书。"""
    return without(Innovation.objects.within(scope), *Exhibit.Kind)


@rule(
    "merit.studio_small_team",
    "工作室团队人数不足",
    source="部分城市命名条件：团队五人以上（各地不一，以当地文件为准）",
    confidence=Confidence.CUSTOM,
    parameter=STUDIO_TEAM,
)
def studio_small_team(scope):
    """劳模创新工作室没有填写团队人数，或人数少于通行的下限。请核对团队成员并更正台账。"""
    few = Q(team=None) | Q(team__lt=STUDIO_TEAM.at(scope))
    return Studio.objects.holding(scope).filter(few)


@rule(
    "merit.studio_leader_unknown",
    "工作室领衔人不是在册劳模",
    source="通行做法：工作室由劳模或工匠领衔（各地不一，以当地文件为准）",
    confidence=Confidence.CUSTOM,
)
def studio_leader_unknown(scope):
    """劳模创新工作室的领衔人不在劳模台账中。请先登记劳模（工匠），或核对领衔人。"""
    models = ModelWorker.objects.in_scope(scope).as_of(scope.as_of).filter(person=OuterRef("leader"))
    return Studio.objects.holding(scope).filter(~Exists(models))


@rule("merit.studio_no_results", "工作室无成果", source="系统约定：工作室每年应有成果")
def studio_no_results(scope):
    """本期开始前已建立的劳模创新工作室，没有填写成果。请补填攻关项目、带徒、专利等成果。"""
    return Studio.objects.holding(scope).filter(results="", from_on__lt=scope.period.start)


@rule(
    "merit.hardship_model_unvisited",
    "困难劳模未走访",
    source="通行做法：困难劳模每年走访慰问",
    confidence=Confidence.CUSTOM,
)
def hardship_model_unvisited(scope):
    """截止日在册、生活困难的劳模，本期内没有走访记录。请安排走访；已走访未登记的，请补登“走访劳模台账”。"""
    visits = ModelVisit.objects.within(scope).filter(model_worker=OuterRef("pk"))
    return ModelWorker.objects.holding(scope).filter(~Exists(visits), in_hardship=True)
