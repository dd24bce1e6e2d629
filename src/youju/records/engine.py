"""Everything that depends on the database engine: profiles, triggers, facts and checks.

No other module holds database-specific SQL.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO
from urllib.parse import parse_qs, unquote, urlsplit

from django.db import DatabaseError, connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation

# SQLite 3.7.0–3.51.2 can corrupt a WAL database when several connections write and checkpoint;
# these are the releases that carry the repair.
WAL_REPAIRED = {(3, 44): 6, (3, 50): 7, (3, 51): 3}


def wal_is_safe(version: tuple[int, int, int] = sqlite3.sqlite_version_info) -> bool:
    branch, patch = version[:2], version[2]
    return branch > max(WAL_REPAIRED) or patch >= WAL_REPAIRED.get(branch, patch + 1)


def sqlite_profile(version: tuple[int, int, int] = sqlite3.sqlite_version_info) -> tuple[str, str]:
    """Journal mode and synchronous: nothing acknowledged is lost at a power cut with either."""
    return ("WAL", "FULL") if wal_is_safe(version) else ("DELETE", "EXTRA")


def database(url: str, home: Path) -> dict:
    """Django's description of the database: PostgreSQL by address, else SQLite in the data folder."""
    return _postgres(url) if url else _sqlite(home / "youju.sqlite3")


def _sqlite(path: Path) -> dict:
    journal, synchronous = sqlite_profile()
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": 60,
        # A file, as in earnest: an in-memory database has neither journal nor locks.
        "TEST": {"NAME": path.with_name("test.sqlite3")},
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            # recursive_triggers: without it INSERT OR REPLACE would delete past the triggers below.
            "init_command": f"PRAGMA journal_mode={journal}; PRAGMA synchronous={synchronous}; "
            "PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON; PRAGMA recursive_triggers=ON;",
        },
    }


def _postgres(url: str) -> dict:
    parts = urlsplit(url)
    options = {name: values[0] for name, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


# ---- tables that only grow ---------------------------------------------------------------------
REFUSAL = "只许追加，不许修改或删除"
GUARD = {
    "sqlite": [
        "CREATE TRIGGER {t}_no_update BEFORE UPDATE ON {t} BEGIN SELECT RAISE(ABORT, '{t}: {refusal}'); END",
        "CREATE TRIGGER {t}_no_delete BEFORE DELETE ON {t} BEGIN SELECT RAISE(ABORT, '{t}: {refusal}'); END",
    ],
    "postgresql": [
        """CREATE OR REPLACE FUNCTION {t}_refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$BEGIN RAISE EXCEPTION '{t}: {refusal}' USING ERRCODE = 'restrict_violation'; END$$""",
        """CREATE TRIGGER {t}_no_change BEFORE UPDATE OR DELETE ON {t}
        FOR EACH ROW EXECUTE FUNCTION {t}_refuse()""",
        "CREATE TRIGGER {t}_no_truncate BEFORE TRUNCATE ON {t} EXECUTE FUNCTION {t}_refuse()",
    ],
}
UNGUARD = {
    "sqlite": ["DROP TRIGGER IF EXISTS {t}_no_update", "DROP TRIGGER IF EXISTS {t}_no_delete"],
    "postgresql": [
        "DROP TRIGGER IF EXISTS {t}_no_change ON {t}",
        "DROP TRIGGER IF EXISTS {t}_no_truncate ON {t}",
        "DROP FUNCTION IF EXISTS {t}_refuse()",
    ],
}
TRIGGERS = {
    "sqlite": "SELECT tbl_name, name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT c.relname, t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
    "WHERE NOT t.tgisinternal AND t.tgenabled = 'O' AND pg_table_is_visible(c.oid)",
}


class AppendOnly(Operation):
    """A migration step after which the database itself refuses to change or delete rows of the table.

    SQLite rebuilds a table to alter it and loses its triggers: repeat the step after such a migration.
    """

    reversible = True
    reduces_to_sql = True

    def __init__(self, table: str):
        self.table = table

    def state_forwards(self, app_label, state):
        pass

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        vendor = schema_editor.connection.vendor
        for sql in statements(UNGUARD, vendor, self.table) + statements(GUARD, vendor, self.table):
            schema_editor.execute(sql, params=None)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for sql in statements(UNGUARD, schema_editor.connection.vendor, self.table):
            schema_editor.execute(sql, params=None)

    def describe(self):
        return f"Refuse changes to rows of {self.table}"


append_only = AppendOnly  # as a migration reads


def statements(kind: dict[str, list[str]], vendor: str, table: str) -> list[str]:
    return [sql.format(t=table, refusal=REFUSAL) for sql in kind[vendor]]


def append_only_tables() -> list[str]:
    """As the migrations declare them; there is no second list."""
    steps = (step for one in MigrationLoader(None).disk_migrations.values() for step in one.operations)
    return sorted({step.table for step in steps if isinstance(step, AppendOnly)})


def unguarded_tables(db=connection) -> list[str]:
    """Append-only tables whose triggers are gone or switched off."""
    with db.cursor() as cursor:
        cursor.execute(TRIGGERS[db.vendor])
        guarded = [table for table, _ in cursor.fetchall()]
    return [table for table in append_only_tables() if guarded.count(table) < 2]


# ---- rows in quantity --------------------------------------------------------------------------
FEW = 20
ROOM = 64 * 1024  # kilobytes


@contextmanager
def room(db=connection) -> Iterator[None]:
    """Memory for the pages of many rows written at once (SQLite).

    Where they do not fit, each page that has to make room costs a flush of the journal to the disk.
    """
    if db.vendor != "sqlite":
        yield
        return
    with db.cursor() as cursor:
        before = _value(cursor, "PRAGMA cache_size")
        cursor.execute(f"PRAGMA cache_size = -{ROOM}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA cache_size = {before}")


def add_rows(db, table: str, columns: list[str], rows: list[list]) -> None:
    """Insert rows of prepared values: one statement run many times; many rows on PostgreSQL by COPY."""
    quote = db.ops.quote_name
    names = ", ".join(map(quote, columns))
    with db.cursor() as cursor:
        if db.vendor == "postgresql" and len(rows) > FEW:
            with db.wrap_database_errors, cursor.copy(f"COPY {quote(table)} ({names}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            return
        places = ", ".join(["%s"] * len(columns))
        cursor.executemany(f"INSERT INTO {quote(table)} ({names}) VALUES ({places})", rows)  # noqa: S608  our names


# ---- facts and checks --------------------------------------------------------------------------
SYNCHRONOUS = {0: "OFF", 1: "NORMAL", 2: "FULL", 3: "EXTRA"}


def in_force(db=connection) -> str:
    """Which engine keeps the data and how, in one line for people."""
    if db.vendor == "sqlite":
        return f"SQLite {sqlite3.sqlite_version}，日志 {'，同步 '.join(_sqlite_in_force(db))}"
    with db.cursor() as cursor:
        values = [
            _value(cursor, f"SHOW {name}") for name in ("server_version", "fsync", "synchronous_commit")
        ]
    return "PostgreSQL {}，fsync {}，同步提交 {}".format(*values)


def problems(db=connection) -> list[str]:
    """What about the engine endangers the data, in words for the operator; empty when all is well."""
    found = []
    if db.vendor == "sqlite" and _sqlite_in_force(db) != sqlite_profile():
        found.append(
            f"数据库的写入方式不安全，应为日志 {'，同步 '.join(sqlite_profile())}；现为 {in_force(db)}。"
            "请停止所有正在使用数据文件的程序后重新启动。"
        )
    if missing := unguarded_tables(db):
        found.append(f"只许追加的表缺少保护触发器：{'、'.join(missing)}。")
    return found


def damage(db=connection) -> list[str]:
    """What the engine itself finds broken in its file; PostgreSQL checks its pages when it reads them."""
    if db.vendor != "sqlite":
        return []
    try:
        with db.cursor() as cursor:
            cursor.execute("PRAGMA integrity_check")
            found = [line for (line,) in cursor.fetchall() if line != "ok"]
            cursor.execute("PRAGMA foreign_key_check")
            found += [f"{row[0]} 第 {row[1]} 行指向不存在的 {row[2]}" for row in cursor.fetchall()]
    except DatabaseError as error:
        return [str(error)]
    return found


def _sqlite_in_force(db) -> tuple[str, str]:
    with db.cursor() as cursor:
        journal, synchronous = _value(cursor, "PRAGMA journal_mode"), _value(cursor, "PRAGMA synchronous")
    return journal.upper(), SYNCHRONOUS[synchronous]


def _value(cursor, sql: str):
    cursor.execute(sql)
    return cursor.fetchone()[0]


# ---- copies ------------------------------------------------------------------------------------
def take_stock(db=connection) -> None:
    """Let the database count its rows anew after many were written at once.

    Until it does, it plans as if the tables were empty, and one figure can take minutes.
    """
    with db.cursor() as cursor:
        cursor.execute("ANALYZE")


def copy_to(path: Path) -> None:
    """A consistent copy of the running SQLite database, without the remains of erased rows."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(path)])


@contextmanager
def opened(path: Path) -> Iterator[BaseDatabaseWrapper]:
    """Another SQLite file, such as a copy, as a connection of its own."""
    from django.db.backends.sqlite3.base import DatabaseWrapper

    db = DatabaseWrapper(connection.settings_dict | _sqlite(path), "opened")
    try:
        yield db
    finally:
        db.close()


@contextmanager
def one_moment() -> Iterator[None]:
    """Everything read inside is as of one moment, whatever others write meanwhile (PostgreSQL)."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield


def copy_out(table: str, out: BinaryIO) -> None:
    """All rows of a PostgreSQL table in its own text form."""
    with connection.cursor() as cursor, cursor.copy(f"COPY {_with_columns(table)} TO STDOUT") as rows:
        out.writelines(rows)


def empty(table: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {_quoted(table)}")  # noqa: S608


def copy_in(table: str, source: BinaryIO) -> None:
    with connection.cursor() as cursor, cursor.copy(f"COPY {_with_columns(table)} FROM STDIN") as rows:
        while block := source.read(1 << 20):
            rows.write(block)


def restart_numbering() -> None:
    """After `copy_in`: the next row of a numbered PostgreSQL table comes after the last one."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name FROM information_schema.columns "
            "WHERE is_identity = 'YES' AND table_schema = current_schema()"
        )
        for table, column in cursor.fetchall():
            last = f"(SELECT COALESCE(MAX({_quoted(column)}), 0) + 1 FROM {_quoted(table)})"  # noqa: S608
            cursor.execute(f"SELECT setval(pg_get_serial_sequence(%s, %s), {last}, false)", [table, column])


def _with_columns(table: str) -> str:
    """Named in order of their names: how they lie in the table depends on how it came to be."""
    with connection.cursor() as cursor:
        columns = connection.introspection.get_table_description(cursor, table)
    return f"{_quoted(table)} ({', '.join(sorted(_quoted(column.name) for column in columns))})"


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
