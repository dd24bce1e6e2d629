"""How many different words a field holds: channels used, bodies that helped, festivals kept."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import QuerySet

from youju.ledger.evidence import Evidence, Figure, Line, Side, readable
from youju.ledger.indicators import Indicator, Select
from youju.ledger.scope import Scope
from youju.records.record import Record


@dataclass(frozen=True, kw_only=True)
class Kinds(Indicator):
    """The different values of a field, or of several taken together; an empty one is none."""

    of: tuple[str, ...]

    def figure(self, scope: Scope) -> Figure:
        records = self._told(scope).order_by()
        value = records.values(*self.of).distinct().count()
        return self._figure(scope, value, entries=records.count())

    def evidence(self, scope: Scope) -> Evidence:
        held = defaultdict(list)
        for record in readable(self._told(scope)):
            held[tuple(getattr(record, name) for name in self.of)].append(record)
        lines = (Line(tuple(records), 1, term=self._term(records[0])) for records in held.values())
        return Evidence((Side("records", "记录", tuple(sorted(lines, key=lambda line: line.term))),))

    def _told(self, scope: Scope) -> QuerySet:
        records = self.select(scope)
        words = [name for name in self.of if records.model._meta.get_field(name).empty_strings_allowed]
        for name in words:
            records = records.exclude(**{name: ""})
        return records

    def _term(self, record: Record) -> str:
        display = (getattr(record, f"get_{name}_display", None) for name in self.of)
        parts = (
            show() if show else getattr(record, name) for name, show in zip(self.of, display, strict=True)
        )
        return " ".join(str(part) for part in parts)


def kinds(code: str, label: str, unit: str, *, of: str | tuple[str, ...], synonyms: tuple[str, ...] = ()):
    """Declare an indicator that counts the different values of the field `of`, or of several together."""
    fields = (of,) if isinstance(of, str) else of
    return lambda select: _kinds(code, label, unit, fields, synonyms, select)


def _kinds(code, label, unit, fields, synonyms, select: Select) -> Kinds:
    return Kinds(code=code, label=label, unit=unit, of=fields, synonyms=synonyms, select=select)
