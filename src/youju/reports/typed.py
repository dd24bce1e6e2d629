"""Figures that a writer typed by hand: where they stand, and which claims could stand there instead."""

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from youju.catalogue import INDICATORS
from youju.ledger.evidence import Figure
from youju.ledger.indicators import Indicator
from youju.ledger.scope import Scope
from youju.reports import checking, names, template, wordings
from youju.reports.checking import Verdict
from youju.reports.claims import value_text
from youju.reports.reading import reading
from youju.reports.reading.claims import Claim

MASK = "※"  # stands for a quotation while its surroundings are read
MOST = 6
READ = 12  # indicators compared before those that agree go first


@dataclass(frozen=True)
class Typed:
    """text[start:end] of a passage is a figure that no quotation stands behind."""

    start: int
    end: int
    text: str
    claim: Claim


@dataclass(frozen=True)
class Proposal:
    """An indicator that a typed figure may speak of, what it says today, and how far off the figure is."""

    indicator: Indicator
    value: str
    verdict: Verdict
    slot: str  # what takes the place of the figure; empty while nothing is recorded
    reads: str  # how it will read


@lru_cache(maxsize=1024)
def figures(text: str) -> tuple[Typed, ...]:
    """The typed figures of a text with quotations; dates, ordinals, plans and thresholds are none."""
    masked, places = _masked(text)
    return tuple(
        Typed(
            places[one.start], places[one.end - 1] + 1, text[places[one.start] : places[one.end - 1] + 1], one
        )
        for one in reading.read(masked).claims
        if one.value is not None and MASK not in one.text
    )


def figure_at(text: str, start: int, end: int) -> Typed | None:
    """The typed figure of a passage at a place, read in its sentence as drafting does."""
    for sentence in template.SENTENCE.finditer(text):
        for one in figures(sentence[0]):
            if (one.start + sentence.start(), one.end + sentence.start()) == (start, end):
                return replace(one, start=start, end=end)
    return None


def _masked(text: str) -> tuple[str, list[int]]:
    """The text with one sign for each quotation, and where each character of it stands in the source."""
    signs, places, at = [], [], 0
    for slot in template.SLOT.finditer(text):
        signs.append(text[at : slot.start()] + MASK)
        places += range(at, slot.start() + 1)
        at = slot.end()
    return "".join((*signs, text[at:])), [*places, *range(at, len(text))]


def proposals(scope: Scope, text: str, typed: Typed, heading: str = "") -> list[Proposal]:
    """What the figure most likely speaks of by its sentence; what agrees with it goes first."""
    above = f"一、{heading}\n" if heading else ""
    masked, places = _masked(text)
    at = len(above) + places.index(typed.start)
    codes = reading.likely(above + masked, at, names.our_indicators(), READ)
    found = [proposal(scope, typed, INDICATORS[code]) for code in codes]
    told = [one for one in found if one.verdict.word != checking.UNCHECKED]
    return sorted(told, key=lambda one: (not one.slot, one.verdict.word != checking.AGREES))[:MOST]


def proposal(scope: Scope, typed: Typed, indicator: Indicator) -> Proposal:
    figure = indicator.figure(scope)
    verdict = checking.judged(typed.claim, indicator, figure)
    value = value_text(figure)
    shown = value if indicator.unit == "%" or not value else f"{value}{indicator.unit}"
    if not figure.entries or figure.value is None:
        return Proposal(indicator, shown, verdict, "", "")
    kept = verdict.word == checking.AGREES and typed.text != shown and _holds(typed.text, figure, shown)
    slot = f"{{{indicator.code}|{typed.text}}}" if kept else f"{{{indicator.code}}}"
    return Proposal(indicator, shown, verdict, slot, typed.text if kept else shown)


def _holds(wording: str, figure: Figure, shown: str) -> bool:
    """Whether the typed words may stay as the wording of the claim."""
    try:
        wordings.check(wording, Decimal(figure.value), figure.unit, shown)
    except ValueError:
        return False
    return True


def bound(text: str, typed: Typed, slot: str) -> str:
    """The text with a quotation in the place of the figure."""
    return text[: typed.start] + slot + text[typed.end :]
