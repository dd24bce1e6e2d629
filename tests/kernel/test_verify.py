"""`verify` names whatever was changed behind the door's back. Each test plants one fault and looks for it."""

import json
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from tests.makers import id_number, make_membership, make_nil_report, make_person
from youju.org import tree
from youju.org.models import Reach
from youju.records import engine, heads, storing, verifying, writing
from youju.records.models import ChainHead, File, HistoryEvent, PersonalValues

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(request):
    """A little history whose heads were published, as after a commit."""
    capture = request.getfixturevalue("django_capture_on_commit_callbacks")
    with capture(execute=True):
        union = request.getfixturevalue("village")
        report = make_nil_report(union)
        make_membership(union, make_person(union, id_number=id_number(3), sex="male", birth_on=None))
    yield report
    for file in (Path(settings.YOUJU_KEYS) / "heads").glob("*.json"):
        file.unlink()


def sql(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def unguard(table):
    for statement in engine.statements(engine.UNGUARD, connection.vendor, table):
        sql(statement)


def kinds():
    return [fault.kind for fault in verifying.faults()]


def first():
    return str(next(verifying.faults()))


def test_nothing_is_named_where_nothing_was_changed(kept):
    assert list(verifying.faults()) == []


def test_a_changed_value_is_named_with_its_column(kept):
    sql("UPDATE records_nilreport SET signed_by = 'X'")
    assert "零报告-2025-0001" in first()
    assert "signed_by" in first()


def test_a_deleted_row_is_named(kept):
    sql("DELETE FROM records_nilreport")
    assert kinds() == ["记录缺失"]
    assert kept.ref in first()


def test_a_row_that_never_came_through_the_door_is_named(kept):
    copy = type(kept)._plain.get(pk=kept.pk)
    copy.pk, copy.number = make_uuid(), ""
    type(kept)._plain.bulk_create([copy])
    assert kinds() == ["多出记录"]


def make_uuid():
    from youju.base.fields import uuid7

    return uuid7()


def test_a_changed_name_of_a_person_is_named_though_the_chain_holds_no_names(kept):
    assert not HistoryEvent.objects.filter(row__contains="王小明").exists()
    sql("UPDATE people_person SET name = '王大明'")
    assert "name" in first()


def test_a_swapped_ciphertext_is_named(kept):
    sql("UPDATE people_person SET id_number = 'v1|x'")
    assert kinds() == ["密文被改"]


def test_lost_personal_values_are_named(kept):
    PersonalValues.objects.all().delete()
    assert "记录被改" in kinds()


def test_history_refuses_changes_in_the_database_itself(kept, django_db_blocker):
    from django.db import DatabaseError, transaction

    for statement in ("UPDATE records_historyevent SET reason = 'x'", "DELETE FROM records_historyevent"):
        with pytest.raises(DatabaseError, match="只许追加"), transaction.atomic():
            sql(statement)


def test_a_removed_trigger_is_named(kept):
    unguard("records_historyevent")
    assert kinds()[0] == "保护失效"


def test_a_changed_event_is_named(kept):
    unguard("records_historyevent")
    sql("UPDATE records_historyevent SET reason = 'x' WHERE verb = 'confirm'")
    assert "历史被改" in kinds()


@pytest.mark.provokes("SE-03", "SE-01")
def test_an_event_taken_out_of_the_middle_is_named(kept):
    unguard("records_historyevent")
    sql("DELETE FROM records_historyevent WHERE verb = 'confirm'")
    assert "历史缺号" in kinds()


def test_a_cut_tail_is_named_even_when_the_head_in_the_database_was_moved_back(kept):
    unguard("records_historyevent")
    head = ChainHead.objects.get(federation_id=kept.federation_id)
    last = HistoryEvent.objects.get(federation_id=kept.federation_id, seq=head.seq)
    sql(
        "DELETE FROM records_historyevent WHERE id = %s",
        last.pk.hex if connection.vendor == "sqlite" else last.pk,
    )
    head.seq, head.mac = last.seq - 1, last.previous
    head.save()
    assert "历史被截断" in kinds()


def test_a_forged_head_outside_is_named(kept):
    path = Path(settings.YOUJU_KEYS) / "heads" / f"{kept.federation_id}.records.json"
    head = json.loads(path.read_text())
    path.write_text(json.dumps(head | {"seq": head["seq"] - 1}))
    assert kinds() == ["外部链头被改"]


def test_heads_never_move_back(kept):
    before = heads.read(kept.federation_id, "records")
    heads.publish(kept.federation_id, "records", 1, "00")
    assert heads.read(kept.federation_id, "records") == before


def test_a_changed_and_a_lost_file_are_named(kept, django_capture_on_commit_callbacks):
    stored = storing.store(BytesIO(b"proof"), kept.federation_id)
    with django_capture_on_commit_callbacks(execute=True):
        row = File(
            federation_id=kept.federation_id,
            sha256=stored.sha256,
            size=5,
            kind="jpg",
            name="a.jpg",
            taken_at=None,
        )
        writing.enter(row, by=None)
    path = storing.path_of(kept.federation_id, stored.sha256)
    path.chmod(0o600)
    path.write_bytes(b"forged")
    assert kinds() == ["文件被改"]
    path.unlink()
    assert kinds() == ["文件缺失"]


def test_a_reach_row_that_no_placement_backs_is_named(kept, county):
    assert list(tree.differences()) == []
    unit = kept.organisation
    Reach.objects.create(ancestor=unit, descendant=county, from_on=date(2025, 1, 1))
    assert list(tree.differences()) == [str(county.pk)]
