from youju.ledger.populations import unions
from youju.ledger.shares import share
from youju.ledger.zeros import zero
from youju.records.models import NilReport
from youju.work.safety.models import Accident, Inspector, InspectorCertificate, ProtectionCommittee


def _on_post(scope):
    return Inspector.objects.holding(scope)


@share(
    "safety.committee_rate",
    "劳动保护监督组织建立率",
    of=unions,
    synonyms=("劳动保护监督委员会", "劳动保护监督检查委员会", "劳动保护委员会建立率"),
)
def committee_rate(scope):
    """截止日存在的基层工会中，设有劳动保护监督检查委员会（人数少的可设监督检查委员一名）的所占比例。
    截止日以前已撤销的不算。日期以劳动保护监督组织台账的成立、撤销日期为准。"""
    return ProtectionCommittee.objects.holding(scope)


@share(
    "safety.certified_rate",
    "劳动保护检查员持证上岗率",
    of=_on_post,
    by="inspector",
    synonyms=("检查员持证上岗", "持证上岗率", "持证上岗"),
)
def certified_rate(scope):
    """截止日在岗的劳动保护检查员中，所持证书当日仍在有效期内的所占比例。
    证书过期的、尚未取证的在分母不在分子；已离岗的不进入分母。
    一名检查员有几本证书的只计一次；同一人在两个工会任检查员的按两个岗位计。"""
    return InspectorCertificate.objects.holding(scope)


@zero(
    "safety.serious_accidents",
    "重特大事故",
    unit="起",
    nil=NilReport.Kind.ACCIDENT,
    synonyms=("重特大安全事故", "重大事故", "重特大安全生产事故", "特别重大事故"),
)
def serious_accidents(scope):
    """本期内发生的重大、特别重大生产安全事故起数；一般事故、较大事故不计入。
    没有发生的，须由每个基层工会的零报告覆盖其在本期内存续的每一天，才可写“未发生”。"""
    return Accident.objects.within(scope).filter(grade__in=Accident.SERIOUS)
