"""Who works and who is a member where: the stock of the year's end, and the few who left in the year."""

from collections.abc import Iterable
from datetime import date, timedelta

from youju.demo import members, workforce
from youju.demo.places import YEAR, Place
from youju.demo.town import Town, Worker
from youju.demo.xiang.places import PLACES, WITHOUT_UNION, on
from youju.people.models import Membership

FOUNDERS = 9  # of each place: there from its opening to the year's end
WAYS = (Membership.Ended.TRANSFERRED, Membership.Ended.LEFT, Membership.Ended.LAPSED)


def fill(town: Town) -> None:
    """Everybody with employment and membership; the first founder of a place chairs its union."""
    for place in (*PLACES, *WITHOUT_UNION):
        here = list(_people(town, place))
        town.workers += here
        if place.founded is not None:
            town.staff.add_chair(place, here[0].person.name)
            _admit_all(town, place, here)
    for worker in town.workers:
        workforce.employ(town, worker)
    _endings(town)


def _people(town: Town, place: Place) -> Iterable[Worker]:
    women = {0, *range(FOUNDERS, FOUNDERS + place.women - 1)} if place.women > 1 else {FOUNDERS - 1}
    for number in range(place.workers):
        start = place.opened if number < FOUNDERS else _start(town, place, number)
        born = (1970, min(start.year - 19, 2005))
        yield Worker(town.people.person(woman=number in women, born=born), place, start)
    for _ in range(place.gone):
        start = workforce.hired(town, place, date(YEAR - 2, 1, 1))
        yield Worker(town.people.person(born=(1975, 1995)), place, start, on(6, 30))


def _start(town: Town, place: Place, number: int) -> date:
    """Those who join in the year were taken on before; the last few came in its second half."""
    if place.founded is not None and number >= place.workers - 2 and number > place.members + place.joined:
        return workforce.hired(town, place, on(9, 15), after=on(6, 15))
    start = workforce.hired(town, place, date(YEAR - 1, 10, 1))
    # A small firm takes people on together, after the Spring Festival and after the harvest.
    return max(start.replace(month=3 if start.month < 7 else 9, day=1), place.opened)


def _admit_all(town: Town, place: Place, here: list[Worker]) -> None:
    staying = [worker for worker in here if worker.until_on is None]
    leaving = [worker for worker in here if worker.until_on is not None]
    old, new = place.members - place.gone, place.joined
    for worker in leaving + staying[:old]:
        members.admit(town, worker, max(place.founded, _batch(worker.from_on)))
    for number, worker in enumerate(staying[old : old + new]):
        first = place.founded if place.is_new else on(4, 22)
        day = first if place.is_new and number < new - 4 else max(first, on(10, 21))
        members.admit(town, worker, day)


def _batch(hired: date) -> date:
    """The November after the hiring, when a union's committee admits the year's newcomers."""
    day = date(hired.year, 11, 12)
    return day if hired < day - timedelta(days=30) else day.replace(year=day.year + 1)


def _endings(town: Town) -> None:
    leavers = [worker for worker in town.workers if worker.until_on is not None]
    for worker, way in zip(leavers, WAYS, strict=True):
        at = town.diary.moment(worker.until_on, late=False)
        by = town.chair(worker.place)
        town.diary.end(worker.membership, on=worker.until_on, by=by, at=at, ended_by=way)


def steady(town: Town, place: Place) -> list[Worker]:
    """Who was there all year, the chair first; at a new union, from its founding."""
    since = max(place.founded or place.opened, on(1, 1))
    return [worker for worker in town.at(place, since) if worker.until_on is None]


def named(town: Town, place: Place, number: int) -> str:
    """The name of one of them."""
    return steady(town, place)[number].person.name
