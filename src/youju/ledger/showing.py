"""How records look to one user: every value as text, names in full only to those who keep the record."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cache, cached_property
from typing import NamedTuple

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


class Cell(NamedTuple):
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
        self._kept: dict = {}  # organisation → whether the user keeps its records, as far as asked

    @cached_property
    def _keeps_all(self) -> bool:
        """Whether the user keeps everything that they see, and anything at all."""
        keeps = _ids(self.access.organisations(Action.ENTER))
        return bool(keeps) and keeps == _ids(self.access.organisations(Action.READ))

    def _look_up(self, places: Iterable) -> None:
        """Ask for these organisations together: a page has records of many, of thousands one may keep."""
        if asked := {place for place in places if place not in self._kept}:
            kept = self.access.among(Action.ENTER, asked)
            self._kept |= {place: place in kept for place in asked}

    def knows(self, record: Record) -> bool:
        """Whether names in this record are shown in full. A person is known through any own record."""
        place = _place(record)
        self._look_up([place])
        return self._kept[place] or (isinstance(record, Person) and self._keeps_all)

    def name(self, record: Record) -> str:
        with open_names(self.knows(record)):
            return str(record)

    def cells(self, record: Record, names: Iterable[str], words: Words | None = None) -> list[Cell]:
        """The fields of a record as text; `words` are what its ledger calls the codes in them."""
        return self.rows([record], names, words)[0]

    def rows(
        self, records: Sequence[Record], names: Iterable[str], words: Words | None = None
    ) -> list[list[Cell]]:
        """The same for many records of one model."""
        if not records:
            return []
        self._look_up(map(_place, records))
        shown = [_drawn(records[0]._meta.get_field(name), get_language()) for name in names]
        rows = []
        for record in records:
            with open_names(self.knows(record)):
                rows.append([draw(record) for draw in shown])
        return [[_reworded(cell, words) for cell in row] for row in rows] if words else rows


def _place(record: Record):
    return getattr(record, "organisation_id", None) or record.federation_id


def _reworded(cell: Cell, words: Words) -> Cell:
    called = words.get(cell.name)
    return cell._replace(text=called.get(cell.text, cell.text)) if called else cell


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


@cache
def _drawn(field: models.Field, language: str | None) -> Callable[[models.Model], Cell]:
    """How a field becomes a cell; settled once, since lists ask it of every record."""
    name, money = field.name, isinstance(field, MoneyField)
    label, choices = _words(field, language)

    def draw(record: models.Model) -> Cell:
        value = getattr(record, name)
        if name == "name" and "name" in getattr(record, "personal", ()):
            value = mask_name(value)  # a person's name in a field of the record's own
        text = choices.get(value, value) if choices else text_of(value, money=money)
        number = not choices and isinstance(value, int | Decimal) and not isinstance(value, bool)
        return Cell(name, label, text or EMPTY, number, value if isinstance(value, Record) else None)

    return draw


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
