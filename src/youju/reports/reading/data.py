"""The tables this package reads its language from."""

import re
import tomllib
from functools import cache
from importlib import resources
from types import SimpleNamespace


@cache
def table(name: str) -> dict:
    return tomllib.loads(resources.files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(section: str, **parts: str) -> SimpleNamespace:
    """The patterns of a section of words.toml, each a choice of its rows; <PART> stands for another one."""
    rows = {name: "|".join(choices) for name, choices in table("words")[section].items()}
    for part, name in parts.items():
        rows = {one: pattern.replace(f"<{part}>", rows[name]) for one, pattern in rows.items()}
    return SimpleNamespace(**{name: re.compile(pattern) for name, pattern in rows.items()})
