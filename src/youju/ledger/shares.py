"""Rates that name every subject: those with proof, those without, and those the rule does not touch."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from youju.ledger.evidence import Evidence, Figure, Line, Side, readable
from youju.ledger.indicators import Indicator, Select
from youju.ledger.scope import Scope
from youju.records.record import Record

MET, GAP, OUTSIDE = "met", "gap", "outside"
ITSELF = "pk"  # for `by`: the subjects are the records themselves, proven by what they say
Condition = Callable[[Scope, QuerySet], QuerySet]


@dataclass(frozen=True, kw_only=True)
class Share(Indicator):
    """How many of a base have proof. `select` gives the proof records, `by` is their key to the subject."""

    unit: str = "%"
    of: Select = field(repr=False)  # the population: subjects on the as-of day
    by: str  # foreign key of the proof record that leads to the subject, or ITSELF
    when: Condition | None = field(default=None, repr=False)  # which of the population the rule touches

    def base(self, scope: Scope) -> QuerySet:
        """The subjects that should have proof."""
        population = self.of(scope)
        return self.when(scope, population) if self.when else population

    def figure(self, scope: Scope) -> Figure:
        base = self.base(scope).order_by()
        proofs = self._proofs(scope, base)
        due = base.count()
        met = proofs.values(self.by).distinct().count()
        value = Decimal(met * 100) / due if due else None
        missing = () if due else ("没有应计入的对象",)
        return self._figure(scope, value, numerator=met, base=due, entries=proofs.count(), missing=missing)

    def evidence(self, scope: Scope) -> Evidence:
        base = self.base(scope)
        proofs = defaultdict(list)
        for record in readable(self._proofs(scope, base.order_by())):
            proofs[self._key(record)].append(record)
        subjects = list(readable(base))
        met = tuple(self._met(tuple(proofs[s.pk]), s) for s in subjects if s.pk in proofs)
        gap = tuple(Line((), 0, s) for s in subjects if s.pk not in proofs)
        touched = set(subjects)
        outside = [s for s in readable(self.of(scope)) if s not in touched] if self.when else []
        return Evidence(
            (
                Side(MET, "已达到", met),
                Side(GAP, "缺", gap, counted=False),
                Side(OUTSIDE, "不适用", tuple(Line((), 0, s) for s in outside), counted=False),
            )
        )

    def standing(self, scope: Scope) -> dict[Any, str]:
        """Where each subject stands, by key: the lists of the evidence without reading a record."""
        base = self.base(scope).order_by()
        met = set(self._proofs(scope, base).values_list(self.by, flat=True))
        sides = dict.fromkeys(self.of(scope).order_by().values_list("pk", flat=True), OUTSIDE)
        sides |= dict.fromkeys(base.values_list("pk", flat=True), GAP)
        return sides | dict.fromkeys(met, MET)

    def _key(self, record: Record):
        return record.pk if self.by == ITSELF else getattr(record, f"{self.by}_id")

    def _met(self, records: tuple[Record, ...], subject: Record) -> Line:
        return Line(records, 1, None if self.by == ITSELF else subject)

    def _proofs(self, scope: Scope, base: QuerySet) -> QuerySet:
        return self.select(scope).order_by().filter(**{f"{self.by}__in": base.values("pk")})


def share(
    code: str,
    label: str,
    *,
    of: Select,
    by: str = "organisation",
    when: Condition | None = None,
    synonyms: tuple[str, ...] = (),
):
    """Declare a rate: the function gives the proof records, `of` the population, `when` its condition."""
    return lambda select: Share(
        code=code, label=label, select=select, of=of, by=by, when=when, synonyms=synonyms
    )
