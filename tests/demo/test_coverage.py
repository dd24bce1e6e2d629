"""Each phrase of the two source summaries is answered by the demo's records, and by nothing else."""

from collections import defaultdict

import pytest

from tests.coverage_map import OURS, ROWS, TOWNS
from tests.documents.written import check, table
from youju.base import numerals, periods
from youju.catalogue import INDICATORS, LEDGERS
from youju.ledger.evidence import Figure
from youju.ledger.indicators import Counted
from youju.ledger.scope import Scope
from youju.ledger.zeros import Zero
from youju.org.access import SystemAccess
from youju.org.models import Organisation
from youju.records.models import NilReport
from youju.work.institutions.models import Target
from youju.work.relief.models import WarmthVisit

# So that all of them run beside the others of this folder, and the demo is loaded once for them.
pytestmark = pytest.mark.django_db
ANSWERED = [row for row in ROWS if row.codes and not row.is_aim]
AIM = next(row for row in ROWS if row.is_aim)
HEAD = """# Coverage of the two source summaries

Made by `tests/demo/test_coverage.py` from `tests/documents/data/seed_map.csv` (facts and answers) and
`ledger_names.csv` (which ledger of ours each one named there became). Row numbers are those of the file.

Values are those of the demo for 2025, of the township (1) or the town (2) that the summary speaks of. A row
with a value of its own is compared with the first answer; what has neither value nor unit is text.
"""


@pytest.fixture(scope="package")
def scopes(demo, django_db_blocker):
    """The demo year of each of the two towns."""
    with django_db_blocker.unblock():
        found = Organisation.objects.everywhere("x").filter(code__in=TOWNS.values())
        return {town.code: Scope.of(SystemAccess(), town, periods.year(2025)) for town in found}


@pytest.fixture(scope="package")
def figures(scopes, django_db_blocker):
    """The figures of all answers, by town and code."""
    with django_db_blocker.unblock():
        return {
            (row.town, code): INDICATORS[code].figure(scopes[row.town])
            for row in ANSWERED
            for code in row.codes
        }


@pytest.mark.parametrize("row", ANSWERED, ids=lambda row: row.number)
def test_a_phrase_is_answered_by_its_value(figures, row):
    assert row.is_satisfied_by(figures[row.town, row.codes[0]].value)


@pytest.mark.parametrize("row", ANSWERED, ids=lambda row: row.number)
def test_every_answer_has_records_behind_it(figures, row):
    for code in row.codes:
        assert figures[row.town, code].entries > 0


def test_an_aim_is_answered_by_a_target_with_that_value(scopes):
    aims = Target.objects.in_scope(scopes[AIM.town]).filter(indicator=AIM.codes[0], year=2025)
    assert [int(aim.value) for aim in aims] == [AIM.value]


@pytest.mark.parametrize("row", ANSWERED, ids=lambda row: row.number)
def test_a_phrase_is_answered_from_the_ledger_it_names(scopes, row):
    allowed = {code for name in row.names for code in OURS[name]}
    if "组建台账" in row.names:
        allowed.add(Organisation.ledger_code)  # the tree of units, which formation grows, has its own page
    assert ledger_of(row.codes[0], scopes[row.town]).ledger_code in allowed


# -- no literals -----------------------------------------------------------------------


def ledger_of(code: str, scope: Scope):
    """The records without which the indicator could not say what it says."""
    return INDICATORS[code].select(scope).model


def proof_of(code: str, scope: Scope):
    """As above, but that nothing happened is proven by nil reports."""
    return NilReport if isinstance(INDICATORS[code], Zero) else ledger_of(code, scope)


def fell(before: Figure, after: Figure) -> bool:
    return before.value is not None and (after.value is None or after.value < before.value)


def unmoved(model, indicators, scope: Scope) -> list[str]:
    """Which of the indicators say the same as before while all records of the model are voided."""
    before = [one.figure(scope) for one in indicators]
    kept = dict(model._plain.values_list("pk", "state"))
    model._plain.update(state="voided")
    found = [
        one.code for one, was in zip(indicators, before, strict=True) if not fell(was, one.figure(scope))
    ]
    for state in set(kept.values()):
        model._plain.filter(pk__in=[pk for pk, was in kept.items() if was == state]).update(state=state)
    return found


@pytest.mark.parametrize("town", TOWNS.values())
def test_every_figure_falls_when_its_ledger_is_emptied(scopes, db, town):
    scope, asked = scopes[town], defaultdict(list)
    for code in dict.fromkeys(code for row in ANSWERED if row.town == town for code in row.codes):
        asked[proof_of(code, scope)].append(INDICATORS[code])
    assert [code for model, found in asked.items() for code in unmoved(model, found, scope)] == []


def test_an_indicator_that_returns_a_literal_is_caught(scopes, db):
    class Literal(Counted):
        def figure(self, scope):
            return self._figure(scope, 36, entries=36)

    honest = INDICATORS["relief.households_helped"]
    literal = Literal(code="relief.literal", label="常数", unit="户", select=honest.select)
    assert unmoved(WarmthVisit, [honest, literal], scopes["DEMO-ZHEN"]) == ["relief.literal"]


# -- the document ----------------------------------------------------------------------


def shown(figure: Figure) -> str:
    if figure.unit == "%":
        return numerals.percent(figure.numerator, figure.base)
    number = f"{figure.value:f}"
    return f"{number.rstrip('0').rstrip('.') if '.' in number else number} {figure.unit}"


def answered(row, figures) -> tuple[str, str]:
    if row.is_text:
        return "文字", ""
    named = [f"{INDICATORS[code].label} `{code}`" for code in row.codes]
    if row.is_aim:
        return f"年度目标：{named[0]}", f"{row.value} %"
    return "；".join(named), "；".join(shown(figures[row.town, code]) for code in row.codes)


def ours(row) -> str:
    return "、".join(dict.fromkeys(str(LEDGERS[code].label) for name in row.names for code in OURS[name]))


def coverage(figures) -> str:
    rows = [
        (
            str(row.number),
            row.facts["summary"],
            row.facts["phrase"],
            row.facts["indicator_zh"],
            f"{row.facts['comparator']} {row.facts['value']} {row.facts['unit']}".strip(),
            ours(row),
            *answered(row, figures),
        )
        for row in ROWS
    ]
    heads = ("row", "summary", "phrase", "asked", "source", "ledgers here", "answer", "demo 2025")
    return HEAD + "\n" + table(heads, *rows) + "\n"


def test_the_document_says_how_each_phrase_is_answered(figures):
    check("coverage.md", coverage(figures))
