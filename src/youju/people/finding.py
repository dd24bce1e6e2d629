"""Telling persons apart without their ID numbers: by name, year of birth and where they belong."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import batched

from django.db.models import QuerySet

from youju.base import clock, names, vault
from youju.people.models import (
    LAST,
    Employment,
    HouseholdMember,
    Membership,
    Person,
    PersonGram,
    PersonTail,
    tail_index,
)
from youju.records.querysets import holds_on
from youju.records.record import State

# Of so many that fit, the best are suggested.
CONSIDERED = 300
LOOKED_AT = (600, 6_000)  # before all are


@dataclass(frozen=True)
class Card:
    """What a list of namesakes shows of a person."""

    person: Person
    unit: str

    @property
    def facts(self) -> str:
        born = f"{self.person.birth_on.year}年生" if self.person.birth_on else ""
        return "，".join(part for part in (self.person.get_sex_display(), born, self.unit) if part)

    def __str__(self) -> str:
        return f"{self.person.name}（{self.facts}）"


def reachable(access, pk) -> Person | None:
    """A person by key, if the user may see them."""
    return Person.objects.reach(access).filter(pk=pk).first()


def suggest(access, text: str, limit: int = 8) -> list[Card]:
    """Reachable persons with the text in their name, pinyin or initials; those whose surname it is first."""
    term = names.normalise(text)
    if not term:
        return []
    known = Person.objects.reach(access).exclude(state=State.VOIDED).order_by("name", "birth_on")
    near: list[tuple] = []
    if not term.isascii():
        written = Person._plain.filter(name__gte=term, name__lt=term + LAST).order_by("name").values("pk")
        near = _among(known, written, limit)
    if len(near) < limit:
        grams = PersonGram.beginning(term).order_by("gram").values("person")
        near = sorted(_among(known, grams, limit), key=lambda found: not _begins(found[1], term))
    keys = [pk for pk, _name in near[:limit]]
    persons = Person._plain.in_bulk(keys)
    return cards(access, [persons[pk] for pk in keys])


def _among(known: QuerySet, keys: QuerySet, limit: int) -> list[tuple]:
    """Key and name of those of `known` whose keys these are: of a common name, as many as are needed.

    The keys come in the order of an index, so that the first are found without looking at the others. Only
    for somebody who reaches few of so many are all of them looked through.
    """
    told = known.values_list("pk", "name")
    for most in LOOKED_AT:
        found = list(told.filter(pk__in=keys[:most])[:CONSIDERED])
        if len(found) >= limit or not keys[most : most + 1].exists():
            return found
    return list(told.filter(pk__in=keys.order_by())[:CONSIDERED])


def _begins(name: str, term: str) -> bool:
    """Whether the term starts at the surname: 王, wang, w or wxm for 王小明, but not for 李旺."""
    surname = _grams(name[: names.surname_length(name)])
    return any(term.startswith(gram) or gram.startswith(term) for gram in surname)


_grams = lru_cache(2_000)(names.grams)


def namesakes(access, names: Iterable[str]) -> dict[str, list[Card]]:
    """For each name the reachable persons who bear exactly it."""
    found = Person.objects.reach(access).filter(name__in=set(names)).exclude(state=State.VOIDED)
    bearers = defaultdict(list)
    for card in cards(access, found.order_by("birth_on")):
        bearers[card.person.name].append(card)
    return dict(bearers)


def numbered(access, numbers: Iterable[str]) -> dict[str, Person]:
    """The reachable persons with these ID numbers, by the number."""
    indexes = {vault.blind(number, label="person.id_number"): number for number in numbers}
    found = Person.objects.reach(access).filter(id_index__in=indexes).exclude(state=State.VOIDED)
    return {indexes[person.id_index]: person for person in found}


def by_tail(access, tail: str, limit: int = 30) -> list[Card]:
    """Reachable persons whose ID number ends so."""
    bearers = PersonTail.objects.filter(tail=tail_index(tail)).values("person")
    found = Person.objects.reach(access).filter(pk__in=bearers).exclude(state=State.VOIDED)
    return cards(access, found.order_by("name", "birth_on")[:limit])


def index_tails() -> int:
    """Give those a tail who were kept before there were any; how many that were."""
    known = PersonTail.objects.values("person")
    missing = Person._plain.exclude(id_index=None).exclude(pk__in=known).order_by("pk")
    number = 0
    for part in batched(missing.values_list("pk", flat=True), CONSIDERED):
        persons = Person._plain.in_bulk(part).values()
        PersonTail.objects.bulk_create(
            PersonTail(person=person, tail=person.tail_index()) for person in persons if person.id_number
        )
        number += len(persons)
    return number


def cards(access, persons: Iterable[Person]) -> list[Card]:
    persons = list(persons)
    units = _units(access, [person.pk for person in persons])
    return [Card(person, units.get(person.pk, "")) for person in persons]


def _units(access, ids: list) -> dict:
    """Where each person belongs today, as far as the user reaches: union, employer or village."""
    homes, jobs, unions = (
        model.objects.reach(access)
        .filter(holds_on(clock.today()), person__in=ids)
        .exclude(state=State.VOIDED)
        for model in (HouseholdMember, Employment, Membership)
    )
    known = dict(homes.values_list("person", "household__village"))
    known |= dict(jobs.values_list("person", "employer__name"))
    named = unions.values_list("person", "organisation__short_name", "organisation__name")
    return known | {person: short or name for person, short, name in named}
