"""Records of a ledger as a workbook: in constant memory, nothing in it alive, names and numbers masked."""

import tempfile
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from itertools import batched
from typing import BinaryIO

import xlsxwriter
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from xlsxwriter.worksheet import Worksheet

from youju.base import clock
from youju.base.masking import open_names
from youju.ledger import acting
from youju.ledger.forms import editable_fields
from youju.ledger.ledgers import Ledger
from youju.ledger.sheets.drawing import NUMBER, Columns, Shapes
from youju.ledger.sheets.streaming import Stream
from youju.ledger.sheets.workbooks import FACE, INERT, sheet_name
from youju.ledger.showing import words_of
from youju.org.access import Access, Action
from youju.people.models import Person

CHUNK, A4 = 2_000, 9
HEAD = {
    "bold": True,
    "bg_color": "#F1F1EF",
    "border": 1,
    "border_color": "#C9C9C4",
    "align": "center",
    "valign": "vcenter",
    "text_wrap": True,
}
MOST_REASON = 30
SHUT = nullcontext()  # names are written in full only inside `open_names`
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

    def write(self, records: QuerySet, progress: Callable[[int], None] | None) -> None:
        page = self.book.add_worksheet(sheet_name(self.ledger.label))
        head = self.book.add_format({"font_name": FACE, "font_size": 10, **HEAD})
        columns = Columns(self.ledger.model, Shapes.of(self.book), self.offices)
        self._declare(columns)
        for place, column in enumerate(columns.made):
            page.set_column(place, place, column.width)
            page.write_string(0, place, column.heading, head)
        page.freeze_panes(1, 1)
        self._lay_out(page)
        stream = Stream(page, len(columns.made))
        draws = [column.draw for column in columns.made]
        found = records.values_list(*columns.asked).iterator(CHUNK)
        for batch in batched(found, CHUNK):
            columns.look_up(batch)
            for row in batch:
                with self._names_in(row, columns.office):
                    stream.row([draw(row) for draw in draws])
            if progress and len(batch) == CHUNK:
                progress(stream.line - 1)
        stream.close()
        page.autofilter(0, 0, max(stream.line - 1, 1), len(draws) - 1)

    def _lay_out(self, page: Worksheet) -> None:
        """On paper: across, as wide as the page, the headings on each, and what it is and how it was made."""
        page.set_landscape()
        page.set_paper(A4)
        page.fit_to_pages(1, 0)
        page.set_margins(left=0.4, right=0.4, top=0.8, bottom=0.6)
        page.repeat_rows(0)
        page.hide_gridlines(0)  # they are printed
        kept = _("含完整身份信息，请妥善保管") if self.full else _("身份信息已遮盖")
        page.set_header(f'&C&"{FACE},Bold"&14{_printed(self.ledger.label)}')
        page.set_footer(f"&L{_printed(kept)}　{clock.today():%Y-%m-%d}&R{_('第 &P 页，共 &N 页')}")

    def _names_in(self, row: tuple, office: int) -> AbstractContextManager:
        """Names are open in a row kept by an office with the right; in no row where nobody asked for it."""
        return open_names(row[office] in self.offices) if self.full else SHUT

    def _declare(self, columns: Columns) -> None:
        """The number, the fields as in the paper form and after it the others, and how it was kept."""
        columns.text(_("编号"), "number", least=NUMBER)
        for field in self.fields:
            if field.related_model is Person:
                columns.person(field)
            else:
                columns.field(field)
        if self.ledger.has_participants:
            columns.participants(_("参加人"))
        states = words_of(self.ledger.model._meta.get_field("state"))[1]
        columns.text(_("状态"), "state", states.__getitem__)
        columns.text(_("登记人"), "recorded_by__name", lambda name: _("系统") if name is None else name)
        columns.text(_("登记时间"), "recorded_at", _minute, NUMBER)


def _minute(at: datetime) -> str:
    return f"{at.astimezone(clock.CHINA):%Y-%m-%d %H:%M}"


def _printed(text: object) -> str:
    """In a header & begins a code."""
    return str(text).replace("&", "&&")
