"""One record: seen, entered and changed."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from youju.desk import place
from youju.desk.finding import LEDGERS, declared, record_of
from youju.ledger import acting, attaching, copying, telling
from youju.ledger.children import child_tables
from youju.ledger.forms import EntryForm, editable_fields, entry_form
from youju.ledger.showing import Reader
from youju.org.access import Action
from youju.records import writing
from youju.records.models import Attended, Exhibit
from youju.records.record import Record, State
from youju.records.sniffing import ACCEPT

MOST_SHOWN = 200
SAVED = "youju-saved"


@require_safe
def entry_detail(request, code, pk):
    ledger = declared(LEDGERS, code)
    return show(request, ledger, record_of(request, ledger, pk))


def show(request, ledger, record: Record, *, status: int = 200, **more):
    """The page of a record; `more` brings what a failed upload has to say."""
    reader, access = Reader(request.access), request.access
    names = dict.fromkeys((*ledger.columns, *editable_fields(ledger.model)))
    people = participants(reader, record) if isinstance(record, Attended) else []
    context = {
        "ledger": ledger,
        "record": record,
        "title": reader.name(record),
        "cells": reader.cells(record, names, ledger.words),
        "participants": people[:MOST_SHOWN],
        "participants_total": len(people),
        "child_tables": child_tables(reader, record),
        "exhibits": attaching.exhibits_of(record),
        "history": telling.history_of(reader, record),
        "request_open": acting.open_request(record),
        "kinds": Exhibit.Kind.choices,
        "accept": ACCEPT,
        **rights(access, record),
        **more,
    }
    return render(request, "desk/entry_detail.html", context, status=status)


def rights(access, record: Record) -> dict[str, bool]:
    """Which buttons the user gets."""
    enters = access.may(Action.ENTER, record.home)
    confirms = access.may(Action.CONFIRM, record.home)
    waits, gone = record.state == State.PENDING, record.state == State.VOIDED
    may_amend = acting.may_amend(access, record)
    return {
        "may_confirm": waits and confirms and access.may_confirm(record),
        "waits_for_another": waits and confirms and not access.may_confirm(record),
        "may_return": waits and confirms,
        "may_amend": may_amend,
        "may_void": acting.may_void(access, record),
        "may_copy": enters,
        "may_attach": enters and not gone,
        "may_withdraw": not gone and (confirms if record.state == State.CONFIRMED else enters),
        "may_publish": not gone and confirms,
        "may_request": enters and not confirms and record.state in (State.PENDING, State.CONFIRMED),
        "may_answer": confirms,
    }


def participants(reader: Reader, record: Attended) -> list[dict]:
    rows = record.child_models[0]._default_manager.filter(parent_id=record.pk).select_related("person")
    known = reader.knows(record)
    return [{"row": row, "name": row.name if known else str(row)} for row in rows]


@require_http_methods(["GET", "HEAD", "POST"])
def entry_new(request, code):
    ledger = declared(LEDGERS, code)
    if not request.access.may_anywhere(Action.ENTER):
        raise PermissionDenied(_("您的角色不能登记。"))
    initial = copying.taken_over(request.access, ledger, request.GET)
    form = entry_form(ledger, request.access)(
        request.POST or None, place=place.current(request), initial=initial
    )
    if request.method == "POST" and form.is_valid() and (done := _saved(request, form)):
        messages.success(request, _("已保存。"))
        if "again" in request.POST:
            return _with_receipt(form, redirect(f"{reverse('entry-new', args=[code])}?after={done['pk']}"))
        return _with_receipt(form, redirect("entry-detail", **done))
    return _page(request, ledger, form)


@require_http_methods(["GET", "HEAD", "POST"])
def entry_amend(request, code, pk):
    ledger = declared(LEDGERS, code)
    record = record_of(request, ledger, pk)
    try:
        acting.require_amend(request.access, record)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("entry-detail", code=code, pk=pk)
    form = entry_form(ledger, request.access)(request.POST or None, instance=record)
    conflict = None
    if request.method == "POST" and form.is_valid():
        try:
            if done := _saved(request, form):
                messages.success(request, _("修改已保存。"))
                return _with_receipt(form, redirect("entry-detail", **done))
        except writing.Conflict as found:
            conflict = _conflict(request, ledger, form, record_of(request, ledger, found.current.pk))
    return _page(request, ledger, form, conflict=conflict)


def _saved(request, form: EntryForm) -> dict | None:
    """Save once, however often the form is sent; where to look at the record, or None if refused."""
    try:
        ref, _ran = writing.once(form.cleaned_data["key"], by=request.user, act=lambda: form.save().ref)
    except ValidationError as error:
        form.refuse(error)
        return None
    code, _colon, pk = ref.partition(":")
    return {"code": code, "pk": pk}


def _with_receipt(form: EntryForm, answer):
    """Tell the page's script which sending was saved, so that it drops the draft on the device."""
    answer.set_cookie(SAVED, form.cleaned_data["key"], max_age=600, samesite="Lax")
    return answer


def _conflict(request, ledger, form: EntryForm, current: Record) -> dict:
    """Both versions field by field; saving again then means: mine, knowing the other."""
    reader = Reader(request.access)
    names = editable_fields(ledger.model)
    versions = (reader.cells(one, names, ledger.words) for one in (form.instance, current))
    pairs = zip(*versions, strict=True)
    form.data = form.data.copy()
    form.data["row_version"] = current.row_version
    last = telling.history_of(reader, current)[0]
    return {
        "last": last,
        "rows": [
            {"mine": mine, "theirs": theirs, "differs": mine.text != theirs.text} for mine, theirs in pairs
        ],
    }


def _page(request, ledger, form: EntryForm, *, conflict: dict | None = None):
    title = None if form.is_new else Reader(request.access).name(form.instance)
    status = 409 if conflict else 422 if form.errors else 200
    context = {"ledger": ledger, "form": form, "conflict": conflict, "title": title}
    context["groups"] = form.groups
    if form.is_new and "copy" not in request.GET:
        context["last"] = copying.last_of(request.access, ledger)
    return render(request, "desk/entry_form.html", context, status=status)
