"""One indicator asked for other scopes: month by month, year by year, unit by unit. No filter of its own."""

from dataclasses import dataclass
from itertools import dropwhile

from youju.base import clock, periods
from youju.base.periods import Period
from youju.ledger.evidence import Figure, Number
from youju.ledger.indicators import Indicator
from youju.ledger.scope import Scope
from youju.org import tree

YEARS = 5


@dataclass(frozen=True)
class Point:
    """The figure of one scope; none where the period has not begun, or the unit did not exist in it."""

    label: str
    scope: Scope
    figure: Figure | None

    @property
    def value(self) -> Number | None:
        return self.figure.value if self.figure else None


def over_months(indicator: Indicator, scope: Scope) -> list[Point]:
    """The twelve months of the scope's year; a stock is read on the last day of each."""
    year = scope.period.end.year
    months = [periods.month(year, number) for number in range(1, 13)]
    return [_point(indicator, scope, one, f"{one.start.month}月") for one in months]


def over_years(indicator: Indicator, scope: Scope, number: int = YEARS) -> list[Point]:
    """The scope's year and those before it, from the first that has records: before it nobody counted."""
    last = scope.period.end.year
    years = [periods.year(year) for year in range(last - number + 1, last + 1)]
    points = [_point(indicator, scope, one, one.label) for one in years]
    return list(dropwhile(_is_bare, points[:-1])) + points[-1:]


def by_unit(indicator: Indicator, scope: Scope) -> list[Point]:
    """Each unit directly below, in the same period."""
    there = [scope.at(unit) for unit in tree.children(scope.organisation, scope.as_of)]
    return [Point(str(one.organisation), one, indicator.figure(one)) for one in there]


def _is_bare(point: Point) -> bool:
    return point.figure is None or not (point.value or point.figure.entries)


def _point(indicator: Indicator, scope: Scope, period: Period, label: str) -> Point:
    as_of = min(period.end, clock.today())
    there = Scope(scope.organisation, period, as_of)
    begun = period.start <= as_of and scope.organisation.from_on <= period.end
    return Point(label, there, indicator.figure(there) if begun else None)
