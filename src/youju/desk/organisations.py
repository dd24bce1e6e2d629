"""One union body on one page, as one would show it to an inspector; and all of them beside each other."""

from urllib.parse import urlencode

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from youju.base import periods
from youju.catalogue import INDICATORS, LINES, RULES
from youju.desk import place
from youju.desk.figures import figure_at
from youju.desk.finding import LEDGERS, around, asked_organisation, asked_period
from youju.ledger import listing, standing, telling, waiting
from youju.ledger.duties import Grid, Tile, duties
from youju.ledger.lacking import lacking
from youju.ledger.ledgers import Line
from youju.ledger.scope import Scope
from youju.ledger.shares import GAP, MET, OUTSIDE, Share
from youju.ledger.showing import Reader
from youju.org import finding, tree
from youju.org.access import Action

MOST_TILES = 300
# How a unit that needs nothing, has everything, lacks something is drawn; the words stand beside it.
SIGNS = {MET: "check", GAP: "x", OUTSIDE: "minus"}
FIRST_STEPS = 5


@require_safe
def organisation_detail(request, code):
    """What one unit is, has, did and lacks; of a federation also how the units below it stand."""
    scope, reader = _asked(request, code), Reader(request.access)
    unit, day = scope.organisation, request.access.day
    counts = waiting.counts_at(unit, LEDGERS.values())
    recent = waiting.latest_at(request.access, unit, counts)
    sections = [_section(reader, scope, line) for line in standing.shown(LINES)]
    context = {
        "organisation": unit,
        "scope": scope,
        "periods": around(scope.period),
        "parent": tree.parent(unit, day),
        "units": tree.children(unit, day),
        "may_admin": unit.is_federation and request.access.may(Action.ADMIN, unit),
        "may_enter_here": request.access.may(Action.ENTER, unit),
        "sections": [one for one in sections if one["figures"] or one["standings"]],
        "first_steps": _first_steps(sections) if not counts else [],
        "counts": [{"ledger": ledger, "number": number} for ledger, number in counts],
        "latest": [{"ledger": ledger, "record": one, "title": reader.name(one)} for ledger, one in recent],
        "course": tree.course(unit),
        "changes": [one for one in telling.history_of(reader, unit) if one.changes],
    }
    return render(request, "desk/organisation.html", context)


@require_safe
def organisation_lacking(request, code):
    """What the unit should have and has not; asked for apart, since every rule is asked."""
    scope = _asked(request, code)
    shares = duties(INDICATORS.values(), scope)
    lacks, offending = lacking(scope, shares, RULES.values(), LEDGERS)
    context = {
        "scope": scope,
        "lacks": lacks,
        "offending": offending,
        "may_enter_here": request.access.may(Action.ENTER, scope.organisation),
    }
    return render(request, _part(request, "desk/organisation_lacking.html", "lacking"), context)


@require_safe
def organisation_coverage(request, code):
    """覆盖图: the units directly below, each by how much of what is asked it has."""
    scope = _asked(request, code)
    return render(
        request,
        _part(request, "desk/organisation_coverage.html", "coverage"),
        _coverage(request, scope, tree.children(scope.organisation, scope.as_of)),
    )


@require_safe
def organisation_list(request):
    """All units in reach, as a table or as tiles."""
    organisation = asked_organisation(request, place.current(request))
    scope = _scope(request, organisation)
    text, kind = request.GET.get("q", "").strip(), request.GET.get("kind", "")
    units = finding.below(request.access, organisation)
    kinds = {one.kind: one.get_kind_display() for one in units}
    if text:
        units = finding.holding(units, text)
    units = [one for one in units if kind in ("", one.kind)]
    context = _coverage(request, scope, units)
    rows = context["tiles"]
    if request.GET.get("lacking"):
        rows = [row for row in rows if row["tile"].gap]
    if request.GET.get("sort") == "gap":
        rows = sorted(rows, key=lambda row: -row["tile"].gap)
    above = tree.parents(units, scope.as_of)
    context |= {
        "tiles": [row | {"parent": above.get(row["unit"].pk)} for row in rows],
        "text": text,
        "kind": kind,
        "kinds": kinds,
        "as_tiles": request.GET.get("view") == "tiles",
        "periods": around(scope.period),
    }
    return render(request, _part(request, "desk/organisation_list.html", "units"), context)


# -- what the templates need ready-made ---------------------------------------------------


def _asked(request, code: str) -> Scope:
    return _scope(request, request.access.organisation(code))


def _scope(request, organisation) -> Scope:
    period = asked_period(request, periods.year(listing.latest_year(request.access)))
    return Scope.of(request.access, organisation, period)


def _part(request, template: str, part: str) -> str:
    return f"{template}#{part}" if request.htmx else template


def _section(reader: Reader, scope: Scope, line: Line) -> dict:
    """A line of work at the unit; a federation is not reproached with what only its units have."""
    found = standing.standings(reader, scope, line)
    return {
        "line": line,
        "figures": [figure_at(one, scope) for one in line.at_unit],
        "standings": [one for one in found if one.facts or not scope.organisation.is_federation],
    }


def _first_steps(sections: list[dict]) -> list[dict]:
    """Where a unit without any record begins, and what belongs there."""
    found = [one.ledger for section in sections for one in section["standings"]]
    return [{"ledger": ledger, "told": str(ledger.help).partition("\n")[0]} for ledger in found[:FIRST_STEPS]]


def _coverage(request, scope: Scope, units) -> dict:
    """Tiles of the units for the duties in the address, for all of them where there are none."""
    offered = duties(INDICATORS.values(), scope)
    asked = set(request.GET.getlist("duty"))
    chosen = [one for one in offered if one.code in asked] or offered
    grid = Grid(scope, chosen)
    return {
        "scope": scope,
        "chips": [_chip(request, one, offered, asked) for one in offered],
        "is_narrowed": len(chosen) < len(offered),
        "chosen": chosen,
        "duty_codes": [one.code for one in offered if one.code in asked],
        "duty": chosen[0] if len(chosen) == 1 else None,
        "tiles": [_tile(scope, grid.tile(unit), chosen) for unit in units],
        "alone": [{"firm": firm, "lacks": len(codes)} for firm, codes in grid.alone(MOST_TILES)],
    }


def _chip(request, share: Share, offered: list[Share], asked: set[str]) -> dict:
    """A duty as a link that takes it into the choice or out of it."""
    codes = asked ^ {share.code}
    query = request.GET.copy()
    query.setlist("duty", [one.code for one in offered if one.code in codes])
    return {"share": share, "chosen": share.code in asked, "query": query.urlencode()}


def _tile(scope: Scope, tile: Tile, shares: list[Share]) -> dict:
    """A unit as a tile and as a row of the table below the tiles."""
    one = shares[0] if len(shares) == 1 and not tile.unit.is_federation else None
    side = tile.side(one.code) if one else ""
    asked = urlencode({"period": scope.period.code} | ({"duty": shares[0].code} if len(shares) == 1 else {}))
    page = f"{reverse('organisation-detail', args=[tile.unit.code])}?{asked}"
    proof = [one.code, tile.unit.code, scope.period.code] if one else []
    return {
        "unit": tile.unit,
        "tile": tile,
        "side": side,
        "sign": SIGNS.get(side, ""),
        "url": reverse("evidence", args=proof) if one else page,
        "cells": [{"share": share, "counts": tile.counts[share.code]} for share in shares],
    }
