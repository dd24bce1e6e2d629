import sqlite3
import uuid

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from youju.records import engine
from youju.records.models import HistoryEvent

WRITERS = {
    "update": "UPDATE records_historyevent SET reason = 'x'",
    "delete": "DELETE FROM records_historyevent",
}


def event(**values):
    plain = {
        "federation_id": uuid.uuid4(),
        "stream": "main",
        "seq": 1,
        "at": timezone.now(),
        "verb": "enter",
        "by_name": "某某",
        "ref": "ledger:1",
        "record_id": uuid.uuid4(),
        "row": "{}",
        "mac": "0" * 64,
    }
    return HistoryEvent._base_manager.create(**plain | values)


# ---- profile ------------------------------------------------------------------------------------
@pytest.mark.parametrize("version", [(3, 44, 6), (3, 44, 9), (3, 50, 7), (3, 51, 3), (3, 52, 0), (4, 0, 0)])
def test_a_repaired_sqlite_writes_ahead(version):
    assert engine.sqlite_profile(version) == ("WAL", "FULL")


@pytest.mark.parametrize(
    "version", [(3, 37, 0), (3, 40, 1), (3, 44, 5), (3, 45, 3), (3, 49, 9), (3, 50, 6), (3, 51, 2)]
)
def test_a_sqlite_that_can_corrupt_a_write_ahead_log_keeps_a_rollback_journal(version):
    assert engine.sqlite_profile(version) == ("DELETE", "EXTRA")


def test_no_address_means_sqlite_in_the_data_folder(tmp_path):
    described = engine.database("", tmp_path)
    assert described["NAME"] == tmp_path / "youju.sqlite3"
    assert described["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "ATOMIC_REQUESTS" not in described


def test_an_address_means_postgresql_and_may_hold_odd_characters(tmp_path):
    described = engine.database("postgres://u%40x:p%2Fw@db.lan:5433/county?sslmode=require", tmp_path)
    assert (described["USER"], described["PASSWORD"], described["PORT"]) == ("u@x", "p/w", "5433")
    assert (described["HOST"], described["NAME"]) == ("db.lan", "county")
    assert described["OPTIONS"] == {"sslmode": "require"}


def test_a_socket_folder_may_stand_in_the_query(tmp_path):
    assert engine.database("postgresql://u@/db?host=/run/pg", tmp_path)["HOST"] == "/run/pg"


@pytest.mark.django_db
def test_the_engine_says_how_it_keeps_the_data():
    said = engine.in_force()
    assert said.startswith("SQLite" if connection.vendor == "sqlite" else "PostgreSQL")
    assert all(word in said for word in engine.sqlite_profile()) or connection.vendor != "sqlite"


@pytest.mark.django_db
def test_a_fresh_database_has_no_problems_and_no_damage():
    assert engine.problems() == []
    assert engine.damage() == []


# ---- tables that only grow ----------------------------------------------------------------------
@pytest.mark.django_db
@pytest.mark.parametrize("writer", WRITERS)
def test_history_refuses_to_be_changed(writer):
    event()
    with pytest.raises(IntegrityError, match="只许追加"), transaction.atomic():
        connection.cursor().execute(WRITERS[writer])
    assert HistoryEvent._base_manager.get().reason == ""


@pytest.mark.django_db
def test_history_refuses_to_be_replaced_row_by_row():
    kept = event()
    again = "INSERT OR REPLACE INTO records_historyevent SELECT * FROM records_historyevent"
    statement = again if connection.vendor == "sqlite" else "TRUNCATE records_historyevent"
    with pytest.raises(IntegrityError, match="只许追加"), transaction.atomic():
        connection.cursor().execute(statement)
    assert HistoryEvent._base_manager.get() == kept


@pytest.mark.django_db
def test_history_grows():
    event()
    event(seq=2)
    assert HistoryEvent._base_manager.count() == 2


@pytest.mark.django_db
def test_a_missing_trigger_is_named():
    for sql in engine.statements(engine.UNGUARD, connection.vendor, "records_historyevent")[:1]:
        connection.cursor().execute(sql)
    assert engine.unguarded_tables() == ["records_historyevent"]
    assert any("records_historyevent" in problem for problem in engine.problems())


@pytest.mark.django_db
def test_the_migration_step_can_be_taken_back_and_repeated():
    step = engine.append_only("records_historyevent")
    # Not entered: SQLite's editor insists on standing outside transactions, for care not needed here.
    editor = connection.SchemaEditorClass(connection)
    step.database_backwards("records", editor, None, None)
    assert engine.unguarded_tables() == ["records_historyevent"]
    step.database_forwards("records", editor, None, None)
    step.database_forwards("records", editor, None, None)
    assert engine.unguarded_tables() == []


def test_the_tables_are_those_the_migrations_name():
    assert {"records_historyevent", "records_look"} <= set(engine.append_only_tables())


# ---- damage and copies --------------------------------------------------------------------------
@pytest.mark.django_db
def test_a_torn_file_is_called_damaged(tmp_path):
    path = tmp_path / "torn.sqlite3"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE t (x TEXT)")
        db.executemany("INSERT INTO t VALUES (?)", [("字" * 500,)] * 200)
    db.close()
    raw = bytearray(path.read_bytes())
    raw[4096 : 4096 * 3] = bytes(4096 * 2)
    path.write_bytes(raw)
    with engine.opened(path) as copy:
        assert engine.damage(copy)


# ---- many rows ----------------------------------------------------------------------------------
@pytest.mark.django_db
def test_there_is_more_room_while_many_rows_are_written_and_as_much_as_before_afterwards():
    if connection.vendor != "sqlite":
        with engine.room():  # PostgreSQL has its own
            assert event().pk
        return
    with connection.cursor() as cursor:
        before = engine._value(cursor, "PRAGMA cache_size")
        with engine.room():
            assert engine._value(cursor, "PRAGMA cache_size") == -engine.ROOM
        assert engine._value(cursor, "PRAGMA cache_size") == before
        same = {"seq": 1, "federation_id": event().federation_id}
        with pytest.raises(IntegrityError), engine.room(), transaction.atomic():
            event(**same)
        assert engine._value(cursor, "PRAGMA cache_size") == before
