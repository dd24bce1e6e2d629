from datetime import date

import pytest

from youju.base.days import parse_day, serial_day

DAY = date(2025, 3, 8)


@pytest.mark.parametrize(
    "text",
    [
        "2025-03-08",
        "2025-3-8",
        "2025.3.8",
        "2025/3/8",
        "2025年3月8日",
        "2025年3月8号",
        "２０２５．３．８",
        " 2025 年 3 月 8 日 ",
        "二〇二五年三月八日",
        "二零二五年三月八日",
        "二○二五年三月八日",
        "20250308",
        "2025-03-08 00:00:00",
        "2025-03-08T09:30",
        "2025/3/8 9:30",
    ],
)
def test_one_day_is_written_in_many_ways(text):
    assert parse_day(text) == DAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("二〇二五年十月十日", date(2025, 10, 10)),
        ("二〇二五年十二月三十一日", date(2025, 12, 31)),
        ("二〇二五年十一月二十日", date(2025, 11, 20)),
    ],
)
def test_tens_are_read_as_they_are_spoken(text, day):
    assert parse_day(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2025",
        "2025.3",
        "2025年3月",
        "2025-13-01",
        "2025-02-30",
        "25.3.8",
        "昨天",
        "十十年三月八日",
        "45724",
    ],
)
def test_what_names_no_day_is_no_day(text):
    assert parse_day(text) is None


def test_a_serial_number_of_a_spreadsheet_is_a_day():
    assert serial_day("45724") == DAY
    assert serial_day("36526") == date(2000, 1, 1)


@pytest.mark.parametrize("text", ["", "8", "99999", "45724.5", "四万", "-45724", "²"])
def test_other_numbers_are_no_days(text):
    assert serial_day(text) is None
