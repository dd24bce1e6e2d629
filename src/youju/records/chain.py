"""One chain of events per federation and stream, each bound to the one before by a keyed hash."""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection, transaction

from youju.base import vault
from youju.records import heads, inserting
from youju.records.canonical import framed, text_of
from youju.records.models import ChainHead, HistoryEvent

VERSION = "youju-chain-1"
RECORDS = "records"
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


def mac_of(event: HistoryEvent) -> str:
    """The keyed hash of every column of an event and of the event before."""
    chain = f"{event.federation_id}/{event.stream}"
    return vault.mac(
        framed(
            VERSION,
            chain,
            event.seq,
            event.previous,
            event.id,
            text_of(event.at),
            event.verb,
            event.by_id,
            event.by_name,
            event.ref,
            event.record_id,
            event.reason,
            event.row,
        )
    )


def append(head: ChainHead, events: Sequence[HistoryEvent]) -> None:
    """Write events at the end of a locked chain; the new head is published when the transaction commits."""
    for event in events:
        event.federation_id, event.stream = head.federation_id, head.stream
        event.seq, event.previous = head.seq + 1, head.mac
        event.mac = mac_of(event)
        head.seq, head.mac = event.seq, event.mac
    inserting.insert(HistoryEvent, events)
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
