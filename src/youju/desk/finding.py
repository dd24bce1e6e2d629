"""From an address to what it names; what the user does not reach does not exist."""

from uuid import UUID

from django.http import Http404

from youju import catalogue
from youju.base import clock, periods
from youju.base.periods import Period
from youju.ledger.ledgers import Ledger
from youju.org.models import Organisation
from youju.records.record import Record
from youju.reports.targets import TARGETS

# What has pages of its own: every ledger, targets with a choice of indicators.
LEDGERS = {**catalogue.LEDGERS, TARGETS.code: TARGETS}


def declared(catalogue: dict, code: str):
    """A ledger, indicator or rule by its code."""
    try:
        return catalogue[code]
    except KeyError as error:
        raise Http404 from error


def record_of(request, ledger: Ledger, pk: UUID) -> Record:
    """A record of the ledger that the user may see."""
    found = ledger.records(request.access).filter(pk=pk)
    keys = {field.name for field in ledger.model._meta.concrete_fields}
    wanted = ("organisation", "federation", "recorded_by", "confirmed_by", *ledger.columns)
    related = [name for name in wanted if name in keys and ledger.model._meta.get_field(name).is_relation]
    record = found.select_related(*related).first()
    if record is None:
        raise Http404
    return record


def ledger_of(record: Record) -> Ledger | None:
    """The ledger whose pages show the record, if it has any."""
    return LEDGERS.get(record.ledger_code)


def period_of(code: str) -> Period:
    try:
        return periods.parse(code)
    except ValueError as error:
        raise Http404 from error


def asked_period(request, otherwise: Period) -> Period:
    """The period in the query, or another one where it is missing or unreadable."""
    try:
        return periods.parse(request.GET.get("period", ""))
    except ValueError:
        return otherwise


def asked_organisation(request, otherwise: Organisation | None) -> Organisation:
    """The organisation whose code is in the query; 404 if it is out of reach or there is none."""
    if code := request.GET.get("org"):
        return request.access.organisation(code)
    if otherwise is None:
        raise Http404
    return otherwise


def around(period: Period) -> list[Period]:
    """Periods offered beside a figure: the year with its parts, and the years about it."""
    year = period.start.year
    parts = [periods.half(year, n) for n in (1, 2)] + [periods.quarter(year, n) for n in (1, 2, 3, 4)]
    years = [periods.year(one) for one in range(year - 2, min(year + 1, clock.today().year) + 1)]
    offered = [*years, *parts, periods.statistics_year(year)]
    return offered if period in offered else [period, *offered]
