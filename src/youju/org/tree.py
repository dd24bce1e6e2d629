"""The dated tree: placing units, and the table of who stands under whom on which days."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from youju.org.models import Organisation, Placement, Reach
from youju.records import writing
from youju.records.querysets import holds_on

Span = tuple[date, date | None]
LAST = date.max


def place(unit: Organisation, parent: Organisation | None, *, from_on: date, by) -> Placement:
    """Put a unit under a parent from a day on; its placement until then ends the day before."""
    with transaction.atomic():
        before = Placement._plain.filter(organisation=unit, until_on=None).exclude(state="voided").first()
        if before is not None:
            writing.end(before, on=from_on - timedelta(days=1), by=by)
        placement = Placement(
            organisation=unit, federation_id=unit.federation_id, parent=parent, from_on=from_on
        )
        return writing.enter(placement, by=by)


def found(unit: Organisation, parent: Organisation | None, *, by) -> Organisation:
    """Enter a new unit and place it. It lies where its parent lies, unless it says so itself.

    A federation owns its own data, a basic union that of its parent.
    """
    unit.federation_id = unit.pk if unit.is_federation or parent is None else parent.federation_id
    unit.region = unit.region or (parent.region if parent else "")
    with transaction.atomic():
        writing.enter(unit, by=by)
        place(unit, parent, from_on=unit.from_on, by=by)
    return unit


def children(unit: Organisation, day: date) -> list[Organisation]:
    """The units directly below on a day."""
    held = Placement._plain.filter(holds_on(day), parent=unit).exclude(state="voided")
    return [row.organisation for row in held.select_related("organisation").order_by("organisation__code")]


def parent(unit: Organisation, day: date) -> Organisation | None:
    """The body directly above on a day."""
    held = Placement._plain.filter(holds_on(day), organisation=unit).exclude(state="voided")
    placement = held.select_related("parent").first()
    return placement.parent if placement else None


def parents(units: Iterable[Organisation], day: date) -> dict[UUID, Organisation]:
    """The body directly above each unit on a day, by the key of the unit."""
    held = Placement._plain.filter(holds_on(day), organisation__in=[unit.pk for unit in units])
    rows = held.exclude(state="voided").exclude(parent=None).select_related("parent")
    return {row.organisation_id: row.parent for row in rows}


def course(unit: Organisation) -> list[Placement]:
    """Under whom the unit has stood, the first first."""
    held = Placement._plain.filter(organisation=unit).exclude(state="voided")
    return list(held.select_related("parent").order_by("from_on"))


def rebuild(unit_id: UUID) -> None:
    """Compute the reach rows of a unit and all that ever stood below it."""
    parents = placements()
    affected = below(unit_id, parents)
    Reach.objects.filter(descendant__in=affected).delete()
    Reach.objects.bulk_create(
        [row for member in affected for row in reach_rows(member, parents)], batch_size=500
    )


def placements() -> dict[UUID, list[tuple[UUID | None, Span]]]:
    """For each unit its parents with the days on which they held."""
    known: dict[UUID, list[tuple[UUID | None, Span]]] = defaultdict(list)
    rows = Placement._plain.exclude(state="voided").order_by("from_on")
    for unit, parent, start, end in rows.values_list("organisation_id", "parent_id", "from_on", "until_on"):
        known[unit].append((parent, (start, end)))
    return known


def below(unit_id: UUID, parents: dict) -> list[UUID]:
    children: dict[UUID, list[UUID]] = defaultdict(list)
    for unit, held in parents.items():
        for parent, _span in held:
            if parent is not None:
                children[parent].append(unit)
    found_, todo = [], [unit_id]
    while todo:
        unit = todo.pop()
        if unit not in found_:
            found_.append(unit)
            todo += children[unit]
    return found_


def reach_rows(unit_id: UUID, parents: dict) -> Iterator[Reach]:
    """A unit under itself and under every ancestor, with the days on which the whole way up held."""
    spans: dict[UUID, list[Span]] = defaultdict(list)
    for _parent, span in parents.get(unit_id, ()):
        spans[unit_id].append(span)
        climb(unit_id, span, parents, spans, depth=0)
    for ancestor, held in spans.items():
        for start, end in joined(held):
            yield Reach(ancestor_id=ancestor, descendant_id=unit_id, from_on=start, until_on=end)


def climb(unit_id: UUID, span: Span, parents: dict, spans: dict, depth: int) -> None:
    if depth > 10:
        raise ValueError("组织树层级过深，可能存在循环隶属。")
    for parent, held in parents.get(unit_id, ()):
        common = meet(span, held)
        if parent is not None and common is not None:
            spans[parent].append(common)
            climb(parent, common, parents, spans, depth + 1)


def meet(one: Span, other: Span) -> Span | None:
    """The days two spans share."""
    start = max(one[0], other[0])
    end = min(one[1] or LAST, other[1] or LAST)
    return (start, None if end == LAST else end) if start <= end else None


def joined(spans: list[Span]) -> list[Span]:
    """Spans in order, with touching or overlapping ones made one."""
    out: list[Span] = []
    for start, end in sorted(spans, key=lambda span: span[0]):
        if out and (out[-1][1] is None or start <= out[-1][1] + timedelta(days=1)):
            last = out.pop()
            end = None if last[1] is None or end is None else max(last[1], end)
            start = last[0]
        out.append((start, end))
    return out


def differences() -> Iterator[str]:
    """Units whose stored reach is not what their placements say; for `youju verify`."""
    parents = placements()
    stored = defaultdict(set)
    for row in Reach.objects.all():
        stored[row.descendant_id].add((row.ancestor_id, row.from_on, row.until_on))
    for unit_id in sorted({*parents, *stored}, key=str):
        due = {(row.ancestor_id, row.from_on, row.until_on) for row in reach_rows(unit_id, parents)}
        if due != stored[unit_id]:
            yield str(unit_id)
