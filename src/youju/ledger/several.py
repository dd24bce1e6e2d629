"""Figures made of several named sets of records: added up, or counted by how many of the sets hold any."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps

from django.db.models import QuerySet

from youju.ledger.evidence import Evidence, Figure, Line, Side, readable
from youju.ledger.indicators import Indicator
from youju.ledger.scope import Scope

Parts = Callable[[Scope], dict[str, QuerySet]]


@dataclass(frozen=True, kw_only=True)
class Together(Indicator):
    """Records of several ledgers that are one thing to a reader; no record may stand in two parts."""

    parts: Parts = field(repr=False)

    def figure(self, scope: Scope) -> Figure:
        value = sum(records.order_by().count() for records in self.parts(scope).values())
        return self._figure(scope, value, entries=value)

    def evidence(self, scope: Scope) -> Evidence:
        held = enumerate(self.parts(scope).items())
        return Evidence(
            tuple(
                Side(f"part{place}", name, tuple(Line((record,), 1) for record in readable(records)))
                for place, (name, records) in held
            )
        )


@dataclass(frozen=True, kw_only=True)
class Aspects(Indicator):
    """How many of several named things have at least one record: clauses kept, rights upheld."""

    parts: Parts = field(repr=False)

    def figure(self, scope: Scope) -> Figure:
        lines = self._lines(scope)
        entries = len({record.pk for line in lines for record in line.records})
        return self._figure(scope, len(lines), entries=entries)

    def evidence(self, scope: Scope) -> Evidence:
        return Evidence((Side("records", "记录", self._lines(scope)),))

    def _lines(self, scope: Scope) -> tuple[Line, ...]:
        held = {name: tuple(readable(records)) for name, records in self.parts(scope).items()}
        return tuple(Line(records, 1, term=name) for name, records in held.items() if records)


def together(code: str, label: str, *, unit: str, synonyms: tuple[str, ...] = ()):
    """Declare a sum of records; the function gives each part by its Chinese name."""
    facts = {"code": code, "label": label, "unit": unit, "synonyms": synonyms}
    return lambda parts: Together(parts=parts, select=_first(parts), **facts)


def aspects(code: str, label: str, *, unit: str = "项", synonyms: tuple[str, ...] = ()):
    """Declare a number of things; the function gives the records of each by its Chinese name."""
    facts = {"code": code, "label": label, "unit": unit, "synonyms": synonyms}
    return lambda parts: Aspects(parts=parts, select=_first(parts), **facts)


def _first(parts: Parts):
    """The records of the first part, for whoever asks an indicator for its ledger."""

    @wraps(parts)
    def select(scope: Scope) -> QuerySet:
        return next(iter(parts(scope).values()))

    return select
