"""创建单位 and 学习示范点: new units count once, promotions are not new."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from tests.makers import make_employer, make_exhibit
from tests.makers_merit import make_creation_unit, make_demonstration_point

from youju.records import writing
from youju.work.merit import rules
from youju.work.merit.indicators import creation_units_added, demonstration_points

pytestmark = pytest.mark.django_db


def test_a_unit_named_at_two_levels_counts_once(township, year_2025):
    firm = make_employer(township)
    first = make_creation_unit(township, firm)
    make_creation_unit(township, firm, level="county")
    assert creation_units_added.value(year_2025) == 1
    writing.void(first, by=None, reason="登记有误")
    assert creation_units_added.value(year_2025) == 1


def test_a_unit_named_before_the_period_is_not_new_in_the_same_drive(township, year_2025):
    firm = make_employer(township)
    make_creation_unit(township, firm, occurred_on=date(2024, 10, 1))
    make_creation_unit(township, firm, level="county")
    assert creation_units_added.value(year_2025) == 0
    make_creation_unit(township, firm, drive="pioneer")
    assert creation_units_added.value(year_2025) == 1


def test_what_lies_outside_does_not_count(township, village, neighbour, year_2025):
    make_creation_unit(village, occurred_on=date(2025, 1, 1))
    make_creation_unit(village, occurred_on=date(2025, 12, 31))
    make_creation_unit(village, occurred_on=date(2024, 12, 31))
    make_creation_unit(neighbour)
    make_demonstration_point(village, occurred_on=date(2025, 12, 31))
    make_demonstration_point(village, occurred_on=date(2024, 12, 31))
    make_demonstration_point(neighbour)
    assert (creation_units_added.value(year_2025), demonstration_points.value(year_2025)) == (2, 1)


@pytest.mark.parametrize(
    "figure", [creation_units_added, demonstration_points], ids=lambda figure: figure.code
)
def test_the_evidence_adds_up_to_the_figure(figure, township, village, year_2025):
    firm = make_employer(township)
    make_creation_unit(township, firm)
    make_creation_unit(township, firm, level="county")
    make_creation_unit(village)
    make_demonstration_point(village)
    make_demonstration_point(township)
    assert figure.evidence(year_2025).total == figure.figure(year_2025).numerator == 2


def test_the_same_honour_is_not_recorded_twice(township):
    firm = make_employer(township)
    unit = make_creation_unit(township, firm)
    with pytest.raises(ValidationError) as refused:
        make_creation_unit(township, firm, occurred_on=date(2025, 11, 1))
    assert list(refused.value.message_dict) == ["employer"]
    writing.void(unit, by=None, reason="登记有误")
    make_creation_unit(township, firm)


def test_the_same_point_is_not_recorded_twice(township, village):
    make_demonstration_point(village, name="职工书屋")
    with pytest.raises(ValidationError) as refused:
        make_demonstration_point(village, name="职工书屋")
    assert list(refused.value.message_dict) == ["name"]
    make_demonstration_point(township, name="职工书屋")


def test_a_unit_named_without_a_document_is_shown(township, year_2025):
    bare, shown = make_creation_unit(township), make_creation_unit(township)
    make_exhibit(shown, "certificate")
    assert set(rules.no_naming_document.offenders(year_2025)) == {bare}
