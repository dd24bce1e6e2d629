"""主题活动, 竞赛 and 技术创新: what ran, who took part, what came of it, and what is not shown."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from tests.figures import offenders, proven
from tests.makers import make_exhibit, make_person
from tests.makers_merit import make_campaign, make_contest, make_innovation, make_womens_drive_entry

from youju.records import writing
from youju.work.merit import indicators, rules
from youju.work.merit.models import Contest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("figure", "kind"),
    [
        (indicators.contend_campaigns, "contend"),
        (indicators.womens_campaigns, "women"),
        (indicators.model_campaigns, "models"),
    ],
)
def test_a_campaign_counts_in_every_year_it_runs(figure, kind, township, neighbour, year_2025):
    make_campaign(township, kind=kind, from_on=date(2023, 1, 1), until_on=date(2024, 12, 31))
    running = make_campaign(township, kind=kind, from_on=date(2024, 3, 1), until_on=date(2025, 1, 1))
    make_campaign(township, kind="pioneer")
    make_campaign(neighbour, kind=kind)
    assert proven(figure, year_2025) == 1
    writing.void(running, by=None, reason="未开展")
    assert proven(figure, year_2025) == 0


def test_one_campaign_is_recorded_once(township, village):
    make_campaign(township, name="争创树")
    make_campaign(village, name="争创树")
    with pytest.raises(ValidationError, match="已登记"):
        make_campaign(township, name="争创树")


def test_a_campaign_has_a_plan_and_people(township, village, year_2025):
    bare = make_campaign(township, kind="women")
    make_campaign(township, plan="某镇总〔2025〕4号")
    make_exhibit(make_campaign(village), "other")
    assert offenders(rules.campaign_no_plan, year_2025) == {bare}
    assert offenders(rules.campaign_without_people, year_2025) == {bare}
    make_womens_drive_entry(village)
    assert offenders(rules.campaign_without_people, year_2025) == set()


# -- contests --------------------------------------------------------------------------


def test_people_in_a_quiz_count_once_and_visits_each_time(township, village, neighbour, year_2025):
    worker = make_person(township)
    make_contest(township, worker, make_person(township), "钱某")
    make_contest(village, worker)
    make_contest(neighbour, worker)
    make_contest(township, worker, kind="knowledge")
    make_contest(township, worker, occurred_on=date(2024, 12, 31))
    assert proven(indicators.safety_quizzes, year_2025) == 2
    assert proven(indicators.safety_quiz_people, year_2025) == 2
    assert proven(indicators.safety_quiz_attendances, year_2025) == 4
    assert proven(indicators.contest_attendances, year_2025) == 5


def test_labour_and_skills_contests_are_contests_and_quizzes_stand_apart(township, year_2025):
    for kind in ("labour", "skills", "safety", "knowledge"):
        make_contest(township, kind=kind)
    assert proven(indicators.contests_held, year_2025) == 2


def test_a_contest_without_a_list_or_a_result_is_named(township, year_2025):
    shown = make_contest(township, result="一等奖：甲厂")
    make_exhibit(shown, "sign_in")
    bare = make_contest(township)
    assert offenders(rules.contest_no_sign_in, year_2025) == {bare}
    assert offenders(rules.contest_no_result, year_2025) == {bare}


def test_a_contest_that_still_runs_has_no_result_yet(township, year_2025):
    contest = make_contest(township, kind="labour", ended_on=date(2026, 6, 30))
    assert offenders(rules.contest_no_result, year_2025) == set()
    contest.ended_on = date(2025, 7, 17)
    with pytest.raises(ValidationError, match="不能早于"):
        writing.amend(contest, by=None, reason="日期写错")
    assert not Contest.objects.within(year_2025).filter(ended_on__lt=date(2025, 7, 18)).exists()


# -- innovation ------------------------------------------------------------------------


def test_innovations_count_by_kind(township, village, neighbour, year_2025):
    make_innovation(township)
    make_innovation(township, kind="saving", saving="年节电3万千瓦时")
    make_innovation(village, kind="invention")
    make_innovation(village, kind="advice")
    make_innovation(neighbour)
    make_innovation(township, occurred_on=date(2024, 12, 31))
    figures = {
        indicators.innovations: 4,
        indicators.renovations: 1,
        indicators.energy_savings: 1,
        indicators.five_small: 2,
        indicators.innovation_kinds: 4,
        indicators.units_innovating: 2,
    }
    assert {figure: proven(figure, year_2025) for figure in figures} == figures


def test_the_benefit_of_innovations_adds_up(township, year_2025):
    make_innovation(township, benefit=120000)
    make_innovation(township, benefit="30000.50")
    make_innovation(township)
    assert proven(indicators.innovation_benefit, year_2025) == pytest.approx(150000.5)


@pytest.mark.parametrize(("values", "field"), [({"kind": "saving"}, "saving"), ({"benefit": -1}, "benefit")])
def test_a_saving_says_how_much_and_no_benefit_is_negative(township, values, field):
    with pytest.raises(ValidationError) as refused:
        make_innovation(township, **values)
    assert list(refused.value.message_dict) == [field]


def test_an_innovation_that_nothing_shows_is_named(township, year_2025):
    shown, bare = make_innovation(township), make_innovation(township)
    make_exhibit(shown, "certificate")
    assert offenders(rules.innovation_not_shown, year_2025) == {bare}
