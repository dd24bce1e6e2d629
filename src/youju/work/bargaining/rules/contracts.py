"""Consultations and contracts that leave something open."""

from datetime import timedelta

from django.db.models import Exists, F, OuterRef, Q

from youju.base.periods import months_later
from youju.ledger.dues import due
from youju.ledger.populations import enterprises
from youju.ledger.rules import rule
from youju.records.parameters import Confidence
from youju.work.bargaining.models import CollectiveContract, Consultation, Inspection
from youju.work.bargaining.parameters import (
    CONTRACT_RULES,
    FEWEST_ON_A_SIDE,
    FILE_WITHIN_DAYS,
    INSPECT_EVERY_MONTHS,
    PUBLISH_WITHIN_DAYS,
    RENEW_WITHIN_DAYS,
    REPLY_WITHIN_DAYS,
    TERM_YEARS,
    WOMENS_CONTRACT_FROM,
    many_women,
)


@rule(
    "bargaining.expiring",
    "集体合同即将到期",
    source=f"{CONTRACT_RULES}第三十八条",
    confidence=Confidence.LAW,
    parameter=RENEW_WITHIN_DAYS,
)
def expiring(scope):
    """截止日仍有效、将在规定天数内到期且还没有接续合同的集体合同。请提出重新签订或续订的要求。"""
    last = scope.as_of + timedelta(days=RENEW_WITHIN_DAYS.at(scope))
    return CollectiveContract.objects.holding(scope).filter(~_renewed(scope), until_on__lte=last)


@due("bargaining.renewal", "集体合同续签", ledger=CollectiveContract.ledger_code, on="until_on")
def renewal(scope):
    """仍在经营的单位，集体合同到期以前协商重签或续订，签订后登记新合同。"""
    held = CollectiveContract.objects.in_scope(scope).filter(~_renewed(scope))
    return held.exclude(employer__until_on__lt=scope.as_of)


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
    source=f"{CONTRACT_RULES}第四十二条",
    confidence=Confidence.LAW,
    parameter=FILE_WITHIN_DAYS,
)
def not_filed(scope):
    """签订后超过规定天数、尚未登记报送日期且未到期的集体合同。请报送人力资源社会保障部门审查并登记。"""
    before = scope.as_of - timedelta(days=FILE_WITHIN_DAYS.at(scope))
    return filing.select(scope).filter(signed_on__lt=before)


@due(
    "bargaining.filing",
    "集体合同报送",
    ledger=CollectiveContract.ledger_code,
    on="signed_on",
    after=FILE_WITHIN_DAYS,
)
def filing(scope):
    """签订后在规定天数内报送人力资源社会保障部门审查，报送后填写报送日期。"""
    open_ = CollectiveContract.objects.in_scope(scope).filter(filed_on=None)
    return open_.filter(until_on__gte=scope.as_of)


@rule(
    "bargaining.not_passed",
    "集体合同草案未经审议通过",
    source=f"{CONTRACT_RULES}第三十六条",
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
    remedy=CollectiveContract,
)
def without_womens_contract(scope):
    """截止日女职工达到规定人数、没有有效女职工专项集体合同的企业。请组织协商签订。"""
    held = CollectiveContract.objects.holding(scope).filter(kind=CollectiveContract.Kind.WOMEN)
    return many_women(scope, enterprises(scope)).exclude(pk__in=held.values("employer"))


@rule(
    "bargaining.term_out_of_range",
    "集体合同期限不合规定",
    source=f"{CONTRACT_RULES}第三十八条",
    confidence=Confidence.LAW,
    parameter=TERM_YEARS,
)
def term_out_of_range(scope):
    """截止日有效、期限不在规定年数之内的综合集体合同（专项合同另有规定，不在此列）。请核对起止日期。"""
    fewest, most = TERM_YEARS.at(scope)
    held = CollectiveContract.objects.holding(scope).filter(kind=CollectiveContract.Kind.COMPREHENSIVE)

    def fits(contract: CollectiveContract) -> bool:
        day_after = contract.until_on + timedelta(days=1)
        starts = (months_later(contract.from_on, 12 * years) for years in (fewest, most))
        first, last = starts
        return first <= day_after and contract.until_on <= last

    return held.exclude(pk__in=[row.pk for row in held if fits(row)])


@rule(
    "bargaining.not_published",
    "集体合同逾期未公布",
    source=f"{CONTRACT_RULES}（期限尚未核实）",
    confidence=Confidence.UNCONFIRMED,
    parameter=PUBLISH_WITHIN_DAYS,
)
def not_published(scope):
    """生效已超过规定天数、没有登记公布日期的有效集体合同。请向全体职工公布并登记日期。"""
    since = scope.as_of - timedelta(days=PUBLISH_WITHIN_DAYS.at(scope))
    return publishing.select(scope).filter(from_on__lt=since)


@due(
    "bargaining.publishing",
    "集体合同公布",
    ledger=CollectiveContract.ledger_code,
    on="from_on",
    after=PUBLISH_WITHIN_DAYS,
)
def publishing(scope):
    """集体合同生效后在规定天数内向全体职工公布，公布后填写公布日期。"""
    return CollectiveContract.objects.holding(scope).filter(published_on=None)


@rule(
    "bargaining.without_women_content",
    "集体合同缺女职工内容",
    source="《妇女权益保障法》第四十四条",
    confidence=Confidence.LAW,
)
def without_women_content(scope):
    """截止日有效的综合集体合同，没有女职工特殊保护条款，单位也没有有效的女职工专项集体合同。请补充条款或另签专项合同。"""
    held = CollectiveContract.objects.holding(scope)
    special = held.filter(kind=CollectiveContract.Kind.WOMEN, employer=OuterRef("employer"))
    whole = held.filter(kind=CollectiveContract.Kind.COMPREHENSIVE, on_women=False)
    return whole.filter(~Exists(special))


@rule(
    "bargaining.not_inspected",
    "集体合同未做履约检查",
    source="部分省市集体合同条例",
    confidence=Confidence.LOCAL,
    parameter=INSPECT_EVERY_MONTHS,
)
def not_inspected(scope):
    """生效已满规定月数、最近这段时间内没有履约检查的有效集体合同。请组织双方检查，并向职代会报告。"""
    since = months_later(scope.as_of, -INSPECT_EVERY_MONTHS.at(scope))
    done = Inspection.objects.in_scope(scope).filter(occurred_on__gt=since, occurred_on__lte=scope.as_of)
    old = CollectiveContract.objects.holding(scope).filter(from_on__lte=since)
    return old.exclude(pk__in=done.values("contract"))


@rule("bargaining.not_mended", "履约问题逾期未整改", source="系统约定")
def not_mended(scope):
    """整改期限已过、没有登记整改完成日期的履约检查。请督促整改；拒不整改的依法要求其承担责任。"""
    return mending.select(scope).filter(due_on__lt=scope.as_of)


@due("bargaining.mending", "履约问题整改", ledger=Inspection.ledger_code, on="due_on")
def mending(scope):
    """履约检查提出整改期限、还没有登记整改完成日期的单位。整改后填写整改完成日期。"""
    return Inspection.objects.in_scope(scope).filter(mended_on=None)


@rule(
    "bargaining.offer_unanswered",
    "协商要约逾期未答复",
    source=f"{CONTRACT_RULES}第三十二条",
    confidence=Confidence.LAW,
    parameter=REPLY_WITHIN_DAYS,
)
def offer_unanswered(scope):
    """发出已超过规定天数、没有书面答复也没有开会的协商要约。请催办；无正当理由拒绝协商的可提请政府责令改正。"""
    since = scope.as_of - timedelta(days=REPLY_WITHIN_DAYS.at(scope))
    return reply.select(scope).filter(occurred_on__lt=since)


@due(
    "bargaining.reply",
    "协商要约答复",
    ledger=Consultation.ledger_code,
    on="occurred_on",
    after=REPLY_WITHIN_DAYS,
)
def reply(scope):
    """发出的协商要约，对方在规定天数内书面答复。收到答复后填写答复日期。"""
    open_ = Consultation.objects.in_scope(scope).filter(replied_on=None, met_on=None)
    return open_.filter(result=Consultation.Result.OPEN)


@rule(
    "bargaining.sides_unequal",
    "协商代表不合规定",
    source=f"{CONTRACT_RULES}第十九条",
    confidence=Confidence.LAW,
    parameter=FEWEST_ON_A_SIDE,
)
def sides_unequal(scope):
    """本期内开会、双方代表人数不等、少于规定人数或没有首席代表的协商。请核对代表名单。"""
    fewest = FEWEST_ON_A_SIDE.at(scope)
    met = Consultation.objects.in_scope(scope)
    met = met.filter(met_on__range=(scope.period.start, scope.period.end))
    few = Q(workers_side__lt=fewest) | Q(employers_side__lt=fewest)
    headless = Q(workers_chief="") | Q(employers_chief="")
    return met.filter(few | headless | ~Q(workers_side=F("employers_side")))
