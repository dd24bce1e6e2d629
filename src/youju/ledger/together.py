"""One act on many records: each is judged by itself, and what is refused stops none of the others."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from youju.records import writing
from youju.records.record import Record


@dataclass
class Outcome:
    done: list[Record] = field(default_factory=list)
    refused: list[tuple[Record, str]] = field(default_factory=list)  # with the reason in words


def each(
    records: Iterable[Record], act: Callable[[Record], object], *, seen: Mapping[UUID, int] | None = None
) -> Outcome:
    """Run the act on each record, in the version the user saw; all in one transaction."""
    outcome = Outcome()
    with transaction.atomic():
        for record in records:
            record.row_version = (seen or {}).get(record.pk, record.row_version)
            try:
                with transaction.atomic():
                    act(record)
            except (ValidationError, PermissionDenied, writing.Conflict) as refused:
                reason = " ".join(getattr(refused, "messages", map(str, refused.args)))
                outcome.refused.append((record, reason))
            else:
                outcome.done.append(record)
    return outcome
