"""Classes and study weakly shown or poorly attended, publicity without proof, units that taught nobody."""

from django.db.models import Count, Exists, F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from youju.ledger.populations import unions
from youju.ledger.ratios import with_present
from youju.ledger.rules import rule, without
from youju.records.models import Exhibit, Participation
from youju.work.education.models import Handout, Publicity, Study, Training
from youju.work.education.parameters import STUDY_PRESENT_PERCENT, UNNAMED_PERCENT


@rule("education.no_sign_in_sheet", "培训无签到表", source="系统约定：培训人次以签到为据")
def no_sign_in_sheet(scope):
    """已登记的培训没有上传签到表扫描件。请补传签到表，材料类别选“签到表”。"""
    return without(Training.objects.within(scope), Exhibit.Kind.SIGN_IN)


@rule(
    "education.too_many_unnamed",
    "未列名人次偏多",
    source="系统约定：未列名人次属较弱证据，占比不宜过高",
    parameter=UNNAMED_PERCENT,
)
def too_many_unnamed(scope):
    """一次培训中未列名人次占全部人次的比例超过上限。请对照签到表把参加人逐一列名。"""
    seats = Participation.objects.filter(parent_id=OuterRef("pk")).order_by().values("parent_id")
    named = Coalesce(Subquery(seats.annotate(n=Count("pk")).values("n")), 0)
    limit = UNNAMED_PERCENT.at(scope)
    trainings = Training.objects.within(scope).filter(unnamed__gt=0).annotate(named=named)
    return trainings.filter(unnamed__gt=(F("unnamed") + F("named")) * limit / 100)


@rule(
    "education.no_training", "本期未开展培训", source="系统约定：各单位工会每年至少培训一次", remedy=Training
)
def no_training(scope):
    """截止日存续的基层工会，本期内没有任何已确认的培训记录。请安排培训；已办未登记的，请补登培训台账。"""
    held = Training.objects.within(scope).filter(organisation=OuterRef("pk"))
    return unions(scope).filter(~Exists(held))


@rule("education.publicity_not_shown", "宣传无照片", source="系统约定：宣传活动以照片或材料为据")
def publicity_not_shown(scope):
    """横幅、标语、板报、墙报等宣传没有上传照片或其他材料。请补传，材料类别选“照片”。"""
    seen = Publicity.objects.within(scope).exclude(channel=Publicity.Channel.BROADCAST)
    return without(seen, Exhibit.Kind.PHOTO, Exhibit.Kind.OTHER)


@rule("education.materials_not_listed", "赠送资料未登记份数", source="系统约定：赠送资料逐种登记份数")
def materials_not_listed(scope):
    """登记了“赠送资料”的宣传活动，但资料发放台账中没有对应的资料和份数。请在“宣传资料发放台账”中逐种登记。"""
    listed = Handout.objects.in_scope(scope).filter(publicity=OuterRef("pk"))
    given = Publicity.objects.within(scope).filter(channel=Publicity.Channel.MATERIAL)
    return given.filter(~Exists(listed))


@rule(
    "education.study_poorly_attended",
    "学习到会率偏低",
    source="系统约定：学习到会率不宜低于百分之八十",
    parameter=STUDY_PRESENT_PERCENT,
)
def study_poorly_attended(scope):
    """一次学习的实到人数与应到人数之比低于下限。请组织补课，或核对签到是否登记完整。"""
    least = STUDY_PRESENT_PERCENT.at(scope)
    studies = with_present(Study.objects.within(scope)).filter(due__gt=0)
    return studies.annotate(short=F("due") * least - F("present") * 100).filter(short__gt=0)


@rule("education.study_no_sign_in", "学习无签到表", source="系统约定：学习以签到为据")
def study_no_sign_in(scope):
    """已登记的学习没有上传签到表。请补传签到表，材料类别选“签到表”。"""
    return without(Study.objects.within(scope), Exhibit.Kind.SIGN_IN)
