"""Across all ledgers: what waits for a user, what came last, and where one person appears."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import models
from django.db.models import Count, Max, Q

from youju.ledger.ledgers import Ledger
from youju.ledger.listing import under
from youju.ledger.showing import paths
from youju.org.access import Access, Action
from youju.org.models import Organisation
from youju.people.models import Person
from youju.records.models import HistoryEvent, Participation, ReturnRequest
from youju.records.record import Record, State

# How far back in the history the last entries are looked for.
LOOKED_AT = 120


@dataclass(frozen=True)
class Waiting:
    """How many records of a ledger wait for something, and the first of them."""

    ledger: Ledger
    number: int
    first: Record


def waiting(access: Access, ledgers: Iterable[Ledger]) -> tuple[list[Waiting], list[Waiting]]:
    """By ledger: what the user may confirm, and what was sent back to the user or the user's own office.

    An own record waits for somebody else, as long as there is somebody.
    """
    # The ids are asked for once: as subqueries in the query of every ledger they would cost far more.
    confirming, entering = (ids(access, action) for action in (Action.CONFIRM, Action.ENTER))
    waits = to_confirm_by(access, confirming)
    came_back = returned_to(access)
    to_confirm, returned = [], []
    for ledger in ledgers:
        if ledger.model.starts_confirmed:
            continue
        held = ledger.model.objects.at(confirming | entering).order_by("recorded_at")
        counts = held.aggregate(waits=Count("pk", filter=waits), came_back=Count("pk", filter=came_back))
        for name, wanted, found in (("waits", waits, to_confirm), ("came_back", came_back, returned)):
            if counts[name]:
                first = held.filter(wanted).select_related("organisation").first()
                found.append(Waiting(ledger, counts[name], first))
    return to_confirm, returned


def to_confirm_by(access: Access, confirming: set) -> Q:
    """Records that wait for the user, out of the organisations where the user confirms."""
    others = confirming & _ids_of(access.others_at(Action.CONFIRM)) if confirming else set()
    own = Q(recorded_by=access.user, organisation__in=others)
    return Q(state=State.PENDING, organisation__in=confirming) & ~own


def returned_to(access: Access) -> Q:
    """Records that were sent back to the user or the user's own office."""
    mine = Q(recorded_by=access.user) | Q(organisation__in=[post.organisation_id for post in access.posts])
    return mine & Q(state=State.RETURNED)


def requests(access: Access) -> list[ReturnRequest]:
    """What units ask to have returned, oldest first."""
    held = ReturnRequest.objects.reach(access).filter(organisation__in=access.organisations(Action.CONFIRM))
    return list(held.filter(state=State.PENDING).select_related("organisation").order_by("id"))


def latest(access: Access, ledgers: Mapping[str, Ledger], number: int = 8) -> list[tuple[Ledger, Record]]:
    """The last entries of the user's federations; in a unit without one, the user's own."""
    entered = HistoryEvent.objects.filter(verb="enter", stream="records").order_by("-seq")
    mine = Q(federation_id__in=access.federations) if access.federations else Q(by_id=access.user.pk)
    wanted = defaultdict(list)
    for ref, pk in entered.filter(mine).values_list("ref", "record_id")[:LOOKED_AT]:
        wanted[ref.partition(":")[0]].append(pk)
    found = []
    for code, keys in wanted.items():
        if ledger := ledgers.get(code):
            found += [(ledger, record) for record in _named(ledger, access).filter(pk__in=keys)]
    return _newest(found, number)


def counts_at(unit: Organisation, ledgers: Iterable[Ledger]) -> list[tuple[Ledger, int]]:
    """How many records each ledger holds of a reachable unit, those with the newest first."""
    found = []
    for ledger in ledgers:
        if hasattr(ledger.model, "organisation"):
            held = ledger.model.objects.at([unit.pk]).order_by()
            facts = held.aggregate(n=Count("pk"), last=Max("recorded_at"))
            if facts["n"]:
                found.append((facts["last"], ledger, facts["n"]))
    found.sort(key=lambda row: row[0], reverse=True)
    return [(ledger, n) for _last, ledger, n in found]


def latest_at(
    access: Access, unit: Organisation, counts: list[tuple[Ledger, int]], number: int = 8
) -> list[tuple[Ledger, Record]]:
    """The last entries of one unit, out of the ledgers that were written to last."""
    found = []
    for ledger, _n in counts[:number]:
        recent = _named(ledger, access).filter(organisation=unit).order_by("-recorded_at", "-id")
        found += [(ledger, record) for record in recent[:number]]
    return _newest(found, number)


def latest_of(
    access: Access, unit: Organisation, ledgers: Iterable[Ledger], number: int = 8
) -> list[tuple[Ledger, Record]]:
    """The last entries of some ledgers, of a unit and all below it; keys follow the order of entering."""
    found = []
    for ledger in ledgers:
        records = under(_named(ledger, access), unit).order_by("-id")
        found += [(ledger, record) for record in records[:number]]
    return _newest(found, number)


def naming(
    access: Access, person: Person, ledgers: Iterable[Ledger], *, further: bool = False
) -> list[tuple[Ledger, list[Record]]]:
    """Every reachable record in which the person is named, by ledger; `further`: or that leads to one."""
    attended = Participation.objects.filter(person=person).values("parent_id")
    found = []
    for ledger in ledgers:
        keys = [f.name for f in ledger.model._meta.concrete_fields if f.related_model is Person]
        keys += ledger.through if further else ()
        if not keys and not ledger.has_participants:
            continue
        wanted = Q(pk__in=attended) if ledger.has_participants else Q(pk__in=[])
        for key in keys:
            wanted |= Q(**{key: person})
        if records := list(_named(ledger, access).filter(wanted)):
            found.append((ledger, records))
    return found


def _named(ledger: Ledger, access: Access) -> models.QuerySet:
    """Records with all that their names and lines in a list are made of."""
    return ledger.records(access).select_related("federation", "recorded_by", *paths(ledger.model))


def _newest(found: list[tuple[Ledger, Record]], number: int) -> list[tuple[Ledger, Record]]:
    return sorted(found, key=lambda pair: (pair[1].recorded_at, pair[1].pk), reverse=True)[:number]


def ids(access: Access, action: Action) -> set:
    return _ids_of(access.organisations(action))


def _ids_of(organisations: models.QuerySet) -> set:
    return {next(iter(row.values())) for row in organisations}
