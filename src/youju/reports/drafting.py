"""From passages and the records of a scope to a document in which every figure carries its proof."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.formats import date_format

from youju.base import numerals
from youju.catalogue import INDICATORS, LEDGERS
from youju.ledger.evidence import Evidence, Figure
from youju.ledger.indicators import Indicator
from youju.ledger.scope import Scope
from youju.records.querysets import EntryQuerySet
from youju.reports import claims, template, typed
from youju.reports.document import Document, Heading, Paragraph, Quote, Unproven, Words
from youju.reports.facts import fact
from youju.reports.models import Part
from youju.reports.proofs import Backing, proof

WRITTEN = "（以上为文字表述）"
Run = Words | Quote | Unproven


@dataclass(frozen=True)
class Spoken:
    """A run of a sentence and where its words stand in the passage's text."""

    run: Run
    start: int
    end: int
    typed: bool = False  # a figure that nothing stands behind


@dataclass(frozen=True)
class Text:
    """A passage as drafting needs it: stored, or still a line of a template."""

    part: str
    level: int
    text: str
    backed: bool = False  # typed figures stand on a paper attached to the passage


@dataclass(frozen=True)
class Known:
    """An indicator's figure of a scope; its evidence is fetched when somebody asks what stands behind it."""

    indicator: Indicator
    scope: Scope

    @cached_property
    def figure(self) -> Figure:
        return self.indicator.figure(self.scope)

    @cached_property
    def evidence(self) -> Evidence:
        return self.indicator.evidence(self.scope)


class Draft:
    """One document in the making: the figures it has quoted so far, in order, and what fell away."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.quoted: dict[str, Known] = {}
        self.texts: dict[str, str] = {}  # indicator code → how its value first stood in the text
        self.silent: list[str] = []  # sentences left out because a figure of theirs has no records
        self.refused: list[str] = []  # wordings that say more than the records
        self._known: dict[str, Known] = {}

    def key(self, code: str) -> str:
        return f"{list(self.quoted).index(code) + 1:02d}"

    def look_up(self, code: str) -> Known:
        return self._known.setdefault(code, Known(INDICATORS[code], self.scope))

    def backing(self) -> Backing:
        """History and files of every record that is quoted."""
        return Backing.of([record for known in self.quoted.values() for record in known.evidence.records])

    def sentence(self, text: str, *, backed: bool = False) -> tuple[Run, ...]:
        """The runs of one sentence; none where one of its figures has nothing to say."""
        return tuple(one.run for one in self.spoken(text, backed=backed))

    def spoken(self, text: str, *, backed: bool = False) -> tuple[Spoken, ...]:
        """The same runs with their places. Typed figures are visibly unproven unless a paper backs them."""
        slots = list(template.SLOT.finditer(text))
        found = [self._claim(slot) for slot in slots]
        if any(claim is not None and claim.silent for claim in found):
            self.silent.append(text)
            return ()
        if any(
            claim is None and not fact(slot["code"], self.scope)
            for slot, claim in zip(slots, found, strict=True)
        ):
            return ()
        set_in = [
            Spoken(
                Words(fact(slot["code"], self.scope)) if claim is None else self._quote(slot, claim),
                *slot.span(),
            )
            for slot, claim in zip(slots, found, strict=True)
        ]
        if not backed:
            set_in += [
                Spoken(Unproven(one.text), one.start, one.end, typed=True) for one in typed.figures(text)
            ]
        return tuple(one for one in _filled(text, set_in) if one.run.text)

    def _claim(self, slot: re.Match) -> claims.Claim | None:
        """The claim of a slot; None for a fact of the scope, which needs no record."""
        if slot["code"].startswith("@"):
            return None
        known, form = self.look_up(slot["code"]), slot["form"] or ""
        evidence = known.evidence if form in claims.BY_RECORDS else None
        return claims.make(form, slot["wording"] or "", known.indicator, known.figure, evidence)

    def _quote(self, slot: re.Match, claim: claims.Claim) -> Quote | Unproven:
        try:
            text = claim.text
        except ValueError as error:  # the wording says too much, or is none
            self.refused.append(str(error))
            return Unproven(slot["wording"])
        if not claim.proven:
            return Unproven(text)
        self.quoted.setdefault(slot["code"], self.look_up(slot["code"]))
        self.texts.setdefault(slot["code"], text)
        return Quote(text, self.key(slot["code"]))

    def paragraph(self, text: Text) -> Paragraph | None:
        sentences = [self.sentence(one, backed=text.backed) for one in template.sentences(text.text)]
        runs = [run for sentence in sentences for run in sentence]
        if runs and isinstance(runs[-1], Words) and runs[-1].text.endswith("；"):
            runs[-1] = Words(runs[-1].text[:-1] + "。")
        return Paragraph(tuple(runs)) if runs else None


def _filled(text: str, set_in: list[Spoken]) -> Iterator[Spoken]:
    """What was set into a text together with the plain words between."""
    at = 0
    for one in sorted(set_in, key=lambda one: one.start):
        yield Spoken(Words(text[at : one.start]), at, one.start)
        yield one
        at = one.end
    yield Spoken(Words(text[at:]), at, len(text))


def document(scope: Scope, texts: Sequence[Text], *, title: str, motto: str = "") -> tuple[Document, Draft]:
    """A paper of a scope as it reads today, with the draft that knows what it quotes."""
    draft = Draft(scope)
    blocks = [block for part in Part for block in _part(draft, part, [t for t in texts if t.part == part])]
    backing = draft.backing()
    made = Document(
        title=title,
        motto=motto,
        organisation=scope.organisation.name,
        date=date_format(scope.as_of, "Y年n月j日"),
        blocks=tuple(numbered(blocks)),
        proofs=tuple(
            proof(draft.key(code), one.indicator, one.figure, one.evidence, backing)
            for code, one in draft.quoted.items()
        ),
        period=scope.period.label,
        notes=tuple(notes(scope)),
    )
    return made, draft


def _part(draft: Draft, part: Part, texts: list[Text]) -> list[Heading | Paragraph]:
    if part == Part.BODY:
        return _body(draft, texts)
    headed = part not in (Part.LEAD, Part.BODY)
    counted = headed and len(texts) > 1
    starts = [f"{numerals.chinese(n)}是" if counted else "" for n in range(1, len(texts) + 1)]
    written = [
        draft.paragraph(Text(text.part, 0, start + text.text, text.backed or part == Part.PLAN))
        for start, text in zip(starts, texts, strict=True)
    ]
    kept = [paragraph for paragraph in written if paragraph]
    heading = [Heading(1, str(part.label))] if headed and kept else []
    return [*heading, *_marked(kept)]


def _body(draft: Draft, texts: Iterable[Text]) -> list[Heading | Paragraph]:
    """Headings with their paragraphs; a heading whose paragraphs all fell silent is left out."""
    kept: list[Heading | Paragraph] = []
    for text in texts:
        if text.level:
            drop_bare(kept, text.level)
            kept.append(Heading(text.level, text.text))
        elif paragraph := draft.paragraph(text):
            kept.append(paragraph)
    drop_bare(kept, 1)
    return kept


def drop_bare(blocks: list[Heading | Paragraph], level: int) -> None:
    """Take headings of this level and below off the end: nothing followed them."""
    while blocks and isinstance(blocks[-1], Heading) and blocks[-1].level >= level:
        blocks.pop()


def _marked(written: list[Paragraph]) -> list[Paragraph]:
    """Written paragraphs with one visible mark at their end: the words are the writer's, not the records'."""
    if not written or all(isinstance(run, Quote) for run in written[-1].runs):
        return written
    return [*written[:-1], Paragraph((*written[-1].runs, Unproven(WRITTEN)))]


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
        yield f"本期另有 {waiting} 条记录待确认，未计入本文。"
