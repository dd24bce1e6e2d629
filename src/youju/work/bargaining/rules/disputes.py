"""Disputes and arrears that run past their clocks, and nil reports that are missing or contradicted."""

from datetime import timedelta

from youju.ledger import zeros
from youju.ledger.dues import due, owed, quarters
from youju.ledger.rules import rule
from youju.records.models import NilReport
from youju.records.parameters import Confidence
from youju.work.bargaining.models import Arrears, Dispute
from youju.work.bargaining.parameters import (
    ACCEPT_WITHIN_DAYS,
    ARREARS_ANSWER_DAYS,
    GROUP_FROM,
    MEDIATE_WITHIN_DAYS,
)

Kind = NilReport.Kind


@rule(
    "bargaining.not_accepted",
    "调解申请未受理",
    source="受理期限尚未核实",
    confidence=Confidence.UNCONFIRMED,
    parameter=ACCEPT_WITHIN_DAYS,
)
def not_accepted(scope):
    """申请已超过规定天数、没有登记受理日期也没有结案的劳动争议。请决定是否受理，不受理的登记结果。"""
    since = scope.as_of - timedelta(days=ACCEPT_WITHIN_DAYS.at(scope))
    open_ = Dispute.objects.in_scope(scope).filter(accepted_on=None, closed_on=None)
    return open_.filter(occurred_on__lt=since)


@rule(
    "bargaining.mediation_overdue",
    "劳动争议调解超期",
    source="《劳动争议调解仲裁法》第十四条",
    confidence=Confidence.LAW,
    parameter=MEDIATE_WITHIN_DAYS,
)
def mediation_overdue(scope):
    """自申请之日起已满规定天数、仍未结案的劳动争议：视为调解不成，当事人可以申请仲裁。请告知当事人并登记结果。"""
    since = scope.as_of - timedelta(days=MEDIATE_WITHIN_DAYS.at(scope))
    return mediation.select(scope).filter(occurred_on__lt=since)


@due(
    "bargaining.mediation",
    "劳动争议调解",
    ledger=Dispute.ledger_code,
    on="occurred_on",
    after=MEDIATE_WITHIN_DAYS,
)
def mediation(scope):
    """尚未结案的劳动争议，自申请之日起在规定天数内调解结案，逾期当事人可以申请仲裁。"""
    return Dispute.objects.in_scope(scope).filter(closed_on=None)


@rule(
    "bargaining.group_without_representatives",
    "群体争议未推举代表",
    source="《劳动争议调解仲裁法》第七条",
    confidence=Confidence.LAW,
    parameter=GROUP_FROM,
)
def group_without_representatives(scope):
    """本期内申请、涉及人数达到规定人数、没有登记代表的劳动争议。法律规定可以推举代表，请征求职工意见。"""
    least = GROUP_FROM.at(scope)
    return Dispute.objects.within(scope).filter(people_involved__gte=least, representatives="")


@rule(
    "bargaining.arrears_not_demanded",
    "欠薪未要求改正",
    source="《中华人民共和国工会法》第二十三条",
    confidence=Confidence.LAW,
)
def arrears_not_demanded(scope):
    """尚未清偿、工会还没有要求单位改正的拖欠工资。请向单位提出书面意见并登记日期。"""
    return Arrears.objects.in_scope(scope).filter(settled_on=None, demanded_on=None)


@rule(
    "bargaining.arrears_not_reported",
    "欠薪拒不改正未报请处理",
    source="《中华人民共和国工会法》第二十三条",
    confidence=Confidence.LAW,
    parameter=ARREARS_ANSWER_DAYS,
)
def arrears_not_reported(scope):
    """要求改正已超过等待天数、仍未清偿、也没有报请政府处理的拖欠工资。请报请人力资源社会保障部门处理。"""
    since = scope.as_of - timedelta(days=ARREARS_ANSWER_DAYS.at(scope))
    open_ = Arrears.objects.in_scope(scope).filter(settled_on=None, reported_on=None)
    return open_.filter(demanded_on__lt=since)


@rule("bargaining.dispute_nil_report_missing", "缺劳动争议零报告", source="系统约定", remedy=NilReport)
def dispute_nil_report_missing(scope):
    """到最近一个已结束的季度末，重大劳动争议零报告没有覆盖其存续每一天的基层工会。请补报，否则不能写“未发生”。"""
    return zeros.overdue_units(scope, Kind.DISPUTE)


@owed("bargaining.dispute_nil", "劳动争议零报告", steps=quarters, ledger=NilReport.ledger_code)
def dispute_nil(scope):
    """每季度末报劳动争议零报告，还没有覆盖本季度每一天的基层工会。发生了争议的登记劳动争议台账。"""
    return zeros.silent_units(scope, Kind.DISPUTE)


@owed("bargaining.arrears_nil", "拖欠工资零报告", steps=quarters, ledger=NilReport.ledger_code)
def arrears_nil(scope):
    """每季度末报拖欠工资零报告，还没有覆盖本季度每一天的基层工会。发生了欠薪的登记欠薪台账。"""
    return zeros.silent_units(scope, Kind.ARREARS)


@rule("bargaining.arrears_nil_report_missing", "缺欠薪零报告", source="系统约定", remedy=NilReport)
def arrears_nil_report_missing(scope):
    """到最近一个已结束的季度末，拖欠工资零报告没有覆盖其存续每一天的基层工会。请补报，否则不能写“未发生”。"""
    return zeros.overdue_units(scope, Kind.ARREARS)


@rule("bargaining.dispute_contradicted", "零报告与争议矛盾", source="系统约定")
def dispute_contradicted(scope):
    """零报告所覆盖的日子里，同一单位登记有重大劳动争议。请核实，作废有误的一方。"""
    cases = Dispute.objects.in_scope(scope).filter(major=True)
    return zeros.contradicted(scope, Kind.DISPUTE, cases)


@rule("bargaining.arrears_contradicted", "零报告与欠薪矛盾", source="系统约定")
def arrears_contradicted(scope):
    """零报告所覆盖的日子里，同一单位登记有拖欠工资。请核实，作废有误的一方。"""
    return zeros.contradicted(scope, Kind.ARREARS, Arrears.objects.in_scope(scope))
