"""Delegates, their proposals, what a congress did, and the four rights of the workers."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from tests.figures import offenders, proven, side
from tests.makers import make_organisation, make_person
from tests.makers_democracy import (
    make_congress,
    make_delegate,
    make_disclosure,
    make_proposal,
    make_suggestion,
)

from youju.base import periods
from youju.ledger.scope import Scope
from youju.org.access import SystemAccess
from youju.records import writing
from youju.work.democracy.indicators import congress
from youju.work.democracy.rules import congress as rules

pytestmark = pytest.mark.django_db


def on(day, organisation):
    return Scope.of(SystemAccess(), organisation, periods.year(2025), day)


def test_units_with_a_congress_and_their_congresses(township, village, neighbour, year_2025):
    make_congress(village)
    make_congress(village, occurred_on=date(2025, 12, 31))
    make_congress(village, delegates_present=19)
    make_congress(make_organisation(township, name="乙厂工会"), occurred_on=date(2024, 12, 31))
    make_congress(make_organisation(neighbour, name="邻厂工会"))
    assert proven(congress.congress_units, year_2025) == 1
    assert proven(congress.congresses, year_2025) == 2


@pytest.mark.provokes("DM-09", "DM-10")
def test_papers_go_out_a_week_before_and_resolutions_are_posted(village):
    late = make_congress(village, papers_sent_on=date(2025, 2, 23))
    make_congress(village, papers_sent_on=date(2025, 2, 22), posted_on=date(2025, 3, 2))
    assert offenders(rules.papers_late, on(date(2025, 3, 10), village)) == {late}
    assert offenders(rules.not_posted, on(date(2025, 3, 10), village)) == set()
    assert offenders(rules.not_posted, on(date(2025, 3, 11), village)) == {late}


@pytest.mark.parametrize("field", ["posted_on", "reported_on"])
def test_what_follows_a_congress_does_not_come_before_it(village, field):
    with pytest.raises(ValidationError) as refused:
        make_congress(village, **{field: date(2025, 2, 28)})
    assert list(refused.value.message_dict) == [field]


def test_delegates_stand_until_their_last_day(village, neighbour, year_2025):
    make_delegate(village, until_on=date(2025, 12, 31))
    make_delegate(village, until_on=date(2025, 12, 30))
    make_delegate(make_organisation(neighbour, name="邻厂工会"))
    writing.void(make_delegate(village), by=None, reason="误登")
    assert proven(congress.delegates, year_2025) == 1


@pytest.mark.provokes("DM-04")
def test_a_delegate_stands_once_and_was_elected_by_those_present(village):
    person = make_person(village, name="吴卡片")
    assert make_delegate(village, person=person, name="").name == "吴卡片"
    for values, field in (
        ({"person": person}, "name"),
        ({"name": ""}, "name"),
        ({"ward_due": 20, "ward_present": 21}, "ward_present"),
        ({"ward_present": 20, "votes": 21}, "votes"),
    ):
        with pytest.raises(ValidationError) as refused:
            make_delegate(village, **values)
        assert list(refused.value.message_dict) == [field]


@pytest.mark.provokes("DM-02", "DM-03")
def test_too_few_delegates_and_too_many_managers_are_named(township, village, year_2025):
    other = make_organisation(township, name="乙厂工会")
    for n in range(30):
        make_delegate(village, group="managers" if n < 6 else "front_line")
    for n in range(29):
        make_delegate(other, group="managers" if n < 6 else "front_line")
    assert offenders(rules.delegates_too_few, year_2025) == {other}
    assert offenders(rules.too_many_managers, year_2025) == {other}


@pytest.mark.provokes("DM-05")
def test_delegates_near_the_end_of_their_term_are_named(township, village):
    make_delegate(village, until_on=date(2025, 12, 31))
    assert offenders(rules.delegates_ending, on(date(2025, 10, 1), township)) == set()
    assert offenders(rules.delegates_ending, on(date(2025, 10, 2), township)) == {village}


def test_proposals_are_measured_on_what_was_taken_up(village, year_2025):
    done = make_proposal(village, answered_on=date(2025, 4, 1), outcome="done", opinion="satisfied")
    open_ = make_proposal(village)
    make_proposal(village, decision="declined", decision_reason="不属本单位", department="")
    make_proposal(village, occurred_on=date(2024, 12, 31))
    assert proven(congress.proposals, year_2025) == 3
    assert proven(congress.proposals_answered_rate, year_2025) == 50
    assert proven(congress.proposals_satisfied_rate, year_2025) == 50
    assert side(congress.proposals_answered_rate, year_2025, "met") == {done}
    assert side(congress.proposals_answered_rate, year_2025, "gap") == {open_}


def test_a_proposal_is_answered_in_time(village):
    agreed = make_proposal(village, due_on=date(2025, 3, 15))
    plain = make_proposal(village)
    assert offenders(rules.proposal_unanswered, on(date(2025, 3, 16), village)) == {agreed}
    assert offenders(rules.proposal_unanswered, on(date(2025, 3, 31), village)) == {agreed}
    assert offenders(rules.proposal_unanswered, on(date(2025, 4, 1), village)) == {agreed, plain}


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("department", {"department": ""}),
        ("decision_reason", {"decision": "declined"}),
        ("outcome", {"answered_on": date(2025, 4, 1)}),
        ("answered_on", {"answered_on": date(2025, 2, 1), "outcome": "done"}),
        ("name", {"name": ""}),
    ],
)
def test_proposals_that_cannot_be_are_refused(village, field, values):
    with pytest.raises(ValidationError) as refused:
        make_proposal(village, **values)
    assert list(refused.value.message_dict) == [field]


def test_each_right_is_upheld_by_its_own_records(village, year_2025):
    make_congress(village, passes=True, delegates_present=19)
    assert proven(congress.rights_upheld, year_2025) == 0
    for expected, make in enumerate(
        (
            lambda: make_suggestion(village),
            lambda: make_congress(village, passes=True),
            lambda: make_disclosure(village),
            lambda: make_congress(village, appraises=True),
        ),
        start=1,
    ):
        make()
        assert proven(congress.rights_upheld, year_2025) == expected
