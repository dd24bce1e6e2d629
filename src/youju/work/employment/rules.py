"""Placements and departures that need a second look."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q

from youju.ledger.rules import rule
from youju.work.employment.models import JobPlacement, LabourExport
from youju.work.employment.parameters import CONTRACT_WITHIN_DAYS


@rule(
    "employment.no_contract",
    "录用未签劳动合同",
    source="《中华人民共和国劳动合同法》第十条",
    parameter=CONTRACT_WITHIN_DAYS,
)
def no_contract(scope):
    """经介绍被录用已超过一个月，但台账仍未注明已签劳动合同（期限自介绍日期起算）。

    建立劳动关系应当订立书面劳动合同，最迟自用工之日起一个月内订立；请回访用人单位和本人，督促签订后更正台账。
    """
    before = scope.as_of - timedelta(days=CONTRACT_WITHIN_DAYS.on(scope.as_of))
    placed = JobPlacement.objects.within(scope).filter(hired=True, contract_signed=False)
    return placed.filter(occurred_on__lt=before)


@rule("employment.left_twice", "未返乡又外出", source="系统约定：同一人两次外出之间应有返乡日期")
def left_twice(scope):
    """同一人前一次外出尚未登记返乡日期，又登记了后一次外出，可能是同一次外出重复登记。

    请核对：确系两次外出的，补填前一次的返乡日期；重复登记的，请作废其中一条。
    """
    earlier = LabourExport.objects.in_scope(scope).exclude(pk=OuterRef("pk"))
    earlier = earlier.filter(person=OuterRef("person"), occurred_on__lte=OuterRef("occurred_on"))
    still_away = Q(returned_on=None) | Q(returned_on__gt=OuterRef("occurred_on"))
    return LabourExport.objects.within(scope).filter(Exists(earlier.filter(still_away)))
