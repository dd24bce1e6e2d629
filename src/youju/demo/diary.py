"""What the people of the demo write, collected in any order and played in the order of time.

Each act is done through the writing door under the clock of its moment, so that history, numbers and
recorded times look as they would after years of daily use.
"""

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import groupby

from django.db import models

from youju.base import clock
from youju.people.models import Person
from youju.records import writing
from youju.records.models import Exhibit, File
from youju.records.record import Record

LAST = date(2026, 1, 9)  # the last day on which somebody of the demo writes
LATE_SHARE = 0.075
SHOWN_TO_READERS = ("merit.", "culture.")  # photos of deeds are ticked 可公开, photos of people in need never
# What others refer to is written first when the moment is the same.
RANKS = ("do", "enter", "exhibit", "confirm", "amend", "return", "end", "void")


@dataclass(frozen=True)
class Act:
    at: datetime
    rank: int
    order: int
    verb: str
    by: object
    record: object
    facts: dict = field(default_factory=dict)

    @property
    def batch(self) -> tuple:
        return (self.at, self.verb, getattr(self.by, "pk", None), type(self.record).__name__)


class Diary:
    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.acts: list[Act] = []
        self._rounds: dict[tuple, datetime] = {}
        self._last: dict[object, datetime] = {}

    # -- when --------------------------------------------------------------------------

    def moment(self, day: date, *, key: object = None, late: bool | None = None) -> datetime:
        """When what happened on a day is recorded: mostly within days, sometimes more than a month late.

        What has a `key` is recorded in a weekly round, together with what else of that key has gathered.
        """
        if late is None:
            late = self.rng.random() < LATE_SHARE
        late = late and day + timedelta(days=35) < LAST
        prompt = (0,) if key else (0, 0, 1, 1, 2, 3, 5, 8)  # a round has its own delay
        delay = self.rng.randint(32, 110) if late else self.rng.choice(prompt)
        recorded = min(day + timedelta(days=delay), LAST)
        return self.hour(recorded) if key is None else self.round(recorded, key)

    def round(self, day: date, key: object) -> datetime:
        """The hour of the Friday of that week that is kept for one kind of work."""
        friday = min(day + timedelta(days=(4 - day.weekday()) % 7), LAST)
        if (key, friday) not in self._rounds:
            self._rounds[key, friday] = self.hour(friday)
        return self._rounds[key, friday]

    def hour(self, day: date) -> datetime:
        """Some minute of the working day."""
        return datetime.combine(
            day, time(self.rng.randint(8, 17), self.rng.randint(0, 59)), tzinfo=clock.CHINA
        )

    def later(self, moment: datetime, most: int = 4) -> datetime:
        """Some working minute within the days after a moment."""
        day = clock.local_day(moment) + timedelta(days=self.rng.randint(1, most))
        return max(self.hour(min(day, LAST)), moment + timedelta(minutes=10))

    def after(self, record: Record) -> datetime:
        """A moment after everything so far written about a record."""
        return self._last[record.pk] + timedelta(minutes=10)

    # -- what --------------------------------------------------------------------------

    def do(self, at: datetime, deed: Callable[[], None]) -> None:
        self._add(at, "do", None, deed)

    def enter(
        self,
        record: Record,
        *,
        by,
        at: datetime,
        children: Sequence[models.Model] = (),
        confirmed_by=None,
        exhibits: Sequence[tuple[File, str]] = (),
    ) -> Record:
        """Enter a record with its files and their kinds; `confirmed_by` looks at it some days later."""
        self._add(at, "enter", by, record, children=children)
        for page, (file, kind) in enumerate(exhibits, start=1):
            self._add(at, "exhibit", by, _exhibit(record, file, kind, page))
        if confirmed_by is not None:
            self._add(self._review(at, confirmed_by), "confirm", confirmed_by, record)
        return record

    def end(self, record: Record, *, on: date, by, at: datetime, **facts) -> None:
        self._add(max(at, self.after(record)), "end", by, record, on=on, **facts)

    def amend(self, record: Record, *, by, at: datetime, reason: str, **facts) -> None:
        """Write down what has become known since the record was entered."""
        self._add(max(at, self.after(record)), "amend", by, record, reason=reason, **facts)

    def void(self, record: Record, *, by, at: datetime, reason: str) -> None:
        self._add(max(at, self.after(record)), "void", by, record, reason=reason)

    def return_(self, record: Record, *, by, at: datetime, reason: str) -> None:
        self._add(max(at, self.after(record)), "return", by, record, reason=reason)

    def _add(self, at: datetime, verb: str, by, record, **facts) -> None:
        self.acts.append(Act(at, RANKS.index(verb), len(self.acts), verb, by, record, facts))
        if isinstance(record, Record):
            self._last[record.pk] = max(at, self._last.get(record.pk, at))

    def _review(self, at: datetime, by) -> datetime:
        """Whoever confirms looks once a week at what has come in."""
        moment = self.round(clock.local_day(at) + timedelta(days=1), ("review", by.pk))
        return max(moment, at + timedelta(minutes=10))


def play(diaries: Iterable[Diary], progress: Callable[[int, int], None]) -> None:
    """Do what stands in the diaries, in the order of time."""
    acts = sorted((act for one in diaries for act in one.acts), key=lambda act: (act.at, act.rank, act.order))
    done = 0
    for batch, group in groupby(acts, key=lambda act: act.batch):
        deeds = list(group)
        with clock.at(batch[0]):
            _play(deeds)
        done += len(deeds)
        progress(done, len(acts))


def _play(acts: list[Act]) -> None:
    verb, by = acts[0].verb, acts[0].by
    if verb in ("enter", "exhibit"):
        _enter(acts, by)
    elif verb == "confirm":
        writing.confirm_many([act.record for act in acts], by=by)
    elif verb == "do":
        for act in acts:
            act.record()
    else:
        change = {"amend": _amend, "return": writing.return_, "end": writing.end, "void": writing.void}[verb]
        for act in acts:
            change(act.record, by=by, **act.facts)


def _amend(record: Record, *, by, reason: str, **facts) -> None:
    for name, value in facts.items():
        setattr(record, name, value)
    writing.amend(record, by=by, reason=reason)


def _enter(acts: list[Act], by) -> None:
    """Whoever or whatever a record names is entered with the first record that names it."""
    records = [act.record for act in acts]
    children = {act.record.pk: act.facts.get("children", ()) for act in acts}
    rows = [row for rows in children.values() for row in rows]
    for model in (Person, File):
        new = {one.pk: one for row in (*records, *rows) for one in _named(row, model) if one._state.adding}
        if new:
            writing.enter_many(list(new.values()), by=by)
    writing.enter_many(records, by=by, children=children)


def _named(row: models.Model, model: type[Record]) -> list[Record]:
    known = row._state.fields_cache.values()
    return [one for one in known if isinstance(one, model)]


def _exhibit(record: Record, file: File, kind: str, page: int) -> Exhibit:
    return Exhibit(
        federation_id=file.federation_id,
        record_ref=record.ref,
        record_id=record.pk,
        file=file,
        kind=kind,
        page=page,
        may_publish=kind == Exhibit.Kind.PHOTO and record.ledger_code.startswith(SHOWN_TO_READERS),
    )
