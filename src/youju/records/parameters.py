"""Numbers that differ by province and year: dated, regional, with their source; never constants."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import zip_longest


class Confidence(StrEnum):
    """How sure we are that a number is the rule in force. Only `LAW` may be shown as law."""

    LAW = "国家规定"
    LOCAL = "地方规定"
    CUSTOM = "通行做法"
    UNCONFIRMED = "尚未核实"
    PRODUCT = "系统约定"


@dataclass(frozen=True)
class Dated[T]:
    """One value, in force from a day, in a region (an administrative code prefix; "" is the nation)."""

    value: T
    from_on: date = date.min
    region: str = ""
    source: str = ""
    confidence: Confidence = Confidence.PRODUCT


@dataclass(frozen=True)
class Parameter[T]:
    code: str
    label: str
    values: tuple[Dated[T], ...]

    def dated(self, day: date, region: str = "") -> Dated[T]:
        """The value in force on a day: the most specific region first, then the latest."""
        known = [v for v in self.values if v.from_on <= day and region.startswith(v.region)]
        return max(known, key=lambda v: (len(v.region), v.from_on))

    def on(self, day: date, region: str = "") -> T:
        return self.dated(day, region).value

    def at(self, scope) -> T:
        """The value in force for a scope: on its as-of day, where its organisation lies."""
        return self.on(scope.as_of, scope.organisation.region)

    def spans(self, start: date, end: date, region: str = "") -> Iterator[tuple[T, date, date]]:
        """The value in force on each stretch of days from `start` to `end`, both included."""
        days = sorted({start, *(value.from_on for value in self.values if start < value.from_on <= end)})
        values = [self.on(day, region) for day in days]
        firsts = [day for n, day in enumerate(days) if not n or values[n] != values[n - 1]]
        for first, following in zip_longest(firsts, firsts[1:]):
            last = following - timedelta(days=1) if following else end
            yield self.on(first, region), first, last


LATE_AFTER_DAYS = Parameter("late_after_days", "补录界限（天）", (Dated(30),))
