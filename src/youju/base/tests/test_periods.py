"""Periods: both days belong, and an address is read back as it was written."""

from datetime import date

import pytest

from youju.base import periods
from youju.base.periods import Period


@pytest.mark.parametrize(
    ("code", "start", "end", "label"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31), "2025年"),
        ("2025H1", date(2025, 1, 1), date(2025, 6, 30), "2025年上半年"),
        ("2025H2", date(2025, 7, 1), date(2025, 12, 31), "2025年下半年"),
        ("2025Q1", date(2025, 1, 1), date(2025, 3, 31), "2025年第一季度"),
        ("2025Q4", date(2025, 10, 1), date(2025, 12, 31), "2025年第四季度"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "2024年2月"),
        ("S2025", date(2024, 10, 1), date(2025, 9, 30), "2025统计年度"),
        ("20250102-20250103", date(2025, 1, 2), date(2025, 1, 3), "2025年1月2日至2025年1月3日"),
        ("20250102-20250102", date(2025, 1, 2), date(2025, 1, 2), "2025年1月2日"),
        ("9999", date(9999, 1, 1), date(9999, 12, 31), "9999年"),
    ],
)
def test_an_address_names_a_period_and_is_named_by_it(code, start, end, label):
    period = periods.parse(code)
    assert (period.start, period.end, period.label) == (start, end, label)
    assert period.code == code
    assert str(period) == label


@pytest.mark.parametrize("code", ["2025h1", " 2025Q3 ", "s2025"])
def test_addresses_are_read_in_either_case(code):
    assert periods.parse(code).code == code.strip().upper()


@pytest.mark.parametrize(
    "code",
    [
        "",
        "25",
        "2025H3",
        "2025Q5",
        "2025-13",
        "2025-00",
        "20250230-20250301",
        "20250601-20250101",
        "0000",
        "２０２５年",
    ],
)
def test_a_senseless_address_is_refused_in_chinese(code):
    with pytest.raises(ValueError, match=f"期间“{code}”"):
        periods.parse(code)


@pytest.mark.parametrize("made", [periods.half, periods.quarter, periods.month])
def test_there_is_no_part_beyond_the_last(made):
    with pytest.raises(ValueError, match=r"应为|month"):
        made(2025, 13)
    with pytest.raises(ValueError, match=r"应为|month"):
        made(2025, 0)


def test_a_range_that_has_a_name_gets_it():
    assert periods.between(date(2025, 1, 1), date(2025, 6, 30)) == periods.half(2025, 1)
    assert periods.between(date(2024, 10, 1), date(2025, 9, 30)) == periods.statistics_year(2025)
    assert periods.between(date(2025, 1, 1), date(2025, 6, 29)).label == "2025年1月1日至2025年6月29日"


def test_both_ends_belong_to_the_period():
    half = periods.half(2025, 1)
    assert half.contains(date(2025, 1, 1))
    assert half.contains(date(2025, 6, 30))
    assert not half.contains(date(2024, 12, 31))
    assert not half.contains(date(2025, 7, 1))


def test_a_span_overlaps_when_one_day_is_shared():
    half = periods.half(2025, 1)
    assert half.overlaps(date(2020, 1, 1), date(2025, 1, 1))
    assert half.overlaps(date(2025, 6, 30), None)
    assert half.overlaps(date(2020, 1, 1), None)
    assert not half.overlaps(date(2020, 1, 1), date(2024, 12, 31))
    assert not half.overlaps(date(2025, 7, 1), None)


def test_a_period_ends_after_it_starts():
    with pytest.raises(ValueError, match="早于"):
        Period(date(2025, 2, 1), date(2025, 1, 31), "")


def test_the_parts_of_a_year_make_the_year():
    for parts in ([periods.half(2024, n) for n in (1, 2)], [periods.month(2024, n) for n in range(1, 13)]):
        assert sum((part.end - part.start).days + 1 for part in parts) == 366


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2025, 3, 1), 36, date(2028, 3, 1)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2025, 11, 30), 3, date(2026, 2, 28)),
        (date(2025, 12, 31), 1, date(2026, 1, 31)),
        (date(2025, 3, 31), -3, date(2024, 12, 31)),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_the_month(day, months, later):
    assert periods.months_later(day, months) == later
