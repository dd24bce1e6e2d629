"""Figures with what stands behind them, and what needs attention."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from youju.base import periods
from youju.catalogue import INDICATORS, LINES, RULES
from youju.desk import place
from youju.desk.finding import (
    LEDGERS,
    around,
    asked_organisation,
    asked_period,
    declared,
    ledger_of,
    period_of,
)
from youju.ledger import listing
from youju.ledger.evidence import Figure, Line, Side
from youju.ledger.indicators import Indicator
from youju.ledger.scope import Scope
from youju.ledger.showing import Reader
from youju.org import tree
from youju.org.models import Organisation
from youju.people.models import Person
from youju.records.record import Record
from youju.reports.claims import value_text

PAGE = 100


@dataclass(frozen=True)
class Shown:
    """A record or subject as a line of evidence names it."""

    text: str
    ref: str
    url: tuple[str, ...] = ()  # name of the page and its arguments; empty: it has none
    number: str = ""
    facts: str = ""


@require_safe
def evidence(request, code, org, period):
    """One figure, and everything it is made of."""
    indicator = declared(INDICATORS, code)
    organisation = request.access.organisation(org)
    scope = Scope.of(request.access, organisation, period_of(period))
    figure = indicator.figure(scope)
    sides = indicator.evidence(scope).sides
    side = next((one for one in sides if one.key == request.GET.get("side")), _first(sides))
    page = Paginator(side.lines, PAGE).get_page(request.GET.get("page"))
    reader = Reader(request.access)
    context = {
        "indicator": indicator,
        "scope": scope,
        "figure": figure,
        "value": value_text(figure),
        "sides": sides,
        "side": side,
        "page": page,
        "lines": [_line(reader, line) for line in page.object_list],
        "page_sum": sum(line.contribution for line in page.object_list),
        "total": sum(line.contribution for one in sides if one.counted for line in one.lines),
        "pending": pending_of(request.access, indicator, scope),
        "periods": around(scope.period),
        "units": tree.children(organisation, scope.as_of),
    }
    return render(request, "desk/evidence.html", context)


@require_safe
def evidence_units(request, code, org, period):
    """The same figure at each unit directly below."""
    indicator = declared(INDICATORS, code)
    organisation = request.access.organisation(org)
    scope = Scope.of(request.access, organisation, period_of(period))
    figures = [figure_at(indicator, scope.at(unit)) for unit in tree.children(organisation, scope.as_of)]
    context = {"indicator": indicator, "scope": scope, "figures": figures}
    part = "#units" if request.htmx else ""
    return render(request, f"desk/evidence_units.html{part}", context)


@require_safe
def figures(request, line=None):
    """Every figure of one line of work, beside the names of the others."""
    period = asked_period(request, periods.year(listing.latest_year(request.access)))
    organisation = asked_organisation(request, place.current(request))
    scope = Scope.of(request.access, organisation, period)
    counted = {one.code: one for one in LINES if one.indicators}
    chosen = declared(counted, line) if line else next(iter(counted.values()))
    context = {
        "scope": scope,
        "line": chosen,
        "others": counted.values(),
        "figures": [figure_at(one, scope) for one in chosen.indicators],
        "periods": around(period),
        "units": [organisation, *tree.children(organisation, scope.as_of)],
    }
    return render(request, "desk/figures.html", context)


@require_safe
def attention(request, code=None):
    """What a rule finds wrong; without a code, how much every rule finds."""
    period = asked_period(request, periods.year(listing.latest_year(request.access)))
    organisation = asked_organisation(request, place.current(request))
    scope = Scope.of(request.access, organisation, period)
    context = {"scope": scope, "periods": around(period)}
    if code is None:
        rows = rules_of(scope)
        found = sum(row["found"] > 0 for row in rows)
        context |= {"rules": rows, "found": found, "clear": len(rows) - found}
        return render(request, "desk/attention_list.html", context)
    rule = declared(RULES, code)
    found = rule.offenders(scope)
    page = Paginator(found if found.ordered else found.order_by("pk"), PAGE).get_page(request.GET.get("page"))
    reader = Reader(request.access)
    shown = [shown_as(reader, record) for record in page.object_list]
    return render(
        request,
        "desk/attention.html",
        context | {"rule": rule, "local": rule.local(scope), "page": page, "offenders": shown},
    )


# -- what the templates need ready-made ---------------------------------------------------


def rules_of(scope: Scope) -> list[dict]:
    """Every rule with how many records or units it finds, those that find something first."""
    found = [{"rule": rule, "found": rule.offenders(scope).order_by().count()} for rule in RULES.values()]
    return sorted(found, key=lambda row: row["found"] == 0)


def figure_at(indicator: Indicator, scope: Scope) -> dict:
    figure: Figure = indicator.figure(scope)
    return {"indicator": indicator, "figure": figure, "value": value_text(figure), "unit": scope.organisation}


def pending_of(access, indicator: Indicator, scope: Scope) -> list[dict]:
    """Records of the ledger behind the figure that nobody has confirmed yet; they do not count."""
    model = indicator.select(scope).model
    ledger = LEDGERS.get(model.ledger_code)
    if ledger is None or model.starts_confirmed:
        return []
    days = {f"{ledger.date_field}__range": (scope.period.start, scope.period.end)}
    waiting = ledger.records(access).filter(organisation__in=scope.organisations, state="pending", **days)
    number = waiting.order_by().count()
    return [{"ledger": ledger, "number": number}] if number else []


def _first(sides: tuple[Side, ...]) -> Side:
    """The side to begin with: the first that has lines."""
    return next((side for side in sides if side.lines), sides[0])


def _subject(reader: Reader, line: Line) -> Shown | None:
    if line.subject is not None:
        return shown_as(reader, line.subject)
    return Shown(line.term, "") if line.term else None


def _line(reader: Reader, line: Line) -> dict:
    return {
        "subject": _subject(reader, line),
        "records": [shown_as(reader, record) for record in line.records],
        "contribution": line.contribution,
        "note": line.note,
    }


def shown_as(reader: Reader, record: Record) -> Shown:
    ledger = ledger_of(record)
    if isinstance(record, Organisation):
        return Shown(reader.name(record), record.ref, ("organisation-detail", record.code))
    if isinstance(record, Person):
        return Shown(reader.name(record), record.ref, ("person-detail", str(record.pk)))
    if ledger is None:
        return Shown(reader.name(record), record.ref)
    day = getattr(record, ledger.date_field, None)
    facts = " ".join(str(part) for part in (day, getattr(record, "organisation", "")) if part)
    url = ("entry-detail", ledger.code, str(record.pk))
    return Shown(reader.name(record), record.ref, url, record.number, facts)
