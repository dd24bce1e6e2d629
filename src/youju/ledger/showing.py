"""How records look to one user: every value as text, names in full only to those who keep the record."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from functools import cache, cached_property

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from youju.base import clock
from youju.base.fields import MoneyField
from youju.base.masking import mask_name, open_names
from youju.org.access import Access, Action
from youju.people.models import Person
from youju.records.record import Record

EMPTY = "—"
Words = Mapping[str, Mapping[str, str]]  # field → code → what it is called


@dataclass(frozen=True)
class Cell:
    """One value of one record, ready to be shown."""

    name: str
    label: str
    text: str
    number: bool = False
    target: Record | None = None  # the record it names, for a link

    @property
    def shape(self) -> str:
        """How a list draws it."""
        return "cell number" if self.number else "cell none" if self.text == EMPTY else "cell"


class Reader:
    """A user who reads. What is shown in full is decided record by record."""

    def __init__(self, access: Access) -> None:
        self.access = access

    @cached_property
    def keeps(self) -> set:
        """Ids of the organisations whose records the user keeps."""
        return _ids(self.access.organisations(Action.ENTER))

    @cached_property
    def _keeps_all(self) -> bool:
        return self.keeps == _ids(self.access.organisations(Action.READ))

    def knows(self, record: Record) -> bool:
        """Whether names in this record are shown in full. A person is known through any own record."""
        place = getattr(record, "organisation_id", None) or record.federation_id
        return place in self.keeps or (isinstance(record, Person) and bool(self.keeps) and self._keeps_all)

    def name(self, record: Record) -> str:
        with open_names(self.knows(record)):
            return str(record)

    def cells(self, record: Record, names, words: Words | None = None) -> list[Cell]:
        """The fields of a record as text; `words` are what its ledger calls the codes in them."""
        with open_names(self.knows(record)):
            cells = [_cell(record, record._meta.get_field(name)) for name in names]
        if words:
            cells = [replace(cell, text=words.get(cell.name, {}).get(cell.text, cell.text)) for cell in cells]
        return cells


def paths(model: type[models.Model], names: Iterable[str] | None = None) -> list[str]:
    """What to fetch along with records so that naming them asks nothing more: keys, and the keys of keys."""
    found = []
    for field in _keys(model):
        if names is None or field.name in names:
            found += [field.name, *(f"{field.name}__{below.name}" for below in _keys(field.related_model))]
    return found


def without(title: str, name: str) -> str:
    """The name of a record on the page of the unit or person that it begins or ends with."""
    return " ".join(part for part in title.split() if part != name) or title


def _keys(model: type[models.Model]) -> list[models.ForeignKey]:
    """The keys that a record's name may be made of."""
    return [f for f in model._meta.concrete_fields if isinstance(f, models.ForeignKey) and f.editable]


def _ids(organisations) -> set:
    return {next(iter(row.values())) for row in organisations}


def _cell(record: models.Model, field: models.Field) -> Cell:
    value = getattr(record, field.name)
    target = value if isinstance(value, Record) else None
    if field.name == "name" and "name" in getattr(record, "personal", ()):
        value = mask_name(value)  # a person's name in a field of the record's own
    number = isinstance(value, int | Decimal) and not isinstance(value, bool) and not field.choices
    label, choices = words_of(field)
    text = choices.get(value, value) if choices else text_of(value, money=isinstance(field, MoneyField))
    return Cell(field.name, label, text or EMPTY, number, target)


def words_of(field: models.Field) -> tuple[str, dict]:
    """The label of a field and those of its choices."""
    return _words(field, get_language())


@cache
def _words(field: models.Field, language: str) -> tuple[str, dict]:
    """Once for each language: they are asked for every cell of every list."""
    del language  # in force while the words are looked up
    return str(field.verbose_name), {value: str(label) for value, label in field.flatchoices if value != ""}


def text_of(value, *, money: bool = False) -> str:
    """A value as people write it."""
    match value:
        case None | "":
            return EMPTY
        case bool():
            return _("是") if value else _("否")
        case datetime():
            return f"{value.astimezone(clock.CHINA):%Y-%m-%d %H:%M}"
        case date():
            return value.isoformat()
        case Decimal():
            whole = value == value.to_integral_value()
            if money:
                return f"{value:,.0f}元" if whole else f"{value:,.2f}元"
            return f"{value.normalize():f}"
        case _:
            return str(value)
