"""Shortcomings that the records themselves show: rules with offenders, and targets that were missed."""

from collections.abc import Iterator
from dataclasses import dataclass

from youju.base import periods
from youju.base.text import join_names, shorten
from youju.catalogue import INDICATORS, RULES
from youju.ledger.scope import Scope
from youju.org.access import Access
from youju.reports.claims import value_text
from youju.reports.facts import reached
from youju.work.institutions.models import Target

NAMED = 3
WIDTH = 20


@dataclass(frozen=True)
class Suggestion:
    """A sentence for the shortcomings; `why` is for the writer and does not enter the text."""

    text: str
    why: str
    rule: str = ""  # code of the rule whose list shows the offenders
    indicator: str = ""  # code of the indicator whose target was missed


def suggestions(access: Access, scope: Scope) -> Iterator[Suggestion]:
    yield from missed(access, scope)
    yield from offences(scope)


def missed(access: Access, scope: Scope) -> Iterator[Suggestion]:
    """Targets due by the as-of day that the year's figure until then does not reach."""
    year = scope.period.end.year
    so_far = Scope(scope.organisation, periods.between(periods.year(year).start, scope.as_of), scope.as_of)
    targets = (
        Target.objects.reach(access)
        .confirmed()
        .filter(organisation=scope.organisation, year=year, value__isnull=False, due_on__lte=scope.as_of)
    )
    for target in targets.order_by("due_on", "pk"):
        indicator = INDICATORS.get(target.indicator)
        if indicator is None:
            continue
        figure = indicator.figure(so_far)
        if figure.value is not None and not reached(target, figure.value):
            unit = target.unit or indicator.unit
            aim = f"{target.get_comparator_display()}{target.value.normalize():f}{unit}"
            now = value_text(figure) + ("" if indicator.unit == "%" else indicator.unit)
            yield Suggestion(
                f"{target.item}未达到年初目标。", f"目标{aim}，台账为{now}", indicator=indicator.code
            )


def offences(scope: Scope) -> Iterator[Suggestion]:
    for rule in RULES.values():
        found = rule.offenders(scope)
        number = found.order_by().count()
        if number:
            some = [shorten(str(one), WIDTH) for one in found[:NAMED]]
            more = f"等{number}条" if number > len(some) else ""
            yield Suggestion(f"还存在“{rule.label}”的情况。", join_names(some) + more, rule=rule.code)
