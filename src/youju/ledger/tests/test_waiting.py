"""What waits for whom, and what came last."""

import pytest
from django.test.utils import CaptureQueriesContext
from tests.makers import make_membership, make_organisation, make_person, make_post, make_user
from tests.makers_education import make_training
from tests.makers_relief import make_warmth_visit, warmth_visit

from youju.catalogue import LEDGERS
from youju.ledger import waiting
from youju.org.access import Access
from youju.records import writing

pytestmark = pytest.mark.django_db


def waits(user):
    to_confirm, returned = waiting.waiting(Access(user), LEDGERS.values())
    return [(one.ledger.code, one.number) for one in to_confirm], [
        (one.ledger.code, one.number, one.first.reason) for one in returned
    ]


def test_what_waits_for_confirming_waits_for_those_who_confirm(village, clerk, chair, auditor, outsider):
    writing.enter(warmth_visit(village), by=chair)
    make_warmth_visit(village)
    assert waits(clerk) == ([("relief.visits", 1)], [])
    for user in (chair, auditor, outsider):
        assert waits(user) == ([], [])


def test_an_own_record_waits_for_somebody_else_while_there_is_somebody(township, clerk):
    writing.enter(warmth_visit(township), by=clerk)
    assert waits(clerk) == ([("relief.visits", 1)], [])
    other = make_user("leader", name="负责人")
    make_post(other, township, "leader")
    assert waits(clerk) == ([], [])
    assert waits(other) == ([("relief.visits", 1)], [])


def test_what_was_sent_back_waits_for_the_unit_that_recorded_it(village, clerk, chair):
    record = writing.enter(warmth_visit(village), by=chair)
    writing.return_(record, by=clerk, reason="缺签字")
    assert waits(chair) == ([], [("relief.visits", 1, "缺签字")])
    assert waits(clerk) == ([], [])


def test_an_officer_sees_the_last_entries_of_the_federation(village, township, neighbour, clerk):
    make_warmth_visit(neighbour)
    first, second = make_warmth_visit(village), make_training(township, "甲某")
    found = [record for _ledger, record in waiting.latest(Access(clerk), LEDGERS)]
    assert found[0] == second
    assert first in found
    assert all(record.federation_id == township.pk for record in found)


def test_a_chair_sees_the_own_last_entries(village, township, chair, clerk):
    mine = writing.enter(warmth_visit(village), by=chair)
    writing.enter(warmth_visit(township), by=clerk)
    assert [record for _ledger, record in waiting.latest(Access(chair), LEDGERS)] == [mine]


def test_a_unit_is_counted_by_ledger_with_the_newest_first(village, township, clerk):
    make_membership(village)
    make_warmth_visit(township)
    record = make_warmth_visit(village)
    counts = {ledger.code: n for ledger, n in waiting.counts_at(village, LEDGERS.values())}
    assert (counts["organising.members"], counts["relief.visits"]) == (1, 1)
    found = waiting.latest_at(Access(clerk), village, waiting.counts_at(village, LEDGERS.values()))
    assert record in [one for _ledger, one in found]


def test_a_person_s_records_are_gathered_only_as_far_as_one_reaches(township, neighbour, clerk):
    person = make_person(township, name="单晓丽")
    there = make_organisation(neighbour, name="邻厂工会", code="LIN-01")
    mine = make_training(township, person)
    make_training(there, person)
    found = waiting.naming(Access(clerk), person, LEDGERS.values())
    assert [(ledger.code, records) for ledger, records in found] == [("education.trainings", [mine])]


def test_the_first_screen_asks_a_fixed_number_of_questions(village, clerk):
    from django.db import connection

    def asked():
        with CaptureQueriesContext(connection) as queries:
            waits(clerk)
        return len(queries)

    writing.enter(warmth_visit(village), by=None)
    before = asked()
    for _ in range(5):
        writing.enter(warmth_visit(village), by=None)
    assert asked() == before
