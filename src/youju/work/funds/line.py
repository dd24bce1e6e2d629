"""工会经费"""

from youju.ledger.ledgers import Ledger, Line
from youju.ledger.lines import LineOfWork
from youju.records.models import Exhibit
from youju.work.funds import indicators, rules
from youju.work.funds.models import BudgetLine, DuesPayment, FundDisclosure, FundLine

Kind = Exhibit.Kind

DUES = Ledger(
    model=DuesPayment,
    columns=("organisation", "month", "payers", "base", "due", "received", "paid_on", "collector"),
    filters=("organisation",),
    proof=(Kind.RECEIPT,),
    at_unit=("payers", "due", "received"),
    help=(
        "登记每个单位每个月的会费：计费工资合计、实收会费；应交会费由系统按比例算出，没收到的实收填 0。\n"
        "凭据：会费收缴表、银行回单。\n"
        "用于：会费收缴、会费收缴率，未登记、未足额的会提醒。"
    ),
)

LINES_OF_MONEY = Ledger(
    model=FundLine,
    columns=(
        *("occurred_on", "organisation", "direction", "head", "source", "amount", "purpose", "activity"),
        *("counterparty", "voucher", "approved_by"),
    ),
    filters=("direction", "head", "source", "organisation"),
    proof=(Kind.RECEIPT, Kind.OTHER),
    help=(
        "登记每笔收入、支出：科目、来源、用途和对应的工作编号。这里不记账，会计账簿照常另记。\n"
        "凭据：发票、签领表、银行回单的扫描件；已确认的金额不能改，错了作废重登。\n"
        "用于：经费收入、支出，会费支出，预算执行率。"
    ),
)

BUDGETS = Ledger(
    model=BudgetLine,
    columns=("year", "organisation", "direction", "head", "amount", "approved_by", "occurred_on", "note"),
    filters=("year", "direction", "head", "organisation"),
    proof=(Kind.APPROVAL, Kind.OTHER),
    help=(
        "登记一年各科目的收支预算，一个科目一条；调整预算请更正原记录并写明理由。\n"
        "凭据：预算表及批复、会议记录。\n"
        "用于：预算执行率，超预算的会提醒。"
    ),
)

DISCLOSURES = Ledger(
    model=FundDisclosure,
    columns=(
        *("occurred_on", "organisation", "content", "covers_from", "covers_until", "channel", "place"),
        "audited",
    ),
    filters=("content", "channel", "audited", "organisation"),
    proof=(Kind.PHOTO, Kind.MINUTES),
    at_unit=("occurred_on", "audited"),
    help=(
        "登记每次向会员公开经费：收支情况、预算、决算或会费收缴使用，写明收支起止日期。\n"
        "凭据：公开栏照片、会议记录、经审会审查意见。\n"
        "用于：经费公开率，未公开、未审查的会提醒。"
    ),
)

LINE = Line(
    code=LineOfWork.FUNDS,
    label=LineOfWork.FUNDS.label,
    icon="coins",
    ledgers=(DUES, LINES_OF_MONEY, BUDGETS, DISCLOSURES),
    indicators=(
        indicators.dues_received,
        indicators.dues_due,
        indicators.dues_rate,
        indicators.units_paying,
        indicators.dues_spent,
        indicators.income,
        indicators.spending,
        indicators.activities_spent,
        indicators.rights_spent,
        indicators.budget_rate,
        indicators.disclosure_rate,
    ),
    rules=(
        rules.dues_short,
        rules.dues_not_entered,
        rules.not_disclosed,
        rules.not_audited,
        rules.spending_without_receipt,
        rules.spending_without_work,
        rules.over_budget,
        rules.no_budget,
    ),
    dues=(rules.disclosure,),
    at_unit=(indicators.dues_due, indicators.dues_received, indicators.dues_rate, indicators.spending),
)
