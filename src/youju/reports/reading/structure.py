"""The shape of a text: headings with their depth, sentences, clauses, and which parts speak of the future."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from youju.reports.reading.data import words

_CN = "一二三四五六七八九十百"
_NUMBERED = (
    (1, re.compile(rf"[ \t]*(?:第[{_CN}]+[、章部]|[{_CN}]+、|【|§)")),
    (2, re.compile(rf"[ \t]*\([{_CN}]+\)")),
    (3, re.compile(r"[ \t]*\d{1,2}[、.．](?!\d)")),
    (4, re.compile(rf"[ \t]*(?:\(\d{{1,2}}\)|[①-⑳]|[{_CN}]是|[{_CN}]要)")),
)
_WORDS = words("structure")
_SENTENCE_END = re.compile(r"[。!?;；\n]")
_CLAUSE_END = re.compile(r"[,。!?;；:：\n()…]")


@dataclass(frozen=True)
class Line:
    start: int
    end: int
    depth: int | None
    heading: str
    above: tuple[str, ...] = ()
    plan: bool = False


@dataclass
class Structure:
    text: str
    lines: list[Line] = field(default_factory=list)
    plans: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self):
        self._sentence_ends = [found.start() for found in _SENTENCE_END.finditer(self.text)]
        self._clause_ends = [found.start() for found in _CLAUSE_END.finditer(self.text)]
        self._starts = [line.start for line in self.lines]

    def line(self, at: int) -> Line:
        return self.lines[max(0, bisect_right(self._starts, at) - 1)]

    def sentence(self, at: int) -> tuple[int, int]:
        return self._around(self._sentence_ends, at)

    def clause(self, at: int) -> tuple[int, int]:
        return self._around(self._clause_ends, at)

    def is_plan(self, at: int) -> bool:
        return any(start <= at < end for start, end in self.plans)

    def headings(self, at: int) -> str:
        """What stands above this place, the nearest heading first."""
        line = self.line(at)
        own = (line.heading,) if line.heading else ()
        return "\n".join((*own, *reversed(line.above)))

    def _around(self, ends: list[int], at: int) -> tuple[int, int]:
        index = bisect_right(ends, at - 1)
        start = ends[index - 1] + 1 if index else 0
        return start, ends[index] if index < len(ends) else len(self.text)


_ASIDE = re.compile(r"\([^()\d\n一二三四五六七八九十两]{1,60}\)")
ASIDE = "·"


_SOFT_BREAK = re.compile(
    r"(?m)^(?P<line>[^\n]{20,}[^\s。!?;:,、…)])(?P<gap>\n\s*)(?=[^\s\d(一二三四五六七八九十第]|\d+[^\d、.．])"
)


def _joined(found: re.Match) -> str:
    """A line that breaks off in the middle of a sentence goes on in the next."""
    line = found["line"]
    running = "。" in line or ("," in line and _depth(line) not in (1, 2, 3))
    return line + (ASIDE * len(found["gap"]) if running else found["gap"])


def structure(text: str) -> Structure:
    """The shape of a plain text; remarks in brackets that hold no number are blanked out first."""
    text = _ASIDE.sub(lambda found: ASIDE * len(found[0]), text)
    text = _SOFT_BREAK.sub(_joined, text)
    lines = list(_lines(text))
    return Structure(text, lines, _plans(text, lines))


def _depth(line: str) -> int | None:
    for depth, pattern in _NUMBERED:
        if pattern.match(line):
            return depth
    return None


def _heading(line: str, depth: int | None) -> str:
    """The title of a line: all of it when it is short and ends without a stop, else its opening words."""
    bare = line.strip()
    if len(bare) <= 40 and bare and bare[-1] not in "。;；,、!":
        return bare
    first = re.split(r"[。:：]", bare, maxsplit=1)[0]
    if first != bare and len(first) <= (30 if depth else 14) and not re.search(r"\d", first[3:]):
        return first
    return ""


def _lines(text: str):
    open_headings: dict[int, str] = {}
    at = 0
    for raw in text.split("\n"):
        depth = _depth(raw)
        heading = _heading(raw, depth)
        level = depth if depth is not None else 0 if heading and heading == raw.strip() else 5
        if raw.strip():
            above = tuple(
                title for number, title in sorted(open_headings.items()) if number < level or level == 5
            )
            yield Line(at, at + len(raw), depth, heading, above)
            if heading and level < 5:
                open_headings = {n: title for n, title in open_headings.items() if n < level} | {
                    level: heading
                }
        at += len(raw) + 1
    if not text.strip():
        yield Line(0, len(text), None, "")


def _plans(text: str, lines: list[Line]) -> list[tuple[int, int]]:
    """Stretches that speak of what is to come: plan chapters, paragraphs from their turn to the future."""
    spans: list[tuple[int, int]] = []
    year = _own_year(text)
    plan_depth: int | None = None
    for position, line in enumerate(lines):
        title = line.heading
        depth = line.depth if line.depth is not None else 0
        full = title == text[line.start : line.end].strip()
        if plan_depth is not None and title and (line.depth or full) and depth <= plan_depth:
            plan_depth = None
        if plan_depth is None and _is_plan_heading(title, year):
            plan_depth = depth
        if plan_depth is not None:
            spans.append((line.start, line.end + 1))
        elif (turn := _turn(text, line, year)) is not None:
            spans.append((turn, line.end + 1))
            if text[line.start : line.end].rstrip().endswith((":", "：")):
                spans.append((turn, _next_chapter(lines, position, len(text))))
    return spans


def _next_chapter(lines: list[Line], position: int, end: int) -> int:
    own = lines[position].depth
    if own is None:
        return end
    for line in lines[position + 1 :]:
        if line.depth is not None and line.depth <= own:
            return line.start
    return end


def _is_plan_heading(title: str, year: int | None) -> bool:
    if not title or _WORDS.done_heading.search(title):
        return False
    named = re.search(r"(20\d\d)\s*年", title)
    return bool(_WORDS.plan_heading.search(title) or (named and year and int(named[1]) > year))


def _own_year(text: str) -> int | None:
    """The year a text is about: the first one it names."""
    found = re.search(r"(20\d\d)\s*年", text[:400])
    return int(found[1]) if found else None


def _turn(text: str, line: Line, year: int | None) -> int | None:
    """Where a paragraph turns to the future (20xx年,我们将…)."""
    at = line.start
    for sentence in re.split(r"(?<=[。!?])", text[line.start : line.end]):
        opening = sentence[:30]
        named = re.match(r"\s*(20\d\d)\s*年", sentence)
        if named and year and int(named[1]) <= year:
            at += len(sentence)
            continue
        if (
            _WORDS.turning.search(opening)
            and _WORDS.plan_verb.search(sentence[:40])
            and not _WORDS.past.search(opening)
        ):
            return at
        at += len(sentence)
    return None
