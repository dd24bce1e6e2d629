"""A poster for the wall: A3 or A2, one page, letters as large as the text allows."""

from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from youju.base.typesetting import pictures, typeset
from youju.reports.posters import Poster, Table

TEMPLATE = Path(__file__).with_name("poster.typ")
PAPERS = ("a3", "a2")
GLANCE = 40  # dots an inch: a picture of the page beside a button


def pdf(poster: Poster, paper: str, *, when: datetime) -> bytes:
    return typeset(TEMPLATE, _data(poster, paper), when=when)


def picture(poster: Poster) -> bytes:
    """The A3 page as a small PNG."""
    return pictures(TEMPLATE, _data(poster, "a3"), ppi=GLANCE)[0]


def _data(poster: Poster, paper: str) -> dict[str, Any]:
    """Everything as plain values; a line of text is a block of its own kind."""
    blocks = [
        {"kind": "table" if isinstance(block, Table) else "words", **asdict(block)} for block in poster.blocks
    ]
    return {
        "title": poster.title,
        "unit": poster.unit,
        "note": poster.note,
        "blocks": blocks,
        "paper": paper,
        # Every length of the template is a part of the width of the sheet.
        "width": {"a3": 297, "a2": 420}[paper],
    }
