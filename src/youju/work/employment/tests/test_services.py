"""岗位, 回访 and 就业服务: posts offered, whether people stayed, what was held, who came back."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from tests.figures import offenders, proven, side
from tests.makers import make_employer, make_exhibit, make_person
from tests.makers_employment import make_event, make_export, make_follow_up, make_offer, make_placement

from youju.records import writing
from youju.work.employment import indicators, rules

pytestmark = pytest.mark.django_db


def refused(make, *args, **values) -> list:
    with pytest.raises(ValidationError) as error:
        make(*args, **values)
    return list(error.value.message_dict)


def test_posts_add_up_over_offers(township, village, neighbour, year_2025):
    make_offer(township, openings=30)
    last = make_offer(village, openings=12)
    make_offer(neighbour)
    make_offer(township, occurred_on=date(2024, 12, 31))
    assert proven(indicators.posts_offered, year_2025) == 42
    writing.void(last, by=None, reason="岗位取消")
    assert proven(indicators.posts_offered, year_2025) == 30


def test_an_offer_names_its_employer_and_some_posts(township):
    assert refused(make_offer, township, employer_name="") == ["employer_name"]
    assert refused(make_offer, township, openings=0) == ["openings"]
    assert refused(make_offer, township, until=date(2025, 3, 2)) == ["until"]
    firm = make_employer(township, name="甲厂")
    assert str(make_offer(township, employer=firm, employer_name="")) == "甲厂 装配工"


def test_an_open_offer_nobody_was_placed_in_is_named(township, year_2025):
    used, unused = make_offer(township), make_offer(township)
    make_offer(township, until=date(2025, 3, 31))
    make_placement(township, offer=used)
    assert offenders(rules.offer_unused, year_2025) == {unused}


# -- follow-ups ------------------------------------------------------------------------


def test_who_stayed_is_a_share_of_all_who_were_hired(township, year_2025):
    stays, gone, unknown = (make_placement(township) for _ in range(3))
    make_placement(township, hired=False)
    make_follow_up(township, stays)
    make_follow_up(township, stays, after="six", occurred_on=date(2025, 10, 8))
    make_follow_up(township, gone, still_there=False, where_now="返乡务农")
    assert indicators.followed_up_rate.figure(year_2025).numerator == 2
    assert indicators.still_there_rate.figure(year_2025).numerator == 1
    assert indicators.still_there_rate.figure(year_2025).base == 3
    assert side(indicators.followed_up_rate, year_2025, "gap") == {unknown}
    assert proven(indicators.still_there_rate, year_2025) < proven(indicators.followed_up_rate, year_2025)


def test_staying_at_another_time_proves_nothing(township, year_2025):
    make_follow_up(township, after="other")
    assert proven(indicators.still_there_rate, year_2025) == 0


def test_a_follow_up_is_of_somebody_hired_and_comes_after(township):
    assert refused(make_follow_up, township, make_placement(township, hired=False)) == ["placement"]
    assert refused(make_follow_up, township, occurred_on=date(2025, 3, 31)) == ["occurred_on"]
    assert refused(make_follow_up, township, still_there=False) == ["where_now"]


def test_a_placement_without_a_follow_up_is_named_after_ninety_days(township, year_2025):
    asked, silent = make_placement(township), make_placement(township)
    make_placement(township, occurred_on=date(2025, 10, 2))
    make_placement(township, hired=False)
    make_follow_up(township, asked)
    assert offenders(rules.not_followed_up, year_2025) == {silent}
    edge = make_placement(township, occurred_on=date(2025, 10, 1))
    assert offenders(rules.not_followed_up, year_2025) == {silent, edge}


def test_who_left_a_job_needs_another(township, year_2025):
    person = make_person(township)
    left = {"still_there": False, "where_now": "待业"}
    first = make_follow_up(township, make_placement(township, person), **left)
    assert offenders(rules.left_job, year_2025) == {first}
    make_placement(township, person, occurred_on=date(2025, 9, 1))
    assert offenders(rules.left_job, year_2025) == set()


# -- services and departures -----------------------------------------------------------


def test_services_are_counted_with_those_who_came(township, village, neighbour, year_2025):
    make_event(township, make_person(township), "钱某")
    make_event(village, kind="start_up")
    make_event(neighbour)
    make_event(township, occurred_on=date(2024, 12, 31))
    assert proven(indicators.service_events, year_2025) == 2
    assert proven(indicators.job_fairs, year_2025) == 1
    assert proven(indicators.service_attendances, year_2025) == 2


def test_a_service_that_nothing_shows_is_named(township, year_2025):
    bare, shown = make_event(township), make_event(township)
    make_exhibit(shown)
    assert offenders(rules.event_not_shown, year_2025) == {bare}


def test_those_who_came_back_in_the_period_count_once(township, neighbour, year_2025):
    person = make_person(township)
    make_export(township, person, occurred_on=date(2024, 2, 1), returned_on=date(2025, 1, 1))
    make_export(township, person, returned_on=date(2025, 12, 31))
    make_export(township)
    make_export(neighbour, returned_on=date(2025, 6, 1))
    assert proven(indicators.labour_returned, year_2025) == 1
    assert proven(indicators.destinations, year_2025) == 1


def test_those_sent_by_the_union_are_taught_the_law_first(township, year_2025):
    untaught = make_export(township)
    make_export(township, law_trained_on=date(2025, 2, 10))
    make_export(township, organised_by="self")
    assert offenders(rules.left_untrained, year_2025) == {untaught}
    assert refused(make_export, township, law_trained_on=date(2026, 1, 1)) == ["law_trained_on"]


def test_a_short_absence_is_only_hinted_at(township, year_2025):
    short = make_export(township, returned_on=date(2025, 8, 18))
    make_export(township, returned_on=date(2025, 8, 19))
    make_export(township)
    assert offenders(rules.back_early, year_2025) == {short}
    assert rules.back_early.confidence.value == "尚未核实"
