"""Everything the federation records, counts and watches, in display order.

Nothing registers itself: what is not listed here does not exist.
"""

from youju.combined import LINE as COMBINED
from youju.ledger.ledgers import Ledger, Line
from youju.ledger.registers import LINE as REGISTERS
from youju.work.bargaining.line import LINE as BARGAINING
from youju.work.culture.line import LINE as CULTURE
from youju.work.democracy.line import LINE as DEMOCRACY
from youju.work.education.line import LINE as EDUCATION
from youju.work.employment.line import LINE as EMPLOYMENT
from youju.work.funds.line import LINE as FUNDS
from youju.work.institutions.line import LINE as INSTITUTIONS
from youju.work.merit.line import LINE as MERIT
from youju.work.organising.line import LINE as ORGANISING
from youju.work.relief.line import LINE as RELIEF
from youju.work.safety.line import LINE as SAFETY
from youju.work.workers_home.line import LINE as WORKERS_HOME

LINES: tuple[Line, ...] = (
    ORGANISING,
    INSTITUTIONS,
    EDUCATION,
    BARGAINING,
    DEMOCRACY,
    RELIEF,
    WORKERS_HOME,
    MERIT,
    CULTURE,
    SAFETY,
    EMPLOYMENT,
    FUNDS,
    COMBINED,
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
DUES = _by_code(due for line in LINES for due in line.dues)


def readers(ledger: Ledger) -> tuple[Line, ...]:
    """The lines that could count a ledger: lines of work do not know each other, only what lies below."""
    if ledger.model.__module__.startswith("youju.work."):
        return (*(line for line in LINES if any(one.code == ledger.code for one in line.ledgers)), COMBINED)
    return LINES
