"""A field must not hide what every record has under the same name."""

import pytest
from django.apps import apps

from youju.records.record import Entry, Record, Register

RECORDS = [model for model in apps.get_models() if issubclass(model, Record)]


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model._meta.label)
def test_no_field_hides_a_property_of_the_kernel(model):
    base = next(kind for kind in (Entry, Register, Record) if issubclass(model, kind))
    own = {field.name for field in model._meta.get_fields()} - {
        field.name for field in base._meta.get_fields()
    }
    assert not {name for name in own if hasattr(base, name)}


def test_the_ledgers_are_among_the_records_looked_at():
    assert len(RECORDS) > 20
