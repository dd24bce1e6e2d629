"""Units that have said nothing: no standing record of a ledger in a period, though they existed in it."""

from django.db.models import Q, QuerySet

from youju.base import clock
from youju.base.periods import Period
from youju.ledger.ledgers import Ledger
from youju.org.access import Access
from youju.org.models import Organisation
from youju.records.record import Register, State


def units(access: Access, period: Period) -> QuerySet[Organisation]:
    """Basic unions in reach that existed at some time of the period, as far as it has gone."""
    held = Organisation.objects.reach(access).exclude(state=State.VOIDED).filter(kind=Organisation.Kind.BASIC)
    end = min(period.end, clock.today())
    return held.filter(Q(until_on=None) | Q(until_on__gte=period.start), from_on__lte=end)


def silent(ledger: Ledger, access: Access, period: Period) -> QuerySet[Organisation]:
    """Those of the units without any record of the ledger that happened or held in the period."""
    said = ledger.records(access).exclude(state__in=(State.VOIDED, State.RETURNED))
    if issubclass(ledger.model, Register):
        said = said.overlapping(period)
    else:
        said = said.filter(**{f"{ledger.date_field}__range": (period.start, period.end)})
    return units(access, period).exclude(pk__in=said.order_by().values("organisation"))


def is_asked(ledger: Ledger) -> bool:
    """Whether units report to this ledger at all."""
    return hasattr(ledger.model, "organisation")
