"""Planning is a matter of the seed alone; writing is a matter of all or nothing."""

import random
from collections import Counter
from datetime import date

import pytest

from youju.demo import load
from youju.demo.diary import LAST, Diary
from youju.demo.names import People
from youju.demo.places import PLACES, WITHOUT_UNION, YEAR
from youju.demo.town import Town, found_offices, new_town
from youju.org.models import Organisation, User
from youju.records.models import HistoryEvent


def town(seed=1) -> Town:
    return new_town(random.Random(seed))  # noqa: S311  a demo is not a secret


def facts(plan: Town):
    """Names, numbers, moments and drawings of a plan; ids are new each time."""
    acts = sorted(plan.diary.acts, key=lambda act: (act.at, act.rank, act.order))
    return {
        "people": [(person.name, person.id_number, person.phone) for person in plan.people.drawn],
        "acts": [(act.at, act.verb, type(act.record).__name__) for act in acts],
        "drawings": sorted(plan.album.contents),
    }


@pytest.fixture(scope="module")
def plans():
    return [load.plan(seed) for seed in (1, 1, 2)]


def test_the_same_seed_gives_the_same_town_and_another_seed_another(plans):
    for first, again, other in zip(*plans, strict=True):
        assert facts(first) == facts(again)
        assert all(facts(first)[part] != facts(other)[part] for part in facts(first))


def test_another_seed_has_as_many_people_at_each_place(plans):
    for plan, _township in plans[1:]:
        for place in (*PLACES, *WITHOUT_UNION):
            staff = plan.at(place, date(YEAR, 12, 31))
            assert len(staff) == place.workers
            assert sum(worker.is_woman for worker in staff) == place.women


@pytest.mark.django_db
def test_a_load_that_breaks_leaves_nothing_behind():
    def broken():
        raise RuntimeError("power cut")

    plan = town()
    found_offices(plan)
    plan.diary.do(plan.diary.hour(date(2020, 1, 1)), broken)
    with pytest.raises(RuntimeError):
        load.write([plan])
    assert not load.is_loaded()
    assert not User.objects.exists()
    assert not Organisation.objects.everywhere("x").exists()


@pytest.mark.django_db
def test_what_is_planned_in_any_order_is_written_in_the_order_of_time():
    plan = town()
    late, early = plan.people.person(), plan.people.person()
    found_offices(plan)
    for person, day in ((late, date(2021, 5, 1)), (early, date(2020, 5, 1))):
        plan.diary.enter(person, by=plan.staff.clerk, at=plan.diary.hour(day))
    seen = []
    with_progress = load.write([plan], lambda done, total: seen.append((done, total)))
    assert [account.login_name for account in with_progress][:2] == ["zhen-jingban", "zhen-fuzeren"]
    events = HistoryEvent.objects.filter(record_id__in=[late.pk, early.pk]).order_by("seq")
    assert [event.record_id for event in events] == [early.pk, late.pk]
    assert seen[-1][0] == seen[-1][1] == len(plan.diary.acts)


def test_id_numbers_and_phones_are_drawn_once():
    plan = town()
    people = People(plan.rng, plan.federation)
    drawn = [people.person(born=(1990, 1990)) for _ in range(400)]
    assert len({person.id_number for person in drawn}) == 400
    assert len({person.phone for person in drawn}) == 400
    assert len({person.name for person in drawn}) < 400


def test_a_round_gathers_a_week_and_ends_with_the_demo():
    diary = Diary(random.Random(1))  # noqa: S311  a demo is not a secret
    monday, tuesday = date(2025, 6, 2), date(2025, 6, 3)
    moments = {diary.moment(day, key="visits", late=False) for day in (monday, tuesday)}
    assert len(moments) == 1
    assert {moment.date() for moment in moments} == {date(2025, 6, 6)}
    assert diary.round(date(2026, 3, 1), "visits").date() == LAST


def test_about_one_in_thirteen_things_is_recorded_more_than_a_month_late():
    diary = Diary(random.Random(1))  # noqa: S311  a demo is not a secret
    day = date(2025, 6, 2)
    delays = Counter((diary.moment(day).date() - day).days > 30 for _ in range(2000))
    assert 0.05 < delays[True] / 2000 < 0.10
