"""Days as people write them: 2025-3-8, 2025.3.8, 2025年3月8日, 二〇二五年三月八日, 20250308."""

import re
from datetime import date, timedelta

from youju.base.text import fold

_WRITTEN = re.compile(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})[日号]?")
_SOLID = re.compile(r"(\d{4})(\d{2})(\d{2})")
_CLOCK = re.compile(r"[ T]\s*\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*$")
_SPOKEN = re.compile(r"[〇零○一二三四五六七八九十]+")
_DIGITS = {mark: str(value) for value, mark in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0"}
# Spreadsheets count days from here; their year 1900 had a 29 February, hence not the 31st.
_EPOCH = date(1899, 12, 30)
_SERIALS = range(10_000, 73_051)  # 1927 to 2099


def parse_day(text: str) -> date | None:
    """The day a text says, or None where it says none; the time of day after it is dropped."""
    text = fold(_CLOCK.sub("", text))
    text = _SPOKEN.sub(lambda found: _figures(found[0]), text).replace("/", "-")
    found = _WRITTEN.fullmatch(text) or _SOLID.fullmatch(text)
    if found is None:
        return None
    try:
        return date(*map(int, found.groups()))
    except ValueError:
        return None


def serial_day(text: str) -> date | None:
    """The day behind a spreadsheet's serial number, where a cell lost its date format."""
    if not (text.isascii() and text.isdigit() and int(text) in _SERIALS):
        return None
    return _EPOCH + timedelta(days=int(text))


def _figures(spoken: str) -> str:
    """二〇二五 → 2025, 十二 → 12, 三十 → 30, 二十一 → 21."""
    if "十" not in spoken:
        return "".join(_DIGITS[mark] for mark in spoken)
    tens, _ten, ones = spoken.partition("十")
    return (_DIGITS.get(tens, "1") if len(tens) < 2 else "?") + (
        _DIGITS.get(ones, "0") if len(ones) < 2 else "?"
    )
