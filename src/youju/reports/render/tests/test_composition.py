import pytest

from youju.reports.render.composition import column_shares, is_short, signature_indents, title_lines, width


def test_a_digit_is_half_as_wide_as_a_chinese_character():
    assert width("工会2025") == 4


@pytest.mark.parametrize("title", ["2025年示范镇总工会工作总结", "示范镇总工会2025年工作总结"])
def test_a_title_that_fits_stays_on_one_line(title):
    assert title_lines(title) == [title]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        (
            "示范镇总工会关于2025年度工会工作情况和2026年工作打算的报告",
            ["示范镇总工会关于2025年度", "工会工作情况和2026年工作打算的报告"],
        ),
        (
            "关于示范镇总工会2025年上半年工会工作情况的汇报",
            ["关于示范镇总工会2025年", "上半年工会工作情况的汇报"],
        ),
        (
            "中共示范镇委员会办公室关于进一步加强和改进新形势下基层工会工作的实施意见",
            ["中共示范镇委员会办公室关于进一步加强", "和改进新形势下基层工会工作的实施意见"],
        ),
        ("示范县示范镇总工会2025年度工会工作情况报告", ["示范县示范镇总工会", "2025年度工会工作情况报告"]),
    ],
)
def test_a_long_title_breaks_where_the_sense_allows(title, lines):
    assert title_lines(title) == lines


def test_no_line_ends_inside_a_word():
    start = "示范经济技术开发区总工会"
    for filler in ["", "园", "园区", "园区和", "园区和街道"]:
        for word in ["工作情况", "工作总结", "和谐", "送温暖"]:
            title = f"{start}{filler}{word}年度专题调研报告汇编材料"
            lines = title_lines(title)
            assert "".join(lines) == title
            assert any(word in line for line in lines), lines


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one():
    lines = title_lines("示范镇总工会关于学习贯彻落实《中华人民共和国工会法》、《安全生产法》情况的专题报告")
    assert len(lines) > 1
    assert not any(line[0] in "》、，" for line in lines)
    assert not any(line[-1] in "《（" for line in lines)


def test_lines_chosen_by_the_writer_stay():
    assert title_lines("示范镇总工会\n工作总结") == ["示范镇总工会", "工作总结"]


def test_a_title_without_any_place_to_break_is_left_whole():
    title = "A" * 60
    assert title_lines(title) == [title]


def test_every_line_fits_the_page():
    title = (
        "示范县示范镇总工会关于报送二〇二五年度职工之家建设和劳动竞赛工作开展情况以及下一年工作安排意见的报告"
    )
    assert all(width(line) <= 19 for line in title_lines(title))


def test_the_date_stands_four_characters_from_the_right_and_the_name_is_centred_above():
    name, date = signature_indents("示范镇总工会", "2025年12月31日")
    assert date == 4
    assert name == 4 + (width("2025年12月31日") - 6) / 2


def test_a_very_long_name_does_not_leave_the_page():
    assert signature_indents("示范县示范经济技术开发区管理委员会机关总工会", "2025年1月1日")[0] == 0


def test_long_text_gets_the_room_of_a_table_and_no_column_vanishes():
    shares = column_shares(("项目", "去向"), [("甲", "苏州、无锡、常州等地的电子、纺织企业")])
    assert sum(shares) == pytest.approx(1)
    assert shares[1] > 3 * shares[0] > 0.3


def test_a_table_without_rows_is_sized_by_its_head():
    assert column_shares(("项目", "数量"), []) == [0.5, 0.5]


def test_only_short_cells_are_centred():
    assert is_short("1756人")
    assert not is_short("苏州、无锡、常州等地的电子、纺织企业")
