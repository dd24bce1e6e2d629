"""Turning a written record into its history event."""

import json
from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from django.db import models

from youju.base import clock
from youju.base.fields import uuid7
from youju.records import canonical, chain, inserting
from youju.records.canonical import Row
from youju.records.models import ChainHead, HistoryEvent, PersonalValues
from youju.records.record import Record

Pair = tuple[Record, Sequence[models.Model]]
Salted = dict[str, tuple[str, str]]  # column → salt and value
Told = tuple[Record, Row, Row]
SYSTEM = "系统"


def told(pairs: Sequence[Pair]) -> list[Told]:
    """Each record with its child rows as the history will hold it: the public columns and the personal."""
    return [(record, *canonical.columns(record, rows)) for record, rows in pairs]


def note(head: ChainHead, verb: str, pairs: Sequence[Pair], *, by) -> None:
    """Append one event for each record with its child rows."""
    split = told(pairs)
    holders = [record.pk for record, _public, personal in split if personal]
    kept = sealed_values(holders) if holders else {}
    _append(head, verb, split, {pk: opened(rows) for pk, rows in kept.items()}, by)


def note_new(head: ChainHead, split: Sequence[Told], *, by) -> None:
    """Append the first event of each record, told before its values were sealed."""
    _append(head, "enter", split, {}, by)


def _append(head: ChainHead, verb: str, split: Sequence[Told], known: dict[UUID, Salted], by) -> None:
    sealed, writes = [], []
    for record, public, personal in split:
        row = public
        if personal:
            before = known.get(record.pk, {})
            salts = canonical.fresh_salts(personal, before)
            row = public | canonical.commit(personal, salts)
            values = {name: [salts[name], value] for name, value in personal.items()}
            if values != {name: list(pair) for name, pair in before.items()}:
                sealed.append((record.pk, uuid7(), json.dumps(values)))
        writes.append(chain.Write(record.ref, record.pk, record.reason, canonical.dump(row)))
    _keep(sealed)
    by_id, by_name = (by.pk, by.name) if by else (None, SYSTEM)
    chain.append(head, writes, at=clock.now(), verb=verb, by_id=by_id, by_name=by_name)


def _keep(values: Sequence[tuple[UUID, UUID, str]]) -> None:
    """Personal values of records, sealed: the record, the key of the new row, what it holds."""
    fields = [PersonalValues._meta.get_field(name) for name in ("id", "record_id", "values_sealed")]
    sealed = fields[-1].sealed([(key, text) for _record_id, key, text in values])
    rows = ((key, record_id, one) for (record_id, key, _text), one in zip(values, sealed, strict=True))
    inserting.insert_values(PersonalValues, fields, rows)


def sealed_values(record_ids: Sequence[UUID]) -> dict[UUID, list[PersonalValues]]:
    """The sealed personal values of records, oldest first; none where they were erased."""
    found: dict[UUID, list[PersonalValues]] = defaultdict(list)
    for row in PersonalValues.objects.filter(record_id__in=record_ids).order_by("id"):
        found[row.record_id].append(row)
    return found


def opened(rows: Sequence[PersonalValues]) -> Salted:
    """The latest personal values of one record: `column → (salt, value)`."""
    if not rows:
        return {}
    latest = json.loads(rows[-1].values_sealed.open(rows[-1].pk))
    return {name: (salt, value) for name, (salt, value) in latest.items()}


def of(record: Record) -> models.QuerySet[HistoryEvent]:
    """What happened to a record, oldest first."""
    return HistoryEvent.objects.filter(record_id=record.pk).order_by("seq")


def last_event(record_id: UUID) -> HistoryEvent | None:
    return HistoryEvent.objects.filter(record_id=record_id).order_by("-seq").first()
