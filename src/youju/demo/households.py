"""Households in hardship: workers' families and poor families of the villages, with their members."""

from dataclasses import dataclass, field
from datetime import date

from youju.demo.places import PLACES, VILLAGES, YEAR, Place
from youju.demo.town import Town
from youju.org.models import Organisation
from youju.people.models import Household, HouseholdMember, Person

HELPED = 36
OTHERS = 7  # on file too, but not helped in the year
CHILD, SPOUSE, PARENT = "子女", "配偶", "父母"


@dataclass(eq=False)
class Family:
    """One household with the place that keeps it; None: the town keeps it."""

    household: Household
    place: Place | None
    children: list[Person] = field(default_factory=list)

    @property
    def organisation(self) -> Organisation:
        return self.household.organisation


def write_households(town: Town) -> list[Family]:
    families = [_of_worker(town, number) for number in range(22)]
    families += [_of_villager(town, number) for number in range(HELPED + OTHERS - 22)]
    town.rng.shuffle(families)
    for family in families:
        _write(town, family)
    return families


def _of_worker(town: Town, number: int) -> Family:
    place = PLACES[number % 14]
    worker = [w for w in town.at(place, date(YEAR, 1, 1)) if w.until_on is None][20 + number // 14]
    return _family(town, worker.person, town.unions[place.short], place, max(place.founded, date(2022, 5, 1)))


def _of_villager(town: Town, number: int) -> Family:
    head = town.people.person(born=(1955, 1985))
    return _family(town, head, town.federation, None, date(2021 + number % 4, 4, 10))


def _family(town: Town, head: Person, keeper: Organisation, place: Place | None, since: date) -> Family:
    village = town.rng.choice(VILLAGES)
    household = Household(
        organisation=keeper,
        head=head,
        village=village,
        address=f"演示县演示镇{village}{town.rng.randint(1, 190)}号",
        from_on=since,
    )
    return Family(household, place)


def _write(town: Town, family: Family) -> None:
    diary, by, since = town.diary, town.staff.clerk, family.household.from_on
    at = diary.moment(since, late=False)
    diary.enter(family.household, by=by, at=at)
    for person, relation in [(family.household.head, "户主"), *_relatives(town, family)]:
        row = HouseholdMember(
            organisation=family.organisation,
            household=family.household,
            person=person,
            relation=relation,
            from_on=since,
        )
        diary.enter(row, by=by, at=at.replace(hour=18))


def _relatives(town: Town, family: Family) -> list[tuple[Person, str]]:
    head = family.household.head
    relatives = []
    if town.rng.random() < 0.7:
        spouse = town.people.person(
            woman=head.sex == "male", born=(head.birth_on.year - 3, head.birth_on.year + 3)
        )
        relatives.append((spouse, SPOUSE))
    for _ in range(town.rng.choice((1, 1, 2))):
        child = town.people.person(born=(2004, 2014))
        child.name = head.name[0] + child.name[1:]
        family.children.append(child)
        relatives.append((child, CHILD))
    if town.rng.random() < 0.4:
        relatives.append((town.people.person(born=(1938, 1950)), PARENT))
    return relatives


def write_duplicate(town: Town, family: Family) -> Household:
    """The same household put on file a second time, voided when the clerk saw it."""
    first = family.household
    again = Household(
        organisation=first.organisation, head=first.head, village=first.village, from_on=date(YEAR, 2, 20)
    )
    town.diary.enter(again, by=town.staff.clerk, at=town.diary.moment(again.from_on, late=False))
    at = town.diary.hour(date(YEAR, 4, 2))
    town.diary.void(again, by=town.staff.leader, at=at, reason="与原有家庭档案重复")
    return again
