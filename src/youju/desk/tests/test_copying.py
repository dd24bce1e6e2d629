"""A new record begun from an earlier one; drafts that stay on the device."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse
from tests.conformance.makers import MAKERS
from tests.makers import make_person
from tests.makers_relief import make_household, make_warmth_visit, warmth_visit

from youju.base.fields import EncryptedField
from youju.catalogue import LEDGERS
from youju.ledger.forms import entry_form
from youju.org.access import Access
from youju.records import writing

pytestmark = pytest.mark.django_db
NEW = reverse("entry-new", args=["relief.visits"])


@pytest.fixture
def household(village):
    return make_household(village, make_person(village, name="单晓丽"))


def initial(desk, **asked) -> dict:
    return desk.get(NEW, asked).context["form"].initial


def test_the_last_own_record_is_taken_over_but_not_its_day(desk, clerk, leader, household, village):
    for by, amount in ((clerk, 300), (leader, 900)):
        visit = warmth_visit(village, household, amount=Decimal(amount), occurred_on=date(2025, 5, 1))
        writing.enter(visit, by=by)
    found = initial(desk, copy="last")
    assert (found["amount"], found["household"], found["organisation"]) == (300, household.pk, village.pk)
    assert "occurred_on" not in found
    page = desk.get(NEW, {"copy": "last"}).content.decode()
    assert 'value="300.00"' in page


def test_a_record_is_copied_from_its_page(desk, household, village):
    visit = make_warmth_visit(village, household, amount=Decimal(70))
    page = desk.get(reverse("entry-detail", args=["relief.visits", visit.pk])).content.decode()
    assert f"{NEW}?copy={visit.pk}" in page
    assert initial(desk, copy=str(visit.pk))["amount"] == 70


@pytest.mark.parametrize(
    "asked", [{"copy": "last"}, {"copy": "nonsense"}, {"after": "x"}, {"organisation": "x"}]
)
def test_nothing_to_copy_gives_an_empty_form(desk, household, asked):
    answer = desk.get(NEW, asked)
    assert answer.status_code == 200
    assert not answer.context["form"].initial.get("amount")


def test_what_lies_out_of_reach_is_not_copied(at_desk, outsider, household, village):
    visit = make_warmth_visit(village, household, amount=Decimal(70))
    assert "amount" not in initial(at_desk(outsider), copy=str(visit.pk))


def test_a_unit_in_the_address_is_chosen(desk, household, village):
    page = desk.get(NEW, {"organisation": str(village.pk)}).content.decode()
    assert f'<option value="{village.pk}" selected' in page


def test_sealed_values_are_not_taken_over(desk, village):
    ledger = LEDGERS["relief.files"]
    sealed = {f.name for f in ledger.model._meta.concrete_fields if isinstance(f, EncryptedField)}
    assert sealed
    record = MAKERS["relief.files"](village)
    found = (
        desk.get(reverse("entry-new", args=[ledger.code]), {"copy": str(record.pk)}).context["form"].initial
    )
    assert not sealed & found.keys()


@pytest.mark.parametrize("code", LEDGERS)
def test_drafts_of_sealed_fields_are_never_kept(clerk, township, code):
    form = entry_form(LEDGERS[code], Access(clerk))(place=township)
    for field in LEDGERS[code].model._meta.concrete_fields:
        if isinstance(field, EncryptedField) and field.name in form.fields:
            assert "data-sealed" in str(form[field.name])


def test_the_page_says_which_sending_was_saved(desk, household, village):
    data = {
        "organisation": village.pk,
        "occurred_on": "2025-11-01",
        "round": "everyday",
        "household": household.pk,
        "kind": "visit",
        "amount": "100",
        "money_source": "own_budget",
        "key": "k1",
    }
    refused = desk.post(NEW, data | {"amount": "viel"})
    assert refused.status_code == 422
    assert "youju-saved" not in refused.cookies
    assert desk.post(NEW, data).cookies["youju-saved"].value == "k1"


def test_a_form_names_its_draft_and_logging_out_is_marked(desk, household):
    page = desk.get(NEW).content.decode()
    assert f'data-draft="{NEW}"' in page
    assert "data-log-out" in page
    assert "data-user=" in page
    assert "data-refused" not in page
