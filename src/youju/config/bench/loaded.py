"""The list page under load: a server of its own, asked over eight connections that stay open.

One thread asks on all of them and looks at no more of an answer than its length: what it costs the
machine is a few hundredths of what the server does, so that the figure is the server's own.
"""

import os
import selectors
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from itertools import cycle
from pathlib import Path

from youju.config.bench.measuring import list_address, middle, session_of, slow, units_of
from youju.config.bench.office import Office

CLIENTS, SECONDS, WARM, PATIENCE = 8, 8.0, 3.0, 120.0
BLOCK = 1 << 18
TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


@dataclass(frozen=True)
class Load:
    """What eight people who never stop asking get."""

    pages_a_second: float
    seconds: float  # until a page is there, in the middle
    slow: float  # nineteen of twenty are faster
    server: float | None  # processor seconds of a page in the server; None where the system does not say
    client: float  # processor seconds that asking for it took

    def as_json(self) -> dict:
        return asdict(self)


def under_load(office: Office) -> Load:
    cookie = f"sessionid={session_of(office.access.user)}"
    paths = [f"{list_address()}?organisation={unit.pk}&sort=-from_on" for unit in units_of(office)]
    with _server() as (port, server):
        crowd = Crowd(port, [_request(path, port, cookie) for path in paths])
        crowd.ask(WARM, least=5 * CLIENTS)
        spent, own, began = _processor(server.pid), time.process_time(), time.perf_counter()
        times = crowd.ask(SECONDS)
        own, lasted = time.process_time() - own, time.perf_counter() - began
        after = _processor(server.pid)
        crowd.leave()
    number = len(times)
    in_server = None if spent is None or after is None else (after - spent) / number
    return Load(number / lasted, middle(times), slow(times), in_server, own / number)


def _request(path: str, port: int, cookie: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookie}\r\n\r\n".encode("ascii")


class _Line:
    """One connection that is kept open, and how much of the present answer is still to come."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        self.head, self.left, self.began = b"", 0, 0.0

    def ask(self, request: bytes) -> None:
        self.head, self.left, self.began = b"", 0, time.perf_counter()
        self.socket.sendall(request)

    def is_done(self, space: bytearray) -> bool:
        """Take what has come; whether the answer is whole."""
        came = self.socket.recv_into(space)
        if not came:
            raise RuntimeError("the server hangs up")
        if self.left:
            self.left -= came
            return self.left == 0
        self.head += bytes(space[:came])
        head, gap, body = self.head.partition(b"\r\n\r\n")
        if gap:
            self.left = _length(head) - len(body)
        return bool(gap) and self.left == 0


def _length(head: bytes) -> int:
    first, *lines = head.decode("latin-1").split("\r\n")
    if " 200" not in first:
        raise RuntimeError(f"the list page answers {first}")
    named = dict(line.lower().split(": ", 1) for line in lines)
    return int(named["content-length"])


class Crowd:
    """Eight people on lines of their own, each of whom asks again as soon as an answer is there."""

    def __init__(self, port: int, requests: Sequence[bytes]) -> None:
        self._requests, self._space = cycle(requests), bytearray(BLOCK)
        self._ready = selectors.DefaultSelector()
        self._lines = [_Line(port) for _ in range(CLIENTS)]
        for line in self._lines:
            self._ready.register(line.socket, selectors.EVENT_READ, line)
            line.ask(next(self._requests))

    def ask(self, seconds: float, least: int = 1) -> list[float]:
        """How long each answer took that came in this time, or later while there are fewer than `least`."""
        times: list[float] = []
        began = time.perf_counter()
        while time.perf_counter() - began < (seconds if len(times) >= least else PATIENCE):
            for line in self._answered(seconds):
                times.append(time.perf_counter() - line.began)
                line.ask(next(self._requests))
        if len(times) < least:
            raise RuntimeError("the server does not answer")
        return times

    def leave(self) -> None:
        """Hear what was asked last and hang up: a server stopped in the middle of an answer complains."""
        waiting, until = set(self._lines), time.perf_counter() + PATIENCE
        while waiting and time.perf_counter() < until:
            waiting -= set(self._answered(PATIENCE))
        for line in self._lines:
            line.socket.close()
        self._ready.close()

    def _answered(self, seconds: float) -> list[_Line]:
        ready = (key.data for key, _events in self._ready.select(min(seconds, 0.1)))
        return [line for line in ready if line.is_done(self._space)]


# -- the server ----------------------------------------------------------------------------------


@contextmanager
def _server() -> Iterator[tuple[int, subprocess.Popen]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "youju.config.cli", "serve", "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603  our own command
    try:
        _wait(port, server)
        yield port, server
    finally:
        server.terminate()
        server.wait(PATIENCE)


def _wait(port: int, server: subprocess.Popen) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.1)
    raise RuntimeError("the server does not start")


def _processor(pid: int) -> float | None:
    """Processor seconds of a process and all it started, where the system keeps a list of them."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text("ascii", errors="replace")
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    except OSError:
        return None
    spent = sum(map(int, stat.rpartition(")")[2].split()[11:13])) / TICKS
    return spent + sum(_processor(int(child)) or 0.0 for child in children)
