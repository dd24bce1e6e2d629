"""A ledger narrowed by its address."""

from datetime import date, datetime, time

import pytest
from tests.makers import make_membership, make_organisation, make_person
from tests.makers_education import make_training
from tests.makers_relief import make_household, make_warmth_visit, warmth_visit

from youju.base import clock
from youju.catalogue import LEDGERS
from youju.ledger import listing as lists
from youju.ledger import narrowing
from youju.ledger.listing import FEW, Listing, latest_year
from youju.org.access import Access
from youju.records import writing

pytestmark = pytest.mark.django_db


@pytest.fixture
def listed(clerk):
    def find(code="relief.visits", **asked):
        return list(Listing(LEDGERS[code], Access(clerk), asked).records)

    return find


def test_the_newest_comes_first(listed, village):
    old = make_warmth_visit(village, occurred_on=date(2025, 1, 5))
    new = make_warmth_visit(village, occurred_on=date(2025, 6, 5))
    assert listed() == [new, old]


def test_a_period_keeps_its_first_and_last_day(listed, village):
    days = [date(2024, 12, 31), date(2025, 1, 1), date(2025, 3, 31), date(2025, 4, 1)]
    records = [make_warmth_visit(village, occurred_on=day) for day in days]
    assert listed(period="2025Q1") == [records[2], records[1]]
    assert len(listed(period="nonsense")) == 4


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"from": "2025-01-02"}, [3, 2]),
        ({"until": "2025.1.2"}, [1, 0]),
        ({"from": "2025年1月1日", "until": "20250331"}, [2, 1]),
        ({"from": "2024-06-01", "period": "2025Q1"}, [2, 1]),
        ({"until": "2025-04-30", "period": "2025"}, [3, 2, 1]),
        ({"from": "soon", "until": "2025-02-30"}, [3, 2, 1, 0]),
    ],
)
def test_any_days_narrow_the_list_and_a_period_narrows_it_further(listed, village, asked, found):
    days = [date(2024, 12, 31), date(2025, 1, 1), date(2025, 3, 31), date(2025, 4, 1)]
    records = [make_warmth_visit(village, occurred_on=day) for day in days]
    assert listed(**asked) == [records[n] for n in found]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({}, ""),
        ({"period": "2025Q1"}, "2025年第一季度"),
        ({"from": "2025-01-02"}, "2025-01-02 起"),
        ({"until": "2025-03-04"}, "2025-03-04 止"),
        ({"from": "2025-01-02", "until": "2025-03-04"}, "2025-01-02 至 2025-03-04"),
        ({"period": "2025", "until": "2025-03-04"}, "2025年，2025-03-04 止"),
    ],
)
def test_the_time_asked_for_is_said_in_words(clerk, asked, said):
    assert Listing(LEDGERS["relief.visits"], Access(clerk), asked).span == said


def test_choices_that_are_made_are_counted(clerk, village, township):
    asked = {"period": "2025", "from": "2025-01-02", "until": "2025-03-04", "organisation": str(village.pk)}
    assert Listing(LEDGERS["relief.visits"], Access(clerk), asked).narrowing == 3
    assert Listing(LEDGERS["relief.visits"], Access(clerk), {"q": "王"}).narrowing == 0


def test_a_unit_beyond_those_offered_can_be_asked_for(listed, clerk, village, township, monkeypatch):
    monkeypatch.setattr(narrowing, "MOST_CHOICES", 1)
    make_warmth_visit(township)
    mine = make_warmth_visit(village)
    assert listed(organisation=str(village.pk)) == [mine]
    [unit] = [
        one
        for one in Listing(LEDGERS["relief.visits"], Access(clerk), {"organisation": str(village.pk)}).filters
        if one.name == "organisation"
    ]
    assert unit.chosen_label == str(village)


def test_a_unit_out_of_reach_cannot_be_asked_for(chair, outsider, village, monkeypatch):
    monkeypatch.setattr(narrowing, "MOST_CHOICES", 1)
    make_warmth_visit(village)
    found = Listing(LEDGERS["relief.visits"], Access(outsider), {"organisation": str(village.pk)})
    assert list(found.records) == []
    assert [one.chosen for one in found.filters if one.name == "organisation"] in ([], [""])


def test_filters_and_states_narrow_together(listed, village, township):
    make_warmth_visit(village)
    other = make_warmth_visit(township)
    pending = writing.enter(warmth_visit(township), by=None)
    assert set(listed(organisation=str(township.pk))) == {other, pending}
    assert listed(organisation=str(township.pk), state="pending") == [pending]
    assert len(listed(organisation="not-a-unit", state="nonsense")) == 3


@pytest.mark.parametrize("text", ["单晓丽", "sxl", "晓丽"])
def test_a_member_is_found_by_any_part_of_the_name(listed, village, township, text):
    mine = make_membership(village, make_person(township, name="单晓丽"))
    make_membership(village, make_person(township, name="王小明"))
    assert listed("organising.members", q=text) == [mine]


def test_a_record_is_found_by_number_and_by_its_text(listed, township):
    training = make_training(township, title="叉车操作培训")
    make_training(township, title="法律讲座")
    assert listed("education.trainings", q="叉车") == [training]
    assert listed("education.trainings", q=training.number) == [training]
    assert listed("education.trainings", q="%") == []


def test_every_state_is_counted_whichever_is_shown(clerk, village):
    make_warmth_visit(village)
    writing.enter(warmth_visit(village), by=None)
    listing = Listing(LEDGERS["relief.visits"], Access(clerk), {"state": "pending"})
    assert {key: number for key, _label, number in listing.states} == {
        "": 2,
        "pending": 1,
        "confirmed": 1,
        "returned": 0,
        "voided": 0,
    }
    assert listing.is_narrowed


def test_beyond_what_is_counted_no_state_has_a_number(clerk, village, monkeypatch):
    monkeypatch.setattr(lists, "MOST_COUNTED", 2)
    home = make_household(village)
    writing.enter_many([warmth_visit(village, home) for _ in range(4)], by=None)
    listing = Listing(LEDGERS["relief.visits"], Access(clerk), {"state": "pending"})
    assert {number for _key, _label, number in listing.states} == {None}
    page = listing.page(1)
    assert (page.paginator.count, page.paginator.is_open, len(page.object_list)) == (2, True, 2)


@pytest.mark.parametrize("asked", [{}, {"sort": "-from_on"}, {"state": "confirmed"}, {"until": "2025-03-04"}])
def test_of_very_many_the_same_are_shown_in_the_same_order(
    clerk, chair, township, village, monkeypatch, asked
):
    other = make_organisation(township, name="乙厂工会", code="ZHEN-02", from_on=date(2020, 1, 1))
    for day in (3, 1, 5, 2, 4):
        make_membership(village, make_person(township), from_on=date(2025, 3, day))
        make_membership(other, make_person(township), from_on=date(2025, 3, day))
    monkeypatch.setattr(lists, "PAGE", 3)
    for user in (clerk, chair):
        pages = []
        for most in (100, 3):
            monkeypatch.setattr(lists, "MOST_COUNTED", most)
            pages.append(Listing(LEDGERS["organising.members"], Access(user), asked).page(1))
        assert [page.paginator.is_open for page in pages] == [False, True]
        assert list(pages[0].object_list) == list(pages[1].object_list)
        assert len(pages[1].object_list) == 3


def test_among_very_many_those_that_a_name_names_come_before_texts(clerk, township, village, monkeypatch):
    named = make_membership(village, make_person(township, name="单晓丽"))
    noted = make_membership(village, make_person(township, name="王小明"), card_number="单晓丽代领")
    for _ in range(3):
        make_membership(village, make_person(township, name="李四"))

    def found(text: str) -> list:
        return list(Listing(LEDGERS["organising.members"], Access(clerk), {"q": text}).records)

    assert set(found("单晓丽")) == {named, noted}
    monkeypatch.setattr(lists, "MOST_COUNTED", 2)
    assert found("sxl") == found("单晓丽") == [named]
    assert found("代领") == [noted]
    assert len(found("甲厂")) == 5
    assert found("没有这个") == []


def test_a_unit_is_offered_as_a_filter_only_where_there_are_several(chair, clerk, village):
    names = {
        user: {one.name for one in Listing(LEDGERS["relief.visits"], Access(user), {}).filters}
        for user in (chair, clerk)
    }
    assert "organisation" not in names[chair]
    assert "organisation" in names[clerk]


def test_pages_hold_fifty(clerk, village):
    home = make_household(village)
    writing.enter_many([warmth_visit(village, home) for _ in range(51)], by=None)
    page = Listing(LEDGERS["relief.visits"], Access(clerk), {}).page(2)
    assert (len(page.object_list), page.paginator.count) == (1, 51)


def make_warmth_visits(unit, number, **values):
    home = make_household(unit)
    writing.enter_many([warmth_visit(unit, home, **values) for _ in range(number)], by=None)


def test_the_year_people_ask_about_is_the_last_one_recorded(clerk, village):
    assert latest_year(Access(clerk)) == 2025
    make_warmth_visit(village, occurred_on=date(2024, 5, 1))
    assert latest_year(Access(clerk)) == 2024


@pytest.mark.parametrize(
    ("today", "year"), [(date(2026, 1, 13), 2025), (date(2026, 3, 31), 2025), (date(2026, 4, 1), 2026)]
)
def test_early_in_a_year_the_one_before_is_still_worked_on(clerk, village, today, year):
    make_warmth_visit(village, occurred_on=date(2025, 5, 1))
    with clock.at(datetime.combine(today, time(10), clock.CHINA)):
        make_warmth_visits(village, FEW + 1, occurred_on=today)
        assert latest_year(Access(clerk)) == year


def test_a_few_acts_among_old_records_do_not_begin_a_year(clerk, village):
    make_warmth_visits(village, FEW, occurred_on=date(2025, 5, 1))
    with clock.at(datetime(2026, 11, 29, 10, tzinfo=clock.CHINA)):
        make_warmth_visits(village, 3, occurred_on=date(2026, 11, 28))
        assert latest_year(Access(clerk)) == 2025
        make_warmth_visits(village, FEW, occurred_on=date(2026, 11, 28))
        assert latest_year(Access(clerk)) == 2026


def test_who_began_this_year_has_none_before_to_work_on(clerk, village):
    with clock.at(datetime(2026, 1, 13, 10, tzinfo=clock.CHINA)):
        make_warmth_visit(village, occurred_on=date(2026, 1, 13))
        assert latest_year(Access(clerk)) == 2026
