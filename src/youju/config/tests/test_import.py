"""A table taken in from the command line: checked cell by cell, saved as one act, told in Chinese."""

import re

import pytest
from python_calamine import CalamineWorkbook
from tests.makers import id_number, make_person

from youju.config.chinese import Parser
from youju.config.commands import import_
from youju.config.console import Refusal
from youju.ledger.models import ImportBatch
from youju.ledger.sheets.tests import books
from youju.people.models import Membership

pytestmark = pytest.mark.django_db
HEAD = ["单位", "姓名", "身份证号", "入会日期"]
GOOD = [["甲厂工会", f"王{name}", id_number(serial), "2025-03-08"] for serial, name in enumerate("甲乙丙", 1)]
BAD = ["甲厂工会", "赵无号", id_number(9), "三月八日"]


@pytest.fixture(autouse=True)
def _home(settings, tmp_path, monkeypatch):
    settings.YOUJU_HOME = tmp_path
    monkeypatch.setattr(import_.checks, "database_exists", lambda: True)


@pytest.fixture
def book(tmp_path, village):
    def made(*rows, head=HEAD, name="会员.xlsx"):
        path = tmp_path / name
        path.write_bytes(books.xlsx(head, *rows))
        return path

    return made


def run(capsys, path, *args, ledger="organising.members", org="ZHEN"):
    parser = Parser(prog="youju import")
    import_.add_arguments(parser)
    code = import_.run(parser.parse_args([ledger, str(path), "--org", org, *args]))
    return code, re.sub(r"\s+", " ", capsys.readouterr().out)


def members():
    return Membership.objects.everywhere("x")


def test_a_table_is_taken_in_with_a_report(capsys, book, township):
    code, out = run(capsys, book(*GOOD))
    assert code == 0
    assert "共 3 行：3 行可以保存，0 行需要改正；新人员 3 人。" in out
    assert "已导入 3 条，批次 导入-2025-0001" in out
    assert "入会日期 → 起始日期" in out
    assert members().count() == 3


def test_a_ledger_is_found_by_its_chinese_name_and_acts_for_a_user(capsys, book, clerk):
    assert run(capsys, book(*GOOD), "--as", "clerk", ledger="会员")[0] == 0
    assert {member.recorded_by for member in members()} == {clerk}


def test_a_dry_run_saves_nothing(capsys, book):
    code, out = run(capsys, book(*GOOD), "--dry-run")
    assert code == 0
    assert "什么都没有保存" in out
    assert not members().exists()
    assert not ImportBatch.objects.everywhere("x").exists()


def test_a_dry_run_with_faults_says_so_to_scripts(capsys, book):
    code, out = run(capsys, book(*GOOD, BAD), "--dry-run")
    assert code == 1
    assert "D5" in out
    assert "“三月八日”不是日期" in out


def test_one_wrong_cell_and_nothing_is_saved(capsys, book):
    with pytest.raises(Refusal, match="有 1 行需要改正，什么都没有保存"):
        run(capsys, book(*GOOD, BAD))
    assert not members().exists()


def test_the_good_rows_alone_and_the_others_into_a_workbook(capsys, book, tmp_path):
    out_path = tmp_path / "改.xlsx"
    code, out = run(capsys, book(*GOOD, BAD), "--good-only", "--faulty", str(out_path))
    assert code == 0
    assert members().count() == 3
    assert "有错的行已写到" in out
    rows = CalamineWorkbook.from_path(str(out_path)).get_sheet_by_index(0).to_python()
    assert rows[0] == [*HEAD, "导入备注"]
    assert rows[1][:4] == BAD
    assert "不是日期" in rows[1][4]


def test_many_faults_are_counted_by_column(capsys, book):
    rows = [["甲厂工会", f"赵{n}", id_number(n), "某日"] for n in range(1, 31)]
    _code, out = run(capsys, book(*rows), "--dry-run")
    assert "这里列出前 20 行" in out
    assert "起始日期 30 处" in out


def test_a_map_says_what_foreign_columns_mean(capsys, book, tmp_path):
    said = tmp_path / "对应.txt"
    said.write_text("# 老表格\n大名 = 姓名\n号＝身份证号\n何时 = from_on\n单位 =\n", "gb18030")
    path = book(GOOD[0], head=["单位", "大名", "号", "何时"])
    code, out = run(capsys, path, "--map", str(said), org="ZHEN-01")
    assert code == 0
    assert "没有用到的列：单位" in out
    assert [member.person.name for member in members()] == ["王甲"]


def test_a_map_that_names_no_column_of_ours_is_refused(capsys, book, tmp_path):
    said = tmp_path / "对应.txt"
    said.write_text("大名 = 绰号\n", "utf-8")
    with pytest.raises(Refusal, match=r"第 1 行：台账没有“绰号”这一列，有：.*姓名"):
        run(capsys, book(GOOD[0]), "--map", str(said))
    said.write_text("大名\n", "utf-8")
    with pytest.raises(Refusal, match="第 1 行应写成"):
        run(capsys, book(GOOD[0]), "--map", str(said))


def test_the_same_file_twice_is_refused(capsys, book):
    path = book(*GOOD)
    run(capsys, path)
    with pytest.raises(Refusal, match="这个文件已于2025-12-31导入过"):
        run(capsys, path, "--good-only")


def test_who_may_not_enter_there_takes_nothing_in(capsys, book, auditor, village):
    with pytest.raises(Refusal):
        run(capsys, book(*GOOD), "--as", "auditor", "--good-only")
    assert not members().exists()


@pytest.mark.parametrize(
    ("content", "cause"),
    [(books.locked(), "文件有密码"), (books.bomb(), "压缩炸弹"), (b"PK\x03\x04" + bytes(500), "损坏")],
)
def test_a_trap_is_refused_in_one_line(capsys, tmp_path, township, content, cause):
    path = tmp_path / "坏.xlsx"
    path.write_bytes(content)
    with pytest.raises(Refusal, match=cause):
        run(capsys, path)


def test_unknown_names_are_refused_with_the_nearest(capsys, book, tmp_path, village):
    make_person(village)
    with pytest.raises(Refusal, match=r"没有“会员名”这本台账，是否要：.*会员（organising.members）"):
        run(capsys, book(*GOOD), ledger="会员名")
    with pytest.raises(Refusal, match="打不开文件"):
        run(capsys, tmp_path / "没有.xlsx")
    with pytest.raises(Refusal, match="没有代码为“NOWHERE”"):
        run(capsys, book(*GOOD), org="NOWHERE")


def test_one_sheet_of_several_is_named_and_the_others_are_told(capsys, tmp_path, village):
    path = tmp_path / "两个村.xlsx"
    path.write_bytes(books.xlsx(HEAD, *GOOD[:2], second=[HEAD, GOOD[2]]))
    _code, out = run(capsys, path, "--dry-run")
    assert "工作表“会员”；没有读入：其他（用 --sheet 另行导入）" in out
    assert "共 2 行" in out
    code, out = run(capsys, path, "--sheet", "其他")
    assert (code, members().count()) == (0, 1)
    with pytest.raises(Refusal, match="没有名为“第三”的工作表，有：会员、其他"):
        run(capsys, path, "--sheet", "第三")
