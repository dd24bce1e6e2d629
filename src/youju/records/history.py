"""Turning a written record into its history event."""

import json
from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from django.db import models

from youju.base import clock
from youju.records import canonical, chain, inserting
from youju.records.models import ChainHead, HistoryEvent, PersonalValues
from youju.records.record import Record

Pair = tuple[Record, Sequence[models.Model]]
SYSTEM = "系统"


def note(head: ChainHead, verb: str, pairs: Sequence[Pair], *, by) -> None:
    """Append one event for each record with its child rows."""
    at = clock.now()
    split = [(record, *canonical.columns(record, rows)) for record, rows in pairs]
    # A new record has no earlier values, and most records hold nothing personal.
    known_of = [record.pk for record, _public, personal in split if personal and verb != "enter"]
    kept = sealed_values(known_of) if known_of else {}
    sealed, events = [], []
    for record, public, personal in split:
        known = opened(kept.get(record.pk, ()))
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
    inserting.insert(PersonalValues, sealed)
    chain.append(head, events)


def sealed_values(record_ids: Sequence[UUID]) -> dict[UUID, list[PersonalValues]]:
    """The sealed personal values of records, oldest first; none where they were erased."""
    found: dict[UUID, list[PersonalValues]] = defaultdict(list)
    for row in PersonalValues.objects.filter(record_id__in=record_ids).order_by("id"):
        found[row.record_id].append(row)
    return found


def opened(rows: Sequence[PersonalValues]) -> dict[str, tuple[str, str]]:
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
