"""A database made at once is the one made step by step."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from youju.config.tests.office import Office, empty_database
from youju.records import schema


def shape(office, make):
    """Every table with its columns and constraints, as the database itself tells."""
    office.home.mkdir()
    with office.inside():
        make()
        with connection.cursor() as cursor:
            tables = connection.introspection.table_names(cursor)
            return {table: _columns(cursor, table) + _constraints(cursor, table) for table in tables}


def _columns(cursor, table):
    found = connection.introspection.get_table_description(cursor, table)
    return sorted(str((one.name, one.type_code, one.null_ok, one.default)) for one in found)


def _constraints(cursor, table):
    found = connection.introspection.get_constraints(cursor, table)
    # SQLite numbers nameless ones in the order in which it meets them.
    nameless = ("__", "fk_") if connection.vendor == "sqlite" else ()
    return sorted(str(("" if name.startswith(nameless) else name, facts)) for name, facts in found.items())


def step_by_step():
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


@pytest.mark.slow
@pytest.mark.django_db
def test_both_ways_lead_to_the_same_database(tmp_path):
    at_once = shape(Office(tmp_path / "at-once", tmp_path / "keys", empty_database()), schema.create)
    steps = shape(Office(tmp_path / "steps", tmp_path / "keys", empty_database()), step_by_step)
    assert at_once.keys() == steps.keys()
    for table in at_once:
        assert at_once[table] == steps[table], table
