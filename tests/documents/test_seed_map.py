"""Every phrase of the two source summaries has an answer, and text only where there is nothing to count."""

import pytest

from tests.coverage_map import OURS, ROWS
from youju.catalogue import INDICATORS, LEDGERS

VALUED = [row for row in ROWS if row.value is not None]
COUNTABLE = [row for row in ROWS if row.value is None and row.facts["unit"]]
SAID = [row for row in ROWS if row.value is None and not row.facts["unit"]]


def test_all_phrases_of_both_summaries_are_there():
    assert len(ROWS) == 220
    assert (len(VALUED), len(COUNTABLE), len(SAID)) == (83, 96, 41)
    assert len({row.facts["line_of_work"].split("-")[0] for row in ROWS}) == 20


def test_only_what_has_neither_value_nor_unit_is_answered_by_text():
    assert [row for row in ROWS if row.is_text] == SAID


def test_the_one_aim_among_the_values_is_answered_by_a_target():
    assert [row for row in ROWS if row.facts["comparator"] == "~"] == [row for row in ROWS if row.is_aim]
    assert [row.codes for row in ROWS if row.is_aim] == [["organising.unionisation_rate"]]


@pytest.mark.parametrize("row", [row for row in ROWS if row.codes], ids=lambda row: row.number)
def test_every_other_phrase_is_answered_by_indicators_of_the_catalogue(row):
    assert set(row.codes) <= set(INDICATORS)


def test_every_ledger_named_there_is_a_ledger_here():
    named = {name for row in ROWS for name in row.names}
    assert len(named) == 68
    assert set(OURS) == named
    assert {code for codes in OURS.values() for code in codes} <= set(LEDGERS)


@pytest.mark.parametrize(
    ("value", "comparator", "found", "satisfied"),
    [
        ("36", "=", 36, True),
        ("36", "=", 35, False),
        ("120", ">=", 126, True),
        ("120", ">=", 119, False),
        ("0", "=", 0, True),
        ("0", "=", None, False),
        ("", "", 1, True),
        ("", "", 0, False),
    ],
)
def test_a_row_is_satisfied_by_its_value_or_by_anything_where_it_has_none(
    value, comparator, found, satisfied
):
    row = type(ROWS[0])(1, {"value": value, "comparator": comparator})
    assert row.is_satisfied_by(found) is satisfied
