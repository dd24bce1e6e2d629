"""The year's targets with what has been reached, each figure a link to its evidence."""

from decimal import Decimal

from django.shortcuts import render
from django.views.decorators.http import require_safe

from youju.base import periods
from youju.desk import place
from youju.desk.finding import asked_organisation, asked_period
from youju.ledger import listing
from youju.org import tree
from youju.reports.claims import value_text
from youju.reports.targets import TARGETS, standing
from youju.work.institutions.progress import Progress

DRAWN = 30  # bars that can still be told apart; the table below has them all


@require_safe
def targets(request):
    """Every target of a year at an organisation and below."""
    period = asked_period(request, periods.year(listing.latest_year(request.access)))
    organisation = asked_organisation(request, place.current(request))
    year = period.end.year
    found = rows_at(request.access, organisation, year)
    measured = [row for row in found if row["progress"].met is not None]
    drawn = [row for row in measured if row["filled"] is not None]
    context = {
        "ledger": TARGETS,
        "organisation": organisation,
        "year": year,
        "period": periods.year(year),
        "years": [periods.year(one) for one in (year - 1, year, year + 1)],
        "units": [organisation, *tree.children(organisation, request.access.day)],
        "rows": found,
        "measured": len(measured),
        "met": sum(row["progress"].met for row in measured),
        "behind": sum(row["progress"].is_behind for row in measured),
        "drawn": drawn[:DRAWN],
        "mark": _mark(drawn[:DRAWN]),
    }
    return render(request, "desk/targets.html", context)


def rows_at(access, organisation, year: int) -> list[dict]:
    """Every target of a year at an organisation and below, ready for a template."""
    return [_row(one) for one in standing(access, organisation, year)]


def _row(one: Progress) -> dict:
    """A target with its figure as text, and the part of a bar that it fills."""
    return {
        "progress": one,
        "value": value_text(one.figure) if one.figure else "",
        "filled": _percent(one.percent),
        "expected": _percent(one.expected),
        "drawn": "" if one.percent is None else f"{one.percent:.1f}",
    }


def _mark(rows: list[dict]) -> int | None:
    """How far time has gone, where it is the same for all that is drawn and not yet over."""
    expected = {row["expected"] for row in rows}
    mark = expected.pop() if len(expected) == 1 else 100
    return mark if mark < 100 else None


def _percent(value: Decimal | None) -> int | None:
    """Whole percent of a bar; what was reached beyond the target fills it."""
    return None if value is None else min(100, int(value))
