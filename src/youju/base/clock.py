"""The one clock of the writing door; set by demo and tests, never by a page."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

CHINA = ZoneInfo("Asia/Shanghai")
_set: ContextVar[datetime | None] = ContextVar("youju_clock", default=None)


def now() -> datetime:
    return _set.get() or datetime.now(UTC)


def today() -> date:
    """The day it is in China."""
    return local_day(now())


def local_day(moment: datetime) -> date:
    """The Chinese calendar day of a moment."""
    return moment.astimezone(CHINA).date()


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let it be that moment inside the block; a moment without a zone is taken as Chinese time."""
    token = _set.set(moment if moment.tzinfo else moment.replace(tzinfo=CHINA))
    try:
        yield
    finally:
        _set.reset(token)
