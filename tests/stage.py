"""The cast goes through the door once for each order of entrances; later tests get the same rows again.

Every entrance costs some thirty statements and their checks, and thousands of tests begin with the same few.
What was written is kept as it went to the database. The chains as they stood before are part of the key, so
that the history of a test is whole whatever it wrote first.
"""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from unittest import mock

from django.db import connection, transaction

from youju.records import engine
from youju.records.models import ChainHead

WRITES = ("INSERT", "UPDATE", "DELETE")


@dataclass
class Scene:
    """One entrance: the statements it made, what is due at a commit, and who stood there afterwards."""

    statements: list[tuple[str, object, bool]] = field(default_factory=list)
    due: list[Callable[[], None]] = field(default_factory=list)
    actor: object = None

    def watch(self, execute, sql, params, many, context):
        if sql.startswith(WRITES):
            self.statements.append((sql, params, many))
        return execute(sql, params, many, context)

    def again(self):
        with connection.cursor() as cursor:
            for sql, params, many in self.statements:
                (cursor.executemany if many else cursor.execute)(sql, params)
        for act in self.due:
            transaction.on_commit(act)
        return deepcopy(self.actor)


SCENES: dict[tuple, Scene] = {}


def enter[Made](name: str, make: Callable[[], Made]) -> Made:
    """Whom or what `make` brings in, made or made again."""
    if not connection.in_atomic_block:
        return make()  # a test that commits also publishes its heads
    heads = ChainHead.objects.order_by("federation_id", "stream").values_list("federation_id", "mac")
    key = (name, *heads)
    if key in SCENES:
        return SCENES[key].again()
    scene, hooks = Scene(), len(connection.run_on_commit)
    # Many rows go to PostgreSQL by COPY, which nobody can watch: here they go as statements.
    with connection.execute_wrapper(scene.watch), mock.patch.object(engine, "FEW", 1_000_000):
        actor = make()
    scene.due = [act for _savepoints, act, _robust in connection.run_on_commit[hooks:]]
    scene.actor = deepcopy(actor)
    SCENES[key] = scene
    return actor
