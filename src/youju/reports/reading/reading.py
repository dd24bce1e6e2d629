"""Claims out of free Chinese text: every number that states a fact, what it counts, and what is wrong with the text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from youju.reports.reading import units
from youju.reports.reading.binding import Binder, Indicator
from youju.reports.reading.coordination import Context, contexts, dropped_unit, part_of
from youju.reports.reading.numbers import EQUAL, Quantity, quantities
from youju.reports.reading.patterns import silent_places
from youju.reports.reading.plain import plain
from youju.reports.reading.silence import Place, reason_for_silence
from youju.reports.reading.structure import Structure, structure

COUNT, ROUNDED, RATE, ALL, CONDITIONAL, NOTHING = "count", "rounded", "rate", "all", "conditional", "nothing"


@dataclass(frozen=True)
class Claim:
    """text[start:end] states `value` (up to `high` for a range); `part_of` is the position of its whole."""

    start: int
    end: int
    text: str
    value: Decimal | None
    high: Decimal | None
    comparator: str
    unit: str
    kind: str
    code: str | None
    score: float
    concept: str
    period_note: str
    part_of: int | None


@dataclass(frozen=True)
class Fault:
    start: int
    end: int
    kind: str
    message: str


@dataclass(frozen=True)
class Reading:
    claims: list[Claim] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read(text: str, indicators: Iterable[Indicator] | None = None) -> Reading:
    """Read a text; claims are bound to the given indicators, to none if there are none."""
    level = plain(text)
    shape = structure(level)
    found = _found(level, shape)
    binder = Binder(indicators or ())
    claims: list[Claim] = []
    for index, context in enumerate(contexts(shape, found)):
        claim = _claim(text, shape, found, index, context, binder)
        claims.append(_inherited(claim, claims, context, shape))
    return Reading(claims, [])


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
    code, score, concept = binder.bind(quantity, context)
    kind = RATE if quantity.kind == units.RATE else COUNT if quantity.comparator == EQUAL else ROUNDED
    return Claim(
        quantity.start, quantity.end, text[quantity.start : quantity.end], quantity.value, quantity.high,
        quantity.comparator, quantity.unit, kind, code, score, concept, _period(shape, quantity),
        part_of(shape, found, index),
    )  # fmt: skip


_SUM = re.compile(r"^(?:[两二三四五六]项|以上|全部|各项)?(?:合计|共计|总计|总额|共|累计)(?:为|达|金额)?$")


_GREW = re.compile(r"^(?:比[^,]{0,12})?(?:又|再|共|净)?(?:净增|净减|增加|减少|新增|增|减|多|少)$")
_CHANGED = re.compile(
    r"^(?:的)?(?:上升|提高|增加|增长|减少|下降|降低|提升|扩大|发展|缩减|调整|[增减升降调涨])(?:到|至|为|成)$|^(?:到|至|变为|→|->)$"
)


def _inherited(claim: Claim, before: list[Claim], context: Context, shape: Structure) -> Claim:
    """A sum speaks of what was summed, a new level of what it rose from, a part of a sum of money of its whole."""
    source = None
    if _CHANGED.search(context.near) and before and before[-1].unit == claim.unit:
        source = before[-1] if before[-1].start >= shape.clause(claim.start)[0] else None
    elif _GREW.match(context.near) and not claim.concept and before and before[-1].unit == claim.unit:
        source = before[-1] if before[-1].start >= shape.sentence(claim.start)[0] else None
    elif _SUM.match(context.near) and before and before[-1].unit == claim.unit:
        source = before[-1] if before[-1].start >= shape.sentence(claim.start)[0] else None
    elif claim.part_of is not None and (not claim.concept or claim.unit == "元" and not re.search("[每均]", context.near)):
        source = before[claim.part_of]
    elif claim.part_of is not None and claim.unit in ("人", "户") and claim.score < 1.5:
        source = before[claim.part_of]
    if source is None or not source.concept:
        return claim
    return replace(claim, code=source.code, concept=source.concept, score=source.score)


_PERIODS = (
    ("去年", r"去年|上年|同期的?$"),
    ("年初", r"年初"),
    ("新增", r"新增|新建|新发展|发展|增加|新入会|吸收|新组建"),
    ("累计", r"累计|截至|截止|已建"),
    ("目前", r"目前|现有|现|在册|共有|在档"),
)


def _period(shape: Structure, quantity: Quantity) -> str:
    start, _ = shape.clause(quantity.start)
    before = shape.text[start : quantity.start]
    found = [(match.start(), note) for note, pattern in _PERIODS for match in re.finditer(pattern, before)]
    return max(found)[1] if found else ""
