"""The two source summaries, phrase by phrase, each with what answers it: the yardstick of the width.

`tests/documents/data/seed_map.csv` holds the facts and our answers, `ledger_names.csv` which of our ledgers
each ledger named there became. The first answer of a row gives the row's value, others stand beside it.
"""

import csv
from dataclasses import dataclass
from operator import eq, ge
from pathlib import Path

DATA = Path(__file__).parent / "documents" / "data"
TOWNS = {"1": "DEMO-XIANG", "2": "DEMO-ZHEN"}
TEXT, AIM = "text", "target:"
COMPARED = {"=": eq, ">=": ge}


@dataclass(frozen=True)
class Row:
    """One phrase of a source summary. `number` is its line in the file, the headings being the first."""

    number: int
    facts: dict[str, str]

    @property
    def town(self) -> str:
        return TOWNS[self.facts["summary"]]

    @property
    def answer(self) -> str:
        return self.facts["answer"]

    @property
    def value(self) -> int | None:
        return int(self.facts["value"]) if self.facts["value"] else None

    @property
    def is_text(self) -> bool:
        return self.answer == TEXT

    @property
    def is_aim(self) -> bool:
        return self.answer.startswith(AIM)

    @property
    def codes(self) -> list[str]:
        """Codes of the indicators and shares that answer it."""
        return [] if self.is_text else self.answer.removeprefix(AIM).split(";")

    @property
    def names(self) -> list[str]:
        """The ledgers as the source names them."""
        return self.facts["ledger"].split(";")

    def is_satisfied_by(self, value) -> bool:
        """A row with a value by that value, any other by something that is there."""
        if value is None:
            return False
        if self.value is None:
            return value > 0
        return COMPARED[self.facts["comparator"]](value, self.value)


def _read(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


ROWS = [Row(number, facts) for number, facts in enumerate(_read("seed_map.csv"), start=2)]
OURS = {row["name"]: row["ledgers"].split(";") for row in _read("ledger_names.csv")}
