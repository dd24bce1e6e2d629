"""Rows pasted from a spreadsheet, as a grid that can be corrected on the page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from youju.ledger.ledgers import Ledger
from youju.ledger.sheets import saving
from youju.ledger.sheets.columns import Layout
from youju.ledger.sheets.headings import recognise
from youju.ledger.sheets.reading import Refused, Table, pasted, typed
from youju.org.access import Access
from youju.org.models import Organisation

MOST_ROWS, MOST_COLUMNS = 500, 40
IGNORED = "（不导入）"


@dataclass(frozen=True)
class Grid:
    """What each column means (empty: nothing), the cells, and the table they make."""

    keys: list[str]
    rows: list[list[str]]
    table: Table
    guessed: bool = False  # there were no headings: the columns are taken in our own order


def from_text(ledger: Ledger, access: Access, place: Organisation, text: str) -> Grid:
    layout, table = Layout(ledger, access, place), pasted(text)
    try:
        return _recognised(layout, table)
    except Refused:
        rows = table.sheets[0].rows
        width = max(map(len, rows))
        keys = [column.key for column in layout.columns][:width]
        return _grid(layout, keys + [""] * (width - len(keys)), rows, guessed=True)


def from_table(ledger: Ledger, access: Access, place: Organisation, table: Table) -> Grid:
    return _recognised(Layout(ledger, access, place), table)


def from_cells(ledger: Ledger, access: Access, place: Organisation, data: Mapping[str, str]) -> Grid:
    """The grid as it came back: `key-<column>` and `c-<row>-<column>`."""
    layout = Layout(ledger, access, place)
    known = {column.key for column in layout.columns}
    keys = []
    while len(keys) < MOST_COLUMNS and (name := f"key-{len(keys)}") in data:
        keys.append(data[name] if data[name] in known else "")
    rows = []
    while len(rows) < MOST_ROWS and f"c-{len(rows)}-0" in data:
        rows.append([data.get(f"c-{len(rows)}-{place}", "").strip() for place in range(len(keys))])
    return _grid(layout, keys, [row for row in rows if any(row)])


def _recognised(layout: Layout, table: Table) -> Grid:
    found = recognise(table, layout.columns, saving.remembered(layout.ledger, layout.place))
    meant = {place: key for key, place in found.places.items()}
    keys = [meant.get(place, "") for place in range(len(found.headings))]
    return _grid(layout, keys, [found.spelled(row) for row in found.sheet.rows[found.first :] if any(row)])


def _grid(layout: Layout, keys: list[str], rows: Sequence[list[str]], *, guessed: bool = False) -> Grid:
    if not rows:
        raise Refused(_("没有内容，请先从表格中复制几行再粘贴。"))
    if len(rows) > MOST_ROWS or len(keys) > MOST_COLUMNS:
        raise Refused(_("一次最多粘贴 %d 行，更多的请用文件导入。") % MOST_ROWS)
    labels = {column.key: column.label for column in layout.columns}
    headings = [labels.get(key, IGNORED) for key in keys]
    rows = [(row + [""] * len(keys))[: len(keys)] for row in rows]
    return Grid(keys, rows, typed([headings, *rows]), guessed)
