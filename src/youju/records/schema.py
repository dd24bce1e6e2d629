"""All tables of an empty database at once.

Migrating step by step makes every model anew at every step: twelve seconds for eighty models, and growing
with their square. The end of all steps is known beforehand, so an empty database begins there.
"""

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.operations import special

from youju.records.engine import AppendOnly

Step = tuple[str, str]


def create(db=connection, targets: list[Step] | None = None) -> bool:
    """Make the tables as the migrations would, up to the targets; False where that cannot be done here."""
    executor = MigrationExecutor(db)
    targets = targets or executor.loader.graph.leaf_nodes()
    plan = [migration for migration, _ in executor.migration_plan(targets)]
    if not _is_empty(db, executor) or any(map(_writes_rows, plan)):
        return False
    state = executor.loader.project_state(targets)
    executor.recorder.ensure_schema()
    with db.schema_editor() as editor:
        for model in state.apps.get_models():
            if model._meta.managed and not model._meta.proxy:
                editor.create_model(model)
        for migration in plan:
            _guard(editor, migration)
            executor.recorder.record_applied(migration.app_label, migration.name)
    return True


def _is_empty(db, executor) -> bool:
    known = set(db.introspection.table_names()) - {"django_migrations"}
    return not known and not executor.recorder.applied_migrations()


def _writes_rows(migration) -> bool:
    """Django's own steps of this kind mend rows that an empty database does not have; ours may add some."""
    ours = migration.__module__.startswith("youju.")
    return ours and any(type(step).__module__ == special.__name__ for step in migration.operations)


def _guard(editor, migration) -> None:
    for step in migration.operations:
        if isinstance(step, AppendOnly):
            step.database_forwards(migration.app_label, editor, None, None)
