"""What checking found, as plain values: shown page by page, written to a workbook, kept meanwhile."""

import json
from dataclasses import asdict, dataclass, field

from youju.ledger.sheets.checking import Checked, Row, letters
from youju.ledger.sheets.headings import Recognised, Unclear

MOST_GOOD = 2_000  # good rows that are kept to be looked at; the faulty ones all are
MOST_RAW = 50


@dataclass
class Line:
    """A row of the table: its cells as they came, and what is wrong with which of them."""

    number: int
    cells: list[str]
    faults: dict[str, str] = field(default_factory=dict)  # place of the cell → reason
    rest: list[str] = field(default_factory=list)  # what no cell is to blame for
    remarks: str = ""
    twin: int = 0  # the earlier row that it repeats
    twin_cells: list[str] = field(default_factory=list)
    record: str = ""  # the record that it repeats

    @property
    def is_good(self) -> bool:
        return not (self.faults or self.rest)


@dataclass
class Outcome:
    sheet: str
    first: int  # rows up to here are title and headings
    headings: list[str]
    keys: list[str]  # what each column means; empty: nothing
    lines: list[Line]
    good: int = 0
    faulty: int = 0
    newcomers: int = 0
    skipped: int = 0
    hidden: int = 0
    sheets: list[tuple[str, int]] = field(default_factory=list)  # all there are, and their rows
    sha256: str = ""  # of what would be kept
    refusal: str = ""  # why the rows could not be checked: the columns have to be said first

    @classmethod
    def of(cls, checked: Checked) -> "Outcome":
        found, good = checked.found, len(checked.good)
        rows = {row.number: row for row in checked.rows}
        left = MOST_GOOD
        lines = []
        for row in checked.rows:
            left -= row.is_good
            if left >= 0 or not row.is_good:
                lines.append(_line(found, row, rows))
        return cls(
            **_head(found),
            lines=lines,
            good=good,
            faulty=len(checked.rows) - good,
            newcomers=len(checked.newcomers),
            skipped=checked.skipped,
            hidden=found.sheet.hidden,
        )

    @classmethod
    def unclear(cls, error: Unclear) -> "Outcome":
        """The rows as they came, so that somebody says which column is which."""
        rows = list(enumerate(error.found.sheet.rows, start=1))[: error.found.first + MOST_RAW]
        lines = [Line(number, cells) for number, cells in rows[error.found.first :] if any(cells)]
        return cls(**_head(error.found), lines=lines, refusal=str(error))

    @property
    def unused(self) -> list[str]:
        return [text for text, key in zip(self.headings, self.keys, strict=True) if text and not key]

    @property
    def left_out(self) -> int:
        """Good rows that are not kept here."""
        return self.good + self.faulty - len(self.lines) if not self.refusal else 0

    def only(self, kind: str) -> list[Line]:
        if kind == "faulty":
            return [line for line in self.lines if not line.is_good]
        return [line for line in self.lines if line.is_good] if kind == "good" else self.lines

    def as_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> "Outcome":
        known = json.loads(text)
        return cls(**known | {"lines": [Line(**line) for line in known["lines"]]})


def _head(found: Recognised) -> dict:
    meant = {place: key for key, place in found.places.items()}
    width = max([len(found.headings), *map(len, found.sheet.rows[found.first :][:MOST_RAW])])
    headings = found.headings + [""] * (width - len(found.headings))
    return {
        "sheet": found.sheet.name,
        "first": found.first,
        "headings": headings,
        "keys": [meant.get(place, "") for place in range(width)],
    }


def _line(found: Recognised, row: Row, rows: dict[int, Row]) -> Line:
    line = Line(row.number, found.spelled(found.sheet.rows[row.number - 1]), remarks=row.remarks)
    for fault in row.faults:
        place = found.places.get(fault.key)
        if place is None:
            line.rest.append(f"{fault.label}：{fault.reason}" if fault.label else fault.reason)
        else:
            said = line.faults.get(str(place))
            line.faults[str(place)] = f"{said}；{fault.reason}" if said else fault.reason
    if row.repeats and row.repeats.row in rows:
        line.twin = row.repeats.row
        line.twin_cells = found.spelled(found.sheet.rows[line.twin - 1])
    line.record = str(row.repeats.record or "") if row.repeats else ""
    return line


def lettered(outcome: Outcome) -> list[tuple[str, str, str]]:
    """Each column as its letter, its heading and what it means."""
    pairs = zip(outcome.headings, outcome.keys, strict=True)
    return [(letters(place), heading, key) for place, (heading, key) in enumerate(pairs)]
