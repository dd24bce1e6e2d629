"""Do final editions still say what was sealed, and does what they cite still stand in history?"""

from collections.abc import Iterator
from decimal import Decimal
from hashlib import sha256

from django.db.models import Sum

from youju.base import vault
from youju.records.models import HistoryEvent
from youju.records.verifying import Fault
from youju.reports.document import Document, Quote
from youju.reports.models import Citation, Edition
from youju.reports.proofs import PLACE, citations_digest, row_digest
from youju.reports.render import canonical

BATCH = 500


def faults() -> Iterator[Fault]:
    for edition in Edition._plain.order_by("pk"):
        yield from _edition(edition)
        yield from _citations(edition)


def _edition(edition: Edition) -> Iterator[Fault]:
    try:
        document = canonical.document_from_json(edition.content)
    except (ValueError, TypeError, KeyError):
        yield Fault("定稿被改", f"{edition} 的内容已无法读取")
        return
    if canonical.digest(document) != edition.digest:
        yield Fault("定稿被改", f"{edition} 的内容与定稿时的摘要不符")
    if not vault.signature_valid(edition.digest.encode(), edition.signature, edition.public_key):
        yield Fault("定稿被改", f"{edition} 的签名不符")
    told, kept = _told(document), _kept(edition, document)
    for key in sorted(told.keys() | kept.keys()):
        if told.get(key) != kept.get(key):
            yield Fault("定稿被改", f"{edition} 的数据引用 {key} 与定稿内容不符")
    yield from _sums(edition)
    yield from _listed(edition, document)


def _told(document: Document) -> dict[str, tuple]:
    """What the sealed text says of each claim: its row, and the words in which it first stands."""
    words: dict[str, str] = {}
    for block in document.blocks:
        for run in getattr(block, "runs", ()):
            if isinstance(run, Quote):
                words.setdefault(run.key, run.text)
    return {
        proof.key: (proof.code, proof.unit or "%", proof.as_of, words.get(proof.key, ""), proof.row)
        for proof in document.proofs
    }


def _kept(edition: Edition, document: Document) -> dict[str, tuple]:
    """The same of the claims kept as rows; editions from before rows were digested tell no digest."""
    undigested = {proof.key for proof in document.proofs if not proof.row}
    return {
        one.key: (
            one.code,
            one.unit,
            one.as_of.isoformat(),
            one.text,
            "" if one.key in undigested else row_digest(one.code, one.value, one.unit, one.base, one.as_of),
        )
        for one in edition.claims.all()
    }


def _sums(edition: Edition) -> Iterator[Fault]:
    """Each value is still the sum of its citations; a rate that sum over its base."""
    for claim in edition.claims.annotate(total=Sum("citations__contribution")):
        total = claim.total or 0
        due = Decimal(total) * 100 / claim.base if claim.unit == "%" and claim.base else total
        if claim.value is not None and abs(claim.value - due) > PLACE:
            yield Fault("定稿被改", f"{edition} 的数据引用 {claim.key} 的数值与所附记录之和不符")


def _listed(edition: Edition, document) -> Iterator[Fault]:
    """The citations kept as rows are those that the sealed text lists."""
    kept: dict[str, list[Citation]] = {}
    rows = Citation.objects.filter(claim__edition=edition).order_by("claim__key", "position")
    for one in rows.select_related("claim"):
        kept.setdefault(one.claim.key, []).append(one)
    for proof in document.proofs:
        held = kept.get(proof.key, [])
        told = [(item.ref if item.digest else "", item.digest) for _t, items in proof.sides for item in items]
        same = proof.withheld or told == [(one.ref, one.digest) for one in held]
        same = same and [one.position for one in held] == list(range(len(held)))
        if not same or (proof.citations and proof.citations != citations_digest(held)):
            yield Fault(
                "定稿被改", f"{edition} 的数据引用 {proof.key}（{proof.label}）所附记录清单与定稿内容不符"
            )


def _citations(edition: Edition) -> Iterator[Fault]:
    """Each cited event still stands in history as it was cited."""
    cited = list(Citation.objects.filter(claim__edition=edition).exclude(ref=""))
    for start in range(0, len(cited), BATCH):
        some = cited[start : start + BATCH]
        rows = HistoryEvent.objects.filter(record_id__in={c.record_id for c in some})
        known = {
            (record_id, seq): sha256(row.encode()).hexdigest()
            for record_id, seq, row in rows.values_list("record_id", "seq", "row").iterator()
        }
        for one in some:
            if one.ref.rpartition(":")[2] != str(one.record_id):
                yield Fault("引用不符", f"{edition} 引用的 {one.ref} 指向了另一条记录")
            elif known.get((one.record_id, one.seq)) != one.digest:
                yield Fault("引用不符", f"{edition} 引用的 {one.ref} 第 {one.seq} 号历史已不是定稿时的内容")
