"""A ledger as a list: its columns as the user wants them, its rows picked for one act together."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from youju.base import periods
from youju.desk import helping, place
from youju.desk.finding import LEDGERS, around, asked_period, declared
from youju.desk.rows import rows_of
from youju.ledger import choosing, listing, silent
from youju.ledger.listing import Listing
from youju.ledger.showing import Reader
from youju.org.access import Action


@require_safe
def ledger_list(request, code):
    ledger = declared(LEDGERS, code)
    columns = choosing.chosen(request.access, ledger)
    found = Listing(ledger, request.access, request.GET, columns)
    page = found.page(request.GET.get("page"))
    context = {
        "ledger": ledger,
        "listing": found,
        "page": page,
        "rows": rows_of(Reader(request.access), page.object_list, columns, ledger.words),
        "offered": [(name, label, name in columns) for name, label in choosing.offered(ledger)],
        "may_enter": request.access.may_anywhere(Action.ENTER),
        "may_confirm": request.access.may_anywhere(Action.CONFIRM) and not ledger.model.starts_confirmed,
        "asks_units": silent.is_asked(ledger),
        "rules": helping.rules_about(request, ledger),
    }
    part = "#list" if request.htmx.target == "list" else ""
    return render(request, f"desk/ledger_list.html{part}", context)


@require_POST
def ledger_columns(request, code):
    """Remember which columns the user wants to see here, from now on."""
    ledger = declared(LEDGERS, code)
    if not request.access.may_anywhere(Action.READ):
        raise PermissionDenied
    choosing.choose(request.access, ledger, [] if "usual" in request.POST else request.POST.getlist("column"))
    back = place.safe(request, request.POST.get("back"))
    return redirect(back) if back else redirect("ledger-list", code)


@require_safe
def ledger_silent(request, code):
    """Units that have no record in the period."""
    ledger = declared(LEDGERS, code)
    period = asked_period(request, periods.year(listing.latest_year(request.access)))
    units = silent.units(request.access, period) if silent.is_asked(ledger) else []
    missing = silent.silent(ledger, request.access, period) if silent.is_asked(ledger) else []
    context = {
        "ledger": ledger,
        "period": period,
        "scope": {"period": period},
        "periods": around(period),
        "units": list(missing),
        "number": len(units),
        "may_enter": request.access.may_anywhere(Action.ENTER),
    }
    return render(request, "desk/ledger_silent.html", context)
