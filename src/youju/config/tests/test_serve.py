"""The server as an office starts it."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

from youju.config.commands import serve
from youju.config.console import Refusal
from youju.config.tests.office import Office, prepare

PLAIN = {name: value for name, value in os.environ.items() if not name.startswith(("YOUJU_", "DJANGO_"))}


@pytest.fixture(scope="module")
def office(tmp_path_factory, django_db_setup, django_db_blocker):
    folder = tmp_path_factory.mktemp("served")
    with django_db_blocker.unblock():
        office = Office(folder / "var", folder / "keys")
        prepare(office)
        yield office


@pytest.fixture(scope="module")
def site(office):
    """The address of a running server, stopped as a service manager would stop it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "youju.config.cli", "serve", "--host", "0.0.0.0", "--port", str(port)]
    process = subprocess.Popen(
        [*command, "--workers", "1"],
        env=PLAIN | {"YOUJU_HOME": str(office.home), "YOUJU_KEYS": str(office.keys)},
        cwd=office.keys.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address, process)
        yield address
    finally:
        process.send_signal(signal.SIGTERM if os.name != "nt" else signal.CTRL_BREAK_EVENT)
        said, _ = process.communicate(timeout=60)
    assert f"网站地址：{address}/" in said
    assert "Traceback" not in said


def _wait(address, process):
    for _ in range(600):
        assert process.poll() is None, process.stdout.read()
        try:
            get(f"{address}/health/")
        except urllib.error.URLError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("the server did not answer in a minute")


def get(address, **headers):
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    with urllib.request.urlopen(urllib.request.Request(address, headers=named)) as answer:  # noqa: S310
        return answer.status, dict(answer.headers), answer.read()


def test_the_site_answers_and_its_assets_are_packed_and_lasting(site):
    _, _, page = get(f"{site}/login/")
    style = re.search(rb'/static/[^"]+\.css', page)[0].decode()
    assert re.search(r"\.[0-9a-f]{12}\.css$", style)
    _, headers, body = get(site + style, Accept_Encoding="gzip")
    assert headers["content-encoding"] == "gzip"
    assert "immutable" in headers["cache-control"]
    assert body[:2] == b"\x1f\x8b"


def test_the_office_network_may_call_by_address_but_strangers_names_are_refused(site):
    for name in serve.reachable_names("0.0.0.0"):
        assert get(f"{site}/health/", Host=name)[0] == 200
    with pytest.raises(urllib.error.HTTPError, match="400"):
        get(f"{site}/health/", Host="evil.example")


def test_a_taken_port_is_said_with_a_way_out(office, site):
    port = int(site.rpartition(":")[2])
    run = office.youju("serve", "--port", port)
    assert run.returncode == 1
    assert run.stderr == f"youju：端口 {port} 已被占用，请用 --port 换一个，例如 --port {port + 1}\n"


def test_nothing_is_served_before_there_is_something(tmp_path, office):
    run = Office(tmp_path / "var", tmp_path / "keys").youju("serve")
    assert run.returncode == 1
    assert "缺少密钥" in run.stderr
    assert "还没有数据库" in run.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
def test_by_default_only_this_machine_is_meant(host):
    assert serve.reachable_names(host) == []


def test_a_named_address_is_the_only_further_name():
    assert serve.reachable_names("192.168.1.5") == ["192.168.1.5"]


def test_obstacles_stop_the_server(monkeypatch):
    monkeypatch.setattr(serve.checks, "obstacles", lambda: ["甲。", "乙。"])
    with pytest.raises(Refusal, match=r"甲。\s+乙。"):
        serve.serve()
