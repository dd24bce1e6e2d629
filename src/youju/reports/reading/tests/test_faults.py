"""What is wrong with a text by itself."""

import pytest

from youju.reports.reading.reading import read
from youju.reports.reading.tests.scoring import labelled_texts


def kinds(text):
    return [fault.kind for fault in read(text).faults]


def messages(text):
    return [fault.message for fault in read(text).faults]


def test_a_chapter_number_that_comes_twice_is_named():
    assert messages("一、甲\n二、乙\n二、丙\n三、丁") == ["序号“二、”重复"]


def test_a_point_that_comes_twice_is_named():
    assert messages("不足：一是少；二是慢；二是差。") == ["序号“二是”重复"]


def test_a_missing_number_is_named():
    assert messages("1、甲\n2、乙\n4、丁") == ["“2.”之后直接是“4.”，缺“3.”"]
    assert messages("一是甲。二是乙。四是丁。") == ["“二是”之后直接是“四是”，缺“三是”"]


def test_a_point_that_lost_its_verb_is_named():
    assert messages("一是抓甲。\n二是抓乙。\n三开展丙。\n四是抓丁。") == ["“三”后面漏了“是”字"]


def test_lists_may_start_anew():
    assert (
        kinds("一、甲\n1、子\n2、丑\n二、乙\n1、子\n2、丑\n（一）寅\n（二）卯\n三、丙\n一是辰；二是巳。")
        == []
    )


def test_a_date_at_the_start_of_an_item_hides_no_number():
    assert kinds("1、开会\n2、5月请客\n3、8月9日座谈\n4、2012年球赛") == []


@pytest.mark.parametrize(
    "text", ["等四家家基层企业工会", "安全卫生得到较好的较好", "慰问了了职工", "新建工会,,发展会员"]
)
def test_doubled_words_are_named(text):
    assert kinds(text) == ["doubled"]


@pytest.mark.parametrize(
    "text",
    [
        "三家家政公司",
        "十个个人会员",
        "两户户籍",
        "为了了解情况",
        "目的的确明确",
        "人人有责",
        "一家一家走",
        "研究研究",
    ],
)
def test_words_that_are_rightly_doubled_are_left_alone(text):
    assert kinds(text) == []


def test_more_than_a_number_that_is_not_round_is_odd():
    assert messages("劳务输出122多人。") == ["“122多人”：多字前面应是整十的数，122不是"]
    assert kinds("输出劳务15余人。") == ["rounding"]


@pytest.mark.parametrize("text", ["劳务输出120多人。", "发放128万多元。", "来了十余人。", "投入5万余元。"])
def test_more_than_a_round_number_is_fine(text):
    assert kinds(text) == []


def test_one_stock_with_two_values_is_a_contradiction():
    text = "全镇现有会员1316人。\n慰问20户。\n目前会员1320人。"
    assert messages(text) == ["会员前文是1316人，这里是1320人"]


def test_stocks_of_different_bodies_do_not_contradict():
    assert kinds("机关工会有会员143人，学校工会有会员212人，合计355人。") == []


def test_a_rate_without_a_base_is_named():
    assert kinds("开展双争活动，参与率达95%以上。") == ["no_base"]
    assert kinds("640名女职工中611名参加，参与率95.5%。") == []
    assert kinds("完成年度任务的107%。") == []


def test_a_sum_that_does_not_add_up_is_named():
    assert messages("工资67万元、赔偿143万元，两项合计211万元。") == [
        "各部分合计为2100000元，与“211万元”不符"
    ]
    assert kinds("工资67万元、赔偿143万元，两项合计210万元。") == []


def test_parts_in_brackets_that_do_not_come_to_their_whole_are_named():
    assert kinds("授权专利17项（发明2项、实用新型14项）。") == ["sum"]
    assert kinds("授权专利17项（发明2项、实用新型15项）。") == []


def test_parts_that_are_only_examples_need_not_come_to_their_whole():
    assert kinds("提建议867条，其中采纳402条，实施316条。") == []
    assert kinds("现有会员500人，其中女会员200人。") == []


def test_the_slips_of_the_first_source_summary_are_found():
    found = [(fault.kind, fault.message) for fault in read(labelled_texts()["S1"][0]).faults]
    assert found == [
        ("ordinal_repeated", "序号“二、”重复"),
        ("doubled", "“较好”重复"),
        ("ordinal_repeated", "序号“四是”重复"),
    ]


def test_the_slips_of_the_second_source_summary_are_found():
    faults = read(labelled_texts()["S2"][0]).faults
    assert [fault.kind for fault in faults] == ["doubled", "rounding", "ordinal_maimed", "no_base", "no_base"]


def test_a_fault_points_at_its_place():
    text = "一、甲\n二、乙\n二、丙"
    (fault,) = read(text).faults
    assert text[fault.start : fault.end] == "二、"
    assert fault.start == text.rindex("二")
