"""When the data were last backed up: noted beside them, since the backup itself may lie anywhere."""

from datetime import datetime
from pathlib import Path

from youju.base import clock

MARK = "backed-up"


def note(home: Path) -> None:
    (home / MARK).write_text(clock.now().isoformat(timespec="seconds") + "\n", encoding="ascii")


def last(home: Path) -> datetime | None:
    """None: never, or nobody can tell."""
    try:
        return datetime.fromisoformat((home / MARK).read_text(encoding="ascii").strip())
    except (OSError, ValueError):
        return None
