"""One chain of events per federation and stream, each bound to the one before by a keyed hash."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from youju.base import vault
from youju.base.fields import uuid7
from youju.records import heads, inserting
from youju.records.canonical import framed, text_of
from youju.records.models import ChainHead, HistoryEvent

VERSION = "youju-chain-1"
RECORDS = "records"
COLUMNS = ("id", "federation_id", "stream", "seq", "at", "verb", "by_id", "by_name")
COLUMNS += ("ref", "record_id", "reason", "row", "previous", "mac")
TABLE = ChainHead._meta.db_table
READ = f"SELECT id, seq, mac FROM {TABLE} WHERE federation_id = %s AND stream = %s"  # noqa: S608  our names
MOVE = f"UPDATE {TABLE} SET seq = %s, mac = %s WHERE federation_id = %s AND stream = %s"  # noqa: S608  our names


def lock(federation_id: UUID, stream: str = RECORDS) -> ChainHead:
    """The head of a chain, locked until the transaction ends: one writer a federation at a time."""
    if (head := _locked(federation_id, stream)) is None:
        ChainHead.objects.get_or_create(federation_id=federation_id, stream=stream)
        head = _locked(federation_id, stream)
    return head


def _locked(federation_id: UUID, stream: str) -> ChainHead | None:
    """Every write asks this: in plain SQL, since composing it takes longer than the answer."""
    suffix = f" {connection.ops.for_update_sql()}" if connection.features.has_select_for_update else ""
    with connection.cursor() as cursor:
        cursor.execute(READ + suffix, [_prepared(federation_id), stream])
        row = cursor.fetchone()
    if row is None:
        return None
    return ChainHead(id=row[0], federation_id=federation_id, stream=stream, seq=row[1], mac=row[2])


def _prepared(federation_id: UUID):
    return ChainHead._meta.get_field("federation_id").get_db_prep_value(federation_id, connection)


@dataclass(frozen=True, slots=True)
class Write:
    """What an event tells of one record: its address, why it was written, and its canonical row."""

    ref: str
    record_id: UUID
    reason: str
    row: str


def mac_of(event: HistoryEvent) -> str:
    """The keyed hash of every column of an event and of the event before."""
    return vault.mac(
        _of_chain(event.federation_id, event.stream)
        + framed(event.seq, event.previous, event.id)
        + _of_act(event.at, event.verb, event.by_id, event.by_name)
        + framed(event.ref, event.record_id, event.reason, event.row)
    )


def _of_chain(federation_id: UUID, stream: str) -> bytes:
    return framed(VERSION, f"{federation_id}/{stream}")


def _of_act(at: datetime, verb: str, by_id: UUID | None, by_name: str) -> bytes:
    return framed(text_of(at), verb, by_id, by_name)


def append(
    head: ChainHead, writes: Sequence[Write], *, at: datetime, verb: str, by_id: UUID | None, by_name: str
) -> None:
    """Write events at the end of a locked chain; the new head is published when the transaction commits."""
    chain, act, rows = _of_chain(head.federation_id, head.stream), _of_act(at, verb, by_id, by_name), []
    for write in writes:
        key, previous, told = uuid7(), head.mac, (write.ref, write.record_id, write.reason, write.row)
        head.seq += 1
        head.mac = vault.mac(chain + framed(head.seq, previous, key) + act + framed(*told))
        place = (key, head.federation_id, head.stream, head.seq)
        rows.append((*place, at, verb, by_id, by_name, *told, previous, head.mac))
    inserting.insert_values(HistoryEvent, [HistoryEvent._meta.get_field(name) for name in COLUMNS], rows)
    with connection.cursor() as cursor:
        cursor.execute(MOVE, [head.seq, head.mac, _prepared(head.federation_id), head.stream])
    federation_id, stream, seq = head.federation_id, head.stream, head.seq
    transaction.on_commit(lambda: publish(federation_id, stream, seq))


def publish(federation_id: UUID, stream: str, seq: int) -> None:
    """Put the head as it now stands beside the keys, unless that was done for `seq` or a later place.

    A transaction of many writes publishes once: its first hook already finds the last head.
    """
    known = heads.read(federation_id, stream)
    if known is None or known["seq"] < seq:
        head = ChainHead.objects.get(federation_id=federation_id, stream=stream)
        heads.publish(federation_id, stream, head.seq, head.mac)
