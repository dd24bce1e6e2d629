"""Writing many records at once: all or none, numbered in order, and published once."""

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError

from tests.makers import id_number, make_employer, make_person, named
from youju.org.models import Post
from youju.people.models import Membership, Person
from youju.records import heads, history, writing
from youju.records.models import ChainHead, NilReport
from youju.work.education.models import Training

pytestmark = pytest.mark.django_db


@pytest.fixture
def no_heads_left():
    """What a test publishes outlives its transaction."""
    yield
    for file in (Path(settings.YOUJU_KEYS) / "heads").glob("*.json"):
        file.unlink()


def report(union, **values):
    facts = {"from_on": date(2025, 1, 1), "until_on": date(2025, 12, 31)} | values
    return NilReport(organisation=union, kind="accident", signed_by="王主席", **facts)


def entered(union, count=3, **values):
    reports = [report(union, **values) for _ in range(count)]
    writing.enter_many(reports, by=None)
    return reports


def test_many_records_are_confirmed_at_once_each_with_its_event(village, clerk):
    reports = entered(village)
    writing.confirm_many(reports, by=clerk)
    kept = NilReport.objects.everywhere("x").confirmed()
    assert {row.pk for row in kept} == {row.pk for row in reports}
    assert {row.confirmed_by for row in kept} == {clerk}
    for kept_row, given in zip(sorted(kept, key=lambda r: r.pk), reports, strict=True):
        assert kept_row.row_version == given.row_version == 2
        assert [event.verb for event in history.of(given)] == ["enter", "confirm"]


def test_confirming_many_confirms_none_when_one_does_not_wait(village, clerk):
    reports = entered(village)
    writing.void(reports[2], by=clerk, reason="重复")
    with pytest.raises(ValidationError, match="只有待确认"):
        writing.confirm_many(reports, by=clerk)
    assert not NilReport.objects.everywhere("x").confirmed().exists()


def test_confirming_many_refuses_a_stale_copy(village, clerk):
    reports = entered(village)
    stale = NilReport.objects.everywhere("x").get(pk=reports[0].pk)
    writing.amend(reports[0], by=clerk)
    with pytest.raises(writing.Conflict):
        writing.confirm_many([stale, *reports[1:]], by=clerk)


def test_a_batch_takes_consecutive_numbers_of_each_year(village):
    entered(village, 1)
    last_year = {"from_on": date(2024, 1, 1), "until_on": date(2024, 12, 31)}
    mixed = [report(village), report(village, **last_year), report(village)]
    writing.enter_many(mixed, by=None)
    assert [row.number for row in mixed] == ["零报告-2025-0002", "零报告-2024-0001", "零报告-2025-0003"]


def test_what_the_database_refuses_is_said_in_words(village, clerk):
    values = {"user": clerk, "role": "chair", "from_on": date(2025, 1, 1)}
    posts = [Post(organisation=village, **values) for _ in range(2)]
    with pytest.raises(ValidationError, match="已在此单位担任"):
        writing.enter_many([posts[0]], by=None) or writing.enter_many([posts[1]], by=None)
    row = report(village, until_on=date(2024, 1, 1))
    with pytest.raises(ValidationError, match="截止日期不能早于起始日期"):
        writing.enter_many([report(village), row], by=None)
    assert not NilReport.objects.everywhere("x").exists()


def test_one_person_twice_at_one_session_is_refused_in_words(village):
    person = make_person(village)
    talk = Training(
        organisation=village, occurred_on=date(2025, 6, 1), title="安全课", topic="safety", audience="workers"
    )
    with pytest.raises(ValidationError, match="同一场次只能登记一次"):
        writing.enter(talk, by=None, children=named(person, person))


def test_a_batch_of_memberships_keeps_the_rule_of_one_union(village, township):
    person = make_person(township)
    writing.enter_many([Membership(organisation=village, person=person, from_on=date(2025, 3, 1))], by=None)
    again = Membership(organisation=village, person=person, from_on=date(2025, 4, 1))
    fresh = Membership(organisation=village, person=make_person(township), from_on=date(2025, 4, 1))
    with pytest.raises(ValidationError, match="不能同时在两个工会"):
        writing.enter_many([fresh, again], by=None)
    assert Membership.objects.everywhere("x").count() == 1


def test_many_writes_of_one_transaction_publish_the_last_head(
    village, django_capture_on_commit_callbacks, monkeypatch, no_heads_left
):
    published = []
    publish = heads.publish
    monkeypatch.setattr(heads, "publish", lambda *facts: published.append(facts) or publish(*facts))
    with django_capture_on_commit_callbacks(execute=True) as hooks:
        for _ in range(4):
            make_employer(village, union=village)
    head = ChainHead.objects.get(federation_id=village.federation_id, stream="records")
    assert len(hooks) > 4
    assert published == [(head.federation_id, "records", head.seq, head.mac)]
    assert heads.read(village.federation_id, "records")["seq"] == head.seq


def test_two_episodes_of_one_person_in_one_batch_are_refused(village, township):
    person = make_person(township)
    episodes = [
        Membership(organisation=village, person=person, from_on=date(2025, month, 1)) for month in (3, 4)
    ]
    assert list(Membership.check_many(episodes)) == [episodes[1].pk]
    with pytest.raises(ValidationError, match="不能同时在两个工会"):
        writing.enter_many(episodes, by=None)
    assert not Membership.objects.everywhere("x").exists()


def test_one_new_number_given_to_two_persons_of_a_batch_is_refused(township):
    twins = [
        Person(federation_id=township.pk, name=name, sex="male", id_number=id_number(1)) for name in "甲乙"
    ]
    assert list(Person.check_many(twins)) == [twins[1].pk]
    with pytest.raises(ValidationError, match="该证件号已登记"):
        writing.enter_many(twins, by=None)


def test_a_number_that_is_kept_already_is_found_for_many_at_once(township):
    make_person(township, id_number=id_number(1))
    fresh = Person(federation_id=township.pk, name="丙", sex="male", id_number=id_number(2))
    again = Person(federation_id=township.pk, name="丁", sex="male", id_number=id_number(1))
    assert list(Person.check_many([fresh, again])) == [again.pk]


def test_many_records_are_voided_at_once_each_with_its_event(village, clerk):
    reports = entered(village)
    writing.void_many(reports, by=clerk, reason="导入有误")
    kept = NilReport.objects.everywhere("x").all()
    assert {(row.state, row.reason, row.row_version) for row in kept} == {("voided", "导入有误", 2)}
    assert [event.verb for event in history.of(reports[0])] == ["enter", "void"]


def test_voiding_many_voids_none_without_a_reason_or_when_one_was_changed(village, clerk):
    reports = entered(village)
    with pytest.raises(ValidationError, match="请填写理由"):
        writing.void_many(reports, by=clerk, reason=" ")
    stale = NilReport.objects.everywhere("x").get(pk=reports[2].pk)
    writing.void(stale, by=clerk, reason="重复")
    with pytest.raises(writing.Conflict):
        writing.void_many(reports, by=clerk, reason="导入有误")
    assert NilReport.objects.everywhere("x").filter(state="voided").count() == 1
