"""Targets: set by the county, planned by the town, signed by each unit, looked at twice."""

from datetime import date
from decimal import Decimal

from youju.catalogue import INDICATORS
from youju.demo.places import PLACES, YEAR, Place
from youju.demo.town import Town
from youju.work.institutions.models import Target, TargetCheck

DUE = date(YEAR, 12, 31)
# Line, task, indicator, what the county asks, what the town plans, of how many marks, of the centre task.
TARGETS = (
    ("organising", "新组建企业工会", "organising.enterprise_unions_formed", 3, 4, 15, True),
    ("organising", "新发展会员", "organising.members_joined", 280, 300, 15, False),
    ("bargaining", "集体合同签订率", "bargaining.contract_rate", 90, 100, 15, False),
    ("democracy", "职代会建制率", "democracy.congress_rate", 95, 100, 10, False),
    ("relief", "帮扶慰问困难户", "relief.households_helped", 30, 35, 10, False),
    ("employment", "劳务输出", "employment.labour_exported", 100, 120, 10, True),
    ("education", "安全生产知识培训", "education.safety_attendances", 500, 600, 15, False),
    ("safety", "劳动保护检查员持证上岗率", "safety.certified_rate", 90, 100, 10, False),
)
MISSED = "safety.certified_rate"


def write_targets(town: Town) -> None:
    for line, item, indicator, asked, planned, marks, central in TARGETS:
        facts = {
            "line": line,
            "item": item,
            "indicator": indicator,
            "weight": Decimal(marks),
            "central": central,
        }
        upper = _target(town, town.county, date(YEAR, 1, 10), "upper", asked, **facts)
        plan = _target(town, town.federation, date(YEAR, 1, 20), "plan", planned, parent=upper, **facts)
        for kind, day in (("mid_year", date(YEAR, 7, 15)), ("year_end", date(YEAR, 12, 23))):
            _check(town, plan, kind, day, missed=indicator == MISSED)
        if indicator == "education.safety_attendances":
            for place in PLACES:
                _letter(town, place, plan)


def _target(town: Town, keeper, day: date, level: str, value: int, **facts) -> Target:
    target = Target(
        organisation=keeper,
        occurred_on=day,
        year=YEAR,
        level=level,
        comparator="at_least",
        value=Decimal(value),
        unit=INDICATORS[facts["indicator"]].unit,
        owner=town.staff.leader.name,
        due_on=DUE,
        **facts,
    )
    return town.record(target, late=False, after=facts.get("parent"))


def _letter(town: Town, place: Place, plan: Target) -> None:
    """责任书 of one unit, a task rather than a number, with both looks at it."""
    day = max(date(YEAR, 2, 11), place.founded)
    letter = Target(
        organisation=town.unions[place.short],
        occurred_on=day,
        year=YEAR,
        level="letter",
        parent=plan,
        line=plan.line,
        item="全员安全生产知识培训",
        weight=Decimal(100),
        owner=town.chair(place).name,
        due_on=DUE,
    )
    town.record(letter, late=False, office=True, key="letter", after=plan)
    looks = (("mid_year", date(YEAR, 7, 15)), ("year_end", date(YEAR, 12, 23)))
    for kind, looked_on in looks:
        if looked_on > place.founded:
            _check(town, letter, kind, looked_on, missed=False)


def _check(town: Town, target: Target, kind: str, day: date, *, missed: bool) -> None:
    done = "nearly" if missed else "done"
    check = TargetCheck(
        organisation=target.organisation,
        occurred_on=day,
        target=target,
        kind=kind,
        checked_by=town.staff.clerk.name,
        result=done,
        score=target.weight - (1 if missed else 0),
        opinion="一名检查员证书到期，尽快换证" if missed else "",
    )
    town.record(check, late=False, office=True, key="check", after=target)
