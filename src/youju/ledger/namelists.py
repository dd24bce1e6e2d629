"""A pasted text of names, read: columns of a spreadsheet in any order, or names in a row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from youju.base.text import fold

COLUMNS = ("name", "unit", "session")
HEADINGS = {
    "name": ("姓名", "名字", "参加人", "人员"),
    "unit": ("单位", "工作单位", "所在单位", "单位名称", "企业"),
    "session": ("场次", "班次", "期次"),
}
NUMBER = re.compile(r"\d{17}[\dXx]")
RUNNING = re.compile(r"\d{1,4}[.、]?")
_PARTED = re.compile(r"[；;](?![^（(]*[）)])")
_COMMAS = re.compile(r"[、，,](?![^（(]*[）)])")  # not those inside brackets
_BRACKETS = re.compile(r"[（(、，,]")
_WITH_UNIT = re.compile(r"(.*?)(?:[（(](.+)[）)])?")


@dataclass(frozen=True)
class Line:
    """One row of the box: whom it names, in which line of the text."""

    at: int
    name: str
    unit: str = ""
    session: str = ""
    number: str = ""

    @property
    def said(self) -> tuple[str, str, str]:
        return self.name, self.unit, self.session


def read_lines(text: str) -> list[Line]:
    """Each row of the box: columns from a spreadsheet, with or without a heading, or names with commas.

    A running number before the name says nothing; an ID number says who is meant and is not kept.
    """
    found, order = [], COLUMNS
    for at, line in enumerate(text.splitlines()):
        if "\t" not in line:
            for name, unit, session in _in_words(line):
                if name and name not in HEADINGS["name"]:
                    found.append(Line(at, name[:50], unit[:100], session[:40]))
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if heading := _heading(cells):
            order = heading
        elif row := _row(cells, order):
            found.append(Line(at, **row))
    return found


def _heading(cells: list[str]) -> tuple[str, ...]:
    """What each column holds, if these cells are its headings."""
    said = [fold(cell) for cell in cells]
    if not set(said) & set(HEADINGS["name"]):
        return ()
    return tuple(next((what for what, words in HEADINGS.items() if cell in words), "") for cell in said)


def _row(cells: list[str], order: tuple[str, ...]) -> dict[str, str]:
    numbers = [fold(cell).upper() for cell in cells if NUMBER.fullmatch(fold(cell))]
    if order is COLUMNS:
        cells = [cell for cell in cells if not NUMBER.fullmatch(fold(cell))]
        cells = cells[1:] if RUNNING.fullmatch(fold(cells[0])) else cells
    held = dict(zip(order, cells, strict=False))
    name = fold(held.get("name", ""))[:50]
    if not name:
        return {}
    row = {"name": name, "unit": held.get("unit", "")[:100], "session": held.get("session", "")[:40]}
    return row | {"number": numbers[0] if numbers else ""}


def _in_words(line: str) -> Iterator[tuple[str, str, str]]:
    """Names of one line: 、 between them, a unit in brackets behind, a session with its colon before them."""
    for part in _PARTED.split(line):
        before, colon, names = part.rpartition("：")
        session = before.strip() if colon and not _BRACKETS.search(before) else ""
        for one in _COMMAS.split(names if session else part):
            name, unit = _WITH_UNIT.fullmatch(one.strip()).groups()
            yield fold(name), (unit or "").strip(), session
