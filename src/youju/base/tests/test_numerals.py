"""Numbers as officials write them; a rate never claims what it has not reached."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from youju.base.numerals import amount_text, chinese, heading, percent, rate


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "零"), (1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (30, "三十"), (99, "九十九"),
        (100, "一百"), (102, "一百零二"), (110, "一百一十"), (111, "一百一十一"), (1000, "一千"),
        (1001, "一千零一"), (1010, "一千零一十"), (1756, "一千七百五十六"), (10_000, "一万"),
        (10_001, "一万零一"), (10_100, "一万零一百"), (11_000, "一万一千"), (100_000, "十万"),
        (110_000, "十一万"), (100_000_000, "一亿"), (100_000_001, "一亿零一"), (-5, "负五"),
    ],
)  # fmt: skip
def test_numbers_are_written_out(number, text):
    assert chinese(number) == text


@given(st.integers(0, 10**15))
def test_no_two_numbers_are_written_alike(number):
    assert chinese(number) != chinese(number + 1)
    assert "零零" not in chinese(number)
    assert not chinese(number + 1).endswith("零")


def test_a_number_beyond_all_use_is_refused():
    with pytest.raises(ValueError, match="too large"):
        chinese(10**16)


def test_headings_are_numbered_by_level():
    assert [heading(level, 12) for level in (1, 2, 3, 4)] == ["十二、", "（十二）", "12.", "（12）"]
    with pytest.raises(ValueError, match="four levels"):
        heading(5, 1)


@pytest.mark.parametrize(
    ("amount", "unit", "text"),
    [
        ("1200", "元", "1200元"),
        ("1200.5", "元", "1200.50元"),
        ("0", "元", "0元"),
        ("12500", "万元", "1.25万元"),
        ("125000", "万元", "12.5万元"),
        ("120000", "万元", "12万元"),
        ("12350.00", "万元", "1.24万元"),
        ("12450.00", "万元", "1.24万元"),
        ("-300", "元", "-300元"),
        ("150000000", "亿元", "1.5亿元"),
    ],
)
def test_amounts_are_rounded_half_to_even_and_lose_idle_zeros(amount, unit, text):
    assert amount_text(Decimal(amount), unit) == text


@pytest.mark.parametrize(
    ("numerator", "base", "text"),
    [
        (611, 640, "95.5%"),
        (19, 20, "95.0%"),
        (18, 18, "100.0%"),
        (0, 5, "0.0%"),
        (0, 0, "无"),
        (9496, 10_000, "94.9%"),
        (9999, 10_000, "99.9%"),
        (10_000_000 - 1, 10_000_000, "99.9%"),
        (9451, 10_000, "94.5%"),
        (3, 2, "150.0%"),
        (Decimal("1.5"), Decimal(3), "50.0%"),
    ],
)
def test_rates_have_one_place_and_do_not_reach_a_whole_before_its_time(numerator, base, text):
    assert percent(numerator, base) == text


def test_places_may_be_chosen():
    assert percent(2, 3, digits=0) == "66%"
    assert percent(2, 3, digits=2) == "66.67%"


@given(st.integers(0, 5000), st.integers(1, 5000), st.integers(0, 100))
def test_a_printed_rate_meets_a_whole_target_only_if_the_true_one_does(numerator, base, target):
    assert (rate(numerator, base) >= target) == (numerator * 100 >= target * base)


@given(st.integers(0, 5000), st.integers(1, 5000))
def test_a_printed_rate_is_within_a_tenth_of_the_true_one(numerator, base):
    assert abs(rate(numerator, base) - Decimal(numerator) * 100 / base) < Decimal("0.1")


def test_no_base_gives_no_rate():
    assert rate(0, 0) is None
