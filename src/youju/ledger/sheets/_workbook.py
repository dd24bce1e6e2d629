"""The sandbox's side of reading a spreadsheet: every cell becomes the text a person would have typed.

Imports nothing of ours, see `records.sandbox`.
"""

import csv
import io
import re
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

import python_calamine as calamine

MOST_ROWS, MOST_COLUMNS, MOST_CELLS, MOST_SHEETS, MOST_MERGED, MOST_TEXT = (
    200_000,
    200,
    6_000_000,
    30,
    20_000,
    2_000,
)
# A spreadsheet keeps fifteen digits of a number; what is longer has been damaged.
DAMAGED_FROM = 10**15
ENCODINGS = ("utf-8-sig", "gb18030")
_FAR = re.compile(rb'<c\b[^>]*?\br="([A-Z]{3,}\d+|[F-Z][A-Z]\d+|[A-Z]+\d{6,})"[^>]*[^/]>')
_PLACE = re.compile(r"([A-Z]+)(\d+)")
_SCIENTIFIC = re.compile(r"\d(\.\d+)?[Ee]\+?(1[5-9]|2\d)")
CHUNK, OVERLAP = 4 * 1024 * 1024, 400


def read(request: dict) -> list[dict]:
    """The sheets that hold anything: name, rows of texts, and the cells with a number too long to be true."""
    path = Path(request["path"])
    if request["code"] == "csv":
        return [_sheet("", _lines(path.read_bytes()))]
    if request["code"] == "xlsx":
        _refuse_far_cells(path)
    try:
        book = calamine.CalamineWorkbook.from_path(str(path))
    except calamine.PasswordError as error:
        raise ValueError("文件有密码，请去掉密码后再上传。") from error
    shown = [one for one in book.sheets_metadata if _is_shown(one)][:MOST_SHEETS]
    sheets = [_of_workbook(book.get_sheet_by_name(one.name)) for one in shown]
    return [sheet for sheet in sheets if sheet["rows"]]


def _is_shown(sheet) -> bool:
    kinds, ways = calamine.SheetTypeEnum, calamine.SheetVisibleEnum
    return sheet.typ == kinds.WorkSheet and sheet.visible == ways.Visible


def _of_workbook(sheet) -> dict:
    if sheet.end is None:
        return _sheet(sheet.name, [])
    _check_size(*(place + 1 for place in sheet.end), sheet.name)
    rows = sheet.to_python(skip_empty_area=False)
    for (top, left), (bottom, right) in (sheet.merged_cell_ranges or [])[:MOST_MERGED]:
        for line in rows[top : bottom + 1]:
            line[left : right + 1] = [rows[top][left]] * len(line[left : right + 1])
    return _sheet(sheet.name, rows)


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


def _refuse_far_cells(path: Path) -> None:
    """One cell at the far corner would make an empty sheet of seventeen thousand million cells."""
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if not re.fullmatch(r"xl/worksheets/[^/]+\.xml", name):
                continue
            with package.open(name) as part:
                tail = b""
                while chunk := part.read(CHUNK):
                    for found in _FAR.finditer(tail + chunk):
                        _check_place(found[1].decode())
                    tail = chunk[-OVERLAP:]


def _check_place(place: str) -> None:
    letters, digits = _PLACE.fullmatch(place).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    if column > MOST_COLUMNS or int(digits) > MOST_ROWS:
        raise ValueError(f"单元格 {place} 离表格太远，请删除多余的行和列后再上传。")


def _check_size(rows: int, columns: int, name: str) -> None:
    where = f"工作表“{name}”" if name else "表格"
    if rows > MOST_ROWS:
        raise ValueError(f"{where}有 {rows} 行，一次最多 {MOST_ROWS} 行，请分成几个文件。")
    if columns > MOST_COLUMNS:
        raise ValueError(f"{where}有 {columns} 列，最多 {MOST_COLUMNS} 列，请删除多余的列。")
    if rows * columns > MOST_CELLS:
        raise ValueError(f"{where}太大（{rows} 行 × {columns} 列），请分成几个文件。")
