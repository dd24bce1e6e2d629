"""Writing a report: begin it from a template, add and change its passages, submit it for sealing."""

from collections.abc import Sequence
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from youju.base import clock
from youju.base.periods import Period
from youju.ledger.scope import Scope
from youju.org.access import Access, Action
from youju.org.models import Organisation
from youju.records import writing
from youju.records.models import Exhibit
from youju.records.record import State
from youju.reports import drafting, following, template
from youju.reports.drafting import Text
from youju.reports.models import Kind, Part, Passage, Report, Template

NAMES = {
    Kind.ANNUAL: "工作总结",
    Kind.MIDYEAR: "工作检查情况",
    Kind.QUARTER: "工作简报",
    Kind.PLAN: "工作计划",
}
STEP = 100  # between positions, so that a passage can be put between two others


def template_of(access: Access, organisation: Organisation, kind: Kind) -> str:
    """The federation's own template of a kind of paper, else the one that comes along."""
    found = own_template(access, organisation, kind)
    return found.text if found else template.shipped(kind)


def own_template(access: Access, organisation: Organisation, kind: Kind) -> Template | None:
    own = Template.objects.reach(access).filter(organisation=organisation, kind=kind)
    return own.exclude(state=State.VOIDED).first()


def save_template(
    access: Access, organisation: Organisation, kind: Kind, text: str, row_version: int
) -> Template:
    """Keep a federation's own template; `writing.Conflict` where somebody saved it first."""
    access.require(Action.ENTER, organisation)
    own = own_template(access, organisation, kind)
    if own is None:
        own = Template(
            organisation=organisation, federation_id=organisation.federation_id, kind=kind, text=text
        )
        return writing.enter(own, by=access.user)
    own.text, own.row_version = text, row_version
    return writing.amend(own, by=access.user)


def title_of(organisation: Organisation, period: Period, kind: Kind) -> str:
    year = f"{period.end.year + 1}年" if kind == Kind.PLAN else period.label
    return f"{organisation.name}{year}{NAMES[Kind(kind)]}"


def existing(access: Access, organisation: Organisation, period: Period, kind: Kind) -> Report | None:
    found = Report.objects.reach(access).filter(organisation=organisation, kind=kind)
    return found.filter(from_on=period.start, until_on=period.end).exclude(state=State.VOIDED).first()


def begin(access: Access, organisation: Organisation, period: Period, kind: Kind = Kind.ANNUAL) -> Report:
    """The report of a body and period: the one there is, or a first draft that writes itself.

    Only sentences that have records behind them enter the draft; an empty ledger gives no sentence.
    """
    if report := existing(access, organisation, period, kind):
        return report
    access.require(Action.ENTER, organisation)
    report = Report(
        organisation=organisation,
        kind=kind,
        from_on=period.start,
        until_on=period.end,
        title=title_of(organisation, period, kind),
    )
    with transaction.atomic():
        writing.enter(report, by=access.user)
        scope = Scope.of(access, organisation, period)
        drafted = [*opening(scope, kind), *first_draft(access, scope, kind)]
        passages = [_passage(report, text, n) for n, text in enumerate(drafted, 1)]
        if passages:
            writing.enter_many(passages, by=access.user)
    return report


def opening(scope: Scope, kind: Kind) -> list[Text]:
    """An annual report opens with what became of last year's shortcomings and plans."""
    told = kind == Kind.ANNUAL and following.of_last_year(scope)
    return [Text(Part.LEAD, 0, "{@followed}。")] if told else []


def first_draft(access: Access, scope: Scope, kind: Kind) -> list[Text]:
    """The template's headings and those of its sentences that have something to say today."""
    draft = drafting.Draft(scope)
    kept: list[Text] = []
    for piece in template.parse(template_of(access, scope.organisation, kind)):
        spoken = [s for s in piece.sentences if piece.level or draft.sentence(s)]
        if piece.level:
            _drop_bare(kept, piece.level)
        if spoken:
            kept.append(Text(Part.BODY, piece.level, "".join(spoken)))
    _drop_bare(kept, 1)
    return kept


def _drop_bare(texts: list[Text], level: int) -> None:
    while texts and texts[-1].level >= level:
        texts.pop()


def _passage(report: Report, text: Text, number: int) -> Passage:
    return Passage(
        report=report,
        organisation=report.organisation,
        federation_id=report.federation_id,
        part=text.part,
        level=text.level,
        position=number * STEP,
        text=text.text,
    )


def passages(access: Access, report: Report) -> list[Passage]:
    """The standing passages of a report, in reading order."""
    order = {part: number for number, part in enumerate(Part)}
    found = Passage.objects.reach(access).filter(report=report).live()
    return sorted(found.select_related("report", "organisation"), key=lambda p: (order[p.part], p.position))


def heading_above(access: Access, passage: Passage) -> str:
    """The nearest heading before a passage; empty where there is none."""
    before = ""
    for one in passages(access, passage.report):
        if one.pk == passage.pk:
            break
        if one.part == passage.part and one.level:
            before = one.text
    return before


def passage(access: Access, pk: UUID) -> Passage | None:
    """A passage that the user may see, deleted or not."""
    found = Passage.objects.reach(access).filter(pk=pk)
    return found.select_related("report__organisation", "organisation").first()


def dropped(access: Access, report: Report) -> list[Passage]:
    """Deleted passages whose words stand nowhere in the report now, the last one first."""
    standing = {(one.part, one.text) for one in passages(access, report)}
    found = Passage.objects.reach(access).filter(report=report, state=State.VOIDED).exclude(text="")
    latest = {(one.part, one.text): one for one in found.order_by("recorded_at", "pk")}
    return [one for words, one in reversed(latest.items()) if words not in standing]


def add(
    access: Access, report: Report, *, part: Part, text: str, level: int = 0, position: int | None = None
) -> Passage:
    """Write a new passage, at the end of its part unless a position is given."""
    access.require(Action.ENTER, report.organisation)
    last = max((p.position for p in passages(access, report) if p.part == part), default=0)
    passage = _passage(report, Text(part, level, text), 0)
    passage.position = last + STEP if position is None else position
    return writing.enter(passage, by=access.user)


def change(access: Access, passage: Passage) -> Passage:
    """Save a passage; `writing.Conflict` where somebody saved it first."""
    access.require(Action.ENTER, passage.organisation)
    return writing.amend(passage, by=access.user)


def drop(access: Access, passage: Passage) -> Passage:
    access.require(Action.ENTER, passage.organisation)
    return writing.void(passage, by=access.user, reason=_("删去段落"))


def restore(access: Access, passage: Passage) -> Passage:
    """Undo a deletion: the same words as a new passage at the same place."""
    return add(
        access,
        passage.report,
        part=passage.part,
        text=passage.text,
        level=passage.level,
        position=passage.position,
    )


def texts(found: Sequence[Passage]) -> list[Text]:
    """Passages as drafting takes them; a passage with an attached paper backs its typed figures."""
    papers = Exhibit._plain.filter(record_id__in=[p.pk for p in found]).exclude(state=State.VOIDED)
    backed = set(papers.values_list("record_id", flat=True))
    return [Text(p.part, p.level, p.text, p.pk in backed) for p in found]


def document(access: Access, report: Report):
    """The report as it reads today: the document, and the draft with what it quoted and left out."""
    scope = Scope.of(access, report.organisation, report.period)
    found = texts(passages(access, report))
    return drafting.document(scope, found, title=report.title, motto=report.motto)


def said(access: Access, report: Report, draft: drafting.Draft) -> list[tuple[Passage, str]]:
    """Each passage with its words as a draft says them."""
    found = []
    for passage in passages(access, report):
        paragraph = draft.paragraph(Text(passage.part, 0, passage.text))
        found.append((passage, paragraph.text if paragraph else ""))
    return found


def as_of_now(access: Access, scope: Scope, kind: Kind = Kind.ANNUAL):
    """What the paper would say today, whether somebody has begun to write it or not; nothing is stored."""
    report = existing(access, scope.organisation, scope.period, kind)
    if report is not None:
        return document(access, report)
    title = title_of(scope.organisation, scope.period, kind)
    drafted = [*opening(scope, kind), *first_draft(access, scope, kind)]
    return drafting.document(scope, drafted, title=title)


def retitle(access: Access, report: Report) -> Report:
    """Save the title and the motto."""
    access.require(Action.ENTER, report.organisation)
    report.clean_fields(exclude=["federation", "recorded_by", "confirmed_by", "submitted_by"])
    return writing.amend(report, by=access.user)


def submit(access: Access, report: Report) -> Report:
    """提请定稿: from now on somebody else may seal it."""
    access.require(Action.ENTER, report.organisation)
    _made, draft = document(access, report)
    if draft.refused:
        raise ValidationError(_("有表述超过台账的说法，请先修改：%s") % "；".join(draft.refused))
    report.submitted_at, report.submitted_by = clock.now(), access.user
    return writing.amend(report, by=access.user)
