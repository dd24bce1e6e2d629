"""What stands behind a figure, arranged so that it can be read and added up."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import groupby

from django.db.models import Model, QuerySet

from youju.records.record import Record

Number = int | Decimal


@dataclass(frozen=True)
class Figure:
    """A computed figure. `value` is None where it cannot be proven; rates are unrounded percentages."""

    code: str
    label: str
    unit: str
    value: Number | None
    numerator: Number | None
    base: int | None
    entries: int  # parent records
    rows: int  # child rows (participants)
    period: str
    as_of: date
    missing: tuple[str, ...] = ()  # what would be needed to prove it, e.g. units without a nil report


@dataclass(frozen=True)
class Line:
    """One line of evidence: a subject (household, union, person) with its records, or one record alone."""

    records: tuple[Record, ...]
    contribution: Number
    subject: Record | None = None
    note: str = ""
    term: str = ""  # what the line is about where that is a word (a channel, a festival) and no record


@dataclass(frozen=True)
class Side:
    """A list of lines. Counted sides add up to the numerator; the others explain the base."""

    key: str
    title: str
    lines: tuple[Line, ...]
    counted: bool = True


@dataclass(frozen=True)
class Evidence:
    sides: tuple[Side, ...]

    @property
    def total(self) -> Number:
        """The sum of what is listed: equal to the figure's numerator by construction."""
        return sum(line.contribution for side in self.sides if side.counted for line in side.lines)

    @property
    def records(self) -> list[Record]:
        return [record for side in self.sides for line in side.lines for record in line.records]


BOOKKEEPING = ("federation", "recorded_by", "confirmed_by", "corrects")


def readable(records: QuerySet) -> QuerySet:
    """Fetch along what a reader is shown of each record: its unit, its person, the person's household."""
    paths = _relations(records.model)
    return records.select_related(*paths) if paths else records


@cache
def _relations(model: type[Model], steps: int = 2) -> tuple[str, ...]:
    """Paths to other records, as far as the words for a record reach."""
    if not steps:
        return ()
    paths = []
    for field in model._meta.fields:
        if field.is_relation and field.name not in BOOKKEEPING:
            further = _relations(field.related_model, steps - 1)
            paths += [field.name, *(f"{field.name}__{path}" for path in further)]
    return tuple(paths)


def by_subject(records: Iterable[Record], path: str, note: str = "") -> tuple[Line, ...]:
    """Records grouped by the subject that `path` (a foreign key) leads to; each subject counts once."""
    ordered = sorted(records, key=lambda record: str(getattr(record, f"{path}_id")))
    lines = []
    for _key, group in groupby(ordered, key=lambda record: getattr(record, f"{path}_id")):
        members = tuple(group)
        lines.append(Line(members, 1, getattr(members[0], path), note if len(members) > 1 else ""))
    return tuple(lines)
