from django.db.models import QuerySet

from youju.ledger.indicators import attendances, count, total
from youju.ledger.populations import enterprises, unions
from youju.ledger.scope import Scope
from youju.ledger.shares import ITSELF, share
from youju.ledger.zeros import zero
from youju.records.models import NilReport
from youju.work.safety.models import (
    Accident,
    AnkangCup,
    Hazard,
    Inspector,
    InspectorCertificate,
    ProtectionCommittee,
    SafetyActivity,
    SafetyRule,
)


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


@count(
    "safety.inspectors",
    "劳动保护检查员数",
    unit="人",
    synonyms=("劳动保护监督检查员数", "劳动安全保护检查员"),
)
def inspectors(scope):
    """截止日在岗的劳动保护检查员人数；同一人在两个工会任检查员的按两个岗位计。"""
    return _on_post(scope)


@count(
    "safety.employers_with_rules",
    "建立安全规章企业数",
    unit="家",
    of="employer",
    synonyms=("建立安全生产规章制度企业", "安全生产规章制度"),
)
def employers_with_rules(scope):
    """截止日至少有一项安全生产制度在施行的用人单位家数，一家有几项只计 1；已废止的不计。"""
    return SafetyRule.objects.holding(scope)


@share(
    "safety.rules_rate",
    "企业安全制度建立率",
    of=enterprises,
    by="employer",
    synonyms=("安全生产制度建立率",),
)
def rules_rate(scope):
    """截止日已建会企业中，至少有一项安全生产制度在施行的所占比例；机关、学校等非企业单位不进入分母。"""
    return SafetyRule.objects.holding(scope)


@count(
    "safety.ankang_units",
    "安康杯参赛单位",
    unit="家",
    of="employer",
    synonyms=("安康杯竞赛参赛单位", "安康杯参赛企业"),
)
def ankang_units(scope):
    """报名日期在本期内的安康杯竞赛参赛单位家数，一家一年计 1。"""
    return AnkangCup.objects.within(scope)


@total("safety.ankang_teams", "安康杯参赛班组", of="teams", unit="个", synonyms=("安康杯参赛班组数",))
def ankang_teams(scope):
    """报名日期在本期内的安康杯竞赛各参赛单位登记的班组数之和。"""
    return AnkangCup.objects.within(scope)


@total("safety.ankang_workers", "安康杯参赛职工", of="workers", unit="人", synonyms=("安康杯参赛职工数",))
def ankang_workers(scope):
    """报名日期在本期内的安康杯竞赛各参赛单位登记的参赛职工数之和；一个单位一年只登记一次，不重复计。"""
    return AnkangCup.objects.within(scope)


@count(
    "safety.hazards",
    "发现安全隐患",
    unit="处",
    synonyms=("安全隐患数", "隐患排查数", "发现隐患数", "排查隐患"),
)
def hazards(scope):
    """发现日期在本期内的安全隐患处数，各个等级都计。"""
    return Hazard.objects.within(scope)


def _fixed(scope: Scope) -> QuerySet:
    return Hazard.objects.within(scope).filter(fixed_on__lte=scope.as_of)


@count("safety.hazards_fixed", "整改安全隐患", unit="处", synonyms=("整改隐患数", "隐患整改数"))
def hazards_fixed(scope):
    """发现日期在本期内、截止日已整改完成的安全隐患处数；是否已复查不影响。"""
    return _fixed(scope)


@share("safety.hazards_fixed_rate", "隐患整改率", of=hazards.select, by=ITSELF, synonyms=("安全隐患整改率",))
def hazards_fixed_rate(scope):
    """发现日期在本期内的安全隐患中，截止日已整改完成的所占比例。"""
    return _fixed(scope)


@count(
    "safety.activities",
    "群众性安全生产活动次数",
    unit="次",
    synonyms=("群众性安全生产活动", "安全生产活动"),
)
def activities(scope):
    """活动日期在本期内的群众性安全生产活动次数；培训和竞赛在各自台账登记，不在此列。"""
    return SafetyActivity.objects.within(scope)


@attendances("safety.activity_attendances", "群众性安全生产活动参加人次", synonyms=("安全生产活动参加人次",))
def activity_attendances(scope):
    """活动日期在本期内的群众性安全生产活动的参加人次。"""
    return SafetyActivity.objects.within(scope)


@count("safety.accidents", "生产安全事故", unit="起", synonyms=("安全事故起数", "生产安全事故起数"))
def accidents(scope):
    """本期内发生并登记的生产安全事故起数，各个等级都计。没有登记不等于没有发生；“未发生重特大事故”以零报告为准。"""
    return Accident.objects.within(scope)
