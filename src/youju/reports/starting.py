"""第一小时: how far an office is with beginning, found in what it holds."""

from dataclasses import dataclass

from youju.base import clock, periods
from youju.catalogue import INDICATORS, LEDGERS
from youju.ledger import using
from youju.ledger.evidence import Figure
from youju.ledger.ledgers import Ledger
from youju.ledger.models import ImportBatch
from youju.ledger.registers import LINE as REGISTERS
from youju.ledger.scope import Scope
from youju.org.access import Access
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
    """How far the body is, as far as the user may look."""
    people = Person.objects.reach(access).filter(federation=here.federation_id)
    below = Organisation.objects.under(here, clock.today()).exclude(pk=here.pk).exclude(state=State.VOIDED)
    units = below.count()
    return Start(
        people=people.exclude(state=State.VOIDED).order_by().count(),
        units=units,
        begun=_begun(access, here),
        entry=_entry(access, here),
    )


def first_figure(access: Access, here: Organisation) -> tuple[Figure, Scope] | None:
    """A figure that says something already: one that the newest confirmed entries go into."""
    for ledger in OWN:
        standing = ledger.model.objects.reach(access).confirmed().filter(federation=here.federation_id)
        record = standing.first()
        if record is None:
            continue
        scope = Scope.of(access, here, periods.year(getattr(record, ledger.date_field).year))
        for indicator in using.figures(ledger, INDICATORS.values(), scope):
            if (figure := indicator.figure(scope)).value:
                return figure, scope
    return None


def _begun(access: Access, here: Organisation) -> Record | None:
    taken = ImportBatch.objects.reach(access).filter(target_code=beginning.CODE, organisation=here)
    papers = Report.objects.reach(access).filter(organisation=here)
    standing = (one.exclude(state=State.VOIDED).first() for one in (taken, papers))
    return next(filter(None, standing), None)


def _entry(access: Access, here: Organisation) -> tuple[Ledger, Record] | None:
    for ledger in OWN:
        held = ledger.model.objects.reach(access).filter(federation=here.federation_id)
        if record := held.exclude(state=State.VOIDED).first():
            return ledger, record
    return None
