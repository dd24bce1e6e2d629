"""Records of a ledger as a workbook: in constant memory, nothing in it alive, names and numbers masked."""

import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from itertools import batched
from typing import BinaryIO

import xlsxwriter
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from youju.base import clock
from youju.base.fields import MASK, MoneyField, Sealed
from youju.base.masking import mask_phone, open_names
from youju.ledger import acting
from youju.ledger.evidence import readable
from youju.ledger.forms import editable_fields
from youju.ledger.ledgers import Ledger
from youju.ledger.sheets.workbooks import FACE, INERT, TEXT, sheet_name
from youju.ledger.showing import words_of
from youju.org.access import Access, Action
from youju.people.models import Person
from youju.records.models import Participation
from youju.records.record import Record

CHUNK = 2_000
MOST_REASON = 30
MOST_TEXT = 32_000  # a cell of a spreadsheet holds 32,767
SPOOLED = 8 * 1024 * 1024


def export(
    ledger: Ledger,
    access: Access,
    records: QuerySet,
    *,
    reason: str = "",
    address: str = "",
    progress: Callable[[int], None] | None = None,
) -> BinaryIO:
    """The records as .xlsx. A reason asks for names and numbers in full: it takes the right, and is noted."""
    reason = reason.strip()[:MOST_REASON]
    if reason:
        require_identity(access)
    number = records.order_by().count()
    if access.user is not None:
        what = _("导出%(n)d条，完整身份：%(why)s") if reason else _("导出%(n)d条，已遮盖")
        acting.note_look(access, what % {"n": number, "why": reason}, ledger.code, address=address)
    made = tempfile.SpooledTemporaryFile(SPOOLED)  # noqa: SIM115  the caller closes what it streams
    with xlsxwriter.Workbook(
        made, {"constant_memory": True, "default_date_format": "yyyy-mm-dd", **INERT}
    ) as book:
        SheetWriter(ledger, access, book, full=bool(reason)).write(records, progress)
    made.seek(0)
    return made


def require_identity(access: Access) -> None:
    if access.user is None:
        raise ValidationError(_("导出完整身份信息须指明是哪位用户。"))
    if not access.may_anywhere(Action.IDENTITY):
        raise PermissionDenied(_("您的角色不能导出完整身份信息。"))


class SheetWriter:
    """One ledger as one sheet of a workbook."""

    def __init__(self, ledger: Ledger, access: Access, book: xlsxwriter.Workbook, *, full: bool) -> None:
        self.ledger, self.book, self.full = ledger, book, full
        # Whose numbers may be opened: those kept by an office with that right.
        rights = access.organisations(Action.IDENTITY) if full else []
        self.offices = {next(iter(row.values())) for row in rights}
        names = dict.fromkeys((*ledger.columns, *editable_fields(ledger.model)))
        self.fields = [ledger.model._meta.get_field(name) for name in names]
        self.choices = {field: words_of(field)[1] for field in self.fields if field.choices}
        self.states = words_of(ledger.model._meta.get_field("state"))[1]
        self.text = book.add_format({"font_name": FACE, "font_size": 10, "num_format": TEXT})
        self.money = book.add_format({"font_name": FACE, "font_size": 10, "num_format": "#,##0.00"})
        self.day = book.add_format({"font_name": FACE, "font_size": 10, "num_format": "yyyy-mm-dd"})

    def write(self, records: QuerySet, progress: Callable[[int], None] | None) -> None:
        page = self.book.add_worksheet(sheet_name(self.ledger.label))
        head = self.book.add_format({"font_name": FACE, "font_size": 10, "bold": True, "bg_color": "#F1F1EF"})
        headings = list(self._headings())
        for place, heading in enumerate(headings):
            page.set_column(place, place, max(12, 2.4 * len(heading)))
            page.write_string(0, place, heading, head)
        page.freeze_panes(1, 1)
        line = 0
        for line, (record, seats) in enumerate(self._seated(records), start=1):
            with open_names(self._opens(record)):
                for place, value in enumerate(self._values(record, seats)):
                    self._cell(page, line, place, value)
            if progress and line % CHUNK == 0:
                progress(line)
        page.autofilter(0, 0, max(line, 1), len(headings) - 1)

    def _seated(self, records: QuerySet) -> Iterator[tuple[Record, list[Participation]]]:
        """Each record with its participants, a batch at a time."""
        found = readable(records).select_related("recorded_by").iterator(CHUNK)
        for batch in batched(found, CHUNK):
            seats = defaultdict(list)
            if self.ledger.has_participants:
                keys = [record.pk for record in batch]
                for seat in Participation.objects.filter(parent_id__in=keys).order_by(
                    "parent_id", "position"
                ):
                    seats[seat.parent_id].append(seat)
            for record in batch:
                yield record, seats[record.pk]

    def _headings(self) -> Iterator[str]:
        yield _("编号")
        for field in self.fields:
            yield str(field.verbose_name)
            if field.related_model is Person:
                yield f"{field.verbose_name}{_('身份证号')}"
                yield f"{field.verbose_name}{_('手机号')}"
        if self.ledger.has_participants:
            yield _("参加人")
        yield from (_("状态"), _("登记人"), _("登记时间"))

    def _values(self, record: Record, seats: list[Participation]) -> Iterator:
        yield record.number
        for field in self.fields:
            value = getattr(record, field.name)
            if field in self.choices:
                yield self.choices[field].get(value, value)
            elif isinstance(value, Person):
                yield from (str(value), *self._identity(value))
            elif field.related_model is Person:
                yield from ("", "", "")
            else:
                yield (value, self.money) if isinstance(field, MoneyField) else value
        if self.ledger.has_participants:
            yield "、".join(map(str, seats))[:MOST_TEXT]
        by = record.recorded_by.name if record.recorded_by_id else _("系统")
        yield from (
            self.states[record.state],
            by,
            f"{record.recorded_at.astimezone(clock.CHINA):%Y-%m-%d %H:%M}",
        )

    def _opens(self, record: Record) -> bool:
        return self.full and record.federation_id in self.offices

    def _identity(self, person: Person) -> tuple[str, str]:
        phone = person.phone.open(person.pk) if isinstance(person.phone, Sealed) else ""
        if self.full and person.federation_id in self.offices:
            return person.id_number.open(person.pk) if person.id_number else "", phone
        return person.masked_id, mask_phone(phone)

    def _cell(self, page, line: int, place: int, value) -> None:
        match value:
            case None | "":
                return
            case Decimal(), shape:
                page.write_number(line, place, value[0], shape)
            case bool():
                page.write_string(line, place, _("是") if value else _("否"), self.text)
            case int() | Decimal():
                page.write_number(line, place, value)
            case datetime():
                page.write_datetime(line, place, value.astimezone(clock.CHINA).replace(tzinfo=None), self.day)
            case date():
                page.write_datetime(line, place, value, self.day)
            case None, _shape:
                return
            case Sealed():
                page.write_string(line, place, MASK, self.text)
            case _:
                page.write_string(line, place, str(value), self.text)
