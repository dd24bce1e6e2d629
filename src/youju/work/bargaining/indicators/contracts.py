"""集体合同 and what comes before and after it."""

from django.db.models import Exists, OuterRef, Q

from youju.ledger.indicators import count, total
from youju.ledger.populations import enterprises
from youju.ledger.scope import Scope
from youju.ledger.several import aspects
from youju.ledger.shares import ITSELF, share
from youju.work.bargaining.models import CollectiveContract, Consultation, Inspection
from youju.work.bargaining.parameters import many_women

Kind = CollectiveContract.Kind


def _in_force(scope: Scope, kind: Kind):
    return CollectiveContract.objects.holding(scope).filter(kind=kind)


@share(
    "bargaining.contract_rate",
    "集体合同签订率",
    of=enterprises,
    by="employer",
    synonyms=("签订集体合同", "集体合同签订面", "集体合同建制率"),
)
def contract_rate(scope):
    """截止日已建会企业中，综合集体合同在有效期内的企业所占比例。
    生效当日和到期当日均算有效；已到期未续签的、只签专项合同的不算；
    机关、学校等非企业单位不进入分母。"""
    return _in_force(scope, Kind.COMPREHENSIVE)


@share(
    "bargaining.wage_contract_rate",
    "工资专项集体合同签订率",
    of=enterprises,
    by="employer",
    synonyms=("工资协商合同", "工资集体协议", "工资专项合同签订率", "工资集体协商建制率"),
)
def wage_contract_rate(scope):
    """截止日已建会企业中，工资专项集体合同在有效期内的企业所占比例。
    生效当日和到期当日均算有效；机关、学校等非企业单位不进入分母。"""
    return _in_force(scope, Kind.WAGE)


@share(
    "bargaining.womens_contract_rate",
    "女职工专项集体合同签订率",
    of=enterprises,
    by="employer",
    when=many_women,
    synonyms=("女职工专项保护合同", "女职工特殊权益保护专项合同", "女职工专项合同签订率"),
)
def womens_contract_rate(scope):
    """截止日女职工达到规定人数（现行为十人，含十人）的已建会企业中，
    女职工权益保护专项集体合同在有效期内的企业所占比例。
    女职工人数按截止日在职的女职工计，一人一次；不足规定人数的企业列为不适用。"""
    return _in_force(scope, Kind.WOMEN)


def _signed(scope: Scope):
    signed = CollectiveContract.objects.in_scope(scope)
    return signed.filter(signed_on__range=(scope.period.start, scope.period.end))


@count(
    "bargaining.contracts_signed",
    "集体合同签订份数",
    unit="份",
    synonyms=("签订集体合同数", "集体合同份数", "集体合同签订数"),
)
def contracts_signed(scope):
    """签订日期在本期内的集体合同份数，综合和各种专项都计，一份计 1；续签的计，期限内变更的不另计。"""
    return _signed(scope)


@count(
    "bargaining.wage_contracts_signed",
    "工资专项集体合同份数",
    unit="份",
    synonyms=("工资协商合同份数", "工资专项合同数", "工资集体协议数", "工资协议签订数"),
)
def wage_contracts_signed(scope):
    """签订日期在本期内的工资专项集体合同份数，一份计 1。"""
    return _signed(scope).filter(kind=Kind.WAGE)


@count(
    "bargaining.womens_contracts_signed",
    "女职工专项集体合同份数",
    unit="份",
    synonyms=("女职工专项合同数", "女职工专项集体合同数"),
)
def womens_contracts_signed(scope):
    """签订日期在本期内的女职工权益保护专项集体合同份数，一份计 1。"""
    return _signed(scope).filter(kind=Kind.WOMEN)


@total(
    "bargaining.workers_covered",
    "集体合同覆盖职工数",
    of="workers_covered",
    unit="人",
    synonyms=("集体合同覆盖职工", "合同覆盖职工数"),
)
def workers_covered(scope):
    """截止日在有效期内的综合集体合同所覆盖的职工人数之和，以合同登记的覆盖职工数为准。"""
    return _in_force(scope, Kind.COMPREHENSIVE)


def _ran_out(scope: Scope):
    """Contracts whose last day lies in the period and is over."""
    ended = CollectiveContract.objects.in_scope(scope)
    return ended.filter(until_on__range=(scope.period.start, scope.period.end), until_on__lte=scope.as_of)


@share("bargaining.renewal_rate", "集体合同续订率", of=_ran_out, by=ITSELF, synonyms=("续签率", "续订率"))
def renewal_rate(scope):
    """本期内到期的集体合同中，同一单位又签订了同类合同的所占比例。
    到期日期在本期内、截止日以前的进入分母；接续合同不论何时生效，签订并确认的即算续订。"""
    later = CollectiveContract.objects.in_scope(scope).filter(
        employer=OuterRef("employer"), kind=OuterRef("kind"), until_on__gt=OuterRef("until_on")
    )
    return _ran_out(scope).filter(Exists(later))


@aspects(
    "bargaining.clauses_covered",
    "集体合同条款覆盖项",
    synonyms=("集体合同条款覆盖项（报酬/工时/安全卫生）", "集体合同覆盖劳动报酬、工作时间、安全卫生"),
)
def clauses_covered(scope):
    """截止日在有效期内的集体合同中，劳动报酬、工作时间和休息休假、劳动安全卫生三项标准各至少有一份合同写明的项数。
    工资专项集体合同写明劳动报酬、劳动安全卫生专项集体合同写明安全卫生的也算。"""
    held = CollectiveContract.objects.holding(scope)
    return {
        "劳动报酬": held.filter(Q(on_pay=True) | Q(kind=Kind.WAGE)),
        "工作时间、休息休假": held.filter(on_hours=True),
        "劳动安全卫生": held.filter(Q(on_safety=True) | Q(kind=Kind.SAFETY)),
    }


@count(
    "bargaining.employers_consulting",
    "开展平等协商单位",
    unit="家",
    of="employer",
    synonyms=("开展协商家数", "平等协商单位", "开展集体协商企业"),
)
def employers_consulting(scope):
    """协商会议日期在本期内的用人单位家数，一家协商几次只计 1；只发出要约、没有开会协商的不计。"""
    met = Consultation.objects.in_scope(scope)
    return met.filter(met_on__range=(scope.period.start, scope.period.end))


@count("bargaining.offers", "协商要约份数", unit="份", synonyms=("要约书份数", "发出要约"))
def offers(scope):
    """要约日期在本期内的协商要约份数，双方提出的都计。"""
    return Consultation.objects.within(scope)


@count("bargaining.inspections", "集体合同履约检查次数", unit="次", synonyms=("履约检查", "合同履行检查"))
def inspections(scope):
    """检查日期在本期内的集体合同履约检查次数，一份合同检查几次计几次。"""
    return Inspection.objects.within(scope)
