"""Many records at once: looked over together, then confirmed or returned by one button."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from youju.desk import place
from youju.desk.acts import ACTS
from youju.desk.finding import LEDGERS, declared
from youju.desk.rows import rows_of
from youju.ledger import together
from youju.ledger.listing import Listing
from youju.ledger.showing import Reader
from youju.ledger.together import Outcome
from youju.org.access import Action
from youju.records import writing
from youju.records.record import State

POSSIBLE = ("confirm", "return")
MOST_NAMED = 5


@require_http_methods(["GET", "HEAD", "POST"])
def ledger_many(request, code):
    """The picked records with what is asked about them; POST does it to those as they were seen."""
    ledger = declared(LEDGERS, code)
    if not request.access.may_anywhere(Action.CONFIRM):
        raise PermissionDenied(_("您的角色不能确认或退回。"))
    data = request.POST if request.method == "POST" else request.GET
    listing = Listing(ledger, request.access, data)
    back = place.safe(request, data.get("back"))
    leave = redirect(back) if back else redirect("ledger-list", code)
    records = list(listing.records) if listing.keys else []
    name = data.get("act", "")
    if not records or name not in POSSIBLE:
        messages.warning(request, _("请先在列表里勾选记录。"))
        return leave
    act, reason, error = ACTS[name], data.get("reason", "").strip()[:200], ""
    if request.method == "POST":
        if act.reason and not reason:
            error = _("请填写%s。") % act.reason
        else:
            _say(request, act, _run(request, act, records, reason))
            return leave
    context = {
        "ledger": ledger,
        "act": act,
        "name": name,
        "rows": rows_of(Reader(request.access), records, ledger.columns[:4]),
        "ready": sum(record.state == State.PENDING for record in records),
        "back": back,
        "error": error,
        "key": uuid4().hex,
    }
    return render(request, "desk/ledger_many.html", context, status=422 if error else 200)


def _run(request, act, records, reason: str) -> Outcome:
    seen = {record.pk: _version(request, record.pk) or record.row_version for record in records}
    outcome = Outcome()

    def once() -> str:
        done = together.each(records, lambda one: act.run(request.access, one, reason), seen=seen)
        outcome.done, outcome.refused = done.done, done.refused
        return str(len(done.done))

    writing.once((request.POST.get("key") or uuid4().hex)[:64], by=request.user, act=once)
    return outcome


def _version(request, pk: UUID) -> int | None:
    text = request.POST.get(f"version-{pk}", "")
    return int(text) if text.isdecimal() else None


def _say(request, act, outcome: Outcome) -> None:
    if outcome.done:
        messages.success(request, _("%(act)s %(n)d 条。") % {"act": act.label, "n": len(outcome.done)})
    if outcome.refused:
        named = "；".join(f"{one.number or one}：{why}" for one, why in outcome.refused[:MOST_NAMED])
        more = "……" if len(outcome.refused) > MOST_NAMED else ""
        said = {"n": len(outcome.refused), "act": act.label, "named": named + more}
        messages.warning(request, _("%(n)d 条没有%(act)s：%(named)s") % said)
