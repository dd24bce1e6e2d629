"""What a database holds, counted; the same questions to the one in use and to a copy."""

from uuid import UUID

from youju.config.archive import Contents

APPLIED = "SELECT app, name FROM django_migrations ORDER BY app, name"
HEADS = "SELECT federation_id, stream, seq, mac FROM records_chainhead ORDER BY federation_id, stream"


def contents(db) -> Contents:
    with db.cursor() as cursor:
        tables = sorted(db.introspection.table_names(cursor))
        rows = {table: _count(db, cursor, table) for table in tables}
        cursor.execute(HEADS)
        heads = [[str(UUID(str(federation))), *rest] for federation, *rest in cursor.fetchall()]
        cursor.execute(APPLIED)
        applied = sorted(map(list, cursor.fetchall()))
    return Contents(applied, rows, heads)


def _count(db, cursor, table: str) -> int:
    cursor.execute(f"SELECT COUNT(*) FROM {db.ops.quote_name(table)}")  # noqa: S608  a name of ours
    return cursor.fetchone()[0]
