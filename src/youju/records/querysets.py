"""Querysets that fail closed: without a scope they refuse to answer."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import timedelta
from typing import Self

from django.db import models
from django.db.models import Q

_unguarded: ContextVar[bool] = ContextVar("unguarded", default=False)


class ScopeMissing(RuntimeError):
    """A query on records that says neither where nor for whom it looks."""


class WritePastTheDoor(RuntimeError):
    """An attempt to change records by another way than `records.writing`."""


@contextmanager
def unguarded() -> Iterator[None]:
    """Let the kernel look across federations, e.g. for uniqueness checks of a form."""
    token = _unguarded.set(True)
    try:
        yield
    finally:
        _unguarded.reset(token)


class RecordQuerySet(models.QuerySet):
    """Reads records only after `at`, `reach` or `everywhere` has said which ones may be seen."""

    _scoped = False

    def _clone(self) -> Self:
        clone = super()._clone()
        clone._scoped = self._scoped
        return clone

    def _guard(self) -> None:
        if not (self._scoped or _unguarded.get()):
            raise ScopeMissing(f"{self.model.__name__}: say .at(…), .reach(…) or .everywhere(…) first")

    def _fetch_all(self) -> None:
        self._guard()
        super()._fetch_all()

    def iterator(self, *args, **kwargs):
        self._guard()
        return super().iterator(*args, **kwargs)

    def count(self) -> int:
        self._guard()
        return super().count()

    def exists(self) -> bool:
        self._guard()
        return super().exists()

    def aggregate(self, *args, **kwargs) -> dict:
        self._guard()
        return super().aggregate(*args, **kwargs)

    def resolve_expression(self, *args, **kwargs):
        self._guard()
        return super().resolve_expression(*args, **kwargs)

    def _refuse(self, *args, **kwargs):
        raise WritePastTheDoor(f"{self.model.__name__}: records change only through records.writing")

    update = delete = create = bulk_create = bulk_update = get_or_create = update_or_create = _refuse

    # -- saying where ------------------------------------------------------------------

    def _opened(self) -> Self:
        clone = self._chain()
        clone._scoped = True
        return clone

    def everywhere(self, why: str) -> Self:
        """Every record of this installation. Kernel only; `why` is for the reader of the code."""
        del why
        return self._opened()

    def at(self, organisations) -> Self:
        """Records of these organisations (a queryset of ids, or organisations)."""
        return self.filter(organisation__in=organisations)._opened()

    def reach(self, access) -> Self:
        """What the user may see today: own federations' records, and those of reachable units."""
        return self.filter(self.model.within_reach(access))._opened()

    # -- saying which ------------------------------------------------------------------

    def confirmed(self) -> Self:
        return self.filter(state="confirmed")

    def live(self) -> Self:
        return self.exclude(state__in=("voided", "returned"))

    def in_scope(self, scope) -> Self:
        """Confirmed records at the organisations of the scope, whatever their date."""
        return self.at(scope.organisations).confirmed()


class EntryQuerySet(RecordQuerySet):
    def within(self, scope) -> Self:
        """Confirmed entries of the scope that happened inside its period."""
        return self.in_scope(scope).happened(scope.period)

    def happened(self, period) -> Self:
        return self.filter(occurred_on__range=(period.start, period.end))

    def waiting(self, scope) -> Self:
        """Entries of the scope and period that nobody has confirmed yet."""
        return self.at(scope.organisations).filter(state="pending").happened(scope.period)


class DatedQuerySet(RecordQuerySet):
    def as_of(self, day) -> Self:
        """Rows that hold on that day; both ends belong to the row."""
        return self.filter(holds_on(day))

    def holding(self, scope) -> Self:
        """Confirmed rows of the scope that hold on its as-of day."""
        return self.in_scope(scope).as_of(scope.as_of)

    def begun(self, scope) -> Self:
        """Confirmed rows of the scope that begin inside its period."""
        return self.in_scope(scope).filter(from_on__range=(scope.period.start, scope.period.end))

    def ended(self, scope) -> Self:
        """Confirmed rows of the scope whose first day after the end lies inside its period.

        So that the stock before a period, plus what began, less what ended, is the stock on its last day:
        a row that holds on 31 December for the last time is part of that stock and ends in January.
        """
        day = timedelta(days=1)
        return self.in_scope(scope).filter(until_on__range=(scope.period.start - day, scope.period.end - day))

    def overlapping(self, period) -> Self:
        return self.filter(Q(until_on=None) | Q(until_on__gte=period.start), from_on__lte=period.end)


def holds_on(day, prefix: str = "") -> Q:
    """The condition `from_on ≤ day and (no until_on or day ≤ until_on)` for a row or a relation."""
    open_end = Q(**{f"{prefix}until_on": None}) | Q(**{f"{prefix}until_on__gte": day})
    return open_end & Q(**{f"{prefix}from_on__lte": day})
