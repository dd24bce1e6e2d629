"""An installation of its own, used through the command line as its operator would."""

import io
import os
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from uuid import UUID

from django.db import connection, connections
from django.db.utils import load_backend
from django.test import override_settings
from django.utils import timezone

from youju.base import vault
from youju.config import cli
from youju.config.commands.migrate import migrate
from youju.records import engine, heads
from youju.records.models import ChainHead, HistoryEvent

TOWN = UUID(int=7)
_serial = count(1)


@dataclass(frozen=True)
class Said:
    returncode: int
    stdout: str
    stderr: str


@dataclass(frozen=True)
class Office:
    home: Path
    keys: Path
    database: str = ""

    @contextmanager
    def inside(self):
        """This process serves this office for a while, with its folders, keys and database."""
        described = connection.settings_dict | engine.database(self.database, self.home)
        own = load_backend(described["ENGINE"]).DatabaseWrapper(described, "default")
        folders = {"YOUJU_HOME": self.home, "YOUJU_KEYS": self.keys, "YOUJU_FILES": self.home / "files"}
        kept, connections["default"] = connections["default"], own
        vault.forget()
        try:
            with override_settings(**folders):
                yield
        finally:
            own.close()
            connections["default"] = kept
            vault.forget()

    def youju(self, *args) -> Said:
        out, err = io.StringIO(), io.StringIO()
        out.reconfigure = err.reconfigure = lambda **_: None
        with self.inside(), redirect_stdout(out), redirect_stderr(err):
            code = cli.main([str(arg) for arg in args])
        return Said(code, out.getvalue(), err.getvalue())

    def files(self) -> dict[str, bytes]:
        folder = self.home / "files"
        return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}

    def elsewhere(self, name: str) -> "Office":
        """A new machine of the same town: its keys were brought along, its data not yet."""
        return Office(self.home.with_name(name), self.keys, empty_database())


def prepare(office: Office) -> None:
    with office.inside():
        vault.create_keys()
        migrate()


def seed(office: Office) -> None:
    """Five events of one chain, and two files."""
    prepare(office)
    with office.inside():
        for seq in range(1, 6):
            HistoryEvent._base_manager.create(
                federation_id=TOWN,
                stream="main",
                seq=seq,
                at=timezone.now(),
                verb="enter",
                by_name="某某",
                ref=f"relief.grants:{seq}",
                record_id=UUID(int=seq),
                row='{"name": "制表\t换行\n反斜杠\\N"}',
                mac=str(seq) * 64,
            )
        ChainHead._base_manager.create(federation_id=TOWN, stream="main", seq=5, mac="5" * 64)
        heads.publish(TOWN, "main", 5, "5" * 64)
    for name, text in {"ab/ab01": "照片", "cd/cd02": "签到表"}.items():
        path = office.home / "files" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text * 50_000, "utf-8")


def empty_database() -> str:
    """The address of a new PostgreSQL database where that is what is tested, else nothing: SQLite."""
    if connection.vendor != "postgresql":
        return ""
    import psycopg

    address, name = os.environ["YOUJU_DATABASE_URL"], f"office_{os.getpid()}_{next(_serial)}"
    with psycopg.connect(address, autocommit=True) as db:
        db.execute(f"CREATE DATABASE {name}")
    return address.replace("/postgres?", f"/{name}?")
