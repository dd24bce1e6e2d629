"""The order of passages: where a new one goes, and moving one, a heading together with all below it."""

from collections.abc import Sequence

from django.db import transaction

from youju.org.access import Access, Action
from youju.records import writing
from youju.reports import composing
from youju.reports.models import Part, Passage, Report


def insert_after(access: Access, after: Passage, *, text: str = "", level: int = 0) -> Passage:
    """A new passage behind another one of the same part."""
    order = _part(access, after.report, after.part)
    place = order.index(after) + 1
    if place < len(order) and order[place].position - after.position < 2:
        _spread(access, order)
        after = order[place - 1]
    following = order[place].position if place < len(order) else after.position + 2 * composing.STEP
    position = (after.position + following) // 2
    return composing.add(
        access, after.report, part=Part(after.part), text=text, level=level, position=position
    )


def move(access: Access, passage: Passage, step: int) -> None:
    """One place up (-1) or down (1) within its part; at the end of the part nothing happens."""
    access.require(Action.ENTER, passage.organisation)
    order = _part(access, passage.report, passage.part)
    start = order.index(passage)
    end = _end_of_block(order, start)
    if step > 0 and end < len(order):
        first, middle, last = start, end, _end_of_block(order, end)
    elif step < 0 and start > 0:
        first, middle, last = _start_of_block(order, start, passage.level), start, end
    else:
        return
    places = [one.position for one in order[first:last]]
    arranged = order[middle:last] + order[first:middle]
    _place(access, arranged, places)


def _part(access: Access, report: Report, part: str) -> list[Passage]:
    return [one for one in composing.passages(access, report) if one.part == part]


def _end_of_block(order: Sequence[Passage], start: int) -> int:
    """Behind the last passage that belongs to this one: a heading owns all up to the next of its level."""
    level = order[start].level
    end = start + 1
    while level and end < len(order) and not 0 < order[end].level <= level:
        end += 1
    return end


def _start_of_block(order: Sequence[Passage], start: int, level: int) -> int:
    """Where the block before begins: for a heading the chapter before it, for a paragraph its neighbour."""
    before = start - 1
    if level:
        while before > 0 and not 0 < order[before].level <= level:
            before -= 1
    return before


def _spread(access: Access, order: Sequence[Passage]) -> None:
    _place(access, order, [number * composing.STEP for number in range(1, len(order) + 1)])


def _place(access: Access, order: Sequence[Passage], places: Sequence[int]) -> None:
    with transaction.atomic():
        for passage, position in zip(order, places, strict=True):
            if passage.position != position:
                passage.position = position
                writing.amend(passage, by=access.user)
