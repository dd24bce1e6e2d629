"""培训 by topic and audience: each figure takes its own classes and no others."""

from datetime import date

import pytest
from tests.figures import offenders, proven
from tests.makers import make_person
from tests.makers_education import make_training

from youju.records import writing
from youju.work.education import indicators, rules

pytestmark = pytest.mark.django_db

OFFICERS = {"topic": "union_work", "audience": "all_officers", "level": "town"}
BY_AUDIENCE = [
    (indicators.all_officer_attendances, OFFICERS, {"audience": "workers"}),
    (indicators.officers_sent, OFFICERS | {"level": "upper"}, OFFICERS),
    (indicators.labour_law_attendances, {"topic": "collective", "audience": "workers"}, {"topic": "safety"}),
    (
        indicators.labour_law_attendances,
        {"topic": "law", "audience": "managers"},
        OFFICERS | {"topic": "law"},
    ),
    (indicators.manager_safety_attendances, {"topic": "safety", "audience": "managers"}, {}),
    (
        indicators.delegate_attendances,
        {"topic": "democracy", "audience": "delegates"},
        {"topic": "democracy"},
    ),
    (indicators.migrant_law_attendances, {"topic": "law", "audience": "migrants"}, {"audience": "migrants"}),
]


@pytest.mark.parametrize(("figure", "counted", "other"), BY_AUDIENCE)
def test_each_figure_takes_its_own_classes(figure, counted, other, township, village, neighbour, year_2025):
    worker = make_person(township)
    make_training(township, worker, "钱某", **counted)
    make_training(village, worker, **counted)
    make_training(township, worker, **other)
    make_training(neighbour, worker, **counted)
    make_training(township, worker, **counted | {"occurred_on": date(2024, 12, 31)})
    assert proven(figure, year_2025) == 3


def test_two_groups_of_trainees_are_two(township, year_2025):
    for audience in ("laid_off", "jobless", "jobless", "workers"):
        make_training(township, topic="skills", audience=audience)
    assert proven(indicators.trainee_groups, year_2025) == 2
    terms = [line.term for line in indicators.trainee_groups.evidence(year_2025).sides[0].lines]
    assert terms == ["下岗失业人员", "待业劳动力"]


def test_classes_and_their_forms_are_counted(township, village, year_2025):
    for form in ("classroom", "visiting", "classroom", ""):
        make_training(village, form=form)
    make_training(township, occurred_on=date(2024, 12, 31), form="online")
    assert proven(indicators.classes_held, year_2025) == 4
    assert proven(indicators.training_forms, year_2025) == 2


def test_ideas_and_culture_are_taught_to_workers(township, year_2025):
    make_training(township, topic="ideas", audience="workers")
    make_training(township, topic="culture", audience="delegates")
    make_training(township, topic="culture", audience="migrants")
    make_training(township)
    assert proven(indicators.ideas_classes, year_2025) == 2


def test_a_union_that_taught_nobody_is_named(township, village, year_2025):
    make_training(township)
    assert offenders(rules.no_training, year_2025) == {village}
    training = make_training(village)
    assert offenders(rules.no_training, year_2025) == set()
    writing.void(training, by=None, reason="未举办")
    assert offenders(rules.no_training, year_2025) == {village}


def test_names_nobody_identified_are_evidence_of_visits_only(township, year_2025):
    make_training(township, "钱某", topic="safety")
    figure = indicators.safety_attendees.figure(year_2025)
    assert (figure.value, figure.entries, figure.rows) == (0, 0, 1)
    assert indicators.safety_attendances.figure(year_2025).entries == 1
