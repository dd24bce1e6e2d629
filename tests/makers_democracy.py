"""Dull records of 民主管理, confirmed."""

from tests.makers import SPRING, confirmed
from youju.work.democracy.models import Congress, Disclosure


def make_congress(union, *, occurred_on=SPRING, **values):
    given = {
        "session": "第二届第一次",
        "delegates_due": 30,
        "delegates_present": 28,
        "agenda": "工资方案",
    } | values
    return confirmed(Congress(organisation=union, occurred_on=occurred_on, **given))


def make_disclosure(union, *, occurred_on=SPRING, **values):
    given = {"item": "职工福利费使用情况", "place": "食堂门口"} | values
    return confirmed(Disclosure(organisation=union, occurred_on=occurred_on, **given))


MAKERS = {
    Congress.ledger_code: make_congress,
    Disclosure.ledger_code: make_disclosure,
}
