"""The township beside the town: small, and busy in every line of work that the town is not."""

import random

from youju.demo.town import Town
from youju.demo.xiang import (
    bargaining,
    culture,
    democracy,
    duties,
    education,
    employment,
    funds,
    ground,
    homes,
    institutions,
    meetings,
    merit,
    organising,
    people,
    relief,
    renewal,
    safety,
    support,
    voices,
)

LINES = (
    organising,
    renewal,
    institutions,
    duties,
    meetings,
    support,
    education,
    bargaining,
    democracy,
    voices,
)
LINES += (relief, homes, merit, culture, safety, funds)


def plan(neighbour: Town, seed: int) -> Town:
    """The township's year; the county above it is the neighbour's."""
    town = ground.new_township(neighbour, random.Random(seed + 1))  # noqa: S311  a demo is not a secret
    ground.found_office(town)
    people.fill(town)
    for line in LINES:
        line.write(town)
    employment.write(town, education.teach_seekers(town))
    return town
