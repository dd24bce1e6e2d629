"""A ledger written to a workbook from the command line."""

import zipfile

import pytest
from python_calamine import CalamineWorkbook
from tests.makers import make_membership, make_organisation, make_person

from youju.config.chinese import Parser
from youju.config.commands import export
from youju.config.console import Refusal
from youju.records.models import Look

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def members(township, village, neighbour, monkeypatch):
    monkeypatch.setattr(export.checks, "database_exists", lambda: True)
    make_membership(village, make_person(village, name="王小明"), from_on="2025-03-08")
    make_membership(village, make_person(village, name="赵小红"), from_on="2024-03-08")
    there = make_organisation(neighbour, name="邻厂工会", code="LIN-01")
    make_membership(there, make_person(there, name="邻小明"), from_on="2025-03-08")


def run(path, *args, org="ZHEN", ledger="会员"):
    parser = Parser(prog="youju export")
    export.add_arguments(parser)
    return export.run(parser.parse_args([ledger, "--org", org, "--out", str(path), *args]))


def names_in(path) -> list[str]:
    head, *rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    place = head.index("会员")
    return [row[place] for row in rows]


def test_a_ledger_is_written_for_a_unit_and_all_below_it(tmp_path, capsys):
    assert run(tmp_path / "会员.xlsx") == 0
    assert names_in(tmp_path / "会员.xlsx") == ["王**", "赵**"]
    assert "已导出 会员 2 条" in capsys.readouterr().out
    assert run(tmp_path / "全县.xlsx", org="XIAN") == 0
    assert len(names_in(tmp_path / "全县.xlsx")) == 3


def test_a_period_a_state_and_a_text_narrow_it(tmp_path):
    run(tmp_path / "a.xlsx", "--period", "2025")
    assert names_in(tmp_path / "a.xlsx") == ["王**"]
    run(tmp_path / "b.xlsx", "--state", "待确认")
    assert names_in(tmp_path / "b.xlsx") == []
    run(tmp_path / "c.xlsx", "--find", "zxh")
    assert names_in(tmp_path / "c.xlsx") == ["赵**"]


def test_full_names_need_a_user_with_the_right_and_a_purpose_and_are_noted(tmp_path, clerk, auditor):
    with pytest.raises(Refusal, match="须用 --as 指明"):
        run(tmp_path / "a.xlsx", "--full", "上报")
    with pytest.raises(Refusal, match="请写明用途"):
        run(tmp_path / "a.xlsx", "--full", " ", "--as", "clerk")
    with pytest.raises(Refusal, match="不能导出完整身份"):
        run(tmp_path / "a.xlsx", "--full", "上报", "--as", "auditor")
    assert not (tmp_path / "a.xlsx").exists()
    run(tmp_path / "a.xlsx", "--full", "上报县总", "--as", "clerk")
    assert names_in(tmp_path / "a.xlsx") == ["王小明", "赵小红"]
    look = Look.objects.get(by=clerk)
    assert look.what == "导出2条，完整身份：上报县总"


def test_a_file_that_exists_is_never_written_over(tmp_path):
    (tmp_path / "a.xlsx").write_text("mine")
    with pytest.raises(Refusal, match="已经存在"):
        run(tmp_path / "a.xlsx")
    assert (tmp_path / "a.xlsx").read_text() == "mine"


@pytest.mark.parametrize(
    ("name", "args", "cause"),
    [
        ("a.csv", (), "以 .xlsx 结尾"),
        ("none/a.xlsx", (), "没有文件夹"),
        ("a.xlsx", ("--period", "去年"), "看不懂期间“去年”"),
    ],
)
def test_wrong_wishes_are_refused_before_anything_is_written(tmp_path, name, args, cause):
    with pytest.raises(Refusal, match=cause):
        run(tmp_path / name, *args)


def test_all_ledgers_of_a_year_come_in_one_zip(tmp_path, capsys):
    assert run(tmp_path / "全年.zip", "--period", "2025", ledger="全部") == 0
    names = zipfile.ZipFile(tmp_path / "全年.zip").namelist()
    assert names == ["组织建设.xlsx", "基础名册.xlsx", "目录.html"]
    assert "已导出 某镇总工会 2025年全部台账" in capsys.readouterr().out
    with pytest.raises(Refusal, match="要用 --period 写明期间"):
        run(tmp_path / "b.zip", ledger="全部")
    with pytest.raises(Refusal, match=r"以 \.zip 结尾"):
        run(tmp_path / "c.xlsx", "--period", "2025", ledger="全部")
