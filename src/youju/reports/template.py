"""A report template: headings, and paragraphs of sentences with `{code}` slots. No expressions.

`= text` is a chapter, `== text` a section, any other line a paragraph. A slot is `{indicator code}`, with an
optional form after a colon or a wording after a bar (see `claims.py`), or a fact: `{@we}`, `{@as_of}`.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SLOT = re.compile(r"\{(?P<code>@?[a-z_.]+)(?::(?P<form>[a-z]+))?(?:\|(?P<wording>[^{}|]+))?\}")
SENTENCE = re.compile(r"[^。；]+[。；]?")


@dataclass(frozen=True)
class Part:
    """A heading of level 1 or 2, or (level 0) a paragraph."""

    level: int
    text: str

    @property
    def sentences(self) -> list[str]:
        return SENTENCE.findall(self.text)


def parse(text: str) -> list[Part]:
    parts = []
    for line in filter(None, map(str.strip, text.splitlines())):
        marks = len(line) - len(line.lstrip("="))
        parts.append(Part(marks, line.lstrip("= ").strip()))
    return parts


def codes(text: str) -> list[str]:
    """The indicator codes that a text quotes, in order."""
    return [slot["code"] for slot in SLOT.finditer(text) if not slot["code"].startswith("@")]


@cache
def annual() -> tuple[Part, ...]:
    """The template of the annual summary that comes with the product."""
    return tuple(parse((Path(__file__).parent / "annual.txt").read_text("utf-8")))
