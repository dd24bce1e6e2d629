"""Persons told apart and suggested."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.makers import make_employer, make_employment, make_membership, make_organisation, make_person
from tests.makers_relief import make_household

from youju.org.access import Access
from youju.people import finding
from youju.people.models import HouseholdMember
from youju.records import writing

pytestmark = pytest.mark.django_db


def suggested(user, text, **more):
    return [card.person.name for card in finding.suggest(Access(user), text, **more)]


def test_those_whose_surname_was_typed_come_first(township, clerk):
    for name in ("乔兴旺", "于旺", "王小明", "王旺"):
        make_person(township, name=name)
    assert suggested(clerk, "wang")[:2] == ["王小明", "王旺"]
    assert suggested(clerk, "王", limit=1) == ["王小明"]
    assert set(suggested(clerk, "wang")) == {"乔兴旺", "于旺", "王小明", "王旺"}


@pytest.mark.parametrize("text", ["shan", "sxl", "单晓", "晓丽"])
def test_surname_readings_initials_and_parts_are_understood(township, clerk, text):
    make_person(township, name="单晓丽")
    assert suggested(clerk, text) == ["单晓丽"]


@pytest.mark.parametrize("text", ["王", "wang", "w", "小明"])
def test_of_a_common_name_no_more_are_looked_at_than_needed(township, clerk, text, monkeypatch):
    monkeypatch.setattr(finding, "LOOKED_AT", (4,))
    for number in range(6):
        make_person(township, name="王小明", birth_on=date(1980, 1, 1 + number))
    with CaptureQueriesContext(connection) as few:
        assert suggested(clerk, text, limit=2) == ["王小明", "王小明"]
    with CaptureQueriesContext(connection) as all_of_them:
        assert len(suggested(clerk, text, limit=5)) == 5
    assert len(few) < len(all_of_them)


@pytest.mark.parametrize("text", ["王", "wang"])
def test_whoever_reaches_few_of_many_namesakes_finds_them_all_the_same(
    township, village, chair, text, monkeypatch
):
    monkeypatch.setattr(finding, "LOOKED_AT", (1, 2))
    persons = [
        make_person(township, name="王小明", birth_on=date(1980, 1, 1 + number)) for number in range(5)
    ]
    make_membership(village, persons[-1])
    [card] = finding.suggest(Access(chair), text)
    assert card.person == persons[-1]


def test_one_written_without_the_mark_in_the_name_is_found(township, clerk):
    make_person(township, name="阿依·古丽")
    assert suggested(clerk, "阿依古") == ["阿依·古丽"]
    assert suggested(clerk, " ") == []


def test_nobody_out_of_reach_is_suggested_or_counted_as_a_namesake(township, neighbour, clerk):
    make_person(neighbour, name="王小明")
    assert suggested(clerk, "wang") == []
    assert finding.namesakes(Access(clerk), ["王小明"]) == {}


def test_a_card_tells_namesakes_apart_without_their_numbers(township, village, clerk):
    member = make_person(township, name="王小明", birth_on=date(1980, 1, 1))
    worker = make_person(township, name="王小明", sex="female", birth_on=date(1991, 1, 1))
    make_membership(village, member)
    make_employment(worker, make_employer(township, name="乙厂"))
    cards = finding.namesakes(Access(clerk), ["王小明", "无此人"])["王小明"]
    assert [card.facts for card in cards] == ["男，1980年生，甲厂工会", "女，1991年生，乙厂"]
    assert str(cards[0]) == "王小明（男，1980年生，甲厂工会）"


def test_a_person_without_facts_is_still_shown(township, clerk):
    make_person(township, name="李明")
    assert finding.suggest(Access(clerk), "李明")[0].facts == "男"


def test_a_card_does_not_tell_of_a_union_out_of_reach(township, village, neighbour, clerk):
    """Known here through the family at home, a member at a factory of the neighbour."""
    person = make_person(township, name="李小宝", sex="male")
    member = HouseholdMember(
        organisation=township,
        household=make_household(township, village="北芹村"),
        person=person,
        relation="子",
        from_on=date(2020, 1, 1),
    )
    writing.enter(member, by=None)
    make_membership(make_organisation(neighbour, name="邻厂工会"), person)
    [card] = finding.suggest(Access(clerk), "李小宝")
    assert card.unit == "北芹村"
