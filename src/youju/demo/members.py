"""Memberships: admitted in batches, transferred, ended in every way there is."""

from datetime import date, timedelta

from youju.demo.places import PLACES, YEAR, Place
from youju.demo.town import Town, Worker
from youju.demo.workforce import CAME, JOINED, KEPT, MOVED, NEVER, QUIT
from youju.people.models import Membership

Kind, Began, Ended = Membership.Kind, Membership.Began, Membership.Ended
ENDINGS = {
    "transferred": Ended.TRANSFERRED,
    "left": Ended.LEFT,
    "lapsed": Ended.LAPSED,
    "expelled": Ended.EXPELLED,
    "died": Ended.DIED,
    "retained": Ended.RETAINED,
}


def write_memberships(town: Town, roles: dict[str, list[Worker]]) -> None:
    for worker in roles[KEPT]:
        admit(town, worker, _admitted(town, worker))
    for worker in roles[JOINED]:
        admit(town, worker, _admitted(town, worker, in_year=True))
    for worker in roles[CAME]:
        admit(town, worker, worker.from_on, began_by=Began.TRANSFERRED)
    for worker in (*roles["movers"], *(w for way in ENDINGS for w in roles.get(way, ()))):
        admit(town, worker, _admitted(town, worker))
    _end_all(town, roles)
    _mistakes(town, roles[NEVER])


def admission_days(place: Place, *, in_year: bool) -> list[date]:
    """The days on which the union's committee admits members; the first is its founding day."""
    shift = PLACES.index(place) % 9
    if not in_year:
        spring, autumn = (date(2000, 4, 12 + shift), date(2000, 10, 14 + shift))
        years = range(place.founded.year, YEAR)
        # In the early years once a year, later twice.
        days = [
            d.replace(year=year) for year in years for d in (spring, autumn) if d is spring or year > 2021
        ]
        return [place.founded, *(day for day in days if day > place.founded)]
    months = [date(YEAR, month, 8 + shift) for month in (1, 3, 5, 6, 8, 9, 10, 11, 12)]
    founded = [place.founded] * 6 if place.is_new else []  # most join when the union is founded
    return [*founded, *(day for day in months if day > place.founded)]


def _admitted(town: Town, worker: Worker, *, in_year: bool = False) -> date:
    days = admission_days(worker.place, in_year=in_year)
    possible = [day for day in days if day >= worker.from_on + timedelta(days=7)] or days[-1:]
    if worker.until_on is not None:
        possible = [day for day in possible if day < worker.until_on] or [worker.place.founded]
    return town.rng.choice(possible if in_year else possible[:4])


def admit(town: Town, worker: Worker, day: date, *, before: Membership | None = None, **facts) -> Membership:
    """Admitted by the chair, confirmed by the town; after the end of the membership `before` is entered."""
    place = worker.place
    record = Membership(
        organisation=town.unions[place.short],
        person=worker.person,
        from_on=day,
        card_number=f"ZH{len(town.people.drawn):04d}{town.rng.randrange(10_000):04d}",
        **facts,
    )
    worker.membership = record
    at = town.diary.moment(day, key=("admission", place.short))
    if before is not None:
        at = max(at, town.diary.after(before))
    return town.diary.enter(record, by=town.chair(place), at=at, confirmed_by=town.staff.clerk)


# -- endings ---------------------------------------------------------------------------


def _end_all(town: Town, roles: dict[str, list[Worker]]) -> None:
    for way in ENDINGS:
        for worker in roles.get(way, ()):
            _end(town, worker, worker.until_on, ENDINGS[way])
        for worker in roles.get(f"{QUIT}:{way}", ()):
            admit(town, worker, _admitted(town, worker))
            day = date(YEAR, 2, 10) + timedelta(days=town.rng.randrange(290))
            _end(town, worker, day, ENDINGS[way])
    for worker in roles["retained"]:
        _retain(town, worker)
    for old, new in zip(roles["movers"], roles[MOVED], strict=True):
        _end(town, old, old.until_on, Ended.TRANSFERRED)
        admit(town, new, new.from_on, before=old.membership, began_by=Began.TRANSFERRED)
    for worker in roles["former"]:
        _former(town, worker)


def _end(town: Town, worker: Worker, day: date, way: str) -> None:
    at = town.diary.moment(day, key=("ending", worker.place.short), late=False)
    town.diary.end(worker.membership, on=day, by=town.chair(worker.place), at=at, ended_by=way)


def _retain(town: Town, worker: Worker) -> None:
    """保留会籍: beside the stock, begun the day after the membership ended."""
    former = worker.membership
    day = worker.until_on + timedelta(days=1)
    admit(town, worker, day, before=former, kind=Kind.RETAINED, began_by=Began.TRANSFERRED)
    worker.membership = former


def _former(town: Town, worker: Worker) -> None:
    """People of earlier years: some were never members, some retired, most left or went elsewhere."""
    place = worker.place
    if place.is_new or place.founded is None or worker.until_on < place.founded + timedelta(days=60):
        return
    fate = town.rng.random()
    if fate < 0.4:
        return
    days = [d for d in admission_days(place, in_year=False) if worker.from_on <= d < worker.until_on]
    if not days:
        return
    admit(town, worker, town.rng.choice(days))
    way = Ended.RETAINED if fate < 0.5 else Ended.LEFT if fate < 0.7 else Ended.TRANSFERRED
    _end(town, worker, worker.until_on, way)
    if way == Ended.RETAINED:
        _retain(town, worker)


# -- what must not count ---------------------------------------------------------------


def _mistakes(town: Town, others: list[Worker]) -> None:
    """Applications of non-members that were voided, returned, still wait, or belong to the next year."""
    since = date(YEAR, 6, 1)
    free = [
        w for w in others if w.place.founded is not None and w.place.founded < since and w.from_on < since
    ]
    town.rng.shuffle(free)
    reviewer = town.staff.clerk
    for worker in free[:5]:
        record = admit(town, worker, date(YEAR, 9, 2))
        at = town.diary.hour(date(YEAR, 12, 29))
        town.diary.void(record, by=reviewer, at=at, reason="本人未提交入会申请书，录入错误")
    for worker in free[5:9]:
        record, at = _apply(town, worker, date(YEAR, 10, 9))
        town.diary.return_(record, by=reviewer, at=town.diary.later(at), reason="缺入会申请书，请补交")
    for worker in free[9:16]:
        _apply(town, worker, date(YEAR, 12, 24))
    for worker in free[16:21]:
        admit(town, worker, date(YEAR + 1, 1, 6))
    for worker in others:
        worker.membership = None


def _apply(town: Town, worker: Worker, day: date):
    """Entered by the chair, not yet looked at."""
    record = Membership(organisation=town.unions[worker.place.short], person=worker.person, from_on=day)
    at = town.diary.moment(day, key=("application", worker.place.short), late=False)
    town.diary.enter(record, by=town.chair(worker.place), at=at)
    return record, at
