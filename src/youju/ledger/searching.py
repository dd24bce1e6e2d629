"""Entries of every ledger found by number or text, and persons by the last four of their ID number."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _

from youju.base import clock, names
from youju.base.fields import EncryptedField
from youju.base.text import fold
from youju.ledger import acting
from youju.ledger.ledgers import Ledger
from youju.ledger.showing import paths
from youju.org.access import Access, Action
from youju.org.models import Organisation
from youju.people import finding
from youju.people.finding import Card
from youju.people.models import Person
from youju.records.models import Look
from youju.records.record import Record

MOST_EACH = 5  # of one ledger; the rest is a click away
BY_TAIL = "按证件号后四位查找"
MOST_TAILS, WINDOW = 30, timedelta(hours=1)
TAIL = re.compile(r"\d{3}[\dXx]")
_NUMBER = re.compile(r"(?P<label>.*?)-?(?P<year>(?:19|20)\d\d)-(?P<serial>\d{1,6})")


class TooOften(Exception):
    """More questions by the last four than anybody's work needs."""


@dataclass(frozen=True)
class Hits:
    """What one ledger holds of the text."""

    ledger: Ledger
    records: list[Record]
    more: bool


def numbered(access: Access, ledgers: Iterable[Ledger], text: str) -> list[Hits]:
    """Records with this human number: 送温暖-2025-0042, or 2025-42 in whichever ledger."""
    found = _NUMBER.fullmatch(fold(text))
    if found is None:
        return []
    tail = f"-{found['year']}-{int(found['serial']):04d}"
    hits = []
    for ledger in ledgers:
        label = ledger.model.number_label
        if label and found["label"] in ("", label):
            hits.append(_hits(ledger, access, Q(number=label + tail)))
    return [one for one in hits if one.records]


def holding(access: Access, ledgers: Iterable[Ledger], text: str) -> list[Hits]:
    """Records with the text in a number, a text of theirs or the name of their unit; of each ledger a few."""
    hits = (_hits(ledger, access, wanted) for ledger in ledgers if (wanted := _wanted(ledger, text)))
    return [one for one in hits if one.records]


def called(ledgers: Iterable, text: str) -> list:
    """Those of the declared things (ledgers, figures, rules) whose label or code holds the text."""
    term = names.normalise(text)
    fits = [one for one in ledgers if term and (names.holds(str(one.label), term) or term in one.code)]
    return sorted(fits, key=lambda one: not names.normalise(str(one.label)).startswith(term))


def by_tail(access: Access, tail: str, *, address: str = "") -> list[Card]:
    """Persons whose number ends so; each question is noted, and nobody may try them all."""
    if not access.may_anywhere(Action.ENTER):
        raise PermissionDenied(_("您的角色不能按证件号查找。"))
    asked = Look.objects.filter(by=access.user, what=BY_TAIL, at__gt=clock.now() - WINDOW)
    if asked.count() >= MOST_TAILS:
        raise TooOften(_("按证件号后四位查找每小时最多 %d 次，请稍后再试，或按姓名查找。") % MOST_TAILS)
    acting.note_look(access, BY_TAIL, Person.ledger_code, address=address)
    return finding.by_tail(access, tail)


def _hits(ledger: Ledger, access: Access, wanted: Q) -> Hits:
    found = ledger.records(access).filter(wanted)
    keys = paths(ledger.model)
    found = found.select_related("federation", *keys).order_by("-recorded_at", "-id")
    records = list(found[: MOST_EACH + 1])
    return Hits(ledger, records[:MOST_EACH], len(records) > MOST_EACH)


def _wanted(ledger: Ledger, text: str) -> Q | None:
    """Where the text may stand; None where nothing of the ledger can hold it."""
    wanted = Q()
    if ledger.model.number_label and (text.isascii() or text in ledger.model.number_label):
        wanted |= Q(number__icontains=text)
    for field in ledger.model._meta.concrete_fields:
        plain = isinstance(field, models.CharField | models.TextField) and field.editable
        if plain and not field.choices and not isinstance(field, EncryptedField):
            wanted |= Q(**{f"{field.name}__icontains": text})
        elif field.related_model is Organisation and field.editable:
            wanted |= Q(**{f"{field.name}__name__icontains": text})
    return wanted or None
