"""Numbers that differ by province and year: dated, regional, with their source; never constants."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


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


LATE_AFTER_DAYS = Parameter("late_after_days", "补录界限（天）", (Dated(30),))
