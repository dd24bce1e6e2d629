"""“Nothing happened”: a figure that silence cannot prove, only nil reports of every unit."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, QuerySet

from youju.base import periods
from youju.ledger.evidence import Evidence, Figure, Line, Side, readable
from youju.ledger.indicators import Indicator, Select
from youju.ledger.populations import unions_ever
from youju.ledger.scope import Scope
from youju.org.models import Organisation
from youju.records.models import NilReport


@dataclass(frozen=True, kw_only=True)
class Zero(Indicator):
    """Cases of a kind. 0 only when confirmed nil reports cover each unit's whole existence in the period."""

    nil: NilReport.Kind

    def figure(self, scope: Scope) -> Figure:
        cases = self.select(scope).order_by().count()
        lines = units_reporting(scope, self.nil)
        missing = tuple(str(line.subject) for line in lines if line.note)
        value = cases or (None if missing or not lines else 0)
        entries = cases + sum(len(line.records) for line in lines)
        return self._figure(scope, value, base=len(lines), entries=entries, missing=missing)

    def evidence(self, scope: Scope) -> Evidence:
        lines = units_reporting(scope, self.nil)
        cases = tuple(Line((case,), 1) for case in readable(self.select(scope)))
        return Evidence(
            (
                Side("cases", "发生", cases),
                Side("met", "零报告", tuple(line for line in lines if not line.note), counted=False),
                Side("gap", "缺零报告", tuple(line for line in lines if line.note), counted=False),
            )
        )


def units_reporting(scope: Scope, nil: NilReport.Kind) -> list[Line]:
    """Each unit with its nil reports, and what they leave open."""
    reports = NilReport.objects.in_scope(scope).filter(kind=nil).overlapping(scope.period)
    held = defaultdict(list)
    for report in readable(reports.order_by("from_on")):
        held[report.organisation_id].append(report)
    lines = []
    for unit in unions_ever(scope):
        own = held[unit.pk]
        gap = open_days(unit, own, scope)
        lines.append(Line(tuple(own), 0, unit, f"{gap} 起未报" if gap else ""))
    return lines


def silent_units(scope: Scope, nil: NilReport.Kind) -> QuerySet:
    """Units whose nil reports leave days of the period open."""
    silent = [line.subject.pk for line in units_reporting(scope, nil) if line.note]
    return unions_ever(scope).filter(pk__in=silent)


def overdue_units(scope: Scope, nil: NilReport.Kind) -> QuerySet:
    """Units that owe nil reports for quarters of the period that are over; reports come by the quarter."""
    until = min(scope.period.end, _last_quarter_end(scope.as_of))
    if until < scope.period.start:
        return unions_ever(scope).none()
    return silent_units(
        Scope(scope.organisation, periods.between(scope.period.start, until), scope.as_of), nil
    )


def _last_quarter_end(day: date) -> date:
    quarter = periods.quarter(day.year, (day.month + 2) // 3)
    return quarter.end if day == quarter.end else quarter.start - timedelta(days=1)


def contradicted(scope: Scope, nil: NilReport.Kind, cases: QuerySet) -> QuerySet:
    """Nil reports that cover a day on which the same unit recorded one of the cases."""
    cases = cases.filter(
        organisation=OuterRef("organisation"),
        occurred_on__gte=OuterRef("from_on"),
        occurred_on__lte=OuterRef("until_on"),
    )
    reports = NilReport.objects.in_scope(scope).filter(kind=nil).overlapping(scope.period)
    return reports.filter(Exists(cases))


def open_days(unit: Organisation, reports: list[NilReport], scope: Scope) -> date | None:
    """The first day of the unit's existence in the period that no report covers."""
    end = min(scope.period.end, scope.as_of, unit.until_on or date.max)
    day = max(scope.period.start, unit.from_on)
    for report in reports:
        if report.from_on <= day:
            day = max(day, report.until_on + timedelta(days=1))
    return day if day <= end else None


def zero(code: str, label: str, *, unit: str, nil: NilReport.Kind, synonyms: tuple[str, ...] = ()):
    """Declare a figure of cases that may be 0 only by nil reports; the function gives the cases."""

    def declare(select: Select) -> Zero:
        return Zero(code=code, label=label, unit=unit, select=select, nil=nil, synonyms=synonyms)

    return declare
