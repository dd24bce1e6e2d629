"""Parsing of what strangers send, in a child process that may die in our stead.

The child gets one function to run, files to read and a folder to write, with bounds on memory, time and
output; a crash or a bound becomes `ParseFailed`. On Windows only the time is bounded.
"""

import json
import logging
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

logger = logging.getLogger(__name__)
CHILD = Path(__file__).with_name("_sandboxed.py")
MOST_RESULT = 64 * 1024 * 1024
# With less left on the disk, it is the disk that failed and not the file.
ROOM = 4 * 1024 * 1024
# What the system needs to start a process at all; nothing else of our environment reaches the child.
KEPT_ENVIRONMENT = ("PATH", "SYSTEMROOT", "LANG", "LD_LIBRARY_PATH")


class ParseFailed(Exception):
    """The content could not be read; says why in Chinese. `crashed` when the child did not live to say it."""

    def __init__(self, message: str, *, crashed: bool = False):
        super().__init__(message)
        self.crashed = crashed


@dataclass(frozen=True)
class Limits:
    memory_mb: int = 1024
    cpu_seconds: int = 10
    wall_seconds: int = 30
    file_mb: int = 64
    open_files: int = 64


@contextmanager
def workspace() -> Iterator[Path]:
    """A folder for one or more runs, gone afterwards together with all that was written there."""
    with tempfile.TemporaryDirectory(prefix="youju-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def run(target: str, request: dict, *, folder: Path | None = None, limits: Limits | None = None):
    """What `module:function` returns for `request`, both plain JSON; it runs inside `folder`.

    The module is imported in the child: keep it light and free of Django. It refuses content by raising
    ValueError with a sentence in Chinese.
    """
    if folder is None:
        with workspace() as folder:
            return run(target, request, folder=folder, limits=limits)
    limits = limits or Limits()
    order = {"target": target, "request": request, "limits": asdict(limits), "path": sys.path}
    (folder / "result.json").unlink(missing_ok=True)
    code = _run_child(json.dumps(order), folder, limits.wall_seconds)
    answer = _answer(folder / "result.json") if code == 0 else None
    if answer is None:
        logger.warning("sandboxed %s ended with %s", target, code)
        raise ParseFailed(_cause(code, folder), crashed=True)
    if "refused" in answer:
        raise ParseFailed(answer["refused"], crashed=answer["crashed"])
    return answer["result"]


def _run_child(order: str, folder: Path, seconds: int) -> int | None:
    """The exit code; None when time ran out."""
    child = subprocess.Popen(  # noqa: S603 our own interpreter and file
        [sys.executable, "-I", "-B", "-X", "utf8", str(CHILD)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env={name: os.environ[name] for name in KEPT_ENVIRONMENT if name in os.environ},
        start_new_session=os.name != "nt",
    )
    try:
        child.communicate(order.encode(), timeout=seconds)
    except subprocess.TimeoutExpired:
        return None
    finally:
        _end(child)
    return child.returncode


def _end(child: subprocess.Popen) -> None:
    if child.poll() is None:
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL) if os.name != "nt" else child.kill()
        child.wait()


def _answer(path: Path) -> dict | None:
    if not path.is_file() or path.stat().st_size > MOST_RESULT:
        return None
    with suppress(ValueError):
        return json.loads(path.read_bytes())
    return None


def _cause(code: int | None, folder: Path) -> str:
    if shutil.disk_usage(folder).free < ROOM:
        return "磁盘空间不足，请清理磁盘后再试。"
    if code is None or -code in (getattr(signal, "SIGXCPU", 0), getattr(signal, "SIGKILL", 0)):
        return "文件太复杂，没能在规定时间内读完。"
    return "文件内容不正常，读取时出错，可能已损坏。"
