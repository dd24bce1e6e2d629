"""The collector is left alone for many rows only, and is as it was afterwards whatever happened."""

import gc

import pytest

from youju.base import remains
from youju.base.remains import MANY, PATIENT, USUAL, much_remains


@pytest.fixture(autouse=True)
def _as_usual():
    yield
    gc.set_threshold(*USUAL)


def test_it_is_patient_while_much_is_built_and_usual_again_afterwards():
    with much_remains(MANY):
        assert gc.get_threshold() == PATIENT
    assert gc.get_threshold() == USUAL


def test_a_failure_leaves_it_as_usual():
    with pytest.raises(ValueError, match="x"), much_remains(MANY):
        raise ValueError("x")
    assert gc.get_threshold() == USUAL


def test_a_few_rows_change_nothing():
    with much_remains(MANY - 1):
        assert gc.get_threshold() == USUAL


def test_two_at_once_leave_it_as_usual_in_whichever_order_they_end():
    first, second = much_remains(MANY), much_remains(MANY)
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    second.__exit__(None, None, None)
    assert gc.get_threshold() == USUAL


def test_circles_that_others_leave_meanwhile_are_still_found():
    with much_remains(MANY):
        before = gc.get_stats()[0]["collections"]
        kept = [[] for _ in range(2 * remains.PATIENT[0])]
        assert gc.get_stats()[0]["collections"] > before
        assert len(kept) == 2 * remains.PATIENT[0]
