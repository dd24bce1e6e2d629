"""What the writing door promises about every record."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from tests.makers import confirmed, make_membership, make_nil_report, make_person
from youju.people.models import Membership, Person
from youju.records import history, writing
from youju.records.models import ChainHead, HistoryEvent, NilReport
from youju.records.querysets import ScopeMissing, WritePastTheDoor

pytestmark = pytest.mark.django_db


def test_records_are_not_read_without_a_scope(village):
    with pytest.raises(ScopeMissing):
        list(Membership.objects.all())
    with pytest.raises(ScopeMissing):
        Membership.objects.filter(organisation=village).count()
    with pytest.raises(ScopeMissing):
        list(Person.objects.everywhere("x").filter(pk__in=Membership.objects.values("person")))


def test_records_change_only_through_the_door(village):
    row = make_membership(village)
    with pytest.raises(WritePastTheDoor):
        row.save()
    with pytest.raises(WritePastTheDoor):
        row.delete()
    with pytest.raises(WritePastTheDoor):
        Membership.objects.everywhere("x").update(card_number="1")


def test_every_write_leaves_one_event_with_the_whole_row(village, clerk):
    row = make_nil_report(village)
    row.signed_by = "李主席"
    writing.amend(row, by=clerk, reason="签字人写错")
    writing.void(row, by=clerk, reason="重复")

    events = history.of(row)
    assert [event.verb for event in events] == ["enter", "confirm", "amend", "void"]
    assert '"signed_by":"李主席"' in events[2].row
    assert events[3].reason == "重复"
    assert [e.seq for e in events] == list(range(events[0].seq, events[0].seq + 4))


def test_each_event_is_bound_to_the_one_before(village):
    make_nil_report(village)
    events = list(HistoryEvent.objects.filter(federation_id=village.federation_id).order_by("seq"))
    assert [event.previous for event in events[1:]] == [event.mac for event in events[:-1]]
    head = ChainHead.objects.get(federation_id=village.federation_id, stream="records")
    assert (head.seq, head.mac) == (events[-1].seq, events[-1].mac)


def test_a_confirmed_record_is_corrected_only_with_a_reason(village, clerk):
    row = make_nil_report(village)
    row.signed_by = "李主席"
    with pytest.raises(ValidationError, match="更正理由"):
        writing.amend(row, by=clerk)
    row.refresh_from_db()
    assert row.signed_by == "王主席"


def test_a_stale_copy_is_refused_and_shows_the_current_row(village, clerk):
    row = make_nil_report(village)
    stale = NilReport.objects.everywhere("x").get(pk=row.pk)
    row.signed_by = "李主席"
    writing.amend(row, by=clerk, reason="更正")
    stale.signed_by = "赵主席"
    with pytest.raises(writing.Conflict) as refused:
        writing.amend(stale, by=clerk, reason="更正")
    assert refused.value.current.signed_by == "李主席"


def test_a_returned_record_waits_again_when_it_is_sent_in(village, clerk, chair):
    row = NilReport(
        organisation=village,
        kind="accident",
        from_on=date(2025, 1, 1),
        until_on=date(2025, 6, 30),
        signed_by="王",
    )
    writing.enter(row, by=chair)
    writing.return_(row, by=clerk, reason="未签字")
    assert row.state == "returned"
    row.signed_by = "王主席"
    writing.amend(row, by=chair)
    assert row.state == "pending"


def test_human_numbers_run_by_year_and_are_never_given_twice(village, clerk):
    first = make_nil_report(village)
    writing.void(first, by=clerk, reason="重复")
    second = make_nil_report(village)
    other_year = make_nil_report(village, from_on=date(2024, 1, 1), until_on=date(2024, 12, 31))
    assert [first.number, second.number] == ["零报告-2025-0001", "零报告-2025-0002"]
    assert other_year.number == "零报告-2024-0001"


def test_a_form_sent_twice_acts_once(village, clerk):
    def act():
        return make_nil_report(village).ref

    first, ran = writing.once("key-1", by=clerk, act=act)
    again, ran_again = writing.once("key-1", by=clerk, act=act)
    assert (ran, ran_again) == (True, False)
    assert first == again
    assert NilReport.objects.everywhere("x").count() == 1


def test_memberships_of_a_person_never_overlap(village, township):
    person = make_person(township)
    make_membership(village, person)
    with pytest.raises(ValidationError, match="不能同时在两个工会"):
        make_membership(village, person, from_on=date(2025, 6, 1))


def test_a_membership_ends_with_its_way_of_ending(village, clerk):
    row = make_membership(village)
    with pytest.raises(ValidationError, match="终止方式"):
        writing.end(row, on=date(2025, 5, 1), by=clerk)
    row.refresh_from_db()
    writing.end(row, on=date(2025, 5, 1), by=clerk, ended_by="left")
    assert Membership.objects.everywhere("x").as_of(date(2025, 5, 1)).exists()
    assert not Membership.objects.everywhere("x").as_of(date(2025, 5, 2)).exists()


def test_a_date_before_the_unit_existed_is_refused_at_its_field(village):
    row = NilReport(
        organisation=village,
        kind="accident",
        from_on=date(2009, 1, 1),
        until_on=date(2009, 2, 1),
        signed_by="王",
    )
    with pytest.raises(ValidationError) as refused:
        confirmed(row)
    assert "在该日期不存在" in refused.value.message_dict["from_on"][0]
    assert not NilReport.objects.everywhere("x").exists()
