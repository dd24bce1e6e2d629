"""Imports that were made: what each brought, its file, and the way to undo it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from youju.desk.finding import LEDGERS, declared
from youju.desk.rows import rows_of
from youju.ledger import acting
from youju.ledger.sheets import saving
from youju.ledger.sheets.reading import MIMES
from youju.ledger.showing import Reader
from youju.org.access import Action
from youju.records import storing, writing

MOST_SHOWN = 50


@require_http_methods(["GET", "HEAD", "POST"])
def import_batch(request, code, pk):
    ledger = declared(LEDGERS, code)
    batch, error = _batch(request, ledger, pk), ""
    if request.method == "POST":
        request.access.require(Action.ENTER, batch.organisation)
        try:
            number = saving.undo(ledger, request.access, batch, request.POST.get("reason", "")[:200])
        except (ValidationError, writing.Conflict) as refused:
            error = " ".join(getattr(refused, "messages", refused.args))
            batch = _batch(request, ledger, pk)
        else:
            messages.success(request, _("已撤销这次导入，作废 %d 条记录。") % number)
            return redirect("import-batch", code=code, pk=pk)
    entered = saving.rows_of(ledger, batch)
    context = {
        "ledger": ledger,
        "batch": batch,
        "error": error,
        "rows": rows_of(Reader(request.access), entered[:MOST_SHOWN], ledger.columns),
        "left": max(batch.rows - MOST_SHOWN, 0),
        "may_undo": saving.may_undo(ledger, request.access, batch),
    }
    return render(request, "desk/import_batch.html", context, status=422 if error else 200)


@require_safe
def import_file(request, code, pk):
    """The table as it came in; every hand-out is noted."""
    batch = _batch(request, declared(LEDGERS, code), pk)
    request.access.require(Action.ENTER, batch.organisation)
    try:
        content = storing.open_file(batch.file.federation_id, batch.file.sha256)
    except storing.StoreFailed as error:
        raise Http404 from error
    acting.note_look(request.access, _("下载导入的文件"), batch.ref, address=request.META["REMOTE_ADDR"])
    kind = MIMES[batch.file.kind]
    answer = FileResponse(content, content_type=kind, as_attachment=True, filename=batch.file.name)
    answer["Cache-Control"] = "no-store, private"
    return answer


def _batch(request, ledger, pk):
    """An import into this ledger that the user reaches."""
    found = saving.batches(ledger, request.access).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found
