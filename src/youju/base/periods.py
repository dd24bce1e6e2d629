"""Periods of reporting; both ends belong to the period."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_CODE = re.compile(
    r"(?P<year>\d{4})(?:H(?P<half>[12])|Q(?P<quarter>[1-4])|-(?P<month>0[1-9]|1[0-2]))?"
    r"|S(?P<statistics>\d{4})|(?P<start>\d{8})-(?P<end>\d{8})"
)


@dataclass(frozen=True)
class Period:
    start: date
    end: date
    label: str

    def __post_init__(self):
        if self.end < self.start:
            raise ValueError(f"截止日期 {self.end} 早于开始日期 {self.start}")

    def __str__(self) -> str:
        return self.label

    @property
    def code(self) -> str:
        """The form for addresses; `parse` reads it back."""
        named = {(p.start, p.end): code for code, p in _usual(self.start)}
        return named.get((self.start, self.end)) or f"{self.start:%Y%m%d}-{self.end:%Y%m%d}"

    def contains(self, day: date) -> bool:
        return self.start <= day <= self.end

    def overlaps(self, start: date, end: date | None) -> bool:
        """Whether a span touches the period; a span without an end is still open."""
        return start <= self.end and (end is None or self.start <= end)


def year(year: int) -> Period:
    return Period(date(year, 1, 1), date(year, 12, 31), f"{year}年")


def half(year: int, number: int) -> Period:
    label = f"{year}年{('上', '下')[_one_to(2, number)]}半年"
    return _months(year, 6 * number - 5, 6 * number, label)


def quarter(year: int, number: int) -> Period:
    label = f"{year}年第{'一二三四'[_one_to(4, number)]}季度"
    return _months(year, 3 * number - 2, 3 * number, label)


def month(year: int, number: int) -> Period:
    return _months(year, number, number, f"{year}年{number}月")


def statistics_year(year: int) -> Period:
    """The reporting year of trade-union statistics: October of the year before to September."""
    return Period(date(year - 1, 10, 1), date(year, 9, 30), f"{year}统计年度")


def between(start: date, end: date) -> Period:
    """Any range; one that is a year, half, quarter or month is given its usual name."""
    for _, usual in _usual(start):
        if (usual.start, usual.end) == (start, end):
            return usual
    return Period(start, end, _day(start) if start == end else f"{_day(start)}至{_day(end)}")


def months_later(day: date, months: int) -> date:
    """The same day so many months later; the last of the month where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def parse(code: str) -> Period:
    """The period of an address such as 2025, 2025H1, 2025Q3, 2025-07, S2025 or 20250101-20250630."""
    match = _CODE.fullmatch(code.strip().upper())
    if not match:
        raise ValueError(
            f"看不懂的期间“{code}”，应写作 2025、2025H1、2025Q3、2025-07、S2025 或 20250101-20250630"
        )
    try:
        return _made(match)
    except (ValueError, OverflowError) as error:
        raise ValueError(f"期间“{code}”中的日期不对") from error


def _made(match: re.Match) -> Period:
    found = match.groupdict()
    if found["start"]:
        return between(_compact(found["start"]), _compact(found["end"]))
    if found["statistics"]:
        return statistics_year(int(found["statistics"]))
    number = int(found["year"])
    for kind, make in (("half", half), ("quarter", quarter), ("month", month)):
        if found[kind]:
            return make(number, int(found[kind]))
    return year(number)


def _months(year: int, first: int, last: int, label: str) -> Period:
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]), label)


def _one_to(highest: int, number: int) -> int:
    if not 1 <= number <= highest:
        raise ValueError(f"应为 1 至 {highest}")
    return number - 1


def _compact(text: str) -> date:
    return date(int(text[:4]), int(text[4:6]), int(text[6:]))


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _usual(start: date) -> Iterator[tuple[str, Period]]:
    """The named periods that could begin on that day, with their codes."""
    y = start.year
    yield f"{y:04}", year(y)
    if y < date.max.year:
        yield f"S{y + 1:04}", statistics_year(y + 1)
    for n in (1, 2):
        yield f"{y:04}H{n}", half(y, n)
    for n in (1, 2, 3, 4):
        yield f"{y:04}Q{n}", quarter(y, n)
    yield f"{y:04}-{start.month:02}", month(y, start.month)
