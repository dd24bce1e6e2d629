"""数字核对: what a text claims, beside what the ledgers say today.

| verdict | when |
|---|---|
| 一致 | the figure is what was written, or the wording says no more than it |
| 不符（差 n） | it is another figure; n is what was written less what the ledger says |
| 表述过头 | a rounded wording, or “全部”, says more than the records |
| 无台账 | nothing is recorded that could prove it |
| 不可核 | none of our indicators counts it, or it is counted in another unit |
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache

from youju.catalogue import INDICATORS
from youju.ledger.evidence import Figure
from youju.ledger.indicators import Indicator
from youju.ledger.scope import Scope
from youju.ledger.shares import Share
from youju.ledger.zeros import Zero
from youju.reports import claims, names, wordings
from youju.reports.reading import claims as read_claims
from youju.reports.reading import units
from youju.reports.reading.claims import Fault
from youju.reports.reading.reading import read
from youju.reports.reading.wording import NOTHING

AGREES, DIFFERS, TOO_MUCH, NO_LEDGER, UNCHECKED = "一致", "不符", "表述过头", "无台账", "不可核"
ALIKE = frozenset({units.BODY, units.PIECE, units.TIMES, units.GOODS, units.OTHER})
_PLACE = Decimal("0.1")  # to which rates are printed


@dataclass(frozen=True)
class Verdict:
    word: str
    difference: Decimal | None = None  # written less recorded
    note: str = ""

    def __str__(self) -> str:
        if self.difference is None:
            return self.word
        return f"{self.word}（差 {abs(self.difference).normalize():f}）"


@dataclass(frozen=True)
class Claim:
    """text[start:end] with the indicator it was taken to speak of, and how they compare."""

    start: int
    end: int
    text: str
    kind: str
    value: Decimal | None
    unit: str
    verdict: Verdict
    code: str = ""
    label: str = ""
    ledger_value: Decimal | None = None  # exact; rates in per cent
    ledger_text: str = ""


@dataclass(frozen=True)
class Checked:
    claims: list[Claim] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def check(text: str, scope: Scope) -> Checked:
    """Every claim of a text judged by the figures of a scope; faults need no records."""
    reading = read(text, names.our_indicators())
    figure = cache(lambda code: INDICATORS[code].figure(scope))
    return Checked([_checked(claim, figure) for claim in reading.claims], _faults(reading.faults))


def _faults(found: Iterable[Fault]) -> list[Fault]:
    return sorted(found, key=lambda fault: fault.start)


def _checked(claim: read_claims.Claim, figure_of) -> Claim:
    facts = {name: getattr(claim, name) for name in ("start", "end", "text", "kind", "value", "unit")}
    indicator = INDICATORS.get(claim.code or "")
    if indicator is None or (claim.value is None and not isinstance(indicator, Share | Zero)):
        return Claim(**facts, verdict=Verdict(UNCHECKED, note="没有这样的指标"))
    figure = figure_of(indicator.code)
    shown = claims.value_text(figure)
    return Claim(
        **facts,
        verdict=judged(claim, indicator, figure),
        code=indicator.code,
        label=indicator.label,
        ledger_value=None if figure.value is None else Decimal(figure.value),
        ledger_text=shown if indicator.unit == "%" or not shown else f"{shown}{indicator.unit}",
    )


def judged(claim: read_claims.Claim, indicator: Indicator, figure: Figure) -> Verdict:
    """How a claim compares with the figure of the indicator it speaks of."""
    if claim.kind == NOTHING:
        return _nothing(indicator, figure)
    if claim.value is None:
        return _all(indicator, figure)
    if not same_unit(claim.unit, indicator.unit):
        return Verdict(UNCHECKED, note=f"台账按“{indicator.unit}”统计")
    if figure.value is None or not figure.entries:
        return Verdict(NO_LEDGER)
    return _number(claim, Decimal(figure.value), indicator.unit)


def _nothing(indicator: Indicator, figure: Figure) -> Verdict:
    """Silence proves nothing: only an indicator of nil reports can say that nothing happened."""
    if not isinstance(indicator, Zero):
        return Verdict(UNCHECKED, note="没有零报告")
    if figure.value is None:
        return Verdict(NO_LEDGER, note=f"缺零报告：{'、'.join(figure.missing[:3]) or '全部单位'}")
    return Verdict(DIFFERS, -Decimal(figure.value)) if figure.value else Verdict(AGREES)


def _all(indicator: Indicator, figure: Figure) -> Verdict:
    if not isinstance(indicator, Share):
        return Verdict(UNCHECKED, note="没有应达到的名单")
    if not figure.base or not figure.entries:
        return Verdict(NO_LEDGER)
    if figure.numerator == figure.base:
        return Verdict(AGREES)
    return Verdict(TOO_MUCH, note=f"台账为 {figure.numerator} / {figure.base}")


def same_unit(written: str, counted: str) -> bool:
    """人 and 人次 are never the same; 家 and 个 are, and other words for single things."""
    if written == counted:
        return True
    kinds = {units.kind_of(written), units.kind_of(counted)}
    return kinds <= ALIKE


def _number(claim: read_claims.Claim, exact: Decimal, unit: str) -> Verdict:
    if claim.high is not None:
        inside = claim.value <= exact <= claim.high
        return (
            Verdict(AGREES) if inside else _differs(claim.value if exact < claim.value else claim.high, exact)
        )
    said = _said(claim)
    if said.relation == "=":
        return Verdict(AGREES) if _equal(said, exact, unit) else _differs(claim.value, exact)
    if said.holds(exact):
        return Verdict(AGREES)
    too_much = (
        exact < said.number or said.relation in (">", ">=") or (said.relation == "many" and said.place == 1)
    )
    near = said.relation == "near" and exact >= said.number
    return _differs(claim.value, exact) if near or not too_much else Verdict(TOO_MUCH)


def _said(claim: read_claims.Claim) -> wordings.Said:
    """The wording taken apart; by the reader's own words where it is none of those a writer may choose."""
    try:
        said = wordings.parse(claim.text)
    except (ValueError, ArithmeticError):
        said = None
    if said is not None and said.number == claim.value:
        return said
    relation = {">=": ">=", "~": "~", "<=": "near"}.get(claim.comparator, "=")
    return wordings.Said(relation, claim.value, Decimal(1), claim.unit)


def _equal(said: wordings.Said, exact: Decimal, unit: str) -> bool:
    """Rates and sums may be cut at the last place that was written; they are not rounded up to a whole."""
    if said.number == exact:
        return True
    if unit == "%":
        whole = said.number == said.number.to_integral_value()
        return _cut(said, exact, Decimal(1)) or (not whole and said.number == exact.quantize(_PLACE))
    return unit == "元" and _cut(said, exact, said.number / 20)


def _cut(said: wordings.Said, exact: Decimal, most: Decimal) -> bool:
    return said.number <= exact < said.number + min(said.place, most)


def _differs(written: Decimal, exact: Decimal) -> Verdict:
    return Verdict(DIFFERS, (written - exact).quantize(_PLACE).normalize())
