"""A person's page: masked, opened on purpose, every look noted."""

import re
from datetime import date

import pypdfium2
import pytest
from django.urls import reverse
from tests.makers import id_number, make_membership, make_person, named
from tests.makers_culture import make_activity
from tests.makers_democracy import make_delegate
from tests.makers_education import make_training
from tests.makers_institutions import make_wall_text
from tests.makers_organising import make_officer
from tests.makers_relief import make_household
from tests.makers_safety import make_certificate, make_inspector

from youju.records.models import Look

pytestmark = pytest.mark.django_db
NUMBER = id_number(7)


@pytest.fixture
def person(township, village):
    found = make_person(township, name="单晓丽", id_number=NUMBER, phone="13812345678")
    make_membership(village, found)
    return found


def page(desk, person):
    return desk.get(reverse("person-detail", args=[person.pk])).content.decode()


def test_numbers_are_masked(desk, person):
    text = page(desk, person)
    assert NUMBER not in text
    assert f"{NUMBER[:6]}********{NUMBER[-4:]}" in text
    assert "13812345678" not in text
    assert "138****5678" in text


def test_opening_the_number_is_noted(desk, person, clerk):
    answer = desk.post(reverse("person-identity", args=[person.pk]))
    assert NUMBER in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    look = Look.objects.get()
    assert (look.by, look.ref, look.address) == (clerk, person.ref, "127.0.0.1")


@pytest.mark.parametrize("who", ["chair", "auditor", "county_officer"])
def test_whoever_may_not_see_the_number_does_not_get_it(request, at_desk, person, who):
    desk = at_desk(request.getfixturevalue(who))
    assert "查看完整证件号" not in page(desk, person)
    assert desk.post(reverse("person-identity", args=[person.pk])).status_code == 403
    assert not Look.objects.exists()


def test_a_person_of_the_neighbour_does_not_exist(at_desk, outsider, person):
    desk = at_desk(outsider)
    assert desk.get(reverse("person-detail", args=[person.pk])).status_code == 404
    assert desk.post(reverse("person-identity", args=[person.pk])).status_code == 404


def test_all_that_names_the_person_is_listed_by_ledger(desk, person, township):
    training = make_training(township, person, title="法律知识讲座")
    text = page(desk, person)
    assert "法律知识讲座" in text
    assert reverse("entry-detail", args=["education.trainings", training.pk]) in text
    assert "会员-2025-0001" in text


def test_what_holds_and_when_it_ends_stands_on_top(desk, person, village):
    inspector = make_inspector(village, person=person)
    certificate = make_certificate(village, inspector=inspector, until_on=date(2026, 1, 10))
    text = page(desk, person)
    assert "2026-01-10 到期，还有 10 天" in text
    assert reverse("entry-detail", args=["safety.certificates", certificate.pk]) in text
    assert text.index("现在") < text.index("2026-01-10 到期") < text.index("经历")


def test_the_years_are_narrowed_to_a_line_of_work_by_link(desk, person, township):
    make_training(township, person, title="法律知识讲座")
    make_activity(township, children=named(person), name="职工篮球赛")
    assert "line=culture" in page(desk, person)
    text = desk.get(reverse("person-detail", args=[person.pk]), {"line": "culture"}).content.decode()
    assert "职工篮球赛" in text
    assert "法律知识讲座" not in text


def test_no_line_of_the_record_spells_out_a_name_to_those_who_only_look(
    at_desk, auditor, county_officer, person, village, township
):
    make_officer(village, person=person, name="", position="chair")
    make_delegate(village, person=person, name="单晓丽")
    make_household(village, person)
    make_certificate(village, inspector=make_inspector(village, person=person))
    for user in (auditor, county_officer):
        text = page(at_desk(user), person)
        assert "单晓丽" not in text
        assert "单**" in text


def test_a_person_without_records_says_what_to_enter(desk, township):
    text = page(desk, make_person(township, name="新来人"))
    assert "台账里还没有这个人的记录" in text
    assert reverse("entry-new", args=["people.employments"]) in text


def handbook(desk, person):
    answer = desk.get(reverse("member-handbook", args=[person.pk]))
    assert answer["Content-Type"] == "application/pdf"
    document = pypdfium2.PdfDocument(b"".join(answer.streaming_content))
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return text


def test_the_handbook_of_a_member_has_card_membership_and_what_was_taken_part_in(desk, person, township):
    make_training(township, person, title="法律知识讲座")
    make_wall_text(township, kind="rights", title="会员权利义务", text="享有选举权。")
    text = handbook(desk, person)
    for part in ("会员证", "单晓丽", "甲厂工会", "2025-03-01", "法律知识讲座", "享有选举权", "会费交纳记录"):
        assert part in text
    assert f"{NUMBER[:6]}********{NUMBER[-4:]}" in text
    assert NUMBER not in text
    assert "打印会员手册" in page(desk, person)


def test_only_members_have_a_handbook_and_only_their_own_office_prints_their_name(
    desk, at_desk, auditor, outsider, person, township
):
    assert "单晓丽" not in handbook(at_desk(auditor), person)
    stranger = make_person(township, name="无会籍")
    assert "打印会员手册" not in page(desk, stranger)
    for who, whose in ((desk, stranger), (at_desk(outsider), person)):
        assert who.get(reverse("member-handbook", args=[whose.pk])).status_code == 404


def test_a_chair_knows_the_own_members_by_name(at_desk, chair, person):
    assert "单晓丽" in page(at_desk(chair), person)


@pytest.mark.parametrize("query", ["单", "shanx", "sxl", "晓丽"])
def test_a_person_is_suggested_by_any_part_of_the_name(desk, person, query):
    text = desk.get(reverse("people-suggest"), {"q": query}).content.decode()
    assert "单晓丽" in text
    assert "1980年生" in text
    assert NUMBER not in text


def test_an_empty_question_suggests_nobody(desk, person):
    assert "picker-item" not in desk.get(reverse("people-suggest"), {"q": " "}).content.decode()


def test_a_suggestion_carries_the_masked_number_and_a_way_to_register(desk, at_desk, auditor, person):
    text = desk.get(reverse("people-suggest"), {"q": "sxl"}).content.decode()
    assert NUMBER not in text
    assert f"{NUMBER[:6]}********{NUMBER[-4:]}" in text
    new = reverse("entry-new", args=["people.persons"])
    assert f'href="{new}"' in text  # pinyin is nobody's name
    unknown = desk.get(reverse("people-suggest"), {"q": "贾宝"}).content.decode()
    assert f"{new}?name=%E8%B4%BE%E5%AE%9D" in unknown
    assert desk.get(new, {"name": "贾宝"}).context["form"].initial["name"] == "贾宝"
    assert new not in at_desk(auditor).get(reverse("people-suggest"), {"q": "sxl"}).content.decode()


def test_pasted_names_are_matched_before_anything_is_saved(desk, person, township):
    namesakes = [make_person(township, name="王小明") for _each in range(2)]
    given = {"participants": "姓名\t单位\n单晓丽\t甲厂\n外来师傅\t\n王小明\t乙厂"}
    answer = desk.post(reverse("people-match"), given)
    context, text = answer.context, answer.content.decode()
    assert [context[name] for name in ("total", "sure", "asking", "unknown")] == [3, 1, 1, 1]
    assert "共 3 人次：已对上 1 人次" in text
    assert 'name="participants-pick-王小明-1"' in text
    picked = given | {"participants-pick-王小明-1": str(namesakes[1].pk)}
    again = desk.post(reverse("people-match"), picked)
    assert (again.context["sure"], again.context["asking"]) == (2, 0)
    assert f'value="{namesakes[1].pk}"' in again.content.decode()


def test_whoever_enters_nothing_matches_no_names(at_desk, auditor, person):
    assert at_desk(auditor).post(reverse("people-match"), {"participants": "单晓丽"}).status_code == 403


def test_a_list_to_choose_from_carries_the_pinyin_of_its_words(desk, village):
    text = desk.get(reverse("entry-new", args=["relief.visits"])).content.decode()
    assert "mouzhenzonggonghui mzzgh" in re.findall('data-pinyin="([^"]*)"', text)
