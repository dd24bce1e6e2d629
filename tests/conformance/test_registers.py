"""Registers as of a day: what there was, and came, less what went, is what there is; parts make the whole.

Over random lives of members and officers, unions that move between townships, and any period.
"""

from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.makers import make_organisation, make_person
from youju.base import periods
from youju.ledger.scope import Scope
from youju.org import tree
from youju.org.access import SystemAccess
from youju.people.models import Membership
from youju.records import writing
from youju.work.organising.indicators import membership, renewal, unions
from youju.work.organising.models import Officer

pytestmark = pytest.mark.django_db
UNIONS, PEOPLE = 4, 6
# Few days, close together, so that lives, moves and periods often begin and end on the same one.
EDGES = [date(2024, 12, 31), date(2025, 1, 2), date(2025, 6, 30), date(2025, 12, 30)]
CAME = (membership.members_joined, membership.members_transferred_in, membership.members_resumed)
WENT = (membership.members_transferred_out, membership.members_left)
# Transfers between the parts of a body cancel in it: only their difference adds up.
CROSSING = (membership.members_transferred_in, membership.members_transferred_out)
# Figures whose parts add up: a person is a member of one union at a time.
ADDITIVE = (
    membership.members,
    membership.women_members,
    membership.members_joined,
    membership.members_resumed,
    membership.members_left,
    unions.unions_existing,
    renewal.officers,
)


class Episode(NamedTuple):
    """One stretch of a life: where, from and until which day, and how it began and ended."""

    union: int
    from_on: date
    until_on: date | None
    kind: str
    began_by: str
    ended_by: str


class Move(NamedTuple):
    union: int
    township: int
    on: date


DAYS = st.sampled_from([edge + timedelta(days=n) for edge in EDGES for n in (-1, 0, 1)])
PERIODS = st.tuples(DAYS, DAYS).map(lambda days: periods.between(min(days), max(days)))
A_MOVE = st.builds(Move, st.integers(0, UNIONS - 1), st.integers(0, 1), DAYS)
MOVES = st.lists(A_MOVE, max_size=3, unique_by=lambda move: (move.union, move.on))
KINDS = st.sampled_from(Membership.Kind.values)
WAYS_IN, WAYS_OUT = st.sampled_from(Membership.Began.values), st.sampled_from(Membership.Ended.values)


@st.composite
def lives(draw) -> list[Episode]:
    """Episodes one after the other, touching or with gaps between them; the last may still be open."""
    days = sorted(draw(st.sets(DAYS, min_size=1, max_size=6)))
    episodes = []
    for place in range(0, len(days), 2):
        until = days[place + 1] if place + 1 < len(days) else None
        if until is not None and place + 2 < len(days) and draw(st.booleans()):
            until = days[place + 2] - timedelta(days=1)
        union, kind, began_by = draw(st.integers(0, UNIONS - 1)), draw(KINDS), draw(WAYS_IN)
        ended_by = draw(WAYS_OUT) if until else ""
        episodes.append(Episode(union, days[place], until, kind, began_by, ended_by))
    return episodes


HISTORIES = st.lists(lives(), min_size=1, max_size=PEOPLE)


class Ground(NamedTuple):
    county: object
    townships: list
    unions: list
    people: list


@pytest.fixture
def ground(county, township, neighbour):
    """Two townships with two unions each, and people who may join them."""
    homes = [township, neighbour, township, neighbour]
    unions_ = [make_organisation(home, name=f"{n}厂工会") for n, home in enumerate(homes)]
    people = [make_person(township, name=f"人{n}", sex=("male", "female")[n % 2]) for n in range(PEOPLE)]
    return Ground(county, [township, neighbour], unions_, people)


def live(ground: Ground, histories: list[list[Episode]]) -> None:
    rows, officers = [], []
    for person, episodes in zip(ground.people, histories, strict=False):
        for union, from_on, until_on, kind, began_by, ended_by in episodes:
            place = {"organisation": ground.unions[union], "from_on": from_on, "until_on": until_on}
            how = {"kind": kind, "began_by": began_by, "ended_by": ended_by}
            rows.append(Membership(person=person, **place, **how))
            why = "moved" if ended_by else ""
            officers.append(Officer(name=person.name, position="committee", ended_by=why, **place))
    for records in (rows, officers):
        writing.enter_many(records, by=None)
        by_federation = sorted(records, key=lambda record: record.federation_id)
        for _federation, group in groupby(by_federation, key=lambda record: record.federation_id):
            writing.confirm_many(list(group), by=None)


def move(ground: Ground, moves: list[Move]) -> None:
    for union, township, on in sorted(moves, key=lambda one: one.on):
        unit, parent = ground.unions[union], ground.townships[township]
        if tree.parent(unit, on) != parent:
            tree.place(unit, parent, from_on=on, by=None)


def at(organisation, day: date) -> Scope:
    return Scope.of(SystemAccess(), organisation, periods.between(day, day), day)


def total(indicators, scope: Scope) -> int:
    return sum(indicator.value(scope) for indicator in indicators)


def below(organisation, day: date) -> list:
    """The basic unions under an organisation on a day, itself if it is one."""
    children = tree.children(organisation, day)
    return [unit for child in children for unit in below(child, day)] if children else [organisation]


RANDOM = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@RANDOM
@given(histories=HISTORIES, moves=MOVES, period=PERIODS)
def test_the_stock_before_and_all_changes_make_the_stock_after(ground, histories, moves, period):
    """The stock before is that of the unions that belong to the body at the end: moving is no joining."""
    with transaction.atomic():
        live(ground, histories)
        move(ground, moves)
        before = period.start - timedelta(days=1)
        for body in (ground.county, *ground.townships, *ground.unions):
            scope = Scope.of(SystemAccess(), body, period)
            units = [unit for unit in below(body, period.end) if not unit.is_federation]
            start = sum(membership.members.value(at(unit, before)) for unit in units)
            change = total(CAME, scope) - total(WENT, scope)
            assert start + change == membership.members.value(scope), (body, period)
            officers = sum(renewal.officers.value(at(unit, before)) for unit in units)
            came = Officer.objects.begun(scope).count()
            assert officers + came - Officer.objects.ended(scope).count() == renewal.officers.value(scope)
        transaction.set_rollback(True)


@RANDOM
@given(histories=HISTORIES, moves=MOVES, period=PERIODS)
def test_the_parts_of_a_figure_make_the_whole(ground, histories, moves, period):
    with transaction.atomic():
        live(ground, histories)
        move(ground, moves)
        for body in (ground.county, *ground.townships):
            scope = Scope.of(SystemAccess(), body, period)
            parts = [scope.at(child) for child in tree.children(body, scope.as_of)]
            for indicator in ADDITIVE:
                whole = indicator.value(scope)
                assert sum(indicator.value(part) for part in parts) == whole, (indicator.code, body, period)
            inside = [sum(flow.value(part) for part in parts) - flow.value(scope) for flow in CROSSING]
            assert inside[0] == inside[1] >= 0, (body, period)
        transaction.set_rollback(True)
