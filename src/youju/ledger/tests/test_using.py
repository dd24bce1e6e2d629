"""Which figures and reminders a ledger is used for, found in what they read."""

import pytest

from youju.base import periods
from youju.catalogue import INDICATORS, LEDGERS, RULES
from youju.ledger import using
from youju.ledger.scope import Scope

pytestmark = pytest.mark.django_db


@pytest.fixture
def scope(township):
    return Scope(township, periods.year(2025), periods.year(2025).end)


def figures(code: str, scope: Scope) -> list[str]:
    return [one.code for one in using.figures(LEDGERS[code], INDICATORS.values(), scope)]


def test_a_figure_that_counts_the_records_comes_before_one_that_only_asks_them(scope):
    assert figures("relief.files", scope)[:3] == [
        "relief.files_held",
        "relief.files_opened",
        "relief.files_closed",
    ]
    assert figures("relief.files", scope)[3:] == [
        "relief.filed_rate",
        "relief.helped_rate",
        "relief.review_rate",
    ]
    rates = ["employment.followed_up_rate", "employment.still_there_rate"]
    assert figures("employment.follow_ups", scope) == rates


def test_every_part_of_a_sum_and_the_base_of_a_rate_are_read(scope):
    for code in ("bargaining.contracts", "bargaining.consultations", "democracy.congresses", "relief.visits"):
        assert "combined.means_of_protection" in figures(code, scope)
    assert {"organising.unionisation_rate", "safety.rules_rate"} <= set(figures("people.coverages", scope))


def test_nothing_happened_is_made_of_nil_reports(scope):
    silent = ["bargaining.major_disputes", "bargaining.arrears_cases", "safety.serious_accidents"]
    assert figures("records.nil_reports", scope) == silent


def test_reminders_are_the_rules_that_point_at_the_records(scope):
    found = [one.label for one in using.reminders(LEDGERS["democracy.boards"], RULES.values(), scope)]
    assert found == ["公开栏逾期未更新"]
    assert using.reminders(LEDGERS["democracy.openings"], RULES.values(), scope) == []
