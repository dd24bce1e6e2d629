"""The board of an office's screen: totals of the year so far, and nothing that names a person or a record."""

from dataclasses import dataclass

from youju.catalogue import INDICATORS
from youju.ledger.evidence import Figure
from youju.ledger.scope import Scope
from youju.ledger.series import over_months
from youju.reports.claims import value_text
from youju.reports.targets import figure_of
from youju.work.institutions.models import Target
from youju.work.institutions.progress import Progress, progress

# What a visitor asks first, in this order; a total that is not proven is left out.
HEADLINES = (
    "organising.unions",
    "organising.members",
    "organising.members_joined",
    "bargaining.contracts_signed",
    "relief.households_helped",
    "education.safety_attendances",
    "employment.people_placed",
    "safety.hazards_fixed",
)
RATES = (
    "organising.unionisation_rate",
    "bargaining.contract_rate",
    "democracy.congress_rate",
    "democracy.open_affairs_rate",
    "safety.certified_rate",
    "institutions.wall_rate",
)
MONTHLY = "organising.members_joined"
MOST_TARGETS = 8


@dataclass(frozen=True)
class Total:
    label: str
    value: str
    unit: str


@dataclass(frozen=True)
class Rate:
    """A share with the part of a ring that it fills (0 to 100)."""

    label: str
    value: str
    filled: float
    met: int
    base: int


@dataclass(frozen=True)
class Bar:
    """A target, what has been reached of it, and the part of a bar that this fills (0 to 100)."""

    label: str
    value: str
    asked: str
    filled: int
    met: bool


@dataclass(frozen=True)
class Month:
    label: str
    value: int | None  # None: still to come
    height: int  # 0 to 100, of the highest

    @property
    def gap(self) -> int:
        """What is left above the bar."""
        return 100 - self.height


@dataclass(frozen=True)
class Board:
    totals: list[Total]
    rates: list[Rate]
    bars: list[Bar]
    months: list[Month]
    monthly: str


def board(scope: Scope) -> Board:
    """Everything on the screen, counted now."""
    totals = [_total(INDICATORS[code].figure(scope)) for code in HEADLINES]
    rates = [_rate(INDICATORS[code].figure(scope)) for code in RATES]
    return Board(
        totals=[one for one in totals if one.value],
        rates=[one for one in rates if one is not None],
        bars=_bars(scope),
        months=months(scope),
        monthly=str(INDICATORS[MONTHLY].label),
    )


def _total(figure: Figure) -> Total:
    return Total(str(figure.label), value_text(figure), figure.unit)


def _rate(figure: Figure) -> Rate | None:
    """None where there is no base to be a share of."""
    if figure.value is None or not figure.base:
        return None
    filled = round(100 * figure.numerator / figure.base, 1)
    return Rate(str(figure.label), value_text(figure), filled, figure.numerator, figure.base)


def _bars(scope: Scope) -> list[Bar]:
    """The office's own targets of the year that a figure measures, as they stand."""
    held = Target.objects.in_scope(scope).filter(
        organisation=scope.organisation, year=scope.period.end.year, level=Target.Level.PLAN
    )
    found = [progress(target, figure_of) for target in held.order_by("line", "pk")]
    return [_bar(one) for one in found if one.percent is not None][:MOST_TARGETS]


def _bar(one: Progress) -> Bar:
    target = one.target
    asked = f"{target.value.normalize():f}{target.unit}"
    return Bar(target.item, value_text(one.figure), asked, min(100, int(one.percent)), bool(one.met))


def months(scope: Scope) -> list[Month]:
    """One figure month by month."""
    points = over_months(INDICATORS[MONTHLY], scope)
    most = max([point.value for point in points if point.value] or [1])
    return [Month(one.label, one.value, round(100 * (one.value or 0) / most)) for one in points]
