"""Rates of sums: of all who were due at meetings or study, how many came."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, F, IntegerField, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from youju.ledger.evidence import Evidence, Figure, Line, Side, readable
from youju.ledger.indicators import Indicator
from youju.ledger.scope import Scope
from youju.records.models import Participation


@dataclass(frozen=True, kw_only=True)
class Ratio(Indicator):
    """The sum of one number over the sum of another; records without the second say nothing."""

    unit: str = "%"
    of: str  # a field or an annotation of the records
    base: str

    def figure(self, scope: Scope) -> Figure:
        records = self._due(scope).order_by()
        found = records.aggregate(met=Sum(self.of), due=Sum(self.base), entries=Count("pk"))
        met, due = found["met"] or 0, found["due"] or 0
        value = Decimal(met * 100) / due if due else None
        missing = () if due else ("没有应计入的对象",)
        return self._figure(scope, value, numerator=met, base=due, entries=found["entries"], missing=missing)

    def evidence(self, scope: Scope) -> Evidence:
        lines = tuple(
            Line((record,), getattr(record, self.of), note=f"应 {getattr(record, self.base)}")
            for record in readable(self._due(scope))
        )
        return Evidence((Side("records", "记录", lines),))

    def _due(self, scope: Scope) -> QuerySet:
        return self.select(scope).filter(**{f"{self.base}__gt": 0})


def ratio(code: str, label: str, *, of: str, base: str, synonyms: tuple[str, ...] = ()):
    """Declare a rate of two sums over the records that the function gives."""
    facts = {"of": of, "base": base, "synonyms": synonyms}
    return lambda select: Ratio(code=code, label=label, select=select, **facts)


def with_present(entries: QuerySet) -> QuerySet:
    """The entries with the number `present`: participants by name and those only counted."""
    rows = Participation.objects.filter(parent_id=OuterRef("pk")).order_by().values("parent_id")
    named = Subquery(rows.annotate(n=Count("pk")).values("n"), output_field=IntegerField())
    return entries.annotate(present=Coalesce(named, 0) + F("unnamed"))
