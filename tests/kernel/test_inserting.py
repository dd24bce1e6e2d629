"""Rows inserted by one prepared statement are the rows Django would have inserted."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from tests.makers import id_number, make_person
from tests.makers_relief import warmth_visit
from youju.base import clock
from youju.people.models import Person, PersonGram
from youju.records import inserting
from youju.work.relief.models import WarmthVisit

pytestmark = pytest.mark.django_db


def test_every_kind_of_value_comes_back_as_it_went_in(township):
    visit = warmth_visit(township, amount=Decimal("1200.50"), occurred_on=date(2025, 3, 1), goods="米油")
    visit.federation_id, visit.recorded_at = township.pk, clock.now()
    inserting.insert(WarmthVisit, [visit])
    kept = WarmthVisit._plain.get()
    assert (kept.pk, kept.amount, kept.occurred_on, kept.goods) == (
        visit.pk,
        Decimal("1200.50"),
        date(2025, 3, 1),
        "米油",
    )
    assert (kept.recorded_at, kept.household_id, kept.goods_value) == (
        visit.recorded_at,
        visit.household_id,
        None,
    )
    assert visit._state.adding is False


def test_a_sealed_value_is_sealed_on_the_way(township):
    person = make_person(township, id_number=id_number(1))
    assert Person._plain.get().id_number.open(person.pk) == id_number(1)


def test_a_key_that_is_given_by_the_database_may_be_left_out(township):
    person = make_person(township, name="曾丽")
    assert {"曾丽", "zengli", "zl"} <= set(PersonGram.objects.values_list("gram", flat=True))
    assert PersonGram.objects.filter(person=person).count() == PersonGram.objects.count()


def test_no_rows_are_no_statement(township, django_assert_num_queries):
    with django_assert_num_queries(0):
        inserting.insert(WarmthVisit, [])


def test_what_the_database_refuses_is_refused_whole(township):
    visits = [warmth_visit(township) for _ in range(2)]
    for visit in visits:
        visit.federation_id, visit.recorded_at = township.pk, clock.now()
    visits[1].pk = visits[0].pk
    with pytest.raises(IntegrityError), transaction.atomic():
        inserting.insert(WarmthVisit, visits)
    assert not WarmthVisit._plain.exists()
