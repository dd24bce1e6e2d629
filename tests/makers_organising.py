"""Dull records of 组织建设, confirmed."""

from datetime import date, timedelta
from itertools import count

from tests.makers import SPRING, confirmed, make_employer, make_membership
from youju.people.models import Membership
from youju.records import writing
from youju.work.organising.models import (
    Election,
    Formation,
    Handbook,
    LegalPerson,
    Measure,
    Officer,
    Prospect,
    UnionBody,
    Visit,
    WorkGroup,
)

_serial = count(1)


def make_formation(union, *, occurred_on=SPRING, **values):
    given = {"approval_number": "某工发〔2025〕1号", "members": 30, "chair": "李主席"} | values
    if "employer" not in given:
        given["employer"] = make_employer(union.federation, union=union)
    return confirmed(Formation(organisation=union, occurred_on=occurred_on, **given))


def leave(membership, last_day: date, *, way="left"):
    return writing.end(membership, on=last_day, by=None, ended_by=way)


def transfer(membership, union, first_day: date):
    """Out of one union, and into another from `first_day` on."""
    leave(membership, first_day - timedelta(days=1), way="transferred")
    return make_membership(union, membership.person, from_on=first_day, began_by="transferred")


def make_prospect(place, *, from_on=SPRING, **values):
    given = {"workers": 40} | values
    if "employer" not in given:
        given["employer"] = make_employer(place.federation, name=f"待建厂{next(_serial)}")
    return confirmed(Prospect(organisation=place, from_on=from_on, **given))


def make_work_group(union, *, from_on=SPRING, **values):
    given = {
        "name": "建会工作组",
        "leader": "李副乡长",
        "offices": "经发办、乡工会",
        "people": "王干部",
    } | values
    return confirmed(WorkGroup(organisation=union, from_on=from_on, **given))


def make_visit(union, *, occurred_on=SPRING, kind="organising", **values):
    given = {"visitors": "李主席", "content": "宣讲工会法"} | values
    if "employer" not in given:
        given["employer"] = make_employer(union.federation, name=f"走访厂{next(_serial)}")
    return confirmed(Visit(organisation=union, occurred_on=occurred_on, kind=kind, **given))


def make_measure(union, *, occurred_on=SPRING, kind="forming", **values):
    given = {"title": "建会倒排工期", "result": "已完成"} | values
    return confirmed(Measure(organisation=union, occurred_on=occurred_on, kind=kind, **given))


def make_election(union, *, occurred_on=SPRING, **values):
    """An election in which all came and all voted for the chair."""
    given = {
        "session": "第二届",
        "due": 60,
        "present": 60,
        "ballots_issued": 60,
        "ballots_returned": 60,
        "ballots_valid": 60,
        "members": 60,
        "seats": 5,
        "candidates": 6,
        "chair": "李主席",
        "chair_votes": 60,
        "noticed_from": date(2025, 2, 1),
        "noticed_until": date(2025, 2, 7),
        "approval_number": "某工发〔2025〕2号",
    } | values
    return confirmed(Election(organisation=union, occurred_on=occurred_on, **given))


def make_officer(union, *, from_on=SPRING, **values):
    given = {"name": f"赵干部{next(_serial)}", "position": "committee"} | values
    return confirmed(Officer(organisation=union, from_on=from_on, **given))


def step_down(officer, last_day: date, *, way="moved"):
    return writing.end(officer, on=last_day, by=None, ended_by=way)


def make_body(union, *, from_on=SPRING, kind="audit", **values):
    given = {"head": "孙经审", "members": 3} | values
    return confirmed(UnionBody(organisation=union, from_on=from_on, kind=kind, **given))


def make_legal_person(union, *, from_on=SPRING, until_on=date(2030, 2, 28), **values):
    given = {
        "certificate_number": "法字001",
        "code": "81340321MC0000000X",
        "representative": "李主席",
        "issuer": "某县总工会",
    } | values
    return confirmed(LegalPerson(organisation=union, from_on=from_on, until_on=until_on, **given))


def make_handbook(union, *, occurred_on=SPRING, **values):
    given = {"handbook_number": f"SC{next(_serial):04d}"} | values
    if "person" not in given:
        given["person"] = make_membership(union, from_on=occurred_on).person
    return confirmed(Handbook(organisation=union, occurred_on=occurred_on, **given))


MAKERS = {
    Formation.ledger_code: make_formation,
    Membership.ledger_code: make_membership,
    Prospect.ledger_code: make_prospect,
    WorkGroup.ledger_code: make_work_group,
    Visit.ledger_code: make_visit,
    Measure.ledger_code: make_measure,
    Election.ledger_code: make_election,
    Officer.ledger_code: make_officer,
    UnionBody.ledger_code: make_body,
    LegalPerson.ledger_code: make_legal_person,
    Handbook.ledger_code: make_handbook,
}
