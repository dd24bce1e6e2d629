"""The sandbox's side of reading a spreadsheet: every cell becomes the text a person would have typed.

Imports nothing of ours but the sandbox's other side, see `records.sandbox`.
"""

import csv
import io
import re
from datetime import date, datetime, time, timedelta
from pathlib import Path

import python_calamine as calamine

from youju.ledger.sheets import _parts
from youju.ledger.sheets._parts import MOST_COLUMNS, MOST_ROWS

MOST_CELLS, MOST_SHEETS, MOST_MERGED, MOST_TEXT = 6_000_000, 30, 20_000, 2_000
# A spreadsheet keeps fifteen digits of a number; what is longer has been damaged.
DAMAGED_FROM = 10**15
ENCODINGS = ("utf-8-sig", "gb18030")
_SCIENTIFIC = re.compile(r"\d(\.\d+)?[Ee]\+?(1[5-9]|2\d)")


def read(request: dict) -> list[dict]:
    """The sheets that hold anything: name, rows of texts, and the cells with a number too long to be true."""
    path = Path(request["path"])
    if request["code"] == "csv":
        return [_sheet("", _lines(path.read_bytes()))]
    parts = _parts.look(path) if request["code"] == "xlsx" else _parts.Book()
    try:
        book = calamine.CalamineWorkbook.from_path(str(path))
    except calamine.PasswordError as error:
        raise ValueError("文件有密码，请去掉密码后再上传。") from error
    shown = [one for one in book.sheets_metadata if _is_shown(one)][:MOST_SHEETS]
    sheets = [_of_workbook(book.get_sheet_by_name(one.name), parts) for one in shown]
    return [sheet for sheet in sheets if sheet["rows"]]


def _is_shown(sheet) -> bool:
    kinds, ways = calamine.SheetTypeEnum, calamine.SheetVisibleEnum
    return sheet.typ == kinds.WorkSheet and sheet.visible == ways.Visible


def _of_workbook(sheet, parts: _parts.Book) -> dict:
    if sheet.end is None:
        return _sheet(sheet.name, [])
    seen = parts.sheets.get(sheet.name, _parts.Seen())
    _check_size(*(place + 1 for place in sheet.end), sheet.name)
    rows = sheet.to_python(skip_empty_area=False)
    for (line, place), text in seen.errors.items():
        if 0 <= line < len(rows) and place < len(rows[line]):
            rows[line][place] = text  # the reader makes an empty cell of it
    for (top, left), (bottom, right) in (sheet.merged_cell_ranges or [])[:MOST_MERGED]:
        for line in rows[top : bottom + 1]:
            line[left : right + 1] = [rows[top][left]] * len(line[left : right + 1])
    return _sheet(sheet.name, rows) | {"from_1904": parts.from_1904, "hidden": len(seen.hidden)}


def _sheet(name: str, rows: list[list]) -> dict:
    _check_size(len(rows), max(map(len, rows), default=0), name)
    damaged: list[tuple[int, int]] = []
    texts = []
    for number, row in enumerate(rows):
        line = [cell.strip()[:MOST_TEXT] if type(cell) is str else _text(cell) for cell in row]
        for place, cell in enumerate(row):
            if is_damaged(cell):
                damaged.append((number, place))
        while line and not line[-1]:
            line.pop()
        texts.append(line)
    while texts and not texts[-1]:
        texts.pop()
    return {"name": name, "rows": texts, "damaged": damaged}


def _text(cell) -> str:
    match cell:
        case bool():
            return "是" if cell else "否"
        case float() if cell.is_integer():
            return f"{int(float(f'{cell:.15g}'))}" if abs(cell) < DAMAGED_FROM else _fifteen_digits(cell)
        case float():
            return f"{cell:.15g}"
        case datetime() if cell.time() == time.min:
            return cell.date().isoformat()
        case datetime() | date() | time():
            return cell.isoformat()
        case timedelta():
            return str(cell)
        case _:
            return str(cell).strip()[:MOST_TEXT]


def _fifteen_digits(number: float) -> str:
    """As the spreadsheet shows it: 340321198001010000, not what is left of the binary fraction."""
    digits, _e, power = f"{number:.14e}".partition("e")
    whole, _point, fraction = digits.partition(".")
    return whole + fraction.ljust(int(power), "0")


def is_damaged(cell) -> bool:
    if type(cell) is float:
        return abs(cell) >= DAMAGED_FROM
    return type(cell) is str and len(cell) < 24 and _SCIENTIFIC.fullmatch(cell.strip()) is not None


def _lines(data: bytes) -> list[list[str]]:
    text = _decoded(data)
    head = text[:4096]
    comma = max(",\t;，", key=head.count)
    csv.field_size_limit(100_000)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=comma))
    except csv.Error as error:
        raise ValueError("文本表格的格式不对，请另存为 xlsx 后再上传。") from error


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    for encoding in ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text
    raise ValueError("认不出文件的文字编码，请另存为 xlsx 后再上传。")


def _check_size(rows: int, columns: int, name: str) -> None:
    where = f"工作表“{name}”" if name else "表格"
    if rows > MOST_ROWS:
        raise ValueError(f"{where}有 {rows} 行，一次最多 {MOST_ROWS} 行，请分成几个文件。")
    if columns > MOST_COLUMNS:
        raise ValueError(f"{where}有 {columns} 列，最多 {MOST_COLUMNS} 列，请删除多余的列。")
    if rows * columns > MOST_CELLS:
        raise ValueError(f"{where}太大（{rows} 行 × {columns} 列），请分成几个文件。")
