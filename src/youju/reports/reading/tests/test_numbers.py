"""The number grammar: how quantities are written, what they come to."""

from decimal import Decimal

import pytest

from youju.reports.reading import chinese
from youju.reports.reading.numbers import quantities
from youju.reports.reading.plain import plain


def found(text):
    level = plain(text)
    return [
        (text[one.start : one.end], one.value, one.comparator, one.unit)
        for one in quantities(level, bytearray(len(level)))
        if one.unit
    ]


@pytest.mark.parametrize(
    ("text", "value", "comparator", "unit"),
    [
        ("320人", 320, "=", "人"),
        ("18名", 18, "=", "人"),
        ("28位", 28, "=", "人"),
        ("1,234,567.50元", "1234567.50", "=", "元"),
        ("１２，３４５元", 12345, "=", "元"),
        ("8.92万人", 89200, "=", "人"),
        ("3万4千元", 34000, "=", "元"),
        ("1万2500元", 12500, "=", "元"),
        ("1.2亿元", 120000000, "=", "元"),
        ("近3万元", 30000, "<=", "元"),
        ("不到40户", 40, "<=", "户"),
        ("96%以上", 96, ">=", "%"),
        ("不少于30户", 30, ">=", "户"),
        ("超过4万人", 40000, ">=", "人"),
        ("上千人", 1000, ">=", "人"),
        ("数百人", 100, ">=", "人"),
        ("十几人次", 10, ">=", "人次"),
        ("二十几家", 20, ">=", "家"),
        ("十余万元", 100000, ">=", "元"),
        ("128万多元", 1280000, ">=", "元"),
        ("1687余万元", 16870000, ">=", "元"),
        ("一百五十余名", 150, ">=", "人"),
        ("160来人", 160, "~", "人"),
        ("约620人", 620, "~", "人"),
        ("50人左右", 50, "~", "人"),
        ("30人以下", 30, "<=", "人"),
        ("约四成", 40, "~", "%"),
        ("九成五", 95, "=", "%"),
        ("八成以上", 80, ">=", "%"),
        ("百分之九十八点五", "98.5", "=", "%"),
        ("百分之百", 100, "=", "%"),
        ("三分之二", "66.67", "=", "%"),
        ("0.6个百分点", "0.6", "=", "百分点"),
        ("叁仟贰佰人", 3200, "=", "人"),
        ("壹拾贰万叁仟元", 123000, "=", "元"),
        ("三万五千六百元", 35600, "=", "元"),
        ("四十平方米", 40, "=", "平方米"),
        ("3.2万时户", 32000, "=", "时户"),
        ("500元/人", 500, "=", "元"),
        ("64人次", 64, "=", "人次"),
        ("7场次", 7, "=", "场次"),
        ("12个/家", 12, "=", "个"),
        ("93。4%", "93.4", "=", "%"),
        ("l2名", 12, "=", "人"),
        ("1O0人", 100, "=", "人"),
    ],
)
def test_a_quantity_is_read_whole(text, value, comparator, unit):
    assert found(text) == [(text, Decimal(value), comparator, unit)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("10-15人", 10, 15),
        ("三至五人", 3, 5),
        ("3-5万元", 30000, 50000),
        ("两三场", 2, 3),
        ("七八十人", 70, 80),
    ],
)
def test_a_range_has_a_low_and_a_high_value(text, low, high):
    level = plain(text)
    (one,) = quantities(level, bytearray(len(level)))
    assert (one.start, one.end, one.value, one.high) == (0, len(text), low, high)


def test_a_change_is_two_quantities():
    assert [value for _, value, _, _ in found("从5个调到8个")] == [5, 8]
    assert [value for _, value, _, _ in found("由72%上升到93%")] == [72, 93]


def test_numbers_without_a_space_between_them_stay_apart():
    assert found("134户26.8万元") == [
        ("134户", Decimal(134), "=", "户"),
        ("26.8万元", Decimal(268000), "=", "元"),
    ]


def test_a_word_that_ends_in_about_is_no_modifier():
    assert found("节约46万元") == [("46万元", Decimal(460000), "=", "元")]
    assert found("签约213家") == [("213家", Decimal(213), "=", "家")]


def test_a_space_inside_does_not_hide_the_unit():
    assert found("会议 6 次") == [("6 次", Decimal(6), "=", "次")]


def test_a_voltage_is_no_quantity():
    assert found("10千伏线路") == []


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("十", 10), ("二十", 20), ("一百零五", 105), ("一百二", 120), ("一千二", 1200), ("三万五", 35000),
        ("两万零五十", 20050), ("一亿三千万", 130000000), ("二〇一三", 2013), ("三点五万", 35000),
        ("廿三", 23), ("贰仟玖佰捌拾", 2980),
    ],
)  # fmt: skip
def test_chinese_numerals_have_their_value(written, value):
    assert chinese.value_of(written)[0] == value


def test_what_is_no_numeral_has_no_value():
    assert chinese.value_of("甲乙") is None
    assert chinese.value_of("") is None


def test_making_a_text_plain_keeps_every_place():
    text = "（１）协商——调解１４９８件，成功率９７.２％；l2名、93。4%"
    assert len(plain(text)) == len(text)
    assert "1498件" in plain(text)
    assert "12名" in plain(text)
    assert "93.4%" in plain(text)


def test_letters_that_belong_to_words_are_left_alone():
    assert plain("QC成果IO端口") == "QC成果IO端口"
