"""Named sets of records or units that need somebody's attention."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from inspect import cleandoc

from django.db.models import Exists, OuterRef, QuerySet

from youju.ledger.evidence import readable
from youju.ledger.scope import Scope
from youju.records.models import Exhibit
from youju.records.parameters import Confidence, Dated, Parameter
from youju.records.record import Record, State


@dataclass(frozen=True, kw_only=True)
class Rule:
    """`offenders` gives the set; its docstring says in Chinese what is wrong and what to do."""

    code: str
    label: str
    source: str  # law and article, or 系统约定
    offenders: Callable[[Scope], QuerySet] = field(repr=False)
    confidence: Confidence = Confidence.PRODUCT  # only `LAW` may be shown as law
    parameter: Parameter | None = None
    remedy: type[Record] | None = None  # what to enter where it finds a unit or firm that lacks it

    @property
    def definition(self) -> str:
        return cleandoc(self.offenders.__doc__ or "")

    def local(self, scope: Scope) -> Dated | None:
        """The value that a region has set for itself, where the scope lies in one."""
        if self.parameter is None:
            return None
        found = self.parameter.dated(scope.as_of, scope.organisation.region)
        return found if found.region else None

    @property
    def basis(self) -> str:
        """The source as readers see it, with how binding it is before it, unless it says so itself."""
        label = self.confidence.value
        told = self.source if label in self.source else f"{label}：{self.source}"
        return f"供参考，{told}" if self.confidence == Confidence.UNCONFIRMED else told


def rule(
    code: str,
    label: str,
    *,
    source: str,
    confidence: Confidence = Confidence.PRODUCT,
    parameter: Parameter | None = None,
    remedy: type[Record] | None = None,
):
    """Declare a rule: the function gives what offends against it, `remedy` is what then to enter."""
    facts = {"source": source, "confidence": confidence, "parameter": parameter, "remedy": remedy}

    def declare(offenders: Callable[[Scope], QuerySet]) -> Rule:
        @wraps(offenders)
        def found(scope: Scope) -> QuerySet:
            return readable(offenders(scope))

        return Rule(code=code, label=label, offenders=found, **facts)

    return declare


def without(records: QuerySet, *kinds: Exhibit.Kind) -> QuerySet:
    """Those of the records that have no standing exhibit of any of these kinds."""
    shown = Exhibit._plain.filter(record_id=OuterRef("pk"), kind__in=kinds).exclude(state=State.VOIDED)
    return records.filter(~Exists(shown))
