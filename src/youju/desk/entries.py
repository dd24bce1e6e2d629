"""One record: seen, entered and changed."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from youju.desk import merging, place
from youju.desk.finding import LEDGERS, declared, record_of
from youju.ledger import acting, attaching, copying, telling
from youju.ledger.attaching import Upload
from youju.ledger.children import child_tables
from youju.ledger.forms import EntryForm, editable_fields, entry_form
from youju.ledger.showing import Reader
from youju.org.access import Action
from youju.records import storing, writing
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
        if form.ran:
            _attach(request, ledger, done["pk"])
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
    form_class = entry_form(ledger, request.access)
    sent = merging.taking_theirs(form_class, record, request.POST) if request.POST else None
    form = form_class(sent, instance=record)
    conflict = None
    if request.method == "POST" and form.is_valid():
        try:
            if done := _saved(request, form):
                messages.success(request, _("修改已保存。"))
                return _with_receipt(form, redirect("entry-detail", **done))
        except writing.Conflict as found:
            current = record_of(request, ledger, found.current.pk)
            conflict = merging.conflict_of(Reader(request.access), form, current)
    return _page(request, ledger, form, conflict=conflict)


def _saved(request, form: EntryForm) -> dict | None:
    """Save once, however often the form is sent; where to look at the record, or None if refused."""
    try:
        ref, form.ran = writing.once(form.cleaned_data["key"], by=request.user, act=lambda: form.save().ref)
    except ValidationError as error:
        form.refuse(error)
        return None
    code, _colon, pk = ref.partition(":")
    return {"code": code, "pk": pk}


def _attach(request, ledger, pk: str) -> None:
    """Photos sent along with the form; what is wrong with them is said, the record stands."""
    uploads = [Upload(file.name, file.file) for file in request.FILES.getlist("files")]
    if not uploads:
        return
    try:
        attaching.attach(request.access, record_of(request, ledger, pk), uploads, kind_asked(request))
    except (ValidationError, storing.StoreFailed) as error:
        said = " ".join(getattr(error, "messages", [str(error)]))
        messages.error(request, _("记录已保存，附件没有：%s 请在下面重新上传。") % said)


def kind_asked(request) -> str:
    """Which kind of evidence the files sent along are."""
    kind = request.POST.get("kind-of-files")
    return kind if kind in Exhibit.Kind.values else Exhibit.Kind.OTHER


def _with_receipt(form: EntryForm, answer):
    """Tell the page's script which sending was saved, so that it drops the draft on the device."""
    answer.set_cookie(SAVED, form.cleaned_data["key"], max_age=600, samesite="Lax")
    return answer


def _page(request, ledger, form: EntryForm, *, conflict: dict | None = None):
    title = None if form.is_new else Reader(request.access).name(form.instance)
    status = 409 if conflict else 422 if form.errors else 200
    context = {"ledger": ledger, "form": form, "conflict": conflict, "title": title}
    context["groups"] = form.groups
    if form.is_new:
        context |= {"may_upload": True, "kinds": Exhibit.Kind.choices, "accept": ACCEPT}
        context["sent_files"] = bool(request.FILES)
    if form.is_new and "copy" not in request.GET:
        context["last"] = copying.last_of(request.access, ledger)
    return render(request, "desk/entry_form.html", context, status=status)
