from datetime import timedelta

from django.db.models import Exists, F, OuterRef, Q

from youju.ledger.populations import enterprises
from youju.ledger.rules import rule
from youju.records.parameters import Confidence
from youju.work.bargaining.models import CollectiveContract
from youju.work.bargaining.parameters import (
    FILE_WITHIN_DAYS,
    RENEW_WITHIN_DAYS,
    WOMENS_CONTRACT_FROM,
    many_women,
)


@rule(
    "bargaining.expiring",
    "集体合同即将到期",
    source="《集体合同规定》第三十八条",
    confidence=Confidence.LAW,
    parameter=RENEW_WITHIN_DAYS,
)
def expiring(scope):
    """截止日仍有效、将在规定天数内到期且还没有接续合同的集体合同。请提出重新签订或续订的要求。"""
    last = scope.as_of + timedelta(days=RENEW_WITHIN_DAYS.on(scope.as_of))
    return CollectiveContract.objects.holding(scope).filter(~_renewed(scope), until_on__lte=last)


@rule("bargaining.expired", "集体合同到期未续", source="系统约定")
def expired(scope):
    """本期内已到期、至今没有接续合同的集体合同；该企业不再计入签订率。请尽快重新签订。"""
    lapsed = CollectiveContract.objects.in_scope(scope).filter(until_on__lt=scope.as_of)
    return lapsed.filter(~_renewed(scope), until_on__gte=scope.period.start - timedelta(days=1))


def _renewed(scope) -> Exists:
    """A later contract of the same kind with the same employer."""
    later = CollectiveContract.objects.in_scope(scope).filter(
        employer=OuterRef("employer"), kind=OuterRef("kind"), until_on__gt=OuterRef("until_on")
    )
    return Exists(later)


@rule(
    "bargaining.not_filed",
    "集体合同逾期未报送",
    source="《集体合同规定》第四十二条",
    confidence=Confidence.LAW,
    parameter=FILE_WITHIN_DAYS,
)
def not_filed(scope):
    """签订后超过规定天数、尚未登记报送日期且未到期的集体合同。请报送人力资源社会保障部门审查并登记。"""
    before = scope.as_of - timedelta(days=FILE_WITHIN_DAYS.on(scope.as_of))
    open_ = CollectiveContract.objects.in_scope(scope).filter(filed_on=None, signed_on__lt=before)
    return open_.filter(until_on__gte=scope.as_of)


@rule(
    "bargaining.not_passed",
    "集体合同草案未经审议通过",
    source="《集体合同规定》第三十六条",
    confidence=Confidence.LAW,
)
def not_passed(scope):
    """截止日有效、但未登记审议情况，或到会不足三分之二、赞成未过半数的集体合同。请核对表决记录。"""
    held = CollectiveContract.objects.holding(scope)
    counts = held.alias(
        present=F("delegates_present") * 3, agreed=F("votes_for") * 2, two_thirds=F("delegates_due") * 2
    )
    few = Q(present__lt=F("two_thirds")) | Q(agreed__lte=F("delegates_due"))
    return counts.filter(few | Q(delegates_due=0))


@rule(
    "bargaining.without_womens_contract",
    "应签未签女职工专项合同",
    source="乡镇工会通行做法",
    confidence=Confidence.CUSTOM,
    parameter=WOMENS_CONTRACT_FROM,
)
def without_womens_contract(scope):
    """截止日女职工达到规定人数、没有有效女职工专项集体合同的企业。请组织协商签订。"""
    held = CollectiveContract.objects.holding(scope).filter(kind=CollectiveContract.Kind.WOMEN)
    return many_women(scope, enterprises(scope)).exclude(pk__in=held.values("employer"))
