"""Dues that did not come, money that cannot be shown, budgets that were passed over."""

from datetime import timedelta

from django.db.models import F

from youju.base import periods
from youju.base.periods import Period
from youju.ledger.dues import owed, yearly
from youju.ledger.populations import unions
from youju.ledger.rules import rule, without
from youju.records.models import Exhibit
from youju.records.parameters import Confidence
from youju.work.funds.budgets import with_spent
from youju.work.funds.models import BudgetLine, Direction, DuesPayment, FundDisclosure, FundLine
from youju.work.funds.parameters import DUES_PERCENT

LAW_45 = "《中华人民共和国工会法》第四十五条"


@rule(
    "funds.dues_short",
    "会费未足额",
    source="通行做法：会费按本人月基本工资的百分之零点五交纳",
    confidence=Confidence.CUSTOM,
    parameter=DUES_PERCENT,
)
def dues_short(scope):
    """实收少于应交的会费记录。请核对计费工资和实收数，确属未交的请催缴，补交后登记。"""
    return DuesPayment.objects.within(scope).filter(received__lt=F("due"))


def _months_over(scope) -> list[Period]:
    """The whole months of the period that have ended by the as-of day."""
    last = min(scope.period.end, scope.as_of)
    month, found = periods.month(scope.period.start.year, scope.period.start.month), []
    while month.end <= last:
        found.append(month)
        following = month.end + timedelta(days=1)
        month = periods.month(following.year, following.month)
    return [month for month in found if month.start >= scope.period.start]


@rule(
    "funds.dues_not_entered",
    "会费未登记",
    source="通行做法：会费按月收缴",
    confidence=Confidence.CUSTOM,
    remedy=DuesPayment,
)
def dues_not_entered(scope):
    """本期已过去的整月中，至少有一个月没有会费记录的基层工会；期中成立的从成立次月起算，当月一日成立的从当月起算。

    请补登会费台账；确实没有收到的，实收填 0。
    """
    months = _months_over(scope)
    paid = set(DuesPayment.objects.within(scope).order_by().values_list("organisation", "month"))
    missing = [
        union.pk
        for union in unions(scope).order_by()
        if any(
            (union.pk, f"{month.start:%Y-%m}") not in paid for month in months if month.start >= union.from_on
        )
    ]
    return unions(scope).filter(pk__in=missing)


@rule(
    "funds.not_disclosed",
    "经费未公开",
    source=f"{LAW_45}要求定期报告，每年至少公开一次为通行做法",
    confidence=Confidence.CUSTOM,
    remedy=FundDisclosure,
)
def not_disclosed(scope):
    """截止日存在、本期内没有经费公开记录的基层工会。请向会员（代表）大会报告或在公开栏公布，并登记。"""
    return disclosure.select(scope)


@owed("funds.disclosure", "经费公开", ledger=FundDisclosure.ledger_code, steps=yearly(12))
def disclosure(scope):
    """经费收支每年至少向会员公开一次，本年还没有公开记录的基层工会。公开后登记，附公开材料。"""
    return unions(scope).exclude(pk__in=FundDisclosure.objects.within(scope).values("organisation"))


@rule("funds.not_audited", "公开前未经审查", source=LAW_45, confidence=Confidence.LAW)
def not_audited(scope):
    """公开的收支情况、决算没有经审会审查。请经费审查委员会审查后更正记录，并附审查意见。"""
    accounts = (FundDisclosure.Content.ACCOUNTS, FundDisclosure.Content.FINAL)
    return FundDisclosure.objects.within(scope).filter(content__in=accounts, audited=False)


@rule("funds.spending_without_receipt", "支出无凭证", source="系统约定：每笔支出须有凭证")
def spending_without_receipt(scope):
    """没有上传凭证扫描件的支出。请补传发票、签领表或银行回单，材料类别选“领取凭据”或“其他材料”。"""
    spent = FundLine.objects.within(scope).filter(direction=Direction.OUT)
    return without(spent, Exhibit.Kind.RECEIPT, Exhibit.Kind.OTHER)


@rule("funds.spending_without_work", "活动支出无对应工作", source="系统约定：活动经费须对应活动记录")
def spending_without_work(scope):
    """科目为“职工活动支出”、没有填写对应工作编号的支出。请填写文体、竞赛等台账的编号，以便核对。"""
    spent = FundLine.objects.within(scope).filter(direction=Direction.OUT, head="activities")
    return spent.filter(activity="")


@rule("funds.over_budget", "超预算", source=f"{LAW_45}（建立预算、决算制度）", confidence=Confidence.LAW)
def over_budget(scope):
    """期末所在年度已支出超过预算的科目。请停止列支，确需增加的先按程序调整预算。"""
    year = scope.period.end.year
    budgets = BudgetLine.objects.in_scope(scope).filter(year=year, direction=Direction.OUT)
    return with_spent(budgets).filter(spent__gt=F("amount"))


@rule("funds.no_budget", "未编预算", source=f"{LAW_45}（建立预算、决算制度）", confidence=Confidence.LAW)
def no_budget(scope):
    """期末所在年度有经费支出、没有任何预算记录的单位的支出。请编制预算并登记。"""
    budgets = BudgetLine.objects.in_scope(scope).filter(year=scope.period.end.year)
    spent = FundLine.objects.within(scope).filter(direction=Direction.OUT)
    return spent.exclude(organisation__in=budgets.values("organisation"))
