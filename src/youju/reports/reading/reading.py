"""Claims out of free Chinese text: every number that states a fact, what it counts, what is amiss."""

import re
from collections.abc import Iterable
from dataclasses import replace

from youju.reports.reading import units
from youju.reports.reading.binding import Binder, Bound, Indicator, binder_of
from youju.reports.reading.claims import COUNT, RATE, ROUNDED, Claim, Reading
from youju.reports.reading.coordination import Context, contexts
from youju.reports.reading.data import words
from youju.reports.reading.faults import faults
from youju.reports.reading.lists import dropped_unit, part_of
from youju.reports.reading.numbers import EQUAL, Quantity, quantities
from youju.reports.reading.patterns import silent_places
from youju.reports.reading.plain import plain
from youju.reports.reading.silence import Place, reason_for_silence
from youju.reports.reading.structure import Structure, structure
from youju.reports.reading.wording import NOTHING, Wording, wordings

_INHERITS = words("inheritance")
_UNSURE = 1.55


def read(text: str, indicators: Iterable[Indicator] | None = None) -> Reading:
    """Read a text; claims are bound to the given indicators, to none if there are none."""
    level = plain(text)
    shape = structure(level)
    found = _found(level, shape)
    binder = binder_of(tuple(indicators or ()))
    around = contexts(shape, found)
    claims: list[Claim] = []
    for index, context in enumerate(around):
        claim = _claim(text, shape, found, index, context, binder)
        claims.append(_inherited(claim, claims, context, shape))
    wrong = faults(shape, found, around, claims)
    taken = [(claim.start, claim.end) for claim in claims]
    for wording in wordings(shape, taken):
        claims += _worded(text, shape, wording, binder)
    return Reading(claims, wrong)


def likely(text: str, start: int, indicators: Iterable[Indicator], most: int) -> list[str]:
    """Codes of the indicators that the number standing at `start` could speak of, the likeliest first."""
    level = plain(text)
    shape = structure(level)
    found = _found(level, shape)
    binder = binder_of(tuple(indicators))
    for quantity, context in zip(found, contexts(shape, found), strict=True):
        if quantity.start == start:
            return binder.ranked(quantity, context, most)
    return []


def _found(level: str, shape: Structure) -> list[Quantity]:
    """The quantities that are claims, with their dropped units put back."""
    every = list(quantities(level, silent_places(level)))
    out, previous = [], 0
    for index, quantity in enumerate(every):
        if not quantity.unit and (unit := dropped_unit(shape, every, index)):
            quantity = replace(quantity, unit=unit, written=unit)
        if quantity.unit and not reason_for_silence(Place(shape.text, shape, quantity, previous)):
            out.append(quantity)
        previous = quantity.end
    return out


def _claim(
    text: str, shape: Structure, found: list[Quantity], index: int, context: Context, binder: Binder
) -> Claim:
    quantity = found[index]
    denied = _INHERITS.denied.search(context.near + context.after)
    bound = Bound() if denied else binder.bind(quantity, context)
    kind = RATE if quantity.kind == units.RATE else COUNT if quantity.comparator == EQUAL else ROUNDED
    return Claim(
        quantity.start, quantity.end, text[quantity.start : quantity.end], quantity.value, quantity.high,
        quantity.comparator, quantity.unit, kind, bound.code, bound.score, bound.concept,
        _period(shape, quantity), part_of(shape, found, index),
    )  # fmt: skip


def _worded(text: str, shape: Structure, wording: Wording, binder: Binder) -> list[Claim]:
    """A claim without a number: bound by its words to rates (all) or to what did not happen (nothing)."""
    kinds = (units.PIECE, units.TIMES) if wording.kind == NOTHING else (units.RATE, units.BODY, units.PIECE)
    bound = binder.bind_words(wording.words, shape.headings(wording.start), kinds)
    claim = Claim(
        wording.start, wording.end, text[wording.start : wording.end], None, None, EQUAL, "",
        wording.kind, None, bound.score, bound.concept,
    )  # fmt: skip
    return [replace(claim, code=code) for code in bound.codes or (None,)]


def _inherited(claim: Claim, before: list[Claim], context: Context, shape: Structure) -> Claim:
    """A sum speaks of what was summed, a new level of what it rose from, a part of its whole."""
    source = _whole(claim, before, context) or _forerunner(claim, before, context, shape)
    if source is None or not source.concept:
        return claim
    return replace(claim, code=source.code, concept=source.concept, score=source.score)


def _whole(claim: Claim, before: list[Claim], context: Context) -> Claim | None:
    """其中财政拨款30万元: money is spoken of by its whole, others if their own words say little."""
    if claim.part_of is None:
        return None
    money = claim.unit == "元" and not re.search("[每均]", context.near)
    unsure = claim.unit in ("人", "户", "家", "个") and claim.score < _UNSURE
    return before[claim.part_of] if money or unsure or not claim.concept else None


def _forerunner(claim: Claim, before: list[Claim], context: Context, shape: Structure) -> Claim | None:
    """The claim just before, if this one is its new level, its sum or its growth."""
    if not before or before[-1].unit != claim.unit:
        return None
    if _INHERITS.changed.search(context.near):
        return before[-1] if before[-1].start >= shape.clause(claim.start)[0] else None
    grew = not claim.concept and _INHERITS.grew.match(context.near)
    if grew or _INHERITS.summed.match(context.near):
        return before[-1] if before[-1].start >= shape.sentence(claim.start)[0] else None
    return None


def _period(shape: Structure, quantity: Quantity) -> str:
    """The word for time that stands nearest before a number, in its clause."""
    start, _ = shape.clause(quantity.start)
    before = shape.text[start : quantity.start]
    found = [
        (match.start(), note)
        for note, pattern in vars(words("period")).items()
        for match in pattern.finditer(before)
    ]
    return max(found)[1] if found else ""
