"""培训: 人次 by the rows, 人 by the persons, and who was taught what."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from tests.figures import offenders
from tests.makers import make_exhibit, make_person, named
from tests.makers_education import make_training

from youju.records import writing
from youju.work.education import rules
from youju.work.education.indicators import (
    officer_attendances,
    officer_attendees,
    safety_attendances,
    safety_attendees,
    skills_attendances,
    skills_attendees,
)
from youju.work.education.models import Training

pytestmark = pytest.mark.django_db

PAIRS = [
    (officer_attendances, officer_attendees, {"topic": "law", "audience": "all_officers", "level": "town"}),
    (safety_attendances, safety_attendees, {"topic": "safety", "audience": "workers"}),
    (skills_attendances, skills_attendees, {"topic": "skills", "audience": "laid_off"}),
]
each_pair = pytest.mark.parametrize(("visits", "people", "kind"), PAIRS, ids=[p[0].code for p in PAIRS])


@pytest.fixture
def worker(township):
    return make_person(township)


@each_pair
def test_one_person_in_two_classes_is_two_attendances(
    visits, people, kind, township, village, worker, year_2025
):
    make_training(township, worker, "钱某", **kind)
    second = make_training(village, worker, **kind)
    assert (visits.value(year_2025), people.value(year_2025)) == (3, 1)
    writing.void(second, by=None, reason="未举办")
    assert (visits.value(year_2025), people.value(year_2025)) == (2, 1)


@each_pair
def test_the_evidence_adds_up_to_the_figure(visits, people, kind, township, village, worker, year_2025):
    make_training(township, worker, "钱某", unnamed=7, **kind)
    make_training(village, worker, make_person(village), **kind)
    for figure, expected in ((visits, 11), (people, 2)):
        found = figure.figure(year_2025)
        assert figure.evidence(year_2025).total == found.numerator == expected
        assert (found.entries, found.rows) == (2, 4)


@each_pair
def test_what_waits_or_lies_outside_does_not_count(
    visits, people, kind, township, neighbour, worker, year_2025
):
    make_training(township, worker, occurred_on=date(2024, 12, 31), **kind)
    make_training(neighbour, worker, **kind)
    waiting = Training(organisation=township, occurred_on=date(2025, 6, 1), title="培训", **kind)
    writing.enter(waiting, by=None, children=named(worker))
    assert (visits.value(year_2025), people.value(year_2025)) == (0, 0)
    make_training(township, worker, occurred_on=date(2025, 12, 31), **kind)
    assert (visits.value(year_2025), people.value(year_2025)) == (1, 1)


def test_officers_are_counted_at_both_levels_and_only_for_law(township, village, worker, year_2025):
    make_training(township, worker, topic="law", audience="town_officers", level="town")
    make_training(village, worker, topic="law", audience="enterprise_officers", level="enterprise")
    make_training(township, worker, topic="union_work", audience="all_officers", level="town")
    make_training(township, worker, topic="law", audience="workers")
    assert officer_attendances.value(year_2025) == 2


def test_safety_taught_to_officers_and_skills_taught_to_workers_stand_apart(township, worker, year_2025):
    make_training(township, worker, topic="safety", audience="town_officers", level="town")
    make_training(township, worker, topic="safety", audience="managers")
    make_training(township, worker, topic="skills", audience="workers")
    make_training(township, worker, topic="skills", audience="jobless")
    assert (safety_attendances.value(year_2025), skills_attendances.value(year_2025)) == (1, 1)


def test_a_class_for_officers_says_its_level(township):
    with pytest.raises(ValidationError) as refused:
        make_training(township, topic="law", audience="town_officers")
    assert list(refused.value.message_dict) == ["level"]


def test_a_head_count_waits_for_its_sign_in_sheet(township):
    training = Training(
        organisation=township,
        occurred_on=date(2025, 6, 1),
        title="宣讲",
        topic="safety",
        audience="workers",
        unnamed=40,
    )
    writing.enter(training, by=None)
    with pytest.raises(ValidationError, match="签到表"):
        writing.confirm(training, by=None)


@pytest.mark.provokes("LP-06")
def test_a_class_without_a_sign_in_sheet_is_named(township, neighbour, worker, year_2025):
    bare, shown = make_training(township, worker), make_training(township, worker)
    make_exhibit(shown, "sign_in")
    make_exhibit(bare, "photo")
    make_training(neighbour, worker)
    assert offenders(rules.no_sign_in_sheet, year_2025) == {bare}


def test_more_than_a_fifth_without_names_is_too_many(township, year_2025):
    four = ["赵某", "钱某", "孙某", "李某"]
    make_training(township, *four)
    make_training(township, *four, unnamed=1)
    over = make_training(township, *four, unnamed=2)
    nobody = make_training(township, unnamed=3)
    assert set(rules.too_many_unnamed.offenders(year_2025)) == {over, nobody}
