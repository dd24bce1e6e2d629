"""What goes out: masked unless somebody with the right says why, typed, and never alive."""

import io
import zipfile
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.conformance.makers import MAKERS
from tests.makers import id_number, make_membership, make_organisation, make_person
from tests.makers_democracy import make_delegate
from tests.makers_education import make_training
from tests.makers_relief import make_household, make_warmth_visit

from youju.catalogue import LEDGERS
from youju.ledger.sheets import drawing, exporting, reading
from youju.ledger.sheets.exporting import export
from youju.org.access import Access, SystemAccess
from youju.records.models import Look

pytestmark = pytest.mark.django_db
MEMBERS = LEDGERS["organising.members"]
VISITS = LEDGERS["relief.visits"]
NUMBER, PHONE = id_number(1), "13812345678"


@pytest.fixture
def member(township, village):
    person = make_person(township, name="王小明", id_number=NUMBER, phone=PHONE)
    return make_membership(village, person, card_number="=HYPERLINK(1)")


def exported(user, ledger=MEMBERS, **options) -> bytes:
    access = user if isinstance(user, Access) else Access(user)
    with export(ledger, access, ledger.records(access), **options) as stream:
        return stream.read()


def first_row(data: bytes) -> dict[str, str]:
    head, row, *_more = reading.read(data, "导出.xlsx").sheets[0].rows
    return dict(zip(head, row, strict=False))


def test_names_and_numbers_are_masked(clerk, member):
    data = exported(clerk)
    row = first_row(data)
    assert (row["会员"], row["会员身份证号"]) == ("王**", f"340321********{NUMBER[-4:]}")
    assert row["会员手机号"] == "138****5678"
    assert (row["编号"], row["单位"], row["起始日期"]) == (member.number, "甲厂工会", "2025-03-01")
    assert (row["状态"], row["登记人"]) == ("已确认", "系统")
    texts = zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml").decode()
    assert NUMBER not in texts
    assert "王小明" not in texts


@pytest.mark.provokes("PI-08", "SE-05")
def test_a_reason_opens_them_for_an_office_that_may_and_is_noted(clerk, member):
    row = first_row(exported(clerk, reason="医保比对", address="10.0.0.8"))
    assert (row["会员"], row["会员身份证号"], row["会员手机号"]) == ("王小明", NUMBER, PHONE)
    look = Look.objects.get()
    assert (look.by, look.what, look.ref) == (clerk, "导出1条，完整身份：医保比对", "organising.members")
    assert look.address == "10.0.0.8"


def test_a_masked_export_is_noted_too(clerk, member):
    exported(clerk)
    assert Look.objects.get().what == "导出1条，已遮盖"


def test_numbers_are_text_and_do_not_lose_their_last_digits(clerk, member):
    sheet = reading.read(exported(clerk, reason="医保比对"), "导出.xlsx").sheets[0]
    assert not sheet.damaged


@pytest.mark.parametrize("role", ["chair", "auditor"])
def test_without_the_right_nothing_is_opened(role, member, request):
    user = request.getfixturevalue(role)
    with pytest.raises(PermissionDenied):
        exported(user, reason="想看看")
    assert not Look.objects.exists()
    assert first_row(exported(user))["会员"] == "王**"


def test_the_county_opens_nothing_of_its_townships(county_officer, member):
    row = first_row(exported(county_officer, reason="检查"))
    assert (row["会员"], row["会员手机号"]) == ("王**", "138****5678")


def test_nameless_hands_open_nothing(member):
    with pytest.raises(ValidationError, match="须指明是哪位用户"):
        exported(SystemAccess(), reason="检查")
    assert first_row(exported(SystemAccess()))["会员"] == "王**"


def test_a_formula_is_a_text_like_any_other(clerk, member):
    data = exported(clerk)
    assert first_row(data)["会员证号"] == "=HYPERLINK(1)"
    for name in ("xl/worksheets/sheet1.xml",):
        assert b"<f>" not in zipfile.ZipFile(io.BytesIO(data)).read(name)


def test_days_and_sums_are_kept_as_such(clerk, township):
    make_warmth_visit(township, make_household(township), amount="1200.50", occurred_on=date(2025, 3, 8))
    row = first_row(exported(clerk, VISITS))
    assert (row["慰问金"], row["慰问日期"], row["批次"]) == ("1200.5", "2025-03-08", "日常")


def test_participants_are_named_masked_unless_they_may_be_read(clerk, township):
    make_training(township, make_person(township, name="李梅花"), "某工")
    ledger = LEDGERS["education.trainings"]
    assert first_row(exported(clerk, ledger))["参加人"] == "李**、某*"
    assert first_row(exported(clerk, ledger, reason="核对名单"))["参加人"] == "李梅花、某工"


def test_a_name_without_a_card_is_masked_as_well(clerk, village):
    make_delegate(village, name="李梅花")
    ledger = LEDGERS["democracy.delegates"]
    assert first_row(exported(clerk, ledger))["姓名"] == "李**"
    assert first_row(exported(clerk, ledger, reason="核对名单"))["姓名"] == "李梅花"


def test_a_household_is_named_after_its_head_masked_unless_it_may_be_read(clerk, township):
    head = make_person(township, name="李梅花")
    make_warmth_visit(township, make_household(township, head))
    assert first_row(exported(clerk, VISITS))["困难家庭"] == "李**户（北芹村）"
    assert first_row(exported(clerk, VISITS, reason="核对名单"))["困难家庭"] == "李梅花户（北芹村）"


def test_the_names_of_more_records_than_are_remembered_are_asked_for_again(clerk, township, monkeypatch):
    monkeypatch.setattr(exporting, "CHUNK", 1)
    monkeypatch.setattr(drawing, "MOST_NAMED", 1)
    homes = [make_household(township, village=name) for name in ("东村", "西村")]
    for home in [*homes, homes[0]]:
        make_warmth_visit(township, home)
    rows = reading.read(exported(clerk, VISITS), "导出.xlsx").sheets[0].rows
    place = rows[0].index("困难家庭")
    assert sorted(row[place][-4:] for row in rows[1:]) == ["（东村）", "（东村）", "（西村）"]


def test_what_others_keep_is_not_in_it(outsider, member):
    assert len(reading.read(exported(outsider), "导出.xlsx").sheets[0].rows) == 1


@pytest.mark.one_engine
@pytest.mark.parametrize("ledger", LEDGERS.values(), ids=LEDGERS)
def test_every_ledger_goes_out_with_a_fixed_number_of_queries(ledger, clerk, village, township):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            exported(clerk, ledger)
        return len(queries)

    MAKERS[ledger.code](village)
    few = asked()
    for number in range(3):
        MAKERS[ledger.code](make_organisation(township, name=f"{number}厂工会"))
    assert asked() == few
