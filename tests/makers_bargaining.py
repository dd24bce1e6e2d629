"""Dull records of 集体协商, confirmed."""

from datetime import date
from itertools import count

from tests.makers import SPRING, confirmed, make_employer
from youju.work.bargaining.models import (
    AreaContract,
    AreaUnit,
    Arrears,
    CollectiveContract,
    Consultation,
    Dismissal,
    Dispute,
    Inspection,
    Letter,
)

_serial = count(1)


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


def _at_a_firm(union, values: dict) -> dict:
    return values if "employer" in values else {"employer": make_employer(union.federation)} | values


def make_consultation(union, *, occurred_on=SPRING, **values):
    """A consultation with a meeting of three on each side."""
    given = {
        "kind": "comprehensive",
        "replied_on": date(2025, 3, 10),
        "reply": "agreed",
        "met_on": date(2025, 3, 20),
        "workers_chief": "李主席",
        "workers_side": 3,
        "employers_chief": "张总",
        "employers_side": 3,
    }
    return confirmed(
        Consultation(organisation=union, occurred_on=occurred_on, **_at_a_firm(union, given | values))
    )


def make_inspection(union, *, occurred_on=SPRING, **values):
    given = {"inspectors": "李主席、张总", "articles": 20, "articles_kept": 20} | values
    if "contract" not in given:
        given["contract"] = make_contract(union)
    return confirmed(Inspection(organisation=union, occurred_on=occurred_on, **given))


def make_dispute(union, *, occurred_on=SPRING, **values):
    given = {"kind": "pay", "matter": "加班工资", "accepted_on": occurred_on} | values
    return confirmed(Dispute(organisation=union, occurred_on=occurred_on, **_at_a_firm(union, given)))


def make_arrears(union, *, occurred_on=SPRING, **values):
    given = {"months": "2025年1月至2月", "people_involved": 3, "amount": 9000} | values
    return confirmed(Arrears(organisation=union, occurred_on=occurred_on, **_at_a_firm(union, given)))


def make_area_contract(union, *, from_on=date(2025, 1, 1), until_on=date(2025, 12, 31), **values):
    given = {
        "kind": "wage",
        "reach": "trade",
        "field": f"石英行业{next(_serial)}",
        "title": "石英行业工资专项集体合同",
        "signed_on": from_on,
        "workers_covered": 300,
    } | values
    return confirmed(AreaContract(organisation=union, from_on=from_on, until_on=until_on, **given))


def make_area_unit(union, *, from_on=SPRING, **values):
    given = {"workers": 40} | values
    if "contract" not in given:
        given["contract"] = make_area_contract(union)
    return confirmed(AreaUnit(organisation=union, from_on=from_on, **_at_a_firm(union, given)))


def make_letter(union, *, occurred_on=SPRING, **values):
    given = {"kind": "hint", "matter": "未按时足额支付加班工资", "inspectors": "李主席、王委员"} | values
    return confirmed(Letter(organisation=union, occurred_on=occurred_on, **_at_a_firm(union, given)))


def make_dismissal(union, *, occurred_on=SPRING, **values):
    given = {"kind": "lay_off", "people": 20, "grounds": "订单减少", "planned_on": date(2025, 4, 1)} | values
    return confirmed(Dismissal(organisation=union, occurred_on=occurred_on, **_at_a_firm(union, given)))


MAKERS = {
    AreaContract.ledger_code: make_area_contract,
    AreaUnit.ledger_code: make_area_unit,
    Letter.ledger_code: make_letter,
    Dismissal.ledger_code: make_dismissal,
    CollectiveContract.ledger_code: make_contract,
    Consultation.ledger_code: make_consultation,
    Inspection.ledger_code: make_inspection,
    Dispute.ledger_code: make_dispute,
    Arrears.ledger_code: make_arrears,
}
