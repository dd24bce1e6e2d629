"""The first passages of a paper as it reads today, without working out all the others."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from youju.ledger.scope import Scope
from youju.org.access import Access
from youju.reports import composing, drafting, template
from youju.reports.document import Heading, Paragraph
from youju.reports.drafting import Draft, Text
from youju.reports.models import Kind, Part

ENOUGH = 420  # characters


@dataclass(frozen=True)
class Glance:
    """Headings and paragraphs, and the draft that knows what they quote."""

    blocks: tuple[Heading | Paragraph, ...]
    draft: Draft
    begun: bool  # somebody is writing it already


def glance(access: Access, scope: Scope, kind: Kind = Kind.ANNUAL, enough: int = ENOUGH) -> Glance:
    """The first paragraphs that have something to say: of the report in writing, else of the template."""
    report = composing.existing(access, scope.organisation, scope.period, kind)
    draft = Draft(scope)
    if report is not None:
        texts: Iterable[Text] = composing.texts(composing.passages(access, report))
    else:
        texts = _template(access, scope, kind)
    blocks = tuple(drafting.numbered(_first(draft, texts, enough)))
    return Glance(blocks, draft, report is not None)


def _template(access: Access, scope: Scope, kind: Kind) -> Iterator[Text]:
    yield from composing.opening(scope, kind)
    for piece in template.parse(composing.template_of(access, scope.organisation, kind)):
        yield Text(Part.BODY, piece.level, piece.text)


def _first(draft: Draft, texts: Iterable[Text], enough: int) -> list[Heading | Paragraph]:
    """Paragraphs with their headings until there is enough to read; the silent ones are passed over."""
    kept: list[Heading | Paragraph] = []
    spoken = 0
    for text in texts:
        if text.level:
            drafting.drop_bare(kept, text.level)
            kept.append(Heading(text.level, text.text))
        elif paragraph := draft.paragraph(text):
            kept.append(paragraph)
            spoken += len(paragraph.text)
        if spoken >= enough:
            break
    drafting.drop_bare(kept, 1)
    return kept
