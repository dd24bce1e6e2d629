"""A template of a paper: headings, and paragraphs of sentences with slots. No expressions.

`= text` is a chapter, `== text` a section, any other line a paragraph. A slot is `{indicator code}`, with an
optional form after a colon or a wording after a bar (see `claims.py`), or a fact: `{@we}`, `{@as_of}`.
"""

import re
from collections.abc import Container
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SLOT = re.compile(r"\{(?P<code>@?[a-z_.]+)(?::(?P<form>[a-z]+))?(?:\|(?P<wording>[^{}|]+))?\}")
BRACES = re.compile(r"\{[^{}]*\}?")
NUMBER = re.compile(r"^(?:[一二三四五六七八九十]+(?:是|、)|（[一二三四五六七八九十]+）|\d+[.、])")
SENTENCE = re.compile(r"[^。；]+[。；]?")
FACTS = (
    "@we", "@as_of", "@period", "@year", "@place", "@followed", "@progress", "@targets", "@open", "@missed",
)  # fmt: skip
FORMS = ("", "all", "none", "names")


@dataclass(frozen=True)
class Piece:
    """A heading of level 1 or 2, or (level 0) a paragraph."""

    level: int
    text: str

    @property
    def sentences(self) -> list[str]:
        return sentences(self.text)


def sentences(text: str) -> list[str]:
    return SENTENCE.findall(text)


def item(text: str) -> str:
    """One point of a list without its number and its full stop."""
    return NUMBER.sub("", text.strip()).rstrip("。；;")


def parse(text: str) -> tuple[Piece, ...]:
    pieces = []
    for line in filter(None, map(str.strip, text.splitlines())):
        marks = len(line) - len(line.lstrip("="))
        pieces.append(Piece(marks, line.lstrip("= ").strip()))
    return tuple(pieces)


def codes(text: str) -> list[str]:
    """The indicator codes that a text quotes, in order."""
    return [slot["code"] for slot in SLOT.finditer(text) if not slot["code"].startswith("@")]


def unknown_slots(text: str, known: Container[str]) -> list[str]:
    """What stands in braces and is no slot, or quotes a figure or fact that does not exist."""
    found = []
    for braces in BRACES.findall(text):
        slot = SLOT.fullmatch(braces)
        exists = slot and (slot["code"] in FACTS or slot["code"] in known) and (slot["form"] or "") in FORMS
        if not exists:
            found.append(braces.strip("{}"))
    return found


@cache
def shipped(kind: str) -> str:
    """The template of a kind of paper that comes with the product."""
    return (Path(__file__).parent / "templates_of_papers" / f"{kind}.txt").read_text("utf-8")
