"""Turning a written record into its history event."""

import json
from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from django.db import models

from youju.base import clock
from youju.records import canonical, chain
from youju.records.models import ChainHead, HistoryEvent, PersonalValues
from youju.records.record import Record

Pair = tuple[Record, Sequence[models.Model]]
SYSTEM = "系统"


def note(head: ChainHead, verb: str, pairs: Sequence[Pair], *, by) -> None:
    """Append one event for each record with its child rows."""
    at = clock.now()
    kept = {} if verb == "enter" else personal_values([record.pk for record, _rows in pairs])
    sealed, events = [], []
    for record, rows in pairs:
        public, personal = canonical.columns(record, rows)
        known = kept.get(record.pk, {})
        salts = canonical.fresh_salts(personal, known)
        values = {name: [salts[name], value] for name, value in personal.items()}
        if values and values != {name: list(pair) for name, pair in known.items()}:
            sealed.append(PersonalValues(record_id=record.pk, values_sealed=json.dumps(values)))
        events.append(
            HistoryEvent(
                at=at,
                verb=verb,
                by_id=by.pk if by else None,
                by_name=by.name if by else SYSTEM,
                ref=record.ref,
                record_id=record.pk,
                reason=record.reason,
                row=canonical.dump(public | canonical.commit(personal, salts)),
            )
        )
    PersonalValues.objects.bulk_create(sealed, batch_size=500)
    chain.append(head, events)


def personal_values(record_ids: Sequence[UUID]) -> dict[UUID, dict[str, tuple[str, str]]]:
    """For each record the latest `column → (salt, value)`; erased records are missing."""
    latest: dict[UUID, dict[str, tuple[str, str]]] = defaultdict(dict)
    for row in PersonalValues.objects.filter(record_id__in=record_ids).order_by("id"):
        opened = json.loads(row.values_sealed.open(row.pk))
        latest[row.record_id] = {name: (salt, value) for name, (salt, value) in opened.items()}
    return latest


def of(record: Record) -> models.QuerySet[HistoryEvent]:
    """What happened to a record, oldest first."""
    return HistoryEvent.objects.filter(record_id=record.pk).order_by("seq")


def last_event(record_id: UUID) -> HistoryEvent | None:
    return HistoryEvent.objects.filter(record_id=record_id).order_by("-seq").first()
