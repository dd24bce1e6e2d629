"""The honest difference: what a final edition said, and what the ledgers say today."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from youju.base.periods import Period
from youju.catalogue import INDICATORS
from youju.ledger.evidence import Number
from youju.ledger.scope import Scope
from youju.org.access import Access
from youju.records.record import Record
from youju.reports.models import Claim, Edition
from youju.reports.proofs import Backing


@dataclass(frozen=True)
class Difference:
    """One claim then and now. Records are named: those that came, those that went, those that changed."""

    claim: Claim
    label: str
    now: Number | None
    late: tuple[Record, ...]  # counted today, recorded after the edition (补录)
    corrected: tuple[Record, ...]  # cited then, and changed since
    gone: tuple[str, ...]  # refs cited then and not counted today (作废、更正后不再计入)

    @property
    def changed(self) -> bool:
        return bool(self.late or self.corrected or self.gone) or not self.same_value

    @property
    def same_value(self) -> bool:
        if self.claim.value is None or self.now is None:
            return self.claim.value is None and self.now is None
        return abs(self.claim.value - Decimal(self.now)) < Decimal("0.000001")

    @property
    def summary(self) -> str:
        """补录 9，更正 2, or nothing."""
        parts = [("补录", self.late), ("更正", self.corrected), ("不再计入", self.gone)]
        return "，".join(f"{word} {len(records)}" for word, records in parts if records)


def differences(edition: Edition, access: Access) -> Iterator[Difference]:
    """Every claim of an edition beside its figure today, as of the same day and by the same definition."""
    period = Period(edition.from_on, edition.until_on, "")
    for claim in edition.claims.all():
        indicator = INDICATORS.get(claim.code)
        if indicator is not None:
            scope = Scope.of(access, edition.organisation, period, as_of=claim.as_of)
            yield _difference(claim, indicator, scope)


def _difference(claim: Claim, indicator, scope: Scope) -> Difference:
    cited = dict(claim.citations.exclude(ref="").values_list("ref", "digest"))
    records = {record.ref: record for record in indicator.evidence(scope).records}
    backing = Backing.of(list(records.values()))
    common = cited.keys() & records.keys()
    return Difference(
        claim=claim,
        label=indicator.label,
        now=indicator.value(scope),
        late=tuple(record for ref, record in records.items() if ref not in cited),
        corrected=tuple(records[ref] for ref in common if backing.events[records[ref].pk][1] != cited[ref]),
        gone=tuple(sorted(cited.keys() - records.keys())),
    )
