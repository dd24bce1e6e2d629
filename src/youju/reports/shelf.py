"""Where summaries are found again: final editions, and the papers attached to those in the making."""

from uuid import UUID

from django.db.models import QuerySet

from youju.base import periods
from youju.base.periods import Period
from youju.ledger.ledgers import Ledger
from youju.org.access import Access
from youju.reports.models import Edition, Passage, Report

# Not ledgers that anybody opens, but records that papers are attached to: 签批单, proof of typed figures.
BEARERS = {
    one.code: one
    for one in (Ledger(model=Report, columns=("title",)), Ledger(model=Passage, columns=("report", "part")))
}


def report_of(record: Report | Passage) -> Report:
    """The report in whose editor a paper is shown."""
    return record if isinstance(record, Report) else record.report


def editions(access: Access) -> QuerySet[Edition]:
    """Final editions that the user may see, newest first."""
    return Edition.objects.reach(access).select_related("organisation", "recorded_by")


def edition(access: Access, pk: UUID) -> Edition | None:
    return editions(access).filter(pk=pk).first()


def period_of(edition: Edition) -> Period:
    return periods.between(edition.from_on, edition.until_on)
