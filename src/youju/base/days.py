"""Days as people write them: 2025-3-8, 2025.3.8, 2025年3月8日, 二〇二五年三月八日, 20250308."""

import re
from datetime import date, timedelta

from youju.base.text import fold

_WRITTEN = re.compile(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})[日号]?")
_YEARLESS = re.compile(r"(\d{1,2})[-./月](\d{1,2})[日号]?")
_BESIDE = {
    "大前天": -3,
    "前天": -2,
    "昨天": -1,
    "昨日": -1,
    "今天": 0,
    "今日": 0,
    "明天": 1,
    "明日": 1,
    "后天": 2,
}
_SOLID = re.compile(r"(\d{4})(\d{2})(\d{2})")
_CLOCK = re.compile(r"[ T]\s*\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*$")
_SPOKEN = re.compile(r"[〇零○一二三四五六七八九十]+")
_DIGITS = {mark: str(value) for value, mark in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0"}
# Spreadsheets count days from here; their year 1900 had a 29 February, hence not the 31st.
_EPOCH = date(1899, 12, 30)
_SERIALS = range(10_000, 73_051)  # 1927 to 2099
# What is missing where a spreadsheet counts from 1904, as Excel for the Mac once did.
SINCE_1904 = timedelta(days=1462)


def parse_day(text: str) -> date | None:
    """The day a text says, or None where it says none; the time of day after it is dropped."""
    text = _plain(_CLOCK.sub("", text))
    found = _WRITTEN.fullmatch(text) or _SOLID.fullmatch(text)
    if found is None:
        return None
    try:
        return date(*map(int, found.groups()))
    except ValueError:
        return None


def typed_day(text: str, today: date) -> date | None:
    """A day as typed by somebody at a form: also 3/8 and 3月8日 of this year, 今天, 昨天.

    A table read in years later must not be read so: there, a day without its year names none.
    """
    read = parse_day(text)
    if read is not None:
        return read
    text = _plain(text)
    if text in _BESIDE:
        return today + timedelta(days=_BESIDE[text])
    return parse_day(f"{today.year}-{text}") if _YEARLESS.fullmatch(text) else None


def serial_day(text: str) -> date | None:
    """The day behind a spreadsheet's serial number, where a cell lost its date format."""
    if not (text.isascii() and text.isdigit() and int(text) in _SERIALS):
        return None
    return _EPOCH + timedelta(days=int(text))


def _plain(text: str) -> str:
    """Half-width, its spoken numbers as digits, one mark for both strokes."""
    return _SPOKEN.sub(lambda found: _figures(found[0]), fold(text)).replace("/", "-")


def _figures(spoken: str) -> str:
    """二〇二五 → 2025, 十二 → 12, 三十 → 30, 二十一 → 21."""
    if "十" not in spoken:
        return "".join(_DIGITS[mark] for mark in spoken)
    tens, _ten, ones = spoken.partition("十")
    return (_DIGITS.get(tens, "1") if len(tens) < 2 else "?") + (
        _DIGITS.get(ones, "0") if len(ones) < 2 else "?"
    )
