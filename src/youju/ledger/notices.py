"""提醒: what waits for a user, and what of it is new. All of it is found in the records and their history.

Kept is only until when somebody has seen the notices.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Count

from youju.base import clock
from youju.ledger import waiting
from youju.ledger.ledgers import Ledger
from youju.ledger.models import Seen
from youju.org.access import Access, Action
from youju.records.models import HistoryEvent, ReturnRequest
from youju.records.record import State

# How many of the last writes are looked through for what is new; beyond them a number says only “at least”.
LOOKED_AT = 500
ANSWERS_SHOWN = timedelta(days=30)
REQUEST = ReturnRequest.ledger_code


@dataclass(frozen=True)
class Fresh:
    """What came since the user last looked, by kind: records by ledger, requests and answers by their id."""

    to_confirm: Counter = field(default_factory=Counter)
    returned: Counter = field(default_factory=Counter)
    requests: frozenset = frozenset()
    answers: frozenset = frozenset()

    @property
    def number(self) -> int:
        counted = self.to_confirm.total() + self.returned.total()
        return counted + len(self.requests) + len(self.answers)


@dataclass(frozen=True)
class Answer:
    """What became of a request of the user's own."""

    request: ReturnRequest
    at: datetime

    @property
    def granted(self) -> bool:
        return self.request.state == State.CONFIRMED


def seen_until(access: Access, what: str = Seen.What.NOTICES) -> datetime | None:
    kept = Seen.objects.filter(user=access.user, what=what).first()
    return kept and kept.until


def mark_seen(access: Access, what: str = Seen.What.NOTICES) -> None:
    Seen.objects.update_or_create(user=access.user, what=what, defaults={"until": clock.now()})


def fresh(access: Access, ledgers: Mapping[str, Ledger]) -> Fresh:
    """What others did since the user last looked, as far as it concerns the user and still stands."""
    written = _written(access, seen_until(access))
    confirming, entering = (waiting.ids(access, action) for action in (Action.CONFIRM, Action.ENTER))
    if not written or not confirming | entering:
        return Fresh()
    requests = ReturnRequest.objects.at(confirming | entering).filter(pk__in=written.pop(REQUEST, ()))
    waits, came_back = waiting.to_confirm_by(access, confirming), waiting.returned_to(access)
    to_confirm, returned = Counter(), Counter()
    for code, keys in written.items():
        ledger = ledgers.get(code)
        if ledger is None or ledger.model.starts_confirmed:
            continue
        held = ledger.model.objects.at(confirming | entering).filter(pk__in=keys).order_by()
        counts = held.aggregate(waits=Count("pk", filter=waits), came_back=Count("pk", filter=came_back))
        to_confirm[code], returned[code] = counts["waits"], counts["came_back"]
    open_ones = requests.filter(state=State.PENDING, organisation__in=confirming)
    answered = requests.filter(recorded_by=access.user).exclude(state=State.PENDING)
    return Fresh(
        +to_confirm,
        +returned,
        frozenset(open_ones.values_list("pk", flat=True)),
        frozenset(answered.values_list("pk", flat=True)),
    )


def answers(access: Access) -> list[Answer]:
    """What became of the user's own requests in the last weeks, newest first."""
    since = clock.now() - ANSWERS_SHOWN
    asked = ReturnRequest.objects.reach(access).filter(recorded_by=access.user)
    asked = asked.exclude(state=State.PENDING).select_related("organisation", "confirmed_by")
    told = dict(
        HistoryEvent.objects.filter(record_id__in=[one.pk for one in asked], at__gte=since)
        .order_by("seq")
        .values_list("record_id", "at")
    )
    found = [Answer(one, told[one.pk]) for one in asked if one.pk in told]
    return sorted(found, key=lambda one: one.at, reverse=True)


def _written(access: Access, since: datetime | None) -> dict[str, set]:
    """Keys of the records that others wrote since then, by ledger, out of the last writes."""
    keepers = {post.organisation.federation_id for post in access.posts}
    events = HistoryEvent.objects.filter(federation_id__in=keepers, stream="records").order_by("-seq")
    found = defaultdict(set)
    for ref, pk, by, at in events.values_list("ref", "record_id", "by_id", "at")[:LOOKED_AT]:
        if by != access.user.pk and (since is None or at > since):
            found[ref.partition(":")[0]].add(pk)
    return found
