"""A database made at once is the one made step by step."""

from types import ModuleType

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import RunPython, fields, models, special

from youju.records import engine, schema

OURS = [one for one in MigrationLoader(None).disk_migrations.values() if one.__module__.startswith("youju.")]


def test_our_migrations_hold_only_steps_that_the_short_way_knows():
    known: tuple[ModuleType, ...] = (fields, models, special)
    for migration in OURS:
        for step in migration.operations:
            kind = type(step)
            assert kind is engine.AppendOnly or kind.__module__ in {module.__name__ for module in known}, kind


@pytest.mark.django_db
def test_a_database_with_tables_is_left_to_its_migrations():
    assert schema.create() is False


@pytest.mark.django_db
def test_a_step_of_ours_that_writes_rows_forbids_the_short_way(monkeypatch):
    monkeypatch.setattr(schema, "_is_empty", lambda db, executor: True)
    monkeypatch.setattr(OURS[0], "operations", [RunPython(RunPython.noop)])
    plan = [(OURS[0], False)]
    monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda *_: plan)
    assert schema.create() is False


@pytest.mark.django_db
def test_every_migration_is_recorded_and_every_guard_stands():
    executor = MigrationExecutor(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []
    assert engine.unguarded_tables() == []
