"""What the machine itself can do, measured in the same run: bare SQL and bare libraries on the same data."""

import time
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import python_calamine as calamine
import xlsxwriter
from django.db import connection, transaction

from youju.config.bench.office import HEAD
from youju.people.models import Membership, Person, PersonGram, PersonTail
from youju.records import engine
from youju.records.models import HistoryEvent, PersonalValues

TABLE, COPY = "bench_bare", "bench_same"
# What an import of members fills: who it is and how to find them, the membership, and the proof of both.
FILLED = (Person, PersonGram, PersonTail, Membership, PersonalValues, HistoryEvent)
PORTION = 5_000


def parse_and_insert(path: Path) -> float:
    """Read a workbook and put its rows into a table without rules, indexes or history."""
    began = time.perf_counter()
    rows = calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()[1:]
    insert(rows)
    return time.perf_counter() - began


def insert(rows: Sequence[Sequence[str]]) -> None:
    columns = ", ".join(f"c{place} text" for place in range(len(HEAD)))
    places = ", ".join(["%s"] * len(HEAD))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE IF NOT EXISTS {TABLE} ({columns})")
        cursor.executemany(f"INSERT INTO {TABLE} VALUES ({places})", rows)  # noqa: S608  our own name


def parse_and_insert_same(path: Path) -> tuple[float, int]:
    """Read a workbook and put the very rows that the import made of it into tables without rules or indexes.

    What was to be written is taken as known: how long that is worked out, and how long it is read back here,
    does not count. Seconds, and how many rows.
    """
    began, number = time.perf_counter(), 0
    calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    spent = time.perf_counter() - began
    with transaction.atomic():
        for model in FILLED:
            for rows, columns in _portions(model._meta.db_table):
                began = time.perf_counter()
                engine.add_rows(connection, COPY, columns, rows)
                spent, number = spent + time.perf_counter() - began, number + len(rows)
            with connection.cursor() as cursor:
                cursor.execute(f"DROP TABLE {COPY}")
    return spent, number


def _portions(table: str) -> Iterator[tuple[list, list[str]]]:
    """All rows of a table by portions, after an empty table of the same columns was made for them."""
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE {COPY} AS SELECT * FROM {table} WHERE 1 = 0")  # noqa: S608  our own names
    with connection.chunked_cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table}")  # noqa: S608  our own names
        while rows := cursor.fetchmany(PORTION):
            yield rows, [column[0] for column in cursor.description]


def page_of(unit) -> list:
    """Fifty members of a unit by the day they joined, and how many there are."""
    member, person = Membership._meta.db_table, Person._meta.db_table
    key = Membership._meta.pk.get_db_prep_value(unit.pk, connection)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT m.id, m.number, m.from_on, p.name FROM {member} m JOIN {person} p ON p.id = m.person_id "  # noqa: S608
            "WHERE m.organisation_id = %s ORDER BY m.from_on DESC, m.id DESC LIMIT 50",
            [key],
        )
        rows = cursor.fetchall()
        cursor.execute(f"SELECT count(*) FROM {member} WHERE organisation_id = %s", [key])  # noqa: S608
        return [*rows, *cursor.fetchall()]


def looked_up(index: str) -> list:
    """One row by an indexed column."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id, name FROM {Person._meta.db_table} WHERE id_index = %s", [index])  # noqa: S608
        return cursor.fetchall()


def write_workbook(path: Path, rows: Iterable[Sequence]) -> float:
    """The same number of cells by XlsxWriter in constant memory."""
    began = time.perf_counter()
    with xlsxwriter.Workbook(path, {"constant_memory": True, "strings_to_numbers": False}) as book:
        page = book.add_worksheet()
        for line, row in enumerate(rows):
            for place, cell in enumerate(row):
                page.write_string(line, place, cell)
    return time.perf_counter() - began


def cells_of(path: Path) -> list[list[str]]:
    """The cells of an exported workbook as texts."""
    with zipfile.ZipFile(path) as package:
        package.testzip()
    sheet = calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0)
    return [[str(cell) for cell in row] for row in sheet.to_python()]
