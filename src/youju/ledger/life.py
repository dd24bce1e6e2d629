"""One person's whole record: what holds today, and what happened year by year in every ledger."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby

from youju.base import clock
from youju.base.masking import open_names
from youju.ledger.ledgers import Ledger, Line
from youju.ledger.showing import Reader, without
from youju.people.models import Membership, Person
from youju.records.record import Record, Register, State

Named = Sequence[tuple[Ledger, Sequence[Record]]]


@dataclass(frozen=True)
class Moment:
    """A record as the page of a person tells it."""

    line: Line
    ledger: Ledger
    record: Record
    title: str

    @property
    def on(self) -> date:
        return self.record.kept_on

    @property
    def lasts(self) -> bool:
        return isinstance(self.record, Register)

    @property
    def until(self) -> date | None:
        return self.record.until_on if self.lasts else None

    @property
    def left(self) -> int | None:
        """Days until it runs out; fewer than none when it has."""
        return (self.until - clock.today()).days if self.until else None


class Life:
    """What names a person, in the words of one reader."""

    def __init__(self, reader: Reader, person: Person, named: Named, lines: Iterable[Line]) -> None:
        self.reader, self.person = reader, person
        of = {ledger.code: line for line in lines for ledger in line.ledgers}
        self.moments = [
            Moment(of[ledger.code], ledger, record, self._title(record))
            for ledger, records in named
            for record in records
        ]

    @cached_property
    def current(self) -> list[Moment]:
        """Registers that hold today, in the order of the lines of work."""
        today = clock.today()
        return [one for one in self._standing if one.lasts and one.record.holds_on(today)]

    @cached_property
    def lines(self) -> list[tuple[Line, int]]:
        """How many records each line of work has of the person, without those voided."""
        held = Counter(one.line.code for one in self._standing)
        known = {one.line.code: one.line for one in self._standing}
        return [(known[code], number) for code, number in held.most_common()]

    @property
    def member_since(self) -> date | None:
        episodes = [one for one in self._standing if isinstance(one.record, Membership)]
        return min((one.on for one in episodes if one.record.state == State.CONFIRMED), default=None)

    def years(self, line: str = "") -> list[tuple[int, list[Moment]]]:
        """Everything, or what one line of work has, newest first."""
        told = [one for one in self.moments if line in ("", one.line.code)]
        told.sort(key=lambda one: (one.on, one.record.pk), reverse=True)
        return [(year, list(rows)) for year, rows in groupby(told, key=lambda one: one.on.year)]

    @cached_property
    def _standing(self) -> list[Moment]:
        return [one for one in self.moments if one.record.state != State.VOIDED]

    def _title(self, record: Record) -> str:
        """The name of the record without that of the person, which stands above the page."""
        with open_names(self.reader.knows(record)):
            return without(str(record), str(self.person))
