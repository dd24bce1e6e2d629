"""Dull records of 集体协商, confirmed."""

from datetime import date

from tests.makers import confirmed, make_employer
from youju.work.bargaining.models import CollectiveContract


def make_contract(union, *, kind="comprehensive", **values):
    """A contract of the year 2025 that a full congress passed and that was filed in time."""
    given = {
        "title": "集体合同",
        "from_on": date(2025, 1, 1),
        "until_on": date(2025, 12, 31),
        "signed_on": date(2025, 1, 1),
        "filed_on": date(2025, 1, 8),
        "workers_covered": 50,
        "delegates_due": 30,
        "delegates_present": 30,
        "votes_for": 30,
    } | values
    if "employer" not in given:
        given["employer"] = make_employer(union.federation, union=union)
    return confirmed(CollectiveContract(organisation=union, kind=kind, **given))


MAKERS = {CollectiveContract.ledger_code: make_contract}
