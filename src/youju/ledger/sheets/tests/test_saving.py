"""A checked table becomes records, all or none, and is undone in one act."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from tests.makers import id_number, make_organisation, make_person

from youju.catalogue import LEDGERS
from youju.ledger.models import ImportBatch, RememberedHeading
from youju.ledger.sheets import reading, saving
from youju.ledger.sheets.checking import check
from youju.ledger.sheets.tests import books
from youju.org.access import Access
from youju.people.models import Membership, Person
from youju.records import history, storing, verifying, writing
from youju.records.models import File

pytestmark = pytest.mark.django_db
MEMBERS = LEDGERS["organising.members"]
TRAININGS = LEDGERS["education.trainings"]
HEAD = ["单位", "姓名", "身份证号", "入会日期"]
GOOD = [["甲厂工会", f"王{name}", id_number(serial), "2025-03-08"] for serial, name in enumerate("甲乙丙", 1)]
BAD = ["甲厂工会", "赵无号", "", "2025-03-08"]


@pytest.fixture(autouse=True)
def _home(settings, tmp_path):
    settings.YOUJU_HOME = tmp_path


def checked(user, place, *rows, ledger=MEMBERS):
    table = reading.read(books.xlsx(HEAD, *rows), "会员.xlsx")
    return check(ledger, Access(user), table, place=place)


def members():
    return Membership.objects.everywhere("x")


def test_all_rows_are_entered_with_their_persons_and_the_file_is_kept(clerk, township, village):
    result = checked(clerk, township, *GOOD)
    batch = saving.save(result).batch
    assert {(m.person.name, m.state, m.recorded_by) for m in members()} == {
        (name, "pending", clerk) for name in ("王甲", "王乙", "王丙")
    }
    assert (batch.rows, batch.organisation, batch.number) == (3, township, "导入-2025-0001")
    assert storing.digest_of(township.pk, batch.file.sha256) == result.table.sha256
    assert (batch.file.kind, batch.file.name) == ("xlsx", "会员.xlsx")
    assert {m.reason for m in members()} == {"导入"}


@pytest.mark.parametrize(("many", "counts"), [(3, 1), (4, 0)])
def test_after_many_rows_the_database_counts_anew(clerk, township, village, monkeypatch, many, counts):
    monkeypatch.setattr(saving, "MANY", many)
    with CaptureQueriesContext(connection) as asked:
        saving.save(checked(clerk, township, *GOOD))
    assert [one["sql"] for one in asked].count("ANALYZE") == counts


def test_nothing_is_saved_when_one_row_is_wrong(clerk, township, village):
    result = checked(clerk, township, *GOOD, BAD)
    with pytest.raises(ValidationError, match="有 1 行需要改正，什么都没有保存"):
        saving.save(result)
    assert not members().exists()
    assert not Person.objects.everywhere("x").exists()
    assert not ImportBatch.objects.everywhere("x").exists()


def test_the_good_rows_are_saved_when_that_was_asked_for(clerk, township, village):
    saved = saving.save(checked(clerk, township, BAD, *GOOD), good_only=True)
    assert (saved.batch.rows, saved.left_out) == (3, 1)
    assert members().count() == 3
    assert Person.objects.everywhere("x").count() == 3


def test_not_one_good_row_is_no_import(clerk, township, village):
    with pytest.raises(ValidationError, match="没有一行可以保存"):
        saving.save(checked(clerk, township, BAD), good_only=True)


def test_a_refusal_in_the_middle_leaves_nothing_behind(clerk, township, village, monkeypatch):
    result = checked(clerk, township, *GOOD)
    monkeypatch.setattr(saving, "remember", lambda checked: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        saving.save(result)
    assert not members().exists()
    assert not Person.objects.everywhere("x").exists()
    assert not File.objects.everywhere("x").exists()


def test_the_same_file_is_refused_with_the_day_of_the_first_import(clerk, township, village):
    saving.save(checked(clerk, township, *GOOD))
    with pytest.raises(ValidationError, match=r"已于2025-12-31导入过（导入-2025-0001，3条）"):
        saving.save(checked(clerk, township, *GOOD), good_only=True)
    assert members().count() == 3


def test_undoing_voids_every_row_and_lets_the_file_in_again(clerk, township, village):
    batch = saving.save(checked(clerk, township, *GOOD)).batch
    assert saving.may_undo(MEMBERS, Access(clerk), batch)
    assert saving.undo(MEMBERS, Access(clerk), batch, "选错了文件") == 3
    assert {(m.state, m.reason) for m in members()} == {("voided", "选错了文件")}
    assert [event.verb for event in history.of(members().first())] == ["enter", "void"]
    batch.refresh_from_db()
    assert batch.state == "voided"
    assert not saving.may_undo(MEMBERS, Access(clerk), batch)
    again = saving.save(checked(clerk, township, *GOOD)).batch
    assert set(saving.rows_of(MEMBERS, again)) == set(members().filter(state="pending"))
    assert Person.objects.everywhere("x").count() == 3
    assert [fault for fault in verifying.faults() if fault.kind != "外部链头缺失"] == []


def test_undoing_leaves_what_others_entered_and_what_is_void_already(clerk, township, village):
    other = writing.enter(
        Membership(organisation=village, person=make_person(township), from_on="2025-01-01"), by=clerk
    )
    batch = saving.save(checked(clerk, township, *GOOD)).batch
    writing.void(saving.rows_of(MEMBERS, batch).first(), by=clerk, reason="重复")
    assert saving.undo(MEMBERS, Access(clerk), batch, "选错了文件") == 2
    other.refresh_from_db()
    assert other.state == "pending"


def test_undoing_needs_a_reason(clerk, township, village):
    batch = saving.save(checked(clerk, township, *GOOD)).batch
    with pytest.raises(ValidationError, match="请填写理由"):
        saving.undo(MEMBERS, Access(clerk), batch, " ")
    assert members().filter(state="pending").count() == 3


def test_a_chair_imports_for_the_own_union_and_undoes_only_what_nobody_confirmed(chair, clerk, village):
    batch = saving.save(checked(chair, village, *GOOD)).batch
    writing.confirm(members().first(), by=clerk)
    assert not saving.may_undo(MEMBERS, Access(chair), batch)
    with pytest.raises(ValidationError, match="其中有已确认的记录"):
        saving.undo(MEMBERS, Access(chair), batch, "选错了文件")
    assert saving.undo(MEMBERS, Access(clerk), batch, "选错了文件") == 3


def test_an_auditor_takes_nothing_in(auditor, township, village):
    result = checked(auditor, township, *GOOD)
    assert not result.good
    with pytest.raises((ValidationError, PermissionDenied)):
        saving.save(result, good_only=True)


def test_rows_for_units_out_of_reach_never_pass_the_acts_either(clerk, township, village, neighbour):
    result = checked(clerk, township, *GOOD)
    there = make_organisation(neighbour, name="邻厂工会", code="LIN-01")
    result.rows[1].record.organisation = there
    with pytest.raises(Http404):
        saving.save(result)
    assert not members().exists()


def test_imports_are_listed_to_those_who_reach_the_unit(clerk, chair, outsider, township, village):
    batch = saving.save(checked(clerk, township, *GOOD)).batch
    assert list(saving.batches(MEMBERS, Access(clerk))) == [batch]
    assert list(saving.batches(TRAININGS, Access(clerk))) == []
    assert list(saving.batches(MEMBERS, Access(chair))) == []
    assert list(saving.batches(MEMBERS, Access(outsider))) == []


def test_headings_are_remembered_for_the_next_time(clerk, township, village):
    table = reading.read(books.xlsx(["单位", "大名", "号", "何时"], GOOD[0]), "表.xlsx")
    by_hand = {"大名": "person.name", "何时": "from_on", "号": "person.id_number"}
    saving.save(check(MEMBERS, Access(clerk), table, place=township, mapping=by_hand))
    known = saving.remembered(MEMBERS, township)
    assert known == {**by_hand, "单位": "organisation"}
    table = reading.read(books.xlsx(["单位", "大名", "号", "何时"], GOOD[1]), "表.xlsx")
    saving.save(check(MEMBERS, Access(clerk), table, place=township, mapping=known))
    assert RememberedHeading.objects.count() == 4


def test_participants_come_along(clerk, township, village):
    wang = make_person(township, name="王甲")
    rows = (
        ["培训日期", "培训名称", "培训内容", "培训对象", "参加人"],
        ["2025-06-01", "安全课", "安全生产", "职工", "王甲、李生人"],
    )
    table = reading.read(books.xlsx(*rows), "培训.xlsx")
    batch = saving.save(check(TRAININGS, Access(clerk), table, place=township)).batch
    (talk,) = saving.rows_of(TRAININGS, batch)
    assert [(row.name, row.person) for row in writing.child_rows(talk)] == [("王甲", wang), ("李生人", None)]


def test_a_hundred_rows_ask_hardly_more_than_ten(clerk, township, village):
    def asked(first, count) -> int:
        rows = [
            ["甲厂工会", "王小明", id_number(n, birth=f"19{80 + first}0101"), "2025-03-08"]
            for n in range(count)
        ]
        with CaptureQueriesContext(connection) as queries:
            saving.save(checked(clerk, township, *rows))
        return len(queries)

    assert asked(1, 100) <= asked(2, 10) + 10
