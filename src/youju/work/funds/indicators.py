"""Dues collected and spent, money in and out, what was planned, and what members were told."""

from django.db.models import QuerySet

from youju.ledger.indicators import count, total
from youju.ledger.populations import unions
from youju.ledger.ratios import ratio
from youju.ledger.scope import Scope
from youju.ledger.shares import share
from youju.work.funds.budgets import with_spent
from youju.work.funds.models import BudgetLine, Direction, DuesPayment, FundDisclosure, FundLine, Head


def _lines(scope: Scope, direction: Direction) -> QuerySet:
    return FundLine.objects.within(scope).filter(direction=direction)


@total("funds.dues_received", "会费收缴", of="received", synonyms=("收缴会费", "会费收缴额", "收取会费"))
def dues_received(scope):
    """本期各月会费的实收合计，单位为元。

    以会费台账“实收会费”一栏为准，按所属月份归入本期，与实际收缴日期无关；待确认的不计。
    """
    return DuesPayment.objects.within(scope)


@total("funds.dues_due", "应收会费", of="due", synonyms=("应交会费",))
def dues_due(scope):
    """本期各月应交会费合计，单位为元。

    应交会费＝计费工资合计×会费比例（通行为百分之零点五，每人不足10元的尾数不计）；按所属月份归入本期。
    """
    return DuesPayment.objects.within(scope)


@ratio("funds.dues_rate", "会费收缴率", of="received", base="due", synonyms=("会费收缴比例",))
def dues_rate(scope):
    """本期各月实收会费占应交会费的比例，按所属月份归入本期。

    没有登记会费的单位、月份不进入分子分母，另在“会费未登记”中提醒；应交为零的月份不计。
    """
    return DuesPayment.objects.within(scope)


@count("funds.units_paying", "交纳会费单位", unit="家", of="organisation", synonyms=("收缴会费单位",))
def units_paying(scope):
    """本期内有会费实收记录的单位家数，一家几个月都交的只计一家。"""
    return DuesPayment.objects.within(scope).filter(received__gt=0)


@total("funds.dues_spent", "会费支出", of="amount", synonyms=("会费使用", "会费开支"))
def dues_spent(scope):
    """本期内经费来源为“会费”的支出合计，单位为元。以经费收支台账的日期和金额为准。"""
    return _lines(scope, Direction.OUT).filter(source=FundLine.Source.DUES)


@total("funds.income", "经费收入", of="amount", synonyms=("工会经费收入", "收入合计"))
def income(scope):
    """本期内各科目经费收入合计，单位为元。以经费收支台账的日期和金额为准，会费收入汇总记账的计在内。"""
    return _lines(scope, Direction.IN)


@total("funds.spending", "经费支出", of="amount", synonyms=("工会经费支出", "支出合计"))
def spending(scope):
    """本期内各科目经费支出合计，单位为元。以经费收支台账的日期和金额为准。"""
    return _lines(scope, Direction.OUT)


@total("funds.activities_spent", "职工活动支出", of="amount", synonyms=("活动支出", "活动经费"))
def activities_spent(scope):
    """本期内科目为“职工活动支出”的支出合计，单位为元。"""
    return _lines(scope, Direction.OUT).filter(head=Head.ACTIVITIES)


@total("funds.rights_spent", "维权支出", of="amount", synonyms=("维权经费",))
def rights_spent(scope):
    """本期内科目为“维权支出”的支出合计，单位为元；困难职工帮扶、送温暖等从工会经费列支的计在内。"""
    return _lines(scope, Direction.OUT).filter(head=Head.RIGHTS)


@ratio("funds.budget_rate", "预算执行率", of="spent", base="amount", synonyms=("预算完成率",))
def budget_rate(scope):
    """期末所在年度支出预算的执行比例：有预算的科目当年已支出合计占预算合计。

    同一单位、同一科目对照；没有预算的科目支出不进入分子，预算为零的科目不计。
    """
    year = scope.period.end.year
    return with_spent(BudgetLine.objects.in_scope(scope).filter(year=year, direction=Direction.OUT))


@share("funds.disclosure_rate", "经费公开率", of=unions, synonyms=("经费收支公开", "经费公开面"))
def disclosure_rate(scope):
    """截止日存在的基层工会中，本期内至少公开一次经费收支（预算、决算、会费）的所占比例。以公开日期为准。"""
    return FundDisclosure.objects.within(scope)
