"""One chain of events per federation and stream, each bound to the one before by a keyed hash."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from youju.base import vault
from youju.records import heads, inserting
from youju.records.canonical import framed, text_of
from youju.records.models import ChainHead, HistoryEvent

VERSION = "youju-chain-1"
RECORDS = "records"


def lock(federation_id: UUID, stream: str = RECORDS) -> ChainHead:
    """The head of a chain, locked until the transaction ends: one writer a federation at a time."""
    heads_here = ChainHead.objects.filter(federation_id=federation_id, stream=stream)
    if (head := heads_here.select_for_update().first()) is None:
        ChainHead.objects.get_or_create(federation_id=federation_id, stream=stream)
        head = heads_here.select_for_update().get()
    return head


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
    head.save(update_fields=["seq", "mac"])
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
