"""What becomes of shortcomings and plans: each is a 待办事项 once sealed, and next year's report tells."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from youju.base import clock
from youju.base.text import join_names, shorten
from youju.ledger.lines import LineOfWork
from youju.ledger.scope import Scope
from youju.org.access import Access
from youju.records import writing
from youju.reports import beginning, template
from youju.reports.models import Edition, Followed, Kind, Part, Passage
from youju.work.institutions.models import Task

ORIGINS = {Part.SHORTCOMING: Task.Origin.SHORTCOMING, Part.PLAN: Task.Origin.PLAN}
NAMED = 5
ITEM = 200  # characters of a task
NAME = 30  # characters of a task in running text


def follow(access: Access, edition: Edition, said: Sequence[tuple[Passage, str]]) -> list[Task]:
    """A task for each shortcoming and plan that has none yet; `said` gives the words as sealed."""
    wanted = [(one, text.strip()) for one, text in said if one.part in ORIGINS and not one.level]
    known = set(
        Followed.objects.filter(passage__in=[one.pk for one, _text in wanted]).values_list(
            "passage", flat=True
        )
    )
    made = []
    for passage, text in wanted:
        if text and passage.pk not in known:
            made.append(_task(access, edition, passage, text))
    return made


def _task(access: Access, edition: Edition, passage: Passage, text: str) -> Task:
    task = Task(
        organisation=edition.organisation,
        occurred_on=clock.today(),
        origin=ORIGINS[Part(passage.part)],
        item=shorten(template.item(text), ITEM),
        line=_line(passage.text),
        due_on=date(max(edition.until_on.year + 1, clock.today().year), 12, 31),
    )
    writing.enter(task, by=access.user)
    writing.confirm(task, by=access.user, self_confirmed=access.user is not None)
    Followed.objects.create(passage=passage, task=task)
    return task


def _line(text: str) -> str:
    """The line of work of the first figure that the words quote."""
    lines = [code.split(".")[0] for code in template.codes(text)]
    return next((line for line in lines if line in LineOfWork.values), LineOfWork.INSTITUTIONS)


def of_last_year(scope: Scope) -> list[Task]:
    """The tasks that last year's report gave rise to, sealed here or read when the year began, in order."""
    followed = Followed.objects.filter(
        passage__report__organisation=scope.organisation,
        passage__report__kind=Kind.ANNUAL,
        passage__report__until_on__year=scope.period.end.year - 1,
    )
    year = scope.period.end.year
    told = {*followed.values_list("task", flat=True), *beginning.tasks_of(scope.organisation, year)}
    tasks = Task.objects.in_scope(scope).filter(pk__in=told)
    return list(tasks.order_by("-origin", "occurred_on", "pk"))


def told(scope: Scope) -> str:
    """One sentence on what became of them by the as-of day; empty where there were none."""
    tasks = of_last_year(scope)
    if not tasks:
        return ""
    done = [one for one in tasks if one.done_on and one.done_on <= scope.as_of]
    open_ = [one for one in tasks if one not in done]
    parts = [_("上年总结提出的%d项不足和打算") % len(tasks)]
    if done:
        parts.append(_("已办结%(n)d项（%(names)s）") % {"n": len(done), "names": _names(done)})
    if open_:
        parts.append(_("尚未办结%(n)d项（%(names)s）") % {"n": len(open_), "names": _names(open_)})
    return "，".join(parts)


def _names(tasks: Sequence[Task]) -> str:
    names = [shorten(one.item, NAME).rstrip("。；") for one in tasks[:NAMED]]
    return join_names(names) + ("等" if len(tasks) > NAMED else "")
