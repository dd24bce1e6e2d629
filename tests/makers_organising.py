"""Dull records of 组织建设, confirmed."""

from datetime import date, timedelta

from tests.makers import SPRING, confirmed, make_employer, make_membership
from youju.people.models import Membership
from youju.records import writing
from youju.work.organising.models import Formation


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


MAKERS = {
    Formation.ledger_code: make_formation,
    Membership.ledger_code: make_membership,
}
