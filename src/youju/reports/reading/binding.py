"""Which indicator a claim speaks of: concepts of the trade are scored by the words around the number."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from youju.reports.reading import units
from youju.reports.reading.coordination import SEPARATOR, Context
from youju.reports.reading.numbers import Quantity

_ENOUGH = 0.65
# A cue of several terms is surer, but not as many times as sure.
_BY_TERMS = {1: 1.0, 2: 0.8, 3: 0.65, 4: 0.55}
_LOCAL = 3  # near, after and the same clause
# Words so common here that they help a cue along but never carry it.
_WEAK = frozenset(
    "职工 员工 人员 人次 企业 单位 公司 资金 组织 活动 工作 全年 参加 元 部门 班组 帮扶 服务 开展 举办 建立 共有".split()
)
_LABEL_TAIL = re.compile(r"(?:总|人|户|家|件|次|场|份|篇|期|条)?(?:数量?|次数?|金额|率|人次|人数|户数|场次)$")


@dataclass(frozen=True)
class Indicator:
    """One name of the list a claim may be bound to."""

    code: str
    zh: str
    unit: str = ""
    line_of_work: str = ""
    synonyms: tuple[str, ...] = ()

    @property
    def kinds(self) -> frozenset[str]:
        written = [unit for unit in re.split("[/、,]", self.unit) if unit and unit != "-"]
        return frozenset(units.kind_of(unit) for unit in written)


@dataclass(frozen=True)
class Cue:
    """Terms that must all be found around a number; `never` must not stand beside it, `nowhere` not in its sentence."""

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
        if self.never and around.beside(self.never) or self.nowhere and around.in_sentence(self.nowhere):
            return 0.0
        total = total * _BY_TERMS[len(self.terms)] + (0.25 if near else 0)
        return total if local else total * 0.7


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
        for words in context.fields:
            at += len(words) + 1
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
            carries = not helped or (len(word) > 1 and word not in _WEAK)
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
        return any(term.search(words) for words in self.context.fields[:6])


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
        exact = 0.7 if self.units else 0.0
        return max((value + exact for cue in self.cues if (value := cue.score(around))), default=0.0)


@cache
def concepts() -> tuple[Concept, ...]:
    data = resources.files(__package__).joinpath("lexicon.toml").read_text(encoding="utf-8")
    return tuple(
        Concept(
            key,
            tuple(row["names"]),
            frozenset(row["kinds"]),
            tuple(Cue.read(cue) for cue in row["cues"]),
            frozenset(row.get("units", ())),
        )
        for key, row in tomllib.loads(data).items()
    )


class Binder:
    """Binds claims to the indicators of one list; a concept no indicator stands for binds to none."""

    def __init__(self, indicators: Iterable[Indicator]):
        self.indicators = tuple(indicators)
        self.codes: dict[str, list[Indicator]] = {}
        own: list[Concept] = []
        for indicator in self.indicators:
            concept = concept_of(indicator)
            if concept:
                self.codes.setdefault(concept.key, []).append(indicator)
            elif cues := _cues_of(indicator):
                key = f"={indicator.code}"
                own.append(Concept(key, (indicator.zh,), indicator.kinds, cues))
                self.codes[key] = [indicator]
        self.concepts = (*concepts(), *own)

    def bind(self, quantity: Quantity, context: Context) -> tuple[str | None, float, str]:
        """Code (None when none fits), score and key of the concept."""
        around = Around(context)
        best, score = None, 0.0
        for concept in self.concepts:
            if concept.fits(quantity) and (value := concept.score(around)) > score:
                best, score = concept, value
        if best is None or score < _ENOUGH:
            return None, round(score, 2), ""
        choices = self.codes.get(best.key, [])
        code = max(choices, key=lambda one: _likeness(one.zh, context.near)).code if choices else None
        return code, round(score, 2), best.key


def concept_of(indicator: Indicator) -> Concept | None:
    """The concept an indicator is a name of: by the same name, else by a name that is nearly the same."""
    labels = (indicator.zh, *indicator.synonyms)
    for concept in concepts():
        if any(label in concept.names for label in labels):
            return concept
    scored = [
        (_likeness(label, name), concept)
        for concept in concepts()
        if not indicator.kinds or indicator.kinds & concept.kinds
        for name in concept.names
        for label in labels
    ]
    likeness, concept = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return concept if likeness >= 0.72 else None


def _cues_of(indicator: Indicator) -> tuple[Cue, ...]:
    """An indicator outside the lexicon is found by its own label and synonyms."""
    labels = {_LABEL_TAIL.sub("", label) for label in (indicator.zh, *indicator.synonyms)}
    return tuple(Cue((re.compile(re.escape(label)),), None) for label in labels if len(label) >= 2)


def _likeness(one: str, other: str) -> float:
    """Share of two-character pieces that two names have in common."""
    pieces, others = _pieces(one), _pieces(other)
    return 2 * len(pieces & others) / (len(pieces) + len(others)) if pieces and others else 0.0


def _pieces(name: str) -> set[str]:
    return {name[at : at + 2] for at in range(len(name) - 1)}


def list_from(rows: Iterable[Mapping[str, str]]) -> list[Indicator]:
    """Indicators out of rows with the columns code, zh and, if given, unit, line_of_work, synonyms."""
    out = []
    for row in rows:
        synonyms = tuple(name for name in re.split("[;；、|]", row.get("synonyms") or "") if name)
        out.append(
            Indicator(row["code"], row["zh"], row.get("unit") or "", row.get("line_of_work") or "", synonyms)
        )
    return out


__all__ = ["Binder", "Concept", "Indicator", "concept_of", "concepts", "list_from"]
