"""What is done to a record by one button: each has a page of its own that asks, and acts on POST."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from youju.desk.finding import LEDGERS, declared, record_of
from youju.ledger import acting
from youju.ledger.showing import Reader
from youju.org.access import Action
from youju.records import writing
from youju.records.record import Record


@dataclass(frozen=True)
class Act:
    """A button: what it says, what it asks, and what it does with the record and the reason given."""

    label: str
    asks: str  # what the page explains before the button is pressed
    done: str
    run: Callable[[object, Record, str], object]
    right: Action
    reason: str = ""  # label of the reason; empty: none is asked for
    colour: str = "primary"
    icon: str = "check"


def _asked(record: Record):
    """The open request about the record; gone if somebody has answered it meanwhile."""
    request = acting.open_request(record)
    if request is None:
        raise ValidationError(_("这项申请已经处理过了。"))
    return request


ACTS = {
    "confirm": Act(
        _("确认"),
        _("请核对内容和附件。确认后计入各项数字，以后更正须说明理由。"),
        _("已确认。"),
        lambda access, record, reason: acting.confirm(access, record),
        Action.CONFIRM,
    ),
    "return": Act(
        _("退回"),
        _("记录退回给登记人修改，修改后重新等待确认。"),
        _("已退回。"),
        acting.return_,
        Action.CONFIRM,
        _("退回理由"),
        "orange",
        "corner-up-left",
    ),
    "void": Act(
        _("作废"),
        _("作废后不再计入任何数字；记录和历史仍可查看，不能恢复。"),
        _("已作废。"),
        acting.void,
        Action.ENTER,
        _("作废理由"),
        "danger",
        "ban",
    ),
    "request": Act(
        _("申请退回"),
        _("请说明哪里需要修改，上级工会会退回、更正或作废这条记录。"),
        _("申请已提交，请等待处理。"),
        acting.request_return,
        Action.ENTER,
        _("申请理由"),
        "primary",
        "arrow-back-up",
    ),
    "decline": Act(
        _("不同意退回"),
        _("记录保持不变，申请人会看到您的理由。"),
        _("已答复。"),
        lambda access, record, reason: acting.decline(access, _asked(record), reason),
        Action.CONFIRM,
        _("理由"),
        "orange",
        "x",
    ),
}


@require_http_methods(["GET", "HEAD", "POST"])
def entry_act(request, code, pk, act):
    ledger, act = declared(LEDGERS, code), ACTS[act]
    record = record_of(request, ledger, pk)
    request.access.require(act.right, record.home)
    error, reason = "", request.POST.get("reason", "").strip()[:200]
    if request.method == "POST":
        key = request.POST.get("key") or uuid4().hex
        try:
            _done, ran = writing.once(
                key[:64], by=request.user, act=lambda: _run(request, act, record, reason)
            )
        except (ValidationError, writing.Conflict) as refused:
            error = " ".join(getattr(refused, "messages", refused.args))
            record = record_of(request, ledger, pk)
        else:
            if ran:
                messages.success(request, str(act.done))
            return redirect("entry-detail", code=code, pk=pk)
    context = {
        "ledger": ledger,
        "record": record,
        "title": Reader(request.access).name(record),
        "act": act,
        "reason": reason,
        "error": error,
        "key": request.POST.get("key") or uuid4().hex,
    }
    part = "#dialog" if request.htmx.target == "dialog" else ""
    return render(request, f"desk/entry_act.html{part}", context, status=422 if error else 200)


def _run(request, act: Act, record: Record, reason: str) -> str:
    """The act on the version the user looked at."""
    seen = request.POST.get("row_version", "")
    record.row_version = int(seen) if seen.isdecimal() else record.row_version
    act.run(request.access, record, reason)
    return record.ref
