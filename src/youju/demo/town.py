"""The demo's ground: county, town, unions, employers and who sits where."""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from youju.demo.album import Album
from youju.demo.diary import Diary
from youju.demo.names import People
from youju.demo.places import (
    COUNTY_CODE,
    COUNTY_FROM,
    PLACES,
    TOWN_CODE,
    TOWN_FROM,
    WITHOUT_UNION,
    Place,
)
from youju.demo.staff import Staff
from youju.org import tree
from youju.org.models import Organisation, User
from youju.people.models import Coverage, Employer, Membership, Person
from youju.records import writing
from youju.records.models import NilReport
from youju.records.record import Entry, Register


@dataclass(eq=False)
class Worker:
    """One person at one place, with the membership held there, if any."""

    person: Person
    place: Place
    from_on: date
    until_on: date | None = None
    membership: Membership | None = None

    def works_on(self, day: date) -> bool:
        return self.from_on <= day and (self.until_on is None or day <= self.until_on)

    @property
    def is_woman(self) -> bool:
        return self.person.sex == "female"


@dataclass(eq=False)
class Town:
    """Everything the generators share."""

    rng: random.Random
    staff: Staff
    diary: Diary
    people: People
    album: Album
    county: Organisation
    federation: Organisation
    unions: dict[str, Organisation] = field(default_factory=dict)
    employers: dict[str, Employer] = field(default_factory=dict)
    workers: list[Worker] = field(default_factory=list)

    def chair(self, place: Place) -> User:
        return self.staff.chairs[place.short]

    def record(
        self,
        record: Entry | Register,
        *,
        children=(),
        exhibits=(),
        key=None,
        late=None,
        waits=False,
        after=None,
        on=None,
        office=False,
    ) -> Entry | Register:
        """Entered by whoever keeps it and, unless it waits, confirmed by whoever looks at it there.

        `after` is a record that stood in its way and was done away with first. `on` is the day on which all
        that it tells had happened, where that is later than its own. What a unit hands in on paper is entered
        at the `office`.
        """
        staff = self.staff
        by, reviewer = (staff.clerk, staff.leader) if office else self._desk_of(record.organisation)
        # A nil report is signed when the days it covers are over.
        day = on or (record.until_on if isinstance(record, NilReport) else record.kept_on)
        at = self.diary.moment(day, key=key and (key, by.pk), late=late)
        if after is not None:
            at = max(at, self.diary.after(after))
        return self.diary.enter(
            record,
            by=by,
            at=at,
            children=children,
            exhibits=exhibits,
            confirmed_by=None if waits else reviewer,
        )

    def reject(self, record: Entry | Register, reason: str, *, returned: bool = False) -> None:
        """Voided, or sent back while it waits, by whoever looks at such records."""
        _by, reviewer = self._desk_of(record.organisation)
        act = self.diary.return_ if returned else self.diary.void
        act(record, by=reviewer, at=self.diary.later(self.diary.after(record)), reason=reason)

    def _desk_of(self, organisation: Organisation) -> tuple[User, User]:
        staff = self.staff
        if organisation is self.county:
            return staff.county_officer, staff.county_leader
        if organisation is self.federation:
            return staff.clerk, staff.leader
        return staff.chairs[organisation.short_name], staff.clerk

    def at(self, place: Place, day: date) -> list[Worker]:
        """Who works at a place on a day."""
        return [worker for worker in self.workers if worker.place is place and worker.works_on(day)]


def new_town(rng: random.Random) -> Town:
    county = Organisation(
        code=COUNTY_CODE,
        name="演示县总工会",
        short_name="县总工会",
        kind="county",
        region="34",
        from_on=COUNTY_FROM,
    )
    federation = Organisation(code=TOWN_CODE, name="演示镇总工会", kind="town", from_on=TOWN_FROM)
    # The door gives a federation to itself; who refers to it before needs to know that now.
    county.federation_id, federation.federation_id = county.pk, federation.pk
    people, album = People(rng, federation), Album(rng, federation)
    return Town(rng, Staff(), Diary(rng), people, album, county, federation)


def found_offices(town: Town) -> None:
    """The county, the town below it, and the posts of their people."""
    diary, by = town.diary, town.staff.county_officer
    first, founding = diary.hour(COUNTY_FROM), diary.hour(TOWN_FROM).replace(hour=7)
    diary.do(first, lambda: tree.found(town.county, None, by=by))
    diary.do(founding, lambda: tree.found(town.federation, town.county, by=by))
    for day, post in town.staff.posts(town.county, town.federation):
        at = founding if day == TOWN_FROM else first
        diary.do(at, lambda post=post: writing.enter(post, by=by))


def open_employers(town: Town, places: Iterable[Place] = (*PLACES, *WITHOUT_UNION)) -> None:
    for place in places:
        employer = Employer(
            organisation=town.federation,
            name=place.employer,
            nature=place.nature,
            industry=place.industry,
            park=place.park,
            from_on=place.opened,
        )
        town.employers[place.short] = employer
        at = town.diary.moment(place.opened, late=False)
        town.diary.enter(employer, by=town.staff.clerk, at=at)


def found_unions(town: Town, places: Iterable[Place] = PLACES) -> None:
    """Each union with the employer it covers and its chair, on its founding day."""
    for number, place in enumerate(places, start=1):
        union = Organisation(
            code=f"{town.federation.code}-{number:02d}",
            name=f"{place.employer}工会委员会",
            short_name=place.short,
            kind=Organisation.Kind.BASIC,
            from_on=place.founded,
        )
        union.federation_id = town.federation.pk
        town.unions[place.short] = union
        town.diary.do(founding_hour(town, place), lambda union=union, place=place: _found(town, union, place))


def founding_hour(town: Town, place: Place) -> datetime:
    """Entered first thing in the morning of the founding day, before anything that happened at the union."""
    return town.diary.hour(place.founded).replace(hour=7)


def _found(town: Town, union: Organisation, place: Place) -> None:
    tree.found(union, town.federation, by=town.staff.clerk)
    coverage = Coverage(organisation=union, employer=town.employers[place.short], from_on=place.founded)
    writing.enter(coverage, by=town.staff.clerk)
    town.staff.seat_chair(place, union)
