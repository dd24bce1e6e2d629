from datetime import timedelta

from django.db.models import Exists, OuterRef

from youju.ledger import zeros
from youju.ledger.populations import unions
from youju.ledger.rules import rule
from youju.records.models import NilReport
from youju.records.parameters import Confidence
from youju.work.safety.models import Accident, Inspector, InspectorCertificate, ProtectionCommittee
from youju.work.safety.parameters import CERTIFICATE_ALERT_DAYS

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
    last = scope.as_of + timedelta(days=CERTIFICATE_ALERT_DAYS.on(scope.as_of))
    held = InspectorCertificate.objects.holding(scope).filter(until_on__lte=last)
    on_post = Inspector.objects.holding(scope).values("pk")
    return held.filter(~_renewed(scope), inspector__in=on_post)


def _renewed(scope) -> Exists:
    certificates = InspectorCertificate.objects.in_scope(scope).filter(inspector=OuterRef("inspector"))
    later = certificates.filter(until_on__gt=OuterRef("until_on")) | certificates.filter(until_on=None)
    return Exists(later)


@rule("safety.no_committee", "无劳动保护监督组织", source=COMMITTEES, confidence=Confidence.UNCONFIRMED)
def no_committee(scope):
    """截止日没有劳动保护监督检查委员会（委员）的基层工会。请督促设立并登记。"""
    held = ProtectionCommittee.objects.holding(scope)
    return unions(scope).exclude(pk__in=held.values("organisation"))


@rule("safety.nil_report_missing", "缺零报告", source="系统约定")
def nil_report_missing(scope):
    """到最近一个已结束的季度末，零报告没有覆盖其存续每一天的基层工会。请补报，否则不能写“未发生”。"""
    return zeros.overdue_units(scope, NilReport.Kind.ACCIDENT)


@rule("safety.contradicted", "零报告与事故矛盾", source="系统约定")
def contradicted(scope):
    """零报告所覆盖的日子里，同一单位登记有重大以上事故。请核实，作废有误的一方。"""
    cases = Accident.objects.in_scope(scope).filter(grade__in=Accident.SERIOUS)
    return zeros.contradicted(scope, NilReport.Kind.ACCIDENT, cases)
