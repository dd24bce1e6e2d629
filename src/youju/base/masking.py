"""Personal data made fit to be shown; whatever comes in, never more comes out than the rule allows."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from youju.base.names import surname_length

STAR = "*"
_open: ContextVar[bool] = ContextVar("youju_names_open", default=False)


@contextmanager
def open_names(allowed: bool = True) -> Iterator[None]:
    """Let names be written in full inside the block, for a reader who keeps the records they stand in."""
    token = _open.set(allowed)
    try:
        yield
    finally:
        _open.reset(token)


def mask_name(name: str | None) -> str:
    """张*, 王**, 欧阳*; of a Latin or longer name the first character."""
    name = (name or "").strip()
    if _open.get():
        return name
    if len(name) < 2:
        return STAR * len(name)
    shown = surname_length(name)
    return name[:shown] + STAR * min(len(name) - shown, 2)


def mask_id(number: str | None) -> str:
    """The first six (region) and the last four."""
    return _middle(number, 6, 4)


def mask_phone(number: str | None) -> str:
    """The first three and the last four."""
    return _middle(number, 3, 4)


def mask_card(number: str | None) -> str:
    """The last four."""
    return _middle(number, 0, 4)


def _middle(text: str | None, first: int, last: int) -> str:
    """Short or strange input is hidden whole: at least as much must be hidden as is shown at the end."""
    text = "".join((text or "").split())
    if len(text) < first + 2 * last:
        return STAR * len(text)
    return text[:first] + STAR * (len(text) - first - last) + text[-last:]
