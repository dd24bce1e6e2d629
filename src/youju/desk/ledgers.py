"""A ledger as a list."""

from dataclasses import dataclass

from django.shortcuts import render
from django.views.decorators.http import require_safe

from youju.desk.finding import LEDGERS, declared
from youju.ledger import attaching
from youju.ledger.listing import Listing
from youju.ledger.showing import Cell, Reader
from youju.org.access import Action
from youju.records.record import Record


@dataclass(frozen=True)
class Row:
    record: Record
    cells: list[Cell]
    exhibits: int


@require_safe
def ledger_list(request, code):
    ledger = declared(LEDGERS, code)
    listing = Listing(ledger, request.access, request.GET)
    page = listing.page(request.GET.get("page"))
    context = {
        "ledger": ledger,
        "listing": listing,
        "page": page,
        "rows": rows_of(Reader(request.access), page.object_list, ledger.columns),
        "may_enter": request.access.may_anywhere(Action.ENTER),
    }
    part = "#list" if request.htmx.target == "list" else ""
    return render(request, f"desk/ledger_list.html{part}", context)


def rows_of(reader: Reader, records, columns) -> list[Row]:
    """Records as rows of a table, with how much evidence each has."""
    records = list(records)
    exhibits = attaching.counts_of(records)
    return [Row(record, reader.cells(record, columns), exhibits[record.pk]) for record in records]
