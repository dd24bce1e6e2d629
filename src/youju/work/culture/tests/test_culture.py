"""Events and who took part, festivals kept, people and works."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from tests.figures import offenders, proven, side
from tests.makers import make_exhibit, make_person, named
from tests.makers_culture import make_activity, make_talent, make_work

from youju.base import periods
from youju.ledger.scope import Scope
from youju.org.access import SystemAccess
from youju.records import writing
from youju.work.culture import indicators, rules

pytestmark = pytest.mark.django_db

SHOW = {"occurred_on": date(2025, 10, 1), "name": "教师风采文艺演出", "kind": "show", "event": "performance"}


@pytest.fixture
def festivals(township):
    """Two contests on May Day and a show on National Day."""
    people = [make_person(township, name=name) for name in ("王一", "王二")]
    ball = make_activity(township, festival="may_day", children=named(*people, "张三"))
    table = make_activity(
        township, festival="may_day", event="table_tennis", name="乒乓球赛", children=named(people[0])
    )
    return ball, table, make_activity(township, festival="national", **SHOW)


def test_two_festivals_are_two_however_many_events_they_have(festivals, township, year_2025):
    make_activity(township, festival="women", event="games")
    assert proven(indicators.festivals_kept, year_2025) == 2
    assert proven(indicators.activities, year_2025) == 4
    assert [
        proven(one, year_2025)
        for one in (indicators.BASKETBALL, indicators.TABLE_TENNIS, indicators.PERFORMANCES)
    ] == [1, 1, 1]


def test_seats_and_persons_are_counted_apart(festivals, year_2025):
    assert proven(indicators.taking_part, year_2025) == 4
    assert proven(indicators.people_taking_part, year_2025) == 2


def test_what_was_voided_or_lies_elsewhere_does_not_count(festivals, neighbour, township, year_2025):
    writing.void(festivals[2], by=None, reason="误登")
    make_activity(neighbour, festival="national", **SHOW)
    make_activity(township, occurred_on=date(2024, 12, 31))
    assert proven(indicators.activities, year_2025) == 2
    assert proven(indicators.festivals_kept, year_2025) == 1


def test_a_leader_at_every_event_is_all(township, year_2025):
    make_activity(township, leader_present=True, leaders="张书记")
    alone = make_activity(township, kind="skill", event="skills")
    assert proven(indicators.leader_rate, year_2025) == 50
    assert side(indicators.leader_rate, year_2025, "gap") == {alone}
    assert proven(indicators.skill_rate, year_2025) == 50


def test_a_leader_who_came_has_a_name(township):
    with pytest.raises(ValidationError) as refused:
        make_activity(township, leader_present=True)
    assert list(refused.value.message_dict) == ["leaders"]


@pytest.mark.parametrize(
    ("day", "left_out"),
    [
        (date(2025, 5, 30), False),
        (date(2025, 5, 31), True),
        (date(2025, 12, 31), True),
    ],
)
def test_a_festival_is_left_out_when_its_month_is_over(township, village, day, left_out):
    scope = Scope.of(SystemAccess(), township, periods.year(2025), day)
    assert offenders(rules.festival_left_out, scope) == ({township} if left_out else set())


def test_both_festivals_kept_leave_nothing_to_say(festivals, village, year_2025):
    assert offenders(rules.festival_left_out, year_2025) == set()


def test_an_event_is_shown_by_a_photo(festivals, year_2025):
    make_exhibit(festivals[0], "photo")
    make_exhibit(festivals[1], "sign_in")
    assert offenders(rules.activity_without_photo, year_2025) == set(festivals[1:])


def test_a_person_good_at_both_is_one_talent(township, year_2025):
    person = make_person(township)
    make_talent(township, person)
    make_talent(township, person, kind="art", specialty="舞蹈")
    make_talent(township, from_on=date(2024, 1, 1), until_on=date(2025, 12, 30))
    make_talent(township, from_on=date(2024, 1, 1))
    assert proven(indicators.talents, year_2025) == 2
    assert proven(indicators.talents_found, year_2025) == 1
    with pytest.raises(ValidationError, match="同类骨干"):
        make_talent(township, person)


def test_works_are_counted_in_the_year_they_were_made(township, neighbour, year_2025):
    make_work(township)
    make_work(township, occurred_on=date(2024, 12, 31))
    make_work(neighbour)
    assert proven(indicators.works, year_2025) == 1
