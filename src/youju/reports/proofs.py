"""From the evidence of a figure to what a reader may see of it: masked, numbered, digested."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256
from uuid import UUID

from youju.base import numerals
from youju.ledger.evidence import Evidence, Figure, Line, Number, Side
from youju.ledger.indicators import Indicator
from youju.records.models import Attended, Exhibit, HistoryEvent, Participation
from youju.records.record import Record, State
from youju.reports import photos
from youju.reports.claims import value_text
from youju.reports.document import Item, Proof

BATCH = 500
PLACE = Decimal("0.000001")  # of a stored value
SIGNED = frozenset(Exhibit.Kind) - {Exhibit.Kind.PHOTO, Exhibit.Kind.OTHER}
AGAIN = "同一对象的其他记录，不重复计"
WITHHELD = "涉及未成年人或敏感帮扶信息，只列数字"


@dataclass(frozen=True)
class Cited:
    """One citation: a record (or a subject without one) on a side, with what it adds."""

    side: str
    record: Record | None
    subject: Record | None
    contribution: Decimal
    seq: int | None
    digest: str

    @property
    def ref(self) -> str:
        return self.record.ref if self.record else ""

    @property
    def subject_ref(self) -> str:
        return self.subject.ref if self.subject else ""


@dataclass(frozen=True)
class Backing:
    """What stands in history and in the files for a set of records, fetched in a few queries."""

    events: dict[UUID, tuple[int, str]]  # record → (sequence, SHA-256 of its last row)
    exhibits: dict[UUID, list[Exhibit]]
    named: frozenset[UUID] = frozenset()  # entries that list at least one participant as a person

    @classmethod
    def of(cls, records: Sequence[Record]) -> "Backing":
        ids = list({record.pk for record in records})
        events: dict[UUID, tuple[int, str]] = {}
        exhibits: dict[UUID, list[Exhibit]] = defaultdict(list)
        named: set[UUID] = set()
        for start in range(0, len(ids), BATCH):
            some = ids[start : start + BATCH]
            rows = HistoryEvent.objects.filter(record_id__in=some).order_by("seq")
            for record_id, seq, row in rows.values_list("record_id", "seq", "row"):
                events[record_id] = (seq, sha256(row.encode()).hexdigest())
            shown = Exhibit._plain.filter(record_id__in=some).exclude(state=State.VOIDED)
            for exhibit in shown.select_related("file"):
                exhibits[exhibit.record_id].append(exhibit)
            seats = Participation.objects.filter(parent_id__in=some).exclude(person=None).order_by()
            named.update(seats.values_list("parent_id", flat=True).distinct())
        return cls(events, exhibits, frozenset(named))


def cited(evidence: Evidence, backing: Backing) -> Iterator[Cited]:
    """Every record and every bare subject of the evidence, in order; one contribution a line."""
    for side in evidence.sides:
        for line in side.lines:
            yield from _cited_line(side, line, backing)


def _cited_line(side: Side, line: Line, backing: Backing) -> Iterator[Cited]:
    share = Decimal(line.contribution) if side.counted else Decimal(0)
    for record in line.records or (None,):
        seq, digest = backing.events.get(record.pk, (None, "")) if record else (None, "")
        yield Cited(side.key, record, line.subject, share, seq, digest)
        share = Decimal(0)


def proof(key: str, indicator: Indicator, figure: Figure, evidence: Evidence, backing: Backing) -> Proof:
    """Everything behind one claim as readers of the summary get it."""
    counted = [r for side in evidence.sides if side.counted for line in side.lines for r in line.records]
    late = sum(getattr(record, "is_late", False) for record in counted)
    return Proof(
        key=key,
        code=indicator.code,
        label=indicator.label,
        value=value_text(figure),
        unit="" if indicator.unit == "%" else indicator.unit,
        definition="".join(map(str.strip, indicator.definition.splitlines())),
        period=figure.period,
        as_of=figure.as_of.isoformat(),
        base=f"{figure.numerator} / {figure.base}" if figure.base and figure.unit == "%" else "",
        sides=() if indicator.numbers_only else tuple(_sides(evidence, backing)),
        late_share=numerals.percent(late, len(counted)) if counted else "",
        withheld=WITHHELD if indicator.numbers_only else "",
        strength=tuple(strength(counted, backing)),
        row=row_digest(indicator.code, figure.value, indicator.unit, figure.base, figure.as_of),
        citations=citations_digest(cited(evidence, backing)),
    )


def strength(counted: Sequence[Record], backing: Backing) -> Iterator[str]:
    """What the records are proven by, each as a share of them; head-counts without names as they are."""
    records = list({record.pk: record for record in counted}.values())
    attended = [one for one in records if isinstance(one, Attended)]
    personal = [one for one in records if hasattr(one, "person_id")]
    if attended or personal:
        known = sum(one.pk in backing.named for one in attended) + sum(
            bool(one.person_id) for one in personal
        )
        yield f"实名 {numerals.percent(known, len(attended) + len(personal))}"
    shown = [{exhibit.kind for exhibit in backing.exhibits.get(one.pk, ())} for one in records]
    if records:
        yield f"签字材料 {numerals.percent(sum(bool(kinds & SIGNED) for kinds in shown), len(records))}"
        yield f"照片 {numerals.percent(sum(Exhibit.Kind.PHOTO in kinds for kinds in shown), len(records))}"
    if typed := sum(one.unnamed for one in attended):
        yield f"只填人数 {typed} 人次"


def row_digest(code: str, value: Number | None, unit: str, base: Number | None, as_of: date) -> str:
    """One digest of a claim, the same before it is stored and after."""
    exact = [None if one is None else f"{Decimal(one).quantize(PLACE):f}" for one in (value, base)]
    row = [code, exact[0], unit, exact[1], as_of.isoformat()]
    return sha256(json.dumps(row, separators=(",", ":")).encode()).hexdigest()


def citations_digest(citations: Iterable) -> str:
    """One digest of a list of citations, the same before they are stored and after."""
    lines = [
        [one.side, one.ref, one.subject_ref, one.seq, one.digest, f"{one.contribution.normalize():f}"]
        for one in citations
    ]
    return sha256(json.dumps(lines, separators=(",", ":")).encode()).hexdigest() if lines else ""


def _sides(evidence: Evidence, backing: Backing) -> Iterator[tuple[str, tuple[Item, ...]]]:
    for side in evidence.sides:
        if side.lines:
            yield side.title, tuple(item for line in side.lines for item in _items(side, line, backing))


def _items(side: Side, line: Line, backing: Backing) -> Iterator[Item]:
    contribution = f"{line.contribution}" if side.counted and line.contribution else ""
    if not line.records and line.subject is not None:
        yield Item(
            line.subject.ref,
            line.subject.number,
            "",
            str(line.subject.home),
            str(line.subject),
            "",
            line.note,
        )
    note = line.note
    for record in line.records:
        yield _item(record, line, contribution, note, backing)
        contribution, note = "", AGAIN if side.counted else ""


def _item(record: Record, line: Line, contribution: str, note: str, backing: Backing) -> Item:
    day = getattr(record, "occurred_on", None) or getattr(record, "from_on", None)
    about = line.subject or line.term
    title = f"{about}：{record}" if about and not str(record).startswith(str(about)) else str(record)
    shown = backing.exhibits.get(record.pk, [])
    kinds = Counter(exhibit.get_kind_display() for exhibit in shown)
    return Item(
        ref=record.ref,
        number=record.number,
        date=day.isoformat() if day else "",
        organisation=str(record.home),
        title=title,
        contribution=contribution,
        note=note,
        late=getattr(record, "is_late", False),
        exhibits=tuple(f"{kind} {n} 份" for kind, n in kinds.items()),
        digest=backing.events.get(record.pk, (None, ""))[1],
        exhibit_digests=tuple(exhibit.file.sha256 for exhibit in shown),
        photos=tuple(photos.published(shown)),
    )
