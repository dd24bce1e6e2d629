"""How far a target is. What was reached comes from whoever knows the indicators; this line does not."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from youju.base import clock, periods
from youju.ledger.evidence import Figure, Number
from youju.ledger.scope import Scope
from youju.work.institutions.models import Target

FigureOf = Callable[[str, Scope], Figure | None]  # None: no indicator has that code


@dataclass(frozen=True)
class Progress:
    """A target with the figure that measures it; no figure where it is a task, or its code means nothing."""

    target: Target
    scope: Scope
    figure: Figure | None

    @property
    def reached(self) -> Number | None:
        return self.figure.value if self.figure else None

    @property
    def is_unknown(self) -> bool:
        """The code that was chosen is no longer, or never was, an indicator's."""
        return bool(self.target.indicator) and self.figure is None

    @property
    def met(self) -> bool | None:
        """Whether the target holds now; None for a task that no figure measures. Unproven is not met."""
        if self.figure is None:
            return None
        if self.reached is None:
            return False
        match self.target.comparator:
            case Target.Comparator.AT_MOST:
                return self.reached <= self.target.value
            case Target.Comparator.EXACTLY:
                return self.reached == self.target.value
            case _:
                return self.reached >= self.target.value

    @property
    def percent(self) -> Decimal | None:
        """How much of an amount to be reached has been reached; None where there is nothing to fill."""
        limit = self.target.comparator == Target.Comparator.AT_MOST
        if self.reached is None or not self.target.value or limit:
            return None
        return Decimal(self.reached) * 100 / self.target.value

    @property
    def expected(self) -> Decimal:
        """How much of the way would be behind today if every day of it took its share, in percent."""
        start, end = self.scope.period.start, max(self.target.due_on, self.scope.period.start)
        gone = (min(clock.today(), end) - start).days + 1
        return Decimal(max(gone, 0) * 100) / ((end - start).days + 1)

    @property
    def is_behind(self) -> bool:
        """Not yet reached, and further away than the day of the year would have it."""
        return self.percent is not None and not self.met and self.percent < self.expected

    @property
    def is_overdue(self) -> bool:
        return self.met is False and self.target.due_on < clock.today()


def progress(target: Target, figure_of: FigureOf) -> Progress:
    """The target as of today, or as of the end of its year once that is over, at its own organisation."""
    year = periods.year(target.year)
    scope = Scope(target.organisation, year, min(year.end, max(clock.today(), year.start)))
    figure = figure_of(target.indicator, scope) if target.indicator else None
    return Progress(target, scope, figure)
