"""Area contracts, letters of supervision, and what the union was told of dismissals."""

from youju.ledger.indicators import count, total
from youju.work.bargaining.models import AreaContract, AreaUnit, Dismissal, Letter


@count(
    "bargaining.area_contracts",
    "区域性、行业性集体合同",
    unit="份",
    synonyms=("区域性集体合同", "行业性集体合同", "区域性行业性集体合同份数"),
)
def area_contracts(scope):
    """截止日在有效期内的区域性、行业性集体合同份数，综合和专项都计，不论覆盖几家一份计 1。"""
    return AreaContract.objects.holding(scope)


@count(
    "bargaining.area_employers",
    "区域性、行业性集体合同覆盖单位",
    unit="家",
    of="employer",
    synonyms=("区域合同覆盖企业", "区域性集体合同覆盖企业"),
)
def area_employers(scope):
    """截止日在有效期内的区域性、行业性集体合同覆盖的用人单位家数，一家受几份合同覆盖只计 1。
    与单独签订集体合同的单位分开计算，不计入集体合同签订率。"""
    in_force = AreaContract.objects.holding(scope)
    return AreaUnit.objects.holding(scope).filter(contract__in=in_force.values("pk"))


@count(
    "bargaining.letters",
    "劳动法律监督文书",
    unit="份",
    synonyms=("监督提示函", "监督意见书", "劳动法律监督文书份数"),
)
def letters(scope):
    """发出日期在本期内的劳动法律监督提示函、意见书、建议书份数。"""
    return Letter.objects.within(scope)


@total(
    "bargaining.dismissed",
    "解除和裁员涉及职工",
    of="people",
    unit="人",
    synonyms=("裁员人数", "解除劳动合同人数"),
)
def dismissed(scope):
    """通知工会日期在本期内的单方解除、经济性裁员通知所涉及的职工人数之和，以单位通知为准。"""
    return Dismissal.objects.within(scope)
