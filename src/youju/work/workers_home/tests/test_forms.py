"""The form of a check asks for every item of the standard in force; the form of a sample draws."""

from decimal import Decimal

import pytest
from tests.makers import make_organisation
from tests.makers_workers_home import make_item, make_standard

from youju.ledger.forms import entry_form
from youju.org.access import Access
from youju.records import writing
from youju.work.workers_home.drawing import draw
from youju.work.workers_home.ledgers import SAMPLES, SELF_CHECKS
from youju.work.workers_home.models import SelfCheck

pytestmark = pytest.mark.django_db


@pytest.fixture
def standard(township):
    return make_standard(township)


@pytest.fixture
def items(township, standard):
    return [make_item(township, standard, order=n, content=f"第{n}项") for n in (2, 1)]


def filled(unit, items, *marks, **values):
    data = {"key": "k", "organisation": unit.pk, "occurred_on": "2025-11-20", "checked_by": "王主席"}
    data |= {f"score-{item.pk}": mark for item, mark in zip(items, marks, strict=True)}
    return data | values


def test_a_chair_fills_in_the_standard_of_the_town(village, chair, standard, items):
    form = entry_form(SELF_CHECKS, Access(chair))(filled(village, items, "8", "9.5"), place=village)
    assert [name for name in form.fields if name.startswith("score-")] == [
        f"score-{item.pk}" for item in sorted(items, key=lambda item: item.order)
    ]
    assert form.is_valid(), form.errors
    check = form.save()
    assert check.standard == standard
    rows = writing.child_rows(check)
    assert [(row.item.content, row.score) for row in rows] == [
        ("第1项", Decimal("9.5")),
        ("第2项", Decimal(8)),
    ]


@pytest.mark.parametrize("mark", ["10.1", "-1", "", "x"])
def test_marks_stay_within_the_full_marks(village, chair, items, mark):
    form = entry_form(SELF_CHECKS, Access(chair))(filled(village, items, "8", mark), place=village)
    assert not form.is_valid()
    assert list(form.errors) == [f"score-{items[1].pk}"]


def test_without_a_standard_there_is_nothing_to_check_against(village, chair):
    form = entry_form(SELF_CHECKS, Access(chair))(filled(village, []), place=village)
    assert not form.is_valid()
    assert "还没有施行的建家标准" in form.non_field_errors()[0]


def test_a_correction_shows_the_marks_given_and_replaces_them(village, chair, items):
    access = Access(chair)
    form = entry_form(SELF_CHECKS, access)(filled(village, items, "8", "9"), place=village)
    assert form.is_valid(), form.errors
    check = SelfCheck.objects.reach(access).get(pk=form.save().pk)
    again = entry_form(SELF_CHECKS, access)(instance=check)
    assert again.fields[f"score-{items[0].pk}"].initial == 8
    changed = filled(village, items, "7", "9", row_version=check.row_version)
    changed |= {f"note-{items[0].pk}": "资料不全"}
    form = entry_form(SELF_CHECKS, access)(changed, instance=check)
    assert form.is_valid(), form.errors
    rows = writing.child_rows(form.save())
    assert [(row.score, row.note) for row in rows] == [(9, ""), (7, "资料不全")]


def test_a_sample_is_drawn_among_the_units_below(township, village, clerk, standard):
    units = [village, *(make_organisation(township, name=f"{n}厂工会") for n in range(9))]
    data = {"key": "k", "organisation": township.pk, "occurred_on": "2025-12-01", "percent": "30"}
    form = entry_form(SAMPLES, Access(clerk))(data | {"seed": "种子", "standard": standard.pk})
    assert form.is_valid(), form.errors
    rows = writing.child_rows(form.save())
    assert [row.unit for row in rows] == draw(units, "种子", 30)


def test_nothing_can_be_drawn_where_no_union_stands(township, clerk, standard):
    data = {"key": "k", "organisation": township.pk, "occurred_on": "2025-12-01", "percent": "30"}
    form = entry_form(SAMPLES, Access(clerk))(data | {"seed": "种子", "standard": standard.pk})
    assert not form.is_valid()
    assert "没有基层工会" in str(form.errors)
