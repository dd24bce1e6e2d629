"""维权: disputes, arrears, and the proof that there were none."""

from youju.ledger.indicators import count, total
from youju.ledger.scope import Scope
from youju.ledger.several import together
from youju.ledger.shares import ITSELF, share
from youju.ledger.zeros import zero
from youju.records.models import NilReport
from youju.work.bargaining.models import Arrears, Dispute


def _accepted(scope: Scope):
    disputes = Dispute.objects.in_scope(scope)
    return disputes.filter(accepted_on__range=(scope.period.start, scope.period.end))


def _closed(scope: Scope):
    disputes = Dispute.objects.in_scope(scope)
    return disputes.filter(closed_on__range=(scope.period.start, scope.period.end))


@together("bargaining.rights_cases", "维权受理件数", unit="件", synonyms=("受理维权", "维权案件"))
def rights_cases(scope):
    """本期内受理的劳动争议件数与本期内发现的拖欠工资件数之和。
    劳动争议以受理日期为准，拖欠工资以发现日期为准；同一件事只应在一个台账登记。"""
    return {"劳动争议": _accepted(scope), "拖欠工资": Arrears.objects.within(scope)}


@count(
    "bargaining.disputes_accepted",
    "劳动争议受理件数",
    unit="件",
    synonyms=("受理劳动争议", "受理劳动争议案件数"),
)
def disputes_accepted(scope):
    """受理日期在本期内的劳动争议件数，不论涉及几人一件计 1；尚未受理的不计。"""
    return _accepted(scope)


@zero(
    "bargaining.major_disputes",
    "重大劳动争议",
    unit="起",
    nil=NilReport.Kind.DISPUTE,
    synonyms=("重大劳动争议起数", "重大劳动纠纷", "重大劳资纠纷", "群体性劳动争议"),
)
def major_disputes(scope):
    """本期内申请的、认定为重大的劳动争议起数；一般争议不计入。
    没有发生的，须由每个基层工会的零报告覆盖其在本期内存续的每一天，才可写“未发生”。"""
    return Dispute.objects.within(scope).filter(major=True)


@zero(
    "bargaining.arrears_cases",
    "拖欠工资",
    unit="起",
    nil=NilReport.Kind.ARREARS,
    synonyms=("拖欠工资起数", "拖欠工资现象", "欠薪", "拖欠职工工资"),
)
def arrears_cases(scope):
    """本期内发现的拖欠工资起数，已清偿的仍计入。
    没有发生的，须由每个基层工会的零报告覆盖其在本期内存续的每一天，才可写“未发生”。"""
    return Arrears.objects.within(scope)


@share(
    "bargaining.mediation_rate",
    "劳动争议调解成功率",
    of=_closed,
    by=ITSELF,
    synonyms=("调解成功率", "争议调解成功率"),
)
def mediation_rate(scope):
    """结案日期在本期内的劳动争议中，调解达成协议的所占比例；还在处理的不进入分母。"""
    return _closed(scope).filter(result=Dispute.Result.AGREED)


@total(
    "bargaining.recovered",
    "为职工挽回金额",
    of="recovered",
    synonyms=("挽回经济损失", "挽回损失金额"),
)
def recovered(scope):
    """结案日期在本期内的劳动争议中，为职工挽回金额之和；清偿的欠薪另计，不在此列。"""
    return _closed(scope)


@total(
    "bargaining.arrears_settled",
    "追回拖欠工资金额",
    of="amount_settled",
    synonyms=("追回欠薪金额", "追讨工资金额", "清欠工资金额"),
)
def arrears_settled(scope):
    """本期内发现的拖欠工资中，到登记时已清偿的金额之和。"""
    return Arrears.objects.within(scope)
