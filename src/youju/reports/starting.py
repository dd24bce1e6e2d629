"""第一小时: how far an office is with beginning, found in what it holds."""

from dataclasses import dataclass

from django.db.models import QuerySet

from youju.base import clock, periods
from youju.catalogue import LEDGERS, readers
from youju.ledger import using
from youju.ledger.evidence import Figure
from youju.ledger.ledgers import Ledger
from youju.ledger.models import ImportBatch
from youju.ledger.registers import LINE as REGISTERS
from youju.ledger.scope import Scope
from youju.org.access import Access, Action
from youju.org.models import Organisation
from youju.people.models import Person
from youju.records.record import Record, State
from youju.reports import beginning
from youju.reports.models import Report
from youju.work.institutions.duties import Target
from youju.work.institutions.meetings import Task

# What the register of people, units and last year's summary bring along is no entry of the office's own yet.
BROUGHT = {Target.ledger_code, Task.ledger_code, *(ledger.code for ledger in REGISTERS.ledgers)}
OWN = [ledger for code, ledger in LEDGERS.items() if code not in BROUGHT]


@dataclass(frozen=True)
class Start:
    """What an office has of each thing it begins with."""

    people: int
    units: int
    begun: Record | None  # last year's summary taken in, or a paper being written
    entry: tuple[Ledger, Record] | None  # the first of its own that stands

    @property
    def is_over(self) -> bool:
        return bool(self.people and self.units and self.begun and self.entry)

    @property
    def done(self) -> int:
        return sum(map(bool, (self.people, self.units, self.begun, self.entry)))


def start(access: Access, here: Organisation) -> Start:
    """How far a body is, for those who set it up: they reach all that is counted here."""
    access.require(Action.ADMIN, here)
    people = _kept(Person, here)
    below = Organisation.objects.under(here, clock.today()).exclude(pk=here.pk)
    return Start(
        people=people.count(),
        units=below.exclude(state=State.VOIDED).count(),
        begun=_begun(here),
        entry=_entry(here),
    )


def first_figure(access: Access, here: Organisation) -> tuple[Figure, Scope] | None:
    """A figure that says something already: one that the newest confirmed entries go into."""
    for ledger in OWN:
        record = _kept(ledger.model, here).filter(state=State.CONFIRMED).first()
        if record is None:
            continue
        scope = Scope.of(access, here, periods.year(getattr(record, ledger.date_field).year))
        near = [one for line in readers(ledger) for one in line.indicators]
        for indicator in using.figures(ledger, near, scope):
            if (figure := indicator.figure(scope)).value:
                return figure, scope
    return None


def _begun(here: Organisation) -> Record | None:
    taken = _kept(ImportBatch, here).filter(target_code=beginning.CODE, organisation=here)
    papers = _kept(Report, here).filter(organisation=here)
    return next((found for one in (taken, papers) if (found := one.first())), None)


def _entry(here: Organisation) -> tuple[Ledger, Record] | None:
    for ledger in OWN:
        if record := _kept(ledger.model, here).first():
            return ledger, record
    return None


def _kept(model: type[Record], here: Organisation) -> QuerySet:
    """What the office keeps itself and has not voided."""
    held = model.objects.everywhere("what an office keeps, for those who set it up")
    return held.filter(federation=here.federation_id).exclude(state=State.VOIDED)
