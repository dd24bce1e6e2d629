from datetime import timedelta

from django.db.models import Exists, OuterRef, Q

from youju.ledger import zeros
from youju.ledger.dues import due, owed, quarters
from youju.ledger.populations import enterprises, unions
from youju.ledger.rules import rule
from youju.records.models import NilReport
from youju.records.parameters import Confidence
from youju.work.safety.models import (
    Accident,
    Hazard,
    Inspector,
    InspectorCertificate,
    ProtectionCommittee,
    SafetyRule,
)
from youju.work.safety.parameters import (
    ANSWER_HAZARD_DAYS,
    CERTIFICATE_ALERT_DAYS,
    INQUIRY_DAYS,
    RECHECK_HAZARD_DAYS,
)

UNION_LAW = "《中华人民共和国工会法》"

# Trained, examined and appointed by the upper union; the term of a certificate could not be checked.
INSPECTORS = "《工会劳动保护监督检查员管理办法》（总工发〔2011〕46号）"
COMMITTEES = "《基层工会劳动保护监督检查委员会工作条例》（条款尚未核实）"


@rule("safety.not_certified", "检查员无有效证书", source=INSPECTORS, confidence=Confidence.LAW)
def not_certified(scope):
    """截止日在岗、没有证书或证书已过期的劳动保护检查员。请安排培训考核，或登记新证。"""
    valid = InspectorCertificate.objects.holding(scope)
    return Inspector.objects.holding(scope).exclude(pk__in=valid.values("inspector"))


@rule(
    "safety.certificate_expiring",
    "检查员证书即将到期",
    source="系统约定",
    parameter=CERTIFICATE_ALERT_DAYS,
)
def certificate_expiring(scope):
    """在岗检查员的证书将在规定天数内到期，且没有接续的证书。请安排复训换证。"""
    last = scope.as_of + timedelta(days=CERTIFICATE_ALERT_DAYS.at(scope))
    return certificate.select(scope).as_of(scope.as_of).filter(until_on__lte=last)


@due("safety.certificate", "检查员证书换证", ledger=InspectorCertificate.ledger_code, on="until_on")
def certificate(scope):
    """在岗劳动保护检查员的证书到期以前复训换证，换证后登记新证。"""
    held = InspectorCertificate.objects.in_scope(scope).filter(~_renewed(scope))
    return held.filter(inspector__in=Inspector.objects.holding(scope).values("pk"))


def _renewed(scope) -> Exists:
    certificates = InspectorCertificate.objects.in_scope(scope).filter(inspector=OuterRef("inspector"))
    later = certificates.filter(until_on__gt=OuterRef("until_on")) | certificates.filter(until_on=None)
    return Exists(later)


@rule(
    "safety.no_committee",
    "无劳动保护监督组织",
    source=COMMITTEES,
    confidence=Confidence.UNCONFIRMED,
    remedy=ProtectionCommittee,
)
def no_committee(scope):
    """截止日没有劳动保护监督检查委员会（委员）的基层工会。请督促设立并登记。"""
    held = ProtectionCommittee.objects.holding(scope)
    return unions(scope).exclude(pk__in=held.values("organisation"))


@rule("safety.nil_report_missing", "缺零报告", source="系统约定", remedy=NilReport)
def nil_report_missing(scope):
    """到最近一个已结束的季度末，零报告没有覆盖其存续每一天的基层工会。请补报，否则不能写“未发生”。"""
    return zeros.overdue_units(scope, NilReport.Kind.ACCIDENT)


@owed("safety.nil", "安全事故零报告", steps=quarters, ledger=NilReport.ledger_code)
def nil(scope):
    """每季度末报安全事故零报告，还没有覆盖本季度每一天的基层工会。发生了事故的登记事故台账。"""
    return zeros.silent_units(scope, NilReport.Kind.ACCIDENT)


@rule("safety.contradicted", "零报告与事故矛盾", source="系统约定")
def contradicted(scope):
    """零报告所覆盖的日子里，同一单位登记有重大以上事故。请核实，作废有误的一方。"""
    cases = Accident.objects.in_scope(scope).filter(grade__in=Accident.SERIOUS)
    return zeros.contradicted(scope, NilReport.Kind.ACCIDENT, cases)


@rule("safety.without_rules", "企业无安全制度", source="系统约定", remedy=SafetyRule)
def without_rules(scope):
    """截止日没有登记任何在施行的安全生产制度的已建会企业。请推动企业建立完善并登记。"""
    held = SafetyRule.objects.holding(scope)
    return enterprises(scope).exclude(pk__in=held.values("employer"))


@rule(
    "safety.rule_without_union",
    "安全制度未听取工会意见",
    source="《安全生产法》（条款尚未核实）",
    confidence=Confidence.UNCONFIRMED,
)
def rule_without_union(scope):
    """本期内施行、没有登记听取工会意见的安全生产制度。制定安全生产规章制度应当听取工会意见，请核对。"""
    return SafetyRule.objects.begun(scope).filter(union_consulted=False)


@rule("safety.hazard_overdue", "隐患逾期未整改", source="系统约定")
def hazard_overdue(scope):
    """整改期限已过、没有登记整改完成日期的安全隐患。请督促整改；重大隐患请报告监管部门。"""
    return hazard.select(scope).filter(due_on__lt=scope.as_of)


@due("safety.hazard", "隐患整改", ledger=Hazard.ledger_code, on="due_on")
def hazard(scope):
    """没有登记整改完成日期的安全隐患，到整改期限以前督促整改并填写整改完成日期。"""
    return Hazard.objects.in_scope(scope).filter(fixed_on=None)


@rule(
    "safety.danger_unanswered",
    "危及生命的隐患未处理",
    source=f"{UNION_LAW}第二十五条",
    confidence=Confidence.LAW,
)
def danger_unanswered(scope):
    """直接危及生命安全、单位还没有答复也没有整改完成的隐患，从发现当日起列出。请立即再次建议撤离并报告。"""
    open_ = Hazard.objects.in_scope(scope).filter(level=Hazard.Level.DANGER)
    return open_.filter(answered_on=None, fixed_on=None, occurred_on__lte=scope.as_of)


@rule(
    "safety.proposal_unanswered",
    "隐患整改建议未答复",
    source="《安全生产法》第六十条",
    confidence=Confidence.LAW,
    parameter=ANSWER_HAZARD_DAYS,
)
def proposal_unanswered(scope):
    """工会提出整改建议已超过规定天数、单位没有答复也没有整改完成的隐患。法律规定应当及时答复，请催办。"""
    since = scope.as_of - timedelta(days=ANSWER_HAZARD_DAYS.at(scope))
    open_ = Hazard.objects.in_scope(scope).exclude(proposal="")
    return open_.filter(answered_on=None, fixed_on=None, occurred_on__lt=since)


@rule(
    "safety.not_rechecked",
    "隐患整改后未复查",
    source="系统约定",
    parameter=RECHECK_HAZARD_DAYS,
)
def not_rechecked(scope):
    """整改完成已超过规定天数、没有登记复查的安全隐患。请检查员到现场复查并登记。"""
    since = scope.as_of - timedelta(days=RECHECK_HAZARD_DAYS.at(scope))
    return recheck.select(scope).filter(fixed_on__lt=since)


@due("safety.recheck", "隐患复查", ledger=Hazard.ledger_code, on="fixed_on", after=RECHECK_HAZARD_DAYS)
def recheck(scope):
    """整改完成的安全隐患，在规定天数内到现场复查并填写复查日期。"""
    return Hazard.objects.in_scope(scope).filter(rechecked_on=None)


@rule(
    "safety.union_absent",
    "事故调查工会未参加",
    source=f"{UNION_LAW}第二十七条",
    confidence=Confidence.LAW,
)
def union_absent(scope):
    """本期内有死亡或重伤、没有登记工会参加调查的事故。请派员参加调查并登记。"""
    cases = Accident.objects.within(scope).filter(union_took_part=False)
    return cases.filter(Q(deaths__gt=0) | Q(injured__gt=0))


@rule(
    "safety.inquiry_overdue",
    "事故调查报告超期",
    source="《生产安全事故报告和调查处理条例》第二十九条",
    confidence=Confidence.LAW,
    parameter=INQUIRY_DAYS,
)
def inquiry_overdue(scope):
    """发生已超过规定天数、没有登记调查报告提交日期的有死亡或重伤的事故。请了解调查进展；经批准延期的请注明。"""
    since = scope.as_of - timedelta(days=INQUIRY_DAYS.at(scope))
    return inquiry.select(scope).filter(occurred_on__lt=since)


@due(
    "safety.inquiry",
    "事故调查报告",
    ledger=Accident.ledger_code,
    on="occurred_on",
    after=INQUIRY_DAYS,
)
def inquiry(scope):
    """有死亡或重伤的事故，在规定天数内提交调查报告，提交后填写日期。"""
    cases = Accident.objects.in_scope(scope).filter(inquiry_closed_on=None)
    return cases.filter(Q(deaths__gt=0) | Q(injured__gt=0))


@rule(
    "safety.not_reported",
    "事故未登记上报日期",
    source="《生产安全事故报告和调查处理条例》第九条",
    confidence=Confidence.LAW,
)
def not_reported(scope):
    """本期内发生、没有登记上报日期的事故。单位负责人应在一小时内报告，请核对并补登。"""
    return Accident.objects.within(scope).filter(reported_on=None)
