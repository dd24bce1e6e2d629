"""Writing a report: its passages in reading order, what may be added, what is still missing."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from youju.desk.finding import period_of
from youju.desk.reports import kind_of
from youju.ledger import attaching
from youju.ledger.attaching import Upload
from youju.ledger.scope import Scope
from youju.org.access import Action
from youju.records import storing, writing
from youju.records.models import Exhibit
from youju.reports import composing, editing, sealing, suggesting
from youju.reports.drafting import Draft
from youju.reports.models import Kind, Part, Passage, Report


@require_http_methods(["GET", "HEAD", "POST"])
def report_write(request, org, period, kind):
    """The editor; POST begins the paper with a draft that writes itself."""
    scope, kind = scope_of(request, org, period, kind)
    if request.method == "POST":
        composing.begin(request.access, scope.organisation, scope.period, kind)
        return redirect("report-write", org=org, period=period, kind=kind)
    report = composing.existing(request.access, scope.organisation, scope.period, kind)
    context = {"scope": scope, "kind": kind, "report": report, "kinds": Kind}
    if report is not None:
        context |= _written(request, scope, report)
    return render(request, "desk/report_write.html", context)


def _written(request, scope: Scope, report: Report) -> dict:
    draft = Draft(scope)
    found = composing.passages(request.access, report)
    shown = [editing.shown(draft, one) for one in found]
    edited = request.GET.get("edit", "")
    asked = request.GET.get("q", "").strip()[:40]
    return {
        "parts": [(part, [one for one in shown if one.passage.part == part]) for part in Part],
        "edited": edited,
        "asked": asked,
        "choices": editing.choices(scope, asked) if edited and asked else (),
        "dropped": composing.dropped(request.access, report),
        "undo": request.GET.get("dropped", ""),
        "papers": attaching.exhibits_of(report),
        "refused": draft.refused,
        "latest": sealing.latest(request.access, scope.organisation, scope.period, report.kind),
        "may_seal": request.access.may(Action.SEAL, scope.organisation),
        "alone": not request.access.others_may(Action.ENTER, scope.organisation),
    }


@require_safe
def report_aside(request, org, period, kind):
    """What the records suggest: shortcomings, and sentences that could be said or lack a ledger."""
    scope, kind = scope_of(request, org, period, kind)
    report = _report(request, scope, kind)
    written = "".join(one.text for one in composing.passages(request.access, report))
    unsaid = list(editing.unsaid(request.access, scope, kind, written))
    said = {one.text for one in composing.passages(request.access, report)}
    context = {
        "scope": scope,
        "kind": kind,
        "report": report,
        "sayable": [(text, left) for text, left in unsaid if not left.ledgers],
        "lacking": [left for _text, left in unsaid if left.ledgers],
        "suggestions": [one for one in suggesting.suggestions(request.access, scope) if one.text not in said],
    }
    part = "#aside" if request.htmx else ""
    return render(request, f"desk/report_aside.html{part}", context)


@require_safe
def report_claims(request, org, period, kind):
    """Claims to choose from, with their values today."""
    scope, _kind = scope_of(request, org, period, kind)
    asked = request.GET.get("q", "").strip()[:40]
    return render(
        request, "desk/report_claims.html", {"choices": editing.choices(scope, asked), "scope": scope}
    )


@require_POST
def report_title(request, org, period, kind):
    scope, kind = scope_of(request, org, period, kind)
    report = _report(request, scope, kind)
    report.title = request.POST.get("title", "").strip()
    report.motto = request.POST.get("motto", "").strip()
    report.row_version = version_of(request, report)
    try:
        composing.retitle(request.access, report)
    except (ValidationError, writing.Conflict) as refused:
        messages.error(request, " ".join(getattr(refused, "messages", refused.args)))
    else:
        messages.success(request, _("标题已保存。"))
    return redirect("report-write", org=org, period=period, kind=kind)


@require_POST
def passage_add(request, org, period, kind):
    """A new passage: behind another one, or at the end of a part."""
    scope, kind = scope_of(request, org, period, kind)
    report = _report(request, scope, kind)
    part, level = request.POST.get("part"), request.POST.get("level", "0")
    text = request.POST.get("text", "").strip()
    if part not in Part.values or level not in ("0", "1", "2"):
        raise Http404
    try:
        made = composing.add(request.access, report, part=Part(part), text=text, level=int(level))
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect("report-write", org=org, period=period, kind=kind)
    return to_editor(made, edit="" if text else str(made.pk))


@require_POST
def report_submit(request, org, period, kind):
    """提请定稿."""
    scope, kind = scope_of(request, org, period, kind)
    try:
        composing.submit(request.access, _report(request, scope, kind))
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    else:
        messages.success(request, _("已提请定稿，请负责人核对后定稿。"))
    return redirect("report-write", org=org, period=period, kind=kind)


@require_POST
def report_attach(request, org, period, kind):
    """A scanned 签批单 for the whole paper."""
    scope, kind = scope_of(request, org, period, kind)
    attach(request, _report(request, scope, kind), Exhibit.Kind.APPROVAL)
    return redirect("report-write", org=org, period=period, kind=kind)


@require_http_methods(["GET", "HEAD", "POST"])
def report_template(request, org, kind):
    """The template of a kind of paper, to be changed for one's own use."""
    organisation = request.access.organisation(org)
    request.access.require(Action.ENTER, organisation)
    kind = kind_of(kind)
    own = composing.own_template(request.access, organisation, kind)
    text, errors = composing.template_of(request.access, organisation, kind), ()
    if request.method == "POST":
        text = request.POST.get("text", "").replace("\r\n", "\n").strip()
        try:
            composing.save_template(request.access, organisation, kind, text, version_of(request, own))
        except (ValidationError, writing.Conflict) as refused:
            errors = getattr(refused, "messages", refused.args)
        else:
            messages.success(request, _("模板已保存，下次起草时使用。"))
            return redirect("report-template", org=org, kind=kind)
    context = {"organisation": organisation, "kind": kind, "text": text, "errors": errors, "own": own}
    context["row_version"] = own.row_version if own else ""
    return render(request, "desk/report_template.html", context, status=422 if errors else 200)


# -- what the pages about passages need as well -------------------------------------------


def scope_of(request, org: str, period: str, kind: str) -> tuple[Scope, Kind]:
    """Where and for when is written, for those who may write there."""
    organisation = request.access.organisation(org)
    request.access.require(Action.ENTER, organisation)
    return Scope.of(request.access, organisation, period_of(period)), kind_of(kind)


def _report(request, scope: Scope, kind: Kind) -> Report:
    report = composing.existing(request.access, scope.organisation, scope.period, kind)
    if report is None:
        raise Http404
    return report


def version_of(request, record) -> int:
    """The version that the writer saw."""
    seen = request.POST.get("row_version", "")
    return int(seen) if seen.isdecimal() else getattr(record, "row_version", 0)


def to_editor(passage: Passage, **asked: str):
    """Back to the passage in the editor."""
    report = passage.report
    address = reverse("report-write", args=[report.organisation.code, report.period.code, report.kind])
    query = urlencode({name: value for name, value in asked.items() if value})
    return redirect(f"{address}{'?' if query else ''}{query}#passage-{passage.pk}")


def attach(request, record, kind: str) -> None:
    uploads = [Upload(file.name, file.file) for file in request.FILES.getlist("files")]
    try:
        made = attaching.attach(request.access, record, uploads, kind)
    except (ValidationError, storing.StoreFailed) as refused:
        messages.error(request, " ".join(getattr(refused, "messages", refused.args)))
    else:
        messages.success(request, _("已上传 %d 个附件。") % len(made))
