"""What is new for whom: found in the history, for those it concerns, until they have seen it."""

from datetime import timedelta

import pytest
from tests.makers_relief import warmth_visit

from youju.base import clock
from youju.catalogue import LEDGERS
from youju.ledger import acting, notices
from youju.org.access import Access
from youju.records import writing

pytestmark = pytest.mark.django_db


def fresh(user) -> notices.Fresh:
    return notices.fresh(Access(user), LEDGERS)


def later():
    return clock.at(clock.now() + timedelta(hours=1))


def test_what_a_unit_records_is_new_to_those_who_confirm_and_to_nobody_else(
    village, clerk, chair, auditor, outsider
):
    writing.enter(warmth_visit(village), by=chair)
    assert fresh(clerk).to_confirm == {"relief.visits": 1}
    assert fresh(clerk).number == 1
    for user in (chair, auditor, outsider):
        assert fresh(user).number == 0


def test_what_one_has_seen_or_has_been_dealt_with_is_not_new(village, clerk, leader, chair):
    record = writing.enter(warmth_visit(village), by=chair)
    notices.mark_seen(Access(clerk))
    assert fresh(clerk).number == 0
    assert fresh(leader).number == 1
    writing.confirm(record, by=clerk)
    assert fresh(leader).number == 0


def test_an_own_record_is_news_to_others_only(township, clerk, leader):
    writing.enter(warmth_visit(township), by=clerk)
    assert fresh(clerk).number == 0
    assert fresh(leader).to_confirm == {"relief.visits": 1}


def test_what_is_sent_back_is_new_to_the_unit_until_it_is_sent_again(village, clerk, chair):
    record = writing.enter(warmth_visit(village), by=chair)
    writing.return_(record, by=clerk, reason="缺签字")
    assert fresh(chair).returned == {"relief.visits": 1}
    record.refresh_from_db()
    writing.amend(record, by=chair, reason="")
    assert fresh(chair).number == 0


def test_a_request_and_its_answer_are_news(village, clerk, chair):
    record = writing.confirm(writing.enter(warmth_visit(village), by=chair), by=clerk)
    notices.mark_seen(Access(clerk))
    assert fresh(clerk).number == 0
    with later():
        request = acting.request_return(Access(chair), record, "金额写错")
        assert fresh(clerk).requests == {request.pk}
        assert notices.answers(Access(chair)) == []
        acting.decline(Access(clerk), request, "金额与回单一致")
        [answer] = notices.answers(Access(chair))
        assert (answer.granted, answer.request.reason) == (False, "金额与回单一致")
        assert fresh(chair).answers == {request.pk}
        assert fresh(clerk).number == 0


def test_a_request_that_was_met_is_answered(village, clerk, chair):
    record = writing.enter(warmth_visit(village), by=chair)
    acting.request_return(Access(chair), record, "金额写错")
    acting.return_(Access(clerk), record, "请改正")
    [answer] = notices.answers(Access(chair))
    assert answer.granted
    assert fresh(chair).returned == {"relief.visits": 1}


def test_old_answers_are_not_shown_for_ever(village, clerk, chair):
    record = writing.confirm(writing.enter(warmth_visit(village), by=chair), by=clerk)
    acting.decline(Access(clerk), acting.request_return(Access(chair), record, "金额写错"), "无误")
    assert len(notices.answers(Access(chair))) == 1
    with clock.at(clock.now() + notices.ANSWERS_SHOWN + timedelta(days=1)):
        assert notices.answers(Access(chair)) == []
