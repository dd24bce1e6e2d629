"""What every unit is asked for, and which units have it: the shares over units and firms, unit by unit.

A share says who is meant and who has proof; nothing is filtered here a second time. A firm stands for
the unions that cover it, a federation for the units below it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from youju.ledger.indicators import Indicator
from youju.ledger.scope import Scope
from youju.ledger.shares import GAP, MET, OUTSIDE, Share
from youju.org.models import Organisation, Reach
from youju.people.models import Coverage, Employer
from youju.records.querysets import holds_on

SUBJECTS = (Organisation, Employer)
# The worst counts: a union has what is asked only when none of its firms lacks it.
WORST = (GAP, MET, OUTSIDE)


def duties(indicators: Iterable[Indicator], scope: Scope) -> list[Share]:
    """Shares that ask something of each unit or firm."""
    shares = [one for one in indicators if isinstance(one, Share)]
    return [one for one in shares if one.of(scope).model in SUBJECTS]


@dataclass(frozen=True)
class Tile:
    """One unit: for each duty how many of the units at and below it have it, lack it, or need it not."""

    unit: Organisation
    counts: Mapping[str, Counter]

    @property
    def total(self) -> Counter:
        return sum(self.counts.values(), Counter())

    @property
    def met(self) -> int:
        return self.total[MET]

    @property
    def gap(self) -> int:
        return self.total[GAP]

    @property
    def level(self) -> str:
        """How it is coloured: all, most, less than half, or nothing to ask."""
        due = self.met + self.gap
        if not due:
            return "none"
        return "all" if not self.gap else "most" if self.met * 2 >= due else "few"

    def side(self, code: str) -> str:
        """Where a unit of its own stands in a duty."""
        return next((side for side in WORST if self.counts[code][side]), OUTSIDE)


class Grid:
    """Units against duties, read at once: a few queries for each duty, however many units there are."""

    def __init__(self, scope: Scope, shares: Iterable[Share]) -> None:
        self.scope, self.shares = scope, list(shares)
        covered = Coverage.objects.holding(scope).order_by().values_list("employer", "organisation")
        self._unions: dict[UUID, set] = defaultdict(set)
        for employer, union in covered:
            self._unions[employer].add(union)
        self._alone: dict[UUID, list[str]] = defaultdict(list)
        self._counts: dict[UUID, dict[str, Counter]] = defaultdict(lambda: defaultdict(Counter))
        above = self._above()
        for share in self.shares:
            for unit, side in self._sides(share).items():
                for ancestor in above[unit]:
                    self._counts[ancestor][share.code][side] += 1

    def tile(self, unit: Organisation) -> Tile:
        held = self._counts[unit.pk]
        return Tile(unit, {share.code: held[share.code] for share in self.shares})

    def alone(self, most: int) -> list[tuple[Employer, list[str]]]:
        """Firms that lack something and belong to no unit, with the codes of what they lack."""
        keys = list(self._alone)[:most]
        found = Employer.objects.filter(pk__in=keys).everywhere("subjects of shares of the scope")
        return [(firm, self._alone[firm.pk]) for firm in found.order_by("name")]

    def _sides(self, share: Share) -> dict[UUID, str]:
        """Where each unit stands in a share."""
        standing = share.standing(self.scope)
        if share.of(self.scope).model is Organisation:
            return standing
        sides: dict[UUID, str] = {}
        for firm, side in standing.items():
            unions = self._unions.get(firm, ())
            if not unions and side == GAP:
                self._alone[firm].append(share.code)
            for union in unions:
                sides[union] = min(sides.get(union, side), side, key=WORST.index)
        return sides

    def _above(self) -> dict[UUID, set]:
        """Each unit of the scope with those at and above it that lie in the scope."""
        units = self.scope.organisations
        rows = Reach.objects.filter(holds_on(self.scope.as_of), ancestor__in=units, descendant__in=units)
        above: dict[UUID, set] = defaultdict(set)
        for ancestor, descendant in rows.values_list("ancestor", "descendant"):
            above[descendant].add(ancestor)
        return above
