"""Where and when a figure is counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import QuerySet
from django.http import Http404

from youju.base import clock
from youju.base.periods import Period
from youju.org.access import Access, Action
from youju.org.models import Organisation, Reach
from youju.records.querysets import holds_on


@dataclass(frozen=True)
class Scope:
    """An organisation with all below it, a period, and the day as of which stocks and the tree are read."""

    organisation: Organisation
    period: Period
    as_of: date

    @classmethod
    def of(
        cls, access: Access, organisation: Organisation, period: Period, as_of: date | None = None
    ) -> Scope:
        """The scope of a user; what the user does not reach does not exist."""
        if not access.may(Action.READ, organisation):
            raise Http404
        return cls(organisation, period, as_of or min(period.end, clock.today()))

    def at(self, organisation: Organisation) -> Scope:
        """The same period at another organisation of this scope, e.g. for figures by unit."""
        return Scope(organisation, self.period, self.as_of)

    @property
    def organisations(self) -> QuerySet:
        """Ids of the organisation and everything below it, by the tree of the as-of day."""
        return self._organisations.all()

    @cached_property
    def _organisations(self) -> QuerySet:
        """Composed once: every figure asks for it several times. Never read itself, so it cannot grow old."""
        return Reach.objects.filter(holds_on(self.as_of), ancestor=self.organisation).values("descendant")

    def __str__(self) -> str:
        return f"{self.organisation} {self.period.label}"
