"""Annual summaries: the draft as it reads now, final editions, and their files."""

from base64 import b64encode
from dataclasses import dataclass
from uuid import uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from youju.base import clock, periods
from youju.base.periods import Period
from youju.desk import differing, place
from youju.desk.finding import around, asked_organisation, asked_period, period_of
from youju.ledger import acting, listing
from youju.ledger.scope import Scope
from youju.org.access import Action
from youju.records import writing
from youju.reports import composing, files, publishing, sealing, shelf
from youju.reports.document import Document, Heading, Paragraph, Quote, Table, Unproven
from youju.reports.models import Edition, Kind
from youju.reports.render import html, policy
from youju.reports.render import pages as render_pages

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
}
PAGE = 50


@dataclass(frozen=True)
class Run:
    """A piece of running text: plain, proven (with the key of its proof) or not."""

    text: str
    key: str = ""
    unproven: bool = False


@require_safe
def report_list(request):
    """Final editions, and the way to a draft."""
    period = asked_period(request, periods.year(listing.latest_year(request.access)))
    page = Paginator(shelf.editions(request.access), PAGE).get_page(request.GET.get("page"))
    rows = [{"edition": one, "period": shelf.period_of(one)} for one in page.object_list]
    here = place.current(request)
    context = {"rows": rows, "page": page, "period": period, "here": here, "periods": around(period)}
    context["kinds"] = [(kind, usual(kind, period)) for kind in Kind]
    return render(request, "desk/report_list.html", context)


def usual(kind: Kind, period: Period) -> Period:
    """The span that a kind of paper is written for where a whole year was chosen."""
    year, today = period.end.year, clock.today()
    if period != periods.year(year):
        return period
    if kind == Kind.MIDYEAR:
        return periods.half(year, 1)
    if kind == Kind.QUARTER:
        return periods.quarter(year, (today.month + 2) // 3 if year == today.year else 4)
    return period


@require_safe
def draft_choice(request):
    """From the choice of a period to the draft's own address."""
    here = asked_organisation(request, place.current(request))
    kind = _kind(request.GET.get("kind"))
    period = usual(kind, asked_period(request, periods.year(clock.today().year)))
    return redirect("report-draft", org=here.code, period=period.code, kind=kind)


@require_safe
def report_draft(request, org, period, kind=Kind.ANNUAL):
    """A paper as the records have it now; every figure leads to its evidence."""
    scope, kind = _scope(request, org, period), kind_of(kind)
    document, draft = composing.as_of_now(request.access, scope, kind)
    context = {
        "scope": scope,
        "kind": kind,
        "document": document,
        "blocks": blocks_of(document),
        "codes": {draft.key(code): code for code in draft.quoted},
        "may_seal": request.access.may(Action.SEAL, scope.organisation),
        "latest": sealing.latest(request.access, scope.organisation, scope.period, kind),
        "may_write": request.access.may(Action.ENTER, scope.organisation),
        "year": scope.period.end.year,
    }
    return render(request, "desk/report_draft.html", context)


@require_safe
def report_draft_pages(request, org, period, kind):
    """The draft exactly as it would be printed, marked 未定稿."""
    scope, kind = _scope(request, org, period), kind_of(kind)
    document, _draft = composing.as_of_now(request.access, scope, kind)
    pages = [b64encode(page).decode() for page in render_pages(document)]
    context = {"scope": scope, "kind": kind, "document": document, "pages": pages}
    part = "#pages" if request.htmx else ""
    return render(request, f"desk/report_draft_pages.html{part}", context)


@require_safe
def report_draft_file(request, org, period, kind, form):
    """The draft as Word or PDF, to be passed round before it is sealed."""
    if form not in ("docx", "pdf"):
        raise Http404
    scope, kind = _scope(request, org, period), kind_of(kind)
    document, _draft = composing.as_of_now(request.access, scope, kind)
    where = f"{kind} {scope.organisation.code} {scope.period.code}"
    acting.note_look(request.access, _("下载草稿"), where, address=request.META["REMOTE_ADDR"])
    return _download(files.FORMATS[form](document), form, f"{document.title}（未定稿）.{form}")


@require_http_methods(["GET", "HEAD", "POST"])
def report_seal(request, org, period):
    """定稿并锁定, after a last look."""
    scope = _scope(request, org, period)
    request.access.require(Action.SEAL, scope.organisation)
    kind = _kind(request.GET.get("kind"))
    error, why = "", request.POST.get("reason", "").strip()[:200]
    if request.method == "POST":
        try:
            pk, _ran = writing.once(
                (request.POST.get("key") or uuid4().hex)[:64],
                by=request.user,
                act=lambda: str(
                    sealing.seal(request.access, scope.organisation, scope.period, kind=kind, why=why).pk
                ),
            )
        except ValidationError as refused:
            error = " ".join(refused.messages)
        else:
            messages.success(request, _("已定稿并锁定。"))
            return redirect("report-detail", pk=pk)
    context = {
        "scope": scope,
        "kind": kind,
        "error": error,
        "reason": why,
        "latest": sealing.latest(request.access, scope.organisation, scope.period, kind),
        "key": request.POST.get("key") or uuid4().hex,
    }
    part = "#dialog" if request.htmx.target == "dialog" else ""
    return render(request, f"desk/report_seal.html{part}", context, status=422 if error else 200)


@require_safe
def report_detail(request, pk):
    edition = _edition(request, pk)
    document = sealing.document_of(edition)
    context = {
        "edition": edition,
        "period": shelf.period_of(edition),
        "document": document,
        "blocks": blocks_of(document),
        "changes": differing.changes(edition, request.access),
        "newer": sealing.latest(request.access, edition.organisation, shelf.period_of(edition), edition.kind),
    }
    return render(request, "desk/report_detail.html", context)


@require_safe
def report_file(request, pk, kind):
    """The edition as Word, PDF or a page that needs no server."""
    edition = _edition(request, pk)
    if kind not in TYPES:
        raise Http404
    acting.note_look(request.access, _("下载定稿"), edition.ref, address=request.META["REMOTE_ADDR"])
    return _download(files.render(edition, kind), kind, files.name_of(edition, kind))


@login_not_required
@require_safe
def edition_public(request, digest):
    """The readers' page of an edition, for whoever scans the code on its paper."""
    edition = publishing.edition_of(digest)
    if edition is None:
        raise Http404
    document = sealing.document_of(edition)
    response = HttpResponse(html(document), content_type=TYPES["html"])
    response["Content-Security-Policy"] = f"{policy(document)}; frame-ancestors 'none'"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _download(content: bytes, form: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=TYPES[form])
    response["Content-Disposition"] = content_disposition_header(True, name)
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "no-store, private"
    return response


def blocks_of(document: Document) -> list[dict]:
    """The text in the order of the page, ready for a template."""
    blocks = []
    for block in document.blocks:
        match block:
            case Heading():
                blocks.append({"heading": block.text, "level": block.level})
            case Paragraph():
                blocks.append({"runs": [_run(run) for run in block.runs]})
            case Table():
                blocks.append({"columns": block.columns, "rows": block.rows})
    return blocks


def _run(run) -> Run:
    return Run(run.text, getattr(run, "key", "") if isinstance(run, Quote) else "", isinstance(run, Unproven))


def _kind(asked: str | None) -> Kind:
    """The kind of paper that was asked for, the annual report where none was."""
    return Kind(asked) if asked in Kind.values else Kind.ANNUAL


def kind_of(code: str) -> Kind:
    if code not in Kind.values:
        raise Http404
    return Kind(code)


def _scope(request, org: str, period: str) -> Scope:
    return Scope.of(request.access, request.access.organisation(org), period_of(period))


def _edition(request, pk) -> Edition:
    found = shelf.edition(request.access, pk)
    if found is None:
        raise Http404
    return found
