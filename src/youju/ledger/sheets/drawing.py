"""The columns of an export: what each asks of the database and how its cells are drawn, settled once."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Self

import xlsxwriter
from django.db import models
from django.db.models.functions import Cast
from django.utils.translation import gettext as _
from xlsxwriter.format import Format

from youju.base.fields import MASK, MoneyField, Sealed
from youju.base.masking import mask_id, mask_name, mask_phone
from youju.ledger.evidence import readable
from youju.ledger.participants import in_a_cell
from youju.ledger.sheets import streaming
from youju.ledger.sheets.streaming import MOST_TEXT, Draw
from youju.ledger.sheets.workbooks import FACE, TEXT
from youju.ledger.showing import words_of
from youju.org.models import Organisation
from youju.records.models import Participation

KEY = models.CharField(max_length=36)
MOST_NAMED = 50_000
IDENTITY, PHONE, UNIT, PEOPLE, NUMBER = 21, 14, 20, 40, 18  # characters
DAYS = "yyyy-mm-dd"


@dataclass(frozen=True)
class Column:
    heading: str
    draw: Callable[[tuple], str]  # a row of what was asked → a cell
    least: float = 12  # characters that fit into a cell

    @property
    def width(self) -> float:
        """As wide as its heading beside the arrow of the filter, and as what stands below it needs."""
        return max(self.least, 2.2 * len(self.heading) + 3)


@dataclass(frozen=True)
class Shapes:
    """How the cells of an export look."""

    text: Format
    money: Format
    day: Format

    @classmethod
    def of(cls, book: xlsxwriter.Workbook) -> Self:
        formats = (TEXT, "#,##0.00", DAYS)
        plain = {"font_name": FACE, "font_size": 10, "valign": "top"}
        made = (
            {**plain, "num_format": one, **({"align": "center"} if one == DAYS else {})} for one in formats
        )
        return cls(*map(book.add_format, made))


class Columns:
    """Rows come as tuples of values: of a hundred thousand records, making objects takes most of the time."""

    def __init__(self, model: type[models.Model], shapes: Shapes, offices: set) -> None:
        """`offices` are those whose numbers may be seen in full; mostly none."""
        self.model, self.made, self.asked, self._offices = model, [], [], offices
        self._text, self._money, self._day = (
            streaming.text(shapes.text),
            streaming.number(shapes.money),
            streaming.day(shapes.day),
        )
        self._number = streaming.number()
        self._names: list[_Names] = []
        self._seats: dict = {}
        self._key: int | None = None
        self.office = self._ask("federation") if offices else 0

    def look_up(self, batch: Sequence[tuple]) -> None:
        """What a batch of rows names beyond its own values, with one question for each kind."""
        for names in self._names:
            names.look_up(batch)
        if self._key is not None:
            self._seats = _seats(self.model, [row[self._key] for row in batch])

    # -- kinds of columns --------------------------------------------------------------------------

    def text(self, heading: str, path: str, said: Callable = str, least: float = 12) -> None:
        """A text of few different values."""
        draw = streaming.remembered(lambda value: self._text(said(value)))
        self._add(heading, draw, path, least)

    def field(self, field: models.Field) -> None:
        """A value of the record's own, or the name of another record."""
        heading, choices = words_of(field)
        if choices:
            self.text(heading, field.name, lambda value: choices.get(value, value))
        elif field.related_model is Organisation:
            self._unit(heading, field.name)
        elif field.is_relation:
            names = _Names(field, self._ask(Cast(f"{field.name}_id", KEY)))
            self._names.append(names)
            self.made.append(Column(heading, lambda row: self._text(names.of(row))))
        else:
            self._add(heading, self._drawn(field), field.name)

    def _unit(self, heading: str, name: str) -> None:
        short, whole = self._ask(f"{name}__short_name"), self._ask(f"{name}__name")
        draw = streaming.remembered(self._text)
        self.made.append(Column(heading, lambda row: draw(row[short] or row[whole]), UNIT))

    def person(self, field: models.Field) -> None:
        """Three columns: the name, and both numbers, in full where the office has that right."""
        paths = ("pk", "name", "id_number", "phone")
        key, name, number, phone = (self._ask(f"{field.name}__{path}") for path in paths)
        office = self._ask(f"{field.name}__federation") if self._offices else key

        def opened(mask: Callable[[str], str], at: int) -> Callable[[tuple], str]:
            def draw(row: tuple) -> str:
                sealed = row[at]
                if not isinstance(sealed, Sealed):
                    return ""
                plain = sealed.open(row[key])
                return self._text(plain if row[office] in self._offices else mask(plain))

            return draw

        heading = words_of(field)[0]
        self.made += [
            Column(heading, lambda row: self._text(mask_name(row[name]))),
            Column(f"{heading}{_('身份证号')}", opened(mask_id, number), IDENTITY),
            Column(f"{heading}{_('手机号')}", opened(mask_phone, phone), PHONE),
        ]

    def participants(self, heading: str) -> None:
        self._key = key = self._ask("pk")

        def draw(row: tuple) -> str:
            return self._text(in_a_cell(self._seats.get(row[key], ()))[:MOST_TEXT])

        self.made.append(Column(heading, draw, PEOPLE))

    # -- details -----------------------------------------------------------------------------------

    def _ask(self, what) -> int:
        """Where in a row the answer will stand."""
        self.asked.append(what)
        return len(self.asked) - 1

    def _add(self, heading: str, draw: Draw, path: str, least: float = 12) -> None:
        at = self._ask(path)
        self.made.append(Column(heading, lambda row: draw(row[at]), least))

    def _drawn(self, field: models.Field) -> Draw:
        if isinstance(field, MoneyField):
            return self._money
        if isinstance(field, models.BooleanField):
            return lambda value: self._text("" if value is None else _("是") if value else _("否"))
        if isinstance(field, models.IntegerField | models.DecimalField):
            return self._number
        if isinstance(field, models.DateField):  # and moments
            return self._day
        if field.name == "name" and "name" in self.model.personal:
            return lambda value: self._text(mask_name(value))
        return lambda value: self._text(MASK if isinstance(value, Sealed) else value)


class _Names:
    """What the records are called that a field points at; masked or open as the row is that names them."""

    def __init__(self, field: models.Field, at: int) -> None:
        self.model, self.at = field.related_model, at
        self.known: dict[str, models.Model] = {}

    def look_up(self, batch: Iterable[tuple]) -> None:
        keys = {row[self.at] for row in batch} - {None}
        if len(self.known) + len(keys) > MOST_NAMED:
            self.known.clear()
        if missing := keys - self.known.keys():
            found = readable(self.model._plain.all()).in_bulk(missing)
            self.known |= {_plain(str(key)): record for key, record in found.items()}
            self.known |= {key: self.known[_plain(key)] for key in missing}

    def of(self, row: tuple) -> str:
        key = row[self.at]
        return "" if key is None else str(self.known[key])


def _plain(key: str) -> str:
    """SQLite keeps keys without the strokes that PostgreSQL writes."""
    return key.replace("-", "")


def _seats(model: type[models.Model], keys: Sequence) -> dict:
    seats = defaultdict(list)
    for seat in Participation.objects.filter(parent_id__in=keys).order_by("parent_id", "position"):
        seats[seat.parent_id].append(seat)
    return seats
