"""Everything that depends on the database engine: profiles, triggers, facts and checks.

No other module holds database-specific SQL.
"""

import sqlite3
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

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
            "init_command": f"PRAGMA journal_mode={journal}; PRAGMA synchronous={synchronous}; "
            "PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;",
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
