"""Letters nobody answered, lay-offs that come too soon, contracts the labour department objected to."""

from datetime import timedelta

from django.db.models import Exists, F, OuterRef, Q

from youju.ledger.dues import due
from youju.ledger.rules import rule
from youju.records.parameters import Confidence
from youju.work.bargaining.models import AreaContract, CollectiveContract, Dismissal, Letter
from youju.work.bargaining.parameters import (
    CONTRACT_RULES,
    LAY_OFF,
    LETTER_ANSWER_DAYS,
    RENEW_WITHIN_DAYS,
)

CONTRACT_LAW = "《劳动合同法》"


@rule(
    "bargaining.letter_unanswered",
    "监督文书逾期未答复",
    source="《浙江省工会劳动法律监督条例》第二十一条至第二十三条",
    confidence=Confidence.LOCAL,
    parameter=LETTER_ANSWER_DAYS,
)
def letter_unanswered(scope):
    """发出已超过规定天数、没有书面答复、也没有提请政府处理的劳动法律监督文书。请催办，或提请人社部门处理。"""
    since = scope.as_of - timedelta(days=LETTER_ANSWER_DAYS.at(scope))
    return letter.select(scope).filter(occurred_on__lt=since)


@due(
    "bargaining.letter",
    "监督文书答复",
    ledger=Letter.ledger_code,
    on="occurred_on",
    after=LETTER_ANSWER_DAYS,
)
def letter(scope):
    """发出的劳动法律监督文书，单位在规定天数内书面答复；不答复的催办或提请人社部门处理。"""
    open_ = Letter.objects.in_scope(scope).filter(answered_on=None, referred_on=None)
    return open_.filter(outcome=Letter.Outcome.OPEN)


@rule(
    "bargaining.lay_off_too_soon",
    "裁员提前说明不足",
    source=f"{CONTRACT_LAW}第四十一条",
    confidence=Confidence.LAW,
    parameter=LAY_OFF,
)
def lay_off_too_soon(scope):
    """本期内通知的、人数或比例达到规定、距拟解除日期不足三十日的经济性裁员。请要求单位延后，并听取职工意见。"""
    people, percent, days = LAY_OFF.at(scope)
    told = Dismissal.objects.within(scope).filter(kind=Dismissal.Kind.LAY_OFF)
    many = told.alias(hundredfold=F("people") * 100, share=F("workers") * percent)
    large = many.filter(Q(people__gte=people) | Q(hundredfold__gte=F("share")))
    soon = [one.pk for one in large if one.planned_on < one.occurred_on + timedelta(days=days)]
    return large.filter(pk__in=soon)


@rule(
    "bargaining.dismissal_unanswered",
    "解除意见未获答复",
    source="《中华人民共和国工会法》第二十二条",
    confidence=Confidence.LAW,
)
def dismissal_unanswered(scope):
    """工会已提出意见、拟解除日期已过、单位仍没有书面答复处理结果的解除和裁员通知。请督促单位书面答复。"""
    open_ = Dismissal.objects.in_scope(scope).filter(answered_on=None, planned_on__lte=scope.as_of)
    return open_.exclude(opinion="")


@rule(
    "bargaining.objection_open",
    "审查异议后未重新报送",
    source=f"{CONTRACT_RULES}第四十五条、第四十六条",
    confidence=Confidence.LAW,
)
def objection_open(scope):
    """人社部门提出审查意见、之后没有重新报送的有效集体合同。请双方修改后重新报送，并更正报送日期。"""
    held = CollectiveContract.objects.holding(scope).filter(objected_on__isnull=False)
    return held.filter(Q(filed_on=None) | Q(filed_on__lte=F("objected_on")))


@rule(
    "bargaining.area_expiring",
    "区域性、行业性集体合同即将到期",
    source=f"{CONTRACT_RULES}第三十八条",
    confidence=Confidence.LAW,
    parameter=RENEW_WITHIN_DAYS,
)
def area_expiring(scope):
    """截止日仍有效、将在规定天数内到期、还没有接续合同的区域性、行业性集体合同。请提出续订要求。"""
    last = scope.as_of + timedelta(days=RENEW_WITHIN_DAYS.at(scope))
    held = AreaContract.objects.holding(scope).filter(until_on__lte=last)
    later = AreaContract.objects.in_scope(scope).filter(until_on__gt=last)
    renewed = {(one.organisation_id, one.field, one.kind) for one in later}
    return held.exclude(
        pk__in=[one.pk for one in held if (one.organisation_id, one.field, one.kind) in renewed]
    )


@due("bargaining.area_renewal", "区域性、行业性合同续签", ledger=AreaContract.ledger_code, on="until_on")
def area_renewal(scope):
    """区域性、行业性集体合同到期以前协商续订，签订后登记新合同。"""
    held = AreaContract.objects.in_scope(scope)
    same = {name: OuterRef(name) for name in ("organisation", "field", "kind")}
    return held.filter(~Exists(held.filter(until_on__gt=OuterRef("until_on"), **same)))
