"""How much was recorded when: the records of each ledger in a period or month, as its list shows them."""

from collections import Counter
from collections.abc import Iterable

from django.db.models import Count, QuerySet
from django.db.models.functions import ExtractMonth

from youju.base import periods
from youju.base.periods import Period
from youju.ledger.ledgers import Ledger
from youju.ledger.listing import under
from youju.org.access import Access
from youju.org.models import Organisation


def by_ledger(
    access: Access, unit: Organisation, period: Period, ledgers: Iterable[Ledger]
) -> list[tuple[Ledger, int | None]]:
    """How many records of a unit and all below it happened or began in the period; None: they say no day."""
    return [(one, _records(one, access, unit, period).count() if is_dated(one) else None) for one in ledgers]


def by_month(access: Access, unit: Organisation, year: int, ledgers: Iterable[Ledger]) -> Counter[int]:
    """The same of all ledgers together, by month of the year."""
    held: Counter[int] = Counter()
    for ledger in ledgers:
        if is_dated(ledger):
            records = _records(ledger, access, unit, periods.year(year))
            rows = records.values_list(ExtractMonth(ledger.date_field)).annotate(n=Count("pk"))
            held.update(dict(rows))
    return held


def is_dated(ledger: Ledger) -> bool:
    """Whether its records say a day of their own; a person's card does not."""
    return any(field.name == ledger.date_field for field in ledger.model._meta.concrete_fields)


def _records(ledger: Ledger, access: Access, unit: Organisation, period: Period) -> QuerySet:
    days = {f"{ledger.date_field}__range": (period.start, period.end)}
    return under(ledger.records(access).filter(**days), unit).order_by()
