"""Entering, confirming, returning, correcting and voiding by the pages."""

from datetime import date

import pytest
from django.urls import reverse
from tests.makers import make_person, make_post, make_user
from tests.makers_relief import make_household, make_warmth_visit

from youju.people.models import Person
from youju.records import history
from youju.records.record import State
from youju.work.relief.models import WarmthVisit

pytestmark = pytest.mark.django_db
CODE = "relief.visits"


@pytest.fixture
def household(village):
    return make_household(village, make_person(village, name="单晓丽"))


def filled(household, **values):
    given = {
        "organisation": household.organisation_id,
        "occurred_on": "2025-11-01",
        "round": "everyday",
        "household": household.pk,
        "kind": "visit",
        "amount": "1,200.50",
        "money_source": "own_budget",
        "key": "k1",
    }
    return given | values


def only() -> WarmthVisit:
    return WarmthVisit.objects.everywhere("the test's own").get()


def enter(desk, home, **values):
    return desk.post(reverse("entry-new", args=[CODE]), filled(home) | values)


def act(desk, record, name, **values):
    address = reverse(f"entry-{name}", args=[record.ledger_code, record.pk])
    return desk.post(
        address, {"row_version": record.row_version, "key": f"{name}-{record.row_version}"} | values
    )


def test_a_chair_records_and_the_clerk_confirms(at_desk, chair, desk, household):
    answer = enter(at_desk(chair), household)
    record = only()
    assert answer["Location"] == reverse("entry-detail", args=[CODE, record.pk])
    assert (record.state, record.recorded_by, str(record.amount)) == (State.PENDING, chair, "1200.50")
    act(desk, record, "confirm")
    record = only()
    assert (record.state, record.self_confirmed) == (State.CONFIRMED, False)


def test_a_form_sent_twice_makes_one_record(at_desk, chair, household):
    desk = at_desk(chair)
    first, second = enter(desk, household), enter(desk, household)
    assert first["Location"] == second["Location"]
    assert WarmthVisit.objects.everywhere("x").count() == 1


def test_what_is_wrong_is_said_at_its_field_and_nothing_is_kept(desk, household):
    answer = enter(desk, household, occurred_on="2026-05-01", amount="百元", household="")
    page = answer.content.decode()
    assert answer.status_code == 422
    for says in ("日期不能晚于今天", "请输入金额", "请选择困难家庭"):
        assert says in page
    assert 'value="百元"' in page
    assert not WarmthVisit.objects.everywhere("x").exists()


@pytest.mark.parametrize("written", ["2025.11.1", "2025年11月1日", "２０２５-１１-０１"])
def test_a_day_is_understood_however_it_is_written(desk, household, written):
    enter(desk, household, occurred_on=written)
    assert only().occurred_on == date(2025, 11, 1)


def test_a_unit_that_one_does_not_keep_cannot_be_chosen(at_desk, chair, township, household):
    answer = enter(at_desk(chair), household, organisation=township.pk)
    assert answer.status_code == 422
    assert not WarmthVisit.objects.everywhere("x").exists()


def test_a_record_out_of_reach_cannot_be_pointed_at(desk, neighbour, household):
    answer = enter(desk, household, household=make_household(neighbour).pk)
    assert answer.status_code == 422
    assert not WarmthVisit.objects.everywhere("x").exists()


def test_the_only_unit_of_a_chair_is_not_asked_for(at_desk, chair, household):
    page = at_desk(chair).get(reverse("entry-new", args=[CODE])).content.decode()
    assert f'type="hidden" name="organisation" value="{household.organisation_id}"' in page


def test_save_and_next_opens_a_form_for_the_same_place_and_day(desk, household):
    address = enter(desk, household, again="1")["Location"]
    assert address == f"{reverse('entry-new', args=[CODE])}?after={only().pk}"
    initial = desk.get(address).context["form"].initial
    assert initial["organisation"] == household.organisation_id
    assert initial["occurred_on"] == date(2025, 11, 1)
    assert "amount" not in initial


def test_nobody_confirms_an_own_record_while_another_could(desk, leader, household):
    enter(desk, household)
    page = desk.get(reverse("entry-detail", args=[CODE, only().pk])).content.decode()
    assert "由其他有权确认的人确认" in page
    assert act(desk, only(), "confirm").status_code == 403
    assert only().state == State.PENDING


def test_a_clerk_who_is_alone_confirms_an_own_record_and_it_says_so(desk, household):
    enter(desk, household)
    act(desk, only(), "confirm")
    assert only().self_confirmed
    assert "本级自行确认" in desk.get(reverse("entry-detail", args=[CODE, only().pk])).content.decode()


def test_a_record_goes_back_with_a_reason_and_waits_again_when_mended(at_desk, chair, desk, household):
    mine = at_desk(chair)
    enter(mine, household)
    assert "请填写理由" in act(desk, only(), "return").content.decode()
    act(desk, only(), "return", reason="缺签字", key="again")
    assert "缺签字" in mine.get("/").content.decode()
    address = reverse("entry-amend", args=[CODE, only().pk])
    mine.post(address, filled(household, amount="300", key="k2", row_version=only().row_version))
    assert only().state == State.PENDING
    page = mine.get(reverse("entry-detail", args=[CODE, only().pk])).content.decode()
    assert "修改后重新提交" in page
    assert "1,200.50元" in page


def test_a_confirmed_record_is_corrected_with_a_reason_by_those_who_confirm(at_desk, leader, desk, household):
    record = make_warmth_visit(household.organisation, household, goods="大米")
    address = reverse("entry-amend", args=[CODE, record.pk])
    given = filled(
        household, amount="300", occurred_on="2025-03-01", goods="面粉", row_version=record.row_version
    )
    assert "请填写更正理由" in desk.post(address, given).content.decode()
    desk.post(address, given | {"reason": "签收单写的是面粉", "key": "k3"})
    assert (only().goods, only().state) == ("面粉", State.CONFIRMED)
    assert history.of(record).last().reason == "签收单写的是面粉"


def test_a_chair_asks_for_the_return_of_a_confirmed_record(at_desk, chair, desk, household):
    mine, record = at_desk(chair), make_warmth_visit(household.organisation, household)
    assert mine.get(reverse("entry-amend", args=[CODE, record.pk])).status_code == 403
    assert act(mine, record, "void", reason="x").status_code == 403
    assert act(mine, record, "request", reason="金额写错了").status_code == 302
    assert "申请退回" in desk.get("/").content.decode()
    act(desk, record, "void", reason="按申请作废")
    assert only().state == State.VOIDED
    assert "金额写错了" not in desk.get("/").content.decode()


def test_a_request_may_be_declined_with_a_reason(at_desk, chair, desk, household):
    record = make_warmth_visit(household.organisation, household)
    act(at_desk(chair), record, "request", reason="金额写错了")
    assert act(at_desk(chair), record, "decline", reason="x").status_code == 403
    act(desk, record, "decline", reason="与收条一致")
    assert only().state == State.CONFIRMED
    assert "金额写错了" not in desk.get("/").content.decode()
    assert "已经处理过" in act(desk, record, "decline", reason="x", key="z").content.decode()


def test_a_voided_record_stays_readable_and_is_not_touched_again(desk, leader, household):
    record = make_warmth_visit(household.organisation, household)
    act(desk, record, "void", reason="重复登记")
    page = desk.get(reverse("entry-detail", args=[CODE, record.pk])).content.decode()
    assert "重复登记" in page
    assert "不能再修改" in act(desk, only(), "void", reason="x", key="y").content.decode()
    assert desk.get(reverse("entry-amend", args=[CODE, record.pk])).status_code == 302


def test_an_act_on_a_version_that_has_changed_is_refused(desk, leader, at_desk, chair, household):
    enter(at_desk(chair), household)
    seen = only()
    at_desk(chair).post(
        reverse("entry-amend", args=[CODE, seen.pk]), filled(household, amount="99", key="k9", row_version=1)
    )
    assert "刚刚被他人修改" in act(desk, seen, "confirm").content.decode()
    assert only().state == State.PENDING


@pytest.fixture
def changed_twice(desk, at_desk, chair, household):
    """A visit of 1,200.50元 that the chair made 500元 while the clerk was adding rice to it."""
    enter(at_desk(chair), household)
    address = reverse("entry-amend", args=[CODE, only().pk])
    at_desk(chair).post(address, filled(household, amount="500", key="a", row_version=1))
    return address, filled(household, goods="大米", key="b", row_version=1)


def test_a_conflict_shows_both_versions_and_saves_nothing(desk, changed_twice):
    address, late = changed_twice
    answer = desk.post(address, late | {"amount": "700"})
    page = answer.content.decode()
    assert answer.status_code == 409
    for shown in ("700元", "500元", 'value="700"', "厂主席", 'name="row_version" value="2"'):
        assert shown in page
    assert str(only().amount) == "500.00"


def test_what_only_the_other_changed_is_proposed_as_the_other_left_it(desk, changed_twice):
    address, late = changed_twice
    rows = {row.name: row for row in desk.post(address, late).context["conflict"]["rows"] if row.differs}
    assert {name: row.keep for name, row in rows.items()} == {"amount": "theirs", "goods": "mine"}
    assert (rows["amount"].mine, rows["amount"].theirs) == ("1,200.50元", "500元")


@pytest.mark.parametrize(("way", "amount"), [("theirs", "500.00"), ("mine", "1200.50")])
def test_of_two_versions_each_field_is_taken_as_chosen(desk, changed_twice, way, amount):
    address, late = changed_twice
    desk.post(address, late)
    chosen = {"key": "c", "row_version": 2, "take-amount": way, "take-goods": "mine"}
    assert desk.post(address, late | chosen).status_code == 302
    assert (str(only().amount), only().goods) == (amount, "大米")


def test_the_other_version_is_taken_of_choices_days_and_ticks_too(desk, at_desk, chair, household):
    enter(at_desk(chair), household)
    address = reverse("entry-amend", args=[CODE, only().pk])
    theirs = {"round": "new_year", "occurred_on": "2025-01-20", "key": "a", "row_version": 1}
    assert at_desk(chair).post(address, filled(household, **theirs)).status_code == 302
    taken = {f"take-{name}": "theirs" for name in ("round", "occurred_on", "household", "organisation")}
    mine = filled(household, round="everyday", goods="面粉", key="b", row_version=2)
    assert desk.post(address, mine | taken).status_code == 302
    assert (only().round, str(only().occurred_on), only().goods) == ("new_year", "2025-01-20", "面粉")
    assert only().household == household


def test_names_are_whole_to_those_who_keep_the_record_and_masked_to_others(
    desk, at_desk, auditor, county_officer, household
):
    record = make_warmth_visit(household.organisation, household)
    address = reverse("entry-detail", args=[CODE, record.pk])
    assert "单晓丽" in desk.get(address).content.decode()
    for reader in (auditor, county_officer):
        page = at_desk(reader).get(address).content.decode()
        assert "单晓丽" not in page
        assert "单**" in page


def test_a_name_borne_by_two_must_be_picked(desk, village, township):
    one, other = (make_person(township, name="王小明", birth_on=date(year, 1, 1)) for year in (1980, 1991))
    address = reverse("entry-new", args=["relief.student_aid"])
    given = {
        "organisation": township.pk,
        "occurred_on": "2025-09-01",
        "student": "王小明",
        "school": "中心学校",
        "stage": "junior",
        "school_year": "2025",
        "amount": "1000",
        "key": "s1",
    }
    page = desk.post(address, given).content.decode()
    assert "有 2 位同名人员" in page
    assert "1980年生" in page
    assert desk.post(address, given | {"student-id": str(other.pk)}).status_code == 302
    assert str(one.pk) in page


def test_a_person_out_of_reach_is_neither_suggested_nor_accepted(desk, neighbour, township):
    stranger = make_person(neighbour, name="单晓丽")
    make_person(township, name="单国强")
    page = desk.get(reverse("people-suggest"), {"q": "shan"}).content.decode()
    assert "单国强" in page
    assert "单晓丽" not in page
    assert str(stranger.pk) not in page


def test_a_clerk_registers_a_person_and_the_same_number_is_refused(desk, township):
    from tests.makers import id_number

    address, number = reverse("entry-new", args=["people.persons"]), id_number(8)
    given = {"name": "李明", "sex": "male", "id_number": number, "key": "p1"}
    assert desk.post(address, given).status_code == 302
    person = Person.objects.everywhere("x").get()
    assert person.federation_id == township.pk
    page = desk.post(address, given | {"key": "p2"}).content.decode()
    assert "该证件号已登记" in page
    assert Person.objects.everywhere("x").count() == 1


def test_a_chair_registers_a_person_and_can_say_where_that_person_belongs(at_desk, chair, village):
    desk = at_desk(chair)
    desk.post(reverse("entry-new", args=["people.persons"]), {"name": "李明", "sex": "male", "key": "p1"})
    given = {"organisation": village.pk, "from_on": "2025-10-01", "person": "李明", "kind": "member"}
    given |= {"began_by": "joined", "key": "m1"}
    assert desk.post(reverse("entry-new", args=["organising.members"]), given).status_code == 302


def test_a_colleague_of_another_union_of_the_town_cannot_touch_it(at_desk, township, household):
    from tests.makers import make_organisation

    sister = make_organisation(township, name="乙厂工会", code="ZHEN-02")
    user = make_user("sister")
    make_post(user, sister, "chair")
    record = make_warmth_visit(household.organisation, household)
    for name in ("detail", "amend", "void", "confirm"):
        assert at_desk(user).get(reverse(f"entry-{name}", args=[CODE, record.pk])).status_code == 404


def test_the_same_credit_code_is_not_given_to_two_employers(desk, township, neighbour):
    from tests.makers import make_employer

    make_employer(neighbour, name="远厂", code="91340321MA0000000X")
    given = {"organisation": township.pk, "from_on": "2020-01-01", "name": "近厂", "nature": "enterprise"}
    answer = desk.post(
        reverse("entry-new", args=["people.employers"]), given | {"code": "91340321MA0000000X", "key": "e1"}
    )
    assert answer.status_code == 422
    assert "远厂" not in answer.content.decode()
