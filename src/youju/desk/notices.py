"""提醒: what waits for the user and what falls due, each a link; and the number beside the bell."""

from dataclasses import dataclass, field

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from youju.base import clock
from youju.catalogue import DUES
from youju.desk import place
from youju.desk.figures import Shown, shown_as
from youju.desk.finding import LEDGERS
from youju.ledger import dues, notices, waiting
from youju.ledger.ledgers import Ledger
from youju.ledger.scope import Scope
from youju.ledger.showing import Reader

# Of what is due in one matter, the first are listed; all of them stand in its ledger.
LISTED = 20


@dataclass
class Matter:
    """What falls due in one matter: of one kind, late or still in time."""

    due: dues.Due
    ledger: Ledger | None
    items: list[dues.Item] = field(default_factory=list)
    shown: list[tuple[dues.Item, list[Shown]]] = field(default_factory=list)

    @property
    def rest(self) -> int:
        return len(self.items) - len(self.shown)


@require_safe
def notice_list(request):
    """Everything that waits for the user, by kind."""
    access = request.access
    to_confirm, returned = waiting.waiting(access, LEDGERS.values())
    fresh = notices.fresh(access, LEDGERS)
    context = {
        "to_confirm": [(one, fresh.to_confirm[one.ledger.code]) for one in to_confirm],
        "returned": [(one, fresh.returned[one.ledger.code]) for one in returned],
        "requests": [
            (one, path(one.record_ref), one.pk in fresh.requests) for one in waiting.requests(access)
        ],
        "answers": [
            (one, path(one.request.record_ref), one.request.pk in fresh.answers)
            for one in notices.answers(access)
        ],
        "fresh": fresh.number,
        "seen": notices.seen_until(access),
        "here": place.current(request),
    }
    return render(request, "desk/notices.html", context)


@require_safe
def notice_due(request):
    """The part of the page that takes a moment: what is late and what falls due soon."""
    here = place.current(request)
    today, late, soon = clock.today(), [], []
    if here is not None:
        scope = Scope.of(request.access, here, dues.near(today), today)
        items = dues.falling(DUES.values(), scope)
        reader = Reader(request.access)
        late = _matters(reader, [one for one in items if one.is_overdue])
        soon = _matters(reader, [one for one in items if not one.is_overdue])
    context = {"late": late, "soon": soon, "days": dues.AHEAD}
    return render(request, "desk/notices_due.html#due" if request.htmx else "desk/notices_due.html", context)


@require_safe
def notice_number(request):
    """The number beside the bell: what is new since the user last looked."""
    return render(request, "desk/bell.html", {"fresh": notices.fresh(request.access, LEDGERS).number})


@require_POST
def notice_seen(request):
    """Nothing of what came so far is new any more."""
    notices.mark_seen(request.access)
    messages.success(request, _("已全部标为看过。还没有处理的仍列在下面。"))
    return redirect("notices")


def path(ref: str) -> dict[str, str]:
    """The page of the record that a request is about, and the name of its ledger."""
    code, _colon, pk = ref.partition(":")
    ledger = LEDGERS.get(code)
    return {"code": code, "pk": pk, "label": ledger.label if ledger else ""}


def _matters(reader: Reader, items: list[dues.Item]) -> list[Matter]:
    found: dict[str, Matter] = {}
    for item in items:
        one = found.setdefault(item.due.code, Matter(item.due, LEDGERS.get(item.due.ledger)))
        one.items.append(item)
        if len(one.shown) < LISTED:
            subjects = item.subjects[:LISTED]
            one.shown.append((item, [shown_as(reader, subject) for subject in subjects]))
    return list(found.values())
