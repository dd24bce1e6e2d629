"""从上年总结开始: upload last year's summary, tick what this year begins with, see what to record first."""

from decimal import Decimal, InvalidOperation
from pathlib import PurePath
from uuid import uuid4

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from youju.base import clock, periods
from youju.catalogue import INDICATORS
from youju.desk import place
from youju.desk.checking import text_of
from youju.desk.finding import asked_organisation
from youju.ledger.scope import Scope
from youju.org.access import Action
from youju.records import storing, writing
from youju.records.record import State
from youju.reports import beginning
from youju.reports.beginning import Aim, Proposal

MOST_TARGET = Decimal("999999999999.99")


@require_http_methods(["GET", "HEAD", "POST"])
def report_begin(request):
    """GET: choose a file. POST: what it holds; once ticked and sent again, it is entered."""
    organisation = asked_organisation(request, place.current(request))
    request.access.require(Action.ENTER, organisation)
    year = _year(request.POST.get("year", ""))
    context = {"organisation": organisation, "year": year, "years": (year - 1, year, year + 1)}
    if request.method != "POST":
        return render(request, "desk/report_begin.html", context)
    text, error = text_of(request)
    if error:
        return render(request, "desk/report_begin.html", context | {"error": error}, status=422)
    proposal = beginning.propose(text)
    chosen, errors = None, []
    if "take" in request.POST:
        chosen, errors = _chosen(request, proposal)
        if not errors:
            try:
                return redirect("report-begun", pk=_take(request, organisation, year, text, chosen))
            except (ValidationError, storing.StoreFailed) as refused:
                errors = getattr(refused, "messages", None) or [str(refused)]
    context |= _proposed(request, organisation, year, proposal) | {"text": text, "errors": errors}
    return render(request, "desk/report_begin.html", context, status=422 if errors else 200)


def _year(asked: str) -> int:
    today = clock.today().year
    return int(asked) if asked.isdecimal() and abs(int(asked) - today) <= 1 else today


def _proposed(request, organisation, year: int, proposal: Proposal) -> dict:
    """The proposal as the form shows it: as read, or as it was ticked and changed before."""
    first = "take" not in request.POST
    return {
        "proposal": proposal,
        "aims": [
            (
                one,
                first or f"aim-{one.indicator.code}" in request.POST,
                request.POST.get(f"value-{one.indicator.code}", f"{one.value.normalize():f}"),
            )
            for one in proposal.aims
        ],
        "points": [
            (n, one, first or f"point-{n}" in request.POST, request.POST.get(f"item-{n}", one.text))
            for n, one in enumerate(proposal.points)
        ],
        "needs": beginning.needs(
            request.access,
            Scope.of(request.access, organisation, periods.year(year)),
            [one.indicator for one in proposal.aims],
        ),
        "name": request.POST.get("name", "") or _name(request),
        "key": request.POST.get("key") or uuid4().hex,
    }


def _name(request) -> str:
    upload = request.FILES.get("file")
    return f"{PurePath(upload.name).stem}.txt" if upload else _("上年总结.txt")


def _chosen(request, proposal: Proposal) -> tuple[tuple[list, list], list[str]]:
    """What was ticked, by what we read ourselves; and what is wrong with the values typed."""
    aims: list[tuple[Aim, Decimal]] = []
    errors = []
    for one in proposal.aims:
        if f"aim-{one.indicator.code}" in request.POST:
            value = _number(request.POST.get(f"value-{one.indicator.code}", ""))
            if value is None:
                errors.append(_("“%s”的目标值不是数字，请改正。") % one.indicator.label)
            else:
                aims.append((one, value))
    tasks = [
        (one.kind, words)
        for n, one in enumerate(proposal.points)
        if f"point-{n}" in request.POST and (words := request.POST.get(f"item-{n}", "").strip())
    ]
    return (aims, tasks), errors


def _number(typed: str) -> Decimal | None:
    try:
        value = Decimal(typed.strip().replace(",", "").replace("，", ""))
    except InvalidOperation:
        return None
    return round(value, 2) if value.is_finite() and 0 <= value <= MOST_TARGET else None


def _take(request, organisation, year: int, text: str, chosen: tuple[list, list]) -> str:
    aims, tasks = chosen
    name = request.POST.get("name", "").strip() or _("上年总结.txt")
    pk, _ran = writing.once(
        (request.POST.get("key") or uuid4().hex)[:64],
        by=request.user,
        act=lambda: str(
            beginning.take(
                request.access, organisation, year, text=text, name=name, aims=aims, tasks=tasks
            ).pk
        ),
    )
    return pk


@require_http_methods(["GET", "HEAD", "POST"])
def report_begun(request, pk):
    """What was taken, which ledgers come first, and the way to undo it."""
    batch = beginning.beginning(request.access, pk)
    if batch is None:
        raise Http404
    request.access.require(Action.ENTER, batch.organisation)
    if request.method == "POST":
        try:
            number = beginning.undo(
                request.access, batch, request.POST.get("reason", "").strip() or _("撤销")
            )
        except (ValidationError, writing.Conflict) as refused:
            messages.error(request, " ".join(getattr(refused, "messages", refused.args)))
        else:
            messages.success(request, _("已撤销，作废 %d 条记录。") % number)
        return redirect("report-begun", pk=pk)
    targets, tasks = beginning.taken(batch)
    scope = Scope.of(
        request.access, batch.organisation, periods.year(clock.local_day(batch.recorded_at).year)
    )
    counted = [INDICATORS[one.indicator] for one in targets if one.indicator in INDICATORS]
    context = {"batch": batch, "targets": targets, "tasks": tasks, "gone": batch.state == State.VOIDED}
    context["needs"] = beginning.needs(request.access, scope, counted)
    return render(request, "desk/report_begun.html", context)
