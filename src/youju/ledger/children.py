"""The rows that stand within a record (marks of a check, units of a sample), as a table to be read.

Participants are not among them: their names are masked row by row, see `participants.py`.
"""

from dataclasses import dataclass

from django.db import models

from youju.ledger.showing import Reader, text_of
from youju.records.models import Participation
from youju.records.record import Record

BOOKKEEPING = {"id", "parent_id", "position"}


@dataclass(frozen=True)
class ChildTable:
    label: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def child_tables(reader: Reader, record: Record) -> list[ChildTable]:
    """One table for each kind of row that the record has."""
    kinds = [model for model in record.child_models if not issubclass(model, Participation)]
    return [_table(reader, record, model) for model in kinds]


def _table(reader: Reader, record: Record, model: type[models.Model]) -> ChildTable:
    fields = [field for field in model._meta.concrete_fields if field.name not in BOOKKEEPING]
    keys = [field.name for field in fields if field.is_relation]
    found = model._base_manager.filter(parent_id=record.pk).order_by("position")
    rows = tuple(
        tuple(_text(reader, getattr(row, field.name)) for field in fields)
        for row in (found.select_related(*keys) if keys else found)
    )
    return ChildTable(str(model._meta.verbose_name), tuple(str(f.verbose_name) for f in fields), rows)


def _text(reader: Reader, value) -> str:
    return reader.name(value) if isinstance(value, Record) else text_of(value)
