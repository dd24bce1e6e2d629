"""One passage of a report: read, edited in place, moved, deleted, compared with what it said before."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from youju.base import clock
from youju.desk import composing as pages
from youju.ledger.scope import Scope
from youju.org.access import Action
from youju.records import writing
from youju.records.models import Exhibit
from youju.records.record import State
from youju.reports import arranging, composing, editing, typed, versions
from youju.reports.drafting import Draft
from youju.reports.models import Passage

NEAR = 30  # characters shown on either side of a typed figure
ACTS = ("up", "down", "after", "drop", "restore")


@require_http_methods(["GET", "HEAD", "POST"])
def passage(request, pk):
    """GET: the passage as it reads. POST: save it; the answer says when, or shows the other's words."""
    found = _passage(request, pk)
    if request.method != "POST":
        return _shown(request, found) if request.htmx else pages.to_editor(found)
    words, level = request.POST.get("text", ""), request.POST.get("level", "")
    insert = request.POST.get("insert", "")
    found.text = (words.replace("\r\n", "\n") + insert).strip()
    found.level = int(level) if level in ("0", "1", "2") else found.level
    found.row_version = pages.version_of(request, found)
    try:
        _save(request, found)
    except writing.Conflict as conflict:
        return _refused(request, found, current=conflict.current)
    except ValidationError as refused:
        found.row_version = pages.version_of(request, found)
        return _refused(request, found, errors=refused.messages)
    if request.htmx and "done" in request.POST:
        return _retargeted(_shown(request, found), found)
    if request.htmx:
        return render(request, "desk/passage_edit.html#saved", {"passage": found, "saved_at": clock.now()})
    asked = request.POST.get("q", "") if "find" in request.POST else ""
    staying = "find" in request.POST or insert
    return pages.to_editor(found, edit=str(found.pk) if staying else "", q=asked)


def _save(request, passage: Passage) -> None:
    """Save unless the very same words stand there already. A passage moved meanwhile is no conflict."""
    current = composing.passage(request.access, passage.pk)
    stands = (current.text, current.level)
    if stands in ((passage.text, passage.level), versions.as_seen(passage, passage.row_version)):
        passage.row_version = current.row_version
    if stands != (passage.text, passage.level):
        composing.change(request.access, passage)


def _refused(request, passage: Passage, *, current: Passage | None = None, errors=()):
    """The typed words stay; beside them what is wrong, or what somebody else wrote meanwhile."""
    context = {"passage": passage, "current": current, "errors": errors, "scope": _scope(request, passage)}
    if current is not None:
        context["changes"] = list(versions.changed(current.text, passage.text))
    context |= {"kind": passage.report.kind, "report": passage.report}
    if request.htmx:
        return render(request, "desk/passage_edit.html#saved", context, status=422)
    return render(request, "desk/passage_page.html", context, status=422)


@require_safe
def passage_edit(request, pk):
    """The passage as a form."""
    found = _passage(request, pk)
    if not request.htmx:
        return pages.to_editor(found, edit=str(found.pk))
    context = {"passage": found, "scope": _scope(request, found), "kind": found.report.kind}
    return render(request, "desk/passage_edit.html", context)


@require_POST
def passage_act(request, pk, act):
    """Move, delete, bring back, or begin another passage behind this one."""
    found = _passage(request, pk, standing=act != "restore")
    if act not in ACTS:
        raise Http404
    if act in ("up", "down"):
        arranging.move(request.access, found, -1 if act == "up" else 1)
    elif act == "after":
        made = arranging.insert_after(request.access, found)
        return pages.to_editor(made, edit=str(made.pk))
    elif act == "drop":
        composing.drop(request.access, found)
        return pages.to_editor(found, dropped=str(found.pk))
    else:
        found = composing.restore(request.access, found)
    return pages.to_editor(found)


@require_http_methods(["GET", "HEAD", "POST"])
def passage_bind(request, pk):
    """A figure typed by hand: which claim it is, or which paper proves it."""
    found = _passage(request, pk)
    asked = request.POST or request.GET
    figure = _figure(found, asked.get("start", ""), asked.get("end", ""))
    if request.method == "POST":
        return _bound(request, found, figure)
    if figure is None:
        return pages.to_editor(found)
    scope, words = _scope(request, found), request.GET.get("q", "").strip()[:40]
    if words:
        named = editing.indicators_named(words)[: typed.MOST]
        proposals = [typed.proposal(scope, figure, one) for one in named]
    else:
        proposals = typed.proposals(scope, found.text, figure, composing.heading_above(request.access, found))
    context = {"passage": found, "figure": figure, "proposals": proposals, "scope": scope, "asked": words}
    before, after = found.text[: figure.start], found.text[figure.end :]
    context |= {"before": "…" * (len(before) > NEAR) + before[-NEAR:], "after": after[:NEAR]}
    part = "#dialog" if request.htmx else ""
    return render(request, f"desk/passage_bind.html{part}", context | {"report": found.report})


def _figure(passage: Passage, start: str, end: str) -> typed.Typed | None:
    if not (start.isdecimal() and end.isdecimal()):
        return None
    return typed.figure_at(passage.text, int(start), int(end))


def _bound(request, passage: Passage, figure: typed.Typed | None):
    """The chip takes the place of the figure, unless the words changed meanwhile."""
    seen = pages.version_of(request, passage)
    if figure is None or seen != passage.row_version:
        messages.error(request, _("这一段刚刚被修改，请重新点击要关联的数字。"))
        return pages.to_editor(passage)
    passage.text = typed.bound(passage.text, figure, request.POST.get("slot", ""))
    try:
        composing.change(request.access, passage)
    except (ValidationError, writing.Conflict) as refused:
        messages.error(request, " ".join(getattr(refused, "messages", refused.args)))
    else:
        messages.success(request, _("已关联台账。"))
    return pages.to_editor(passage)


@require_POST
def passage_attach(request, pk):
    """A paper that backs the figures typed into this passage."""
    found = _passage(request, pk)
    kind = request.POST.get("kind")
    pages.attach(request, found, kind if kind in Exhibit.Kind.values else Exhibit.Kind.OTHER)
    return pages.to_editor(found)


@require_safe
def passage_history(request, pk):
    found = _passage(request, pk, standing=False)
    context = {"passage": found, "versions": versions.versions(found), "report": found.report}
    part = "#dialog" if request.htmx.target == "dialog" else ""
    return render(request, f"desk/passage_history.html{part}", context)


def _passage(request, pk, *, standing: bool = True) -> Passage:
    found = composing.passage(request.access, pk)
    if found is None or (standing and found.state == State.VOIDED):
        raise Http404
    request.access.require(Action.ENTER, found.organisation)
    return found


def _scope(request, passage: Passage) -> Scope:
    return Scope.of(request.access, passage.report.organisation, passage.report.period)


def _shown(request, passage: Passage):
    scope = _scope(request, passage)
    context = {"one": editing.shown(Draft(scope), passage), "scope": scope}
    return render(request, "desk/passage.html", context)


def _retargeted(response, passage: Passage):
    """The whole passage takes the place of its form."""
    response["HX-Retarget"], response["HX-Reswap"] = f"#passage-{passage.pk}", "outerHTML"
    return response
