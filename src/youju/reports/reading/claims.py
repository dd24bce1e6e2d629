"""What a reading consists of."""

from dataclasses import dataclass, field
from decimal import Decimal

COUNT, ROUNDED, RATE = "count", "rounded", "rate"


@dataclass(frozen=True)
class Claim:
    """text[start:end] states `value` (up to `high` for a range) of the indicator `code`.

    `value` is None for the claims made without a number (kinds all, conditional, nothing); `part_of` is the
    position of the whole among the claims; `concept` names what was understood even where no indicator fits.
    """

    start: int
    end: int
    text: str
    value: Decimal | None
    high: Decimal | None
    comparator: str
    unit: str
    kind: str
    code: str | None
    score: float
    concept: str = ""
    period_note: str = ""
    part_of: int | None = None


@dataclass(frozen=True)
class Fault:
    """Something wrong with the text itself; `message` is for the writer."""

    start: int
    end: int
    kind: str
    message: str


@dataclass(frozen=True)
class Reading:
    claims: list[Claim] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
