"""The only door through which records change.

Every verb locks the federation's chain, reads the record again, checks it, saves it and appends
history, all in one transaction. Each takes `by`, a user (None for the system itself). Who *may* do what
is decided one floor up, in `org.access`; here stands what must hold whoever asks.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from itertools import batched, groupby

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from youju.base import clock
from youju.records import chain, history, inserting, plain
from youju.records.models import Attended, Exhibit, IdempotencyKey, NumberSeries, Participation
from youju.records.paid import PaidEntry, standing_corrections
from youju.records.querysets import unguarded
from youju.records.record import Record, Register, State

BATCH = 500
Children = dict[object, Sequence[models.Model]]


class Conflict(Exception):
    """Somebody else changed the record first; `current` is the row as it stands now."""

    def __init__(self, current: Record):
        super().__init__(_("这条记录刚刚被他人修改，请核对后再保存。"))
        self.current = current


# -- new records -----------------------------------------------------------------------


def enter(record: Record, *, by, children: Sequence[models.Model] = (), reason: str = "") -> Record:
    """Write one new record with its child rows."""
    enter_many([record], by=by, children={record.pk: children}, reason=reason)
    return record


def enter_many(records: Sequence[Record], *, by, children: Children | None = None, reason: str = "") -> None:
    """Write new records of one model, all or none. `children` maps a record's id to its rows."""
    children = children or {}
    now = clock.now()
    for record in records:
        _adopt(record, by, now, reason)
        _settle(record, children.get(record.pk, ()))
    with transaction.atomic():
        for federation_id, group in groupby(sorted(records, key=_owner), key=_owner):
            _insert(list(group), children, chain.lock(federation_id), by)


def _owner(record: Record):
    return record.federation_id


def _adopt(record: Record, by, now, reason: str) -> None:
    """Give a new record its owner, its clock and its first state."""
    if record.federation_id is None:
        record.federation_id = record.organisation.federation_id
    record.recorded_at, record.recorded_by, record.reason = now, by, reason
    if record.starts_confirmed:
        record.state, record.confirmed_at, record.confirmed_by = State.CONFIRMED, now, by
    plain.clean_fields(record, _keys(type(record)))


@cache
def _keys(model: type[models.Model]) -> frozenset[str]:
    """Keys to others: the database sees to them, at one question a batch."""
    return frozenset(field.name for field in model._meta.fields if field.is_relation)


def _settle(record: Record, rows: Sequence[models.Model]) -> None:
    """Tie child rows to their record, in the order given."""
    for position, row in enumerate(rows):
        row.parent_id, row.position = record.pk, position
        plain.clean_fields(row, _keys(type(row)))
    seats = [(row.person_id, row.session) for row in rows if isinstance(row, Participation) and row.person_id]
    if len(seats) != len(set(seats)):
        raise ValidationError(_("同一人在同一场次只能登记一次。"))


def _insert(records: list[Record], children: Children, head, by) -> None:
    model = type(records[0])
    for error in model.check_many(records).values():
        raise error
    _number(records)
    # Told now: sealed values would have to be opened again.
    split = history.told([(record, children.get(record.pk, ())) for record in records])
    try:
        with transaction.atomic():
            inserting.insert(model, records)
            for row_model in model.child_models:
                rows = [row for record in records for row in children.get(record.pk, ())]
                inserting.insert(row_model, rows)
    except IntegrityError:
        _say_what_is_wrong(records)
        raise
    history.note_new(head, split, by=by)
    model.after_write(records)


def _say_what_is_wrong(records: Sequence[Record]) -> None:
    """Which rule the database refused by, in words; asked only then, since asking costs queries a row."""
    with unguarded():
        for record in records:
            record.validate_unique()
            record.validate_constraints()


def _check(record: Record) -> None:
    """What must hold of the whole record, asked under the lock."""
    with unguarded():
        record.clean()
        record.validate_unique()
        record.validate_constraints()


def _number(records: Sequence[Record]) -> None:
    """The next human numbers of each year, in the order of the records."""
    if not records[0].number_label:
        return
    for year, group in groupby(sorted(records, key=_year), key=_year):
        series, _created = NumberSeries.objects.select_for_update().get_or_create(
            federation_id=records[0].federation_id, ledger_code=records[0].ledger_code, year=year
        )
        for record in group:
            series.last += 1
            record.number = f"{record.number_label}-{year}-{series.last:04d}"
        series.save(update_fields=["last"])


def _year(record: Record) -> int:
    return record.kept_on.year


# -- changes ---------------------------------------------------------------------------


def amend(record: Record, *, by, reason: str = "", children: Sequence[models.Model] | None = None) -> Record:
    """Correct a mistake. A confirmed record needs a reason and stays confirmed; a returned one waits again.

    `children` replaces the child rows; None leaves them as they are.
    """

    def change(current: Record) -> None:
        if current.state == State.VOIDED:
            raise ValidationError(_("已作废的记录不能再修改。"))
        if current.state == State.CONFIRMED and not reason and not current.starts_confirmed:
            raise ValidationError(_("已确认的记录须说明更正理由。"))
        _refuse_changed_sums(current, record)
        record.state = State.PENDING if current.state == State.RETURNED else current.state

    return _change(record, "amend", by, reason, change, children)


def confirm(record: Record, *, by, self_confirmed: bool = False) -> Record:
    """待确认 → 已确认."""

    def change(current: Record) -> None:
        _require(current, State.PENDING, _("只有待确认的记录可以确认。"))
        _require_sign_in(current)
        record.state, record.confirmed_at, record.confirmed_by = State.CONFIRMED, clock.now(), by
        record.self_confirmed = self_confirmed

    return _change(record, "confirm", by, "", change)


def confirm_many(records: Sequence[Record], *, by) -> None:
    """待确认 → 已确认 for many records of one model in one federation, all or none."""
    model, now = type(records[0]), clock.now()
    by_key = {record.pk: record for record in records}
    with transaction.atomic():
        head = chain.lock(records[0].federation_id)
        for current in model._plain.filter(pk__in=by_key, federation=records[0].federation_id):
            record = by_key[current.pk]
            if current.row_version != record.row_version:
                raise Conflict(current)
            _require(current, State.PENDING, _("只有待确认的记录可以确认。"))
            _require_sign_in(current)
            record.state, record.confirmed_at, record.confirmed_by = State.CONFIRMED, now, by
            record.reason, record.row_version = "", current.row_version + 1
        model._plain.filter(pk__in=by_key).update(
            state=State.CONFIRMED,
            confirmed_at=now,
            confirmed_by=by,
            reason="",
            row_version=F("row_version") + 1,
        )
        rows = _child_rows_of(records)
        history.note(head, "confirm", [(record, rows[record.pk]) for record in records], by=by)
        model.after_write(records)


def _child_rows_of(records: Sequence[Record]) -> dict[object, list[models.Model]]:
    """For each record its child rows in their order, with one query for each kind of row."""
    rows: dict[object, list[models.Model]] = {record.pk: [] for record in records}
    for row_model in records[0].child_models:
        for row in row_model._base_manager.filter(parent_id__in=list(rows)).order_by("position"):
            rows[row.parent_id].append(row)
    return rows


def void_many(records: Sequence[Record], *, by, reason: str) -> None:
    """Any state → 已作废 for many records of one model in one federation, all or none."""
    model, reason = type(records[0]), _needed(reason)
    by_key = {record.pk: record for record in records}
    with transaction.atomic():
        head = chain.lock(records[0].federation_id)
        for part in batched(by_key, BATCH):
            _void_part(model, head, {key: by_key[key] for key in part}, by, reason)
        model.after_write(records)


def _void_part(model: type[Record], head, by_key: dict, by, reason: str) -> None:
    for current in model._plain.filter(pk__in=by_key, federation=head.federation_id):
        record = by_key[current.pk]
        if current.row_version != record.row_version:
            raise Conflict(current)
        _require_voidable(current)
        record.state, record.reason, record.row_version = State.VOIDED, reason, current.row_version + 1
    model._plain.filter(pk__in=by_key).update(
        state=State.VOIDED, reason=reason, row_version=F("row_version") + 1
    )
    rows = _child_rows_of(list(by_key.values()))
    history.note(head, "void", [(record, rows[record.pk]) for record in by_key.values()], by=by)


def _require_voidable(current: Record) -> None:
    if current.state == State.VOIDED:
        raise ValidationError(_("这条记录已经作废。"))
    if isinstance(current, PaidEntry) and standing_corrections(current).exists():
        raise ValidationError(_("这条记录已有红字冲销，请先作废冲销记录。"))


def return_(record: Record, *, by, reason: str) -> Record:
    """待确认 → 已退回, with a reason for whoever recorded it."""

    def change(current: Record) -> None:
        _require(current, State.PENDING, _("只有待确认的记录可以退回。"))
        record.state = State.RETURNED

    return _change(record, "return", by, _needed(reason), change)


def void(record: Record, *, by, reason: str) -> Record:
    """Any state → 已作废. The record stays readable and counts nowhere."""

    def change(current: Record) -> None:
        _require_voidable(current)
        record.state = State.VOIDED

    return _change(record, "void", by, _needed(reason), change)


def end(record: Register, *, on: date, by, reason: str = "", **facts) -> Record:
    """Give a register row its last day, with the facts that belong to ending (e.g. `ended_by`)."""

    def change(current: Register) -> None:
        if current.until_on is not None:
            raise ValidationError({"until_on": _("这条记录已经终止。")})
        record.until_on = on
        for name, value in facts.items():
            setattr(record, name, value)

    return _change(record, "end", by, reason, change)


def _change(
    record: Record,
    verb: str,
    by,
    reason: str,
    change: Callable[[Record], None],
    children: Sequence[models.Model] | None = None,
) -> Record:
    model = type(record)
    with transaction.atomic():
        head = chain.lock(record.federation_id)
        current = model._plain.get(pk=record.pk)
        if current.row_version != record.row_version:
            raise Conflict(current)
        change(current)
        record.reason, record.row_version = reason, current.row_version + 1
        if verb == "amend":
            record.clean_fields(exclude=_keys(model))
        if verb in ("amend", "end"):
            _check(record)
        models.Model.save(record, force_update=True)
        rows = _replace(record, children) if children is not None else child_rows(record)
        history.note(head, verb, [(record, rows)], by=by)
        model.after_write([record])
    return record


def _replace(record: Record, children: Sequence[models.Model]) -> Sequence[models.Model]:
    _settle(record, children)
    for row_model in record.child_models:
        row_model._base_manager.filter(parent_id=record.pk).delete()
        row_model._base_manager.bulk_create(children, batch_size=BATCH)
    return children


def child_rows(record: Record) -> list[models.Model]:
    """The rows that belong to a record, in their order."""
    return [row for model in record.child_models for row in model._base_manager.filter(parent_id=record.pk)]


def _require(record: Record, state: State, message: str) -> None:
    if record.state != state:
        raise ValidationError(message)


def _refuse_changed_sums(current: Record, record: Record) -> None:
    """Money that was paid and confirmed is not changed in place."""
    if current.state != State.CONFIRMED:
        return
    changed = [name for name in record.paid if getattr(current, name) != getattr(record, name)]
    if changed:
        message = _("已确认的金额不能更改；请登记一条红字冲销，或作废本条后重新登记。")
        raise ValidationError(dict.fromkeys(changed, message))


def _needed(reason: str) -> str:
    if not reason.strip():
        raise ValidationError({"reason": _("请填写理由。")})
    return reason.strip()


def _require_sign_in(record: Record) -> None:
    """A head-count without names stands only beside a scanned sign-in sheet."""
    if not isinstance(record, Attended) or not record.unnamed:
        return
    sheets = Exhibit._plain.filter(record_id=record.pk, kind=Exhibit.Kind.SIGN_IN)
    if not sheets.exclude(state=State.VOIDED).exists():
        raise ValidationError({"unnamed": _("填写了未列名人次，须先上传签到表扫描件才能确认。")})


# -- once ------------------------------------------------------------------------------


def once(key: str, *, by, act: Callable[[], str]) -> tuple[str, bool]:
    """Run `act` unless this key was already used; returns its result and whether it ran now.

    The key is stored in the same transaction as the effect, so a form sent twice acts once.
    """
    with transaction.atomic():
        mine, created = IdempotencyKey.objects.get_or_create(key=key, defaults={"by": by, "at": clock.now()})
        if not created:
            return mine.result, False
        mine.result = act()
        mine.save(update_fields=["result"])
        return mine.result, True
