"""What falls due, and by which day: open records that carry a day, and what units owe at set times of a year.

The same sets that rules speak of, asked before their day instead of after it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from inspect import cleandoc

from django.db.models import QuerySet

from youju.base import clock, numerals, periods
from youju.base.periods import Period
from youju.ledger.evidence import readable
from youju.ledger.scope import Scope
from youju.records.parameters import Parameter
from youju.records.record import Record

AHEAD = 60  # days that people want to see before them
BACK = 366  # what is overdue for longer stands in the rules only
MONTH = timedelta(days=31)
Select = Callable[[Scope], QuerySet]


@dataclass(frozen=True)
class Item:
    """One thing to be done: an open record, or the units that owe the same on the same day."""

    due: "Due"
    day: date  # the last on which it is in time
    subjects: tuple[Record, ...]
    step: str = ""  # which of several in a year: 第三季度

    @property
    def subject(self) -> Record:
        return self.subjects[0]

    @property
    def is_overdue(self) -> bool:
        return self.day < clock.today()

    @property
    def days_left(self) -> int:
        """Negative: overdue for so many days."""
        return (self.day - clock.today()).days


@dataclass(frozen=True)
class Step:
    """A time of the year by which something is owed, and the period in which it must have happened."""

    period: Period
    day: date
    label: str = ""


@dataclass(frozen=True, kw_only=True)
class Due:
    """`select` gives what is still open; its docstring says in Chinese what must be done."""

    code: str
    label: str
    select: Select = field(repr=False)
    ledger: str = ""  # code of the ledger in which it is done; empty: it has no pages

    @property
    def definition(self) -> str:
        return cleandoc(self.select.__doc__ or "")

    def items(self, scope: Scope) -> list[Item]:
        """What falls due inside the period of the scope and is open on its as-of day, by day."""
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class Carried(Due):
    """Open records that say their day themselves, or from which day on time runs."""

    on: str  # a field or an annotation of the records
    after: Parameter | None = None  # so many days (or months) after that
    months: bool = False
    of: str = ""  # foreign key whose records are the subjects: one item for all of one day

    def items(self, scope: Scope) -> list[Item]:
        later = self._later(scope)
        near = (later(scope.period.start, back=True) - MONTH, later(scope.period.end, back=True) + MONTH)
        held: dict[tuple, tuple[date, Record]] = {}
        for record in readable(self.select(scope).filter(**{f"{self.on}__range": near})):
            day = later(getattr(record, self.on))
            subject = getattr(record, self.of) if self.of else record
            if scope.period.contains(day):
                held.setdefault((day, subject.pk), (day, subject))
        found = [Item(self, day, (subject,)) for day, subject in held.values()]
        return sorted(found, key=lambda one: (one.day, str(one.subject.pk)))

    def _later(self, scope: Scope) -> Callable[..., date]:
        number = self.after.at(scope) if self.after else 0

        def later(day: date, *, back: bool = False) -> date:
            n = -number if back else number
            return periods.months_later(day, n) if self.months else day + timedelta(days=n)

        return later


@dataclass(frozen=True, kw_only=True)
class Owed(Due):
    """`select` gives the units that have not done it in the period of the scope."""

    steps: Callable[[int], Iterable[Step]]  # of a year

    def items(self, scope: Scope) -> list[Item]:
        found = []
        for year in range(scope.period.start.year, scope.period.end.year + 1):
            for step in self.steps(year):
                if scope.period.contains(step.day):
                    there = Scope(scope.organisation, step.period, step.day)
                    if units := tuple(self.select(there).order_by("code")):
                        found.append(Item(self, step.day, units, step.label))
        return sorted(found, key=lambda one: one.day)


def quarters(year: int) -> list[Step]:
    """Every quarter by its last day."""
    made = [periods.quarter(year, number) for number in (1, 2, 3, 4)]
    return [Step(one, one.end, f"第{numerals.chinese(n)}季度") for n, one in enumerate(made, 1)]


def yearly(month: int) -> Callable[[int], list[Step]]:
    """Once a year by the end of that month."""
    return partial(_yearly, month)


def _yearly(month: int, year: int) -> list[Step]:
    return [Step(periods.year(year), periods.month(year, month).end, f"{year}年度")]


def due(
    code: str,
    label: str,
    *,
    ledger: str,
    on: str,
    after: Parameter | None = None,
    months: bool = False,
    of: str = "",
):
    """Declare what falls due by a day of its records: the function gives the open ones."""
    facts = {"ledger": ledger, "on": on, "after": after, "months": months, "of": of}
    return lambda select: Carried(code=code, label=label, select=select, **facts)


def owed(code: str, label: str, *, steps: Callable[[int], Iterable[Step]], ledger: str = ""):
    """Declare what units owe at set times: the function gives those that have not done it."""
    return lambda select: Owed(code=code, label=label, select=select, ledger=ledger, steps=steps)


def near(today: date) -> Period:
    """The days that a list of what must be done looks at."""
    return periods.between(today - timedelta(days=BACK), today + timedelta(days=AHEAD))


def falling(dues: Iterable[Due], scope: Scope) -> list[Item]:
    """Everything that falls due inside the period of the scope, by day; of one day in the order declared."""
    found = [item for one in dues for item in one.items(scope)]
    return sorted(found, key=lambda item: item.day)
