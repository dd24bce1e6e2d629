"""Numbers that can show their evidence.

An indicator is a function from a scope to the records behind a number. The number is computed from
those same records, so the two cannot disagree. The function's docstring is the official definition
(口径) that readers see.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from inspect import cleandoc
from typing import ClassVar

from django.db.models import Count as CountOf
from django.db.models import QuerySet, Sum

from youju.ledger.evidence import Evidence, Figure, Line, Number, Side, by_subject, readable
from youju.ledger.scope import Scope
from youju.records.models import Participation

Select = Callable[[Scope], QuerySet]


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """A named set of records and the way to add them up."""

    code: str
    label: str
    unit: str
    select: Select = field(repr=False)
    synonyms: tuple[str, ...] = ()  # other names of the same thing in running text
    numbers_only: bool = False  # published files list neither names nor subjects, e.g. of minors
    again: ClassVar[str] = "同一对象多次记录，只计一次"

    @property
    def definition(self) -> str:
        return cleandoc(self.select.__doc__ or "")

    @property
    def line(self) -> str:
        return self.code.split(".")[0]

    def value(self, scope: Scope) -> Number | None:
        return self.figure(scope).value

    def figure(self, scope: Scope) -> Figure:
        raise NotImplementedError

    def evidence(self, scope: Scope) -> Evidence:
        raise NotImplementedError

    def _figure(self, scope: Scope, value: Number | None, **facts) -> Figure:
        given = {"numerator": value, "base": None, "entries": 0, "rows": 0} | facts
        return Figure(
            code=self.code,
            label=self.label,
            unit=self.unit,
            value=value,
            period=scope.period.label,
            as_of=scope.as_of,
            **given,
        )


@dataclass(frozen=True, kw_only=True)
class Counted(Indicator):
    """How many records, or how many different subjects they belong to."""

    of: str = ""  # foreign key whose different values are counted; empty: the records themselves

    def figure(self, scope: Scope) -> Figure:
        records = self.select(scope).order_by()
        entries = records.count()
        value = records.values(self.of).distinct().count() if self.of else entries
        return self._figure(scope, value, entries=entries)

    def evidence(self, scope: Scope) -> Evidence:
        records = readable(self.select(scope))
        if not self.of:
            lines = tuple(Line((record,), 1) for record in records)
        else:
            lines = by_subject(records, self.of, self.again)
        return Evidence((Side("records", "记录", lines),))


@dataclass(frozen=True, kw_only=True)
class Total(Indicator):
    """The sum of one field."""

    of: str

    def figure(self, scope: Scope) -> Figure:
        found = self.select(scope).order_by().aggregate(total=Sum(self.of), entries=CountOf("pk"))
        return self._figure(scope, found["total"] or 0, entries=found["entries"])

    def evidence(self, scope: Scope) -> Evidence:
        records = readable(self.select(scope))
        lines = tuple(Line((record,), getattr(record, self.of) or 0) for record in records)
        return Evidence((Side("records", "记录", lines),))


@dataclass(frozen=True, kw_only=True)
class Attendances(Indicator):
    """人次: participants row by row, plus head-counts that stand beside a sign-in sheet."""

    unit: str = "人次"

    def figure(self, scope: Scope) -> Figure:
        entries = self.select(scope).order_by()
        rows = self._rows(entries).count()
        found = entries.aggregate(unnamed=Sum("unnamed"), entries=CountOf("pk"))
        return self._figure(scope, rows + (found["unnamed"] or 0), entries=found["entries"], rows=rows)

    def evidence(self, scope: Scope) -> Evidence:
        entries = self.select(scope)
        seats = self._rows(entries.order_by()).order_by().values("parent_id").annotate(n=CountOf("pk"))
        named = {row["parent_id"]: row["n"] for row in seats}
        lines = tuple(
            Line(
                (entry,),
                named.get(entry.pk, 0) + entry.unnamed,
                note=f"其中未列名 {entry.unnamed} 人次" if entry.unnamed else "",
            )
            for entry in readable(entries)
        )
        return Evidence((Side("records", "记录", lines),))

    @staticmethod
    def _rows(entries: QuerySet) -> QuerySet:
        return Participation.objects.filter(parent_id__in=entries.values("pk"))


@dataclass(frozen=True, kw_only=True)
class Attendees(Indicator):
    """人: different persons among the participants; names without a person are not guessed at."""

    unit: str = "人"

    def figure(self, scope: Scope) -> Figure:
        entries = self.select(scope).order_by()
        rows = Participation.objects.filter(parent_id__in=entries.values("pk")).order_by()
        known = rows.exclude(person=None)
        value, listed = (known.values(name).distinct().count() for name in ("person", "parent_id"))
        return self._figure(scope, value, entries=listed, rows=rows.count())

    def evidence(self, scope: Scope) -> Evidence:
        entries = {entry.pk: entry for entry in readable(self.select(scope))}
        rows = Participation.objects.filter(parent_id__in=list(entries)).select_related("person")
        seats: dict = {}
        unknown = []
        for row in rows:
            if row.person_id is None:
                unknown.append(Line((entries[row.parent_id],), 0, note=f"{row} 未核身份"))
            else:
                seats.setdefault(row.person, []).append(entries[row.parent_id])
        lines = tuple(Line(tuple(held), 1, person) for person, held in seats.items())
        sides = [Side("records", "记录", lines)]
        if unknown:
            sides.append(Side("unknown", "未核身份", tuple(unknown), counted=False))
        return Evidence(tuple(sides))


def count(
    code: str,
    label: str,
    *,
    unit: str,
    of: str = "",
    synonyms: tuple[str, ...] = (),
    numbers_only: bool = False,
):
    """Declare an indicator that counts records, or the different values of the foreign key `of`."""
    facts = {"unit": unit, "of": of, "synonyms": synonyms, "numbers_only": numbers_only}
    return lambda select: Counted(code=code, label=label, select=select, **facts)


def total(
    code: str,
    label: str,
    *,
    of: str,
    unit: str = "元",
    synonyms: tuple[str, ...] = (),
    numbers_only: bool = False,
):
    """Declare an indicator that adds up the field `of`."""
    facts = {"unit": unit, "of": of, "synonyms": synonyms, "numbers_only": numbers_only}
    return lambda select: Total(code=code, label=label, select=select, **facts)


def attendances(code: str, label: str, *, synonyms: tuple[str, ...] = ()):
    """Declare an indicator of 人次 over entries with participants."""
    return lambda select: Attendances(code=code, label=label, select=select, synonyms=synonyms)


def attendees(code: str, label: str, *, synonyms: tuple[str, ...] = ()):
    """Declare an indicator of different persons (人) over entries with participants."""
    return lambda select: Attendees(code=code, label=label, select=select, synonyms=synonyms)
