"""The digest that leaves the house: to a real web server and a real mail server on this machine."""

import email
import email.policy
import json
import logging
import socketserver
import threading
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.core.exceptions import ValidationError
from tests.makers import make_person
from tests.makers_institutions import make_task
from tests.makers_relief import make_household, warmth_visit

from youju.base import clock
from youju.ledger.models import Outlet
from youju.records import writing
from youju.reports import outside

pytestmark = pytest.mark.django_db
LINK = "https://gonghui.example/notices/"


class Hook(BaseHTTPRequestHandler):
    """A group robot: keeps what it is told, and answers as it was set up to."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.told.append(body.decode())
        self.send_response(self.server.status)
        self.end_headers()

    def log_message(self, *_arguments):
        """Nothing on the terminal of the tests."""


class Mailbox(socketserver.StreamRequestHandler):
    """A mail server, as far as one message needs it."""

    def handle(self):
        self.say("220 here")
        while line := self.rfile.readline().decode().strip():
            verb = line[:4].upper()
            self.say("354 go on" if verb == "DATA" else "221 bye" if verb == "QUIT" else "250 ok")
            if verb == "DATA":
                lines = iter(self.rfile.readline, b".\r\n")
                self.server.told.append(b"".join(lines))
                self.say("250 kept")
            if verb == "QUIT":
                return

    def say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


@contextmanager
def serving(server, **facts):
    with server as running:
        running.told = []
        vars(running).update(facts)
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield running
        running.shutdown()
        thread.join()


@pytest.fixture
def hook():
    with serving(ThreadingHTTPServer(("127.0.0.1", 0), Hook), status=200) as running:
        yield running


@pytest.fixture
def mailbox():
    with serving(socketserver.ThreadingTCPServer(("127.0.0.1", 0), Mailbox)) as running:
        yield running


@pytest.fixture
def waits(township, village, chair):
    """One record to confirm, with a name in it; one task that is late."""
    home = make_household(village, make_person(township, name="单晓丽"))
    make_task(township, due_on="2025-12-01", item="印制章程")
    return writing.enter(warmth_visit(village, home), by=chair)


def of(hook) -> str:
    return f"json://:secret-word@127.0.0.1:{hook.server_port}/"


def send(township):
    return outside.send(township, outside.digest(township), LINK)


def test_only_counts_and_a_link_leave_the_house(township, waits, hook, monkeypatch):
    monkeypatch.setenv(outside.ENVIRONMENT, of(hook))
    assert send(township) == outside.Sent(1, ())
    [told] = map(json.loads, hook.told)
    first, link = told["message"].splitlines()
    assert first.startswith("待确认 1 条，已逾期 ")
    assert link == LINK
    assert told["title"] == "有据提醒：某镇总工会"
    assert not [word for word in ("单", "甲厂", "印制", "送温暖", waits.number) if word in hook.told[0]]


def test_the_same_by_mail(township, waits, mailbox, monkeypatch):
    port = mailbox.server_address[1]
    monkeypatch.setenv(outside.ENVIRONMENT, f"mailto://127.0.0.1:{port}?from=youju@zhen.cn&to=ganbu@zhen.cn")
    assert send(township) == outside.Sent(1, ())
    [raw] = mailbox.told
    letter = email.message_from_bytes(raw, policy=email.policy.default)
    assert letter["To"] == "ganbu@zhen.cn"
    assert "有据提醒" in letter["Subject"]
    assert "待确认 1 条" in letter.get_body(("plain", "html")).get_content()


def test_once_a_day_and_again_tomorrow(township, waits, hook, monkeypatch):
    monkeypatch.setenv(outside.ENVIRONMENT, of(hook))
    assert send(township).reached == 1
    assert send(township) is None
    with clock.at(clock.now() + timedelta(days=1)):
        assert send(township).reached == 1
    assert len(hook.told) == 2


def test_what_failed_is_said_without_the_secret_and_may_be_tried_again(
    township, waits, hook, monkeypatch, caplog, capfd
):
    monkeypatch.setenv(outside.ENVIRONMENT, of(hook))
    hook.status = 401
    with caplog.at_level(logging.WARNING):
        sent = send(township)
    assert (sent.reached, len(sent.failed)) == (0, 1)
    assert "密钥或密码" in sent.failed[0]
    assert [record.name for record in caplog.records] == ["youju.notify"]
    assert "secret-word" not in caplog.text + "".join(sent.failed) + "".join(capfd.readouterr())
    hook.status = 200
    assert send(township).reached == 1


def test_nobody_there_is_told_apart_from_nobody_lets_in(township, waits, hook, monkeypatch):
    address = of(hook)
    hook.shutdown()
    hook.server_close()
    monkeypatch.setenv(outside.ENVIRONMENT, address)
    assert "连接不上" in send(township).failed[0]


def test_one_address_that_fails_does_not_keep_the_others_waiting(township, waits, hook, monkeypatch):
    monkeypatch.setenv(outside.ENVIRONMENT, f"nonsense://x {of(hook)}")
    sent = send(township)
    assert (sent.reached, len(sent.failed)) == (1, 1)
    assert send(township) is None


def test_an_office_names_webhooks_as_the_platforms_give_them(township):
    hooks = [
        "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=12345678-abcd-1234-abcd-1234567890ab",
        "https://oapi.dingtalk.com/robot/send?access_token=abcdef1234567890abcdef1234567890",
        " https://open.feishu.cn/open-apis/bot/v2/hook/abcdef12-1234-1234-1234-1234567890ab ",
        "mailtos://me:word@smtp.qq.com?to=you@qq.com",
    ]
    outside.name(township, hooks)
    assert outside.named(township) == ["企业微信群机器人", "钉钉群机器人", "飞书群机器人", "电子邮件"]
    assert outside.addresses(township)[0] == "wecombot://12345678-abcd-1234-abcd-1234567890ab"
    outlet = Outlet.objects.get()
    assert "1234567890ab" not in f"{outlet.addresses}{outlet.addresses.cipher}"
    outside.name(township, [])
    assert outside.addresses(township) == []


@pytest.mark.parametrize(
    "address", ["json://127.0.0.1:5432/", "https://example.com/hook", "hallo", "file:///etc/passwd"]
)
def test_an_office_names_nothing_else(township, address):
    with pytest.raises(ValidationError, match="第 2 个地址不认识"):
        outside.name(township, ["mailtos://me:word@smtp.qq.com?to=you@qq.com", address])
    assert outside.named(township) == []


def test_what_an_office_named_goes_before_what_the_machine_says(township, monkeypatch):
    monkeypatch.setenv(outside.ENVIRONMENT, "json://127.0.0.1:9/")
    assert outside.addresses(township) == ["json://127.0.0.1:9/"]
    outside.name(township, ["mailtos://me:word@smtp.qq.com?to=you@qq.com"])
    assert outside.addresses(township)[0].startswith("mailtos://")


def test_offices_are_those_where_somebody_sits(township, village, neighbour, clerk, chair):
    assert outside.offices() == [township]


def test_the_library_asks_nothing_of_the_network_when_it_is_loaded():
    import subprocess
    import sys

    program = (
        "import socket\n"
        "def refuse(*a, **k): raise SystemExit('asked the network')\n"
        "socket.socket.connect = socket.getaddrinfo = refuse\n"
        "import apprise; apprise.Apprise()"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
