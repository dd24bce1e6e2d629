"""Who works where since when: the stock of every place at the year's end, and those who left before."""

from datetime import date, timedelta

from youju.demo.places import MOVES, PLACES, WITHOUT_UNION, YEAR, YEAR_END, YEAR_START, Place
from youju.demo.town import Town, Worker
from youju.people.models import Employment, Person

# Roles of people at a place, seen from the end of the year.
KEPT, JOINED, CAME, MOVED, QUIT, NEVER = "kept", "joined", "came", "moved", "quit", "never"
FOUNDERS = 14  # of each place: there from its opening to the year's end
# Which share of those who lose a membership in a way goes on working there.
STAYS_AFTER = {"left": 1.0, "lapsed": 0.5}


def fill_places(town: Town) -> dict[str, list[Worker]]:
    """Everybody who ever worked in the town, by role."""
    roles: dict[str, list[Worker]] = {}
    movers = [_mover(town, *move) for move in MOVES]
    roles["movers"], roles[MOVED] = [old for old, _new in movers], [new for _old, new in movers]
    for place in (*PLACES, *WITHOUT_UNION):
        _fill(town, place, roles)
    town.workers = [worker for group in roles.values() for worker in group]
    return roles


def _mover(town: Town, origin: str, target: str, day: date) -> tuple[Worker, Worker]:
    """One person at two places of the town, one after the other."""
    places = {place.short: place for place in PLACES}
    start = hired(town, places[origin], date(YEAR - 2, 6, 1))
    before = Worker(_person(town, start), places[origin], start, day)
    return before, Worker(before.person, places[target], day + timedelta(days=1))


def _fill(town: Town, place: Place, roles: dict[str, list[Worker]]) -> None:
    staying, leaving = _plan(place)
    here = [worker for worker in roles[MOVED] if worker.place is place]
    women = place.women - sum(worker.is_woman for worker in here)
    sexes = [True] * women + [False] * (len(staying) - women)
    town.rng.shuffle(sexes)
    for number, (role, woman) in enumerate(zip(staying, sexes, strict=True)):
        start = place.opened if number < FOUNDERS else _start(town, place, role)
        roles.setdefault(role, []).append(Worker(_person(town, start, woman=woman), place, start))
    for role in leaving:
        woman = town.rng.random() < place.women / place.workers
        roles.setdefault(role, []).append(_leaver(town, place, role, woman=woman))


def _plan(place: Place) -> tuple[list[str], list[str]]:
    """The roles of those who work at the place at the year's end, and of those who left."""
    away = sum(origin == place.short for origin, _target, _day in MOVES)
    here = sum(target == place.short for _origin, target, _day in MOVES)
    kept = place.members - place.gone - sum(place.ended.values()) - away
    staying = [KEPT] * kept + [JOINED] * place.joined + [CAME] * place.came
    leaving = ["transferred"] * place.gone
    for way, count in place.ended.items():
        still = round(count * STAYS_AFTER.get(way, 0))
        staying += [f"{QUIT}:{way}"] * still
        leaving += [way] * (count - still)
    staying += [NEVER] * (place.workers - here - len(staying))
    leaving += ["recent"] * round(place.workers * 0.05) + ["former"] * round(place.workers * 0.08)
    return staying, leaving


def _start(town: Town, place: Place, role: str) -> date:
    if role == CAME:
        return hired(town, place, date(YEAR, 11, 1), after=max(YEAR_START, place.founded))
    if role == NEVER and town.rng.random() < 0.45:
        return hired(town, place, YEAR_END, after=YEAR_START)
    if role == JOINED:
        return hired(town, place, date(YEAR, 9, 1))
    return hired(town, place, date(YEAR - 1, 8, 1))


def _leaver(town: Town, place: Place, role: str, *, woman: bool) -> Worker:
    if role == "former":
        start = hired(town, place, date(YEAR - 1, 1, 1))
        end = _between(town, start + timedelta(days=40), date(YEAR - 1, 11, 20))
        return Worker(_person(town, start, woman=woman), place, start, end)
    start = hired(town, place, date(YEAR - 1, 8, 1))
    end = _between(town, date(YEAR, 1, 20), date(YEAR, 12, 10))
    return Worker(_person(town, start, woman=woman, old=role == "retained"), place, start, end)


def _person(town: Town, start: date, *, woman: bool | None = None, old: bool = False) -> Person:
    """Old enough to be taken on, too young to have retired, or just retiring."""
    woman = town.rng.random() < 0.4 if woman is None else woman
    first = 1971 if woman else 1966
    born = (first - 1, first) if old else (first, max(min(start.year - 19, 2006), first + 1))
    return town.people.person(woman=woman, born=born)


def hired(town: Town, place: Place, before: date, *, after: date | None = None) -> date:
    """A first or sixteenth of some month, as people are taken on; recent years more often."""
    first = max(place.opened, after or place.opened)
    span = max((before - first).days, 0)
    day = first + timedelta(days=round(span * town.rng.random() ** 0.7))
    start = day.replace(day=16 if day.day >= 16 else 1)
    if start.year < YEAR - 4:  # of the early years only the season is known
        start = start.replace(month=(start.month - 1) // 4 * 4 + 1, day=1)
    return max(start, first)


def _between(town: Town, first: date, last: date) -> date:
    return first + timedelta(days=town.rng.randrange((last - first).days))


# -- writing ---------------------------------------------------------------------------


def write_employments(town: Town) -> dict[Worker, Employment]:
    written = {worker: employ(town, worker) for worker in town.workers}
    _second_jobs(town)
    _mistakes(town)
    _next_year(town)
    return written


def employ(town: Town, worker: Worker) -> Employment:
    diary, clerk = town.diary, town.staff.clerk
    record = _employment(town, worker)
    at = diary.moment(worker.from_on, key="employment")
    diary.enter(record, by=clerk, at=at)
    if worker.until_on is not None:
        end_at = diary.moment(worker.until_on, key="leaving")
        diary.end(record, on=worker.until_on, by=clerk, at=end_at)
    return record


def _employment(town: Town, worker: Worker) -> Employment:
    employer = town.employers[worker.place.short]
    return Employment(
        organisation=town.federation, person=worker.person, employer=employer, from_on=worker.from_on
    )


def _second_jobs(town: Town) -> None:
    """Some work at two places at once; they are still one worker each."""
    day = date(YEAR, 5, 1)
    at = town.diary.moment(day, late=False)
    for worker in town.at(PLACES[9], YEAR_START)[:4]:
        second = Worker(worker.person, WITHOUT_UNION[0], day)
        town.diary.enter(_employment(town, second), by=town.staff.clerk, at=at)


def _mistakes(town: Town) -> None:
    """Rows entered twice or for people who never came, voided when it was noticed."""
    day = date(YEAR, 7, 1)
    at = town.diary.moment(day, late=False)
    place = PLACES[4]
    strangers = [Worker(town.people.person(woman=True), place, day) for _ in range(3)]
    twice = [Worker(worker.person, place, worker.from_on) for worker in town.at(place, day)[:3]]
    for worker in strangers + twice:
        record = _employment(town, worker)
        town.diary.enter(record, by=town.staff.clerk, at=at)
        reason = "未到岗，录入错误" if worker in strangers else "与原记录重复"
        town.diary.void(record, by=town.staff.leader, at=town.diary.later(at), reason=reason)


def _next_year(town: Town) -> None:
    """Taken on in January: workers of today, not of the year's end."""
    day = date(YEAR + 1, 1, 4)
    at = town.diary.moment(day, late=False)
    for _ in range(7):
        worker = Worker(town.people.person(), PLACES[0], day)
        town.diary.enter(_employment(town, worker), by=town.staff.clerk, at=at)
