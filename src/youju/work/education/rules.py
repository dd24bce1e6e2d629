"""Classes whose attendance is weakly shown."""

from django.db.models import Count, F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from youju.ledger.rules import rule, without
from youju.records.models import Exhibit, Participation
from youju.work.education.models import Training
from youju.work.education.parameters import UNNAMED_PERCENT


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
    limit = UNNAMED_PERCENT.on(scope.as_of)
    trainings = Training.objects.within(scope).filter(unnamed__gt=0).annotate(named=named)
    return trainings.filter(unnamed__gt=(F("unnamed") + F("named")) * limit / 100)
