"""Tables in: uploaded, looked at cell by cell, then saved."""

import io
from dataclasses import dataclass
from uuid import uuid4

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from youju.desk import place
from youju.desk.finding import LEDGERS, declared
from youju.ledger.sheets import reading, saving, waiting, workbooks
from youju.ledger.sheets.checking import Checked, Row, check
from youju.ledger.sheets.reading import ACCEPT, MIMES, MOST_BYTES, Refused
from youju.org.access import Action
from youju.records import storing, writing

MOST_SHOWN, MOST_EDITED, LATEST = 100, 200, 10


@require_safe
def sheet_template(request, code):
    """Our own workbook for the ledger."""
    ledger = entering(request, code)
    return attached(workbooks.template(ledger, request.access), f"{ledger.label}模板.xlsx")


@require_http_methods(["GET", "HEAD", "POST"])
def sheet_import(request, code):
    """Where tables come in; an upload goes on to its preview."""
    ledger, error = entering(request, code), ""
    if request.method == "POST":
        try:
            token = waiting.keep(request.user, _uploaded(request))
        except Refused as refused:
            error = str(refused)
        else:
            return redirect("sheet-preview", code=code, token=token)
    return entrance(request, ledger, error)


@require_http_methods(["GET", "HEAD", "POST"])
def sheet_preview(request, code, token):
    """What each row of an upload would become; saving checks everything once more."""
    ledger = entering(request, code)
    try:
        checked = _checked(request, ledger, token)
    except LookupError:
        messages.error(request, _("这个文件已经处理过或超过一天，请重新上传。"))
        return redirect("sheet-import", code=code)
    except Refused as refused:
        return entrance(request, ledger, str(refused))
    if request.method == "POST" and (done := saved(request, checked)):
        waiting.drop(request.user, token)
        return redirect("import-batch", code=code, pk=done.pk)
    shown = [*checked.faulty, *checked.good][:MOST_SHOWN]
    context = {
        "token": token,
        "rows": [_row(checked, row) for row in shown],
        "left": len(checked.rows) - len(shown),
        "may_edit": len(checked.rows) <= MOST_EDITED,
        "meanings": list(zip(checked.found.headings, _keys(checked), strict=True)),
    }
    return preview(request, checked, "desk/sheet_preview.html", context)


@require_safe
def sheet_faulty(request, code, token):
    """The rows that need correcting, with remarks."""
    ledger = entering(request, code)
    try:
        checked = _checked(request, ledger, token)
    except (LookupError, Refused) as error:
        raise Http404 from error
    return attached(workbooks.faulty(checked), f"{ledger.label}需要改正的行.xlsx")


def attached(data: bytes, name: str) -> FileResponse:
    """A workbook to be kept by whoever asked for it."""
    answer = FileResponse(io.BytesIO(data), content_type=MIMES["xlsx"], as_attachment=True, filename=name)
    answer["Cache-Control"] = "no-store, private"
    return answer


# -- parts --------------------------------------------------------------------------------


def entering(request, code):
    ledger = declared(LEDGERS, code)
    if not request.access.may_anywhere(Action.ENTER):
        raise PermissionDenied(_("您的角色不能登记。"))
    return ledger


def place_of(request):
    found = place.current(request)
    if found is None:
        raise Http404
    return found


def _uploaded(request) -> reading.Table:
    file = request.FILES.get("file")
    if file is None:
        raise Refused(_("请选择要导入的文件。"))
    if file.size > MOST_BYTES:
        said = {"name": file.name, "mb": file.size // reading.MEGA, "most": MOST_BYTES // reading.MEGA}
        raise Refused(_("“%(name)s”太大（%(mb)dMB），最大 %(most)dMB。请分成几个文件。") % said)
    return reading.read(file.read(), file.name)


def _checked(request, ledger, token) -> Checked:
    table = waiting.fetch(request.user, token)
    here = place_of(request)
    mapping = saving.remembered(ledger, here) | _chosen(request)
    return check(ledger, request.access, table, place=here, mapping=mapping)


def _chosen(request) -> dict[str, str]:
    """Heading → column, where the address says so."""
    pairs = zip(request.GET.getlist("heading"), request.GET.getlist("key"), strict=False)
    return {heading: key for heading, key in pairs if heading}


@dataclass(frozen=True)
class Done:
    """The batch that was entered; `now` is false where the page had been sent before."""

    pk: str
    now: bool


def saved(request, checked: Checked) -> Done | None:
    """Save once, however often the page is sent; None with a message where it was refused."""
    good_only = request.POST.get("save") == "good"
    try:
        ref, now = writing.once(
            (request.POST.get("key") or uuid4().hex)[:64],
            by=request.user,
            act=lambda: saving.save(checked, good_only=good_only).batch.ref,
        )
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return None
    except storing.StoreFailed as error:
        messages.error(request, str(error))
        return None
    return Done(ref.partition(":")[2], now)


def entrance(request, ledger, error: str, *, pasted: str = ""):
    context = {
        "ledger": ledger,
        "error": error,
        "accept": ACCEPT,
        "pasted": pasted,
        "place": place_of(request),
        "batches": saving.batches(ledger, request.access)[:LATEST],
    }
    return render(request, "desk/sheet_import.html", context, status=422 if error else 200)


def _row(checked: Checked, row: Row) -> dict:
    cells = [(row.texts.get(column.key, ""), checked.fault_of(row, column.key)) for column in checked.columns]
    return {"row": row, "cells": cells}


def _keys(checked: Checked) -> list[str]:
    meant = {place: key for key, place in checked.found.places.items()}
    return [meant.get(place, "") for place in range(len(checked.found.headings))]


def preview(request, checked: Checked, page: str, more: dict):
    context = {
        "ledger": checked.ledger,
        "checked": checked,
        "columns": checked.columns,
        "offered": checked.layout.columns,
        "known": saving.known_import(checked.ledger, checked.layout.place, checked.table),
        "key": uuid4().hex,
        "here": checked.layout.place,
        **more,
    }
    return render(request, page, context, status=422 if "save" in request.POST else 200)
