"""A checked table into records: all of it or none, its file kept, undone as one act."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from youju.base import clock
from youju.base.remains import much_remains
from youju.ledger import acting
from youju.ledger.ledgers import Ledger
from youju.ledger.models import ImportBatch, RememberedHeading
from youju.ledger.sheets.checking import Checked
from youju.ledger.sheets.columns import plain_heading
from youju.ledger.sheets.reading import Table
from youju.org.access import Access, Action
from youju.org.models import Organisation
from youju.records import chain, engine, storing, writing
from youju.records.models import File, HistoryEvent
from youju.records.record import Record, State

MANY = 10_000  # rows at once, after which the database counts anew before it plans


@dataclass(frozen=True)
class Saved:
    batch: ImportBatch
    left_out: int


def save(checked: Checked, *, good_only: bool = False) -> Saved:
    """Enter the rows; one faulty row and none is entered, unless the good ones were asked for."""
    good, access, place = checked.good, checked.layout.access, checked.layout.place
    access.require(Action.ENTER, place)
    refuse_again(checked.ledger, place, checked.table)
    if len(good) < len(checked.rows) and not good_only:
        number = len(checked.rows) - len(good)
        raise ValidationError(_("有 %d 行需要改正，什么都没有保存。") % number)
    if not good:
        raise ValidationError(_("没有一行可以保存。"))
    stored = storing.store(io.BytesIO(checked.table.data), place.federation_id)
    with much_remains(len(good)), engine.room(), transaction.atomic():
        before = chain.lock(place.federation_id).seq
        if newcomers := checked.newcomers:
            acting.enter_many(access, newcomers)
        records = [row.record for row in good]
        children = {row.record.pk: row.children for row in good if row.children}
        acting.enter_many(access, records, children=children, reason=_("导入"))
        batch = ImportBatch(
            organisation=place,
            target_code=checked.ledger.code,
            rows=len(records),
            from_seq=before + 1,
            to_seq=chain.lock(place.federation_id).seq,
            file=_file(access, place, checked.table, stored),
        )
        writing.enter(batch, by=access.user)
        remember(checked)
    if len(good) >= MANY:
        engine.take_stock()
    return Saved(batch, len(checked.rows) - len(good))


def undo(ledger: Ledger, access: Access, batch: ImportBatch, reason: str) -> int:
    """Void every row of an import that still stands; how many there were."""
    records = list(rows_of(ledger, batch).exclude(state=State.VOIDED).select_related("organisation"))
    _require_undoing(access, records)
    with transaction.atomic():
        chain.lock(batch.federation_id)
        if records:
            writing.void_many(records, by=access.user, reason=reason)
        writing.void(batch, by=access.user, reason=reason)
    return len(records)


def may_undo(ledger: Ledger, access: Access, batch: ImportBatch) -> bool:
    if batch.state == State.VOIDED or not access.may(Action.ENTER, batch.organisation):
        return False
    standing = rows_of(ledger, batch).exclude(state__in=(State.VOIDED, State.PENDING, State.RETURNED))
    return not standing.exists() or access.may(Action.CONFIRM, batch.organisation)


def rows_of(ledger: Ledger, batch: ImportBatch) -> QuerySet:
    """The records that an import entered, whatever became of them."""
    events = HistoryEvent.objects.filter(
        federation_id=batch.federation_id,
        stream=chain.RECORDS,
        seq__range=(batch.from_seq, batch.to_seq),
        verb="enter",
        ref__startswith=f"{ledger.code}:",
    )
    found = ledger.model.objects.filter(pk__in=events.values("record_id"))
    return found.everywhere("the rows of a batch that the user has reached")


def batches(ledger: Ledger, access: Access) -> QuerySet[ImportBatch]:
    """What was taken into a ledger, newest first."""
    found = ImportBatch.objects.reach(access).filter(target_code=ledger.code)
    return found.select_related("file", "organisation", "recorded_by")


def known_import(ledger: Ledger, place: Organisation, sha256: str) -> ImportBatch | None:
    """The standing import of this very content into the ledger."""
    known = ImportBatch._plain.filter(
        federation=place.federation_id, target_code=ledger.code, file__sha256=sha256
    )
    return known.exclude(state=State.VOIDED).first()


def refuse_again(ledger: Ledger, place: Organisation, table: Table) -> None:
    """One content is taken into a ledger once."""
    if batch := known_import(ledger, place, table.sha256):
        raise ValidationError(
            _("这个文件已于%(day)s导入过（%(number)s，%(rows)d条）。如需重新导入，请先撤销那一次。")
            % {"day": clock.local_day(batch.recorded_at), "number": batch.number, "rows": batch.rows}
        )


def remembered(ledger: Ledger, place: Organisation) -> dict[str, str]:
    """Heading → key, as last time."""
    known = RememberedHeading.objects.filter(federation_id=place.federation_id, target_code=ledger.code)
    return dict(known.values_list("heading", "key"))


def remember(checked: Checked) -> None:
    meanings = {plain_heading(text)[:100]: key for text, key in checked.found.mapping.items()}
    rows = [
        RememberedHeading(
            federation_id=checked.layout.place.federation_id,
            target_code=checked.ledger.code,
            heading=heading,
            key=key,
        )
        for heading, key in meanings.items()
        if heading
    ]
    RememberedHeading.objects.bulk_create(
        rows,
        update_conflicts=True,
        update_fields=["key"],
        unique_fields=["federation_id", "target_code", "heading"],
    )


def _file(access: Access, place: Organisation, table: Table, stored: storing.Stored) -> File:
    known = File._plain.filter(federation=place.federation_id, sha256=stored.sha256).first()
    if known is not None:
        return known
    file = File(
        federation_id=place.federation_id,
        sha256=stored.sha256,
        size=stored.size,
        kind=table.code,
        name=table.name[-200:],
    )
    return writing.enter(file, by=access.user)


def _require_undoing(access: Access, records: Sequence[Record]) -> None:
    """The right to void each of them, asked once for each unit and state."""
    asked: Mapping[tuple, Record] = {(record.organisation_id, record.state): record for record in records}
    for record in asked.values():
        try:
            acting.require_void(access, record)
        except PermissionDenied as denied:
            raise ValidationError(_("其中有已确认的记录，须由有权确认的人撤销。")) from denied
