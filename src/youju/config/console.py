"""What the commands say: plain Chinese lines, progress where waiting is long."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from rich.console import Console
from rich.markup import escape

console = Console(highlight=False, soft_wrap=True)


@contextmanager
def step(what: str) -> Iterator[None]:
    """A stretch of waiting: a spinner on a terminal, a line when it is done in any case."""
    began = monotonic()
    with console.status(f"{what}……"):
        yield
    console.print(f"{what}：完成（{monotonic() - began:.0f} 秒）")


class Refusal(Exception):
    """A command cannot do what was asked; the message is one clear line for the operator."""


def complain(message: str) -> None:
    sys.stderr.write(f"youju：{message}\n")


def warn(message: str) -> None:
    console.print(f"[yellow]注意[/]：{escape(message)}")
