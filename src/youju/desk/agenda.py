"""要办的事: what falls due, by day; and what a month holds: what was recorded in it and what it asks for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from youju.base import clock, periods
from youju.base.periods import Period
from youju.catalogue import DUES, LINES
from youju.desk import place
from youju.desk.figures import shown_as
from youju.desk.finding import LEDGERS, asked_organisation, asked_period, declared, period_of
from youju.ledger import calendar, dues
from youju.ledger.dues import Due, Item, Owed
from youju.ledger.scope import Scope
from youju.ledger.showing import Reader
from youju.org import tree

PAGE = 100
FIRST = 6  # rows of the first screen
LATE = 3  # of them at most, as long as something is still to come


@dataclass(frozen=True)
class Deadline:
    """Things of one kind with one day, or all that are late of it: one row of a list."""

    due: Due
    day: date
    number: int
    title: str
    where: str
    url: str

    @property
    def days(self) -> int:
        """Until the day, or since it."""
        return abs((self.day - clock.today()).days)

    @property
    def is_overdue(self) -> bool:
        return self.day < clock.today()

    @property
    def day_text(self) -> str:
        """The day without a year that everybody knows."""
        return f"{self.day:%m-%d}" if self.day.year == clock.today().year else f"{self.day:%Y-%m-%d}"

    @property
    def is_of_units(self) -> bool:
        return isinstance(self.due, Owed)


@require_safe
def due_list(request):
    """What falls due in a period: what comes next, then what is late; of one kind, each by itself."""
    organisation = asked_organisation(request, place.current(request))
    period = asked_period(request, dues.near(clock.today()))
    scope = Scope.of(request.access, organisation, period, clock.today())
    code = request.GET.get("code", "")
    due = declared(DUES, code) if code else None
    items = dues.falling(DUES.values(), scope)
    reader, asked = Reader(request.access), f"&period={period.code}&org={organisation.code}"
    rows = each(reader, [one for one in items if one.due == due]) if due else by_day(reader, items, asked)
    rows = [row for row in rows if not row.is_overdue] + [row for row in reversed(rows) if row.is_overdue]
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    context = {
        "scope": scope,
        "due": due,
        "ledger": LEDGERS.get(due.ledger) if due else None,
        "kinds": sorted({item.due.code: item.due for item in items}.values(), key=lambda one: one.label),
        "units": [organisation, *tree.children(organisation, clock.today())],
        "page": page,
        "late": sum(row.number for row in rows if row.is_overdue),
        "number": sum(row.number for row in rows),
        "is_near": period == dues.near(clock.today()),
    }
    return render(request, "desk/due_list.html", context)


@require_safe
def month(request, period):
    """What was recorded in a period, ledger by ledger, and what falls due in it."""
    organisation = asked_organisation(request, place.current(request))
    scope = Scope.of(request.access, organisation, period_of(period), clock.today())
    held = [(line, _held(request.access, scope, line)) for line in LINES]
    items = dues.falling(DUES.values(), scope)
    context = {
        "scope": scope,
        "lines": [(line, rows) for line, rows in held if rows],
        "recorded": sum(number for _line, rows in held for _ledger, number in rows),
        "rows": by_day(Reader(request.access), items, f"&period={scope.period.code}&org={organisation.code}"),
        "months": [periods.month(scope.period.start.year, number) for number in range(1, 13)],
        "before": _beside(scope.period, -1),
        "after": _beside(scope.period, 1),
    }
    return render(request, "desk/month.html", context)


def _held(access, scope: Scope, line) -> list[tuple]:
    found = calendar.by_ledger(access, scope.organisation, scope.period, line.ledgers)
    return [(ledger, number) for ledger, number in found if number]


def _beside(period: Period, step: int) -> Period:
    day = period.start - timedelta(days=1) if step < 0 else period.end + timedelta(days=1)
    return periods.month(day.year, day.month)


# -- rows of items -------------------------------------------------------------------------


def each(reader: Reader, items: Iterable[Item]) -> list[Deadline]:
    """A row for each record, and for each unit that owes something."""
    return [_one(reader, item, subject) for item in items for subject in item.subjects]


def by_day(reader: Reader, items: Iterable[Item], asked: str = "") -> list[Deadline]:
    """A row for each kind and day; `asked` goes on to the page of the kind."""
    held: dict[tuple, list[Item]] = {}
    for item in items:
        held.setdefault((item.day, item.due.code, item.step), []).append(item)
    return [_together(reader, found, asked) for found in held.values()]


def first(reader: Reader, items: list[Item]) -> list[Deadline]:
    """The rows of a first screen by day: what comes next, and what is late, each kind only once."""
    held: dict[tuple, list[Item]] = {}
    for item in items:
        held.setdefault((item.due.code, item.is_overdue, None if item.is_overdue else item.day), []).append(
            item
        )
    rows = [_together(reader, found) for found in held.values()]
    late = sorted((row for row in rows if row.is_overdue), key=lambda row: row.day)
    coming = sorted((row for row in rows if not row.is_overdue), key=lambda row: row.day)
    room = max(LATE, FIRST - len(coming))
    late = late[-room:]
    return late + coming[: FIRST - len(late)]


def _one(reader: Reader, item: Item, subject) -> Deadline:
    shown = shown_as(reader, subject)
    url = reverse(shown.url[0], args=shown.url[1:]) if shown.url else _kind(item)
    name = f"{item.due.label} {item.step}".strip()
    where = str(getattr(subject, "organisation", "") or "")
    return Deadline(item.due, item.day, 1, name, f"{shown.text} {where}".strip(), url)


def _together(reader: Reader, found: list[Item], asked: str = "") -> Deadline:
    """One row of several; it leads to the record where it is only one."""
    last = found[-1]
    number = sum(len(item.subjects) for item in found)
    if number == 1:
        return _one(reader, last, last.subject)
    steps = {item.step for item in found}
    name = f"{last.due.label} {last.step}" if len(steps) == 1 else last.due.label
    return Deadline(last.due, last.day, number, name.strip(), "", _kind(last) + asked)


def _kind(item: Item) -> str:
    return f"{reverse('due-list')}?code={item.due.code}"
