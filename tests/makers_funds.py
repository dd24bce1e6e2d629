"""Records of the union's money, confirmed, with dull defaults."""

from datetime import date

from tests.makers import confirmed
from youju.work.funds.models import BudgetLine, DuesPayment, FundDisclosure, FundLine

MARCH = date(2025, 3, 10)


def make_dues(organisation, **values):
    given = {"occurred_on": MARCH, "payers": 10, "base": 40000, "received": 200, "paid_on": MARCH} | values
    return confirmed(DuesPayment(organisation=organisation, **given))


def make_fund_line(organisation, **values):
    given = {"occurred_on": MARCH, "direction": "out", "head": "activities", "source": "dues"}
    given |= {"amount": 500, "purpose": "篮球赛奖品"} | values
    return confirmed(FundLine(organisation=organisation, **given))


def make_budget(organisation, **values):
    given = {"occurred_on": date(2025, 1, 20), "year": 2025, "direction": "out", "head": "activities"}
    return confirmed(BudgetLine(organisation=organisation, **given | {"amount": 1000} | values))


def make_fund_disclosure(organisation, **values):
    given = {"occurred_on": MARCH, "content": "accounts", "channel": "board", "place": "厂门口"}
    given |= {"covers_from": date(2025, 1, 1), "covers_until": date(2025, 2, 28)} | values
    return confirmed(FundDisclosure(organisation=organisation, **given))


MAKERS = {
    "funds.dues": make_dues,
    "funds.lines": make_fund_line,
    "funds.budgets": make_budget,
    "funds.disclosures": make_fund_disclosure,
}
