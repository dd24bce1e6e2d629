"""整年导出: everything a unit keeps of a year, in one zip."""

from urllib.parse import quote

from django.core.exceptions import PermissionDenied
from django.http import StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from youju.base import clock, periods
from youju.catalogue import LINES
from youju.desk import place
from youju.desk.finding import around, asked_organisation, asked_period
from youju.ledger import listing
from youju.ledger.sheets.exporting import MOST_REASON
from youju.ledger.sheets.yearly import YearBook
from youju.org import tree
from youju.org.access import Action


@require_http_methods(["GET", "HEAD", "POST"])
def yearbook(request):
    """Asks for unit and period; POST gives the zip, masked, or in full with the right and a reason."""
    period = asked_period(request, periods.year(listing.latest_year(request.access)))
    unit = asked_organisation(request, place.current(request))
    if not request.access.may(Action.READ, unit):
        raise PermissionDenied
    full, error = "full" in request.POST, ""
    reason = request.POST.get("reason", "").strip() if full else ""
    if full and not reason:
        error = _("请填写用途。")
    elif request.method == "POST":
        return _out(YearBook(LINES, request.access, unit, period, reason, request.META["REMOTE_ADDR"]))
    context = {
        "unit": unit,
        "period": period,
        "periods": around(period),
        "units": [unit, *tree.children(unit, clock.today())],
        "error": error,
        "most_reason": MOST_REASON,
        "may_identify": request.access.may_anywhere(Action.IDENTITY),
    }
    return render(request, "desk/yearbook.html", context, status=422 if error else 200)


def _out(book: YearBook) -> StreamingHttpResponse:
    answer = StreamingHttpResponse(book.stream(), content_type="application/zip")
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(book.name)}"
    answer["Cache-Control"] = "no-store, private"
    return answer
