"""Which row of a foreign table holds its headings, and which of our columns each of them means."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from youju.base import identity
from youju.base.days import parse_day
from youju.base.text import fold
from youju.ledger.sheets.columns import Column, Kind, plain_heading
from youju.ledger.sheets.reading import Refused, Sheet, Table

SEARCHED, SAMPLE = 30, 40
_PHONE = re.compile(r"1[3-9]\d{9}")


@dataclass(frozen=True)
class Recognised:
    """The sheet, where its rows begin, its headings, and the place of each of our columns."""

    sheet: Sheet
    first: int
    headings: list[str]
    places: dict[str, int]  # key of a column → position in the row

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
    if best is None or len(best.places) < min(2, len(columns)):
        wanted = "、".join(column.label for column in columns[:6])
        raise Refused(f"没有找到标题行。表格里应有一行写着各列的名称，如：{wanted}。可以先下载模板对照。")
    return _by_content(best, columns, known)


def _candidates(sheet: Sheet, columns: Sequence[Column], known: Mapping[str, str]):
    for number in range(min(SEARCHED, len(sheet.rows))):
        one = sheet.rows[number]
        yield _recognised(sheet, number + 1, [[text] for text in one], columns, known)
        if number + 1 < len(sheet.rows):
            yield _recognised(sheet, number + 2, _stacked(one, sheet.rows[number + 1]), columns, known)


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
    return Recognised(found.sheet, found.first, headings, places)


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
