"""Which row of a foreign table holds its headings, and which of our columns each of them means."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from youju.base import identity
from youju.base.days import SINCE_1904, parse_day, serial_day
from youju.base.text import fold
from youju.ledger.sheets.columns import Column, Kind, plain_heading
from youju.ledger.sheets.reading import Refused, Sheet, Table

SEARCHED, SAMPLE = 30, 40
_PHONE = re.compile(r"1[3-9]\d{9}")
_SUM = re.compile(r"[+-]?[\d,]*\.?\d+")
_ALL_TEN_THOUSANDS = re.compile(r"单位[:：]?\s*万元")
_TEN_THOUSANDS = re.compile(r"[(（\[【/]\s*万元|^万元$")


class Unclear(Refused):
    """Which columns are which has to be said by hand; `found` is as far as we came."""

    def __init__(self, message: str, found: "Recognised") -> None:
        super().__init__(message)
        self.found = found


@dataclass(frozen=True)
class Recognised:
    """The sheet, where its rows begin, its headings, and the place of each of our columns."""

    sheet: Sheet
    first: int
    headings: list[str]
    places: dict[str, int]  # key of a column → position in the row
    days: tuple[int, ...] = ()  # positions whose bare numbers are days counted from 1904
    sums: tuple[int, ...] = ()  # positions whose bare numbers are 万元, as the heading or the title says

    def spelled(self, cells: list[str]) -> list[str]:
        """The cells with what only the table around them tells written into them."""
        if not (self.days or self.sums):
            return cells
        cells = list(cells)
        for place in self.days:
            if place < len(cells) and (day := serial_day(fold(cells[place]))):
                cells[place] = (day + SINCE_1904).isoformat()
        for place in self.sums:
            if place < len(cells) and _SUM.fullmatch(fold(cells[place])):
                cells[place] += "万元"
        return cells

    @property
    def mapping(self) -> dict[str, str]:
        """Heading → key, to be remembered or shown."""
        return {self.headings[place]: key for key, place in self.places.items()}

    @property
    def unused(self) -> list[str]:
        """Headings that nothing is taken from."""
        used = set(self.places.values())
        return [text for place, text in enumerate(self.headings) if text and place not in used]


def recognise(table: Table, columns: Sequence[Column], known: Mapping[str, str] | None = None) -> Recognised:
    """The best sheet of the table; `known` (heading → key, empty: ignore) goes before our own judgement."""
    known = {plain_heading(text): key for text, key in (known or {}).items()}
    best = max(
        (found for sheet in table.sheets for found in _candidates(sheet, columns, known)),
        key=lambda found: (len(found.places), -found.first),
        default=None,
    )
    if best is None or len(best.places) < (1 if best.sheet.head else min(2, len(columns))):
        wanted = "、".join(column.label for column in columns[:6])
        message = f"没有找到标题行。表格里应有一行写着各列的名称，如：{wanted}。可以先下载模板对照。"
        raise Unclear(message, best) if best else Refused(message)
    return _with_units(_by_content(best, columns, known), columns)


def _candidates(sheet: Sheet, columns: Sequence[Column], known: Mapping[str, str]):
    """Each row by itself, and each after the one above it: title and groups stand above the names."""
    last = min(SEARCHED, len(sheet.rows))
    for number in [sheet.head - 1] if sheet.head else range(last + 1):
        one = sheet.rows[number] if number < len(sheet.rows) else []
        below = sheet.rows[number + 1] if number + 1 < len(sheet.rows) else []
        if sheet.head or (number < last and not _only_explains(below)):
            yield _recognised(sheet, number + 1, [[text] for text in one], columns, known)
        if one and number:
            yield _recognised(sheet, number + 1, _stacked(sheet.rows[number - 1], one), columns, known)


def _only_explains(row: list[str]) -> bool:
    """A row of （万元）, （人） and the like belongs to the headings above it."""
    return any(row) and not any(map(plain_heading, row))


def _stacked(upper: list[str], lower: list[str]) -> list[list[str]]:
    """Two rows of headings: the lower one says it, alone or after what stands above; else the upper one."""
    width = max(len(upper), len(lower))
    above, below = (row + [""] * (width - len(row)) for row in (upper, lower))
    return [[low, up + low] if low and low != up else [up] for up, low in zip(above, below, strict=True)]


def _recognised(sheet, first: int, names: list[list[str]], columns, known) -> Recognised:
    places: dict[str, int] = {}
    texts = [[plain_heading(text) for text in options] for options in names]
    for place, options in enumerate(texts):
        for text in filter(None, options):
            key = known.get(text)
            if key is None:
                key = next((c.key for c in columns if text in c.names and c.key not in places), None)
            if key and key not in places:
                places[key] = place
                break
    return Recognised(sheet, first, [options[0] for options in names], places)


def _by_content(found: Recognised, columns: Sequence[Column], known: Mapping[str, str]) -> Recognised:
    """Columns still missing are sought among the unnamed by what stands in them."""
    places = dict(found.places)
    for place in range(max((len(row) for row in found.sheet.rows[found.first :][:SAMPLE]), default=0)):
        heading = plain_heading(found.headings[place]) if place < len(found.headings) else ""
        if place in places.values() or heading in known:
            continue
        cells = _sample(found, place)
        for column in columns:
            if column.key not in places and cells and _looks_like(column, cells):
                places[column.key] = place
                break
    width = max([len(found.headings), *(place + 1 for place in places.values())])
    headings = found.headings + [""] * (width - len(found.headings))
    return replace(found, headings=headings, places=places)


def unheaded(sheet: Sheet, columns: Sequence[Column], words: Callable[[Column], list[str]]) -> dict[str, int]:
    """Places of the columns in a table without headings, where what stands in them gives them away."""
    found = _by_content(Recognised(sheet, 0, [], {}), columns, {})
    places = dict(found.places)
    for column in (one for one in columns if one.kind == Kind.RECORD and one.key not in places):
        known = set(map(fold, words(column)))
        for place in range(max(map(len, sheet.rows))):
            cells = _sample(found, place)
            named = sum(fold(cell) in known for cell in cells)
            if cells and place not in places.values() and named * 10 >= len(cells) * 8:
                places[column.key] = place
                break
    return places


def _with_units(found: Recognised, columns: Sequence[Column]) -> Recognised:
    kinds = {found.places[column.key]: column.kind for column in columns if column.key in found.places}
    days = (place for place, kind in kinds.items() if kind == Kind.DAY and found.sheet.from_1904)
    above = found.sheet.rows[: found.first]
    all_sums = any(_ALL_TEN_THOUSANDS.search(cell) for row in above for cell in row)
    sums = (
        place
        for place, kind in kinds.items()
        if kind == Kind.MONEY
        and (all_sums or any(_TEN_THOUSANDS.search(row[place]) for row in above if place < len(row)))
    )
    return replace(found, days=tuple(days), sums=tuple(sums))


def _sample(found: Recognised, place: int) -> list[str]:
    rows = found.sheet.rows[found.first : found.first + SAMPLE]
    return [row[place] for row in rows if place < len(row) and row[place]]


def _looks_like(column: Column, cells: list[str]) -> bool:
    """Only what cannot be mistaken: ID numbers, mobile numbers, the words of a list, the only days."""
    match column.kind:
        case Kind.IDENTITY:
            fits = [_is_id(cell) for cell in cells]
        case Kind.PHONE:
            fits = [bool(_PHONE.fullmatch(fold(cell))) for cell in cells]
        case Kind.CHOICE | Kind.SEX:
            labels = {fold(label) for _value, label in column.choices}
            fits = [fold(cell) in labels for cell in cells]
        case Kind.DAY if column.required:
            fits = [parse_day(cell) is not None for cell in cells]
        case _:
            return False
    return sum(fits) * 10 >= len(cells) * 8


def _is_id(cell: str) -> bool:
    try:
        identity.clean_id_number(cell)
    except ValueError:
        return len(fold(cell)) == 18 and fold(cell)[:17].isdigit()
    return True
