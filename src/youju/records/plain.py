"""`clean_fields` for many records: a value that is plainly right passes, any other is judged by its field.

Django asks each field of each record for its parts, checks and validators, mostly to hear that a short text
is a short text. Here it is worked out once for each field which values its own `clean` gives back unchanged.
"""

from collections.abc import Callable, Collection
from datetime import date, datetime
from functools import cache
from uuid import UUID

from django.core.validators import MaxLengthValidator, MaxValueValidator, MinValueValidator
from django.db import models

from youju.base.fields import EncryptedField

Test = Callable[[object], bool]
TEXTS = (models.CharField, models.TextField, EncryptedField)
NUMBERS = (
    models.IntegerField,
    models.PositiveIntegerField,
    models.PositiveSmallIntegerField,
    models.PositiveBigIntegerField,
)
OF_ONE_TYPE = {
    models.UUIDField: UUID,
    models.BooleanField: bool,
    models.DateField: date,
    models.DateTimeField: datetime,
}

UNKNOWN = object()  # a value that was not loaded


def clean_fields(record: models.Model, exclude: Collection[str]) -> None:
    """What `record.clean_fields(exclude)` does, with the same outcome."""
    values = record.__dict__
    for attname, is_fine in _tests(type(record), frozenset(exclude)):
        if not is_fine(values.get(attname, UNKNOWN)):
            record.clean_fields(exclude=exclude)
            return


@cache
def _tests(model: type[models.Model], exclude: frozenset[str]) -> list[tuple[str, Test]]:
    if model.clean_fields is not models.Model.clean_fields:
        return [("pk", _never)]
    return [(field.attname, fine(field)) for field in model._meta.fields if field.name not in exclude]


def fine(field: models.Field) -> Test:
    """Says of a value whether the field would surely take it as it is; False means: ask the field."""
    # Nothing is checked where nothing is given and nothing need be, nor where nobody fills it in.
    may_be_empty = field.blank or (field.null and not field.editable)
    kind, empty = type(field), (None, "") if may_be_empty else ()
    if kind in TEXTS and all(_is_plain(one, MaxLengthValidator) for one in field.validators):
        return _text_of(field, empty)
    if kind in NUMBERS and not field.choices:
        return _number_of(field, empty)
    if kind in OF_ONE_TYPE and not field.choices and not field.validators:
        wanted = OF_ONE_TYPE[kind]
        return lambda value: type(value) is wanted or (value is None and None in empty)
    return _never


def _never(_value: object) -> bool:
    return False


def _is_plain(validator, kind: type) -> bool:
    return type(validator) is kind and type(validator.limit_value) is int


def _text_of(field: models.Field, empty: tuple) -> Test:
    longest = min((one.limit_value for one in field.validators), default=float("inf"))
    if field.choices and field.editable:
        keys = (key for key, _label in field.flatchoices if isinstance(key, str) and 0 < len(key) <= longest)
        allowed = frozenset(keys) if isinstance(field.choices, list) else frozenset()
        return lambda value: value in empty or (isinstance(value, str) and value in allowed)
    return lambda value: value in empty or (isinstance(value, str) and 0 < len(value) <= longest)


def _number_of(field: models.Field, empty: tuple) -> Test:
    least, most = float("-inf"), float("inf")
    for one in field.validators:
        if _is_plain(one, MinValueValidator):
            least = max(least, one.limit_value)
        elif _is_plain(one, MaxValueValidator):
            most = min(most, one.limit_value)
        else:
            return _never
    return lambda value: (type(value) is int and least <= value <= most) or (value is None and None in empty)
