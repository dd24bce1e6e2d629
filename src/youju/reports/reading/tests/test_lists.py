"""Numbers that lean on each other: shared heads, parts, 分别, dropped units."""

import pytest

from youju.reports.reading.reading import read
from youju.reports.reading.tests.scoring import indicators


def codes(text):
    return [(claim.text, claim.code) for claim in read(text, indicators()).claims if claim.value is not None]


def test_numbers_of_a_list_share_the_verb_of_the_first():
    assert codes("慰问困难职工15人、患病职工29人、退休职工208人。") == [
        ("15人", "H01"),
        ("29人", "H02"),
        ("208人", "H02"),
    ]


def test_numbers_of_a_list_share_the_verb_behind_the_last():
    assert codes("国有企业12户、集体企业5户全部实行厂务公开。") == [("12户", "D01"), ("5户", "D01")]


def test_a_number_without_a_word_takes_that_of_its_neighbour():
    assert codes("元旦春节慰问134户26.8万元。") == [("134户", "H01"), ("26.8万元", "H03")]
    assert codes("为职工办理互助保障理赔，给付139人41.2万元。") == [("139人", "H13"), ("41.2万元", "H14")]


def test_the_kth_rate_answers_to_the_kth_contract():
    text = "签订集体合同79份，工资专项协议79份，女职工专项合同75份，签订率分别为100%、100%和94.9%。"
    assert [code for _, code in codes(text)] == ["R01", "R05", "R06", "R04", None, None]


def test_the_kth_number_answers_to_the_kth_name():
    text = "慰问困难职工、退休职工分别为12人、30人。"
    assert codes(text) == [("12人", "H01"), ("30人", "H02")]


def test_a_part_knows_its_whole():
    claims = read("现有会员17902人，其中女会员4380人、农民工会员900人。").claims
    assert [claim.part_of for claim in claims] == [None, 0, 0]


def test_a_part_in_brackets_knows_its_whole():
    claims = read("筹集慰问资金62万元（其中财政拨款30万元、自筹32万元），慰问48家企业。", indicators()).claims
    assert [claim.part_of for claim in claims] == [None, 0, 0, None]
    assert [claim.code for claim in claims[:3]] == ["H03", "H03", "H03"]


def test_a_new_level_speaks_of_what_it_rose_from():
    assert codes("劳动合同签订率由72%上升到93%。") == [("72%", "R15"), ("93%", "R15")]


def test_a_sum_speaks_of_what_was_summed():
    assert codes("追讨拖欠工资67.4万元、工伤赔偿143.2万元，两项合计210.6万元。")[-1] == ("210.6万元", "R11")


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("慰问困难职工15、患病29、退休208人。", ["人", "人", "人"]),
        ("全乡现有企业36，职工1840，会员1765。", ["家", "人", "人"]),
        ("慰问困难职工15、患病9、单亲4户。", ["户", "户", "户"]),
    ],
)
def test_a_dropped_unit_is_put_back(text, units):
    assert [claim.unit for claim in read(text).claims] == units


@pytest.mark.parametrize("text", ["公交105路。", "见附件3。", "编号2013、2014。", "达到A级，得第3。"])
def test_no_unit_is_put_where_nothing_is_counted(text):
    assert read(text).claims == []


def test_a_line_that_breaks_off_goes_on_in_the_next():
    text = "一是继续开展争创树活动,新增创建单位5家,积极培育学习示范点\n\n2个。"
    assert [claim.concept for claim in read(text).claims] == ["creation_units", "creation_units"]
