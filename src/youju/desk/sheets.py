"""Tables in: uploaded, looked at cell by cell, then saved."""

import io
from dataclasses import dataclass
from uuid import uuid4

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from youju.desk import place
from youju.desk.finding import LEDGERS, declared
from youju.ledger.sheets import reading, saving, uploads, waiting, workbooks
from youju.ledger.sheets.checking import Checked
from youju.ledger.sheets.outcomes import Line, Outcome, lettered
from youju.ledger.sheets.reading import ACCEPT, MIMES, MOST_BYTES, Refused
from youju.ledger.sheets.uploads import Asked, Upload
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
        upload = _upload(request, ledger, token)
        return _saving(request, upload) or _looking(request, upload)
    except LookupError:
        messages.error(request, _("这个文件已经处理过或超过一天，请重新上传。"))
        return _go(request, reverse("sheet-import", args=[code]))
    except Refused as refused:
        return entrance(request, ledger, str(refused))


@require_safe
def sheet_faulty(request, code, token):
    """The rows that need correcting, with remarks."""
    ledger = entering(request, code)
    try:
        outcome = uploads.outcome(_upload(request, ledger, token))
    except (LookupError, Refused) as error:
        raise Http404 from error
    if not isinstance(outcome, Outcome):
        raise Http404
    return attached(workbooks.faulty(outcome), f"{ledger.label}需要改正的行.xlsx")


def _saving(request, upload: Upload):
    """The answer while an upload is saved or once it was; None where nobody asked for that."""
    state = uploads.saving_of(upload)
    if state is None and request.method == "POST":
        good_only = request.POST.get("save") == "good"
        state = uploads.save(upload, good_only=good_only, key=request.POST.get("key", ""))
    if state is None:
        return None
    if state.is_running:
        return _progress(request, upload, state, _("正在保存"))
    if state.error:
        uploads.forget_saving(upload)
        messages.error(request, state.error)
        return _looking(request, upload, status=422)
    waiting.drop(upload.user, upload.token)
    return _go(request, reverse("import-batch", args=[upload.ledger.code, state.result]))


def _looking(request, upload: Upload, status: int = 200):
    """A page of rows; the bar while they are checked."""
    outcome = uploads.outcome(upload)
    if not isinstance(outcome, Outcome):
        return _progress(request, upload, outcome, _("正在逐行检查"))
    if request.htmx:
        return _go(request, request.get_full_path())
    only = request.GET.get("only") or ("faulty" if outcome.faulty else "all")
    page = Paginator(outcome.only(only), MOST_SHOWN).get_page(request.GET.get("page"))
    context = {
        "ledger": upload.ledger,
        "token": upload.token,
        "name": waiting.name_of(upload.user, upload.token),
        "outcome": outcome,
        "columns": lettered(outcome),
        "offered": upload.layout.columns,
        "only": only,
        "page": page,
        "lines": [_line(line, len(outcome.headings)) for line in page.object_list],
        "may_edit": not outcome.refusal and outcome.good + outcome.faulty <= MOST_EDITED,
        "known": uploads.known(upload, outcome),
        "key": uuid4().hex,
        "here": upload.place,
    }
    return render(request, "desk/sheet_preview.html", context, status=422 if outcome.refusal else status)


def _line(line: Line, width: int) -> dict:
    def filled(cells: list[str]) -> list[str]:
        return (cells + [""] * width)[:width]

    cells = [(text, line.faults.get(str(place), "")) for place, text in enumerate(filled(line.cells))]
    return {"line": line, "cells": cells, "twin": filled(line.twin_cells) if line.twin else []}


def _progress(request, upload: Upload, state, what: str):
    context = {
        "ledger": upload.ledger,
        "name": waiting.name_of(upload.user, upload.token),
        "state": state,
        "what": what,
    }
    return render(request, f"desk/sheet_progress.html{'#bar' if request.htmx else ''}", context)


def _go(request, address: str):
    """There, also for a part of a page that was asked for by script."""
    return HttpResponse(headers={"HX-Redirect": address}) if request.htmx else redirect(address)


def _upload(request, ledger, token) -> Upload:
    return Upload(ledger, request.access, request.user, place_of(request), token, Asked.of(request.GET))


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
