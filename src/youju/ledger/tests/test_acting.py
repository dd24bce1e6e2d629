"""Who may do what to a record, whoever calls: pages, imports or the command line."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from tests.makers import id_number, make_organisation, make_person, named
from tests.makers_education import make_training
from tests.makers_relief import make_household, make_warmth_visit, warmth_visit

from youju.ledger import acting
from youju.org.access import Access
from youju.people.models import Person
from youju.records import writing
from youju.records.models import Look, ReturnRequest
from youju.records.record import State
from youju.work.relief.models import WarmthVisit

pytestmark = pytest.mark.django_db


def visits() -> int:
    return WarmthVisit.objects.everywhere("x").count()


def test_one_enters_only_where_one_keeps_records(village, township, chair, auditor, outsider):
    acting.enter(Access(chair), warmth_visit(village))
    with pytest.raises(Http404):
        acting.enter(Access(chair), warmth_visit(township))
    with pytest.raises(PermissionDenied):
        acting.enter(Access(auditor), warmth_visit(village))
    with pytest.raises(Http404):
        acting.enter(Access(outsider), warmth_visit(village))
    assert visits() == 1


def test_many_are_entered_all_or_none(village, neighbour, clerk):
    with pytest.raises(Http404):
        acting.enter_many(Access(clerk), [warmth_visit(village), warmth_visit(neighbour)])
    assert visits() == 0


def test_a_record_may_not_point_at_what_lies_out_of_reach(village, neighbour, clerk):
    with pytest.raises(ValidationError) as refused:
        acting.enter(Access(clerk), warmth_visit(village, make_household(neighbour)))
    assert "不在您的管理范围内" in refused.value.message_dict["household"][0]
    assert visits() == 0


def test_a_participant_out_of_reach_is_refused(township, neighbour, clerk):
    record = make_training(township)
    stranger = make_person(neighbour)
    with pytest.raises(ValidationError):
        acting.amend(Access(clerk), record, reason="补登", children=named(stranger))


def test_what_already_stood_in_a_record_may_stay_though_it_left(township, village, neighbour, clerk):
    from datetime import date

    from youju.org import tree

    record = make_warmth_visit(township, make_household(village))
    tree.place(village, neighbour, from_on=date(2025, 7, 1), by=None)
    record.goods = "大米"
    acting.amend(Access(clerk), record, reason="补充物品")
    assert WarmthVisit.objects.everywhere("x").get().goods == "大米"


def test_a_record_is_not_moved_to_a_unit_where_one_enters_nothing(village, township, chair):
    record = acting.enter(Access(chair), warmth_visit(village))
    record.organisation = township
    with pytest.raises(Http404):
        acting.amend(Access(chair), record)


def test_a_pending_record_is_mended_by_its_unit_and_a_confirmed_one_is_not(village, chair, clerk):
    record = acting.enter(Access(chair), warmth_visit(village))
    record.goods = "大米"
    acting.amend(Access(chair), record)
    acting.confirm(Access(clerk), record)
    with pytest.raises(PermissionDenied, match="申请退回"):
        acting.amend(Access(chair), record, reason="x")
    with pytest.raises(PermissionDenied):
        acting.void(Access(chair), record, "x")
    acting.void(Access(clerk), record, "重复")
    assert record.state == State.VOIDED


def test_nobody_confirms_an_own_record_while_somebody_else_could(township, clerk, leader):
    record = acting.enter(Access(clerk), warmth_visit(township))
    with pytest.raises(PermissionDenied, match="他人确认"):
        acting.confirm(Access(clerk), record)
    acting.confirm(Access(leader), record)
    assert not record.self_confirmed


def test_alone_one_confirms_oneself_and_it_is_marked(township, clerk):
    record = acting.confirm(Access(clerk), acting.enter(Access(clerk), warmth_visit(township)))
    assert record.self_confirmed


def test_one_request_for_return_waits_at_a_time_and_any_act_answers_it(village, chair, clerk):
    record = make_warmth_visit(village)
    request = acting.request_return(Access(chair), record, "金额写错了")
    with pytest.raises(ValidationError, match="已申请退回"):
        acting.request_return(Access(chair), record, "又想起来")
    acting.void(Access(clerk), record, "按申请作废")
    request.refresh_from_db()
    assert request.state == State.CONFIRMED
    assert acting.open_request(record) is None


def test_a_declined_request_leaves_the_record_as_it_is(village, chair, clerk):
    record = make_warmth_visit(village)
    request = acting.request_return(Access(chair), record, "金额写错了")
    with pytest.raises(PermissionDenied):
        acting.decline(Access(chair), request, "x")
    acting.decline(Access(clerk), request, "与收条一致")
    assert ReturnRequest.objects.everywhere("x").get().state == State.RETURNED
    assert WarmthVisit.objects.everywhere("x").get().state == State.CONFIRMED


@pytest.mark.parametrize("state", ["returned", "voided"])
def test_what_can_be_mended_anyway_is_not_asked_back(village, chair, clerk, state):
    record = acting.enter(Access(chair), warmth_visit(village))
    if state == "returned":
        writing.return_(record, by=clerk, reason="缺签字")
    else:
        writing.void(record, by=clerk, reason="重复")
    with pytest.raises(ValidationError, match="不需要申请退回"):
        acting.request_return(Access(chair), record, "x")


@pytest.mark.provokes("PI-07", "HD-12")
def test_every_look_at_a_number_is_noted_before_it_is_shown(township, clerk, chair, village):
    number = id_number(7)
    person = Person.objects.everywhere("x").get(pk=make_person(township, id_number=number).pk)
    assert acting.look(Access(clerk), person, "核对身份", address="10.0.0.5") == number
    assert (Look.objects.get().by, Look.objects.get().what) == (clerk, "核对身份")
    with pytest.raises(PermissionDenied):
        acting.look(Access(chair), person, "好奇")
    assert Look.objects.count() == 1


def test_a_union_enters_persons_for_its_own_federation_only(township, neighbour, chair, auditor):
    acting.enter(Access(chair), Person(federation=township, name="李明", sex="male"))
    with pytest.raises(Http404):
        acting.enter(Access(chair), Person(federation=neighbour, name="李明", sex="male"))
    with pytest.raises(PermissionDenied):
        acting.enter(Access(auditor), Person(federation=township, name="李明", sex="male"))


def test_a_sister_union_reaches_nothing(township, village, chair):
    sister = make_organisation(township, name="乙厂工会", code="ZHEN-02")
    record = make_warmth_visit(sister)
    for act in (acting.amend, acting.confirm):
        with pytest.raises(Http404):
            act(Access(chair), record)
    with pytest.raises(Http404):
        acting.void(Access(chair), record, "x")
