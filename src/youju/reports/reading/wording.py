"""Claims without a number: that all have done something, all of a kind have, or nothing has happened."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from youju.reports.reading.data import words
from youju.reports.reading.structure import Structure

ALL, CONDITIONAL, NOTHING = "all", "conditional", "nothing"

_WORDS = words("wording", DID="did")


@dataclass(frozen=True)
class Wording:
    start: int
    end: int
    kind: str
    words: str


def wordings(shape: Structure, taken: list[tuple[int, int]]) -> Iterator[Wording]:
    """All, conditional and nothing claims in order; a clause with a counted claim speaks through that."""
    found: dict[tuple[int, int], str] = {}
    for kind, pattern in ((NOTHING, _WORDS.nothing), (CONDITIONAL, _WORDS.conditional), (ALL, _WORDS.all)):
        for match in pattern.finditer(shape.text):
            span = _clause(shape, match.start(), match.end())
            if span not in found and not shape.is_plan(span[0]) and _speaks(shape, span, taken, kind):
                found[span] = kind
    for (start, end), kind in sorted(found.items()):
        yield Wording(start, end, kind, shape.text[start:end])


def _clause(shape: Structure, start: int, end: int) -> tuple[int, int]:
    first, last = shape.clause(start)[0], shape.clause(max(start, end - 1))[1]
    clause = shape.text[first:last]
    opening = re.match(r"\s*(?:[一二三四五六七八九十]是|\d+[、.]|[一二三四五六七八九十]+、)?\s*", clause)
    return first + opening.end(), last - (len(clause) - len(clause.rstrip()))


def _speaks(shape: Structure, span: tuple[int, int], taken: list[tuple[int, int]], kind: str) -> bool:
    clause = shape.text[span[0] : span[1]]
    if kind != NOTHING and any(start < span[1] and span[0] < end for start, end in taken):
        return False
    return not _WORDS.not_ours.search(clause)
