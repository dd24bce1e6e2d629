"""Workbooks that go out to be filled in come back as they were meant."""

import io
import re
import zipfile

import pytest
from tests.makers import id_number, make_organisation, make_person
from tests.makers_relief import make_household

from youju.catalogue import LEDGERS
from youju.ledger.sheets import reading, workbooks
from youju.ledger.sheets.checking import check
from youju.ledger.sheets.columns import Layout, plain_heading
from youju.ledger.sheets.headings import recognise
from youju.ledger.sheets.outcomes import Outcome
from youju.ledger.sheets.reading import Refused
from youju.ledger.sheets.tests import books
from youju.org.access import Access

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]  # what a table asks: `test_checking.py`
MEMBERS = LEDGERS["organising.members"]
VISITS = LEDGERS["relief.visits"]
LEDGER = pytest.mark.parametrize("ledger", LEDGERS.values(), ids=LEDGERS)


def part(data: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


@LEDGER
def test_every_ledger_has_a_template_whose_columns_are_found_again_and_nothing_else(ledger, clerk, township):
    layout = Layout(ledger, Access(clerk), township)
    labels = [column.label for column in layout.columns]
    assert len(set(labels)) == len(labels)
    table = reading.read(workbooks.template(ledger, Access(clerk)), "模板.xlsx")
    found = recognise(table, layout.columns)
    assert list(found.places) == [column.key for column in layout.columns]
    assert found.first == 1
    with pytest.raises(Refused, match="标题行下面没有内容"):  # its example is none
        check(ledger, Access(clerk), table, place=township)


def test_numbers_that_are_names_stand_in_text_columns(clerk, township):
    data = workbooks.template(MEMBERS, Access(clerk))
    sheet, styles = part(data, "xl/worksheets/sheet1.xml"), part(data, "xl/styles.xml")
    formats = re.findall(r"<xf numFmtId=\"(\d+)\"", styles.split("<cellXfs")[1])
    layout = Layout(MEMBERS, Access(clerk))
    styled = dict(re.findall(r'<col min="(\d+)" max="\d+" width="[\d.]+" style="(\d+)"', sheet))
    place = [column.key for column in layout.columns].index("person.id_number")
    assert formats[int(styled[str(place + 1)])] == "49"  # Excel's own number for text


def test_lists_offer_the_words_of_the_choices_and_the_units_in_reach(clerk, township, village, neighbour):
    for number in range(40):
        make_organisation(township, name=f"第{number}建材厂工会", code=f"ZHEN-{number + 10}")
    data = workbooks.template(MEMBERS, Access(clerk))
    rules = part(data, "xl/worksheets/sheet1.xml").split("<dataValidations")[1]
    assert '"会员,保留会籍"' in rules
    assert "选项!$A$1:$A$42" in rules
    texts = part(data, "xl/sharedStrings.xml")
    assert "第39建材厂工会" in texts
    assert "邻乡" not in texts


def test_a_template_carries_no_persons(clerk, township):
    make_household(township, make_person(township, name="张老汉"))
    assert "张老汉" not in part(workbooks.template(VISITS, Access(clerk)), "xl/sharedStrings.xml")


def test_required_columns_are_starred_and_explained(clerk, township):
    table = reading.read(workbooks.template(MEMBERS, Access(clerk)), "模板.xlsx")
    page, notes = table.sheets
    assert page.name == "会员"
    assert {"姓名*", "起始日期*", "身份证号"} <= set(page.rows[0])
    assert notes.name == "填写说明"
    assert notes.rows[0] == ["会员"]
    assert ["会籍类别", "", "", "会员、保留会籍"] in notes.rows


def test_faulty_rows_go_back_as_they_came_with_remarks(clerk, township, village):
    rows = (
        ["单位", "姓名", "身份证号", "入会日期", "工种"],
        ["甲厂工会", "王小明", id_number(1), "2025-03-08", "车工"],
        ["甲厂工会", "=cmd|' /C calc'!A0", "", "2025年3月", "+1"],
    )
    table = reading.read(books.xlsx(*rows), "会员.xlsx")
    checked = check(MEMBERS, Access(clerk), table, place=township)
    data = workbooks.faulty(Outcome.of(checked))
    (sheet,) = reading.read(data, "改正.xlsx").sheets
    assert sheet.rows[0] == [*rows[0], "导入备注"]
    assert sheet.rows[1][:5] == rows[2]
    assert "起始日期：日期“2025年3月”只写到了月份" in sheet.rows[1][5]
    assert "<f>" not in part(data, "xl/worksheets/sheet1.xml")


def test_corrected_rows_are_fed_again_with_their_remarks_still_on(clerk, township, village):
    rows = (["单位", "姓名", "身份证号", "入会日期"], ["甲厂工会", "王小明", "", "2025-03-08"])
    table = reading.read(books.xlsx(*rows), "会员.xlsx")
    back = reading.read(
        workbooks.faulty(Outcome.of(check(MEMBERS, Access(clerk), table, place=township))), "改.xlsx"
    )
    sheet = back.sheets[0]
    sheet.rows[1][2] = id_number(1)
    again = check(MEMBERS, Access(clerk), reading.typed(sheet.rows), place=township)
    assert again.good
    assert again.found.unused == ["导入备注"]


def test_headings_are_compared_without_marks_and_brackets():
    assert plain_heading(" 入会时间（年月日）* ：") == plain_heading("入会 时间") == "入会时间"


def test_a_sheet_is_named_as_spreadsheets_allow():
    assert workbooks.sheet_name("送温暖[2025]/冬:'季'?*") == "送温暖2025冬季"
    assert len(workbooks.sheet_name("长" * 40)) == 31
