"""What rules are made of."""

import pytest

from tests.makers import make_exhibit, make_nil_report
from youju.ledger.rules import without
from youju.records import writing
from youju.records.models import NilReport

pytestmark = pytest.mark.django_db


def unproven():
    return set(without(NilReport.objects.everywhere("x"), "photo", "certificate"))


def test_a_record_with_one_of_the_expected_exhibits_is_not_an_offender(village):
    bare, shown = make_nil_report(village), make_nil_report(village, kind="dispute")
    make_exhibit(shown, "certificate")
    assert unproven() == {bare}


def test_an_exhibit_of_another_kind_does_not_count(village):
    row = make_nil_report(village)
    make_exhibit(row, "minutes")
    assert unproven() == {row}


def test_a_withdrawn_exhibit_does_not_count(village):
    row = make_nil_report(village)
    writing.void(make_exhibit(row), by=None, reason="传错")
    assert unproven() == {row}
