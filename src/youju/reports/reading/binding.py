"""Which indicator of a given list a claim speaks of."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from youju.reports.reading import units
from youju.reports.reading.concepts import Around, Concept, concepts
from youju.reports.reading.coordination import Context
from youju.reports.reading.numbers import Quantity

_ENOUGH = 0.65
_NEARLY_SAME = 0.72
_PLAINLY_MEANT = 1.8
_COVERED = 0.6
_RESEMBLES = 0.3
_BY_LABEL = 2.2
_OTHER_UNIT = 0.8
_NOT_NEW = 0.65
_NEW = re.compile("新(?:组建|建|成立|发展|增)")


@dataclass(frozen=True)
class Indicator:
    """One name of the list a claim may be bound to."""

    code: str
    zh: str
    unit: str = ""
    line_of_work: str = ""
    synonyms: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        return (self.zh, *self.synonyms)

    @cached_property
    def units(self) -> tuple[str, ...]:
        return tuple(unit for unit in re.split("[/、,]", self.unit) if unit and unit != "-")

    @cached_property
    def kinds(self) -> frozenset[str]:
        return frozenset(units.kind_of(unit) for unit in self.units)


@dataclass(frozen=True)
class Bound:
    """The indicators a claim speaks of (none: no code fits), how surely, and the concept understood."""

    codes: tuple[str, ...] = ()
    score: float = 0.0
    concept: str = ""

    @property
    def code(self) -> str | None:
        return self.codes[0] if self.codes else None


class Binder:
    """Binds claims to the indicators of one list; a concept no indicator stands for binds to none."""

    def __init__(self, indicators: Iterable[Indicator]):
        self.indicators = tuple(indicators)
        self.choices: dict[str, list[Indicator]] = {}
        left = []
        for indicator in self.indicators:
            for concept in concepts_of(indicator):
                self.choices.setdefault(concept.key, []).append(indicator)
            if not concepts_of(indicator):
                left.append(indicator)
        self.labelled = [(one, _names_in_pieces(one)) for one in left if not self._meant(one)]

    def _meant(self, indicator: Indicator) -> bool:
        """Reads the label as if it stood in a text; takes the concept if no other indicator has that name."""
        best = self._concept(Context.of_words(indicator.zh), indicator.kinds)
        if best is None or best[1] < _PLAINLY_MEANT or best[0].key in self.choices:
            return False
        self.choices[best[0].key] = [indicator]
        return True

    def bind(self, quantity: Quantity, context: Context) -> Bound:
        fitting = [concept for concept in concepts() if concept.fits(quantity)]
        return self._bound(context, fitting, frozenset({quantity.kind}), quantity.unit)

    def ranked(self, quantity: Quantity, context: Context, most: int) -> list[str]:
        """Codes of the indicators that a claim could speak of, the likeliest first."""
        around = Around(context)
        scored = [
            (concept.score(around), code)
            for concept in concepts()
            if concept.fits(quantity)
            for code in self._codes(concept, context, quantity.unit)
        ]
        found = self._labelled(context, frozenset({quantity.kind}), quantity.unit)
        scored += [(value, indicator.code) for indicator, value in found]
        likely = sorted((pair for pair in scored if pair[0]), key=lambda pair: -pair[0])
        likely += sorted(self._resembling(quantity, context), key=lambda pair: -pair[0])
        return list(dict.fromkeys(code for _value, code in likely))[:most]

    def _resembling(self, quantity: Quantity, context: Context) -> Iterator[tuple[float, str]]:
        """Whatever is counted so and shares some words with the number: not sure enough to bind to."""
        weights = _weights_of_pieces(context)
        for one in self.indicators:
            value = _cover(_names_in_pieces(one), weights) if quantity.unit in one.units else 0.0
            if value >= _RESEMBLES:
                yield value, one.code

    def _codes(self, concept: Concept, context: Context, unit: str) -> list[str]:
        """The indicators that stand for a concept, the one that is meant first."""
        choices = sorted(self.choices.get(concept.key, ()), key=lambda one: _nearness(one, context, unit))
        return [one.code for one in reversed(choices)]

    def bind_words(self, words: str, headings: str, kinds: tuple[str, ...]) -> Bound:
        """The same for a claim without a number, which may speak of several; earlier kinds are preferred."""
        understood = Bound()
        for kind in kinds:
            # All having signed is a signing rate of all: read as a rate, the words lack only that word.
            context = Context.of_words(words + ("率" if kind == units.RATE else ""), headings)
            fitting = [concept for concept in concepts() if kind in concept.kinds]
            bound = self._bound(context, fitting, frozenset({kind}), "")
            if bound.codes:
                choices = self.choices.get(bound.concept, ())
                named = tuple(one.code for one in choices if any(name in words for name in one.names))
                return Bound(named or bound.codes, bound.score, bound.concept)
            understood = understood if understood.concept else bound
        return understood

    def _bound(self, context: Context, fitting: list[Concept], kinds: frozenset[str], unit: str) -> Bound:
        best = _best(context, fitting)
        concept, score = best or (None, 0.0)
        for indicator, value in self._labelled(context, kinds, unit):
            if value > score:
                concept, score = indicator, value
        if concept is None or score < _ENOUGH:
            return Bound(score=round(score, 2))
        if isinstance(concept, Indicator):
            return Bound((concept.code,), round(score, 2), concept.code)
        return Bound(tuple(self._codes(concept, context, unit)[:1]), round(score, 2), concept.key)

    def _labelled(
        self, context: Context, kinds: frozenset[str], unit: str
    ) -> Iterator[tuple[Indicator, float]]:
        """Indicators outside the lexicon with how well their own names fit the words around a number."""
        weights = _weights_of_pieces(context)
        added = _NEW.search("".join(context.fields[:5]))
        for indicator, names in self.labelled:
            if not indicator.kinds & kinds:
                continue
            value = _by_label(names, weights)
            if unit not in indicator.units:
                value *= _OTHER_UNIT
            if added and not any("新" in name for name in indicator.names):
                value *= _NOT_NEW  # what was added is not the stock that it was added to
            yield indicator, value

    def _concept(self, context: Context, kinds: frozenset[str]) -> tuple[Concept, float] | None:
        return _best(context, [one for one in concepts() if not kinds or kinds & one.kinds])


@lru_cache(maxsize=4)
def binder_of(indicators: tuple[Indicator, ...]) -> Binder:
    """The binder of a list; making one compares every name with every concept and takes a while."""
    return Binder(indicators)


def _best(context: Context, fitting: Iterable[Concept]) -> tuple[Concept, float] | None:
    around = Around(context)
    scored = [(concept, concept.score(around)) for concept in fitting]
    return max(scored, key=lambda pair: pair[1], default=None)


def _nearness(indicator: Indicator, context: Context, unit: str) -> tuple[bool, int, float]:
    """Which of several indicators of one concept is meant: the one counted so, named so, most alike."""
    words = context.fields[2] + context.near + context.after
    named = max((len(name) for name in indicator.names if name in words), default=0)
    return unit in indicator.units, named, max(_likeness(name, words) for name in indicator.names)


def _weights_of_pieces(context: Context) -> dict[str, float]:
    """Every two characters around a number with the weight of the best place they stand at."""
    weights: dict[str, float] = {}
    for words, weight in zip(context.fields, context.weights, strict=True):
        for piece in _pieces(words):
            weights[piece] = max(weight, weights.get(piece, 0.0))
    return weights


def _names_in_pieces(indicator: Indicator) -> list[set[str]]:
    return [pieces for pieces in map(_pieces, indicator.names) if pieces]


def _by_label(names: list[set[str]], weights: dict[str, float]) -> float:
    """An indicator outside the lexicon is found by the pieces of its own names around the number."""
    best = _cover(names, weights)
    return best * _BY_LABEL if best >= _COVERED else 0.0


def _cover(names: list[set[str]], weights: dict[str, float]) -> float:
    """How much of the name that fits best stands around the number, nearer words counting more."""
    return max((sum(weights.get(one, 0.0) for one in name) / len(name) for name in names), default=0.0)


@lru_cache(maxsize=2048)
def concepts_of(indicator: Indicator) -> tuple[Concept, ...]:
    """The concepts an indicator is a name of: all by the same name, else the one of a nearly same name."""
    same = tuple(one for one in concepts() if any(name in one.names for name in indicator.names))
    if same:
        return same
    scored = [
        (_likeness(one, name), concept)
        for concept in concepts()
        if not indicator.kinds or indicator.kinds & concept.kinds
        for name in concept.names
        for one in indicator.names
    ]
    likeness, concept = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return (concept,) if likeness >= _NEARLY_SAME else ()


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
        given = row.get("unit") or "", row.get("line_of_work") or ""
        out.append(Indicator(row["code"], row["zh"], *given, synonyms))
    return out
