"""Every row of a table through the very form of the page, many rows at once, each fault with its cell."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.utils import ErrorDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from youju.base.remains import much_remains
from youju.ledger.ledgers import Ledger
from youju.ledger.sheets import comparing
from youju.ledger.sheets.cells import Cells
from youju.ledger.sheets.columns import Column, Kind, Layout
from youju.ledger.sheets.headings import Recognised, Unclear, recognise
from youju.ledger.sheets.people import Named, People, refusals_of
from youju.ledger.sheets.reading import Refused, Table
from youju.org.access import Access
from youju.org.models import Organisation
from youju.people.models import Person
from youju.records import plain
from youju.records.moulds import mould
from youju.records.record import Record

Progress = Callable[[int, int], None]
EVERY = 500
PERSONAL = (Kind.NAME, Kind.IDENTITY, Kind.SEX, Kind.PHONE)
LITERAL = (Kind.TEXT, Kind.IDENTITY, Kind.PHONE)
# Lines below a table that are none of its rows.
_NOTES = re.compile(r"^(合计|总计|小计|填表人|制表人|审核人|填报人|负责人|备注[:：]|说明[:：]|注[:：])")
DAMAGED = gettext_lazy(
    "Excel 把这个长号码当作数字，末几位已变成 0，无法还原；请把该列设为文本，按证件重新录入。"
)


@dataclass(frozen=True)
class Fault:
    key: str  # of the column; empty: the row as a whole
    label: str
    reason: str
    cell: str  # C5; empty where the table has no such column


@dataclass
class Row:
    number: int  # as the spreadsheet counts, from one
    texts: dict[str, str]
    faults: list[Fault] = field(default_factory=list)
    record: Record | None = None
    children: list[models.Model] | None = None
    people: dict[str, Named] = field(default_factory=dict)
    repeats: "comparing.Repeated | None" = None

    @property
    def is_good(self) -> bool:
        return self.record is not None and not self.faults

    @property
    def remarks(self) -> str:
        return "；".join(
            f"{fault.label}：{fault.reason}" if fault.label else fault.reason for fault in self.faults
        )


@dataclass
class Checked:
    """A table after checking: nothing is written yet."""

    layout: Layout
    table: Table
    found: Recognised
    rows: list[Row]
    skipped: int  # notes and totals below the table, and the example of our template

    @property
    def ledger(self) -> Ledger:
        return self.layout.ledger

    @property
    def good(self) -> list[Row]:
        return [row for row in self.rows if row.is_good]

    @property
    def faulty(self) -> list[Row]:
        return [row for row in self.rows if not row.is_good]

    @property
    def columns(self) -> list[Column]:
        """Our columns that the table has, in the order of the table."""
        places = self.found.places
        return sorted((c for c in self.layout.columns if c.key in places), key=lambda c: places[c.key])

    @property
    def newcomers(self) -> list[Person]:
        """Persons that the good rows bring along."""
        named = (one for row in self.good for one in row.people.values())
        people = {one.person.pk: one.person for one in named if one.person._state.adding}
        return list(people.values())

    def fault_of(self, row: Row, key: str) -> str:
        return "；".join(fault.reason for fault in row.faults if fault.key == key)


def check(
    ledger: Ledger,
    access: Access,
    table: Table,
    *,
    place: Organisation,
    mapping: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Checked:
    """Find out what each row would become, or why it cannot. `place` is the unit where none is given."""
    layout = Layout(ledger, access, place)
    found = recognise(table, layout.columns, mapping)
    _require_columns(layout, found)
    rows, skipped = _rows_of(layout, found)
    if not rows:
        raise Refused(_("标题行下面没有内容。"))
    checked = Checked(layout, table, found, rows, skipped)
    with much_remains(len(rows)):
        _Checking(checked, progress or (lambda _done, _total: None)).run()
    return checked


def _require_columns(layout: Layout, found: Recognised) -> None:
    missing = [c.label for c in layout.columns if c.required and c.key not in found.places]
    if missing:
        said = _("表格里缺少必填的列：%s。请补上，或指明由哪一列对应。") % "、".join(missing)
        raise Unclear(said, found)


def _rows_of(layout: Layout, found: Recognised) -> tuple[list[Row], int]:
    rows, skipped = [], 0
    example = {column.key: column.example for column in layout.columns}
    for number, cells in enumerate(found.sheet.rows[found.first :], start=found.first + 1):
        if not any(cells):
            continue
        cells = found.spelled(cells)
        texts = {key: cells[place] if place < len(cells) else "" for key, place in found.places.items()}
        given = {key: text for key, text in texts.items() if text}
        first = next(filter(None, cells))
        if not given or _NOTES.match(first) or all(example[key] == text for key, text in given.items()):
            skipped += 1
        else:
            rows.append(Row(number, texts))
    return rows, skipped


class _Checking:
    def __init__(self, checked: Checked, progress: Progress) -> None:
        self.checked, self.layout, self.progress = checked, checked.layout, progress
        self.model, self.form = self.layout.ledger.model, self.layout.form
        self.cells, self.new = Cells(self.layout), mould(self.model)
        self.columns = [c for c in self.layout.columns if c.kind not in PERSONAL]
        self.by_key = {column.key: column for column in self.layout.columns}
        fields = {f.name: f for f in self.model._meta.concrete_fields}
        self.fields = [fields[name] for name in self.layout.fields if name in fields]
        self.unasked = frozenset(f.name for f in fields.values() if f.is_relation or f not in self.fields)
        self.hooks = {
            name: hook for name in self.layout.fields if (hook := getattr(self.form, f"clean_{name}", None))
        }
        self.has_clean = type(self.form).clean is not forms.ModelForm.clean

    def run(self) -> None:
        rows = self.checked.rows
        self._damaged(rows)
        self._people(rows)
        for done, row in enumerate(rows, start=1):
            self._check(row)
            if done % EVERY == 0:
                self.progress(done, len(rows))
        for row, repeated in comparing.repeated(self.layout, self._sound(rows)):
            row.repeats = repeated
            self._refuse(row, "", repeated.text)
        for row, error in comparing.refused(self.model, self._sound(rows)):
            self._refuse_all(row, error)
        self.progress(len(rows), len(rows))

    def _sound(self, rows: list[Row]) -> list[Row]:
        return [row for row in rows if row.is_good]

    # -- one row after another -------------------------------------------------------------

    def _check(self, row: Row) -> None:
        values = {}
        for column in self.columns:
            try:
                values[column.field] = self.cells.value(column, row.texts.get(column.key, ""))
            except ValidationError as error:
                self._refuse(row, column.key, " ".join(error.messages))
        values |= {name: one.person for name, one in row.people.items() if not one.faults}
        values |= dict.fromkeys(self.layout.fields.keys() - values.keys() - self._wrong(row))
        if not row.faults:
            self._fill(row, values)

    def _fill(self, row: Row, values: dict) -> None:
        """What `is_valid` does after the fields, without making a form for every row."""
        form, record = self.form, self.new()
        form.instance, form.cleaned_data, form._errors = record, values, ErrorDict()
        for name, hook in self.hooks.items():
            try:
                values[name] = hook()
            except ValidationError as error:
                form.add_error(name, error)
        if self.has_clean:
            form._clean_form()
        if form._errors:
            return self._refuse_all(row, ValidationError(form._errors.as_data()))
        if not hasattr(record, "organisation_id"):
            record.federation = self.layout.place.federation
        for one in self.fields:
            one.save_form_data(record, form.cleaned_data.get(one.name))
        try:
            plain.clean_fields(record, self.unasked)
        except ValidationError as error:
            return self._refuse_all(row, error)
        row.record, row.children = record, form.children()
        return None

    # -- all rows at once ------------------------------------------------------------------

    def _damaged(self, rows: Iterable[Row]) -> None:
        damaged, places = self.checked.found.sheet.damaged, self.checked.found.places
        literal = [
            (c.key, places[c.key]) for c in self.layout.columns if c.kind in LITERAL and c.key in places
        ]
        if damaged:
            for row in rows:
                for key, place in literal:
                    if (row.number - 1, place) in damaged:
                        self._refuse(row, key, str(DAMAGED))

    def _people(self, rows: list[Row]) -> None:
        people = People(self.layout.access, self.layout.place)
        wanted = {c.field: c.required for c in self.layout.columns if c.kind == Kind.NAME}
        for name, required in wanted.items():
            for row in rows:
                parts = {
                    part: row.texts.get(f"{name}.{part}", "")
                    for part in ("name", "id_number", "sex", "phone")
                }
                if any(parts.values()) and not self._wrong(row):
                    row.people[name] = Named(**parts)
                elif required and not any(parts.values()):
                    self._refuse(row, f"{name}.name", _("请填写姓名。"))
        named = [(row, name, one) for row in rows for name, one in row.people.items()]
        people.settle([one for _row, _name, one in named])
        for row, name, one in named:
            for part, reason in one.faults:
                self._refuse(row, f"{name}.{part}", reason)
            if one.person is None:
                del row.people[name]
                if not one.faults:
                    self._refuse(row, f"{name}.name", _("请填写姓名。"))

    # -- faults ----------------------------------------------------------------------------

    def _wrong(self, row: Row) -> set[str]:
        return {fault.key.partition(".")[0] for fault in row.faults}

    def _refuse_all(self, row: Row, error: ValidationError) -> None:
        for name, reason in refusals_of(error):
            self._refuse(row, name if name in self.by_key else f"{name}.name", reason)

    def _refuse(self, row: Row, key: str, reason: str) -> None:
        column = self.by_key.get(key)
        place = self.checked.found.places.get(key)
        cell = "" if place is None else f"{letters(place)}{row.number}"
        row.faults.append(Fault(key if column else "", column.label if column else "", reason, cell))


def letters(place: int) -> str:
    """0 → A, 27 → AB."""
    text = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        text = chr(65 + rest) + text
    return text
