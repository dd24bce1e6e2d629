from django.db.models import Count

from youju.ledger.populations import employers, employments, unionised, unions
from youju.ledger.rules import rule
from youju.records.parameters import Confidence
from youju.work.organising.models import Formation
from youju.work.organising.parameters import UNION_FROM_MEMBERS


@rule(
    "organising.not_unionised",
    "应建未建",
    source="《中华人民共和国工会法》第十一条",
    confidence=Confidence.LAW,
    parameter=UNION_FROM_MEMBERS,
)
def not_unionised(scope):
    """职工人数已达到应当建会的人数、截止日没有工会覆盖的用人单位。请联系单位筹备建会。"""
    least = UNION_FROM_MEMBERS.on(scope.as_of)
    held = employments(scope).order_by().values("employer").annotate(n=Count("person", distinct=True))
    open_ = employers(scope).exclude(pk__in=unionised(scope).values("pk"))
    return open_.filter(pk__in=held.filter(n__gte=least).values("employer"))


@rule(
    "organising.not_approved",
    "组建缺批复",
    source="《中华人民共和国工会法》第十二条",
    confidence=Confidence.LAW,
)
def not_approved(scope):
    """本期成立、组建记录中没有上一级工会批复文号的工会。请补登批复文号并上传批复。"""
    return Formation.objects.within(scope).filter(approval_number="")


@rule("organising.formation_missing", "新工会缺组建记录", source="系统约定")
def formation_missing(scope):
    """本期开始存续、但组建台账中没有已确认记录的基层工会，不会计入新组建家数。请补登组建记录。"""
    formed = Formation.objects.in_scope(scope).values("organisation")
    begun = (scope.period.start, scope.period.end)
    return unions(scope).filter(from_on__range=begun).exclude(pk__in=formed)
