"""Placements, posts and departures that need a second look, and activities that nothing shows."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q

from youju.ledger.dues import due
from youju.ledger.rules import rule, without
from youju.records.models import Exhibit
from youju.records.parameters import Confidence
from youju.work.employment.models import FollowUp, JobOffer, JobPlacement, LabourExport, ServiceEvent
from youju.work.employment.parameters import AWAY_DAYS, CONTRACT_WITHIN_DAYS, FOLLOW_UP_DAYS


@rule(
    "employment.no_contract",
    "录用未签劳动合同",
    source="《中华人民共和国劳动合同法》第十条",
    confidence=Confidence.LAW,
    parameter=CONTRACT_WITHIN_DAYS,
)
def no_contract(scope):
    """经介绍被录用已超过一个月，但台账仍未注明已签劳动合同（期限自介绍日期起算）。

    建立劳动关系应当订立书面劳动合同，最迟自用工之日起一个月内订立；请回访用人单位和本人，督促签订后更正台账。
    """
    before = scope.as_of - timedelta(days=CONTRACT_WITHIN_DAYS.at(scope))
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


@rule(
    "employment.not_followed_up",
    "录用后未回访",
    source="通行做法：介绍就业后三个月、六个月各回访一次",
    confidence=Confidence.CUSTOM,
    parameter=FOLLOW_UP_DAYS,
)
def not_followed_up(scope):
    """经介绍被录用已超过三个月，但没有任何回访记录。请回访本人或用人单位，并登记“就业回访台账”。"""
    before = scope.as_of - timedelta(days=FOLLOW_UP_DAYS.at(scope))
    return follow_up.select(scope).happened(scope.period).filter(occurred_on__lt=before)


@due(
    "employment.follow_up",
    "录用人员回访",
    ledger=FollowUp.ledger_code,
    on="occurred_on",
    after=FOLLOW_UP_DAYS,
)
def follow_up(scope):
    """经介绍被录用、还没有回访过的人员，在规定天数内回访本人或用人单位，并登记“就业回访台账”。"""
    asked = FollowUp.objects.in_scope(scope).filter(placement=OuterRef("pk"))
    return JobPlacement.objects.in_scope(scope).filter(~Exists(asked), hired=True)


@rule("employment.left_job", "回访时已不在岗", source="系统约定：离岗人员应继续提供就业服务")
def left_job(scope):
    """本期内最后一次回访时已不在岗，此后没有再介绍就业。请继续推荐岗位或安排培训。"""
    later = FollowUp.objects.in_scope(scope).filter(placement=OuterRef("placement"))
    later = later.filter(occurred_on__gt=OuterRef("occurred_on"))
    again = JobPlacement.objects.in_scope(scope).filter(
        person=OuterRef("placement__person"), hired=True, occurred_on__gte=OuterRef("occurred_on")
    )
    gone = FollowUp.objects.within(scope).filter(still_there=False)
    return gone.filter(~Exists(later), ~Exists(again))


@rule("employment.offer_unused", "岗位无人介绍", source="系统约定：登记的岗位应有推荐记录")
def offer_unused(scope):
    """登记的岗位没有任何介绍就业记录。请推荐人员；岗位已取消的，请作废或填写招聘截止日期。"""
    open_still = Q(until=None) | Q(until__gte=scope.as_of)
    used = JobPlacement.objects.in_scope(scope).filter(offer=OuterRef("pk"))
    return JobOffer.objects.within(scope).filter(open_still, ~Exists(used))


@rule(
    "employment.left_untrained", "外出前未作法律培训", source="系统约定：工会组织的外出务工人员应受法律培训"
)
def left_untrained(scope):
    """由工会组织的劳务输出，没有法律培训日期。请补训后填写；已培训的请补填日期。"""
    sent = LabourExport.objects.within(scope).filter(organised_by=LabourExport.Organiser.UNION)
    return sent.filter(law_trained_on=None)


@rule(
    "employment.back_early",
    "外出时间较短",
    source="统计上常以外出六个月以上为外出务工，依据尚未核实",
    confidence=Confidence.UNCONFIRMED,
    parameter=AWAY_DAYS,
)
def back_early(scope):
    """外出不满六个月即返乡，当地统计若以六个月为界，则不应计入劳务输出。请对照当地统计口径复核。"""
    days = AWAY_DAYS.at(scope)
    back = LabourExport.objects.within(scope).filter(returned_on__isnull=False)
    early = [row.pk for row in back.order_by() if (row.returned_on - row.occurred_on).days < days]
    return back.filter(pk__in=early)


@rule("employment.event_not_shown", "就业服务活动无照片", source="系统约定：活动以照片或签到表为据")
def event_not_shown(scope):
    """就业服务活动没有上传照片或签到表。请补传，材料类别选“照片”或“签到表”。"""
    return without(ServiceEvent.objects.within(scope), Exhibit.Kind.PHOTO, Exhibit.Kind.SIGN_IN)
