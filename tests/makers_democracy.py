"""Dull records of 民主管理, confirmed."""

from datetime import date
from itertools import count

from tests.makers import SPRING, confirmed, make_employer
from youju.work.democracy.models import (
    Board,
    Box,
    CatalogueItem,
    Congress,
    Delegate,
    Dialogue,
    Disclosure,
    Drive,
    Opening,
    Proposal,
    Suggestion,
    Voice,
    WorkerSeat,
)

_serial = count(1)


def make_congress(union, *, occurred_on=SPRING, **values):
    given = {
        "session": "第二届第一次",
        "delegates_due": 30,
        "delegates_present": 28,
        "agenda": "工资方案",
    } | values
    return confirmed(Congress(organisation=union, occurred_on=occurred_on, **given))


def make_delegate(union, *, from_on=SPRING, until_on=date(2028, 2, 29), **values):
    given = {"name": f"钱代表{next(_serial)}", "ward": "一车间"} | values
    return confirmed(Delegate(organisation=union, from_on=from_on, until_on=until_on, **given))


def make_proposal(union, *, occurred_on=SPRING, **values):
    given = {"name": "钱代表", "title": "改善食堂", "decision": "filed", "department": "后勤科"} | values
    return confirmed(Proposal(organisation=union, occurred_on=occurred_on, **given))


def make_board(union, *, from_on=SPRING, **values):
    given = {"place": f"{next(_serial)}号楼门口"} | values
    return confirmed(Board(organisation=union, from_on=from_on, **given))


def make_catalogue_item(union, *, from_on=SPRING, **values):
    given = {"topic": "pay", "item": f"事项{next(_serial)}"} | values
    return confirmed(CatalogueItem(organisation=union, from_on=from_on, **given))


def make_disclosure(union, *, occurred_on=SPRING, **values):
    given = {"item": "职工福利费使用情况", "place": "食堂门口"} | values
    return confirmed(Disclosure(organisation=union, occurred_on=occurred_on, **given))


def make_drive(union, *, occurred_on=SPRING, **values):
    given = {"title": "我为单位发展献一计"} | values
    return confirmed(Drive(organisation=union, occurred_on=occurred_on, **given))


def make_suggestion(union, *, occurred_on=SPRING, **values):
    given = {"name": "孙工", "title": "改夹具"} | values
    return confirmed(Suggestion(organisation=union, occurred_on=occurred_on, **given))


def make_box(union, *, from_on=SPRING, **values):
    given = {"place": f"{next(_serial)}号楼楼梯口"} | values
    return confirmed(Box(organisation=union, from_on=from_on, **given))


def make_opening(union, *, occurred_on=SPRING, **values):
    given = {"openers": "李主席、王委员"} | values
    if "box" not in given:
        given["box"] = make_box(union)
    return confirmed(Opening(organisation=union, occurred_on=occurred_on, **given))


def make_voice(union, *, occurred_on=SPRING, **values):
    given = {"kind": "opinion", "name": "周工", "content": "宿舍漏雨"} | values
    return confirmed(Voice(organisation=union, occurred_on=occurred_on, **given))


def make_dialogue(union, *, occurred_on=SPRING, children=(), **values):
    given = {"topic": "工资和食堂", "leaders": "张总", "questions": "何时涨工资"} | values
    return confirmed(Dialogue(organisation=union, occurred_on=occurred_on, **given), children=children)


def make_worker_seat(union, *, from_on=SPRING, **values):
    given = {"board": "directors", "name": "钱代表"} | values
    if "employer" not in given:
        given["employer"] = make_employer(union.federation)
    return confirmed(WorkerSeat(organisation=union, from_on=from_on, **given))


MAKERS = {
    WorkerSeat.ledger_code: make_worker_seat,
    Congress.ledger_code: make_congress,
    Delegate.ledger_code: make_delegate,
    Proposal.ledger_code: make_proposal,
    Board.ledger_code: make_board,
    CatalogueItem.ledger_code: make_catalogue_item,
    Disclosure.ledger_code: make_disclosure,
    Drive.ledger_code: make_drive,
    Suggestion.ledger_code: make_suggestion,
    Box.ledger_code: make_box,
    Opening.ledger_code: make_opening,
    Voice.ledger_code: make_voice,
    Dialogue.ledger_code: make_dialogue,
}
