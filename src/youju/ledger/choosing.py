"""The columns of a list: which there are, which a user chose, what it is sorted by and what adds up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from django.db import models
from django.db.models import QuerySet, Sum
from django.utils.translation import get_language

from youju.base.fields import EncryptedField, MoneyField
from youju.ledger.forms import editable_fields
from youju.ledger.ledgers import Ledger
from youju.ledger.models import ChosenColumns
from youju.ledger.showing import text_of, words_of
from youju.org.access import Access
from youju.org.models import Organisation
from youju.people.models import Person
from youju.records.record import State

KEPT = ("recorded_at", "recorded_by")  # what the door writes down and people ask for
# Numbers that name, rate or measure say nothing when they are added up.
NO_SUM = frozenset(
    {"year", "school_year", "order", "score", "value", "weight", "percent", "pass_mark", "hours", "area"}
)


@dataclass(frozen=True)
class Heading:
    """One column of the list: how it is called, how it is sorted now, and what a click asks for."""

    name: str
    label: str
    sorted: str = ""  # up, down
    ask: str = ""  # empty: nothing sorts by it


def offered(ledger: Ledger) -> list[tuple[str, str]]:
    """Every column that the list could show, those of the paper form first."""
    return list(_offered(ledger, get_language()).items())


@cache
def _offered(ledger: Ledger, language: str | None) -> dict[str, str]:
    """Made out once: a list asks it for each of its columns."""
    del language  # in force while the labels are looked up
    names = dict.fromkeys((*ledger.columns, *editable_fields(ledger.model), *KEPT))
    fields = [ledger.model._meta.get_field(name) for name in names]
    return {f.name: str(f.verbose_name) for f in fields if not isinstance(f, EncryptedField)}


def chosen(access: Access, ledger: Ledger) -> tuple[str, ...]:
    """What the user chose for this ledger; the columns of the paper form otherwise."""
    kept = ChosenColumns.objects.filter(user=access.user, ledger_code=ledger.code).first()
    known = _offered(ledger, get_language())
    names = tuple(name for name in kept.names.split(",") if name in known) if kept else ()
    return names or ledger.columns


def choose(access: Access, ledger: Ledger, names: Iterable[str]) -> None:
    """Remember the columns; none, or those of the paper form, forget the choice."""
    wanted = set(names)
    picked = tuple(name for name, _label in offered(ledger) if name in wanted)
    mine = ChosenColumns.objects.filter(user=access.user, ledger_code=ledger.code)
    if not picked or picked == ledger.columns:
        mine.delete()
    else:
        ChosenColumns.objects.update_or_create(
            user=access.user, ledger_code=ledger.code, defaults={"names": ",".join(picked)}
        )


def sort_path(ledger: Ledger, name: str) -> str:
    """By what a column is sorted; empty where its order would mean nothing."""
    if name not in _offered(ledger, get_language()):
        return ""
    field = ledger.model._meta.get_field(name)
    if not field.is_relation:
        return name
    return {Organisation: f"{name}__code", Person: f"{name}__name"}.get(field.related_model, "")


def headings(ledger: Ledger, columns: Sequence[str], sort: str) -> list[Heading]:
    made = []
    for name in columns:
        label = words_of(ledger.model._meta.get_field(name))[0]
        now = {name: "up", f"-{name}": "down"}.get(sort, "")
        ask = {"up": f"-{name}", "down": ""}.get(now, name)
        made.append(Heading(name, label, now, ask if sort_path(ledger, name) else "-"))
    return made


def summed(ledger: Ledger, columns: Sequence[str]) -> list[models.Field]:
    """The columns that add up."""
    fields = [ledger.model._meta.get_field(name) for name in columns]
    return [field for field in fields if _adds_up(field) and field.name not in ledger.unsummed]


def totals(records: QuerySet, summed: Sequence[models.Field]) -> dict[str, str]:
    """For each of the fields the sum over all records asked for but voided ones."""
    standing = records.order_by().exclude(state=State.VOIDED)
    found = standing.aggregate(**{f"sum_{field.name}": Sum(field.name) for field in summed})
    return {
        field.name: text_of(found[f"sum_{field.name}"] or Decimal(0), money=isinstance(field, MoneyField))
        for field in summed
    }


def _adds_up(field: models.Field) -> bool:
    if isinstance(field, MoneyField):
        return True
    counts = isinstance(field, models.IntegerField) and not field.choices
    return counts and field.name not in NO_SUM
