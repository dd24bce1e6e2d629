"""Rows that we write ourselves are read by others as XlsxWriter's own would be."""

import io
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
import python_calamine as calamine
import xlsxwriter

from youju.ledger.sheets import streaming
from youju.ledger.sheets.streaming import Stream

AWKWARD = [
    "=HYPERLINK(1)",
    "+86 138",
    "@echo",
    "王 & 李 <三>",
    '"引号"',
    " 前后有空 ",
    "两行\n第二行\t缩进",
    "340321198001010016",
    "0012",
    "_x0041_ 与 _x_",
    "𫖯䶮",
]


@pytest.fixture
def made():
    """A workbook of one sheet whose rows a test draws; as bytes."""

    def make(width: int, *rows) -> bytes:
        out = io.BytesIO()
        with xlsxwriter.Workbook(out, {"constant_memory": True}) as book:
            page = book.add_worksheet("甲")
            text = book.add_format({"num_format": 49})
            draws = (
                streaming.text(text),
                streaming.number(),
                streaming.day(book.add_format({"num_format": 14})),
            )
            for place in range(width):
                page.write_string(0, place, f"列{place}")
            stream = Stream(page, width)
            for row in rows:
                stream.row([draws[kind](value) for kind, value in row])
            stream.close()
        return out.getvalue()

    return make


TEXT, NUMBER, DAY = range(3)


def cells(data: bytes) -> list[list]:
    return calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()


def source(data: bytes, name: str = "xl/worksheets/sheet1.xml") -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


def test_texts_come_back_as_they_were_and_none_is_alive(made):
    data = made(1, *([(TEXT, one)] for one in AWKWARD))
    head, *rows = cells(data)
    assert head == ["列0"]
    assert [row[0] for row in rows] == AWKWARD
    assert "<f>" not in source(data)
    assert "<v>" not in source(data).partition("</row>")[2]


def test_the_same_texts_look_the_same_when_xlsxwriter_writes_them(made):
    out = io.BytesIO()
    inert = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, {"constant_memory": True, **inert}) as book:
        page = book.add_worksheet("甲")
        shape = book.add_format({"num_format": 49})
        page.write_string(0, 0, "列0")
        for line, one in enumerate([*AWKWARD, "a\x01b\x1f\r"], start=1):
            page.write_string(line, 0, one, shape)
    ours = made(1, *([(TEXT, one)] for one in [*AWKWARD, "a\x01b\x1f\r"]))
    theirs = source(out.getvalue()).replace("&quot;", '"')
    assert source(ours).partition("<sheetData>")[2] == theirs.partition("<sheetData>")[2]
    assert source(ours, "xl/styles.xml").count("<xf ") >= 2


def test_what_no_file_can_hold_is_left_out(made):
    assert cells(made(1, [(TEXT, "甲\ud800乙\uffff丙")]))[1] == ["甲乙丙"]


def test_numbers_and_days_are_what_they_say(made):
    moment = datetime(2025, 3, 7, 16, 0, tzinfo=UTC)  # midnight in China
    data = made(
        3,
        [(NUMBER, 12), (NUMBER, Decimal("1200.50")), (DAY, date(2025, 3, 8))],
        [(NUMBER, -3), (NUMBER, Decimal("1E+3")), (DAY, moment)],
    )
    _head, first, second = cells(data)
    assert first == [12.0, 1200.5, date(2025, 3, 8)]
    assert second[:2] == [-3.0, 1000.0]
    assert second[2] == date(2025, 3, 8)


def test_empty_cells_and_rows_keep_their_places(made):
    data = made(
        3,
        [(TEXT, ""), (NUMBER, None), (TEXT, "丙")],
        [(TEXT, None)] * 3,
        [(TEXT, "甲"), (DAY, None), (TEXT, "")],
    )
    assert cells(data)[1:] == [["", "", "丙"], ["", "", ""], ["甲", "", ""]]
    assert '<dimension ref="A1:C4"/>' in source(data)


def test_a_text_longer_than_a_cell_is_cut(made):
    assert len(cells(made(1, [(TEXT, "长" * 40_000)]))[1][0]) == streaming.MOST_TEXT


def test_what_repeats_is_drawn_once_and_forgotten_when_it_does_not(monkeypatch):
    drawn = []
    look = streaming.remembered(lambda value: drawn.append(value) or f"<{value}>")
    assert [look(one) for one in "abab"] == ["<a>", "<b>", "<a>", "<b>"]
    assert drawn == ["a", "b"]
    monkeypatch.setattr(streaming, "MOST_KNOWN", 1)
    assert [look(one) for one in "ca"] == ["<c>", "<a>"]
    assert drawn == ["a", "b", "c", "a"]
