"""Work on an upload that takes longer than a request may: done beside it, its progress told in a file."""

import json
import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connections

from youju.ledger.sheets.reading import Refused
from youju.records import storing

logger = logging.getLogger(__name__)
LONG = 3_000  # rows that a request checks by itself
TOLD_EVERY, SILENT = 0.5, 300.0  # seconds
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class State:
    """Where the work stands: so many of so many, or how it ended."""

    done: int = 0
    total: int = 0
    result: str = ""
    error: str = ""

    @property
    def is_running(self) -> bool:
        return not (self.result or self.error)

    @property
    def percent(self) -> int:
        return self.done * 100 // self.total if self.total else 0


def begin(path: Path, act: Callable[[Progress], str]) -> None:
    """Run `act` in a thread of its own unless it is running; what it returns is the result."""
    _tell(path, State())
    threading.Thread(target=_run, args=(path, act), daemon=True, name=f"youju-{path.stem}").start()


def state(path: Path) -> State | None:
    """None where nothing was begun, and where the process that did it is gone."""
    try:
        known = State(**json.loads(path.read_bytes()))
        silent = time.time() - path.stat().st_mtime
    except (OSError, ValueError):
        return None
    return None if known.is_running and silent > SILENT else known


def _run(path: Path, act: Callable[[Progress], str]) -> None:
    told = 0.0

    def progress(done: int, total: int) -> None:
        nonlocal told
        if time.monotonic() - told > TOLD_EVERY:
            told = time.monotonic()
            _tell(path, State(done, total))

    try:
        end = State(result=act(progress))
    except (Refused, ValidationError, PermissionDenied, storing.StoreFailed) as refused:
        end = State(error=" ".join(getattr(refused, "messages", [str(refused)])))
    except Exception:
        logger.exception("work on an upload failed")
        end = State(error="没有做完，什么都没有保存，请再试一次。")
    finally:
        connections.close_all()
    _tell(path, end)


def _tell(path: Path, now: State) -> None:
    beside = path.with_suffix(".new")
    beside.write_text(json.dumps(vars(now), ensure_ascii=False), encoding="utf-8")
    beside.replace(path)
