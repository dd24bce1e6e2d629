"""Entries that must be done by a day (`due_on`) and say when they were (`done_on`)."""

from typing import Self

from django.db.models import F, Q

from youju.records.querysets import EntryQuerySet


class DeadlineQuerySet(EntryQuerySet):
    def on_time(self) -> Self:
        """Done on the last day or before."""
        return self.filter(done_on__lte=F("due_on"))

    def open_on(self, day) -> Self:
        return self.filter(Q(done_on=None) | Q(done_on__gt=day))

    def overdue(self, day) -> Self:
        """Still open on a day that comes after the last one."""
        return self.open_on(day).filter(due_on__lt=day)
