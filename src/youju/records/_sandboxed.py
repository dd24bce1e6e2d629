"""The child's side of `sandbox`: bind itself, run one function, write its answer. Imports nothing of ours."""

import importlib
import json
import sys
from pathlib import Path

MEGA = 1024 * 1024


def bind(limits: dict) -> None:
    """Take the bounds upon us before any foreign byte is read; a system without `resource` has the clock."""
    try:
        import resource
    except ImportError:
        return
    for kind, value in (
        (resource.RLIMIT_AS, limits["memory_mb"] * MEGA),
        (resource.RLIMIT_CPU, limits["cpu_seconds"]),
        (resource.RLIMIT_FSIZE, limits["file_mb"] * MEGA),
        (resource.RLIMIT_NOFILE, limits["open_files"]),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(kind)[1]
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        # Both bounds: what is running here could lift a soft one itself.
        resource.setrlimit(kind, (value, value))


def answer(order: dict) -> dict:
    module, function = order["target"].split(":")
    try:
        return {"result": getattr(importlib.import_module(module), function)(order["request"])}
    except MemoryError:
        return {"refused": "文件展开后太大，超出内存限制。", "crashed": True}
    except Exception as error:  # noqa: BLE001 a parser may raise anything
        # A function refuses with ValueError and a sentence in Chinese; anything else is the parser's own.
        said = str(error)
        known = type(error) is ValueError and said and not said.isascii()
        return {"refused": said if known else "文件内容无法读取，可能已损坏。", "crashed": False}


def main() -> None:
    order = json.load(sys.stdin)
    sys.path[:] = order["path"]
    bind(order["limits"])
    part = Path("result.json.part")
    part.write_text(json.dumps(answer(order)), encoding="utf-8")
    part.replace("result.json")


if __name__ == "__main__":
    main()
