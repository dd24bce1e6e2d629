"""A line of work on one page: its figures, one of them over time and by unit, its rules and ledgers."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from youju.base import periods
from youju.catalogue import LINES
from youju.desk import charts, place
from youju.desk.figures import figure_at
from youju.desk.finding import around, asked_organisation, asked_period, declared
from youju.ledger import calendar, listing, series, waiting
from youju.ledger.indicators import Indicator
from youju.ledger.ledgers import Line
from youju.ledger.scope import Scope
from youju.ledger.showing import Reader
from youju.org import tree

BY_CODE = {line.code: line for line in LINES}
HEADLINES = 8
LATEST = 6


@require_safe
def line(request, code):
    """A line of work in a period at an organisation; a chosen figure stands in the address."""
    chosen = declared(BY_CODE, code)
    period = asked_period(request, periods.year(listing.latest_year(request.access)))
    organisation = asked_organisation(request, place.current(request))
    scope = Scope.of(request.access, organisation, period)
    units = tree.children(organisation, scope.as_of)
    indicator = _indicator(chosen, request.GET.get("figure", ""))
    context = {
        "line": chosen,
        "scope": scope,
        "periods": around(period),
        "units": [organisation, *units],
        "headlines": [figure_at(one, scope) for one in chosen.indicators[:HEADLINES]],
        "indicator": indicator,
        "rules": _rules(chosen, scope),
        "ledgers": calendar.by_ledger(request.access, organisation, period, chosen.ledgers),
        "latest": _latest(request.access, organisation, chosen),
    }
    if indicator:
        context |= _drawn(indicator, scope, _view(request.GET.get("view", ""), units))
    return render(request, "desk/line.html", context)


# -- the chosen figure ---------------------------------------------------------------------


def views(has_units: bool) -> dict[str, str]:
    """How a figure may be looked at."""
    named = {"months": _("按月"), "years": _("按年"), "units": _("按单位")}
    return named if has_units else {key: named[key] for key in ("months", "years")}


def drawn(indicator: Indicator, scope: Scope, view: str) -> charts.Chart:
    """The chosen figure over time or by unit, as a chart with its table."""
    match view:
        case "units":
            points = series.by_unit(indicator, scope)
            return charts.chart(indicator, points, kind=charts.ROWS, title=_("各单位"), head=_("单位"))
        case "years":
            points = series.over_years(indicator, scope)
            return charts.chart(indicator, points, kind=charts.COLUMNS, title=_("历年"), head=_("年度"))
        case _:
            points = series.over_months(indicator, scope)
            title = f"{scope.period.end.year}年"
            return charts.chart(indicator, points, kind=charts.COLUMNS, title=title, head=_("月份"))


def _drawn(indicator: Indicator, scope: Scope, view: str) -> dict:
    address = reverse("line", args=[indicator.line])
    asked = f"period={scope.period.code}&org={scope.organisation.code}&figure={indicator.code}"
    tabs = [
        {"label": label, "url": f"{address}?{asked}&view={key}#chart", "current": key == view}
        for key, label in views(bool(tree.children(scope.organisation, scope.as_of))).items()
    ]
    return {"chart": drawn(indicator, scope, view), "tabs": tabs, "view": view}


def _view(asked: str, units: list) -> str:
    return asked if asked in views(bool(units)) else "months"


def _indicator(line: Line, code: str) -> Indicator | None:
    """The figure that was asked for, the first of the line where none was."""
    held = {one.code: one for one in line.indicators}
    if code:
        return declared(held, code)
    return next(iter(held.values()), None)


# -- beside it -----------------------------------------------------------------------------


def _rules(line: Line, scope: Scope) -> dict:
    """What the rules of the line find, and how many find nothing."""
    rows = [{"rule": one, "found": one.offenders(scope).order_by().count()} for one in line.rules]
    found = [row for row in rows if row["found"]]
    return {"found": found, "clear": len(rows) - len(found)}


def _latest(access, organisation, line: Line) -> list[dict]:
    reader = Reader(access)
    found = waiting.latest_of(access, organisation, line.ledgers, LATEST)
    return [{"ledger": ledger, "record": one, "title": reader.name(one)} for ledger, one in found]
