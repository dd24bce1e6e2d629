"""Places where a number is never a quantity by their form alone: dates, ordinals, names (forms.toml)."""

import re
from functools import cache

from youju.reports.reading.chinese import CHARACTERS
from youju.reports.reading.data import table

_PARTS = {
    "<N>": rf"(?:\d+|[{CHARACTERS}]+)",
    "<C>": f"[{CHARACTERS}]",
    "<S>": "[一二三四五六七八九十百]",
    "<D>": r"(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})",
}
# 一家一家, 一人一档: one of each
_TWICE = rf"一([^\W\d十百千万亿])一(?:\1|[^\W\d])|([{CHARACTERS}][个件家户名人次项条])\2"
_KNOWN_AS = re.compile(r"近|上|数|约|超|余|几|多|达|到|过")
_QUOTED = re.compile(r"《[^》\n]*》|[“\"「『]([^”\"」』“\n]{1,16})[”\"」』]|‘[^’\n]{1,12}’")
_BIG_NAMES = re.compile("[百千万][人名家]")


@cache
def _patterns() -> tuple[tuple[re.Pattern, ...], re.Pattern, re.Pattern]:
    """Forms of any kind, names, and lines that belong to the web page."""
    data = table("forms")
    forms = tuple(re.compile("|".join(map(_filled, rows))) for rows in data["forms"].values())
    names = [name for group in data["names"].values() for name in group.split()]
    names.sort(key=len, reverse=True)
    page = re.compile(rf"(?m)^.*(?:{'|'.join(data['page_lines']['words'])}).*$")
    return forms, re.compile("|".join((*names, _TWICE))), page


def _filled(pattern: str) -> str:
    for part, meaning in _PARTS.items():
        pattern = pattern.replace(part, meaning)
    return pattern


def silent_places(text: str) -> bytearray:
    """One byte for each character of a plain text: 1 where a number is certainly no quantity."""
    silent = bytearray(len(text))
    forms, names, page = _patterns()
    for pattern in (*forms, _QUOTED):
        for found in pattern.finditer(text):
            _mark(silent, found.start(), found.end())
    for found in names.finditer(text):
        if not _really_counts(text, found):
            _mark(silent, found.start(), found.end())
    for found in page.finditer(text):
        # Only the foot of a page is silent: the sentence it was glued to may still speak.
        stop = text.rfind("。", found.start(), found.end() - 1)
        _mark(silent, max(found.start(), stop), found.end())
    return silent


def _really_counts(text: str, found: re.Match) -> bool:
    """近百名 and 上千人 are quantities, 千名职工大比武 is a name; 二十一家 holds no 一家."""
    before = text[found.start() - 1 : found.start()]
    known = bool(_BIG_NAMES.match(found[0]) and before and _KNOWN_AS.match(before))
    return known or bool(before and before in CHARACTERS + "0123456789几数")


def _mark(silent: bytearray, start: int, end: int) -> None:
    silent[start:end] = b"\x01" * (end - start)
