"""One field finds everything one may see, and nothing beyond it."""

import pytest
from django.urls import reverse
from tests.makers import id_number, make_membership, make_person
from tests.makers_education import make_training
from tests.makers_relief import make_household, make_warmth_visit

from youju.ledger import searching
from youju.people import finding
from youju.people.models import PersonTail
from youju.records import writing
from youju.records.models import Look

pytestmark = pytest.mark.django_db
NUMBER = id_number(7)


@pytest.fixture
def person(township, village):
    found = make_person(township, name="单晓丽", id_number=NUMBER)
    make_membership(village, found)
    return found


def found(desk, text, target="found") -> str:
    headers = {"HX-Request": "true", "HX-Target": target}
    return desk.get(reverse("search"), {"q": text}, headers=headers).content.decode()


@pytest.mark.parametrize("text", ["单晓丽", "sxl", "shanx", "晓丽"])
def test_a_person_is_found_by_any_way_of_writing_the_name(desk, person, text):
    assert reverse("person-detail", args=[person.pk]) in found(desk, text)


@pytest.mark.parametrize("text", ["甲厂", "jcgh", "jiachang", "zhen-01", "gonghui"])
def test_a_unit_is_found_by_name_pinyin_initials_or_code(desk, village, text):
    assert reverse("organisation-detail", args=["ZHEN-01"]) in found(desk, text)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("送温暖", reverse("ledger-list", args=["relief.visits"])),
        ("swn", reverse("ledger-list", args=["relief.visits"])),
        ("新发展会员", reverse("evidence", args=["organising.members_joined", "ZHEN", "2025"])),
    ],
)
def test_ledgers_and_figures_are_found_by_their_names(desk, person, text, address):
    assert address in found(desk, text)


def test_a_record_is_found_by_its_number_with_or_without_its_label(desk, person, township):
    make_membership(township, make_person(township, name="王二"))
    for text in ("会员-2025-0001", "会员-2025-1", "2025-0001", "会员－２０２５－０００１"):
        page = found(desk, text)
        assert "会员-2025-0001" in page
        assert "会员-2025-0002" not in page


def test_the_texts_of_all_ledgers_are_searched_apart(desk, township, person):
    training = make_training(township, person, title="法律知识讲座")
    page = desk.get(reverse("search-entries"), {"q": "知识讲"}).content.decode()
    assert reverse("entry-detail", args=["education.trainings", training.pk]) in page
    assert "法律知识讲座" not in found(desk, "知识讲")
    assert "没有找到" in desk.get(reverse("search-entries"), {"q": "并无此事"}).content.decode()


def test_of_one_ledger_a_few_are_shown_and_the_way_to_all(desk, township, person):
    for n in range(searching.MOST_EACH + 1):
        make_training(township, person, title=f"消防讲座{n}")
    page = desk.get(reverse("search-entries"), {"q": "消防讲座"}).content.decode()
    records = f"{reverse('ledger-list', args=['education.trainings'])}0"  # their keys begin so
    assert page.count(records) == searching.MOST_EACH
    assert f"{reverse('ledger-list', args=['education.trainings'])}?q=" in page


def test_what_lies_out_of_reach_is_not_found(at_desk, outsider, chair, township, neighbour, person):
    make_training(township, person, title="法律知识讲座")
    for user in (outsider, chair):
        desk = at_desk(user)
        assert "法律知识讲座" not in desk.get(reverse("search-entries"), {"q": "法律"}).content.decode()
    desk = at_desk(outsider)
    for text in ("单晓丽", "sxl", "甲厂", "会员-2025-0001"):
        page = found(desk, text)
        assert str(person.pk) not in page
        assert "organisations/ZHEN-01" not in page


def test_whoever_does_not_keep_records_finds_no_names(at_desk, county_officer, auditor, person):
    for user in (county_officer, auditor):
        assert "单晓丽</span>" not in found(at_desk(user), "单晓丽")


def test_parts_are_given_to_the_dialog_and_while_typing(desk, person):
    assert "<html" not in found(desk, "sxl")
    box = found(desk, "", target="dialog")
    assert "<html" not in box
    assert 'id="q-all"' in box
    whole = desk.get(reverse("search"), {"q": "sxl"}).content.decode()
    assert "<html" in whole
    assert "单晓丽" in whole


# -- the last four -----------------------------------------------------------------------------


def ask(desk, tail):
    return desk.post(reverse("search-tail"), {"tail": tail})


def test_a_person_is_found_by_the_last_four_and_the_question_is_noted(desk, clerk, person):
    answer = ask(desk, NUMBER[-4:].lower())
    assert "单晓丽" in answer.content.decode()
    assert NUMBER not in answer.content.decode()
    look = Look.objects.get()
    assert (look.by, look.what, look.address) == (clerk, searching.BY_TAIL, "127.0.0.1")
    assert NUMBER[-4:] not in look.what + look.ref


def test_the_last_four_are_kept_only_under_a_key(person):
    (row,) = PersonTail.objects.all()
    assert row.person == person
    assert NUMBER[-4:] not in row.tail
    assert len(row.tail) == 64


def test_the_last_four_of_others_find_nobody(at_desk, outsider, person):
    assert "没有证件号这样结尾的人员" in ask(at_desk(outsider), NUMBER[-4:]).content.decode()


@pytest.mark.parametrize("who", ["auditor", "county_officer"])
def test_only_those_who_keep_records_may_ask_by_the_last_four(request, at_desk, person, who):
    desk = at_desk(request.getfixturevalue(who))
    page = ask(desk, NUMBER[-4:])
    assert page.status_code == 403 or "单晓丽" not in page.content.decode()


@pytest.mark.parametrize("tail", ["", "12", "abcd", "%%%%", "12X4"])
def test_anything_but_four_marks_of_a_number_is_refused_unnoted(desk, person, tail):
    answer = ask(desk, tail)
    assert answer.status_code == 422
    assert "请写证件号的最后四位" in answer.content.decode()
    assert not Look.objects.exists()


def test_nobody_may_try_them_all(desk, person, monkeypatch):
    monkeypatch.setattr(searching, "MOST_TAILS", 3)
    assert [ask(desk, "0000").status_code for _ in range(4)] == [200, 200, 200, 422]
    assert Look.objects.count() == 3


def test_a_corrected_number_is_found_by_its_new_end(desk, clerk, person):
    person.refresh_from_db()
    person.id_number = id_number(8)
    writing.amend(person, by=clerk)
    assert "单晓丽" in ask(desk, id_number(8)[-4:]).content.decode()
    assert "单晓丽" not in ask(desk, NUMBER[-4:]).content.decode()


def test_persons_kept_before_are_indexed_once(person, township):
    make_person(township, name="无号人")
    PersonTail.objects.all().delete()
    assert finding.index_tails() == 1
    assert PersonTail.objects.get().person == person
    assert finding.index_tails() == 0


def test_a_visit_is_found_by_its_number(desk, township):
    home = make_household(township, make_person(township, name="张老汉"), village="北芹村")
    visit = make_warmth_visit(township, home)
    page = found(desk, visit.number)
    assert reverse("entry-detail", args=["relief.visits", visit.pk]) in page
