"""What a paper says of its scope without a figure: whose it is, until when, and what was aimed at and is due.

Each answers with words, or with nothing where there is nothing to say; then its sentence falls away.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from youju.base import periods
from youju.base.text import join_names, shorten
from youju.catalogue import INDICATORS
from youju.ledger.scope import Scope
from youju.reports import following
from youju.work.institutions.duties import Target
from youju.work.institutions.meetings import Task

NAMED = 8
NAME = 30


def _progress(scope: Scope) -> str:
    """How many of the year's measured targets are reached by the as-of day, by name."""
    year = scope.period.end.year
    held = measured(scope, year)
    done = [target for target, met in held if met]
    left = [target for target, met in held if not met]
    if not held:
        return ""
    parts = [_("%(year)d年确定的量化目标%(n)d项") % {"year": year, "n": len(held)}]
    if done:
        parts.append(_("已达到%(n)d项（%(names)s）") % {"n": len(done), "names": _items(done)})
    if left:
        parts.append(_("尚未达到%(n)d项（%(names)s）") % {"n": len(left), "names": _items(left)})
    return "，".join(parts)


def _targets(scope: Scope) -> str:
    """The targets of the year to come, each with what it asks for."""
    found = _of_year(scope, scope.period.end.year + 1)
    return "；".join(_asked(one) for one in found)


def _open(scope: Scope) -> str:
    """Tasks that are not done by the as-of day, those due first in front."""
    tasks = Task.objects.in_scope(scope).filter(organisation=scope.organisation, occurred_on__lte=scope.as_of)
    left = [one for one in tasks.order_by("due_on", "pk") if one.done_on is None or one.done_on > scope.as_of]
    return _("待办事项%(n)d项：%(names)s") % {"n": len(left), "names": _items(left)} if left else ""


def _missed(scope: Scope) -> str:
    """This year's targets that are not reached."""
    missed = [target for target, met in measured(scope, scope.period.end.year) if not met]
    return _("%(names)s未达到当年目标，作为下年重点") % {"names": _items(missed)} if missed else ""


FACTS: dict[str, Callable[[Scope], str]] = {
    "@we": lambda scope: scope.organisation.we,
    "@as_of": lambda scope: date_format(scope.as_of, "Y年n月j日"),
    "@period": lambda scope: scope.period.label,
    "@year": lambda scope: f"{scope.period.end.year}年",
    "@place": lambda scope: scope.organisation.name,
    "@followed": following.told,
    "@progress": _progress,
    "@targets": _targets,
    "@open": _open,
    "@missed": _missed,
}


def fact(name: str, scope: Scope) -> str:
    return FACTS[name](scope)


def measured(scope: Scope, year: int) -> list[tuple[Target, bool]]:
    """The year's targets with an indicator, and whether each is reached by the as-of day."""
    so_far = Scope(scope.organisation, periods.between(periods.year(year).start, scope.as_of), scope.as_of)
    found = []
    for target in _of_year(scope, year):
        indicator = INDICATORS.get(target.indicator)
        if indicator is not None and target.value is not None:
            value = indicator.value(so_far)
            found.append((target, value is not None and reached(target, value)))
    return found


def reached(target: Target, value: Decimal | int) -> bool:
    match target.comparator:
        case Target.Comparator.AT_MOST:
            return value <= target.value
        case Target.Comparator.EXACTLY:
            return value == target.value
        case _:
            return value >= target.value


def _of_year(scope: Scope, year: int) -> list[Target]:
    held = Target.objects.in_scope(scope).filter(organisation=scope.organisation, year=year)
    return list(held.order_by("line", "due_on", "pk"))


def _asked(target: Target) -> str:
    """新发展会员不少于300人; a task that no figure measures by its name."""
    return f"{shorten(target.item, NAME)}{target.asked}"


def _items(rows: Sequence[Target | Task]) -> str:
    names = [shorten(one.item, NAME).rstrip("。；") for one in rows[:NAMED]]
    return join_names(names) + (_("等") if len(rows) > NAMED else "")
