"""What a number speaks of: its own words, and those it shares with the numbers beside it.

慰问困难职工15人、患病29人: the second number has its own noun and borrows the verb; in 慰问134户26.8万元
the second has no word of its own at all.  Fields are ordered by how much they say about the number.
"""

import re
from dataclasses import dataclass

from youju.reports.reading.data import words
from youju.reports.reading.lists import respective
from youju.reports.reading.numbers import Quantity
from youju.reports.reading.structure import ASIDE, Structure

SEPARATOR = "\x00"
NEAR, AFTER, SAME, BEHIND, BEFORE = range(5)
# near, after, same clause before, same clause behind, clause before, earlier in the sentence,
# sentence before, nearest heading, those above it
_WEIGHTS = (1.0, 0.95, 0.75, 0.5, 0.6, 0.42, 0.25, 0.38, 0.2)
_WORDS = words("coordination")
_REACH_AFTER, _REACH_BEHIND, _REACH_BACK = 26, 20, 60


@dataclass(frozen=True)
class Context:
    near: str
    after: str
    fields: tuple[str, ...]
    weights: tuple[float, ...]

    @property
    def own(self) -> bool:
        """Whether the number has words of its own that say something (惠及职工 does not)."""
        return _says_something(self.near + self.after)

    @classmethod
    def of_words(cls, text: str, headings: str = "") -> "Context":
        """The context of a claim without a number: its own words and the headings above."""
        nearest, _, above = headings.partition("\n")
        return cls(text, "", (text, "", "", "", "", "", "", nearest, above), _WEIGHTS)


def contexts(shape: Structure, quantities: list[Quantity]) -> list[Context]:
    return [_context(shape, quantities, index) for index in range(len(quantities))]


def _context(shape: Structure, quantities: list[Quantity], index: int) -> Context:
    text, quantity = shape.text, quantities[index]
    clause_start, _ = shape.clause(quantity.start)
    _, clause_end = shape.clause(quantity.end)
    near_start = max(clause_start, quantities[index - 1].end if index else 0)
    named = respective(shape, quantities, index)
    near = clean(named + text[near_start : quantity.start])
    sentence_start, _ = shape.sentence(quantity.start)
    earlier = _clauses(shape, quantities, sentence_start, clause_start)
    paragraph = max(shape.line(quantity.start).start, sentence_start - _REACH_BACK)
    headings = shape.headings(quantity.start).split("\n")
    fields = (
        near,
        _after(text, quantities, index, clause_end, near),
        without(text, quantities, clause_start, near_start),
        _behind(text, quantities, index, clause_end),
        "".join(earlier[:1]),
        "|".join(earlier[1:4]),
        without(text, quantities, paragraph, sentence_start),
        headings[0],
        "|".join(headings[1:]),
    )
    return Context(near, fields[AFTER], fields, _weights(fields))


def _weights(fields: tuple[str, ...]) -> tuple[float, ...]:
    if _says_something(fields[NEAR] + fields[AFTER]):
        return _WEIGHTS
    # A number without a word of its own lives wholly on what it borrows.
    heir, worth = (SAME, 1.0) if fields[SAME] else (BEFORE, 0.85)
    return tuple(worth if place == heir else weight for place, weight in enumerate(_WEIGHTS))


def _says_something(text: str) -> bool:
    return len(_WORDS.empty.sub("", text)) > 1


def _after(text: str, quantities: list[Quantity], index: int, clause_end: int, near: str) -> str:
    following = quantities[index + 1].start if index + 1 < len(quantities) else len(text)
    end = quantities[index].end
    own = text[end : min(clause_end, following, end + _REACH_AFTER)]
    if own.startswith(("、", "和", "及")):
        return ""
    # 慰问困难职工15人、患病29人: behind a number with words of its own the list goes on without it.
    return clean(re.split("[、;]", own)[0] if _says_something(near) else own)


def _behind(text: str, quantities: list[Quantity], index: int, clause_end: int) -> str:
    """国有企业12户、集体企业5户全部公开: the verb that a list shares stands behind its last number."""
    later = [other.end for other in quantities[index + 1 : index + 6] if other.end <= clause_end]
    return clean(text[later[-1] : min(clause_end, later[-1] + _REACH_BEHIND)]) if later else ""


def _clauses(shape: Structure, quantities: list[Quantity], start: int, end: int) -> list[str]:
    """The clauses of a sentence before its last one, nearest first."""
    found, at = [], end - 1
    while at > start and len(found) < 4:
        clause_start = max(start, min(shape.clause(at)[0], at))
        if spoken := without(shape.text, quantities, clause_start, at):
            found.append(spoken)
        at = clause_start - 1
    return found


def without(text: str, quantities: list[Quantity], start: int, end: int) -> str:
    """A stretch of text with its quantities cut out, so that only words remain."""
    out, at = [], start
    for quantity in quantities:
        if start <= quantity.start and quantity.end <= end:
            out.append(text[at : quantity.start])
            at = quantity.end
    out.append(text[at:end])
    return clean("".join(out))


def clean(text: str) -> str:
    return _WORDS.edge.sub("", text.replace(ASIDE, ""))
