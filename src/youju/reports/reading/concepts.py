"""Concepts of the trade: what unions count, known by the words that stand around a number (lexicon.toml)."""

import re
from dataclasses import dataclass
from functools import cache

from youju.reports.reading.coordination import SEPARATOR, Context
from youju.reports.reading.data import table, words
from youju.reports.reading.numbers import Quantity

_LOCAL = 3  # near, after and the same clause
# A cue of several terms is surer, but not as many times as sure.
_BY_TERMS = {1: 1.0, 2: 0.8, 3: 0.65, 4: 0.55}
_NOT_LOCAL = 0.7
_ALL_NEAR = 0.25
_EXACT_UNIT = 0.7
_WEAK = words("concepts").weak


@dataclass(frozen=True)
class Cue:
    """Terms to be found around a number; `never` must not stand beside it, `nowhere` not in its sentence."""

    terms: tuple[re.Pattern, ...]
    never: re.Pattern | None
    nowhere: re.Pattern | None

    @classmethod
    def read(cls, written: str) -> "Cue":
        terms = written.split()
        nowhere = [term[2:] for term in terms if term.startswith("!!")]
        never = [term[1:] for term in terms if term.startswith("!") and not term.startswith("!!")]
        return cls(
            tuple(_term(term) for term in terms if not term.startswith("!")),
            re.compile("|".join(never)) if never else None,
            re.compile("|".join(nowhere)) if nowhere else None,
        )

    def score(self, around: "Around") -> float:
        total, local, near = 0.0, not around.context.own, True
        for term in self.terms:
            weight, place, carries = around.find(term, len(self.terms) > 1)
            if not weight:
                return 0.0
            total += weight
            if carries:
                local = local or place < _LOCAL
                near = near and place < 2
        if (self.never and around.beside(self.never)) or (self.nowhere and around.in_sentence(self.nowhere)):
            return 0.0
        total = total * _BY_TERMS[len(self.terms)] + (_ALL_NEAR if near else 0)
        return total if local else total * _NOT_LOCAL


def _term(written: str) -> re.Pattern:
    """A term's ^ and $ mean the edges of a field, not those of all the words around a number."""
    return re.compile(written.replace("$", f"(?={SEPARATOR}|$)").replace("^", f"(?:(?<={SEPARATOR})|^)"))


class Around:
    """The words around one number, searched term by term; nearer words weigh more."""

    def __init__(self, context: Context):
        self.context = context
        self.joined = SEPARATOR.join(context.fields)
        self.ends: list[int] = []
        at = 0
        for spoken in context.fields:
            at += len(spoken) + 1
            self.ends.append(at)
        self.found: dict[tuple[re.Pattern, bool], tuple[float, int, bool]] = {}

    def find(self, term: re.Pattern, helped: bool) -> tuple[float, int, bool]:
        """Weight of the best place a term is found at, the field, and whether the word can carry a cue."""
        key = (term, helped)
        if key not in self.found:
            self.found[key] = self._find(term, helped)
        return self.found[key]

    def _find(self, term: re.Pattern, helped: bool) -> tuple[float, int, bool]:
        best = (0.0, 0, False)
        for found in term.finditer(self.joined):
            place = next(index for index, end in enumerate(self.ends) if found.start() < end)
            if place > 1 and best[2]:
                break
            word = found[0]
            carries = not helped or (len(word) > 1 and not _WEAK.fullmatch(word))
            worth = 1 + 0.08 * min(len(word), 8) if carries else 0.5
            best = max(best, (self._weight(found, place) * worth, place, carries))
        return best

    def _weight(self, found: re.Match, place: int) -> float:
        weight = self.context.weights[place]
        if place == 0:
            # The head of a Chinese phrase is its last word: 企业劳动争议调解委员会 is a committee.
            distance = len(self.context.near) - found.end()
            weight += 0.15 if distance == 0 else 0.05 - 0.02 * min(distance, 15)
        elif place == 1:
            distance = found.start() - len(self.context.near) - 1
            weight += 0.1 if distance == 0 else -0.01 * min(distance, 15)
        return weight

    def beside(self, term: re.Pattern) -> bool:
        context = self.context
        borrowed = not context.own and term.search(context.fields[2])
        return bool(term.search(context.near) or term.search(context.after) or borrowed)

    def in_sentence(self, term: re.Pattern) -> bool:
        return any(term.search(spoken) for spoken in self.context.fields[:6])


@dataclass(frozen=True)
class Concept:
    key: str
    names: tuple[str, ...]
    kinds: frozenset[str]
    cues: tuple[Cue, ...]
    units: frozenset[str] = frozenset()

    def fits(self, quantity: Quantity) -> bool:
        if self.units:
            return quantity.unit in self.units
        return not self.kinds or quantity.kind in self.kinds

    def score(self, around: Around) -> float:
        exact = _EXACT_UNIT if self.units else 0.0
        return max((value + exact for cue in self.cues if (value := cue.score(around))), default=0.0)


@cache
def concepts() -> tuple[Concept, ...]:
    return tuple(
        Concept(
            key,
            tuple(row["names"]),
            frozenset(row["kinds"]),
            tuple(Cue.read(cue) for cue in row["cues"]),
            frozenset(row.get("units", ())),
        )
        for key, row in table("lexicon").items()
    )
