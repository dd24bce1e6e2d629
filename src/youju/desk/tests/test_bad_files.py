"""Files that nobody should send, sent to the desk: each refused with its cause and remedy, nothing left."""

import io
import tempfile
from pathlib import Path

import pytest
from tests.makers import id_number

from youju.ledger.models import ImportBatch
from youju.ledger.sheets.tests import books
from youju.people.models import Membership, Person
from youju.records.models import File

pytestmark = pytest.mark.django_db
HERE = "/ledgers/organising.members/import/"
HEAD = ["单位", "姓名", "身份证号", "入会日期"]
ROW = ["甲厂工会", "王小明", id_number(1), "2025-03-08"]
GOOD = books.xlsx(HEAD, ROW)
DTD = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>'
REFUSED = {
    "locked": (books.locked(), "锁.xlsx", "文件有密码，请去掉密码"),
    "locked the old way": (books.xls(HEAD, ROW, locked=True), "锁.xls", "文件有密码，请去掉密码"),
    "truncated": (GOOD[: len(GOOD) // 2], "断.xlsx", "已损坏或不完整"),
    "bytes turned over": (GOOD[:40] + GOOD[:99:-1] + GOOD[100:], "坏.xlsx", "已损坏或不完整"),
    "truncated, old format": (books.xls(HEAD, ROW)[:1300], "断.xls", "损坏"),
    "macros": (books.with_part(GOOD, "xl/vbaProject.bin", b"x"), "宏.xlsx", "另存为不带宏"),
    "a name with macros": (GOOD, "宏.xlsm", "请另存为 xlsx"),
    "bomb": (books.bomb(), "弹.xlsx", "疑为压缩炸弹"),
    "far cell": (books.far_cell(), "远.xlsx", "单元格 XFD1048576 离表格太远，请删除多余的行和列"),
    "reads a file": (books.with_part(GOOD, "xl/x.xml", DTD), "实体.xlsx", "外部定义"),
    "leaves its folder": (books.with_part(GOOD, "../../x.xml", b"x"), "路径.xlsx", "路径不正常"),
    "never worked out": (
        books.unworked(),
        "算.xlsx",
        "单元格 B2 的公式还没有算出结果，请用 Excel 或 WPS 打开",
    ),
    "nothing": (b"", "空.xlsx", "空"),
    "nothing in it": (books.xlsx(), "空.xlsx", "没有内容"),
    "only spaces": (" \n　\n,,\n".encode(), "空.csv", "没有内容"),
    "another kind": (b"%PDF-1.7", "表.pdf", "可以导入 xlsx、xls、ods 和 csv"),
    "another kind by its content": (b"%PDF-1.7\0\0", "表.xlsx", "请用 Excel 或 WPS 另存为 xlsx"),
    "a page renamed": (b"<html><table><tr><td>1", "表.xls", "请用 Excel 或 WPS 另存为 xlsx"),
    "no encoding": (b"\x81\x20\xff\xfe" * 9, "乱.csv", "认不出文件的文字编码，请另存为 xlsx"),
    "too wide": (books.xlsx(["列"] * 201), "宽.xlsx", "单元格 GS1 离表格太远"),
}


@pytest.fixture(autouse=True)
def _home(settings, tmp_path):
    settings.YOUJU_HOME = tmp_path


@pytest.fixture(autouse=True)
def temporary(tmp_path_factory, monkeypatch):
    """Where parsing lays its files."""
    folder = tmp_path_factory.mktemp("temporary")
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def sent(desk, data: bytes, name: str):
    """The last answer to an upload."""
    file = io.BytesIO(data)
    file.name = name
    answer = desk.post(HERE, {"file": file})
    return desk.get(answer.url) if answer.status_code == 302 else answer


@pytest.mark.parametrize(("data", "name", "cause"), REFUSED.values(), ids=REFUSED)
def test_it_is_refused_and_leaves_nothing(desk, village, temporary, settings, data, name, cause):
    answer = sent(desk, data, name)
    assert answer.status_code == 422
    assert cause in answer.content.decode()
    assert "什么都没有保存" in answer.content.decode()
    assert [*temporary.iterdir()] == []
    assert [path for path in Path(settings.YOUJU_HOME).rglob("*") if path.is_file()] == []
    for model in (ImportBatch, Membership, Person):
        assert not model.objects.everywhere("x").exists()
    assert not File._plain.exists()


def test_after_all_of_them_a_good_one_is_taken(desk, village):
    for data, name, _cause in list(REFUSED.values())[::5]:
        sent(desk, data, name)
    assert "保存全部 1 行" in sent(desk, GOOD, "好.xlsx").content.decode()


def test_the_workbook_with_the_far_cell_is_a_small_one():
    assert len(books.far_cell()) < 8_000


@pytest.mark.parametrize(
    ("rows", "cause"),
    [
        ([["甲", "乙"], ["丙", "丁"]], "没有找到标题行"),
        ([HEAD[:3], ROW[:3]], "缺少必填的列：起始日期。请补上"),
        ([HEAD], "标题行下面没有内容"),
    ],
)
def test_a_table_that_is_not_understood_says_what_is_missing(desk, village, rows, cause):
    answer = sent(desk, books.xlsx(*rows), "表.xlsx")
    assert answer.status_code == 422
    assert cause in answer.content.decode()


def test_half_a_table_is_never_saved(desk, village):
    page = sent(desk, books.xlsx(HEAD, ROW, ["甲厂工会", "李四", "#REF!", "2025-03-08"]), "半.xlsx")
    assert (
        '<div class="text">#REF!</div><div class="why">单元格里的公式出错（#REF!）' in page.content.decode()
    )
    answer = desk.post(page.request["PATH_INFO"], {"save": "all"})
    assert answer.status_code == 422
    assert not Membership.objects.everywhere("x").exists()
