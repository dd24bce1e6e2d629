"""`youju notify`: says what it sends, to whom, and what became of it."""

import pytest
from tests.makers_institutions import make_task

from youju.config.chinese import Parser
from youju.config.commands import notify
from youju.config.console import Refusal
from youju.reports import outside

pytestmark = pytest.mark.django_db
NOBODY_THERE = "json://:geheim@127.0.0.1:9/"


@pytest.fixture
def office(township, leader, monkeypatch, settings):
    monkeypatch.setattr(notify.checks, "database_exists", lambda: True)
    monkeypatch.setenv(outside.ENVIRONMENT, NOBODY_THERE)
    settings.YOUJU_URL = "https://gonghui.example"
    return township


def run(*args) -> int:
    parser = Parser(prog="youju notify")
    notify.add_arguments(parser)
    return notify.run(parser.parse_args(args))


def test_off_unless_somebody_names_an_address(office, monkeypatch):
    monkeypatch.delenv(outside.ENVIRONMENT)
    with pytest.raises(Refusal, match="什么都没有发"):
        run()


def test_a_dry_run_says_what_would_be_sent_and_sends_nothing(office, capsys):
    make_task(office, due_on="2025-12-01", item="印制章程")
    assert run("--dry-run") == 0
    said = capsys.readouterr().out.replace("\n", "")
    assert "某镇总工会：将发到 json：" in said
    assert "https://gonghui.example/notices/" in said
    assert "geheim" not in said
    assert run("--dry-run") == 0  # nothing was noted as sent


def test_a_failure_is_said_in_chinese_and_is_the_exit_code(office, capsys):
    make_task(office, due_on="2025-12-01", item="印制章程")
    assert run() == 1
    said = capsys.readouterr().out.replace("\n", "")
    assert "没有发出 某镇总工会，json：连接不上" in said
    assert "geheim" not in said


def test_nothing_is_sent_when_nothing_waits(office, capsys, monkeypatch):
    monkeypatch.setattr(outside, "digest", lambda _office: outside.Digest(0, 0, 0, 0, 0))
    assert run() == 0
    assert "没有要提醒的事，不发" in capsys.readouterr().out
