"""Congresses with a quorum, and open affairs."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from tests.figures import offenders, proven, side
from tests.makers import make_organisation
from tests.makers_democracy import make_congress, make_disclosure

from youju.records import writing
from youju.work.democracy.indicators import affairs, congress
from youju.work.democracy.models import Congress, Disclosure
from youju.work.democracy.rules import affairs as open_affairs
from youju.work.democracy.rules import congress as open_congress

pytestmark = pytest.mark.django_db


@pytest.mark.provokes("DM-06")
def test_a_union_with_a_congress_in_the_period_meets_the_rate(township, village, year_2025):
    school = make_organisation(township, name="中心学校工会")
    idle = make_organisation(township, name="乙厂工会")
    late = make_organisation(township, name="丙厂工会")
    make_congress(village, occurred_on=date(2025, 1, 1))
    make_congress(village, occurred_on=date(2025, 12, 31))
    make_congress(school, kind="teachers")
    make_congress(late, occurred_on=date(2024, 12, 31))
    assert proven(congress.congress_rate, year_2025) == 50
    assert side(congress.congress_rate, year_2025, "met") == {village, school}
    assert offenders(open_congress.no_congress, year_2025) == {idle, late}


@pytest.mark.parametrize(
    ("present", "valid"),
    [
        (20, True),
        pytest.param(19, False, marks=pytest.mark.provokes("DM-07")),
        (0, False),
        (30, True),
    ],
)
def test_a_congress_needs_two_thirds_of_its_delegates(village, year_2025, present, valid):
    session = make_congress(village, delegates_due=30, delegates_present=present)
    assert session.is_valid is valid
    assert proven(congress.congress_rate, year_2025) == (100 if valid else 0)
    assert offenders(open_congress.not_quorate, year_2025) == (set() if valid else {session})
    assert offenders(open_congress.no_congress, year_2025) == (set() if valid else {village})


@pytest.mark.parametrize("due", range(1, 12))
def test_the_query_and_the_property_agree_on_the_quorum(village, due):
    for present in range(due + 1):
        session = make_congress(village, delegates_due=due, delegates_present=present)
        found = Congress.objects.everywhere("test").valid().filter(pk=session.pk).exists()
        assert found is session.is_valid


@pytest.mark.parametrize(
    ("maker", "rate"),
    [(make_congress, congress.congress_rate), (make_disclosure, affairs.open_affairs_rate)],
)
def test_what_waits_or_was_voided_or_lies_outside_proves_nothing(village, neighbour, year_2025, maker, rate):
    maker(make_organisation(neighbour, name="邻厂工会"))
    record = maker(village)
    assert proven(rate, year_2025) == 100
    writing.void(record, by=None, reason="误登")
    assert proven(rate, year_2025) == 0
    maker(village, occurred_on=date(2024, 12, 31))
    assert proven(rate, year_2025) == 0


@pytest.mark.provokes("DM-17")
def test_many_disclosures_of_a_union_count_it_once(township, village, year_2025):
    silent = make_organisation(township, name="乙厂工会")
    for kind in Disclosure.Kind:
        make_disclosure(village, kind=kind)
    assert proven(affairs.open_affairs_rate, year_2025) == 50
    assert affairs.open_affairs_rate.figure(year_2025).entries == 3
    assert offenders(open_affairs.no_disclosure, year_2025) == {silent}


def test_more_delegates_than_were_due_are_refused(village):
    with pytest.raises(ValidationError) as refused:
        make_congress(village, delegates_due=30, delegates_present=31)
    assert refused.value.message_dict == {"delegates_present": ["实到代表不能多于应到代表，请核对。"]}


def test_a_congress_without_delegates_is_refused(village):
    with pytest.raises(ValidationError) as refused:
        make_congress(village, delegates_due=0, delegates_present=0)
    assert "delegates_due" in refused.value.message_dict


def test_a_board_has_a_place_and_a_chat_group_needs_none(village):
    make_disclosure(village, channel="network", place="")
    with pytest.raises(ValidationError) as refused:
        make_disclosure(village, place="")
    assert list(refused.value.message_dict) == ["place"]
