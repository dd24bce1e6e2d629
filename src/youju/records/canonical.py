"""The canonical form of a record: what the chain holds and `verify` recomputes.

A record becomes a flat table `column → text or null`. Columns of child rows are named
`<table>.<child id>.<column>`. Personal columns hold a salted commitment instead of the value, so that
the value can be erased later while the chain still verifies.
"""

import json
import secrets
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from uuid import UUID

from django.db import models

from youju.base import vault
from youju.base.fields import EncryptedField, Sealed
from youju.records.inserting import plain_field

Row = dict[str, str | None]


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
    """The public and the personal columns of one database row."""
    public: Row = {}
    personal: Row = {}
    for field, as_it_is, secret in _fields(type(row)):
        value = getattr(row, field.attname)
        kind = type(value)
        if kind is Sealed:
            value = value.open(row.pk)
        elif kind is UUID and as_it_is is UUID:
            value = str(value)
        elif value is not None and kind is not as_it_is:
            value = text_of(field.get_prep_value(field.to_python(value)))
        (personal if secret and value not in (None, "") else public)[prefix + field.column] = value
    return public, personal


@cache
def _fields(model: type[models.Model]) -> list[tuple[models.Field, type | None, bool]]:
    """Each column, the type of value that needs no bringing into form, and whether it is personal."""
    personal = getattr(model, "personal", ())
    found = []
    for field in model._meta.concrete_fields:
        sealed, kind = isinstance(field, EncryptedField), type(plain_field(field))
        text = sealed or kind in (models.CharField, models.TextField)
        as_it_is = str if text else UUID if kind is models.UUIDField else None
        found.append((field, as_it_is, sealed or field.name in personal))
    return found


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
        name: kept[name][0] if name in kept and kept[name][1] == value else secrets.token_hex(16)
        for name, value in personal.items()
    }


def dump(row: Row) -> str:
    return json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def framed(*parts: str | int | None) -> bytes:
    """Length-prefixed parts, so that no two lists of parts give the same bytes."""
    out = bytearray()
    for part in parts:
        data = b"\xff" if part is None else str(part).encode()
        out += len(data).to_bytes(8, "big") + data
    return bytes(out)
