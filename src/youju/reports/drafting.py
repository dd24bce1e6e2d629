"""From a template and the records of a scope to a document in which every figure carries its proof."""

from collections.abc import Iterator, Sequence

from django.utils.formats import date_format

from youju.base import numerals
from youju.catalogue import INDICATORS, LEDGERS
from youju.ledger.evidence import Evidence, Figure
from youju.ledger.indicators import Indicator
from youju.ledger.scope import Scope
from youju.records.querysets import EntryQuerySet
from youju.reports import claims, template
from youju.reports.document import Document, Heading, Paragraph, Quote, Unproven, Words
from youju.reports.models import Passage
from youju.reports.proofs import Backing, proof

WRITTEN = "（以上为文字表述）"


class Draft:
    """One document in the making: the figures it has quoted so far, in order, and its numbering."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.quoted: dict[str, tuple[Indicator, Figure, Evidence]] = {}
        self.texts: dict[str, str] = {}  # indicator code → how its value first stood in the text

    def key(self, code: str) -> str:
        return f"{list(self.quoted).index(code) + 1:02d}"

    def look_up(self, code: str) -> tuple[Indicator, Figure, Evidence]:
        if code not in self.quoted:
            indicator = INDICATORS[code]
            self.quoted[code] = (indicator, indicator.figure(self.scope), indicator.evidence(self.scope))
        return self.quoted[code]

    def sentence(self, text: str) -> tuple | None:
        """The runs of one sentence; None where one of its figures has nothing to say."""
        known = dict(self.quoted)
        runs, position = [], 0
        for slot in template.SLOT.finditer(text):
            run = self._slot(slot["code"], slot["form"] or "", slot["wording"] or "")
            if run is None:
                self.quoted = known
                return None
            runs += [Words(text[position : slot.start()]), run]
            position = slot.end()
        return tuple(run for run in (*runs, Words(text[position:])) if run.text)

    def _slot(self, code: str, form: str, wording: str) -> Words | Quote | Unproven | None:
        if code.startswith("@"):
            return Words(fact(code, self.scope))
        claim = claims.make(form, wording, *self.look_up(code))
        if claim.silent:
            return None
        if not claim.proven:
            return Unproven(claim.text)
        self.texts.setdefault(code, claim.text)
        return Quote(claim.text, self.key(code))

    def paragraph(self, part: template.Part) -> Paragraph | None:
        sentences = [runs for text in part.sentences if (runs := self.sentence(text))]
        runs = [run for sentence in sentences for run in sentence]
        if runs and isinstance(runs[-1], Words) and runs[-1].text.endswith("；"):
            runs[-1] = Words(runs[-1].text[:-1] + "。")
        return Paragraph(tuple(runs)) if runs else None


def fact(name: str, scope: Scope) -> str:
    """A fact of the scope that needs no record."""
    match name:
        case "@we":
            return scope.organisation.we
        case "@as_of":
            return date_format(scope.as_of, "Y年n月j日")
        case "@period":
            return scope.period.label
    raise KeyError(name)


def document(scope: Scope) -> tuple[Document, Draft]:
    """The annual summary of a scope as it reads today."""
    draft = Draft(scope)
    blocks = [*_lead(draft), *_chapters(draft), *_written(draft)]
    backing = Backing.of([r for _i, _f, evidence in draft.quoted.values() for r in evidence.records])
    made = Document(
        title=f"{scope.organisation.name}{scope.period.label}工作总结",
        organisation=scope.organisation.name,
        date=date_format(scope.as_of, "Y年n月j日"),
        blocks=tuple(numbered(blocks)),
        proofs=tuple(proof(draft.key(code), *parts, backing) for code, parts in draft.quoted.items()),
        period=scope.period.label,
        notes=tuple(notes(scope)),
    )
    return made, draft


def _lead(draft: Draft) -> Iterator[Paragraph]:
    yield from _marked(
        [_passage(draft, passage.text) for passage in passages(draft.scope, Passage.Kind.LEAD)]
    )


def _chapters(draft: Draft) -> list[Heading | Paragraph]:
    """Headings with their paragraphs; a heading whose paragraphs all fell silent is left out."""
    kept: list[Heading | Paragraph] = []
    for part in template.annual():
        if part.level:
            while kept and isinstance(kept[-1], Heading) and kept[-1].level >= part.level:
                kept.pop()
            kept.append(Heading(part.level, part.text))
        elif paragraph := draft.paragraph(part):
            kept.append(paragraph)
    while kept and isinstance(kept[-1], Heading):
        kept.pop()
    return kept


def _written(draft: Draft) -> Iterator[Heading | Paragraph]:
    for kind in (Passage.Kind.SHORTCOMING, Passage.Kind.PLAN):
        found = passages(draft.scope, kind)
        if found:
            yield Heading(1, str(kind.label))
        starts = [f"{numerals.chinese(n)}是" if len(found) > 1 else "" for n in range(1, len(found) + 1)]
        texts = [start + passage.text for start, passage in zip(starts, found, strict=True)]
        yield from _marked([_passage(draft, text) for text in texts])


def _passage(draft: Draft, text: str) -> Paragraph:
    """A written paragraph; figures that it quotes are proven like all others."""
    return Paragraph(draft.sentence(text) or (Words(text),))


def _marked(written: list[Paragraph]) -> list[Paragraph]:
    """Written paragraphs with one visible mark at their end: the words are the writer's, not the records'."""
    if not written or all(isinstance(run, Quote) for run in written[-1].runs):
        return written
    return [*written[:-1], Paragraph((*written[-1].runs, Unproven(WRITTEN)))]


def passages(scope: Scope, kind: Passage.Kind) -> Sequence[Passage]:
    own = Passage.objects.at([scope.organisation]).live()
    return list(own.filter(year=scope.period.end.year, kind=kind).order_by("position"))


def numbered(blocks: Sequence[Heading | Paragraph]) -> Iterator[Heading | Paragraph]:
    """Headings with their numbers: 一、 then （一）, starting again below each chapter."""
    counts = {1: 0, 2: 0}
    for block in blocks:
        if isinstance(block, Heading):
            counts[block.level] += 1
            if block.level == 1:
                counts[2] = 0
            yield Heading(block.level, numerals.heading(block.level, counts[block.level]) + block.text)
        else:
            yield block


def notes(scope: Scope) -> Iterator[str]:
    """What a reader must know beside the text: entries of the period that still wait."""
    waiting = 0
    for ledger in LEDGERS.values():
        records = ledger.model.objects.all()
        if isinstance(records, EntryQuerySet):
            waiting += records.waiting(scope).count()
    if waiting:
        yield f"本期另有 {waiting} 条记录待确认，未计入本总结。"
