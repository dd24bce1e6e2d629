"""One person's whole record, as far as its reader may see it."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.makers import make_employer, make_employment, make_membership, make_person, named
from tests.makers_culture import make_activity
from tests.makers_education import make_training
from tests.makers_employment import make_follow_up, make_placement
from tests.makers_merit import make_model_visit, make_model_worker
from tests.makers_organising import make_officer
from tests.makers_relief import make_household, make_warmth_visit
from tests.makers_safety import make_certificate, make_inspector

from youju.catalogue import LEDGERS, LINES
from youju.ledger import waiting
from youju.ledger.life import Life
from youju.ledger.showing import Reader
from youju.org.access import Access
from youju.records import writing

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(township, village):
    found = make_person(township, name="单晓丽", sex="female")
    make_membership(village, found, from_on=date(2020, 5, 1))
    return found


def life_of(person, user):
    access = Access(user)
    named = waiting.naming(access, person, LEDGERS.values(), further=True)
    return Life(Reader(access), person, named, LINES)


def codes(moments):
    return {one.ledger.code for one in moments}


def test_all_that_names_the_person_belongs_to_the_record(person, township, village, clerk):
    make_employment(person, make_employer(township, union=village))
    make_training(township, person)
    make_activity(township, children=named(person))
    make_officer(village, person=person, position="chair", name="")
    assert codes(life_of(person, clerk).moments) == {
        "organising.members",
        "people.employments",
        "education.trainings",
        "culture.activities",
        "organising.officers",
    }


def test_what_leads_to_the_person_belongs_to_it_too(person, township, village, clerk):
    make_certificate(village, inspector=make_inspector(village, person=person))
    make_model_visit(township, make_model_worker(township, person))
    make_follow_up(township, make_placement(township, person=person))
    make_warmth_visit(village, make_household(village, person))
    far = {"safety.certificates", "merit.model_visits", "employment.follow_ups", "relief.visits"}
    assert far <= codes(life_of(person, clerk).moments)
    near = waiting.naming(Access(clerk), person, LEDGERS.values())
    assert not far & {ledger.code for ledger, _records in near}


def test_what_holds_today_stands_on_top_with_the_days_that_are_left(person, village, clerk):
    inspector = make_inspector(village, person=person, from_on=date(2025, 1, 1), until_on=date(2025, 12, 30))
    make_certificate(village, inspector=inspector, until_on=date(2026, 1, 10))
    current = life_of(person, clerk).current
    assert codes(current) == {"organising.members", "safety.certificates"}
    assert [one.left for one in current if one.ledger.code == "safety.certificates"] == [10]


def test_the_years_come_newest_first_and_one_line_at_a_time(person, township, clerk):
    make_training(township, person, title="旧课", occurred_on=date(2024, 3, 1))
    make_training(township, person, title="新课", occurred_on=date(2025, 3, 1))
    life = life_of(person, clerk)
    assert [(year, [one.title for one in rows]) for year, rows in life.years()] == [
        (2025, ["新课"]),
        (2024, ["旧课"]),
        (2020, ["甲厂工会"]),
    ]
    assert [year for year, _rows in life.years("organising")] == [2020]
    assert [(line.code, number) for line, number in life.lines] == [("education", 2), ("organising", 1)]


def test_voided_records_are_shown_but_neither_counted_nor_current(person, township, clerk):
    training = make_training(township, person)
    writing.void(training, by=None, reason="误登")
    life = life_of(person, clerk)
    assert training in [one.record for one in life.moments]
    assert [line.code for line, _number in life.lines] == ["organising"]


def test_a_member_is_one_since_the_first_confirmed_episode(person, township, village, clerk):
    assert life_of(person, clerk).member_since == date(2020, 5, 1)
    assert life_of(make_person(township), clerk).member_since is None


def test_a_chair_sees_of_the_own_member_what_the_union_keeps(person, township, village, chair):
    make_training(township, person)
    make_officer(village, person=person, position="chair", name="")
    assert codes(life_of(person, chair).moments) == {"organising.members", "organising.officers"}


def test_a_longer_life_asks_no_more_queries(person, township, clerk):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            life = life_of(person, clerk)
            assert life.years()
            assert life.current
        return len(queries)

    make_training(township, person)
    before = asked()
    for n in range(5):
        make_training(township, person, title=f"第{n}课")
    assert asked() == before
