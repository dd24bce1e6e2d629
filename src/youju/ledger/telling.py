"""A record's history in words: who did what when and why, and what it changed."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from youju.base.fields import MoneyField
from youju.base.masking import open_names
from youju.ledger.showing import EMPTY, Reader, text_of
from youju.records.models import Exhibit, HistoryEvent
from youju.records.record import Record, State

VERBS = {
    "enter": gettext_lazy("登记"),
    "amend": gettext_lazy("修改"),
    "confirm": gettext_lazy("确认"),
    "return": gettext_lazy("退回"),
    "void": gettext_lazy("作废"),
    "end": gettext_lazy("终止"),
}
UNTOLD = {field.name for field in Record._meta.get_fields()} | {"id", "record_ref", "record_id"}
SEALED = gettext_lazy("（受保护的内容）")


@dataclass(frozen=True)
class Change:
    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Told:
    at: datetime
    who: str
    verb: str
    key: str  # the verb of the door, for an icon
    reason: str
    changes: tuple[Change, ...] = field(default=())


def history_of(reader: Reader, record: Record) -> list[Told]:
    """What happened to a record and its exhibits, newest first."""
    papers = {paper.pk: paper for paper in Exhibit._plain.filter(record_id=record.pk).select_related("file")}
    events = HistoryEvent.objects.filter(record_id__in=[record.pk, *papers]).order_by("seq")
    told, before = [], None
    with open_names(reader.knows(record)):
        for event in events:
            if event.record_id in papers:
                told.append(_of_exhibit(event, papers[event.record_id]))
                continue
            row = json.loads(event.row)
            told.append(_told(event, before, row, _changes(type(record), before, row) if before else ()))
            before = row
    return told[::-1]


def texts_at(reader: Reader, record: Record, version: int) -> dict[str, str]:
    """The fields of a record as they were in one version, as people read them; of sealed ones nothing."""
    rows = [
        json.loads(event.row) for event in HistoryEvent.objects.filter(record_id=record.pk).order_by("seq")
    ]
    then = [row for row in rows if row.get("row_version") == str(version)]
    if not then:
        return {}
    with open_names(reader.knows(record)):
        told = {
            one.name: _text(one, then[-1].get(one.column))
            for one in record._meta.concrete_fields
            if one.name not in UNTOLD
        }
    return {name: text for name, text in told.items() if text != str(SEALED)}


def _told(event: HistoryEvent, before: dict | None, row: dict, changes: Iterable[Change]) -> Told:
    verb = str(VERBS.get(event.verb, event.verb))
    if event.verb == "amend" and before and before["state"] == State.RETURNED:
        verb = _("修改后重新提交")
    elif event.verb == "amend" and row["state"] == State.CONFIRMED:
        verb = _("更正")
    return Told(event.at, event.by_name, verb, event.verb, event.reason, tuple(changes))


def _of_exhibit(event: HistoryEvent, exhibit: Exhibit) -> Told:
    verb = _("上传附件") if event.verb == "enter" else _("撤回附件")
    change = Change(exhibit.get_kind_display(), "", exhibit.file.name)
    return Told(event.at, event.by_name, verb, "attach", event.reason, (change,))


def _changes(model: type[Record], before: dict, after: dict) -> list[Change]:
    changes = []
    for one in model._meta.concrete_fields:
        old, new = before.get(one.column), after.get(one.column)
        if one.name not in UNTOLD and old != new:
            changes.append(Change(str(one.verbose_name), _text(one, old), _text(one, new)))
    for child in model.child_models:
        old, new = (_children(child, row) for row in (before, after))
        if old != new:
            changes.append(Change(str(child._meta.verbose_name), _counted(old), _counted(new)))
    return changes


def _children(child: type[models.Model], row: dict) -> set[str]:
    """The ids of the child rows; a replaced list has new ones throughout."""
    start = f"{child._meta.db_table}."
    return {column.removeprefix(start).split(".")[0] for column in row if column.startswith(start)}


def _counted(rows: set) -> str:
    return _("%d 行") % len(rows)


def _text(one: models.Field, raw: str | None) -> str:
    """One column of a canonical row as people read it."""
    if raw is None or raw == "":
        return EMPTY
    if raw.startswith("#") and len(raw) == 65:
        return str(SEALED)
    if one.choices:
        return str(dict(one.flatchoices).get(raw, raw))
    if isinstance(one, models.ForeignKey):
        target = one.related_model._base_manager.filter(pk=raw).first()
        return str(target) if target else raw
    if isinstance(one, MoneyField):
        return text_of(Decimal(raw).scaleb(-2), money=True)
    if isinstance(one, models.BooleanField):
        return text_of(raw == "true")
    if isinstance(one, models.DateField) and not isinstance(one, models.DateTimeField):
        return text_of(date.fromisoformat(raw))
    return raw
