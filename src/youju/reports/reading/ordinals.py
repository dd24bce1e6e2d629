"""Faults of numbering: an ordinal that comes twice, one that is missing, one that lost its 是."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from youju.reports.reading import chinese
from youju.reports.reading.claims import Fault

REPEATED, SKIPPED, MAIMED = "ordinal_repeated", "ordinal_skipped", "ordinal_maimed"

_CN = "一二三四五六七八九十"
_MARKS = re.compile(
    rf"(?m:^[ \t]*)(?P<chapter>[{_CN}]{{1,3}})、"
    rf"|(?:(?m:^[ \t]*)|(?<=[。;:])\s*)\((?P<section>[{_CN}]{{1,3}})\)"
    rf"|(?:(?m:^[ \t]*)|(?<=[。;:])\s*)(?P<number>\d{{1,2}})(?:、|[.．](?!\d))"
    rf"|(?:(?m:^[ \t]*)|(?<=[。;:,\s]))(?P<point>[{_CN}])是"
    rf"|(?:(?m:^[ \t]*)|(?<=[。;]))(?P<maimed>[{_CN}])(?=[开积抓加推组认完深切坚强大努继打全围建协])"
)
_DEPTH = {"chapter": 0, "section": 1, "number": 2, "point": 3}
_WRITTEN = {"chapter": "{}、", "section": "（{}）", "number": "{}.", "point": "{}是"}


@dataclass
class _Seen:
    number: int
    start: int


def ordinal_faults(text: str) -> Iterator[Fault]:
    seen: dict[str, _Seen] = {}
    for mark in _MARKS.finditer(text):
        style = mark.lastgroup
        number = _number(mark[style])
        if style == "maimed":
            if (last := seen.get("point")) and number == last.number + 1:
                yield _fault(mark, style, MAIMED, f"“{mark[style]}”后面漏了“是”字")
                seen["point"] = _Seen(number, mark.start(style))
            continue
        if style == "chapter" and "number" in seen and seen["number"].start > _start(seen, "chapter"):
            seen.pop("number")
        if fault := _compare(mark, style, number, seen.get(style)):
            yield fault
        seen[style] = _Seen(number, mark.start(style))
        seen = {one: last for one, last in seen.items() if _DEPTH[one] <= _DEPTH[style]}


def _start(seen: dict[str, _Seen], style: str) -> int:
    return seen[style].start if style in seen else -1


def _number(written: str) -> int:
    return int(written) if written[0].isdigit() else int(chinese.value_of(written)[0])


def _compare(mark: re.Match, style: str, number: int, last: _Seen | None) -> Fault | None:
    # A list may start anew at one; an excerpt may start anywhere.
    if last is None or number in (1, last.number + 1):
        return None
    now, before = _written(style, number), _written(style, last.number)
    if number == last.number:
        return _fault(mark, style, REPEATED, f"序号“{now}”重复")
    if number > last.number:
        missing = "、".join(f"“{_written(style, one)}”" for one in range(last.number + 1, number))
        return _fault(mark, style, SKIPPED, f"“{before}”之后直接是“{now}”，缺{missing}")
    return _fault(mark, style, REPEATED, f"“{before}”之后又出现“{now}”")


def _written(style: str, number: int) -> str:
    if style == "number":
        return f"{number}."
    tens, ones = divmod(number, 10)
    digit = " 一二三四五六七八九"
    word = (("" if tens == 1 else digit[tens].strip()) + "十" if tens else "") + (digit[ones] if ones else "")
    return _WRITTEN[style].format(word)


def _fault(mark: re.Match, style: str, kind: str, message: str) -> Fault:
    return Fault(mark.start(style), mark.end(), kind, message)
