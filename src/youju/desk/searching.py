"""One field over all one may see: people, units, records by number or text, ledgers, figures, rules."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from youju.base import periods
from youju.catalogue import INDICATORS, RULES
from youju.desk import place
from youju.desk.finding import LEDGERS
from youju.ledger import listing, searching
from youju.ledger.searching import TAIL
from youju.ledger.showing import Reader
from youju.org import finding as units
from youju.org.access import Action
from youju.people import finding

MOST_TYPED, MOST_SHOWN = 40, 6


@require_safe
def search(request):
    """Names and numbers at once, as one types; `entries` looks into the texts of all ledgers."""
    text = _asked(request)
    reader = Reader(request.access)
    cards = [card for card in finding.suggest(request.access, text) if reader.knows(card.person)]
    context = {
        **_context(request, text),
        "cards": cards[:MOST_SHOWN],
        "units": units.units(request.access, text, MOST_SHOWN),
        "numbered": _named(reader, searching.numbered(request.access, LEDGERS.values(), text)),
        "ledgers": searching.called(LEDGERS.values(), text)[:MOST_SHOWN],
        "figures": searching.called(INDICATORS.values(), text)[:MOST_SHOWN],
        "rules": searching.called(RULES.values(), text)[:MOST_SHOWN],
        "period": periods.year(listing.latest_year(request.access)),
        "here": place.current(request),
    }
    part = {"dialog": "#box", "found": "#found"}.get(request.htmx.target, "")
    return render(request, f"desk/search.html{part}", context)


@require_safe
def entries(request):
    """Records that hold the text, a few of each ledger."""
    text = _asked(request)
    hits = searching.holding(request.access, LEDGERS.values(), text) if text else []
    context = {**_context(request, text), "hits": _named(Reader(request.access), hits)}
    part = "#entries" if request.htmx else ""
    return render(request, f"desk/search_entries.html{part}", context)


@never_cache
@require_POST
def tail(request):
    """Persons by the last four of their ID number: asked on purpose, noted, and not often."""
    text, error, cards = request.POST.get("tail", "").strip()[:4], "", []
    request.access.require(Action.ENTER, place.current(request))
    if not TAIL.fullmatch(text):
        error = _("请写证件号的最后四位，如 0016 或 001X。")
    else:
        try:
            cards = searching.by_tail(request.access, text, address=request.META["REMOTE_ADDR"])
        except searching.TooOften as refused:
            error = str(refused)
    reader = Reader(request.access)
    shown = [(card, reader.name(card.person)) for card in cards]
    context = {"text": text, "error": error, "cards": shown}
    return render(request, "desk/search_tail.html", context, status=422 if error else 200)


def _asked(request) -> str:
    return request.GET.get("q", "").strip()[:MOST_TYPED]


def _context(request, text: str) -> dict:
    by_tail = bool(TAIL.fullmatch(text)) and request.access.may_anywhere(Action.ENTER)
    return {"text": text, "by_tail": by_tail}


def _named(reader: Reader, hits) -> list[dict]:
    return [
        {"ledger": hit.ledger, "more": hit.more, "records": [(one, reader.name(one)) for one in hit.records]}
        for hit in hits
    ]
