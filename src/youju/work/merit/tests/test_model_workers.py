"""劳模 and 创新工作室: who is on the roll, who was visited, and the studios they lead, also in villages."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from tests.figures import offenders, proven, side
from tests.makers import make_person
from tests.makers_merit import make_model_visit, make_model_worker, make_studio

from youju.records import writing
from youju.work.merit import indicators, rules
from youju.work.merit.parameters import STUDIO_TEAM

pytestmark = pytest.mark.django_db


def test_a_model_worker_is_on_the_roll_until_the_last_day(township, village, neighbour, year_2025):
    make_model_worker(township)
    gone = make_model_worker(village)
    make_model_worker(neighbour)
    assert proven(indicators.model_workers, year_2025) == 2
    writing.end(gone, on=date(2025, 12, 30), by=None, exit_reason="moved")
    assert proven(indicators.model_workers, year_2025) == 1


def test_only_the_highest_honour_of_a_person_stands(township):
    person = make_person(township)
    first = make_model_worker(township, person)
    with pytest.raises(ValidationError, match="最高荣誉"):
        make_model_worker(township, person, title="nation", from_on=date(2020, 5, 1), year=2020)
    with pytest.raises(ValidationError, match="退出原因"):
        writing.end(first, on=date(2020, 4, 30), by=None)
    with pytest.raises(ValidationError, match="命名年份"):
        make_model_worker(township, year=2016)


def test_visits_are_a_share_of_those_on_the_roll(township, village, year_2025):
    visited, forgotten = make_model_worker(township), make_model_worker(village, in_hardship=True)
    make_model_visit(township, visited)
    make_model_visit(township, visited, occurred_on=date(2025, 9, 20))
    make_model_visit(township, forgotten, occurred_on=date(2024, 12, 31))
    assert proven(indicators.models_visited_rate, year_2025) == 50
    assert side(indicators.models_visited_rate, year_2025, "gap") == {forgotten}
    assert offenders(rules.hardship_model_unvisited, year_2025) == {forgotten}


def test_nobody_visits_who_is_not_on_the_roll(township):
    with pytest.raises(ValidationError, match="不在册"):
        make_model_visit(township, occurred_on=date(2015, 4, 30))


def test_a_studio_in_a_village_counts_until_it_is_closed(township, neighbour, year_2025):
    new, old = make_studio(township), make_studio(township, from_on=date(2020, 1, 1))
    make_studio(neighbour)
    assert str(new).startswith("北芹村")
    assert proven(indicators.studios, year_2025) == 2
    assert proven(indicators.studios_founded, year_2025) == 1
    writing.end(old, on=date(2025, 6, 30), by=None)
    assert proven(indicators.studios, year_2025) == 1


def test_a_studio_has_a_model_leader_and_a_team(township, village, year_2025):
    leader = make_person(township)
    make_model_worker(village, leader)
    led = make_studio(township, leader, team=STUDIO_TEAM.on(date(2025, 1, 1)))
    small = make_studio(township, leader, team=4)
    unled = make_studio(township, team=8)
    assert offenders(rules.studio_small_team, year_2025) == {small}
    assert offenders(rules.studio_leader_unknown, year_2025) == {unled}
    assert led not in offenders(rules.studio_no_results, year_2025)


def test_an_older_studio_without_results_is_named(township, year_2025):
    old = make_studio(township, from_on=date(2024, 12, 31))
    make_studio(township, from_on=date(2025, 1, 1))
    make_studio(township, from_on=date(2024, 1, 1), results="专利2项")
    assert offenders(rules.studio_no_results, year_2025) == {old}


def test_two_studios_of_one_name_are_refused(township, village):
    make_studio(township, name="石英工作室")
    make_studio(village, name="石英工作室")
    with pytest.raises(ValidationError, match="同名工作室"):
        make_studio(township, name="石英工作室")
