"""Dull records of 劳动保护, confirmed."""

from datetime import date

from tests.makers import SPRING, confirmed, make_employer, make_nil_report, make_person
from youju.records.models import NilReport
from youju.work.safety.models import (
    Accident,
    AnkangCup,
    Hazard,
    Inspector,
    InspectorCertificate,
    ProtectionCommittee,
    SafetyActivity,
    SafetyRule,
)


def make_committee(union, *, from_on=SPRING, **values):
    given = {"head": "赵主任", "members": 5} | values
    return confirmed(ProtectionCommittee(organisation=union, from_on=from_on, **given))


def make_inspector(union, *, from_on=SPRING, **values):
    given = values if "person" in values else {"person": make_person(union)} | values
    return confirmed(Inspector(organisation=union, from_on=from_on, **given))


def make_certificate(union, *, from_on=SPRING, until_on=date(2028, 2, 29), **values):
    given = {"certificate_number": "AQ-001", "issuer": "某县总工会"} | values
    if "inspector" not in given:
        given["inspector"] = make_inspector(union)
    row = InspectorCertificate(organisation=union, from_on=from_on, until_on=until_on, **given)
    return confirmed(row)


def make_accident(union, *, occurred_on=SPRING, **values):
    given = {"place": "一车间", "grade": "ordinary", "description": "机械伤害"} | values
    return confirmed(Accident(organisation=union, occurred_on=occurred_on, **given))


def _at_a_firm(union, values: dict) -> dict:
    return values if "employer" in values else {"employer": make_employer(union.federation)} | values


def make_rule(union, *, from_on=SPRING, **values):
    given = {"kind": "duty", "title": "安全生产责任制", "union_consulted": True} | values
    return confirmed(SafetyRule(organisation=union, from_on=from_on, **_at_a_firm(union, given)))


def make_ankang(union, *, occurred_on=SPRING, **values):
    given = {"teams": 4, "workers": 60} | values
    return confirmed(AnkangCup(organisation=union, occurred_on=occurred_on, **_at_a_firm(union, given)))


def make_hazard(union, *, occurred_on=SPRING, **values):
    given = {
        "place": "二车间冲床",
        "description": "防护罩缺失",
        "found_by": "赵检查员",
        "due_on": date(2025, 3, 15),
    } | values
    return confirmed(Hazard(organisation=union, occurred_on=occurred_on, **given))


def make_activity(union, *, occurred_on=SPRING, children=(), **values):
    given = {"kind": "consulting", "title": "安全生产月咨询日"} | values
    return confirmed(SafetyActivity(organisation=union, occurred_on=occurred_on, **given), children=children)


MAKERS = {
    SafetyRule.ledger_code: make_rule,
    AnkangCup.ledger_code: make_ankang,
    Hazard.ledger_code: make_hazard,
    SafetyActivity.ledger_code: make_activity,
    ProtectionCommittee.ledger_code: make_committee,
    Inspector.ledger_code: make_inspector,
    InspectorCertificate.ledger_code: make_certificate,
    Accident.ledger_code: make_accident,
    NilReport.ledger_code: make_nil_report,
}
