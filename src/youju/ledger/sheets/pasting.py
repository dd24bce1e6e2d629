"""Rows pasted from a spreadsheet, as a grid that can be corrected on the page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from youju.ledger.ledgers import Ledger
from youju.ledger.sheets import saving
from youju.ledger.sheets.checking import Checked
from youju.ledger.sheets.columns import Layout
from youju.ledger.sheets.headings import recognise, unheaded
from youju.ledger.sheets.reading import Refused, Sheet, Table, pasted, typed
from youju.org.access import Access
from youju.org.models import Organisation

MOST_ROWS, MOST_COLUMNS = 500, 40
FIRST = 2  # the number of the first row: the headings are row 1, as in a spreadsheet
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
        (sheet,) = table.sheets
        return _grid(layout, _guessed(layout, sheet), sheet.rows, guessed=True)


def from_table(
    ledger: Ledger, access: Access, place: Organisation, table: Table, chosen: Mapping[str, str] | None = None
) -> Grid:
    return _recognised(Layout(ledger, access, place), table, chosen)


def from_cells(ledger: Ledger, access: Access, place: Organisation, data: QueryDict) -> Grid:
    """The grid as it came back: `key-<column>`, a `row` for each row, and its `c-<row>-<column>`."""
    layout = Layout(ledger, access, place)
    keys = _keys(layout, data)
    rows = [_cells(data, number, len(keys)) for number in _numbers(data) if number != data.get("drop")]
    return _grid(layout, keys, [row for row in rows if any(row)])


def from_some(ledger: Ledger, access: Access, place: Organisation, data: QueryDict) -> Grid:
    """Only the rows that were sent, each where it stands in the grid; between them there is nothing."""
    layout = Layout(ledger, access, place)
    keys = _keys(layout, data)
    sent = {int(number): _cells(data, number, len(keys)) for number in _numbers(data) if number.isdigit()}
    last = min(max(sent, default=0), MOST_ROWS - 1)
    return _grid(layout, keys, [sent.get(number, []) for number in range(last + 1)])


def without_good(grid: Grid, checked: Checked) -> Grid:
    """What is left of a grid whose good rows were saved."""
    left = [grid.rows[row.number - FIRST] for row in checked.faulty]
    return _grid(checked.layout, grid.keys, left)


def _guessed(layout: Layout, sheet: Sheet) -> list[str]:
    """Columns by what stands in them; those that tell nothing are ours in order, what is required first."""
    places = unheaded(sheet, layout.columns, layout.words)
    rest = sorted((c for c in layout.columns if c.key not in places), key=lambda c: not c.required)
    keys = {place: key for key, place in places.items()}
    width = max(map(len, sheet.rows))
    free = (place for place in range(width) if place not in keys)
    keys |= {place: column.key for place, column in zip(free, rest, strict=False)}
    return [keys.get(place, "") for place in range(width)]


def _keys(layout: Layout, data: QueryDict) -> list[str]:
    known = {column.key for column in layout.columns}
    keys: list[str] = []
    while len(keys) < MOST_COLUMNS and (name := f"key-{len(keys)}") in data:
        keys.append(data[name] if data[name] in known else "")
    return keys


def _numbers(data: QueryDict) -> list[str]:
    return data.getlist("row")[:MOST_ROWS]


def _cells(data: QueryDict, number: str, width: int) -> list[str]:
    return [data.get(f"c-{number}-{place}", "").strip() for place in range(width)]


def _recognised(layout: Layout, table: Table, chosen: Mapping[str, str] | None = None) -> Grid:
    known = saving.remembered(layout.ledger, layout.place) | dict(chosen or {})
    found = recognise(table, layout.columns, known)
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
