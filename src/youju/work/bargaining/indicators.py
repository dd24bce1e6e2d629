from youju.ledger.populations import enterprises
from youju.ledger.scope import Scope
from youju.ledger.shares import share
from youju.work.bargaining.models import CollectiveContract
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
