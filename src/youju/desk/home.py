"""工作台: what waits, what is wrong, how far the year is, what came last."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from youju.base import clock, periods
from youju.catalogue import LINES
from youju.desk import place
from youju.desk.figures import figure_at, rules_of
from youju.desk.finding import LEDGERS, asked_period, period_of
from youju.ledger import listing, waiting
from youju.ledger.scope import Scope
from youju.ledger.showing import Reader

# Figures of each line of work on the first screen; all of them are one click away.
FIRST = 4


@require_safe
def home(request):
    here = place.current(request)
    if here is None:
        return render(request, "desk/no_post.html")
    access, reader = request.access, Reader(request.access)
    period = asked_period(request, periods.year(listing.latest_year(access)))
    to_confirm, returned = waiting.waiting(access, LEDGERS.values())
    recent = waiting.latest(access, LEDGERS)
    context = {
        "period": period,
        "years": [periods.year(period.start.year + step) for step in (-2, -1, 0, 1) if _begun(period, step)],
        "to_confirm": to_confirm,
        "returned": returned,
        "requests": [(one, _path(one.record_ref)) for one in waiting.requests(access)],
        "latest": [{"ledger": ledger, "record": one, "title": reader.name(one)} for ledger, one in recent],
    }
    return render(request, "desk/home.html", context)


@require_safe
def year(request, period):
    """The part of the first screen that takes a moment: the year's figures and what needs attention."""
    here = place.current(request)
    if here is None:
        return render(request, "desk/no_post.html")
    scope = Scope.of(request.access, here, period_of(period))
    context = {
        "scope": scope,
        "tables": [
            {"line": line, "figures": [figure_at(one, scope) for one in line.indicators[:FIRST]]}
            for line in LINES
            if line.indicators
        ],
        "rules": [row for row in rules_of(scope) if row["found"]],
    }
    return render(request, "desk/home_year.html#year" if request.htmx else "desk/home_year.html", context)


def _begun(period, step: int) -> bool:
    return period.start.year + step <= clock.today().year


def _path(ref: str) -> dict[str, str]:
    code, _colon, pk = ref.partition(":")
    return {"code": code, "pk": pk}
