"""What was lacking and what is planned is told point by point, without numbers, headings and addresses."""

import pytest

from youju.reports.reading.outlook import LACKING, PLANNED, points


def lacking(text):
    return [one.text for one in points(text) if one.kind == LACKING]


def planned(text):
    return [one.text for one in points(text) if one.kind == PLANNED]


def test_points_of_a_chapter_are_told_apart_whatever_their_numbering():
    text = (
        "四、存在的不足\n一是档案不够齐全；二是活动形式单一。\n（三）会费收缴不及时。\n五、其他\n组织了活动。"
    )
    assert lacking(text) == ["档案不够齐全", "活动形式单一", "会费收缴不及时"]


def test_a_turn_within_a_paragraph_begins_them():
    text = "成绩面前，也要看到不足：一是新会员覆盖面不广；二是台账登记不及时，需要进一步加强。全年走访32家。"
    assert lacking(text)[:1] == ["新会员覆盖面不广"]


def test_the_first_point_may_go_without_its_number():
    assert lacking("不足是会员外出打工的多；二是活动经费少。") == ["会员外出打工的多", "活动经费少"]


def test_plans_stand_under_their_heading_or_behind_a_turn_to_next_year():
    text = "一、工作情况\n2024年发展会员300人。\n二、明年打算\n1、发展会员200人；2、办培训4期。"
    text += "\n地址：人民路88号，电话55501190。"
    assert planned(text) == ["发展会员200人", "办培训4期"]


def test_numbered_lines_of_a_plan_lose_their_numbers_and_keep_their_words():
    text = (
        "2024年发展会员320人。\n2025年我们将重点抓好以下几方面工作：\n"
        "一、争取党政支持，加强阵地建设。\n二、抓好职工代表培训，提高代表素质。"
    )
    assert planned(text) == ["争取党政支持，加强阵地建设", "抓好职工代表培训，提高代表素质"]


def test_a_point_stands_where_it_says():
    text = "存在的不足：一是档案不够齐全；二是活动单一少人。"
    for one in points(text):
        assert text[one.start : one.end] == one.text


@pytest.mark.parametrize(
    "text",
    ["", "全年新发展会员320人。", "不足三十人的企业建了联合工会。", "我们解决了职工的实际问题，效果很好。"],
)
def test_a_text_without_either_gives_none(text):
    assert points(text) == []
