"""Budgets beside what was booked."""

from django.db.models import OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from youju.base.fields import MoneyField
from youju.work.funds.models import FundLine


def with_spent(budgets: QuerySet) -> QuerySet:
    """The budget lines with what the same unit booked under the same head in the same year."""
    booked = FundLine.objects.everywhere("narrowed to the unit of each budget line").confirmed()
    booked = booked.filter(
        organisation=OuterRef("organisation"), head=OuterRef("head"), occurred_on__year=OuterRef("year")
    )
    summed = booked.order_by().values("head").annotate(sum=Sum("amount")).values("sum")
    return budgets.annotate(spent=Coalesce(Subquery(summed), 0, output_field=MoneyField()))
