"""What goes out of a ledger comes back into it as the same facts, through real workbooks."""

import pytest
from tests.conformance.makers import MAKERS
from tests.makers_education import make_training

from youju.base.masking import open_names
from youju.catalogue import LEDGERS
from youju.ledger import participants
from youju.ledger.namelists import read_lines
from youju.ledger.sheets import reading
from youju.ledger.sheets.checking import Checked, check
from youju.ledger.sheets.exporting import export
from youju.ledger.sheets.saving import save
from youju.org.access import Access
from youju.records import writing
from youju.records.models import Participation
from youju.records.record import State

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]  # what is saved and asked: `test_saving.py`
KEPT_APART = {"编号", "状态", "登记人", "登记时间"}  # of the record, not of the fact
# Sealed figures of a household do not leave in a workbook: who takes them in again types them.
UNREAD = {"relief.files": ["家庭年可支配收入：此字段不能为空。"]}
LEDGER = pytest.mark.parametrize("ledger", LEDGERS.values(), ids=LEDGERS)


def taken(ledger, access, record) -> reading.Table:
    with export(ledger, access, ledger.records(access).filter(pk=record.pk), reason="核对") as made:
        return reading.read(made.read(), f"{ledger.label}.xlsx")


def facts(table: reading.Table) -> dict[str, str]:
    heads, row = table.sheets[0].rows[:2]
    return {head: cell for head, cell in zip(heads, row, strict=True) if head not in KEPT_APART}


def faults(checked: Checked) -> list[str]:
    return [row.remarks for row in checked.faulty]


@LEDGER
def test_every_ledger_reads_back_what_it_gave_out(ledger, clerk, township, village):
    access, record = Access(clerk), MAKERS[ledger.code](village)
    table = taken(ledger, access, record)
    writing.void(record, by=None, reason="重新导入")
    checked = check(ledger, access, table, place=township)
    assert faults(checked) == UNREAD.get(ledger.code, [])
    if checked.good:
        save(checked)
        again = ledger.records(access).exclude(state=State.VOIDED).latest("recorded_at")
        assert facts(taken(ledger, access, again)) == facts(table)


def test_participants_come_back_with_their_units_and_sessions(clerk, township, village):
    ledger, access = LEDGERS["education.trainings"], Access(clerk)
    record = make_training(village, "王一")
    hall = "甲厂（集团）、总部"
    seats = [
        ("李梅", hall, "第1场：上午"),
        ("王小明", "", "下午"),
        ("李梅", "乙厂", "下午"),
        ("赵四", "", ""),
    ]
    rows = [Participation(name=name, unit=unit, session=session) for name, unit, session in seats]
    writing.amend(record, by=None, reason="补签到", children=rows)
    table = taken(ledger, access, record)
    assert (
        "第1场：上午：李梅（甲厂（集团）、总部）；下午：王小明、李梅（乙厂）；赵四" in table.sheets[0].rows[1]
    )
    writing.void(record, by=None, reason="重新导入")
    (row,) = check(ledger, access, table, place=township).rows
    assert [(one.name, one.unit, one.session) for one in row.children] == seats


@pytest.mark.parametrize(
    "seats",
    [
        [("张三", "", ""), ("李四", "", "")],
        [("张三", "甲厂", "上午"), ("李四", "", "上午"), ("王五", "乙厂", "下午")],
        [("张三", "甲厂（集团）", "3月8日 9：00")],
        [("张三", "甲；乙", "上午"), ("李四", "", "")],
        [("张三", "甲、乙厂", "")],
        [("张三", "甲厂", "上午、下午")],
        [("张三", "（甲", "（早")],
    ],
)
def test_one_cell_says_every_participant_and_reads_back(seats):
    rows = [Participation(name=name, unit=unit, session=session) for name, unit, session in seats]
    with open_names():
        assert [line.said for line in read_lines(participants.in_a_cell(rows))] == seats
