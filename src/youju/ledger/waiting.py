"""Across all ledgers: what waits for a user, what came last, and where one person appears."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models

from youju.ledger.ledgers import Ledger
from youju.org.access import Access, Action
from youju.org.models import Organisation
from youju.people.models import Person
from youju.records.models import Participation, ReturnRequest
from youju.records.record import Record, State


@dataclass(frozen=True)
class Waiting:
    """How many records of a ledger wait for something, and the first of them."""

    ledger: Ledger
    number: int
    first: tuple[Record, ...]


def to_confirm(access: Access, ledgers: Iterable[Ledger], first: int = 3) -> list[Waiting]:
    """Records that the user could confirm, by ledger, oldest first."""
    places = models.Q(organisation__in=access.organisations(Action.CONFIRM))
    return _waiting(access, ledgers, State.PENDING, places, first)


def returned(access: Access, ledgers: Iterable[Ledger], first: int = 3) -> list[Waiting]:
    """Records sent back to the user, or to the user's own office, by ledger."""
    offices = [post.organisation_id for post in access.posts]
    mine = models.Q(recorded_by=access.user) | models.Q(organisation__in=offices)
    able = models.Q(organisation__in=access.organisations(Action.ENTER))
    return _waiting(access, ledgers, State.RETURNED, mine & able, first)


def requests(access: Access) -> list[ReturnRequest]:
    """What units ask to have returned, oldest first."""
    held = ReturnRequest.objects.reach(access).filter(organisation__in=access.organisations(Action.CONFIRM))
    return list(held.filter(state=State.PENDING).select_related("organisation").order_by("id"))


def latest(
    access: Access, ledgers: Iterable[Ledger], number: int = 8, at: Organisation | None = None
) -> list[tuple[Ledger, Record]]:
    """The records entered last, in whatever ledger."""
    found = []
    for ledger in ledgers:
        if at is not None and not hasattr(ledger.model, "organisation"):
            continue
        records = ledger.records(access).filter(organisation=at) if at else ledger.records(access)
        recent = records.select_related("federation", "recorded_by").order_by("-recorded_at", "-id")
        found += [(ledger, record) for record in recent.distinct()[:number]]
    return sorted(found, key=lambda pair: (pair[1].recorded_at, pair[1].pk), reverse=True)[:number]


def naming(access: Access, person: Person, ledgers: Iterable[Ledger]) -> list[tuple[Ledger, list[Record]]]:
    """Every reachable record in which the person is named, by ledger."""
    attended = Participation.objects.filter(person=person).values("parent_id")
    found = []
    for ledger in ledgers:
        keys = [f.name for f in ledger.model._meta.concrete_fields if f.related_model is Person]
        wanted = models.Q(pk__in=attended) if ledger.has_participants else models.Q(pk__in=[])
        for key in keys:
            wanted |= models.Q(**{key: person})
        records = (
            list(ledger.records(access).filter(wanted).distinct()) if keys or ledger.has_participants else []
        )
        if records:
            found.append((ledger, records))
    return found


def _waiting(access, ledgers, state: State, wanted: models.Q, first: int) -> list[Waiting]:
    found = []
    for ledger in ledgers:
        if ledger.model.starts_confirmed:
            continue
        held = ledger.records(access).filter(wanted, state=state).distinct()
        if number := held.count():
            oldest = held.select_related("organisation", "recorded_by").order_by("recorded_at")[:first]
            found.append(Waiting(ledger, number, tuple(oldest)))
    return found
