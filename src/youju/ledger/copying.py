"""What a new record takes over from an earlier one, so that nobody types the same twice."""

from contextlib import suppress
from uuid import UUID

from django.db import models

from youju.base.fields import EncryptedField
from youju.ledger.forms import editable_fields
from youju.ledger.ledgers import Ledger
from youju.org.access import Access
from youju.records.record import Record, State

LAST = "last"
# When it was is what differs; what a correction corrects is said once.
NEVER = frozenset({"occurred_on", "from_on", "until_on", "corrects", "unnamed"})
# Of the record just saved, the next one in the same sitting shares where and when.
ASKED = ("organisation", "name")  # what an address may fill in by itself
SITTING = ("organisation", "occurred_on", "from_on")


def last_of(access: Access, ledger: Ledger) -> Record | None:
    """The record of the ledger that the user entered last."""
    mine = ledger.records(access).filter(recorded_by=access.user).exclude(state=State.VOIDED)
    return mine.order_by("-recorded_at", "-id").first()


def taken_over(access: Access, ledger: Ledger, asked) -> dict:
    """Initial values of a new form, as the address asks: `copy` a record, `after` one, `organisation`."""
    if wanted := asked.get("copy"):
        record = last_of(access, ledger) if wanted == LAST else _reached(access, ledger, wanted)
        return _values(record, [name for name in editable_fields(ledger.model) if name not in NEVER])
    if wanted := asked.get("after"):
        return _values(_reached(access, ledger, wanted), SITTING)
    return {name: asked[name] for name in ASKED if asked.get(name)}


def _reached(access: Access, ledger: Ledger, key: str) -> Record | None:
    with suppress(ValueError):
        return ledger.records(access).filter(pk=UUID(key)).first()
    return None


def _values(record: Record | None, names) -> dict:
    """What the fields hold; of sealed ones nothing."""
    if record is None:
        return {}
    fields: dict[str, models.Field] = {field.name: field for field in record._meta.concrete_fields}
    held = {name: fields[name] for name in names if name in fields}
    return {
        name: field.value_from_object(record)
        for name, field in held.items()
        if not isinstance(field, EncryptedField)
    }
