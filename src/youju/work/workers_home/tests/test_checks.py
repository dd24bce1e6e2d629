"""Self-checks by every unit, spot-checks of a drawn sample, and how far their marks lie apart."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from tests.figures import offenders, proven, side
from tests.makers import make_organisation
from tests.makers_workers_home import (
    make_item,
    make_sample,
    make_self_check,
    make_spot_check,
    make_standard,
    scores,
)

from youju.records import writing
from youju.work.workers_home import indicators, rules, scoring
from youju.work.workers_home.drawing import draw
from youju.work.workers_home.models import SampledUnit

pytestmark = pytest.mark.django_db


@pytest.fixture
def standard(township):
    return make_standard(township, pass_mark=15)


@pytest.fixture
def items(township, standard):
    """Two items of ten marks; the second is required."""
    return [make_item(township, standard, order=n, required=n == 2) for n in (1, 2)]


@pytest.fixture
def units(township, village):
    return [village, *(make_organisation(township, name=f"{n}厂工会", code=f"C{n}") for n in range(2, 11))]


def marked(items, *marks):
    return scores(**{str(item.pk): mark for item, mark in zip(items, marks, strict=True)})


# -- drawing ---------------------------------------------------------------------------


def test_the_same_seed_draws_the_same_units_in_whatever_order_they_come(units):
    first = draw(units, "20251201", 30)
    assert draw(reversed(units), "20251201", 30) == first
    assert len(first) == 3


def test_another_seed_draws_others(units):
    assert len({tuple(draw(units, str(seed), 30)) for seed in range(20)}) > 5


def test_a_larger_share_only_adds_units(units):
    some, more = draw(units, "种子", 30), draw(units, "种子", 70)
    assert more[:3] == some


@pytest.mark.parametrize(("percent", "number"), [(1, 1), (10, 1), (11, 2), (50, 5), (99, 10), (100, 10)])
def test_shares_of_units_are_rounded_up(units, percent, number):
    assert len(draw(units, "种子", percent)) == number


def test_nobody_is_drawn_from_nothing():
    assert draw([], "种子", 30) == []


def test_every_unit_has_its_chance(units):
    drawn = {unit for seed in range(60) for unit in draw(units, str(seed), 10)}
    assert drawn == set(units)


def test_a_kept_sample_can_be_drawn_again(township, standard, units):
    sample = make_sample(township, standard, units=units)
    kept = [row.unit for row in SampledUnit.objects.filter(parent_id=sample.pk).order_by("position")]
    assert kept == draw(units, sample.seed, sample.percent)


# -- checks ----------------------------------------------------------------------------


def test_every_unit_that_checked_itself_is_all(township, village, standard, items, year_2025):
    sister = make_organisation(township, name="乙厂工会")
    make_self_check(village, standard, children=marked(items, 9, 10))
    make_self_check(village, standard)
    assert proven(indicators.self_check_rate, year_2025) == 50
    assert side(indicators.self_check_rate, year_2025, "gap") == {sister}
    assert offenders(rules.not_self_checked, year_2025) == {sister}
    make_self_check(sister, standard)
    assert proven(indicators.self_check_rate, year_2025) == 100
    assert proven(indicators.units_self_checked, year_2025) == 2


def test_what_waits_or_lies_outside_is_no_check(village, standard, year_2025):
    voided = make_self_check(village, standard)
    writing.void(voided, by=None, reason="误登")
    make_self_check(village, standard, occurred_on=date(2024, 12, 31))
    assert proven(indicators.self_check_rate, year_2025) == 0


def test_who_was_drawn_and_not_checked_is_named(township, standard, units, year_2025):
    make_sample(township, standard, units=units)
    drawn = draw(units, "20251201", 30)
    assert offenders(rules.drawn_not_checked, year_2025) == set(drawn)
    make_spot_check(drawn[0], standard)
    assert offenders(rules.drawn_not_checked, year_2025) == set(drawn[1:])
    assert proven(indicators.spot_check_rate, year_2025) == 10
    assert proven(indicators.units_spot_checked, year_2025) == 1


def test_marks_far_apart_ask_for_a_second_look(village, standard, items, year_2025):
    own = make_self_check(village, standard, children=marked(items, 10, 10))
    near = make_spot_check(village, standard, self_check=own, children=marked(items, 5, 10))
    far = make_spot_check(village, standard, self_check=own, children=marked(items, "4.9", 10))
    assert scoring.total(near) == 15
    assert offenders(rules.scores_differ, year_2025) == {far}
    found = scoring.differences(far)
    assert [(one.own, one.checked, one.gap) for one in found] == [
        (Decimal(10), Decimal("4.9"), Decimal("5.1")),
        (Decimal(10), Decimal(10), Decimal(0)),
    ]


def test_a_required_item_that_fails_fails_the_whole(village, standard, items):
    enough = make_self_check(village, standard, children=marked(items, 5, 10))
    failed = make_self_check(village, standard, children=marked(items, 10, 9))
    short = make_self_check(village, standard, children=marked(items, 4, 10))
    assert [scoring.passes(one) for one in (enough, failed, short)] == [True, False, False]


def test_without_a_pass_mark_nobody_passes_or_fails(township, village):
    check = make_self_check(village, make_standard(township))
    assert scoring.passes(check) is None


def test_an_item_holds_from_the_day_of_its_standard(township, standard):
    assert make_item(township, standard, from_on=None).from_on == standard.from_on
    with pytest.raises(ValidationError, match="已有这个序号"):
        make_item(township, standard)
    with pytest.raises(ValidationError, match="由发布标准的单位登记"):
        make_item(make_organisation(township, name="丙厂工会"), standard, order=2)


@pytest.mark.parametrize("names", ["张三", "张三、", "、", ""])
def test_one_alone_makes_no_spot_check(village, standard, names):
    with pytest.raises(ValidationError):
        make_spot_check(village, standard, checkers=names)


def test_a_spot_check_stands_beside_a_self_check_of_its_unit_and_standard(township, village, standard):
    other = make_organisation(township, name="乙厂工会")
    with pytest.raises(ValidationError, match="不属于所选单位"):
        make_spot_check(village, standard, self_check=make_self_check(other, standard))
    newer = make_standard(township, name="新标准")
    with pytest.raises(ValidationError, match="同一标准"):
        make_spot_check(village, newer, self_check=make_self_check(village, standard))


def test_a_remedy_is_overdue_the_day_after(village, standard, year_2025):
    make_spot_check(village, standard, remedy_by=date(2025, 12, 31))
    late = make_spot_check(village, standard, remedy_by=date(2025, 12, 30))
    make_spot_check(village, standard, remedy_by=date(2025, 12, 30), remedied_on=date(2025, 12, 30))
    assert offenders(rules.remedy_overdue, year_2025) == {late}
