"""Everything the federation records, counts and watches, in display order.

Nothing registers itself: what is not listed here does not exist.
"""

from youju.ledger.ledgers import Line
from youju.ledger.registers import LINE as REGISTERS
from youju.work.bargaining.line import LINE as BARGAINING
from youju.work.democracy.line import LINE as DEMOCRACY
from youju.work.education.line import LINE as EDUCATION
from youju.work.employment.line import LINE as EMPLOYMENT
from youju.work.merit.line import LINE as MERIT
from youju.work.organising.line import LINE as ORGANISING
from youju.work.relief.line import LINE as RELIEF
from youju.work.safety.line import LINE as SAFETY

LINES: tuple[Line, ...] = (
    ORGANISING,
    EDUCATION,
    BARGAINING,
    DEMOCRACY,
    RELIEF,
    MERIT,
    SAFETY,
    EMPLOYMENT,
    REGISTERS,
)


def _by_code(items):
    items = list(items)
    found = {item.code: item for item in items}
    if len(found) < len(items):
        raise ValueError("two things share one code")
    return found


LEDGERS = _by_code(ledger for line in LINES for ledger in line.ledgers)
INDICATORS = _by_code(indicator for line in LINES for indicator in line.indicators)
RULES = _by_code(rule for line in LINES for rule in line.rules)
