"""Spreadsheets in: every cell the text a person would have typed, or a refusal that says why."""

from datetime import date

import pytest

from youju.ledger.sheets import reading
from youju.ledger.sheets.reading import Refused
from youju.ledger.sheets.tests import books

HEAD = ["姓名", "身份证号", "入会日期", "人数"]
ROW = ["王小明", "340321198001010016", "2025.3.8", "12"]


def only(data: bytes, name: str):
    (sheet,) = reading.read(data, name).sheets
    return sheet


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (books.xlsx(HEAD, ROW), "会员.xlsx"),
        (books.xls(HEAD, ROW), "会员.xls"),
        (books.xls(HEAD, ROW), "会员.et"),
        (books.xlsx(HEAD, ROW), "会员.xls"),
        (books.ods(HEAD, ROW), "会员.ods"),
        ("\n".join(map(",".join, (HEAD, ROW))).encode("utf-8"), "会员.csv"),
        ("\n".join(map(",".join, (HEAD, ROW))).encode("utf-8-sig"), "会员.csv"),
        ("\r\n".join(map(",".join, (HEAD, ROW))).encode("gb18030"), "会员.csv"),
        ("\n".join(map("\t".join, (HEAD, ROW))).encode("utf-16"), "会员.txt"),
        ("\n".join(map(";".join, (HEAD, ROW))).encode("gb18030"), "会员.CSV"),
    ],
)
def test_the_same_rows_come_out_of_every_format(data, name):
    assert only(data, name).rows == [HEAD, ROW]


def test_whole_numbers_lose_the_fraction_that_excel_gave_them():
    sheet = only(books.xlsx([12.0, 13800138000, 1200.5, -3, 0.1]), "a.xlsx")
    assert sheet.rows == [["12", "13800138000", "1200.5", "-3", "0.1"]]
    assert not sheet.damaged


def test_days_and_truth_values_become_text():
    sheet = only(books.xlsx([date(2025, 3, 8), True, False]), "a.xlsx")
    assert sheet.rows == [["2025-03-08", "是", "否"]]


def test_an_id_number_kept_as_a_number_is_known_to_be_damaged():
    sheet = only(books.xlsx(["证号"], [340321198001010016]), "a.xlsx")
    assert sheet.rows[1] == ["340321198001010000"]
    assert sheet.damaged == {(1, 0)}


def test_an_id_number_shown_in_scientific_form_is_known_to_be_damaged():
    sheet = only("证号\n3.40321E+17\n3.5E+02\n".encode(), "a.csv")
    assert sheet.damaged == {(1, 0)}


def test_merged_cells_hold_their_value_throughout():
    rows = [[], ["", "甲", "乙"], ["", "丙"]]
    data = books.xlsx(*rows, merge=[("A1:C1", "会员台账"), ("A2:A3", "甲厂")])
    assert only(data, "a.xlsx").rows == [["会员台账"] * 3, ["甲厂", "甲", "乙"], ["甲厂", "丙"]]


def test_stray_spaces_and_empty_tails_are_dropped():
    sheet = only(books.xlsx([" 姓名 ", "", ""], ["　王小明　"], [" "]), "a.xlsx")
    assert sheet.rows == [["姓名"], ["王小明"]]


def test_a_formula_gives_what_it_was_last_worth_and_is_never_run():
    data = books.xlsx(["=1+1", '=cmd|"/c calc"!A1', "+8613800138000"])
    assert only(data, "a.xlsx").rows == [["=1+1", '=cmd|"/c calc"!A1', "+8613800138000"]]


def test_a_formula_that_failed_says_so_and_hidden_rows_are_read_and_counted():
    sheet = only(books.broken_formulas(), "a.xlsx")
    assert sheet.rows == [["姓名", "人数", "金额"], ["王小明", "2", "#REF!"], ["王小明", "2", "#DIV/0!"]]
    assert sheet.hidden == 1


def test_a_formula_that_was_never_worked_out_is_refused_with_its_cell():
    with pytest.raises(Refused, match="单元格 B2 的公式还没有算出结果，请用 Excel 或 WPS 打开、保存一次"):
        reading.read(books.unworked(), "算.xlsx")


def test_every_sheet_that_holds_anything_is_read():
    table = reading.read(books.xlsx(["说明"], second=[HEAD]), "a.xlsx")
    assert [sheet.name for sheet in table.sheets] == ["会员", "其他"]


@pytest.mark.parametrize(
    ("data", "name", "cause"),
    [
        (books.far_cell(), "远.xlsx", "单元格 XFD1048576 离表格太远"),
        (books.far_cell("A300000"), "远.xlsx", "单元格 A300000 离表格太远"),
        (books.locked(), "锁.xlsx", "文件有密码，请去掉密码"),
        (books.with_part(books.xlsx(["姓名"]), "xl/vbaProject.bin", b"x"), "宏.xlsx", "文件带有宏"),
        (books.xlsx(["姓名"]), "宏.xlsm", "带宏的工作簿，不能导入"),
        (books.ods(HEAD, extra="Basic/Standard/Module1.xml"), "宏.ods", "文件带有宏"),
        (books.xlsx(HEAD, ROW)[:-200], "坏.xlsx", "文件已损坏或不完整"),
        (b"PK\x03\x04" + bytes(500), "坏.xlsx", "文件已损坏或不完整"),
        (books.xls(HEAD, ROW)[:1300], "坏.xls", "损坏"),
        (b"", "空.xlsx", "空文件"),
        (books.xlsx(), "空.xlsx", "没有内容"),
        (b"\n\n", "空.csv", "没有内容"),
        (b"%PDF-1.7", "表.pdf", "不是表格文件"),
        (b"%PDF-1.7\0\0", "表.xlsx", "内容不是xlsx表格"),
        (b"<html><table><tr><td>1", "表.xls", "请用 Excel 或 WPS 另存为 xlsx"),
        (books.xlsx(["姓名"]), "表.csv", "内容不是csv表格"),
        (b"\x81\xff\x00\xff" * 9 + b"\xff", "乱.txt", "内容不是csv表格"),
        (bytes(51 * 1024 * 1024), "大.xlsx", "太大（51MB）"),
    ],
)
def test_a_refusal_names_the_file_and_the_cause(data, name, cause):
    with pytest.raises(Refused, match=cause):
        reading.read(data, name)


def test_a_bomb_is_found_before_it_is_opened():
    with pytest.raises(Refused, match="压缩炸弹"):
        reading.read(books.bomb(), "弹.xlsx")


def test_too_many_columns_are_refused():
    with pytest.raises(Refused, match="单元格 GS1 离表格太远"):
        reading.read(books.xlsx(["列"] * 201), "宽.xlsx")


def test_rows_from_the_clipboard_are_split_at_tabs():
    table = reading.pasted("姓名\t证号\r\n\r\n王小明\t3.40321E+17\r\n")
    assert table.sheets[0].rows == [["姓名", "证号"], ["王小明", "3.40321E+17"]]
    assert table.sheets[0].damaged == {(1, 1)}


def test_an_empty_clipboard_is_no_table():
    with pytest.raises(Refused, match="没有内容"):
        reading.pasted(" \n\t\n")


def test_what_is_kept_of_pasted_rows_holds_no_formula():
    table = reading.typed([["=1+1", "@A1", "-5", "+86", "王-1"]])
    assert table.data.decode("utf-8-sig") == "'=1+1,'@A1,-5,+86,王-1\r\n"


def test_the_same_content_has_the_same_digest():
    assert reading.typed([["甲"]]).sha256 == reading.pasted("甲\n").sha256 != reading.pasted("乙").sha256
