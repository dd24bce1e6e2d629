from datetime import date

import pytest

from youju.base.days import parse_day, serial_day, typed_day

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


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-3-8", DAY),
        ("二〇二五年三月八日", DAY),
        ("3/8", date(2026, 3, 8)),
        ("3.8", date(2026, 3, 8)),
        ("3月8日", date(2026, 3, 8)),
        ("三月八日", date(2026, 3, 8)),
        ("１２月３１号", date(2026, 12, 31)),
        ("今天", date(2026, 1, 1)),
        (" 昨天 ", date(2025, 12, 31)),
        ("前天", date(2025, 12, 30)),
        ("明天", date(2026, 1, 2)),
    ],
)
def test_at_a_form_a_day_may_be_said_from_today(text, day):
    assert typed_day(text, date(2026, 1, 1)) == day


@pytest.mark.parametrize("text", ["", "3", "2月30日", "13/8", "上周", "8", "2025年3月"])
def test_what_is_unclear_at_a_form_is_no_day_either(text):
    assert typed_day(text, date(2026, 1, 1)) is None


def test_a_table_needs_the_year():
    assert parse_day("3/8") is None
