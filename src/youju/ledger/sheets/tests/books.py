"""Workbooks as offices send them, and as attackers do, made on the spot."""

import io
import struct
import zipfile
from datetime import UTC, date, datetime

import xlsxwriter

from youju.records import compound

DAY = {"num_format": "yyyy-mm-dd"}
ODS = "application/vnd.oasis.opendocument.spreadsheet"
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODS}"/></manifest:manifest>'
)


def xlsx(*rows, merge=(), sheet="会员", second=None, from_1904=False) -> bytes:
    """A workbook of these rows; days become real days, numbers numbers, texts texts."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(
        made, {"in_memory": True, "strings_to_formulas": False, "date_1904": from_1904}
    ) as book:
        book.set_properties({"created": datetime(2025, 1, 1, tzinfo=UTC)})  # the same bytes every time
        page = book.add_worksheet(sheet)
        day = book.add_format(DAY)
        for number, row in enumerate(rows):
            for place, cell in enumerate(row):
                if isinstance(cell, date):
                    page.write_datetime(number, place, cell, day)
                elif cell is not None:
                    page.write(number, place, cell)
        for area, text in merge:
            page.merge_range(area, text)
        for number, row in enumerate(second or ()):
            if number == 0:
                other = book.add_worksheet("其他")
            other.write_row(number, 0, row)
    return made.getvalue()


def far_cell(place: str = "XFD1048576") -> bytes:
    """A small workbook with one value in the far corner."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        page = book.add_worksheet()
        page.write("A1", "姓名")
        page.write(place, "远")
    return made.getvalue()


def with_part(content: bytes, name: str, body: bytes) -> bytes:
    made = io.BytesIO(content)
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, body)
    return made.getvalue()


def bomb(megabytes: int = 40) -> bytes:
    return with_part(xlsx(["姓名"]), "xl/worksheets/sheet9.xml", b" " * megabytes * 1024 * 1024)


def ods(*rows, extra: str = "") -> bytes:
    cells = "".join(
        "<table:table-row>" + "".join(_ods_cell(cell) for cell in row) + "</table:table-row>" for row in rows
    )
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="会员">{cells}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", ODS, zipfile.ZIP_STORED)
        package.writestr("META-INF/manifest.xml", MANIFEST)
        package.writestr("content.xml", content)
        if extra:
            package.writestr(extra, "x")
    return made.getvalue()


def _ods_cell(cell) -> str:
    kind = f'"float" office:value="{cell}"' if isinstance(cell, int | float) else '"string"'
    return f"<table:table-cell office:value-type={kind}><text:p>{cell}</text:p></table:table-cell>"


def unworked(place: str = "B2") -> bytes:
    """What a program writes that knows the formula and not its worth."""
    content = xlsx(["姓名", "金额"], ["王小明", 7])
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    page = "xl/worksheets/sheet1.xml"
    parts[page] = parts[page].replace(b"<v>7</v>", b"<f>SUM(C2:D2)</f><v></v>")
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, body in parts.items():
            package.writestr(name, body)
    return made.getvalue()


def broken_formulas() -> bytes:
    """Cells whose formulas ended in an error, and a row that the filter hides."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        page = book.add_worksheet("会员")
        page.write_row(0, 0, ["姓名", "人数", "金额"])
        for line, error in enumerate(("#REF!", "#DIV/0!"), start=1):
            page.write(line, 0, "王小明")
            page.write_formula(line, 1, "=A1+1", None, 2)
            page.write_formula(line, 2, "=X9", None, error)
        page.set_row(2, None, None, {"hidden": True})
    return made.getvalue()


def xls(*rows, locked: bool = False) -> bytes:
    """The old binary format: one sheet of labels and numbers in a compound file."""
    page = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            where = struct.pack("<HHH", number, place, 0)
            if isinstance(cell, int | float):
                page += _record(0x0203, where + struct.pack("<d", cell))
            else:
                page += _record(0x0204, where + struct.pack("<HB", len(cell), 1) + cell.encode("utf-16-le"))
    page += _record(0x000A, b"")
    name = "会员"
    start = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    if locked:
        start += _record(0x002F, struct.pack("<HHH", 1, 1, 1) + bytes(48))
    offset = len(start) + 4 + 8 + 2 * len(name) + 4
    listed = struct.pack("<IBBBB", offset, 0, 0, len(name), 1) + name.encode("utf-16-le")
    return _compound((start + _record(0x0085, listed) + _record(0x000A, b"") + page).ljust(8192, b"\0"))


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _compound(stream: bytes, name: str = "Workbook") -> bytes:
    """Sector 0 the table, sector 1 the directory, then the stream (4 KB at least, in whole sectors)."""
    sectors, last, free = len(stream) // 512, 0xFFFFFFFE, 0xFFFFFFFF
    header = bytearray(compound.MAGIC.ljust(512, b"\0"))
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<I", header, 44, 1)
    struct.pack_into("<I", header, 48, 1)
    struct.pack_into("<I", header, 56, 4096)
    struct.pack_into("<4I", header, 60, last, 0, last, 0)
    struct.pack_into("<109I", header, 76, 0, *[free] * 108)
    chain = [0xFFFFFFFD, last, *range(3, 2 + sectors), last]
    table = struct.pack("<128I", *(chain + [free] * 128)[:128])
    entries = _entry("Root Entry", 5, child=1, start=last) + _entry(name, 2, start=2, size=len(stream))
    return bytes(header) + table + entries.ljust(512, b"\0") + stream


def locked() -> bytes:
    """What Office makes of a workbook with a password."""
    return _compound(bytes(4096), "EncryptedPackage")


def _entry(name: str, kind: int, *, child: int = 0xFFFFFFFF, start: int = 0, size: int = 0) -> bytes:
    text = (name + "\0").encode("utf-16-le")
    none = 0xFFFFFFFF
    return (
        text.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(text), kind, 1, none, none, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
