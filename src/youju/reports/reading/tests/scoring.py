"""Labelled texts and a compact score: spans that overlap with the same value and unit, and the indicator."""

import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from youju.reports.reading.binding import Indicator, list_from
from youju.reports.reading.claims import Claim
from youju.reports.reading.reading import read

DATA = Path(__file__).parent / "data"
OTHER = "X99"


@dataclass(frozen=True)
class Label:
    start: int
    end: int
    value: str
    unit: str
    code: str
    comparator: str = "="
    ambiguous: bool = False

    def meets(self, claim: Claim, exactly: bool = False) -> bool:
        if not self.value:
            return False
        overlap = self.start < claim.end and claim.start < self.end
        same_span = (self.start, self.end) == (claim.start, claim.end)
        same_value = round(float(self.value), 4) == round(float(claim.value), 4)
        return (same_span if exactly else overlap) and same_value and self.unit == claim.unit


@dataclass
class Score:
    right: int = 0
    extra: int = 0
    missed: int = 0
    named: int = 0
    compared: int = 0

    def add(self, other: "Score") -> None:
        for name in vars(self):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def f1(self, hits: int) -> float:
        everything = 2 * self.right + self.extra + self.missed
        return 2 * hits / everything if everything else 1.0

    @property
    def spans(self) -> float:
        return self.f1(self.right)

    @property
    def indicators(self) -> float:
        return self.f1(self.named)

    @property
    def comparators(self) -> float:
        return self.compared / self.right if self.right else 1.0


@cache
def indicators() -> tuple[Indicator, ...]:
    with (DATA / "indicators.csv").open(encoding="utf-8", newline="") as rows:
        return tuple(one for one in list_from(csv.DictReader(rows)) if one.code != OTHER)


def labelled_texts() -> dict[str, tuple[str, list[Label]]]:
    labels = defaultdict(list)
    with (DATA / "claims.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            numbers = int(row["start"]), int(row["end"])
            rest = row["value"], row["unit"], row["code"], row["comparator"], row["ambiguous"] == "1"
            labels[row["nn"]].append(Label(*numbers, *rest))
    files = sorted((DATA / "texts").glob("*.txt"))
    return {file.stem: (file.read_text(encoding="utf-8"), labels[file.stem]) for file in files}


def labelled_paragraphs(name: str) -> dict[str, tuple[str, list[Label]]]:
    """Paragraphs marked «surface|value|unit|code[|comparator]», each under a line `# title`."""
    out = {}
    for block in re.split(r"(?m)^# ", (DATA / name).read_text(encoding="utf-8"))[1:]:
        title, body = block.split("\n", 1)
        text, labels, at = "", [], 0
        for mark in re.finditer("«([^»]*)»", body):
            text += body[at : mark.start()]
            surface, *facts = mark[1].split("|")
            labels.append(Label(len(text), len(text) + len(surface), *facts))
            text, at = text + surface, mark.end()
        out[title] = text + body[at:], labels
    return out


def score(text: str, labels: list[Label], exactly: bool = False) -> Score:
    claims = [claim for claim in read(text, indicators()).claims if claim.value is not None]
    result, used = Score(), set()
    for claim in claims:
        found = next((one for one in labels if one not in used and one.meets(claim, exactly)), None)
        used.add(found)
        if found and not found.ambiguous:
            result.right += 1
            result.named += found.code == (claim.code or OTHER)
            result.compared += found.comparator == claim.comparator
        elif not any(one.ambiguous and one.start < claim.end and claim.start < one.end for one in labels):
            result.extra += 1
    result.missed = sum(1 for one in labels if one not in used and not one.ambiguous)
    return result


def total(texts: dict[str, tuple[str, list[Label]]], exactly: bool = False) -> Score:
    result = Score()
    for text, labels in texts.values():
        result.add(score(text, labels, exactly))
    return result
