"""How one unit stands, line of work by line of work: what holds there, what came last, what runs out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from youju.ledger.ledgers import Ledger, Line
from youju.ledger.scope import Scope
from youju.ledger.showing import EMPTY, Cell, Reader, paths, without
from youju.people.models import Person
from youju.records.record import Record, Register

# Of a register with more rows the rest is one click away, in its list.
MOST = 5


@dataclass(frozen=True)
class Fact:
    """A record as the page of its unit tells it."""

    record: Record
    title: str
    cells: list[Cell]
    ends: date | None
    left: int | None  # days until it ends; fewer than none when it has
    person: Person | None  # whose page says how to reach them


@dataclass(frozen=True)
class Standing:
    """What a ledger says of a unit on a day."""

    ledger: Ledger
    facts: list[Fact]
    number: int

    @property
    def is_register(self) -> bool:
        return issubclass(self.ledger.model, Register)


def shown(lines: Iterable[Line]) -> list[Line]:
    """Lines that have something to say of a unit: the firms and persons first, then the work."""
    telling = [line for line in lines if line.at_unit or any(one.at_unit for one in line.ledgers)]
    return sorted(telling, key=lambda line: bool(line.indicators))


def standings(reader: Reader, scope: Scope, line: Line) -> list[Standing]:
    """Each ledger of the line that says how the unit itself stands, not those below it."""
    return [standing(reader, scope, ledger) for ledger in line.ledgers if ledger.at_unit]


def standing(reader: Reader, scope: Scope, ledger: Ledger) -> Standing:
    held = _held(reader, scope, ledger)
    rows = list(held[: MOST + 1])
    number = held.order_by().count() if len(rows) > MOST else len(rows)
    return Standing(ledger, [_fact(reader, scope, ledger, row) for row in rows[:MOST]], number)


def _held(reader: Reader, scope: Scope, ledger: Ledger) -> QuerySet:
    """The confirmed rows that hold on the day, as they were entered; of entries the last one until then."""
    found = ledger.records(reader.access).filter(organisation=scope.organisation).confirmed()
    found = found.select_related(*paths(ledger.model))
    if issubclass(ledger.model, Register):
        return found.as_of(scope.as_of).order_by("from_on", "id")
    last = found.filter(**{f"{ledger.date_field}__lte": scope.as_of})
    return last.order_by(f"-{ledger.date_field}", "-id")[:1]


def _fact(reader: Reader, scope: Scope, ledger: Ledger, record: Record) -> Fact:
    ends = getattr(record, ledger.end_field) if ledger.end_field else None
    cells = reader.cells(record, ledger.at_unit, ledger.words)
    told = [cell for cell in cells if cell.text != EMPTY and cell.name != ledger.end_field]
    left = (ends - scope.as_of).days if ends else None
    title = without(reader.name(record), str(scope.organisation))
    return Fact(record, title, told, ends, left, _person(record))


def _person(record: Record) -> Person | None:
    """Whom the record is about, where it is about one person."""
    keys = [field.name for field in record._meta.concrete_fields if field.related_model is Person]
    return next((person for key in keys if (person := getattr(record, key))), None)
