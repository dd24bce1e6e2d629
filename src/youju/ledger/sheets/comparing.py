"""Rows against each other and against what is kept: repetitions, and what the model refuses."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import batched
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.utils.translation import gettext as _

from youju.base import clock
from youju.base.fields import EncryptedField
from youju.ledger.sheets import conditions
from youju.ledger.sheets.columns import Layout
from youju.org.models import Organisation
from youju.records.querysets import unguarded
from youju.records.record import Record, State

CHUNK = 900


@dataclass(frozen=True)
class Repeated:
    """What a row repeats: an earlier row of the table, or a record that is kept."""

    text: str
    row: int = 0
    record: UUID | None = None


def repeated(layout: Layout, rows: Sequence) -> Iterator[tuple]:
    """Rows that say nothing new: every value is that of another row or of a record."""
    model = layout.ledger.model
    fields = [f for f in model._meta.concrete_fields if f.name in layout.fields]
    names = [f.attname for f in fields if not isinstance(f, EncryptedField)]
    kept = _kept(layout, rows, names)
    first: dict[tuple, int] = {}
    for row in rows:
        key = tuple(getattr(row.record, name) for name in names)
        if key in kept:
            number, pk = kept[key]
            yield row, Repeated(_("与已登记的%s完全相同。") % (number or _("一条记录")), record=pk)
        elif key in first:
            yield row, Repeated(_("与第 %d 行完全相同。") % first[key], row=first[key])
        else:
            first[key] = row.number


def _kept(layout: Layout, rows: Sequence, names: list[str]) -> dict[tuple, tuple[str, UUID]]:
    """Reachable records that a row might repeat: those about the same subjects."""
    subject = _meeting_at(layout.ledger.model)[0]
    wanted = {getattr(row.record, f"{subject}_id") for row in rows}
    found = {}
    for part in batched(wanted, CHUNK):
        records = layout.ledger.records(layout.access).filter(**{f"{subject}__in": part})
        for *key, number, pk in records.exclude(state=State.VOIDED).values_list(*names, "number", "pk"):
            found[tuple(key)] = number, pk
    return found


def subjects(model: type[Record]) -> list[str]:
    """The keys to whom or what an entry is about, first of all to persons."""
    keys = [
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey)
        and field.editable
        and not field.null
        and issubclass(field.related_model, Record)
        and field.related_model is not Organisation
    ]
    return sorted(keys, key=lambda name: name not in ("person", "student"))


def _meeting_at(model: type[Record]) -> list[str]:
    """By what records could stand in each other's way: their subjects, else their unit or keeper."""
    place = "organisation" if hasattr(model, "organisation") else "federation"
    return subjects(model) or [place]


def refused(model: type[Record], rows: Sequence) -> Iterator[tuple]:
    """Rows that the model's own rules refuse, beside what is kept and beside the rows before them."""
    by_key = {row.record.pk: row for row in rows}
    wrong: dict[UUID, ValidationError] = {}
    for pk, error in _constraints(model, [row.record for row in rows]):
        wrong[pk] = ValidationError([wrong[pk], error]) if pk in wrong else error
    wrong |= model.check_many([row.record for row in rows if row.record.pk not in wrong])
    meeting = [row.record for row in _meeting(model, rows) if row.record.pk not in wrong]
    wrong |= _rehearsed(model, meeting)
    for pk, error in wrong.items():
        yield by_key[pk], error


def _constraints(model: type[Record], records: Sequence[Record]) -> Iterator[tuple[UUID, ValidationError]]:
    """Check constraints, in Python where they can be; else the database is asked, once for each combination
    of the values they look at."""
    checks = [one for one in model._meta.constraints if isinstance(one, CheckConstraint)]
    for one in checks:
        if conditions.are_plain(one.condition):
            judge = conditions.judged(one.condition, model)
            yield from (
                (record.pk, _at_its_cell(one, record)) for record in records if judge(record) is False
            )
            continue
        names = sorted(_looked_at(one.condition))
        seen: dict[tuple, ValidationError | None] = {}
        for record in records:
            key = tuple(getattr(record, name) for name in names)
            if key not in seen:
                seen[key] = _violation(one, model, record)
            if seen[key] is not None:
                yield record.pk, seen[key]


def _at_its_cell(one: CheckConstraint, record: Record) -> ValidationError:
    """The refusal at the first value that the constraint looks at; at the row where there is none."""
    names = [name for name in _compared(one.condition) if getattr(record, name) not in (None, "")]
    message = one.get_violation_error_message()
    return ValidationError({names[0]: message} if names else message, code=one.violation_error_code)


def _compared(condition: Q) -> Iterator[str]:
    for child in condition.children:
        if isinstance(child, Q):
            yield from _compared(child)
        else:
            yield child[0].split("__")[0]


def _looked_at(condition: Q) -> set[str]:
    found: set[str] = set()
    for child in condition.children:
        if isinstance(child, Q):
            found |= _looked_at(child)
        else:
            lookup, value = child
            found.add(lookup.split("__")[0])
            found |= {value.name} if isinstance(value, F) else set()
    return found


def _violation(constraint, model: type[Record], record: Record) -> ValidationError | None:
    try:
        constraint.validate(model, record)
    except ValidationError as error:
        return error
    return None


def _meeting(model: type[Record], rows: Sequence) -> list:
    """Rows that could stand in each other's way: those about one subject, or at one unit if there is none.

    A model that checks many at once has compared them already.
    """
    unique = any(isinstance(one, UniqueConstraint) for one in model._meta.constraints)
    if model.check_many.__func__ is not Record.check_many.__func__ and not unique:
        return []
    names = [f"{name}_id" for name in _meeting_at(model)]
    groups = defaultdict(list)
    for row in rows:
        for name in names:
            groups[name, getattr(row.record, name)].append(row)
    if unique:
        return list(rows)
    shared = {row.number: row for group in groups.values() if len(group) > 1 for row in group}
    return [shared[number] for number in sorted(shared)]


def _rehearsed(model: type[Record], records: Sequence[Record]) -> dict[UUID, ValidationError]:
    """Enter each record after the ones before it, and take all of it back: nothing is written."""
    wrong: dict[UUID, ValidationError] = {}
    if not records:
        return wrong
    with transaction.atomic(), unguarded():
        for record in records:
            if error := _entered(model, record):
                wrong[record.pk] = error
        transaction.set_rollback(True)
    for record in records:
        record._state.adding, record._state.db = True, None
    return wrong


def _entered(model: type[Record], record: Record) -> ValidationError | None:
    record.federation_id = record.federation_id or record.organisation.federation_id
    record.recorded_at = clock.now()
    try:
        record.clean()
        record.validate_unique()
        record.validate_constraints()
    except ValidationError as error:
        return error
    model._plain.bulk_create([record])
    return None
