"""Marks of checks: their totals, and how far a unit's own marks lie from the federation's."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import DecimalField, OuterRef, QuerySet, Subquery, Sum

from youju.work.workers_home.models import CheckScore, SelfCheck, SpotCheck

FEW_MARKS = DecimalField(max_digits=9, decimal_places=1)


@dataclass(frozen=True)
class Difference:
    """One item with the marks of both checks; None where a check gave none."""

    item: str
    own: Decimal | None
    checked: Decimal | None

    @property
    def gap(self) -> Decimal | None:
        return None if None in (self.own, self.checked) else self.own - self.checked


def with_total(checks: QuerySet, key: str = "pk", name: str = "total") -> QuerySet:
    """The checks with the sum of their marks; `key` leads to the check whose marks are meant."""
    rows = CheckScore.objects.filter(parent_id=OuterRef(key)).order_by().values("parent_id")
    summed = Subquery(rows.annotate(sum=Sum("score")).values("sum"), output_field=FEW_MARKS)
    return checks.annotate(**{name: summed})


def total(check: SelfCheck | SpotCheck) -> Decimal:
    return sum((row.score for row in CheckScore.objects.filter(parent_id=check.pk)), Decimal(0))


def passes(check: SelfCheck | SpotCheck) -> bool | None:
    """Enough marks and no required item failed; None where the standard names no pass mark."""
    mark = check.standard.pass_mark
    if mark is None:
        return None
    given = {row.item_id: row.score for row in CheckScore.objects.filter(parent_id=check.pk)}
    required = check.standard.current_items.filter(required=True)
    return total(check) >= mark and all(given.get(item.pk, 0) >= item.marks for item in required)


def differences(check: SpotCheck) -> list[Difference]:
    """Item by item, the unit's own marks beside those of the spot-check."""
    own, found = (
        {row.item: row.score for row in CheckScore.objects.filter(parent_id=pk).select_related("item")}
        for pk in (check.self_check_id, check.pk)
    )
    items = sorted({*own, *found}, key=lambda item: item.order)
    return [Difference(str(item), own.get(item), found.get(item)) for item in items]
