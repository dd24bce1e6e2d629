"""What a writer sees of a report: each passage with its claims, and what cannot be said yet and why."""

from collections.abc import Iterator
from dataclasses import dataclass

from youju.catalogue import INDICATORS, LEDGERS
from youju.ledger.attaching import exhibits_of
from youju.ledger.indicators import Indicator
from youju.ledger.ledgers import Ledger
from youju.ledger.scope import Scope
from youju.org.access import Access
from youju.records.models import Exhibit
from youju.reports import claims, composing, template, wordings
from youju.reports.document import Quote, Unproven
from youju.reports.drafting import Draft, Spoken
from youju.reports.models import Kind, Part, Passage

MOST = 12  # claims listed at a time


@dataclass(frozen=True)
class Piece:
    """A stretch of a passage: plain words, a claim (with the code it counts by), or unproven words."""

    text: str
    code: str = ""
    label: str = ""
    unproven: bool = False
    typed: tuple[int, int] | None = None  # where a figure typed by hand stands in the passage


@dataclass(frozen=True)
class Left:
    """A sentence that is not said because a ledger is empty."""

    text: str
    ledgers: tuple[Ledger, ...]


@dataclass(frozen=True)
class Shown:
    passage: Passage
    pieces: tuple[Piece, ...]
    left: tuple[Left, ...]
    refused: tuple[str, ...]
    papers: tuple[Exhibit, ...]


@dataclass(frozen=True)
class Choice:
    """A claim that may be inserted: what it counts, its value today, and the wordings that hold."""

    indicator: Indicator
    value: str
    slots: tuple[tuple[str, str], ...]  # (what is inserted, how it reads)


def shown(draft: Draft, passage: Passage) -> Shown:
    papers = tuple(exhibits_of(passage))
    refused = len(draft.refused)
    pieces: list[Piece] = []
    left = []
    if passage.level:
        pieces.append(Piece(passage.text))
    for found in () if passage.level else template.SENTENCE.finditer(passage.text):
        sentence = found[0]
        spoken = draft.spoken(sentence, backed=bool(papers) or passage.part == Part.PLAN)
        if not spoken and sentence.strip():
            left.append(Left(named(sentence), ledgers_of(sentence, draft.scope)))
        pieces += [_piece(one, draft, found.start()) for one in spoken]
    return Shown(passage, tuple(pieces), tuple(left), tuple(draft.refused[refused:]), papers)


def _piece(spoken: Spoken, draft: Draft, start: int) -> Piece:
    run = spoken.run
    if isinstance(run, Quote):
        code = next(code for code in draft.quoted if draft.key(code) == run.key)
        return Piece(run.text, code, INDICATORS[code].label)
    place = (start + spoken.start, start + spoken.end) if spoken.typed else None
    return Piece(run.text, unproven=isinstance(run, Unproven), typed=place)


def named(sentence: str) -> str:
    """A sentence with the names of its figures in place of their codes."""
    return template.SLOT.sub(
        lambda slot: f"〔{INDICATORS[slot['code']].label}〕" if slot["code"] in INDICATORS else "", sentence
    )


def ledgers_of(sentence: str, scope: Scope) -> tuple[Ledger, ...]:
    """The ledgers that the figures of a sentence are counted from."""
    found = {}
    for code in template.codes(sentence):
        ledger = LEDGERS.get(INDICATORS[code].select(scope).model.ledger_code)
        if ledger is not None:
            found[ledger.code] = ledger
    return tuple(found.values())


def unsaid(access: Access, scope: Scope, kind: Kind, written: str) -> Iterator[tuple[str, Left]]:
    """Sentences of the template that quote what the report does not quote, with what they lack.

    Without ledgers, the sentence could be said today.
    """
    draft, quoted = Draft(scope), set(template.codes(written))
    for piece in template.parse(composing.template_of(access, scope.organisation, kind)):
        for sentence in () if piece.level else piece.sentences:
            codes = template.codes(sentence)
            if codes and not quoted & set(codes):
                lacking = () if draft.sentence(sentence) else ledgers_of(sentence, scope)
                yield sentence, Left(named(sentence), lacking)


def choices(scope: Scope, asked: str) -> list[Choice]:
    """Claims whose name, other name or definition holds the words; the best names first."""
    return [_choice(one, scope) for one in indicators_named(asked)[:MOST]]


def indicators_named(asked: str) -> list[Indicator]:
    ranked = [(_rank(one, asked.strip()), one) for one in INDICATORS.values()]
    return [one for rank, one in sorted(ranked, key=lambda pair: pair[0]) if rank < len(RANKS)]


RANKS = (
    lambda one, asked: asked == one.label or asked == one.code,
    lambda one, asked: asked in one.label,
    lambda one, asked: any(asked in name for name in one.synonyms),
    lambda one, asked: asked in one.definition,
    lambda one, asked: len(asked) > 1 and set(asked) <= set(one.label + "".join(one.synonyms)),
)


def _rank(one: Indicator, asked: str) -> int:
    return next((n for n, fits in enumerate(RANKS) if fits(one, asked)), len(RANKS))


def _choice(one: Indicator, scope: Scope) -> Choice:
    figure = one.figure(scope)
    value = claims.value_text(figure)
    unit = "" if one.unit == "%" else one.unit
    if not value or not figure.entries:
        return Choice(one, value and f"{value}{unit}", ())
    slots = [(f"{{{one.code}}}", f"{value}{unit}")]
    slots += [(f"{{{one.code}|{said}}}", said) for said in wordings.suggestions(figure.value, one.unit)]
    return Choice(one, f"{value}{unit}", tuple(slots))
