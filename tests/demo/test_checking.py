"""数字核对 of the town's own summary: figures hold, what says too much or was miswritten is named."""

from collections import Counter
from pathlib import Path

import pytest

import youju.reports.reading.tests as texts
from youju.reports import checking

pytestmark = pytest.mark.django_db
SUMMARY = Path(texts.__file__).parent / "data" / "texts" / "S2.txt"
FIGURES = {
    "1756人": "organising.workers",
    "18个": "organising.unions",
    "四家": "organising.unions_formed",
    "320人": "organising.members_joined",
    "36户": "relief.households_helped",
    "18人": "relief.students_aided",
    "231人次": "education.skills_attendances",
    "72人": "employment.people_placed",
    "5家": "merit.creation_units_added",
    "2个": "merit.demonstration_points",
    "95%以上": "merit.womens_drive_rate",
    "40多人次": "education.officer_attendances",
    "95%": "safety.certified_rate",
    "646人次": "education.safety_attendances",
}
WORDED = {
    "democracy.congress_rate",
    "democracy.open_affairs_rate",
    "bargaining.womens_contract_rate",
    "safety.committee_rate",
}


@pytest.fixture
def checked(year):
    return checking.check(SUMMARY.read_text("utf-8"), year)


def test_every_figure_of_the_summary_agrees_with_its_ledger(checked):
    told = {one.text: (one.code, one.verdict.word) for one in checked.claims if one.value is not None}
    del told["122多人"]
    assert told == {text: (code, checking.AGREES) for text, code in FIGURES.items()}


def test_what_all_have_done_agrees_as_well(checked):
    agreed = {one.code for one in checked.claims if one.value is None and one.verdict.word == checking.AGREES}
    assert agreed == WORDED


def test_the_one_wording_that_says_more_than_the_records_is_named(checked):
    (claim,) = [one for one in checked.claims if one.verdict.word == checking.TOO_MUCH]
    assert (claim.text, claim.code, claim.ledger_value) == ("122多人", "employment.labour_exported", 122)


def test_nothing_is_said_to_differ(checked):
    words = Counter(one.verdict.word for one in checked.claims)
    assert (words[checking.DIFFERS], words[checking.NO_LEDGER]) == (0, 0)


def test_its_slips_of_the_pen_are_found(checked):
    told = [one.message for one in checked.faults]
    assert "“家”重复" in told
    assert any("122多人" in one for one in told)
    assert any("没有写明基数" in one for one in told)
