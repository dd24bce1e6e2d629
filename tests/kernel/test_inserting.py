"""Rows inserted by one prepared statement are the rows Django would have inserted."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from tests.makers import id_number, make_person
from tests.makers_relief import warmth_visit
from youju.base import clock
from youju.people.models import Person, PersonGram
from youju.records import engine, inserting
from youju.records.models import NumberSeries
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


def fill(federation, rows) -> None:
    names = ("federation_id", "ledger_code", "year", "last")
    fields = [NumberSeries._meta.get_field(name) for name in names]
    inserting.insert_values(NumberSeries, fields, [(federation.pk, *row) for row in rows])


def test_many_rows_meet_the_same_rules_as_one(township):
    """Whichever way they take into the engine: refused as Django says it, and none is kept."""
    rows = [(f"x.{n}", 2025, 1) for n in range(engine.FEW + 5)]
    with pytest.raises(IntegrityError), transaction.atomic():
        fill(township, [*rows, rows[0]])
    assert not NumberSeries.objects.filter(ledger_code="x.1").exists()
    fill(township, rows)
    assert NumberSeries.objects.filter(ledger_code__startswith="x.").count() == len(rows)


def test_difficult_texts_come_out_of_many_rows_as_they_went_in(township):
    """Tabs, line ends, backslashes and the marks that COPY reads as something else."""
    texts = ["a\tb", "a\nb", "a\\b", "\\N", "\\.", "", "“引号”", "𬭊", "a\r\nb", "'; --"] * 3
    fill(township, [(f"{n:02d}{text}", 1999, n) for n, text in enumerate(texts)])
    kept = NumberSeries.objects.filter(year=1999).order_by("last").values_list("ledger_code", flat=True)
    assert list(kept) == [f"{n:02d}{text}" for n, text in enumerate(texts)]
