"""What the commands say: plain Chinese lines, progress where waiting is long."""

import sys

from rich.console import Console
from rich.markup import escape

console = Console(highlight=False, soft_wrap=True)


class Refusal(Exception):
    """A command cannot do what was asked; the message is one clear line for the operator."""


def complain(message: str) -> None:
    sys.stderr.write(f"youju：{message}\n")


def warn(message: str) -> None:
    console.print(f"[yellow]注意[/]：{escape(message)}")
