"""Identity: one card one person, found by any part of a name, masked until opened."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from tests.makers import id_number, make_employer, make_employment, make_membership, make_person
from youju.org.access import Access
from youju.people.models import Person

pytestmark = pytest.mark.django_db


def search(text):
    return {p.name for p in Person.objects.everywhere("x").named(text)}


def test_a_name_is_found_by_characters_pinyin_and_initials(township):
    make_person(township, name="单晓丽")
    make_person(township, name="王小明")
    for query in ("单", "晓丽", "丽", "shanxiaoli", "sxl", "xiaol", "SXL"):
        assert search(query) == {"单晓丽"}, query
    assert search("小") == {"王小明"}
    assert search("") == set()


@pytest.mark.provokes("PI-05")
def test_an_id_number_is_sealed_in_the_database_and_masked_on_screen(township):
    number = id_number(7)
    person = make_person(township, id_number=number)
    person = Person.objects.everywhere("x").get(pk=person.pk)
    assert str(person.id_number) == "••••••"
    assert person.masked_id == f"{number[:6]}********{number[-4:]}"
    with connection.cursor() as cursor:
        cursor.execute("select id_number from people_person")
        assert number not in cursor.fetchone()[0]


def test_the_same_id_number_is_not_entered_twice(township, neighbour):
    make_person(township, id_number=id_number(7))
    with pytest.raises(ValidationError) as refused:
        make_person(neighbour, name="别人", id_number=id_number(7))
    assert refused.value.message_dict["id_number"] == ["该证件号已登记，请联系上级工会办理转接。"]


def test_a_wrong_check_digit_is_named(township):
    number = id_number(7)
    wrong = number[:-1] + ("1" if number[-1] != "1" else "2")
    with pytest.raises(ValidationError) as refused:
        make_person(township, id_number=wrong)
    assert "校验" in refused.value.message_dict["id_number"][0]


def test_a_person_is_reached_through_employment_and_membership(township, neighbour, village, chair, outsider):
    member, worker = make_person(neighbour, name="张三"), make_person(neighbour, name="李四")
    make_membership(village, member)
    make_employment(worker, make_employer(township, union=village))
    seen = Person.objects.reach(Access(chair))
    assert {p.name for p in seen} == {"张三", "李四"}
    make_person(township, name="镇里人")
    assert {p.name for p in Person.objects.reach(Access(outsider))} == {"张三", "李四"}
