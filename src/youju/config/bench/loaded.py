"""The list page under load: a server of its own, asked by several at once."""

import http.client
import os
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager, suppress

from youju.config.bench.measuring import list_address, session_of, units_of
from youju.config.bench.office import Office

CLIENTS, SECONDS, PATIENCE = 8, 5.0, 60.0


def pages_a_second(office: Office) -> float:
    """How many list pages the server gives in a second to eight people who never stop asking."""
    cookie = f"sessionid={session_of(office.access.user)}"
    addresses = [f"{list_address()}?organisation={unit.pk}&sort=-from_on" for unit in units_of(office)]
    with _server() as port:
        done = [0] * CLIENTS
        until = time.monotonic() + SECONDS
        asking = [
            threading.Thread(target=_ask, args=(port, cookie, addresses, until, done, number))
            for number in range(CLIENTS)
        ]
        for one in asking:
            one.start()
        for one in asking:
            one.join()
    return sum(done) / SECONDS


def _ask(port: int, cookie: str, addresses: list[str], until: float, done: list[int], number: int) -> None:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    while time.monotonic() < until:
        line.request("GET", addresses[done[number] % len(addresses)], headers={"Cookie": cookie})
        answer = line.getresponse()
        answer.read()
        if answer.status != http.client.OK:
            raise RuntimeError(f"the list page answers {answer.status}")
        done[number] += 1
    line.close()


@contextmanager
def _server():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    workers = str(max(2, os.cpu_count() or 2))
    command = [sys.executable, "-m", "youju.config.cli", "serve", "--port", str(port), "--workers", workers]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603  our own command
    try:
        _wait(port, server)
        yield port
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
