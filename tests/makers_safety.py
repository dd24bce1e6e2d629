"""Dull records of 劳动保护, confirmed."""

from datetime import date

from tests.makers import SPRING, confirmed, make_nil_report, make_person
from youju.records.models import NilReport
from youju.work.safety.models import Accident, Inspector, InspectorCertificate, ProtectionCommittee


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


MAKERS = {
    ProtectionCommittee.ledger_code: make_committee,
    Inspector.ledger_code: make_inspector,
    InspectorCertificate.ledger_code: make_certificate,
    Accident.ledger_code: make_accident,
    NilReport.ledger_code: make_nil_report,
}
