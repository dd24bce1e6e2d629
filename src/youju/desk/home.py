"""工作台: what waits and came last at once; what takes a moment (due, targets, year, summary) after it."""

from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from youju.base import clock, periods
from youju.base.periods import Period
from youju.catalogue import DUES, LINES
from youju.desk import agenda, place, targets
from youju.desk.figures import figure_at, rules_of
from youju.desk.finding import LEDGERS, asked_period, period_of
from youju.desk.reports import blocks_of
from youju.ledger import calendar, dues, listing, waiting
from youju.ledger.dues import Item
from youju.ledger.scope import Scope
from youju.ledger.showing import Reader
from youju.org.access import Action
from youju.reports import glancing

SHOWN = 6  # of anything; all of it is one click away
HEAT = 4  # shades of a month


@require_safe
def home(request):
    here = place.current(request)
    if here is None:
        return render(request, "desk/no_post.html")
    access, reader = request.access, Reader(request.access)
    period = asked_period(request, periods.year(listing.latest_year(access)))
    to_confirm, returned = waiting.waiting(access, LEDGERS.values())
    requests = waiting.requests(access)
    waits = [*_waits(requests, "request"), *_waits(returned, "returned"), *_waits(to_confirm, "pending")]
    recent = waiting.latest(access, LEDGERS, SHOWN)
    context = {
        "period": period,
        "years": [periods.year(period.start.year + step) for step in (-2, -1, 0, 1) if _begun(period, step)],
        "waits": waits[:SHOWN],
        "waiting": sum(one.number for one in (*to_confirm, *returned)) + len(requests),
        "more": len(waits) - SHOWN,
        "latest": [{"ledger": ledger, "record": one, "title": reader.name(one)} for ledger, one in recent],
    }
    return render(request, "desk/home.html", context)


@require_safe
def due(request):
    """What falls due soon, and what is late."""
    scope = Scope.of(request.access, _here(request), dues.near(clock.today()), clock.today())
    items = dues.falling(DUES.values(), scope)
    late = sum(len(item.subjects) for item in items if item.is_overdue)
    context = {
        "rows": agenda.first(Reader(request.access), items),
        "late": late,
        "coming": sum(len(item.subjects) for item in items) - late,
        "days": dues.AHEAD,
    }
    return render(request, "desk/home_due.html", context)


@require_safe
def standing(request, period):
    """The year against its targets, those that are furthest behind first."""
    here, year = _here(request), period_of(period).end.year
    rows = [row for row in targets.rows_at(request.access, here, year) if row["progress"].met is not None]
    rows.sort(key=lambda row: (row["progress"].target.organisation_id != here.pk, _rank(row)))
    context = {
        "year": year,
        "period": periods.year(year),
        "rows": rows[:SHOWN],
        "number": len(rows),
        "met": sum(row["progress"].met for row in rows),
    }
    return render(request, "desk/home_targets.html", context)


@require_safe
def year(request, period):
    """One figure of each line of work, each beside the way to all of them."""
    scope = Scope.of(request.access, _here(request), period_of(period))
    counted = [line for line in LINES if line.indicators]
    context = {
        "scope": scope,
        "tiles": [{"line": line} | figure_at(line.indicators[0], scope) for line in counted],
    }
    return render(request, "desk/home_year.html", context)


@require_safe
def attention(request, period):
    """What the rules find most of."""
    scope = Scope.of(request.access, _here(request), period_of(period))
    found = [row for row in rules_of(scope) if row["found"]]
    found.sort(key=lambda row: -row["found"])
    context = {"scope": scope, "rules": found[:SHOWN], "number": len(found)}
    return render(request, "desk/home_attention.html", context)


@require_safe
def summary(request, period):
    """The first passages of what the summary would say today, each figure a link."""
    scope = Scope.of(request.access, _here(request), period_of(period))
    glance = glancing.glance(request.access, scope)
    context = {
        "scope": scope,
        "blocks": blocks_of(glance),
        "codes": {glance.draft.key(code): code for code in glance.draft.quoted},
        "begun": glance.begun,
        "may_write": request.access.may(Action.ENTER, scope.organisation),
    }
    return render(request, "desk/home_summary.html", context)


# -- the year at a glance ------------------------------------------------------------------


@dataclass(frozen=True)
class Month:
    """One month of the calendar: how much was recorded in it, and what it still asks for."""

    period: Period
    recorded: int
    due: int
    heat: int  # 0 to HEAT
    url: str

    @property
    def is_now(self) -> bool:
        return self.period.contains(clock.today())

    @property
    def is_late(self) -> bool:
        return bool(self.due) and self.period.end < clock.today()

    @property
    def is_to_come(self) -> bool:
        return self.period.start > clock.today()


@require_safe
def year_calendar(request, period):
    """年历: the twelve months with what was recorded and what falls due."""
    year = periods.year(period_of(period).end.year)
    scope = Scope.of(request.access, _here(request), year, clock.today())
    held = calendar.by_month(request.access, scope.organisation, year.end.year, LEDGERS.values())
    items = dues.falling(DUES.values(), scope)
    return render(request, "desk/home_calendar.html", {"period": year, "months": _months(year, held, items)})


def _months(year: Period, held, items: list[Item]) -> list[Month]:
    owed = [sum(len(one.subjects) for one in items if one.day.month == number) for number in range(1, 13)]
    most = max(held.values(), default=0)
    return [
        Month(
            month := periods.month(year.end.year, number),
            held[number],
            owed[number - 1],
            -(-held[number] * HEAT // most) if most else 0,
            reverse("month", args=[month.code]),
        )
        for number in range(1, 13)
    ]


# -- details -------------------------------------------------------------------------------


def _rank(row: dict) -> tuple:
    """Targets that lag most come first, those that are reached last."""
    one = row["progress"]
    lag = (one.percent - one.expected) if one.percent is not None else 0
    return bool(one.met), lag


def _here(request):
    here = place.current(request)
    if here is None:
        raise Http404
    return here


def _begun(period: Period, step: int) -> bool:
    return period.start.year + step <= clock.today().year


def _waits(found: list, kind: str) -> list[dict]:
    """What waits, beside what it waits for."""
    return [{"kind": kind, "one": one, "path": getattr(one, "record_ref", "").split(":")} for one in found]
