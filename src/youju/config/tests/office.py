"""An installation of its own, used through the command line as its operator would."""

import os
import subprocess
import sys
from dataclasses import dataclass
from itertools import count
from pathlib import Path

PLAIN = {name: value for name, value in os.environ.items() if not name.startswith(("YOUJU_", "DJANGO_"))}
SEED = """
import django; django.setup()
from uuid import UUID
from django.conf import settings
from django.utils import timezone
from youju.base import vault
from youju.config.commands.migrate import migrate
from youju.records import heads
from youju.records.models import ChainHead, HistoryEvent
vault.create_keys(); migrate()
town = UUID(int=7)
for seq in range(1, 6):
    HistoryEvent._base_manager.create(
        federation_id=town, stream="main", seq=seq, at=timezone.now(), verb="enter", by_name="某某",
        ref=f"relief.grants:{seq}", record_id=UUID(int=seq), row="{\\\\t 一二三\\n}", mac=str(seq) * 64)
ChainHead._base_manager.create(federation_id=town, stream="main", seq=5, mac="5" * 64)
heads.publish(town, "main", 5, "5" * 64)
for name, text in {"ab/ab01": "照片", "cd/cd02": "签到表"}.items():
    path = settings.YOUJU_FILES / name
    path.parent.mkdir(parents=True, exist_ok=True); path.write_text(text * 50_000, "utf-8")
"""
MORE = """
import django; django.setup()
from uuid import UUID
from youju.records import heads
heads.publish(UUID(int=7), "main", 8, "8" * 64)
"""
_serial = count(1)


@dataclass
class Office:
    home: Path
    keys: Path
    database: str = ""

    @property
    def environment(self) -> dict[str, str]:
        own = {
            "YOUJU_HOME": str(self.home),
            "YOUJU_KEYS": str(self.keys),
            "YOUJU_DATABASE_URL": self.database,
        }
        return PLAIN | own | {"DJANGO_SETTINGS_MODULE": "youju.config.settings"}

    def python(self, code: str) -> str:
        return self._call("-c", code, check=True).stdout

    def youju(self, *args) -> subprocess.CompletedProcess:
        return self._call("-m", "youju.config.cli", *map(str, args), check=False)

    def _call(self, *args, check) -> subprocess.CompletedProcess:
        return subprocess.run(
            [sys.executable, *args],
            env=self.environment,
            cwd=self.keys.parent,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=check,
        )

    def files(self) -> dict[str, bytes]:
        folder = self.home / "files"
        return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}

    def elsewhere(self, name: str = "other") -> "Office":
        """A new machine of the same town: its keys were brought along, its data not yet."""
        return Office(self.home.with_name(name), self.keys, empty_database())


def empty_database() -> str:
    """The address of a new PostgreSQL database where that is what is tested, else nothing: SQLite."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return ""
    import psycopg

    address, name = os.environ["YOUJU_DATABASE_URL"], f"office_{os.getpid()}_{next(_serial)}"
    with psycopg.connect(address, autocommit=True) as db:
        db.execute(f"CREATE DATABASE {name}")
    return address.replace("/postgres?", f"/{name}?")
