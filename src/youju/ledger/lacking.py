"""缺什么: what a unit should have and has not, with the ledger to enter it in; and records that want care."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from youju.ledger.ledgers import Ledger
from youju.ledger.rules import Rule
from youju.ledger.scope import Scope
from youju.ledger.shares import GAP, Share

Found = tuple[Rule, int]


@dataclass
class Lack:
    """One ledger short of a record, and the shares and rules that say so."""

    ledger: Ledger
    shares: list[tuple[Share, int]] = field(default_factory=list)
    rules: list[Found] = field(default_factory=list)


def lacking(
    scope: Scope, shares: Iterable[Share], rules: Iterable[Rule], ledgers: Mapping[str, Ledger]
) -> tuple[list[Lack], list[Found]]:
    """What is not there, by the ledger that mends it; and what is there and offends, rule by rule."""
    lacks: dict[str, Lack] = {}

    def of(code: str) -> Lack:
        return lacks.setdefault(code, Lack(ledgers[code]))

    for share in shares:
        if gaps := list(share.standing(scope).values()).count(GAP):
            of(share.select(scope).model.ledger_code).shares.append((share, gaps))
    offending = []
    for rule in rules:
        if number := rule.offenders(scope).order_by().count():
            if rule.remedy:
                of(rule.remedy.ledger_code).rules.append((rule, number))
            else:
                offending.append((rule, number))
    return list(lacks.values()), offending
