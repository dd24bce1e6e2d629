"""What a summary says was lacking and what it plans, point by point: open tasks of the year after it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from youju.reports.reading.plain import plain
from youju.reports.reading.structure import Structure, structure

LACKING, PLANNED = "lacking", "planned"
SHORTEST, LONGEST = 5, 200

_LACKS = re.compile(
    r"不足|差距|薄弱|短板|(?:存在|主要)的?(?:\S{0,4})问题|问题(?:和|与|及)?(?:不足|困难|差距)?$"
)
_TURNS = re.compile(
    r"[^。!?;\n]*(?:不足|差距|薄弱环节|问题)(?:之处)?(?:[^。!?;:\n]{0,6}?)(?::|主要有|主要是|,?一是|是)"
)
_POINT = re.compile(
    r"[一二三四五六七八九十]{1,2}(?:是|要|、(?=[^\n]{8}))|\([一二三四五六七八九十\d]{1,2}\)"
    r"|(?<!\d)\d{1,2}[、.](?!\d)|[①-⑳]|[;\n]"
)
_SENTENCE = re.compile(r"[。!?]")
_EDGE = " \t·,.。、:;!?"
_CONTACT = re.compile("电话|地址|邮编|联系人")
_ANNOUNCES = re.compile(r"^.{0,20}(?:以下.{0,4}(?:工作|方面)|如下|几个?方面)$")
_CLOSING = re.compile(r",?(?:需要|有待|还需|仍需|今后|都?要)[^,]{0,12}(?:加强|改进|提高|完善|努力|解决)$")


@dataclass(frozen=True)
class Point:
    """text[start:end] of the source names one thing that was lacking or is planned."""

    kind: str
    start: int
    end: int
    text: str


def points(text: str) -> list[Point]:
    """Every point in reading order, lacking before planned where a passage speaks of both."""
    shape = structure(plain(text))
    plans = _merged(shape.plans)
    found = [one for start, end in _lacking(shape, plans) for one in _split(text, shape, LACKING, start, end)]
    found += [one for start, end in plans for one in _split(text, shape, PLANNED, start, end)]
    return sorted(found, key=lambda one: one.start)


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def _lacking(shape: Structure, plans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Chapters whose heading says so, and paragraphs from their turn to what is lacking."""
    until = -1
    for position, line in enumerate(shape.lines):
        if line.start < until or _inside(line.start, plans):
            continue
        words = shape.text[line.start : line.end]
        if line.heading and _LACKS.search(line.heading):
            until = _chapter_end(shape, position)
            rest = line.start + words.index(line.heading) + len(line.heading)
            yield rest, _before_plans(rest, until, plans)
        elif turn := _TURNS.search(words):
            start = line.start + turn.end() - (2 if turn[0].endswith("一是") else 0)
            yield start, _before_plans(start, line.end, plans)


def _chapter_end(shape: Structure, position: int) -> int:
    depth = shape.lines[position].depth or 0
    for line in shape.lines[position + 1 :]:
        title = line.heading == shape.text[line.start : line.end].strip()
        if line.heading and (line.depth or title) and (line.depth or 0) <= depth:
            return line.start
    return len(shape.text)


def _before_plans(start: int, end: int, plans: list[tuple[int, int]]) -> int:
    return min([end, *(plan for plan, _end in plans if start < plan < end)])


def _inside(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _split(text: str, shape: Structure, kind: str, start: int, end: int) -> Iterator[Point]:
    """The points of a stretch: numbered ones without what introduces them, else its sentences."""
    for line_start, line_end in _lines(shape.text, start, end):
        marks = list(_POINT.finditer(shape.text, line_start, line_end))
        numbered = [mark for mark in marks if mark[0] not in ";\n"]
        if numbered:
            edges = [mark.span() for mark in marks if mark.start() >= numbered[0].start()]
            if kind == LACKING:  # 不足是会员外出的多；二是……: the first point goes without its number
                edges.insert(0, (line_start, line_start))
        else:
            edges = [(line_start, line_start)]
            edges += [found.span() for found in re.finditer(r"[。!?;]", shape.text[line_start:line_end])]
            edges = [edges[0], *((line_start + one, line_start + two) for one, two in edges[1:])]
        ends = [one for one, _two in edges[1:]] + [line_end]
        for (_mark, at), stop in zip(edges, ends, strict=True):
            yield from _point(text, shape, kind, at, stop)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for part in text[start:end].split("\n"):
        yield at, at + len(part)
        at += len(part) + 1


def _point(text: str, shape: Structure, kind: str, start: int, end: int) -> Iterator[Point]:
    words = shape.text[start:end]
    if kind == LACKING:
        words = _CLOSING.sub("", words.rstrip(_EDGE))
    bare = words.strip(_EDGE)
    at = start + len(words) - len(words.lstrip(_EDGE))
    if SHORTEST <= len(bare) <= LONGEST and not _says_nothing(bare, shape, at):
        yield Point(kind, at, at + len(bare), text[at : at + len(bare)])


def _says_nothing(bare: str, shape: Structure, at: int) -> bool:
    """A heading, an address, or the words that only announce what follows."""
    line = shape.line(at)
    heading = line.heading == bare == shape.text[line.start : line.end].strip(_EDGE)
    return heading or bool(_CONTACT.search(bare) or _ANNOUNCES.search(bare))
