"""The year's targets with what has been reached, each figure a link to its evidence."""

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


@require_safe
def targets(request):
    """Every target of a year at an organisation and below."""
    period = asked_period(request, periods.year(listing.latest_year(request.access)))
    organisation = asked_organisation(request, place.current(request))
    year = period.end.year
    found = [_row(one) for one in standing(request.access, organisation, year)]
    measured = [row for row in found if row["progress"].met is not None]
    context = {
        "ledger": TARGETS,
        "organisation": organisation,
        "year": year,
        "years": [periods.year(one) for one in (year - 1, year, year + 1)],
        "units": [organisation, *tree.children(organisation, request.access.day)],
        "rows": found,
        "measured": len(measured),
        "met": sum(row["progress"].met for row in measured),
    }
    return render(request, "desk/targets.html", context)


def _row(one: Progress) -> dict:
    """A target with its figure as text, and the part of a bar that it fills."""
    percent = one.percent
    return {
        "progress": one,
        "value": value_text(one.figure) if one.figure else "",
        "filled": None if percent is None else min(100, int(percent)),
    }
