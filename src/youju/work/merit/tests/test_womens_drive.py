"""女职工双争: women on the as-of day, by person; leavers drop out of both sides."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from tests.makers import make_employer, make_employment, make_person
from tests.makers_merit import make_womens_drive_entry

from youju.records import writing
from youju.records.parameters import Dated, Parameter
from youju.work.merit import parameters
from youju.work.merit.indicators import womens_drive_rate

pytestmark = pytest.mark.django_db


@pytest.fixture
def firm(township, village):
    return make_employer(township, union=village)


def make_woman(township, firm, name="李小红", **dates):
    woman = make_person(township, name=name, sex="female")
    make_employment(woman, firm, **dates)
    return woman


def test_a_woman_taking_part_twice_counts_once(township, village, firm, year_2025):
    one, two = make_woman(township, firm), make_woman(township, firm, "张小兰")
    make_womens_drive_entry(village, one)
    second = make_womens_drive_entry(village, one, occurred_on=date(2025, 5, 1))
    found = womens_drive_rate.figure(year_2025)
    assert (found.numerator, found.base, found.value) == (1, 2, 50)
    writing.void(second, by=None, reason="重复")
    assert womens_drive_rate.value(year_2025) == 50
    make_womens_drive_entry(village, two)
    assert womens_drive_rate.value(year_2025) == 100


def test_leavers_drop_out_of_both_sides(township, village, firm, year_2025):
    stays = make_woman(township, firm)
    leaver = make_woman(township, firm, "周小梅", until_on=date(2025, 12, 30))
    last_day = make_woman(township, firm, "吴小芳", until_on=date(2025, 12, 31))
    for woman in (stays, leaver):
        make_womens_drive_entry(village, woman)
    found = womens_drive_rate.figure(year_2025)
    assert (found.numerator, found.base) == (1, 2)
    gap = womens_drive_rate.evidence(year_2025).sides[1]
    assert [line.subject for line in gap.lines] == [last_day]


def test_men_and_women_of_two_employers_do_not_swell_the_base(township, village, firm, year_2025):
    woman = make_woman(township, firm)
    make_employment(woman, make_employer(township, name="乙厂", union=village))
    make_employment(make_person(township), firm)
    make_womens_drive_entry(village, woman)
    found = womens_drive_rate.figure(year_2025)
    assert (found.numerator, found.base) == (1, 1)


def test_what_waits_or_lies_outside_is_no_proof(township, village, neighbour, firm, year_2025):
    woman = make_woman(township, firm)
    make_womens_drive_entry(village, woman, occurred_on=date(2024, 12, 31))
    make_womens_drive_entry(neighbour, woman)
    assert womens_drive_rate.value(year_2025) == 0


def test_the_evidence_adds_up_to_the_numerator(township, village, firm, year_2025):
    one = make_woman(township, firm)
    make_woman(township, firm, "张小兰")
    make_womens_drive_entry(village, one)
    make_womens_drive_entry(village, one, aim="team", team="质检班")
    found = womens_drive_rate.figure(year_2025)
    assert womens_drive_rate.evidence(year_2025).total == found.numerator == 1
    assert found.entries == 2


def test_without_women_there_is_no_rate(year_2025):
    assert womens_drive_rate.value(year_2025) is None


def test_a_man_is_refused(township, village):
    with pytest.raises(ValidationError) as refused:
        make_womens_drive_entry(village, make_person(township))
    assert list(refused.value.message_dict) == ["person"]


@pytest.mark.parametrize(("values", "field"), [({"aim": "team"}, "team"), ({"aim": "平安"}, "aim")])
def test_the_aim_is_one_of_two_and_a_team_has_a_name(village, values, field):
    with pytest.raises(ValidationError) as refused:
        make_womens_drive_entry(village, **values)
    assert list(refused.value.message_dict) == [field]


def test_an_aim_keeps_the_name_it_had_on_its_day(village, monkeypatch):
    old, new = ("争创巾帼文明岗", "争做巾帼标兵"), ("争创五一巾帼标兵岗", "争当五一巾帼标兵")
    dated = (Dated(old), Dated(new, from_on=date(2025, 6, 1)))
    monkeypatch.setattr(parameters, "WOMENS_DRIVE_AIMS", Parameter("aims", "双争", dated))
    before = make_womens_drive_entry(village, occurred_on=date(2025, 5, 31))
    after = make_womens_drive_entry(village, aim="team", team="质检班", occurred_on=date(2025, 6, 1))
    assert before.get_aim_display() == "争做巾帼标兵"
    assert after.get_aim_display() == "争创五一巾帼标兵岗"
