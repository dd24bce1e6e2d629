"""从上年总结开始: from last year's summary to this year's targets, the ledgers they need, and open tasks.

Nothing is taken that the officer did not tick. What was taken is one act: its text is kept, and it is undone
as a whole.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from youju.base import clock
from youju.base.text import shorten
from youju.catalogue import INDICATORS, LEDGERS
from youju.ledger import acting
from youju.ledger.indicators import Indicator
from youju.ledger.ledgers import Ledger
from youju.ledger.lines import LineOfWork
from youju.ledger.models import ImportBatch
from youju.ledger.scope import Scope
from youju.ledger.shares import Share
from youju.ledger.sheets import saving
from youju.ledger.zeros import Zero
from youju.org.access import Access, Action
from youju.org.models import Organisation
from youju.records import chain, storing, writing
from youju.records.models import File
from youju.records.record import Record, State
from youju.reports import checking, names
from youju.reports.reading import outlook
from youju.reports.reading.claims import Claim
from youju.reports.reading.outlook import Point
from youju.reports.reading.reading import read
from youju.reports.reading.wording import ALL, CONDITIONAL, NOTHING
from youju.work.institutions.duties import Target
from youju.work.institutions.meetings import Task

CODE = "reports.beginnings"  # of the batch: targets and tasks together
ORIGINS = {outlook.LACKING: Task.Origin.SHORTCOMING, outlook.PLANNED: Task.Origin.PLAN}
ITEM = 200


@dataclass(frozen=True)
class Aim:
    """A target proposed for an indicator: what last year's summary said of it."""

    indicator: Indicator
    said: str
    value: Decimal
    comparator: str


@dataclass(frozen=True)
class Need:
    """A ledger that targets are counted from, and how many records it holds already."""

    ledger: Ledger
    indicators: tuple[Indicator, ...]
    records: int


@dataclass(frozen=True)
class Proposal:
    aims: tuple[Aim, ...]
    points: tuple[Point, ...]
    unknown: tuple[Claim, ...]  # figures that none of our indicators counts


def propose(text: str) -> Proposal:
    """What last year's summary gives this year to begin with."""
    aims: dict[str, Aim] = {}
    unknown = []
    for claim in read(text, names.our_indicators()).claims:
        aim = _aim(claim)
        if aim is None:
            unknown += [claim] if claim.value is not None else []
        else:
            aims.setdefault(aim.indicator.code, aim)
    order = list(INDICATORS)
    sorted_aims = sorted(aims.values(), key=lambda one: order.index(one.indicator.code))
    return Proposal(tuple(sorted_aims), tuple(outlook.points(text)), tuple(unknown))


def _aim(claim: Claim) -> Aim | None:
    indicator = INDICATORS.get(claim.code or "")
    if indicator is None:
        return None
    if claim.kind == NOTHING:
        zero = isinstance(indicator, Zero)
        return Aim(indicator, claim.text, Decimal(0), Target.Comparator.AT_MOST) if zero else None
    if claim.kind in (ALL, CONDITIONAL):
        whole = isinstance(indicator, Share)
        return Aim(indicator, claim.text, Decimal(100), Target.Comparator.AT_LEAST) if whole else None
    if claim.value is None or not checking.same_unit(claim.unit, indicator.unit):
        return None
    return Aim(indicator, claim.text, claim.value, Target.Comparator.AT_LEAST)


def needs(access: Access, scope: Scope, indicators: Sequence[Indicator]) -> list[Need]:
    """The ledgers to be kept for these indicators, in the order of the menu."""
    counted: dict[str, list[Indicator]] = {}
    for one in indicators:
        counted.setdefault(one.select(scope).model.ledger_code, []).append(one)
    return [
        Need(ledger, tuple(counted[code]), ledger.records(access).count())
        for code, ledger in LEDGERS.items()
        if code in counted
    ]


def take(
    access: Access,
    organisation: Organisation,
    year: int,
    *,
    text: str,
    name: str,
    aims: Sequence[tuple[Aim, Decimal]],
    tasks: Sequence[tuple[str, str]],
) -> ImportBatch:
    """Enter the chosen targets (with the value wished for) and tasks (kind of point, words), all or none."""
    access.require(Action.ENTER, organisation)
    targets = [_target(organisation, year, aim, value) for aim, value in aims]
    todo = [_task(organisation, year, kind, item) for kind, item in tasks]
    if not targets and not todo:
        raise ValidationError(_("请至少勾选一项目标或待办事项。"))
    stored = storing.store(io.BytesIO(text.encode()), organisation.federation_id)
    with transaction.atomic():
        before = chain.lock(organisation.federation_id).seq
        for records in filter(None, (targets, todo)):
            acting.enter_many(access, records, reason=_("从上年总结开始"))
            for one in records:
                if access.may_confirm(one):
                    acting.confirm(access, one)
        batch = ImportBatch(
            organisation=organisation,
            target_code=CODE,
            rows=len(targets) + len(todo),
            from_seq=before + 1,
            to_seq=chain.lock(organisation.federation_id).seq,
            file=_file(access, organisation, stored, name),
        )
        return writing.enter(batch, by=access.user)


def _target(organisation: Organisation, year: int, aim: Aim, value: Decimal) -> Target:
    return Target(
        organisation=organisation,
        occurred_on=clock.today(),
        year=year,
        level=Target.Level.PLAN,
        line=line_of(aim.indicator.code),
        item=str(aim.indicator.label),
        indicator=aim.indicator.code,
        comparator=aim.comparator,
        value=value,
        unit=aim.indicator.unit,
        due_on=_end_of(year),
    )


def _task(organisation: Organisation, year: int, kind: str, item: str) -> Task:
    return Task(
        organisation=organisation,
        occurred_on=clock.today(),
        origin=ORIGINS[kind],
        item=shorten(item.strip(), ITEM),
        line=line_said(item),
        due_on=_end_of(year),
    )


def _end_of(year: int) -> date:
    return max(date(year, 12, 31), clock.today())


def line_of(code: str) -> str:
    line = code.split(".")[0]
    return line if line in LineOfWork.values else LineOfWork.INSTITUTIONS


def line_said(words: str) -> str:
    """The line of work whose indicators share most of a name with the words."""
    pieces = {words[at : at + 2] for at in range(len(words) - 1)}

    def shared(one: Indicator) -> float:
        known = [{name[at : at + 2] for at in range(len(name) - 1)} for name in (one.label, *one.synonyms)]
        return max((len(some & pieces) / len(some) for some in known if some), default=0.0)

    best = max(INDICATORS.values(), key=shared)
    return line_of(best.code) if shared(best) else LineOfWork.INSTITUTIONS


def _file(access: Access, organisation: Organisation, stored: storing.Stored, name: str) -> File:
    known = File._plain.filter(federation=organisation.federation_id, sha256=stored.sha256).first()
    facts = {"sha256": stored.sha256, "size": stored.size, "kind": "txt", "name": name[-200:]}
    return known or writing.enter(File(federation_id=organisation.federation_id, **facts), by=access.user)


def beginning(access: Access, pk: UUID) -> ImportBatch | None:
    found = ImportBatch.objects.reach(access).filter(target_code=CODE, pk=pk)
    return found.select_related("file", "organisation", "recorded_by").first()


def taken(batch: ImportBatch) -> tuple[list[Target], list[Task]]:
    """What a beginning entered and still stands."""
    targets, tasks = (
        list(saving.rows_of(LEDGERS[model.ledger_code], batch).exclude(state=State.VOIDED).order_by("pk"))
        for model in (Target, Task)
    )
    return targets, tasks


def tasks_of(organisation: Organisation, year: int) -> list[UUID]:
    """The tasks of a year that came out of the summary of the year before it."""
    held = ImportBatch._plain.filter(target_code=CODE, organisation=organisation).exclude(state=State.VOIDED)
    rows = [saving.rows_of(LEDGERS[Task.ledger_code], batch).filter(due_on__year=year) for batch in held]
    return [pk for found in rows for pk in found.values_list("pk", flat=True)]


def undo(access: Access, batch: ImportBatch, reason: str) -> int:
    """Void all that a beginning entered and still stands; how many there were."""
    groups: list[list[Record]] = [rows for rows in taken(batch) if rows]
    for record in (one for rows in groups for one in rows):
        acting.require_void(access, record)
    with transaction.atomic():
        chain.lock(batch.federation_id)
        for rows in groups:
            writing.void_many(rows, by=access.user, reason=reason)
        writing.void(batch, by=access.user, reason=reason)
    return sum(map(len, groups))
