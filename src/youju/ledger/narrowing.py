"""What a list can be narrowed by: the choices above it, the days, and the text that is looked for."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _

from youju.base import clock
from youju.base.days import typed_day
from youju.base.fields import EncryptedField
from youju.base.periods import Period
from youju.ledger.ledgers import Ledger
from youju.ledger.showing import Reader, paths, words_of
from youju.org.access import Access
from youju.org.models import Organisation
from youju.people.models import Person
from youju.records.record import Record

MOST_CHOICES = 300


@dataclass(frozen=True)
class Filter:
    """One choice above the list."""

    name: str
    label: str
    choices: tuple[tuple[str, str], ...]
    chosen: str

    @property
    def chosen_label(self) -> str:
        return dict(self.choices).get(self.chosen, "")


def field_of(ledger: Ledger, name: str) -> models.Field | None:
    known = {field.name: field for field in ledger.model._meta.concrete_fields}
    return known.get(name)


def filters(ledger: Ledger, access: Access, asked: Mapping[str, str]) -> list[Filter]:
    """Those of the ledger, after the unit where there is more than one to choose from."""
    names = dict.fromkeys(["organisation", *ledger.filters])
    fields = [field for name in names if (field := field_of(ledger, name)) is not None]
    made = [_filter(ledger, access, field, asked.get(field.name, "")) for field in fields]
    return [one for one in made if len(one.choices) > 1]


def _filter(ledger: Ledger, access: Access, field: models.Field, asked: str) -> Filter:
    found = _choices(ledger, access, field, asked)
    choices = tuple((str(value), str(label)) for value, label in found)
    chosen = asked if asked in {value for value, _label in choices} else ""
    return Filter(field.name, words_of(field)[0], choices, chosen)


def _choices(ledger: Ledger, access: Access, field: models.Field, asked: str) -> list[tuple]:
    if field.choices:
        return list(words_of(field)[1].items())
    if isinstance(field, models.BooleanField):
        return [("True", _("是")), ("False", _("否"))]
    if isinstance(field, models.IntegerField):
        found = ledger.records(access).order_by(field.name)
        return [(value, value) for value in found.values_list(field.name, flat=True).distinct()]
    if field.related_model is Organisation:
        return _units(access, asked)
    if isinstance(field, models.ForeignKey) and field.related_model is not Person:
        return _related(access, field.related_model)
    return []


def _units(access: Access, asked: str) -> list[tuple[UUID, str]]:
    """The first of them by code, and the one asked for wherever it stands."""
    units = Organisation.objects.reach(access).order_by("code").labelled()
    found = list(units[:MOST_CHOICES])
    if asked and len(found) == MOST_CHOICES and asked not in {str(pk) for pk, _name in found}:
        with suppress(ValueError):
            found += units.filter(pk=UUID(asked))
    return found


def _related(access: Access, model: type[Record]) -> list[tuple[UUID, str]]:
    reader, keys = Reader(access), paths(model)
    found = model.objects.reach(access)
    found = found.select_related(*keys) if keys else found
    return [(record.pk, reader.name(record)) for record in found[:MOST_CHOICES]]


def day(text: str) -> date | None:
    """A day as it is typed above the list; one that cannot be read asks for nothing."""
    return typed_day(text, clock.today()) if text else None


def days(ledger: Ledger, period: Period | None, since: date | None, until: date | None) -> dict[str, date]:
    """The conditions on the day of a record; none for a register that has no day."""
    if field_of(ledger, ledger.date_field) is None:
        return {}
    starts = [one for one in (period and period.start, since) if one]
    ends = [one for one in (period and period.end, until) if one]
    found = {f"{ledger.date_field}__gte": max(starts)} if starts else {}
    return found | ({f"{ledger.date_field}__lte": min(ends)} if ends else {})


def span(period: Period | None, since: date | None, until: date | None) -> str:
    """The time asked for, in words; empty for all of it."""
    said = []
    if since and until:
        said = [_("%(since)s 至 %(until)s") % {"since": since, "until": until}]
    elif since or until:
        said = [_("%s 起") % since if since else _("%s 止") % until]
    return "，".join([period.label, *said] if period else said)


def holding(ledger: Ledger, access: Access, text: str) -> Q:
    """Where the text stands: in the number, in any text of the record, in the name of a person or unit."""
    wanted = Q(number__icontains=text)
    for field in ledger.model._meta.concrete_fields:
        plain = isinstance(field, models.CharField | models.TextField) and field.editable
        if plain and not field.choices and not isinstance(field, EncryptedField):
            wanted |= Q(**{f"{field.name}__icontains": text})
        elif field.related_model is Person:
            named = Person.objects.reach(access).named(text)
            wanted |= Q(**{f"{field.name}__in": named.values("pk")})
        elif field.related_model is Organisation and field.editable:
            wanted |= Q(**{f"{field.name}__name__icontains": text})
    return wanted


def naming(ledger: Ledger, access: Access, text: str) -> Q | None:
    """The part of it that indexes answer: the name of a person or of a unit."""
    fields = ledger.model._meta.concrete_fields
    wanted = Q()
    for field in fields:
        if field.related_model is Person:
            wanted |= Q(**{f"{field.name}__in": Person.objects.reach(access).named(text).values("pk")})
        elif field.related_model is Organisation and field.editable:
            units = Organisation.objects.reach(access).filter(name__icontains=text)
            wanted |= Q(**{f"{field.name}__in": list(units.values_list("pk", flat=True)[:MOST_CHOICES])})
    return wanted or None
