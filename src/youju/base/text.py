"""Small matters of Chinese text: widths, lists of names, shortening."""

import unicodedata
from collections.abc import Iterable


def fold(text: str) -> str:
    """Full-width letters, digits and marks made half-width, every space removed."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def join_names(names: Iterable[str]) -> str:
    """甲、乙和丙."""
    *front, last = names = list(names) or [""]
    return f"{'、'.join(front)}和{last}" if front else last


def shorten(text: str, width: int) -> str:
    """At most `width` characters, cut before an open bracket, number or Latin word rather than inside it."""
    if len(text) <= width:
        return text
    end = width - 1
    while end > 0 and _inside_word(text, end):
        end -= 1
    end = end or width - 1
    opened = max(text.rfind(mark, 0, end) for mark in "（(《“")
    if opened > 0 and not any(mark in text[opened:end] for mark in "）)》”"):
        end = opened
    return text[:end].rstrip("、，；：。 ") + "…"


def _inside_word(text: str, end: int) -> bool:
    before, after = text[end - 1], text[end]
    return unicodedata.combining(after) > 0 or (_in_word(before) and _in_word(after))


def _in_word(mark: str) -> bool:
    return mark.isascii() and (mark.isalnum() or mark in ".%")
