"""The sandbox's look into the parts of an .xlsx before it is read: what the reader would not tell us.

Imports nothing of ours, see `records.sandbox`.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

MOST_ROWS, MOST_COLUMNS = 200_000, 200
CHUNK, OVERLAP = 4 * 1024 * 1024, 16 * 1024  # a cell with the longest formula fits the overlap
_PART = re.compile(r"xl/worksheets/[^/]+\.xml")
_FAR = re.compile(rb'<c\b[^>]*?\br="([A-Z]{3,}\d+|[F-Z][A-Z]\d+|[A-Z]+\d{6,})"[^>]*[^/]>')
_FORMULA = rb"<f\b[^>]*?(?:/>|>[^<]*</f>)"
_ERROR = re.compile(rb'<c\b([^>]*?\bt="e"[^>]*)>(?:' + _FORMULA + rb")?<v>([^<]*)</v>")
_IDLE = re.compile(rb"<c\b([^>]*)>" + _FORMULA + rb"(?:<v></v>|<v\s*/>)?</c>")
_HIDDEN = re.compile(rb'<row\b([^>]*?)\bhidden="(?:1|true)"')
_PLACE = re.compile(rb'\br="([A-Z]+)(\d+)"')
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass
class Seen:
    """What one sheet holds that its cells do not show."""

    errors: dict[tuple[int, int], str] = field(default_factory=dict)  # #REF! and its like, by row and column
    hidden: set[bytes] = field(default_factory=set)  # rows, by what their tags say


@dataclass
class Book:
    from_1904: bool = False  # days are counted as Excel for the Mac once did
    sheets: dict[str, Seen] = field(default_factory=dict)  # by name


def look(path: Path) -> Book:
    """Every sheet, or ValueError for a cell too far away and for a formula that was never worked out."""
    with zipfile.ZipFile(path) as package:
        book, names = _contents(package)
        for part in filter(_PART.fullmatch, package.namelist()):
            seen = Seen()
            shown = part in names
            for chunk in _chunks(package, part):
                for found in _FAR.finditer(chunk):
                    _check_place(*_numbers(b'r="%s"' % found[1]), found[1].decode())
                if shown:
                    _look_closer(chunk, seen)
            if shown:
                book.sheets[names[part]] = seen
    return book


def _look_closer(chunk: bytes, seen: Seen) -> None:
    if b't="e"' in chunk:
        for found in _ERROR.finditer(chunk):
            seen.errors[_numbers(found[1])] = found[2].decode("utf-8", "replace")
    if b"<f" in chunk:
        for found in _IDLE.finditer(chunk):
            if b't="str"' not in found[1] and (place := _PLACE.search(found[1])):
                raise ValueError(
                    f"单元格 {(place[1] + place[2]).decode()} 的公式还没有算出结果，"
                    "请用 Excel 或 WPS 打开、保存一次后再上传。"
                )
    seen.hidden.update(_HIDDEN.findall(chunk))


def _contents(package: zipfile.ZipFile) -> tuple[Book, dict[str, str]]:
    """What the workbook says of itself, and which part holds which sheet that is not hidden."""
    try:
        tree = ET.fromstring(package.read("xl/workbook.xml"))  # noqa: S314  sandboxed, without DTD
        links = ET.fromstring(package.read("xl/_rels/workbook.xml.rels"))  # noqa: S314
    except (KeyError, ET.ParseError):
        return Book(), {}  # the reader will say what is wrong with it
    targets = {one.get("Id"): one.get("Target", "") for one in links.iter(_RELATION)}
    parts = {
        targets.get(one.get(_LINK), "").removeprefix("/xl/"): one.get("name", "")
        for one in tree.iter(f"{_MAIN}sheet")
        if one.get("state", "visible") == "visible"
    }
    about = tree.find(f"{_MAIN}workbookPr")
    from_1904 = about is not None and about.get("date1904") in ("1", "true")
    return Book(from_1904), {f"xl/{part}": name for part, name in parts.items()}


def _chunks(package: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """The part in pieces that overlap, so that no cell is cut in two."""
    with package.open(part) as stream:
        tail = b""
        while chunk := stream.read(CHUNK):
            yield tail + chunk
            tail = chunk[-OVERLAP:]


def _numbers(tag: bytes) -> tuple[int, int]:
    """Row and column, from zero, of a cell's tag; far away where it does not say."""
    found = _PLACE.search(tag)
    if found is None:
        return -1, -1
    column = 0
    for letter in found[1]:
        column = column * 26 + letter - 64
    return int(found[2]) - 1, column - 1


def _check_place(row: int, column: int, place: str) -> None:
    if column >= MOST_COLUMNS or row >= MOST_ROWS:
        raise ValueError(f"单元格 {place} 离表格太远，请删除多余的行和列后再上传。")
