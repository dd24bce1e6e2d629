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
from youju.reports.drafting import Draft
from youju.reports.models import Kind, Part, Passage

MOST = 12  # claims listed at a time


@dataclass(frozen=True)
class Piece:
    """A stretch of a passage: plain words, a claim (with the code it counts by), or unproven words."""

    text: str
    code: str = ""
    label: str = ""
    unproven: bool = False


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
    for sentence in () if passage.level else template.sentences(passage.text):
        runs = draft.sentence(sentence, backed=bool(papers) or passage.part == Part.PLAN)
        if not runs and sentence.strip():
            left.append(Left(named(sentence), ledgers_of(sentence, draft.scope)))
        pieces += [_piece(run, draft) for run in runs]
    return Shown(passage, tuple(pieces), tuple(left), tuple(draft.refused[refused:]), papers)


def _piece(run, draft: Draft) -> Piece:
    if isinstance(run, Quote):
        code = next(code for code in draft.quoted if draft.key(code) == run.key)
        return Piece(run.text, code, INDICATORS[code].label)
    return Piece(run.text, unproven=isinstance(run, Unproven))


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


def choices(scope: Scope, asked: str, quoted: set[str] = frozenset()) -> list[Choice]:
    """Claims whose name, other name or definition holds the words; the best names first."""
    ranked = sorted(
        (
            (_rank(one, asked.strip()), one.code in quoted, place, one)
            for place, one in enumerate(INDICATORS.values())
        ),
        key=lambda row: row[:3],
    )
    return [_choice(one, scope) for rank, _said, _place, one in ranked if rank < len(RANKS)][:MOST]


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
