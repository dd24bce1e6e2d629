"""Evidence: taken in, shown as pictures, handed out as it came, withdrawn."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from youju.desk.entries import kind_asked, show
from youju.desk.finding import LEDGERS, declared, record_of
from youju.ledger import acting, attaching
from youju.ledger.attaching import Upload
from youju.records import previews, storing, writing
from youju.records.models import Exhibit
from youju.records.sandbox import ParseFailed
from youju.records.sniffing import TYPES
from youju.reports.shelf import BEARERS, report_of

HELD = {**LEDGERS, **BEARERS}  # what exhibits are shown of


@require_POST
def entry_attach(request, code, pk):
    ledger = declared(LEDGERS, code)
    record = record_of(request, ledger, pk)
    uploads = [Upload(file.name, file.file) for file in request.FILES.getlist("files")]
    kind = kind_asked(request)
    try:
        made = attaching.attach(request.access, record, uploads, kind)
    except ValidationError as error:
        return show(request, ledger, record, status=422, upload_errors=error.messages, kind_chosen=kind)
    except storing.StoreFailed as error:
        return show(request, ledger, record, status=507, upload_errors=[str(error)], kind_chosen=kind)
    messages.success(request, _("已上传 %d 个附件。") % len(made))
    return redirect("entry-detail", code=code, pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
def exhibit_withdraw(request, code, pk, exhibit):
    ledger = declared(HELD, code)
    record = record_of(request, ledger, pk)
    paper = _exhibit(record, exhibit)
    error = ""
    if request.method == "POST":
        try:
            attaching.withdraw(request.access, paper, record, request.POST.get("reason", "")[:200])
        except (ValidationError, writing.Conflict) as refused:
            error = " ".join(getattr(refused, "messages", refused.args))
        else:
            messages.success(request, _("附件已撤回。"))
            return redirect(home_of(record)[0])
    context = {"ledger": ledger, "record": record, "exhibit": paper, "error": error, "home": home_of(record)}
    part = "#dialog" if request.htmx.target == "dialog" else ""
    return render(request, f"desk/exhibit_withdraw.html{part}", context, status=422 if error else 200)


@require_POST
def exhibit_publish(request, code, pk, exhibit):
    """可公开: what an officer ticks for the readers of a summary."""
    record = record_of(request, declared(HELD, code), pk)
    may = request.POST.get("may") == "1"
    try:
        attaching.publish(request.access, _exhibit(record, exhibit), record, may=may)
    except (ValidationError, writing.Conflict) as refused:
        messages.error(request, " ".join(getattr(refused, "messages", refused.args)))
    else:
        messages.success(request, _("照片可以公开。") if may else _("照片不再公开。"))
    return redirect(home_of(record)[0])


@require_safe
def file(request, code, pk, exhibit):
    """The file as it came, for keeping; every hand-out is noted."""
    paper = _exhibit(record_of(request, declared(HELD, code), pk), exhibit)
    try:
        content = storing.open_file(paper.file.federation_id, paper.file.sha256)
    except storing.StoreFailed as error:
        raise Http404 from error
    acting.note_look(request.access, _("下载附件"), paper.ref, address=request.META["REMOTE_ADDR"])
    kind = TYPES[paper.file.kind].mime
    return _sealed(FileResponse(content, content_type=kind, as_attachment=True, filename=paper.file.name))


@require_safe
def preview(request, code, pk, exhibit, size, page):
    """A picture of one page of the file, drawn anew by us."""
    paper = _exhibit(record_of(request, declared(HELD, code), pk), exhibit)
    kept = paper.file
    if not TYPES[kept.kind].shown:
        raise Http404
    try:
        path = previews.picture(kept.federation_id, kept.sha256, kept.kind, size, page)
    except (LookupError, ParseFailed, storing.StoreFailed) as error:
        raise Http404 from error
    return _sealed(FileResponse(path.open("rb"), content_type="image/jpeg"))


@require_safe
def exhibit_view(request, code, pk, exhibit):
    """All pages of one exhibit, large."""
    ledger = declared(HELD, code)
    record = record_of(request, ledger, pk)
    paper = _exhibit(record, exhibit)
    try:
        shown = previews.preview(paper.file.federation_id, paper.file.sha256, paper.file.kind)
    except (ParseFailed, storing.StoreFailed) as error:
        raise Http404 from error
    context = {"ledger": ledger, "record": record, "exhibit": paper, "shown": shown, "home": home_of(record)}
    return render(request, "desk/exhibit.html", context | {"pages": range(1, shown.shown + 1)})


def home_of(record) -> tuple[str, str]:
    """The page that shows a record with its exhibits, and how it is called."""
    if record.ledger_code in BEARERS:
        report = report_of(record)
        where = [report.organisation.code, report.period.code, report.kind]
        return f"{reverse('report-write', args=where)}#papers", str(report)
    address = reverse("entry-detail", args=[record.ledger_code, record.pk])
    return f"{address}#exhibits", getattr(record, "number", "") or _("记录")


def _exhibit(record, pk) -> Exhibit:
    """A standing exhibit of a record the user has reached."""
    found = attaching.exhibits_of(record).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _sealed(response):
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "no-store, private"
    return response
