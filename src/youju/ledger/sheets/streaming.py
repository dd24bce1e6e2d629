"""Rows of a workbook as the text they become in its file.

XlsxWriter makes the book, its formats and its first row. For every cell of a hundred thousand further rows it
makes an object, a list of attributes and one check after another; written at once, in the same form, they
take a fifth of the time. What this relies on inside XlsxWriter stands in `Stream` and `_styled` alone.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import Decimal

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from youju.base import clock

Draw = Callable[[object], str]  # a value as all of its cell but the beginning; empty for an empty cell
EPOCH = date(1899, 12, 30).toordinal()
SECONDS_A_DAY = 86_400
MOST_TEXT = 32_000  # a cell of a spreadsheet holds 32,767
MOST_KNOWN = 10_000
# What the file cannot hold as it stands: marks of its own, control characters, and what looks like one.
_UNSAFE = re.compile(r"[&<>\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]|_x(?=[0-9a-fA-F]{4}_)")
_SAFE = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "_x": "_x005F_x"}


class Stream:
    """A sheet of a workbook in constant memory, filled row by row from the second on."""

    def __init__(self, page: Worksheet, width: int) -> None:
        self.page, self.line = page, 1
        self.places = [f'<c r="{xl_col_to_name(place)}' for place in range(width)]
        page._write_single_row(1)  # the first row goes out before ours
        self._write = page.row_data_fh.write

    def row(self, cells: Iterable[str]) -> None:
        self.line += 1
        line = f'{self.line}"'
        made = [f"{place}{line}{cell}" for place, cell in zip(self.places, cells, strict=True) if cell]
        self._write(f'<row r="{line}>{"".join(made)}</row>')

    def close(self) -> None:
        """Tell the sheet how far its rows reach."""
        self.page._check_dimensions(self.line - 1, len(self.places) - 1)


def text(shape: Format) -> Draw:
    """Never a formula, a link or a number, whatever stands in it."""
    plain = f'{_styled(shape)} t="inlineStr"><is><t>'
    spaced = f'{_styled(shape)} t="inlineStr"><is><t xml:space="preserve">'

    def draw(value: object) -> str:
        if value is None or value == "":
            return ""
        said = str(value)[:MOST_TEXT]
        if _UNSAFE.search(said):
            said = _UNSAFE.sub(_safe, said)
        begin = spaced if said[0].isspace() or said[-1].isspace() else plain
        return f"{begin}{said}</t></is></c>"

    return draw


def number(shape: Format | None = None) -> Draw:
    plain = f"{_styled(shape)}><v>"

    def draw(value: object) -> str:
        if value is None:
            return ""
        return f"{plain}{value:f}</v></c>" if isinstance(value, Decimal) else f"{plain}{value!r}</v></c>"

    return draw


def day(shape: Format) -> Draw:
    plain = f"{_styled(shape)}><v>"

    def draw(value: object) -> str:
        if value is None:
            return ""
        if not isinstance(value, datetime):
            return f"{plain}{value.toordinal() - EPOCH}</v></c>"
        local = value.astimezone(clock.CHINA)
        seconds = local.hour * 3600 + local.minute * 60 + local.second
        return f"{plain}{local.toordinal() - EPOCH + seconds / SECONDS_A_DAY:.10g}</v></c>"

    return draw


def remembered(draw: Draw) -> Draw:
    """For columns of few different values: each is drawn once."""
    known: dict = {}

    def look(value: object) -> str:
        found = known.get(value)
        if found is None:
            if len(known) > MOST_KNOWN:
                known.clear()
            found = known[value] = draw(value)
        return found

    return look


def _styled(shape: Format | None) -> str:
    return f' s="{shape._get_xf_index()}"' if shape else ""


def _safe(found: re.Match) -> str:
    mark = found[0]
    if mark in _SAFE:
        return _SAFE[mark]
    return f"_x{ord(mark):04X}_" if ord(mark) < 0x20 else ""
