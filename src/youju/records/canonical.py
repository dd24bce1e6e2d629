"""The canonical form of a record: what the chain holds and `verify` recomputes.

A record becomes a flat table `column → text or null`. Columns of child rows are named
`<table>.<child id>.<column>`. Personal columns hold a salted commitment instead of the value, so that
the value can be erased later while the chain still verifies.
"""

import json
import secrets
from collections.abc import Callable, Collection
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache, lru_cache
from uuid import UUID

from django.db import models

from youju.base import vault
from youju.base.fields import EncryptedField, Sealed
from youju.records.inserting import plain_field

Row = dict[str, str | None]
Sayings = dict[type, Callable[[object], str]]
COUNTS = (
    models.IntegerField,
    models.PositiveIntegerField,
    models.PositiveSmallIntegerField,
    models.PositiveBigIntegerField,
)
ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
SALT = 16  # bytes
cache_of_few = lru_cache(maxsize=100)


def text_of(value: object) -> str | None:
    """One column as text, the same before saving and after loading, on every engine."""
    match value:
        case None:
            return None
        case bool():
            return "true" if value else "false"
        case datetime():
            return value.astimezone(UTC).isoformat(timespec="microseconds")
        case date():
            return value.isoformat()
        case Decimal():
            return format(value.normalize(), "f")
        case _:
            return str(value)


def split(row: models.Model, prefix: str = "") -> tuple[Row, Row]:
    """The public and the personal columns of one database row, whether it was written yet or not."""
    public: Row = {}
    personal: Row = {}
    for column, attname, say, own, secret in _columns(type(row)):
        value = getattr(row, attname)
        if value is not None:
            kind = type(value)
            if kind is Sealed:
                value = value.open(row.pk)
            elif kind in say:
                value = say[kind](value)
            else:
                value = own(value)
        (personal if secret and value not in (None, "") else public)[prefix + column] = value
    return public, personal


@cache
def _columns(model: type[models.Model]) -> list[tuple[str, str, Sayings, Callable, bool]]:
    """Each column: its names, how usual values are said by type, how any other, whether it is personal."""
    personal = getattr(model, "personal", ())
    return [
        (field.column, field.attname, _sayings(field), _own(field), _is_secret(field, personal))
        for field in model._meta.concrete_fields
    ]


def _is_secret(field: models.Field, personal: Collection[str]) -> bool:
    return isinstance(field, EncryptedField) or field.name in personal


def _own(field: models.Field) -> Callable[[object], str | None]:
    """A value as its field would keep it; an empty one that is to be sealed is none."""
    if isinstance(field, EncryptedField):
        return lambda value: str(value) or None
    return lambda value: text_of(field.get_prep_value(field.to_python(value)))


def _sayings(field: models.Field) -> Sayings:
    """How a value that needs no bringing into form is said, by its type."""
    kind = type(plain_field(field))
    if kind in (models.CharField, models.TextField):
        return {str: str}
    if kind is models.UUIDField:
        return {UUID: _key}
    if kind is models.DateField:
        return {date: date.isoformat}
    if kind is models.DateTimeField:
        return {datetime: cache_of_few(_own(field))}
    if kind is models.BooleanField:
        return {bool: text_of}
    return {int: str} if kind in COUNTS else {}


def _key(value: UUID) -> str:
    return _key_of(value.int)


@lru_cache(maxsize=1_000)  # a batch names the same keepers, units and people again and again
def _key_of(number: int) -> str:
    digits = f"{number:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def columns(record: models.Model, children) -> tuple[Row, Row]:
    """Public and personal columns of a record with its child rows."""
    public, personal = split(record)
    for child in children:
        open_, closed = split(child, f"{child._meta.db_table}.{child.pk}.")
        public |= open_
        personal |= closed
    return public, personal


def commit(personal: Row, salts: dict[str, str]) -> Row:
    """Each personal value as a commitment under its salt (hex)."""
    return {
        name: "#" + vault.commitment(bytes.fromhex(salts[name]), value or "")
        for name, value in personal.items()
    }


def fresh_salts(personal: Row, kept: dict[str, tuple[str, str]]) -> dict[str, str]:
    """A salt for each personal value: the one it already had, or a new one where the value is new."""
    return {
        name: kept[name][0] if name in kept and kept[name][1] == value else secrets.token_hex(SALT)
        for name, value in personal.items()
    }


def dump(row: Row) -> str:
    return ENCODER.encode(row)


def framed(*parts: str | int | None) -> bytes:
    """Length-prefixed parts, so that no two lists of parts give the same bytes."""
    out = []
    for part in parts:
        data = b"\xff" if part is None else str(part).encode()
        out += len(data).to_bytes(8, "big"), data
    return b"".join(out)
