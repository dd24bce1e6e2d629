"""One union body on one page."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from youju.base import periods
from youju.desk.finding import LEDGERS, asked_period
from youju.ledger import listing, waiting
from youju.ledger.scope import Scope
from youju.ledger.showing import Reader
from youju.org import tree
from youju.org.access import Action


@require_safe
def organisation_detail(request, code):
    organisation = request.access.organisation(code)
    period = asked_period(request, periods.year(listing.latest_year(request.access)))
    scope = Scope.of(request.access, organisation, period)
    reader = Reader(request.access)
    counts = waiting.counts_at(organisation, LEDGERS.values())
    recent = waiting.latest_at(request.access, organisation, counts)
    context = {
        "organisation": organisation,
        "scope": scope,
        "parent": tree.parent(organisation, request.access.day),
        "units": tree.children(organisation, request.access.day),
        "may_admin": organisation.is_federation and request.access.may(Action.ADMIN, organisation),
        "counts": [{"ledger": ledger, "number": number} for ledger, number in counts],
        "latest": [{"ledger": ledger, "record": one, "title": reader.name(one)} for ledger, one in recent],
    }
    return render(request, "desk/organisation.html", context)
