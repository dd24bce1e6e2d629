"""A figure and what stands behind it, asked together."""

from tests.provoking import NAMED
from youju.ledger.indicators import Indicator
from youju.ledger.scope import Scope


def proven(indicator: Indicator, scope: Scope):
    """The figure's value, after checking that its evidence adds up to it."""
    figure, evidence = indicator.figure(scope), indicator.evidence(scope)
    assert evidence.total == (figure.numerator or 0)
    assert indicator.definition
    return figure.value


def side(indicator: Indicator, scope: Scope, key: str) -> set:
    """The subjects on one side of the evidence, or the records where it has no subjects."""
    found = next(side for side in indicator.evidence(scope).sides if side.key == key)
    return {line.subject or line.records[0] for line in found.lines}


def offenders(rule, scope: Scope) -> set:
    """What offends against a rule, after checking that the rule says why."""
    assert rule.definition
    assert rule.source
    found = set(rule.offenders(scope))
    if found:
        NAMED.add(rule.code)
    return found
