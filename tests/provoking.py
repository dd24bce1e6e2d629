"""Tests say which rule of the domain they break: `@pytest.mark.provokes("ORG-01")`.

The data of `docs/rules.md` says which rules of ours answer it. Where there are any, one of them must have
named something while the test ran, so that a mark cannot outlive what it promises.
"""

import csv
from pathlib import Path

import pytest

NAMED: set[str] = set()  # the rules that named something in the running test, by their code
DATA = Path(__file__).parent / "documents" / "data" / "rules.csv"
WATCHING = ("rule", "timer")


def facts() -> dict[str, dict[str, str]]:
    """The rules of the domain by their id."""
    with DATA.open(encoding="utf-8", newline="") as lines:
        return {row["id"]: row for row in csv.DictReader(lines)}


def answers(fact: dict[str, str]) -> list[tuple[str, str]]:
    """How we answer a fact: (rule | check | timer | parameter | later, what)."""
    parts = [part.strip().partition(" ") for part in fact["answer"].split(";")]
    return [(kind.rstrip(","), what) for kind, _, what in parts]


@pytest.fixture(autouse=True)
def _provoked(request):
    """What the test says it breaks was noticed by a rule of ours."""
    promised = [each for mark in request.node.iter_markers("provokes") for each in mark.args]
    NAMED.clear()
    yield
    for each in promised:
        ours = {what for kind, what in answers(facts()[each]) if kind in WATCHING}
        assert not ours or ours & NAMED, f"{each}: none of {sorted(ours)} named anything"
