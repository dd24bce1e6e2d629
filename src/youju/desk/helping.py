"""What belongs in a ledger, what shall prove it, and which figures and reminders are made of it."""

from youju.base import clock, periods
from youju.catalogue import LINES, readers
from youju.desk import place
from youju.ledger import using
from youju.ledger.indicators import Indicator
from youju.ledger.ledgers import Ledger
from youju.ledger.rules import Rule
from youju.ledger.scope import Scope

# Of the figures and rules about a ledger, those named at once; of all of them there is a page.
NAMED = 12


def help_of(request, ledger: Ledger) -> dict:
    """What the block 这本台账记什么 shows; without a post there is no figure to lead to."""
    scope = _scope(request)
    found, rules = (_figures(ledger, scope) if scope else []), rules_about(request, ledger)
    return {
        "ledger": ledger,
        "scope": scope,
        "line": next((line for line in LINES if ledger in line.ledgers), None),
        "figures": found[:NAMED],
        "figures_found": len(found),
        "rules": rules[:NAMED],
        "rules_found": len(rules),
    }


def rules_about(request, ledger: Ledger) -> list[Rule]:
    """Rules that point at the ledger's records: what is most easily left undone here."""
    scope = _scope(request)
    if scope is None:
        return []
    return using.reminders(ledger, [rule for line in readers(ledger) for rule in line.rules], scope)


def _figures(ledger: Ledger, scope: Scope) -> list[Indicator]:
    return using.figures(ledger, [one for line in readers(ledger) for one in line.indicators], scope)


def _scope(request) -> Scope | None:
    """Asked once for a page: both the help and the list below it speak of rules."""
    if not hasattr(request, "helped_for"):
        here = place.current(request)
        request.helped_for = here and Scope.of(request.access, here, periods.year(clock.today().year))
    return request.helped_for
