"""Portable search of personal names: each name is broken into grams, a query looks one of them up.

A gram is a run of neighbouring characters, written as it stands, in full pinyin or in initials. The
look-up is a range on one indexed column, the beginning of a gram, the same on every database.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import islice, product
from math import prod

from youju.base.readings import COMPOUND_SURNAMES, SECOND_READINGS, SURNAME_READINGS

# The longest gram (the width of its column), the most tokens of a name, the longest run inside it, and
# the most ways to read one run: a name of any length costs a bounded number of rows.
LONGEST_GRAM, LONGEST_NAME, LONGEST_RUN, MOST_READINGS = 100, 32, 8, 24
_TOKEN = re.compile(r"[a-z0-9]+|.")
_CHINESE = re.compile(r"[一-鿿]*")
_IGNORED = re.compile(r"[\s·•・‧∙⋅.'’`\-—]")


def normalise(query: str) -> str:
    """What a person typed, in the form in which grams are kept."""
    return _IGNORED.sub("", _plain(query))[:LONGEST_GRAM]


def grams(name: str) -> set[str]:
    """What the name is found under, each by any beginning of it: characters, full pinyin and initials."""
    tokens = [token for word in _IGNORED.split(_plain(name)) for token in _TOKEN.findall(word)]
    tokens = tokens[:LONGEST_NAME]
    spoken = _spoken_name(tokens)
    found = _run_grams(tokens, spoken)
    for start in range(len(tokens)):
        # A query is looked up as a beginning: a run answers for every shorter one that begins with it,
        # unless it can be read in more ways than are kept.
        for end in range(min(start + LONGEST_RUN, len(tokens)), start, -1):
            if start or end < len(tokens):
                found |= _run_grams(tokens[start:end], spoken[start:end])
            if prod(map(len, spoken[start:end])) <= MOST_READINGS:
                break
    return {gram[:LONGEST_GRAM] for gram in found}


def holds(text: str, term: str) -> bool:
    """Whether a text holds a normalised term: in characters, or from one on in pinyin or initials."""
    if term in normalise(text):
        return True
    if not term.isascii():
        return False
    syllables = _syllables(text)
    runs = (syllables[start:] for start in range(len(syllables)))
    return any("".join(run).startswith(term) or _initials(run).startswith(term) for run in runs)


@lru_cache(maxsize=20_000)
def spelled(text: str) -> str:
    """A text as it may be typed: in full pinyin, and by initials."""
    syllables = _syllables(text)
    return f"{''.join(syllables)} {_initials(syllables)}"


def _syllables(text: str) -> tuple[str, ...]:
    return tuple(_spoken(token)[0] for token in _TOKEN.findall(normalise(text)))


def _initials(syllables: tuple[str, ...]) -> str:
    return "".join(syllable[0] for syllable in syllables)


def surname_length(name: str) -> int:
    """Two for a compound surname that leaves something of the name, otherwise one."""
    return 2 if name[:2] in COMPOUND_SURNAMES and len(name) > 2 else 1


def _plain(text: str) -> str:
    if _CHINESE.fullmatch(text):
        return text
    # NFKC folds full-width forms; ü is typed v. What is left of Latin accents is dropped.
    text = unicodedata.normalize("NFKC", text).lower().replace("ü", "v")
    return "".join(mark for mark in unicodedata.normalize("NFD", text) if not unicodedata.combining(mark))


def _spoken_name(tokens: list[str]) -> list[tuple[str, ...]]:
    """The readings of each token, those of the surname with its own readings first."""
    spoken = [_spoken(token) for token in tokens]
    compound = COMPOUND_SURNAMES.get("".join(tokens[:2]))
    surname = compound.split() if compound else [SURNAME_READINGS.get("".join(tokens[:1]), "")]
    for place, readings in enumerate(surname[: len(tokens)]):
        own = [form for reading in readings.split() for form in _typed(reading)]
        spoken[place] = tuple(dict.fromkeys([*own, *spoken[place]]))
    return spoken


@lru_cache(maxsize=20_000)
def _spoken(token: str) -> tuple[str, ...]:
    """One token a Chinese character or a Latin word, which reads as it stands."""
    if token.isascii():
        return (token,)
    from pypinyin import Style, pinyin  # a second of dictionaries that most commands never need

    usual = pinyin(token, style=Style.NORMAL, heteronym=True)[0][0]
    readings = [usual, *SECOND_READINGS.get(token, "").split()]
    return tuple(dict.fromkeys(form for reading in readings for form in _typed(reading)))


def _typed(reading: str) -> tuple[str, ...]:
    """吕 is typed lv, written Lyu in a passport and Lu by whoever has no ü."""
    if reading[:2] in ("lv", "nv"):
        return reading, reading.replace("v", "yu"), reading.replace("v", "u")
    return (reading,)


def _run_grams(tokens: list[str], spoken: list[tuple[str, ...]]) -> set[str]:
    if not tokens:
        return set()
    found = {"".join(tokens)}
    for reading in islice(product(*spoken), MOST_READINGS):
        found.add("".join(reading))
        found.add("".join([syllable[0] for syllable in reading]))
    return found
