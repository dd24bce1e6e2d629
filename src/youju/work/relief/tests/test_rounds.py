"""Festivals, partners, funds, firms in trouble; help given twice, beyond the standard or without a file."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from tests.figures import offenders, proven
from tests.makers import make_employer, make_exhibit, make_person
from tests.makers_relief import (
    fund,
    make_fund,
    make_hardship_file,
    make_hardship_firm,
    make_household,
    make_member,
    make_student_aid,
    make_warmth_visit,
    warmth_visit,
)

from youju.records import writing
from youju.work.relief import file_rules, rules
from youju.work.relief.file_figures import firms_held
from youju.work.relief.indicators import (
    deeds_done,
    festival_households,
    festival_rounds,
    fund_sources,
    funds_raised,
    partner_bodies,
    warmth_funds_raised,
)

pytestmark = pytest.mark.django_db


def test_a_festival_is_one_round_however_many_days_and_homes(township, village, neighbour, year_2025):
    home = make_household(township)
    for day in (date(2025, 1, 10), date(2025, 1, 20)):
        make_warmth_visit(township, round="new_year", occurred_on=day)
    make_warmth_visit(village, home, round="new_year", occurred_on=date(2025, 12, 20))
    make_warmth_visit(township, home, round="may_day", occurred_on=date(2025, 4, 28))
    make_warmth_visit(township, home)
    make_warmth_visit(neighbour, round="summer")
    assert proven(festival_rounds, year_2025) == 3
    assert [line.term for line in festival_rounds.evidence(year_2025).sides[0].lines] == [
        "2025 五一",
        "2025 元旦春节",
        "2026 元旦春节",
    ]
    assert proven(festival_households, year_2025) == 3


def test_partner_bodies_are_counted_by_name_and_blanks_are_none(township, year_2025):
    for partner in ("civil_affairs", "charity", "charity", ""):
        make_warmth_visit(township, partner=partner)
    assert proven(partner_bodies, year_2025) == 2
    assert partner_bodies.figure(year_2025).entries == 3
    lines = partner_bodies.evidence(year_2025).sides[0].lines
    assert {line.term: len(line.records) for line in lines} == {"民政办": 1, "慈善协会": 2}


def test_help_and_deeds_are_things_done_and_festival_visits_are_not(township, year_2025):
    make_warmth_visit(township, kind="help")
    make_warmth_visit(township, kind="deed", amount=None, deed="联系专家门诊")
    make_warmth_visit(township)
    assert proven(deeds_done, year_2025) == 2
    with pytest.raises(ValidationError, match="办了什么实事"):
        make_warmth_visit(township, kind="deed", amount=None, goods="大米")


def test_money_raised_adds_up_by_purpose_and_source(township, neighbour, year_2025):
    make_fund(township, amount=30000)
    make_fund(township, amount=5000, source="donation", given_by="某企业", round="everyday")
    make_fund(township, amount=8000, purpose="students", round="")
    make_fund(neighbour)
    make_fund(township, occurred_on=date(2024, 12, 31))
    assert proven(funds_raised, year_2025) == 43000
    assert proven(warmth_funds_raised, year_2025) == 30000
    assert proven(fund_sources, year_2025) == 2


@pytest.mark.parametrize(
    ("values", "field"),
    [({"source": "donation"}, "given_by"), ({"round": ""}, "round"), ({"amount": 0}, "amount")],
)
@pytest.mark.provokes("HD-14")
def test_money_raised_says_for_what_and_from_whom(township, values, field):
    with pytest.raises(ValidationError) as refused:
        writing.enter(fund(township, **values), by=None)
    assert list(refused.value.message_dict) == [field]


def test_funds_need_a_voucher_and_grants_a_receipt(township, year_2025):
    bare, shown = make_fund(township), make_fund(township)
    make_fund(township, voucher="记-12")
    make_exhibit(shown, "receipt")
    aid = make_student_aid(township)
    assert offenders(rules.fund_no_voucher, year_2025) == {bare}
    assert offenders(rules.aid_no_receipt, year_2025) == {aid}


def test_a_unit_that_gave_more_than_it_raised_is_named(township, village, year_2025):
    make_warmth_visit(village, amount=300)
    make_student_aid(village, amount=1000)
    make_fund(township, amount=1000)
    make_warmth_visit(township, amount=1000)
    assert offenders(rules.more_given_than_raised, year_2025) == {village}
    make_fund(village, amount=1300)
    assert offenders(rules.more_given_than_raised, year_2025) == set()


def test_a_firm_is_on_file_until_it_recovers(township, neighbour, year_2025):
    firm = make_employer(township)
    make_hardship_firm(township, firm)
    ended = make_hardship_firm(township)
    make_hardship_firm(neighbour)
    writing.end(ended, on=date(2025, 12, 30), by=None, exit_reason="recovered")
    assert proven(firms_held, year_2025) == 1
    for values in ({}, {"from_on": date(2020, 1, 1), "until_on": date(2020, 12, 31)}):
        with pytest.raises(ValidationError):
            make_hardship_firm(township, firm, **values)
    with pytest.raises(ValidationError, match="不能多于"):
        make_hardship_firm(township, workers=3, hardship_workers=4)


# -- the same help twice ---------------------------------------------------------------


@pytest.mark.provokes("HD-17")
def test_one_person_in_two_households_is_helped_once_a_round(township, village, year_2025):
    child = make_person(township, name="小明")
    old, new = make_household(township), make_household(village)
    membership = make_member(old, child)
    first = make_warmth_visit(township, old, round="may_day", occurred_on=date(2025, 4, 20))
    writing.end(membership, on=date(2025, 4, 25), by=None)
    make_member(new, child, from_on=date(2025, 4, 26))
    visit = warmth_visit(village, new, round="may_day", occurred_on=date(2025, 4, 28))
    with pytest.raises(ValidationError, match="已慰问过"):
        writing.enter(visit, by=None)
    second = make_warmth_visit(
        village, new, round="may_day", occurred_on=date(2025, 4, 28), repeat_reason="分户后户主住院"
    )
    make_warmth_visit(township, round="may_day", occurred_on=date(2025, 4, 28))
    assert offenders(rules.person_helped_twice, year_2025) == {first, second}
    assert offenders(rules.visited_twice, year_2025) == set()


def test_a_head_who_lives_in_another_household_is_known_too(township, year_2025):
    head = make_person(township)
    one, other = make_household(township, head), make_household(township)
    make_member(other, head)
    make_warmth_visit(township, one, round="may_day")
    with pytest.raises(ValidationError, match="已慰问过"):
        make_warmth_visit(township, other, round="may_day")
    make_warmth_visit(township, other, round="autumn")


@pytest.mark.provokes("HD-19")
def test_relative_hardship_with_two_kinds_of_aid_is_shown_for_review(village, year_2025):
    both = make_hardship_file(village, income="43200")
    deep, one = make_hardship_file(village), make_hardship_file(village, income="43200")
    for file in (both, deep, one):
        make_warmth_visit(village, file.household, kind="help")
    for file in (both, deep):
        make_student_aid(village, household=file.household)
    assert offenders(file_rules.several_kinds, year_2025) == {both}


# -- beyond the standard, before the file ----------------------------------------------


@pytest.mark.provokes("HD-16")
def test_a_household_over_the_cap_of_the_year_is_named(township, year_2025):
    much, enough = make_household(township), make_household(township)
    for home, last in ((much, 1), (enough, 0)):
        make_warmth_visit(township, home, amount=3000)
        make_warmth_visit(township, home, amount=2800, goods="棉被", goods_value=200 + last)
        make_warmth_visit(township, home, occurred_on=date(2024, 12, 31), amount=3000)
    assert offenders(rules.over_year_cap, year_2025) == {much}


@pytest.mark.provokes("HD-18")
def test_student_aid_over_the_standard_of_its_stage_is_named(township, year_2025):
    over = make_student_aid(township, stage="senior", amount=3001)
    make_student_aid(township, stage="university", amount=5000)
    make_student_aid(township, stage="junior", amount=9000)
    assert offenders(rules.over_student_standard, year_2025) == {over}


@pytest.mark.provokes("HD-09")
def test_help_comes_after_the_file_and_festival_visits_need_none(village, year_2025):
    file = make_hardship_file(village, town_filed_on=date(2025, 3, 2))
    early = make_warmth_visit(village, file.household, kind="help", occurred_on=date(2025, 3, 1))
    make_warmth_visit(village, file.household, kind="help", occurred_on=date(2025, 3, 2))
    without = make_warmth_visit(village, kind="help")
    make_warmth_visit(village)
    make_warmth_visit(village, kind="help", group="villager")
    assert offenders(rules.helped_without_file, year_2025) == {early, without}
    assert not rules.helped_without_file.confidence.value.startswith("国家")
