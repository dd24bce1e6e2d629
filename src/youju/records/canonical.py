"""The canonical form of a record: what the chain holds and `verify` recomputes.

A record becomes a flat table `column → text or null`. Columns of child rows are named
`<table>.<child id>.<column>`. Personal columns hold a salted commitment instead of the value, so that
the value can be erased later while the chain still verifies.
"""

import json
import secrets
from datetime import UTC, date, datetime
from decimal import Decimal

from django.db import models

from youju.base import vault
from youju.base.fields import EncryptedField, Sealed

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
    personal_names = set(getattr(row, "personal", ()))
    public: Row = {}
    personal: Row = {}
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        if isinstance(value, Sealed):
            value = value.open(row.pk)
        elif not isinstance(field, EncryptedField):
            value = text_of(field.get_prep_value(field.to_python(value) if value is not None else None))
        secret = isinstance(field, EncryptedField) or field.name in personal_names
        (personal if secret and value not in (None, "") else public)[prefix + field.column] = value
    return public, personal


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
