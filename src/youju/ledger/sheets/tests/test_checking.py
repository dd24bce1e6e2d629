"""Rows through the form of the page: what each would become, or which cell is wrong and why."""

from datetime import date

import pytest
from tests.makers import id_number, make_membership, make_organisation, make_person
from tests.makers_relief import make_household, make_warmth_visit

from youju.catalogue import LEDGERS
from youju.ledger.sheets import reading
from youju.ledger.sheets.checking import check, letters
from youju.ledger.sheets.reading import Refused
from youju.ledger.sheets.tests import books
from youju.org.access import Access
from youju.people.models import ELSEWHERE, Membership

pytestmark = pytest.mark.django_db
MEMBERS = LEDGERS["organising.members"]
VISITS = LEDGERS["relief.visits"]
HEAD = ["单位", "姓名", "身份证号", "入会日期"]


def checked(user, place, *rows, ledger=MEMBERS, **options):
    table = reading.read(books.xlsx(*rows), "表.xlsx")
    return check(ledger, Access(user), table, place=place, **options)


def reasons(result, number) -> dict[str, str]:
    """Cell (or column) → reason, for the row with that number."""
    (row,) = [row for row in result.rows if row.number == number]
    return {fault.cell or fault.label: fault.reason for fault in row.faults}


def test_a_new_member_comes_with_a_new_person(clerk, township, village):
    result = checked(clerk, township, HEAD, ["甲厂工会", "王小明", id_number(1), "2025.3.8"])
    (row,) = result.good
    record = row.record
    assert (record.organisation, record.from_on, record.kind) == (village, date(2025, 3, 8), "member")
    person = record.person
    assert result.newcomers == [person]
    assert (person.name, person.sex) == ("王小明", "male")
    assert not Membership.objects.everywhere("x").exists()


def test_a_known_person_is_found_by_number_and_by_name(clerk, township, village):
    known = make_person(township, name="李丽", sex="female", id_number=id_number(2, woman=True))
    other = make_person(township, name="赵武")
    result = checked(
        clerk,
        township,
        HEAD,
        ["ZHEN-01", "李丽", id_number(2, woman=True), 45724],
        ["甲厂工会", " 赵 武 ", "", date(2025, 3, 8)],
    )
    assert [row.record.person for row in result.good] == [known, other]
    assert [row.record.from_on for row in result.good] == [date(2025, 3, 8)] * 2
    assert result.newcomers == []


def test_each_wrong_cell_is_named_with_its_reason(clerk, township, village):
    make_person(township, name="钱多")
    make_person(township, name="钱多")
    result = checked(
        clerk,
        township,
        ["某镇会员台账"],
        [*HEAD, "会籍类别", "手机号"],
        ["甲厂工会", "王小明", id_number(1)[:-1] + "?", "2025-03-08", "", ""],
        ["乙厂工会", "王小明", id_number(1), "2025-03", "荣誉会员", "12345"],
        ["甲厂工会", "钱多", "", "2025-03-08", "", ""],
        ["甲厂工会", "无名", "", "2026-03-08", "", ""],
        ["甲厂工会", "", "", "2025-03-08", "", ""],
    )
    assert not result.good
    assert reasons(result, 3) == {"C3": "证件号码只能是数字，最后一位可以是X。"}
    assert reasons(result, 4) == {
        "A4": "没有找到名为“乙厂工会”的单位，或不在您的登记范围内。",
        "D4": "日期“2025-03”只写到了月份，请写到日。",
        "E4": "“荣誉会员”不在可选项中，可选：会员、保留会籍。",
        "F4": "“12345”不是电话号码。",
    }
    assert reasons(result, 5) == {"B5": "有 2 位同名人员，请填写身份证号。"}
    assert reasons(result, 6) == {"B6": "没有找到“无名”；新人员请填写身份证号。"}
    assert reasons(result, 7) == {"B7": "请填写姓名。"}


def test_what_the_model_itself_refuses_is_said_at_the_cell(clerk, township, village):
    result = checked(
        clerk,
        township,
        [*HEAD, "截止日期"],
        ["甲厂工会", "王小明", id_number(1), "2026-03-08", ""],
        ["甲厂工会", "王中明", id_number(2), "1999-03-08", ""],
        ["甲厂工会", "王大明", id_number(3), "2025-03-08", "2025-06-30"],
        ["甲厂工会", "王大大", id_number(4), "2025-03-08", "2024-06-30"],
    )
    assert reasons(result, 2)["D2"].startswith("日期不能晚于今天")
    assert "在该日期不存在" in reasons(result, 3)["D3"]
    assert "终止会籍须同时填写截止日期和终止方式" in result.rows[2].remarks
    assert "截止日期不能早于起始日期" in result.rows[3].remarks


def test_an_id_number_that_excel_damaged_is_named_with_its_cell(clerk, township, village):
    result = checked(
        clerk, township, HEAD, ["甲厂工会", "王小明", int(id_number(1)[:15] + "000"), "2025-03-08"]
    )
    assert list(reasons(result, 2)) == ["C2"]
    assert "Excel 把这个长号码当作数字" in reasons(result, 2)["C2"]


def test_a_unit_out_of_reach_is_refused_in_its_row(clerk, chair, township, village, neighbour):
    make_organisation(neighbour, name="邻厂工会", code="LIN-01")
    make_organisation(township, name="乙厂工会", code="ZHEN-02")
    rows = [HEAD, *([unit, "王小明", id_number(1), "2025-03-08"] for unit in ("邻厂工会", "乙厂工会"))]
    result = checked(clerk, township, *rows)
    assert "不在您的登记范围内" in reasons(result, 2)["A2"]
    assert result.rows[1].is_good
    assert not checked(chair, village, *rows).good


def test_a_person_kept_elsewhere_is_not_told_about(clerk, township, village, neighbour):
    make_person(neighbour, name="王小明", id_number=id_number(1))
    result = checked(clerk, township, HEAD, ["甲厂工会", "王小明", id_number(1), "2025-03-08"])
    assert reasons(result, 2) == {"C2": str(ELSEWHERE)}


def test_a_number_that_belongs_to_another_name_is_refused(clerk, township, village):
    make_person(township, name="王小明", id_number=id_number(1))
    result = checked(
        clerk,
        township,
        HEAD,
        ["甲厂工会", "王大明", id_number(1), "2025-03-08"],
        ["甲厂工会", "赵一", id_number(2), "2025-03-08"],
        ["甲厂工会", "赵二", id_number(2), "2025-03-08"],
    )
    assert "另一个姓名" in reasons(result, 2)["B2"]
    assert result.rows[1].is_good
    assert "另一个姓名" in reasons(result, 4)["B4"]


def test_a_repeated_row_is_shown_beside_the_one_it_repeats(clerk, township, village):
    member = make_membership(
        village, make_person(township, name="李丽", sex="female"), from_on=date(2025, 3, 8)
    )
    row = ["甲厂工会", "王小明", id_number(1), "2025-03-08"]
    result = checked(clerk, township, HEAD, row, ["甲厂工会", "李丽", "", "2025-03-08"], row)
    assert [one.number for one in result.good] == [2]
    assert result.rows[1].repeats.record == member.pk
    assert member.number in result.rows[1].remarks
    assert result.rows[2].repeats.row == 2
    assert "与第 2 行完全相同" in result.rows[2].remarks


def test_rows_that_stand_in_each_other_s_way_are_found_before_anything_is_written(clerk, township, village):
    result = checked(
        clerk,
        township,
        HEAD,
        ["甲厂工会", "王小明", id_number(1), "2025-03-08"],
        ["甲厂工会", "王小明", id_number(1), "2025-06-01"],
    )
    assert [row.number for row in result.good] == [2]
    assert "不能同时在两个工会" in reasons(result, 3)["D3"]


def test_the_second_visit_of_a_round_needs_its_reason_also_inside_one_table(clerk, township):
    make_household(township, make_person(township, name="张老汉"))
    head = ["慰问日期", "批次", "户主", "慰问金", "资金来源", "重复慰问理由"]
    visit = ["2025-01-20", "元旦春节", "张老汉户", "1，200元", "财政拨款"]
    result = checked(
        clerk,
        township,
        ["慰问日期", "批次", "困难家庭", *head[3:]],
        [*visit, ""],
        ["2025-01-22", *visit[1:], ""],
        ["2025-01-23", *visit[1:], "突发火灾"],
        ledger=VISITS,
    )
    assert [row.number for row in result.good] == [2, 4]
    assert result.good[0].record.amount == 1200
    assert "该户本批次已慰问过" in reasons(result, 3)["F3"]


def test_a_visit_that_is_kept_already_is_seen(clerk, township, village):
    home = make_household(township, make_person(township, name="张老汉"), village="北芹村")
    visit = make_warmth_visit(township, home, round="everyday")
    row = ["2025-03-01", "日常", "张老汉户（北芹村）", 300, "本级工会经费"]
    result = checked(
        clerk, township, ["慰问日期", "批次", "困难家庭", "慰问金", "资金来源"], row, ledger=VISITS
    )
    assert result.rows[0].repeats.record == visit.pk


def test_headings_are_found_below_a_title_in_two_rows_and_by_other_names(clerk, township, village):
    result = checked(
        clerk,
        township,
        ["2025年某镇工会会员花名册", "", "", "", ""],
        ["序号", "基本情况", "", "所属工会", "入会时间"],
        ["", "会员姓名", "公民身份号码", "", ""],
        [1, "王小明", id_number(1), "甲厂工会", "二〇二五年三月八日"],
        ["合计", "1人"],
        ["填表人：张三", "", "审核人：李四"],
    )
    assert result.found.mapping == {
        "会员姓名": "person.name",
        "公民身份号码": "person.id_number",
        "所属工会": "organisation",
        "入会时间": "from_on",
    }
    assert result.found.unused == ["序号"]
    assert (len(result.good), result.skipped) == (1, 2)


def test_a_column_without_a_heading_is_known_by_what_stands_in_it(clerk, township, village):
    result = checked(
        clerk, township, ["单位", "姓名", "", "入会日期"], ["甲厂工会", "王小明", id_number(1), "2025-03-08"]
    )
    assert result.found.places["person.id_number"] == 2
    assert result.good


def test_a_mapping_given_by_hand_goes_before_our_own(clerk, township, village):
    rows = (["单位", "大名", "号", "入会日期"], ["甲厂工会", "王小明", id_number(1), "2025-03-08"])
    with pytest.raises(Refused, match="缺少必填的列：姓名"):
        checked(clerk, township, *rows)
    result = checked(clerk, township, *rows, mapping={"大名": "person.name", "号": ""})
    assert "person.id_number" not in result.found.places
    assert "没有找到“王小明”" in result.rows[0].remarks


def test_the_unit_may_be_left_out_where_the_place_is_known(chair, village):
    result = checked(chair, village, HEAD[1:], ["王小明", id_number(1), "2025-03-08"])
    assert result.good[0].record.organisation == village


@pytest.mark.parametrize(
    ("rows", "cause"),
    [
        ([["甲", "乙"], ["丙", "丁"]], "没有找到标题行。表格里应有一行写着各列的名称，如：单位、姓名"),
        ([HEAD], "标题行下面没有内容"),
        ([["姓名", "身份证号"], ["王小明", id_number(1)]], "缺少必填的列：起始日期"),
    ],
)
def test_a_table_that_is_not_understood_is_refused_whole(clerk, township, rows, cause):
    with pytest.raises(Refused, match=cause):
        checked(clerk, township, *rows)


def test_errors_of_formulas_are_not_taken_for_text(clerk, township, village):
    result = checked(
        clerk, township, [*HEAD, "会员证号"], ["甲厂工会", "王小明", id_number(1), "2025-03-08", "#N/A"]
    )
    assert "公式出错（#N/A）" in reasons(result, 2)["E2"]


def test_columns_are_lettered_as_in_a_spreadsheet():
    assert [letters(place) for place in (0, 25, 26, 27, 701, 702)] == ["A", "Z", "AA", "AB", "ZZ", "AAA"]
