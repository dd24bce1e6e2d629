"""助学: students count once, are aided once a school year, and are published as numbers only."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from tests.makers import make_person
from tests.makers_relief import make_student_aid, student_aid

from youju.records import history, writing
from youju.work.relief.indicators import student_aid_amount, students_aided

pytestmark = pytest.mark.django_db


def test_a_student_aided_in_two_school_years_counts_once(township, year_2025):
    student = make_person(township, name="赵小雨")
    make_student_aid(township, student, school_year=2024, occurred_on=date(2025, 2, 10), amount=600)
    autumn = make_student_aid(township, student, amount=1000)
    assert students_aided.value(year_2025) == 1
    assert student_aid_amount.value(year_2025) == 1600
    writing.void(autumn, by=None, reason="未发放")
    assert students_aided.value(year_2025) == 1
    assert student_aid_amount.value(year_2025) == 600


def test_what_waits_or_lies_outside_does_not_count(township, neighbour, year_2025):
    make_student_aid(township, occurred_on=date(2024, 12, 31), school_year=2024)
    make_student_aid(township, occurred_on=date(2025, 12, 31))
    make_student_aid(neighbour)
    writing.enter(student_aid(township), by=None)
    assert students_aided.value(year_2025) == 1


@pytest.mark.parametrize("figure", [students_aided, student_aid_amount], ids=lambda figure: figure.code)
def test_the_evidence_adds_up_and_names_nobody_outside(figure, township, village, year_2025):
    student = make_person(township)
    make_student_aid(township, student)
    make_student_aid(village, student, repeat_reason="家庭突发变故")
    make_student_aid(village)
    found = figure.figure(year_2025)
    assert found.numerator == figure.evidence(year_2025).total > 0
    assert figure.numbers_only


def test_a_second_aid_in_a_school_year_needs_a_reason(township, village):
    student = make_person(township)
    make_student_aid(township, student)
    with pytest.raises(ValidationError) as refused:
        writing.enter(student_aid(village, student, partner="charity"), by=None)
    assert list(refused.value.message_dict) == ["repeat_reason"]
    make_student_aid(village, student, partner="charity", repeat_reason="慈善协会另行资助")
    make_student_aid(township, student, school_year=2024)


def test_confirmed_aid_keeps_its_amount_but_not_its_mistakes(township):
    aid = make_student_aid(township)
    aid.school = "某县第一中学"
    writing.amend(aid, by=None, reason="校名写错")
    aid.amount = 2000
    with pytest.raises(ValidationError, match="作废本条后重新登记"):
        writing.amend(aid, by=None, reason="金额写错")


@pytest.mark.provokes("PI-07", "PI-11")
def test_the_school_of_a_student_stands_in_history_only_as_a_commitment(township):
    aid = make_student_aid(township, school="某镇中心学校")
    assert [event.verb for event in history.of(aid)] == ["enter", "confirm"]
    assert not any("某镇中心学校" in event.row for event in history.of(aid))


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"paid_on": date(2026, 1, 1)}, "paid_on"),
        ({"amount": 0}, "amount"),
        ({"school_year": 25}, "school_year"),
        ({"stage": "幼儿园"}, "stage"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(township, values, field):
    with pytest.raises(ValidationError) as refused:
        writing.enter(student_aid(township, **values), by=None)
    assert list(refused.value.message_dict) == [field]
