"""Loading the demo: planned in memory, files drawn and stored, then everything written in one transaction.

So the presence of the demo town is the mark of a finished demo: a load that was interrupted left nothing
in the database, and a second run finds the town and changes nothing.
"""

import random
from collections.abc import Callable, Sequence

from django.db import transaction

from youju.demo import (
    bargaining,
    breadth,
    democracy,
    education,
    employment,
    members,
    merit,
    organising,
    relief,
    safety,
    wall,
    workforce,
    xiang,
)
from youju.demo.diary import play
from youju.demo.places import PLACES, TOWN_CODE
from youju.demo.staff import Account
from youju.demo.town import Town, found_offices, found_unions, new_town, open_employers
from youju.org.models import Organisation
from youju.records import engine

SEED = 20250101
Progress = Callable[[int, int], None]


class NotEmpty(Exception):
    """Somebody else's data lie here; a demo among them would be mistaken for the truth."""


def is_loaded() -> bool:
    return Organisation._plain.filter(code=TOWN_CODE).exists()


def load(seed: int = SEED) -> list[Account]:
    """Make the town, unless it is there; the accounts with the passwords that nobody can ask for again."""
    return [] if is_loaded() else write(plan(seed))


def write(towns: Sequence[Town], progress: Progress = lambda done, total: None) -> list[Account]:
    """Write what was planned: files first, then all records or none."""
    if Organisation._plain.exists():
        raise NotEmpty
    for town in towns:
        town.album.keep()
    with transaction.atomic():
        for town in towns:
            town.staff.save()
        play([town.diary for town in towns], progress)
        engine.take_stock()
    return [account for town in towns for account in town.staff.accounts]


def plan(seed: int) -> list[Town]:
    """Everything that will be written, drawings included: the town, then the township beside it."""
    town = plan_town(seed)
    return [town, xiang.plan(town, seed)]


def plan_town(seed: int) -> Town:
    town = new_town(random.Random(seed))  # noqa: S311  a demo is not a secret
    found_offices(town)
    open_employers(town)
    found_unions(town)
    roles = workforce.fill_places(town)
    for place in PLACES:
        town.staff.add_chair(place, town.at(place, place.founded)[0].person.name)
    workforce.write_employments(town)
    members.write_memberships(town, roles)
    organising.write_formations(town)
    contracts = bargaining.write_contracts(town)
    democracy.write_congresses(town)
    democracy.write_disclosures(town)
    safety.write_safety(town)
    families = relief.write_relief(town)
    seekers = education.write_trainings(town)
    placed = employment.write_employment(town, seekers)
    merit.write_honours(town)
    merit.write_womens_drive(town)
    breadth.write_breadth(town, contracts=contracts, families=families, seekers=seekers, placed=placed)
    wall.write_team(town)
    return town
