"""Safety rules, hazards and their mending, activities, the 安康杯, and what an accident calls for."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from tests.figures import offenders, proven, side
from tests.makers import make_employer, make_organisation, make_person, named
from tests.makers_safety import (
    make_accident,
    make_activity,
    make_ankang,
    make_hazard,
    make_inspector,
    make_rule,
)

from youju.base import periods
from youju.ledger.scope import Scope
from youju.org.access import SystemAccess
from youju.records import writing
from youju.work.safety import indicators, rules

pytestmark = pytest.mark.django_db


@pytest.fixture
def firm(township, village):
    return make_employer(township, union=village)


def on(day, organisation):
    return Scope.of(SystemAccess(), organisation, periods.year(2025), day)


def test_a_firm_with_rules_in_force_counts_once(township, village, neighbour, firm, year_2025):
    bare = make_employer(township, name="乙厂", union=village)
    make_employer(township, name="镇政府", nature="office", union=village)
    make_rule(village, employer=firm)
    make_rule(village, employer=firm, title="操作规程", kind="operation")
    make_rule(village, employer=bare, until_on=date(2025, 12, 30))
    make_rule(make_organisation(neighbour, name="邻厂工会"))
    assert proven(indicators.employers_with_rules, year_2025) == 1
    assert proven(indicators.rules_rate, year_2025) == 50
    assert side(indicators.rules_rate, year_2025, "met") == {firm}
    assert offenders(rules.without_rules, year_2025) == {bare}


def test_a_rule_is_in_force_once_and_the_union_was_heard(village, firm, year_2025):
    silent = make_rule(village, employer=firm, union_consulted=False)
    assert offenders(rules.rule_without_union, year_2025) == {silent}
    with pytest.raises(ValidationError) as refused:
        make_rule(village, employer=firm)
    assert list(refused.value.message_dict) == ["title"]


def test_inspectors_on_post_that_day(village, year_2025):
    make_inspector(village)
    writing.end(make_inspector(village), on=date(2025, 12, 30), by=None)
    assert proven(indicators.inspectors, year_2025) == 1


def test_a_unit_takes_part_in_the_cup_once_a_year(village, neighbour, firm, year_2025):
    make_ankang(village, employer=firm, teams=3, workers=40)
    make_ankang(village, employer=firm, occurred_on=date(2024, 12, 31))
    make_ankang(village, teams=0, workers=12)
    make_ankang(make_organisation(neighbour, name="邻厂工会"))
    found = [indicators.ankang_units, indicators.ankang_teams, indicators.ankang_workers]
    assert [proven(one, year_2025) for one in found] == [2, 3, 52]
    for values, field in (({"employer": firm}, "employer"), ({"workers": 0}, "workers")):
        with pytest.raises(ValidationError) as refused:
            make_ankang(village, **values)
        assert list(refused.value.message_dict) == [field]


def test_hazards_found_and_fixed(village, neighbour, year_2025):
    make_hazard(village, fixed_on=date(2025, 3, 10))
    open_ = make_hazard(village)
    make_hazard(village, occurred_on=date(2024, 12, 31), fixed_on=date(2025, 1, 2))
    make_hazard(make_organisation(neighbour, name="邻厂工会"))
    writing.void(make_hazard(village), by=None, reason="误登")
    assert proven(indicators.hazards, year_2025) == 2
    assert proven(indicators.hazards_fixed, year_2025) == 1
    assert proven(indicators.hazards_fixed_rate, year_2025) == 50
    assert side(indicators.hazards_fixed_rate, year_2025, "gap") == {open_}
    assert proven(indicators.hazards_fixed, on(date(2025, 3, 9), village)) == 0


@pytest.mark.provokes("LP-04")
def test_a_hazard_is_answered_fixed_and_looked_at_again(village):
    quiet = make_hazard(village)
    proposed = make_hazard(village, proposal="加装防护罩")
    fixed = make_hazard(village, proposal="停用", fixed_on=date(2025, 3, 2))
    assert offenders(rules.proposal_unanswered, on(date(2025, 3, 8), village)) == set()
    assert offenders(rules.proposal_unanswered, on(date(2025, 3, 9), village)) == {proposed}
    assert offenders(rules.not_rechecked, on(date(2025, 3, 9), village)) == set()
    assert offenders(rules.not_rechecked, on(date(2025, 3, 10), village)) == {fixed}
    assert offenders(rules.hazard_overdue, on(date(2025, 3, 15), village)) == set()
    assert offenders(rules.hazard_overdue, on(date(2025, 3, 16), village)) == {quiet, proposed}


@pytest.mark.provokes("LP-05")
def test_danger_to_life_is_named_from_the_first_day(village):
    danger = make_hazard(village, level="danger", proposal="立即撤离")
    assert offenders(rules.danger_unanswered, on(date(2025, 3, 1), village)) == {danger}
    danger.answered_on = date(2025, 3, 1)
    writing.amend(danger, by=None, reason="单位已答复")
    assert offenders(rules.danger_unanswered, on(date(2025, 3, 1), village)) == set()


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("proposal", {"level": "danger"}),
        ("due_on", {"due_on": date(2025, 2, 28)}),
        ("fixed_on", {"rechecked_on": date(2025, 3, 5), "rechecked_by": "赵"}),
        ("rechecked_on", {"fixed_on": date(2025, 3, 5), "rechecked_on": date(2025, 3, 4)}),
        ("rechecked_by", {"fixed_on": date(2025, 3, 5), "rechecked_on": date(2025, 3, 5)}),
    ],
)
def test_hazards_that_cannot_be_are_refused(village, field, values):
    with pytest.raises(ValidationError) as refused:
        make_hazard(village, **values)
    assert list(refused.value.message_dict) == [field]


def test_activities_and_those_who_took_part(village, neighbour, year_2025):
    make_activity(village, children=named(make_person(village), "某工"))
    make_activity(village, occurred_on=date(2024, 12, 31), children=named("某工"))
    make_activity(make_organisation(neighbour, name="邻厂工会"))
    assert proven(indicators.activities, year_2025) == 1
    assert proven(indicators.activity_attendances, year_2025) == 2


@pytest.mark.provokes("LP-07", "LP-08")
def test_an_accident_with_victims_calls_for_report_union_and_inquiry(village):
    light = make_accident(village, reported_on=date(2025, 3, 1))
    grave = make_accident(village, injured=1)
    day = date(2025, 4, 30)
    assert proven(indicators.accidents, on(day, village)) == 2
    assert offenders(rules.union_absent, on(day, village)) == {grave}
    assert offenders(rules.not_reported, on(day, village)) == {grave}
    assert offenders(rules.inquiry_overdue, on(day, village)) == set()
    assert offenders(rules.inquiry_overdue, on(date(2025, 5, 1), village)) == {grave}
    grave.union_took_part, grave.reported_on = True, date(2025, 3, 1)
    grave.inquiry_closed_on = date(2025, 4, 20)
    writing.amend(grave, by=None, reason="补登")
    for rule in (rules.union_absent, rules.not_reported, rules.inquiry_overdue):
        assert offenders(rule, on(date(2025, 5, 1), village)) == set()
    light.inquiry_closed_on = date(2025, 2, 28)
    with pytest.raises(ValidationError) as refused:
        writing.amend(light, by=None, reason="更正")
    assert list(refused.value.message_dict) == ["inquiry_closed_on"]
