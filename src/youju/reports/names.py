"""Our own indicators as a list of names that claims in a text may be bound to."""

from youju.catalogue import INDICATORS
from youju.reports.reading.binding import Indicator


def our_indicators() -> list[Indicator]:
    return [
        Indicator(one.code, one.label, one.unit, one.line, tuple(one.synonyms)) for one in INDICATORS.values()
    ]
