"""What passes without being asked about is what the field itself would have given back unchanged."""

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.makers import make_person
from youju.base.fields import EncryptedField, Sealed, uuid7
from youju.people.models import Membership, Person, Sex
from youju.records import plain
from youju.records.verifying import record_models
from youju.records.writing import _keys

MODELS = [*record_models(), *{child for model in record_models() for child in model.child_models}]
FIELDS = [
    (model, field)
    for model in MODELS
    for field in model._meta.concrete_fields
    if not field.is_relation and field.model is model
]
ODD = [None, "", " ", "x" * 500, "字" * 51, True, False, -1, 0, 1, 2**31, 2**63, 1.5, Decimal(3), [], {}, ()]
ODD += [date(2025, 1, 1), datetime(2025, 1, 1, tzinfo=UTC), uuid7(), "2025-01-01", "male", Sex.MALE, b"x"]
ODD += [Sealed("1|A256GCM|x", "person.id_number"), "nul\0", "１２"]


def unchanged_by(field: models.Field, value) -> bool:
    """Whether cleaning a record would leave this value as it is and say nothing."""
    if field.blank and value in field.empty_values:
        return True
    try:
        return field.clean(value, None) is value
    except (ValidationError, TypeError, ValueError):
        return False


@pytest.mark.parametrize(("model", "field"), FIELDS, ids=[str(field) for _model, field in FIELDS])
def test_no_field_would_refuse_or_change_what_passes(model, field):
    is_fine = plain.fine(field)
    offered = [*ODD, *(key for key, _label in field.flatchoices or ())]
    passed = [value for value in offered if is_fine(value)]
    assert all(unchanged_by(field, value) for value in passed)


def outcome(clean) -> dict | None:
    try:
        clean()
    except ValidationError as error:
        return error.message_dict
    return None


def facts(record) -> dict:
    return {field.attname: getattr(record, field.attname) for field in record._meta.concrete_fields}


texts = st.one_of(
    st.text(max_size=60), st.sampled_from(["", "male", "member", "joined", "x" * 51]), st.none()
)
days = st.one_of(st.dates(), st.none(), st.sampled_from(["2025-01-01", "2025-13-01", ""]))


@settings(max_examples=80, deadline=None)
@given(texts, texts, days, st.one_of(texts, st.integers(-2, 3)), st.integers(-1, 2**33))
@example(None, "male", None, "", 1)
@example("王", "male", "2025-01-01", "", 1)
def test_a_person_is_cleaned_as_django_would(name, sex, birth_on, phone, version):
    def made():
        person = Person(name=name, sex=sex, birth_on=birth_on, phone=phone, row_version=version)
        person.recorded_at = datetime(2025, 1, 1, tzinfo=UTC)
        return person

    mine, theirs, exclude = made(), made(), _keys(Person)
    assert outcome(lambda: plain.clean_fields(mine, exclude)) == outcome(
        lambda: theirs.clean_fields(exclude=exclude)
    )
    assert {**facts(mine), "id": 0} == {**facts(theirs), "id": 0}


@settings(max_examples=80, deadline=None)
@given(days, days, texts, texts, texts)
def test_a_register_row_is_cleaned_as_django_would(from_on, until_on, kind, began_by, card_number):
    def made():
        values = {"kind": kind, "began_by": began_by, "card_number": card_number}
        return Membership(from_on=from_on, until_on=until_on, **values)

    mine, theirs, exclude = made(), made(), _keys(Membership)
    assert outcome(lambda: plain.clean_fields(mine, exclude)) == outcome(
        lambda: theirs.clean_fields(exclude=exclude)
    )
    assert {**facts(mine), "id": 0} == {**facts(theirs), "id": 0}


def test_a_usual_record_passes_without_being_asked(monkeypatch):
    monkeypatch.setattr(models.Model, "clean_fields", None)
    plain._tests.cache_clear()
    person = Person(name="王小明", sex="male", id_number="340321198001010011", phone="13800000000")
    person.recorded_at = datetime(2025, 1, 1, tzinfo=UTC)
    plain.clean_fields(person, _keys(Person))
    person.name = ""
    with pytest.raises(TypeError):
        plain.clean_fields(person, _keys(Person))


def test_a_field_with_a_rule_of_its_own_is_always_asked():
    code = models.CharField(max_length=5, validators=[RegexValidator(r"\d+")])
    assert not plain.fine(code)("12")
    assert not plain.fine(models.DateField(choices=[(date(2025, 1, 1), "元旦")]))(date(2025, 1, 1))
    assert not plain.fine(models.CharField(max_length=5, choices=lambda: [("a", "甲")]))("a")


def test_a_model_that_cleans_its_fields_in_its_own_way_is_always_asked():
    class Wilful(Person):
        class Meta:
            app_label = "tests"
            proxy = True

        def clean_fields(self, exclude=None):
            raise ValidationError("eigen")

    with pytest.raises(ValidationError, match="eigen"):
        plain.clean_fields(Wilful(name="王", sex="male"), frozenset())


@pytest.mark.django_db
def test_a_value_that_was_not_loaded_is_left_to_django(township):
    make_person(township)
    person = Person._plain.only("id").get()
    plain.clean_fields(person, _keys(Person))
    assert person.name == "王小明"


def test_only_what_may_be_empty_is():
    nothing = models.CharField(max_length=5)
    assert [plain.fine(nothing)(value) for value in (None, "", "x")] == [False, False, True]
    assert plain.fine(EncryptedField(label="a.b", blank=True))(None)
    assert not plain.fine(models.UUIDField())(None)
    assert plain.fine(models.UUIDField())(UUID(int=1))
