"""Employers that should have a union, and unions whose founding leaves something open."""

from datetime import timedelta

from django.db.models.functions import Coalesce

from youju.base.periods import months_later
from youju.ledger.populations import employers, unionised, unions
from youju.ledger.rules import rule
from youju.people.models import Employment, Nature
from youju.records.parameters import Confidence
from youju.work.organising.headcount import employers_with, members_by_union, workers_by_union
from youju.work.organising.models import Formation, Prospect
from youju.work.organising.parameters import (
    PROSPECT_REST_DAYS,
    UNION_FROM_MEMBERS,
    UNION_WITHIN_MONTHS,
)


@rule(
    "organising.not_unionised",
    "应建未建",
    source="《中华人民共和国工会法》第十一条",
    confidence=Confidence.LAW,
    parameter=UNION_FROM_MEMBERS,
    remedy=Prospect,
)
def not_unionised(scope):
    """职工人数已达到应当建会的人数、截止日没有工会覆盖的用人单位。请联系单位筹备建会。"""
    open_ = employers(scope).exclude(pk__in=unionised(scope).values("pk"))
    return employers_with(scope, open_, UNION_FROM_MEMBERS.at(scope))


@rule(
    "organising.not_unionised_in_time",
    "开业逾期未建会",
    source="部分省市工会条例",
    confidence=Confidence.LOCAL,
    parameter=UNION_WITHIN_MONTHS,
    remedy=Prospect,
)
def not_unionised_in_time(scope):
    """开业已超过规定月数、截止日有职工而没有工会覆盖的企业；人数不足单独建会的可联合建会。请上门动员。"""
    opened = months_later(scope.as_of, -UNION_WITHIN_MONTHS.at(scope))
    open_ = employers(scope).exclude(pk__in=unionised(scope).values("pk"))
    firms = open_.filter(nature=Nature.ENTERPRISE, from_on__lt=opened)
    return employers_with(scope, firms, 1)


@rule(
    "organising.prospect_stalled",
    "应建会单位进度停滞",
    source="系统约定",
    parameter=PROSPECT_REST_DAYS,
)
def prospect_stalled(scope):
    """截止日仍在名录中、尚未登记建会、最近一步已过去规定天数的应建会单位。请再次走访并更新进度。"""
    last = Coalesce(*reversed(Prospect.STEPS), "from_on")
    rest = scope.as_of - timedelta(days=PROSPECT_REST_DAYS.at(scope))
    open_ = Prospect.objects.holding(scope).filter(registered_on=None)
    return open_.alias(last_step=last).filter(last_step__lt=rest)


@rule(
    "organising.not_approved",
    "组建缺批复",
    source="《中华人民共和国工会法》第十二条",
    confidence=Confidence.LAW,
)
def not_approved(scope):
    """本期成立、组建记录中没有上一级工会批复文号的工会。请补登批复文号并上传批复。"""
    return Formation.objects.within(scope).filter(approval_number="")


@rule("organising.formation_missing", "新工会缺组建记录", source="系统约定", remedy=Formation)
def formation_missing(scope):
    """本期开始存续、但组建台账中没有已确认记录的基层工会，不会计入新组建家数。请补登组建记录。"""
    formed = Formation.objects.in_scope(scope).values("organisation")
    begun = (scope.period.start, scope.period.end)
    return unions(scope).filter(from_on__range=begun).exclude(pk__in=formed)


@rule("organising.members_exceed_workers", "会员多于职工", source="系统约定", remedy=Employment)
def members_exceed_workers(scope):
    """截止日会员人数多于所覆盖单位在职职工人数的基层工会。请核对会员名册和职工名册：漏登职工的补登，已离职的办理转会或保留会籍。"""
    workers, members = workers_by_union(scope), members_by_union(scope)
    too_many = [union for union, number in members.items() if number > workers[union]]
    return unions(scope).filter(pk__in=too_many)
