"""A spreadsheet as it came in: checked from outside, parsed in the sandbox, its cells plain text."""

import csv
import hashlib
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from youju.ledger.sheets._workbook import is_damaged
from youju.records import compound, packages, sandbox
from youju.records.sandbox import Limits, ParseFailed

MEGA = 1024 * 1024
MOST_BYTES = 50 * MEGA
KINDS = ("xlsx", "xls", "ods", "csv")
ALIASES = {"et": "xls", "txt": "csv", "tsv": "csv"}
MIMES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xls": "application/vnd.ms-excel",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "csv": "text/csv",
}
ACCEPT = ".xlsx,.xls,.et,.ods,.csv"
READ = "youju.ledger.sheets._workbook:read"
# A hundred thousand members take a few seconds and half a gigabyte.
LIMITS = Limits(memory_mb=2048, cpu_seconds=60, wall_seconds=120, file_mb=64)
# What a spreadsheet would run as a formula when it opens the text.
LIVE = ("=", "+", "-", "@", "\t", "\r")


class Refused(Exception):
    """The file is not taken in; says why in Chinese."""


@dataclass(frozen=True)
class Sheet:
    """One sheet as texts. Positions count from zero; `damaged` cells held a number too long to be true."""

    name: str
    rows: list[list[str]]
    damaged: frozenset[tuple[int, int]] = frozenset()
    from_1904: bool = False  # its bare numbers of days are counted from 1904
    hidden: int = 0  # rows that the spreadsheet does not show; they are read like the others
    head: int = 0  # the row of its headings, where somebody said so

    @classmethod
    def of(cls, found: dict) -> "Sheet":
        return cls(**found | {"damaged": frozenset(map(tuple, found["damaged"]))})


@dataclass(frozen=True)
class Table:
    name: str
    code: str
    data: bytes
    sheets: tuple[Sheet, ...] = field(repr=False)

    def looked_at(self, sheet: str = "", head: int = 0) -> "Table":
        """Only the sheet of this name, kept as a CSV of its own, and its headings in this row, if said."""
        one = next((one for one in self.sheets if sheet and one.name == sheet), None)
        table = self
        if one is not None and len(self.sheets) > 1:
            table = Table(f"{Path(self.name).stem}（{sheet}）.csv", "csv", as_csv(one.rows), (one,))
        if not head:
            return table
        sheets = (replace(sheet, head=min(head, len(sheet.rows))) for sheet in table.sheets)
        return replace(table, sheets=tuple(sheets))

    @property
    def longest(self) -> int:
        return max(len(sheet.rows) for sheet in self.sheets)

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


def read(data: bytes, name: str) -> Table:
    """The content of an upload; `Refused` when it is a trap, locked, broken or no table."""
    code = code_of(data, name)
    with sandbox.workspace() as folder:
        path = folder / f"upload.{code}"
        path.write_bytes(data)
        request = {"path": str(path), "code": code}
        try:
            found = sandbox.run(READ, request, folder=folder, limits=LIMITS)
        except ParseFailed as failed:
            raise Refused(f"“{name}”：{failed}") from failed
    sheets = tuple(map(Sheet.of, found))
    if not any(map(_has_text, sheets)):
        raise Refused(f"“{name}”里没有内容。")
    return Table(name, code, data, sheets)


def pasted(text: str, name: str = "粘贴的内容") -> Table:
    """Rows as they come from the clipboard: cells between tabs."""
    quoted = text.count('"') % 2 == 0 and '"' in text
    split = csv.reader(io.StringIO(text, newline=""), delimiter="\t") if quoted else _split(text)
    lines = [[_one_line(cell) for cell in line] for line in split]
    return typed([line for line in lines if any(line)], name)


def _split(text: str) -> Iterator[list[str]]:
    return (line.split("\t") for line in text.splitlines())


def _one_line(cell: str) -> str:
    """A cell with several lines, as a list of names often is, in one."""
    return "、".join(filter(None, map(str.strip, cell.splitlines())))


def typed(rows: Sequence[Sequence[str]], name: str = "粘贴的内容") -> Table:
    """Rows given as texts; what is kept of them is a CSV file."""
    rows = [list(row) for row in rows]
    if not rows:
        raise Refused("没有内容，请先从表格中复制几行再粘贴。")
    return Table(f"{name}.csv", "csv", as_csv(rows), (Sheet("", rows, damaged_in(rows)),))


def as_csv(rows: Sequence[Sequence[str]]) -> bytes:
    """The rows as a file that Excel opens; what it would take for a formula stands behind an apostrophe."""
    made = io.StringIO()
    csv.writer(made).writerows([[inert(cell) for cell in row] for row in rows])
    return made.getvalue().encode("utf-8-sig")


def inert(text: str) -> str:
    number = text[1:].replace(".", "", 1).isdigit()
    return f"'{text}" if text.startswith(LIVE) and not number else text


def damaged_in(rows: Sequence[Sequence[str]]) -> frozenset[tuple[int, int]]:
    """Cells that show 3.40321E+17: copied from a column that was too narrow, the digits are gone."""
    return frozenset(
        (number, place)
        for number, row in enumerate(rows)
        for place, cell in enumerate(row)
        if is_damaged(cell)
    )


def code_of(data: bytes, name: str) -> str:
    """What the bytes are; the name is only a claim that must agree."""
    ending = Path(name).suffix.lower().removeprefix(".")
    claimed = ALIASES.get(ending, ending)
    if ending in packages.MACRO_ENDINGS:
        raise Refused(f"“{name}”是带宏的工作簿，不能导入。请另存为 xlsx 后再上传。")
    if claimed not in KINDS:
        raise Refused(f"“{name}”不是表格文件，可以导入 xlsx、xls、ods 和 csv。")
    if not data:
        raise Refused(f"“{name}”是空文件。")
    if len(data) > MOST_BYTES:
        raise Refused(f"“{name}”太大（{len(data) // MEGA}MB），最大 {MOST_BYTES // MEGA}MB。请分成几个文件。")
    try:
        found = _found(data)
    except packages.Unfit as unfit:
        raise Refused(f"“{name}”：{unfit}") from unfit
    # Many programs write one kind under the name of another; what is read is what it is.
    if found not in KINDS or (claimed == "csv") != (found == "csv"):
        raise Refused(f"“{name}”的内容不是{claimed}表格，请用 Excel 或 WPS 另存为 xlsx 后再上传。")
    return found


def _found(data: bytes) -> str:
    if data.startswith(b"PK"):
        return packages.kind_of(io.BytesIO(data))
    if data.startswith(compound.MAGIC):
        return compound.kind_of(io.BytesIO(data))
    return "csv" if b"\0" not in data[:4096] or data.startswith((b"\xff\xfe", b"\xfe\xff")) else "unknown"


def _has_text(sheet: Sheet) -> bool:
    return any(any(row) for row in sheet.rows)
