"""What goes out: a filtered list as a workbook or as its paper form, and the file for an inspection."""

import io

from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from youju.base import clock, periods
from youju.catalogue import LINES
from youju.desk import place
from youju.desk.finding import LEDGERS, around, asked_organisation, asked_period, declared
from youju.ledger import listing as listings
from youju.ledger import paper
from youju.ledger.listing import Listing
from youju.ledger.paper import Told
from youju.ledger.scope import Scope
from youju.ledger.sheets.exporting import MOST_REASON, export
from youju.ledger.sheets.reading import MIMES
from youju.ledger.showing import Reader
from youju.org import tree
from youju.org.access import Action
from youju.reports.claims import value_text

PDF = "application/pdf"


@require_http_methods(["GET", "HEAD", "POST"])
def sheet_export(request, code):
    """The list as the address filters it, masked; in full with the right, a reason and a note."""
    ledger = declared(LEDGERS, code)
    listing, error = Listing(ledger, request.access, request.GET), ""
    full = "full" in request.POST
    reason = request.POST.get("reason", "").strip() if full else ""
    if full and not reason:
        error = _("请填写用途。")
    elif request.method == "POST":
        try:
            stream = export(
                ledger, request.access, listing.records, reason=reason, address=request.META["REMOTE_ADDR"]
            )
        except ValidationError as refused:
            error = " ".join(refused.messages)
        else:
            return _out(stream, MIMES["xlsx"], f"{ledger.label}{clock.today():%Y%m%d}.xlsx")
    context = {
        "ledger": ledger,
        "number": listing.records.order_by().count(),
        "error": error,
        "most_reason": MOST_REASON,
        "may_identify": request.access.may_anywhere(Action.IDENTITY),
    }
    return render(request, "desk/sheet_export.html", context, status=422 if error else 200)


@require_safe
def ledger_paper(request, code):
    """The filtered list as the paper form it replaces."""
    ledger = declared(LEDGERS, code)
    listing = Listing(ledger, request.access, request.GET)
    unit = _unit(request, listing)
    period = listing.span or _("全部时间")
    try:
        made = paper.paper(ledger, Reader(request.access), listing.records, unit=unit, period=period)
    except ValidationError as refused:
        context = {"ledger": ledger, "error": " ".join(refused.messages)}
        return render(request, "desk/paper_refused.html", context, status=422)
    return _out(io.BytesIO(made), PDF, f"{ledger.label}.pdf", shown=True)


@require_safe
def packet(request):
    """Where the file for an inspection is put together; with `make` in the address, the file."""
    period = asked_period(request, periods.year(listings.latest_year(request.access)))
    unit = asked_organisation(request, place.current(request))
    scope = Scope.of(request.access, unit, period)
    line, error = request.GET.get("line", ""), ""
    if "make" in request.GET:
        try:
            made = _packet(request, scope, line)
        except ValidationError as refused:
            error = " ".join(refused.messages)
        else:
            return _out(io.BytesIO(made), PDF, f"迎检资料 {unit} {period.label}.pdf", shown=True)
    context = {
        "scope": scope,
        "lines": LINES,
        "chosen": line,
        "error": error,
        "periods": around(period),
        "units": [unit, *tree.children(unit, scope.as_of)],
    }
    return render(request, "desk/packet.html", context, status=422 if error else 200)


def _packet(request, scope: Scope, code: str) -> bytes:
    lines = [line for line in LINES if code in ("", line.code)]
    if not lines:
        raise Http404
    about = {"unit": scope.organisation, "period": scope.period.label}
    papers = [
        paper.gathered(LEDGERS[ledger.code], paper.of_scope(ledger, request.access, scope), **about)
        for line in lines
        for ledger in line.ledgers
    ]
    told = (_told(indicator, scope) for line in lines for indicator in line.indicators)
    figures = [one for one in told if one.entries]  # what nothing was recorded of would only fill pages
    title = _("%s迎检资料") % (lines[0].label if code else "")
    return paper.packet(Reader(request.access), papers, figures, title=title, **about)


def _told(indicator, scope: Scope) -> Told:
    figure = indicator.figure(scope)
    return Told(str(figure.label), value_text(figure), figure.unit, figure.entries, indicator.definition)


def _unit(request, listing: Listing):
    """The unit that the list was narrowed to, else the place of the user."""
    chosen = {one.name: one.chosen for one in listing.filters}.get("organisation")
    first = listing.records.first() if chosen else None
    found = first.home if first is not None else place.current(request)
    if found is None:
        raise Http404
    return found


def _out(stream, kind: str, name: str, *, shown: bool = False) -> FileResponse:
    answer = FileResponse(stream, content_type=kind, as_attachment=not shown, filename=name)
    answer["Cache-Control"] = "no-store, private"
    return answer
