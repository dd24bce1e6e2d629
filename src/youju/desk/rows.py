"""Records as the rows of a list, drawn at once: a page of fifty has two thousand small parts."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from uuid import UUID

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from youju.ledger import attaching
from youju.ledger.ledgers import Ledger
from youju.ledger.showing import Cell, Reader, Words, words_of
from youju.records.record import Record, State

LONG = 14  # what a cell of a list may cut off
COLOURS = {
    State.PENDING: "bg-yellow-lt",
    State.CONFIRMED: "bg-green-lt",
    State.RETURNED: "bg-orange-lt",
    State.VOIDED: "bg-secondary-lt",
}
ANY = UUID(int=0)


@dataclass(frozen=True)
class Row:
    record: Record
    cells: list[Cell]
    exhibits: int


def rows_of(
    reader: Reader, records: Iterable[Record], columns: Iterable[str], words: Words | None = None
) -> list[Row]:
    """Records as rows of a table, with how much evidence each has."""
    records = list(records)
    exhibits = attaching.counts_of(records)
    cells = reader.rows(records, columns, words)
    return [Row(record, shown, exhibits[record.pk]) for record, shown in zip(records, cells, strict=True)]


def drawn(ledger: Ledger, rows: Iterable[Row]) -> SafeString:
    """The body of a ledger's table."""
    draw = _Pen(ledger)
    return SafeString("\n".join(draw.row(row) for row in rows))


class _Pen:
    """What is the same for every row of one list is made out once."""

    def __init__(self, ledger: Ledger) -> None:
        self.address = reverse("entry-detail", args=[ledger.code, ANY]).replace(str(ANY), "%s")
        self.states = {
            state: f'<span class="badge {COLOURS[state]}">{escape(label)}</span>'
            for state, label in words_of(ledger.model._meta.get_field("state"))[1].items()
        }
        self.late = (
            f' <span class="badge bg-blue-lt" title="{_("登记时间晚于发生时间较多")}">{_("补录")}</span>'
        )
        self.head, self.number, self.state = _("选中 %s"), _("编号"), _("状态")
        self.nameless, self.look, self.clips = _("这一条"), _("查看"), _("%d 个附件")

    def row(self, row: Row) -> str:
        record = row.record
        number = escape(record.number)
        late = self.late if getattr(record, "is_late", False) else ""
        return (
            f"<tr{' class="gone"' if record.state == State.VOIDED else ''}>"
            f'<td class="pick"><input class="form-check-input" type="checkbox" name="pk" value="{record.pk}" '
            f'form="many" aria-label="{self.head % (number or self.nameless)}"></td>'
            f'<td data-label="{self.number}" class="nowrap">'
            f'<a href="{self.address % record.pk}">{number or self.look}</a></td>'
            f'<td data-label="{self.state}" class="nowrap">'
            f"{self.states[record.state]}{late}{self._clips(row.exhibits)}</td>"
            f"{''.join(map(_cell, row.cells))}</tr>"
        )

    def _clips(self, number: int) -> str:
        if not number:
            return ""
        icon = '<i class="ti ti-paperclip" aria-hidden="true"></i>'
        return f' <span class="clips" title="{self.clips % number}">{icon}{number}</span>'


def _cell(cell: Cell) -> str:
    text = escape(cell.text)
    title = f' title="{text}"' if len(cell.text) > LONG else ""
    return f'<td data-label="{escape(cell.label)}" class="{cell.shape}"{title}>{text}</td>'
