import multiprocessing
import os
import socket
from contextlib import suppress

from django.conf import settings
from django.db import connections

from youju.config import checks
from youju.config.console import Refusal, console, warn
from youju.config.static import collect

EVERYWHERE = {"0.0.0.0", "::"}  # noqa: S104  what the operator may ask for
HERE = {"127.0.0.1", "localhost", "::1"}


def add_arguments(parser):
    parser.add_argument(
        "--host", default="127.0.0.1", help="监听的地址；0.0.0.0 供办公室网络使用（默认仅本机）"
    )
    parser.add_argument("--port", type=int, default=8000, help="端口（默认 8000）")
    parser.add_argument("--workers", type=int, default=2, help="工作进程数（默认 2）")


def run(options) -> int:
    serve(options.host, options.port, options.workers)
    return 0


def serve(host: str = "127.0.0.1", port: int = 8000, workers: int = 2) -> None:
    """Serve until stopped; refuses when anything is not in place."""
    if obstacles := checks.obstacles():
        raise Refusal("\n       ".join(obstacles))
    if not _free(host, port):
        raise Refusal(f"端口 {port} 已被占用，请用 --port 换一个，例如 --port {port + 1}")
    for remark in checks.remarks():
        warn(remark)
    names = reachable_names(host)
    # Workers read the settings afresh, on every system alike.
    os.environ["YOUJU_HOSTS"] = " ".join([os.environ.get("YOUJU_HOSTS", ""), *names]).strip()
    os.environ["YOUJU_HOME"], os.environ["YOUJU_KEYS"] = str(settings.YOUJU_HOME), str(settings.YOUJU_KEYS)
    multiprocessing.set_start_method("spawn", force=True)
    with console.status("正在准备页面资源……"):
        collect()
    connections.close_all()
    _announce(host, port, names)
    _granian(host, port, workers)


def reachable_names(host: str) -> list[str]:
    """Under which names and addresses others on the network may call this machine."""
    if host not in EVERYWHERE:
        return [] if host in HERE else [host]
    name = socket.gethostname()
    found = {name, name.lower()}
    with suppress(OSError):
        found.update(socket.gethostbyname_ex(name)[2])
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))  # sends nothing; asks which of our addresses would be used
        found.add(probe.getsockname()[0])
    return sorted(found - HERE)


def _announce(host: str, port: int, names: list[str]) -> None:
    console.print(f"[green]网站地址[/]：http://{'127.0.0.1' if host in EVERYWHERE | HERE else host}:{port}/")
    for name in names if host in EVERYWHERE else []:
        console.print(f"  同一网络的电脑和手机：http://{name}:{port}/")
    if names and not settings.YOUJU_URL:
        warn("办公室网络内用的是不加密的 http；要从外网访问，请在前面设置 https 并填写 YOUJU_URL。")
    console.print("按 Ctrl+C 停止")


def _free(host: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        if os.name != "nt":  # there the option would let two servers share the port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _granian(host: str, port: int, workers: int) -> None:
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    Granian(
        "youju.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=2,
        websockets=False,
        respawn_failed_workers=True,
        log_level=LogLevels.warning,
    ).serve()
