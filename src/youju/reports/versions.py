"""What a passage said before: every version with who wrote it and what it changed."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher

from youju.records import history
from youju.reports.models import Passage

SAME, ADDED, REMOVED = "same", "added", "removed"


@dataclass(frozen=True)
class Version:
    at: datetime
    by: str
    verb: str
    text: str
    changes: tuple[tuple[str, str], ...]  # (kind, words) in reading order


def versions(passage: Passage) -> list[Version]:
    """Newest first. Writes that left the words alone (a new place) are left out."""
    found: list[Version] = []
    before = ""
    for event in history.of(passage):
        text = json.loads(event.row)["text"]
        if not found or text != before or event.verb == "void":
            changes = tuple(changed(before, text))
            found.append(Version(event.at, event.by_name, event.verb, text, changes))
        before = text
    return found[::-1]


def as_seen(passage: Passage, row_version: int) -> tuple[str, int] | None:
    """The words and level of the passage at a version, whoever has moved it since."""
    for event in history.of(passage).reverse():
        row = json.loads(event.row)
        if row["row_version"] == str(row_version):
            return row["text"], int(row["level"])
    return None


def changed(before: str, after: str) -> Iterator[tuple[str, str]]:
    """The words of both texts in one run: kept, removed, added."""
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield SAME, after[j1:j2]
            continue
        if i2 > i1:
            yield REMOVED, before[i1:i2]
        if j2 > j1:
            yield ADDED, after[j1:j2]
