"""One demo for both engines: whoever loads it through the door leaves its rows for the pytest beside it.

The door writes tens of thousands of records one moment after the other, which takes PostgreSQL more than a
minute. What it does there is asked by every other test; the demo's tests ask for figures, which are counted
from the rows, however these came to be there.
"""

import os
import pickle
import shutil
import time
from collections.abc import Callable
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import connection, models

from youju.demo.staff import Account
from youju.org.models import Organisation
from youju.records import engine, inserting

ROWS = "demo.pickle"


def shared() -> Path | None:
    """The folder between the two pytests of a run; None where one is alone."""
    name = os.environ.get("YOUJU_TEST_SHARED")
    return Path(name) if name else None


def have(load: Callable[[], list[Account]]) -> list[Account]:
    """The accounts of the demo, loaded or taken over."""
    folder = shared()
    if folder and connection.vendor == "postgresql" and _comes(folder):
        return _take(folder)
    before = _filled()
    accounts = load()
    if folder and connection.vendor == "sqlite":
        _leave(folder, accounts, before)
    return accounts


def _comes(folder: Path) -> bool:
    """Wait for the rows, until those who would leave them are at their end."""
    while not (folder / ROWS).exists():
        if (folder / "over").exists():
            return False
        time.sleep(0.5)
    return True


def _models() -> list[type[models.Model]]:
    return [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]


def _filled() -> set[type[models.Model]]:
    """Tables that every database begins with, such as those of Django's own."""
    return {model for model in _models() if model._base_manager.exists()}


def _leave(folder: Path, accounts: list[Account], before: set[type[models.Model]]) -> None:
    rows = {}
    for model in _models():
        if model not in before:
            names = [field.attname for field in model._meta.concrete_fields]
            rows[model._meta.label] = list(model._base_manager.values_list(*names))
    for key in Organisation._plain.values_list("pk", flat=True):
        if (files := settings.YOUJU_HOME / "files" / str(key)).is_dir():
            shutil.copytree(files, folder / "files" / str(key))
    unfinished = folder / f"{ROWS}.{os.getpid()}"
    unfinished.write_bytes(pickle.dumps((accounts, rows)))
    unfinished.replace(folder / ROWS)


def _take(folder: Path) -> list[Account]:
    accounts, rows = pickle.loads((folder / ROWS).read_bytes())  # noqa: S301  our own, of this run
    for label, values in rows.items():
        model = apps.get_model(label)
        inserting.insert_values(model, model._meta.concrete_fields, values)
    engine.restart_numbering()
    engine.take_stock()
    shutil.copytree(folder / "files", settings.YOUJU_HOME / "files", dirs_exist_ok=True)
    return accounts
