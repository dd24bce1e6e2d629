"""Everything of a year in one zip: what is in it, what is masked, and who may have it."""

import io
import zipfile
from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from python_calamine import CalamineWorkbook
from tests.makers import make_membership, make_organisation, make_person
from tests.makers_relief import make_household, make_warmth_visit

from youju.base import periods
from youju.catalogue import LEDGERS, LINES
from youju.ledger.sheets.yearly import YearBook, fit
from youju.org.access import Access, SystemAccess
from youju.records import storing, writing
from youju.records.models import Exhibit, File, Look

pytestmark = pytest.mark.django_db
YEAR = periods.year(2025)


@pytest.fixture(autouse=True)
def _home(settings, tmp_path):
    settings.YOUJU_HOME = tmp_path
    settings.YOUJU_FILES = tmp_path / "files"


@pytest.fixture
def visit(village):
    home = make_household(village, make_person(village, name="单晓丽"))
    return make_warmth_visit(village, home, amount=Decimal(500), occurred_on=date(2025, 3, 1))


def package(book: YearBook) -> zipfile.ZipFile:
    made = zipfile.ZipFile(io.BytesIO(b"".join(book.stream())))
    assert made.testzip() is None
    return made


def sheet(made: zipfile.ZipFile, book: str, name: str) -> list[list]:
    return CalamineWorkbook.from_filelike(io.BytesIO(made.read(book))).get_sheet_by_name(name).to_python()


def attach(record, content: bytes, name: str) -> Exhibit:
    stored = storing.store(io.BytesIO(content), record.federation_id)
    file = File(
        federation_id=record.federation_id, sha256=stored.sha256, size=stored.size, kind="jpg", name=name
    )
    writing.enter(file, by=None)
    facts = {"record_ref": record.ref, "record_id": record.pk, "file": file, "kind": Exhibit.Kind.PHOTO}
    return writing.enter(Exhibit(federation_id=record.federation_id, **facts), by=None)


def test_each_line_with_records_is_a_workbook_with_a_sheet_a_ledger(clerk, township, village, visit):
    make_membership(village, make_person(village, name="王小明"))
    made = package(YearBook(LINES, Access(clerk), township, YEAR))
    assert set(made.namelist()) == {"基础名册.xlsx", "帮扶救助.xlsx", "组织建设.xlsx", "目录.html"}
    label = str(LEDGERS["relief.visits"].label)
    head, row = sheet(made, "帮扶救助.xlsx", label)
    assert "慰问金" in head
    assert visit.number in row
    index = made.read("目录.html").decode()
    assert "某镇总工会 2025年" in index
    assert label in index
    assert "没有记录" in index


def test_names_are_masked_and_files_left_out_unless_asked_for(clerk, township, visit):
    attach(visit, b"photo", "现场.jpg")
    made = package(YearBook(LINES, Access(clerk), township, YEAR))
    assert not [name for name in made.namelist() if name.startswith("附件")]
    text = str(sheet(made, "帮扶救助.xlsx", str(LEDGERS["relief.visits"].label)))
    assert "单晓丽" not in text
    assert "单" in text
    assert Look.objects.get().what == "整年导出，已遮盖"


def test_in_full_the_files_lie_in_the_folder_of_their_record(clerk, township, visit):
    attach(visit, b"photo" * 100_000, "现场.jpg")
    withdrawn = attach(visit, b"other", "错的.jpg")
    writing.void(withdrawn, by=None, reason="传错")
    made = package(YearBook(LINES, Access(clerk), township, YEAR, reason="上报县总"))
    label = str(LEDGERS["relief.visits"].label)
    (path,) = [name for name in made.namelist() if name.startswith("附件")]
    assert path == f"附件/{label}/{visit.number}/0001 现场.jpg"
    assert made.read(path) == b"photo" * 100_000
    assert "单晓丽" in str(sheet(made, "帮扶救助.xlsx", label))
    assert Look.objects.get().what == "整年导出，完整身份：上报县总"
    assert "用途：上报县总" in made.read("目录.html").decode()


def test_a_file_that_is_gone_is_named_in_the_index(clerk, township, visit):
    exhibit = attach(visit, b"photo", "丢失.jpg")
    storing.path_of(exhibit.file.federation_id, exhibit.file.sha256).unlink()
    made = package(YearBook(LINES, Access(clerk), township, YEAR, reason="上报"))
    assert "丢失.jpg" in made.read("目录.html").decode()


def test_other_years_and_other_towns_stay_out(clerk, outsider, township, neighbour, village, visit):
    there = make_organisation(neighbour, name="邻厂工会", code="LIN-01")
    make_warmth_visit(there, make_household(there, make_person(there, name="邻小明")))
    make_warmth_visit(village, occurred_on=date(2024, 3, 1))
    label = str(LEDGERS["relief.visits"].label)
    made = package(YearBook(LINES, Access(clerk), township, YEAR))
    assert len(sheet(made, "帮扶救助.xlsx", label)) == 2
    before = package(YearBook(LINES, Access(clerk), township, periods.year(2023)))
    assert "帮扶救助.xlsx" not in before.namelist()
    with pytest.raises(Http404):
        YearBook(LINES, Access(outsider), township, YEAR)


def test_in_full_needs_a_user_with_the_right(auditor, township):
    with pytest.raises(PermissionDenied):
        YearBook(LINES, Access(auditor), township, YEAR, reason="上报")
    with pytest.raises(ValidationError, match="须指明是哪位用户"):
        YearBook(LINES, SystemAccess(), township, YEAR, reason="上报")


def test_progress_tells_ledger_after_ledger(clerk, township, visit):
    told = []
    list(YearBook(LINES, Access(clerk), township, YEAR).stream(lambda *said: told.append(said)))
    total = sum(len(line.ledgers) for line in LINES)
    assert [done for done, _total, _label in told] == list(range(1, total + 1))


@pytest.mark.parametrize(
    ("text", "fitted"),
    [("a/b:c", "a_b_c"), ("..", "_"), ("", "_"), ("甲\0乙", "甲_乙"), ("x" * 200, "x" * 80)],
)
def test_names_fit_every_file_system(text, fitted):
    assert fit(text) == fitted
