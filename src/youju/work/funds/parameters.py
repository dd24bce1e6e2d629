"""What differs by region and year in the union's money."""

from decimal import Decimal

from youju.records.parameters import Confidence, Dated, Parameter

DUES_PERCENT = Parameter(
    "dues_percent",
    "会费比例（%，按月基本工资）",
    (
        Dated(
            Decimal("0.5"),
            source="通行做法：会费按本人月基本工资的百分之零点五交纳",
            confidence=Confidence.CUSTOM,
        ),
    ),
)
# Codes of `FundLine.Head`; a new chart of accounts is a new value from its first day.
FUND_HEADS = Parameter(
    "fund_heads",
    "工会经费收支科目",
    (
        Dated(
            (
                *("dues", "allocated", "upper", "finance", "employer", "other_income"),
                *("activities", "rights", "business", "capital", "enterprise", "other_spending"),
            ),
            source="《基层工会经费收支管理办法》（总工办发〔2017〕32号）",
            confidence=Confidence.LAW,
        ),
    ),
)
