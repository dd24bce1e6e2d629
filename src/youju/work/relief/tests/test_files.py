"""困难职工档案: one household one file, a class that is computed, two levels, reviews and exits."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from tests.figures import offenders, proven, side
from tests.makers import make_person
from tests.makers_relief import (
    hardship_file,
    make_hardship_file,
    make_household,
    make_review,
    make_standard,
    make_warmth_visit,
)

from youju.records import history, writing
from youju.work.relief import file_rules
from youju.work.relief.file_figures import (
    filed_rate,
    files_closed,
    files_held,
    files_opened,
    helped_rate,
    review_rate,
)
from youju.work.relief.measuring import Hardship, Means, classify
from youju.work.relief.models import HardshipFile
from youju.work.relief.parameters import RELATIVE_FACTOR

pytestmark = pytest.mark.django_db

DAY = date(2025, 1, 1)


@pytest.fixture
def standard(county):
    return make_standard(county, 800)


def refused(record) -> dict:
    with pytest.raises(ValidationError) as error:
        writing.enter(record, by=None)
    return error.value.message_dict


@pytest.mark.parametrize(
    ("per_head", "accident", "expected"),
    [
        ("799.99", 0, Hardship.DEEP),
        ("800", 0, Hardship.RELATIVE),
        ("1599.99", 0, Hardship.RELATIVE),
        ("1600", 0, None),
        ("1600", "15360.01", Hardship.ACCIDENT),
        ("1600", "15360", None),
    ],
)
@pytest.mark.provokes("HD-02")
def test_the_class_follows_from_the_formula(per_head, accident, expected):
    means = Means(Decimal(per_head) * 12, Decimal(0), 1, Decimal(accident))
    assert classify(means, Decimal(800), DAY) == expected


def test_rigid_costs_and_everybody_at_home_lower_the_means():
    means = Means(Decimal(60000), Decimal(24000), 3)
    assert means.per_head == 1000
    assert classify(means, Decimal(800), DAY, region="3302") == Hardship.RELATIVE
    assert classify(Means(Decimal(43200), Decimal(0), 3), Decimal(800), DAY, region="3302") is None
    assert RELATIVE_FACTOR.on(date(2017, 12, 31), "3302") == 2


def test_means_are_sealed_and_the_class_is_stored_and_can_be_computed_again(village, standard):
    file = make_hardship_file(village, income="43200", rigid_costs="7200")
    kept = HardshipFile.objects.everywhere("x").get(pk=file.pk)
    assert (kept.hardship, kept.standard, str(kept.income)) == ("relative", 800, "••••••")
    assert classify(kept.means(), kept.standard, kept.from_on) == kept.hardship
    with connection.cursor() as cursor:
        cursor.execute("select income from relief_hardshipfile")
        assert "43200" not in cursor.fetchone()[0]
    assert not any("43200" in event.row or "illness" in event.row for event in history.of(kept))


def test_the_class_keeps_the_standard_of_the_day_of_application(village, county, standard):
    file = make_hardship_file(village, income="29000")
    writing.end(standard, on=date(2025, 6, 30), by=None)
    make_standard(county, 900, from_on=date(2025, 7, 1))
    file.migrant = True
    writing.amend(file, by=None, reason="补填农民工")
    assert (file.hardship, file.standard) == ("relative", 800)
    later = make_hardship_file(village, income="29000", from_on=date(2025, 8, 1), unit_filed_on=None,
                               town_filed_on=None)  # fmt: skip
    assert (later.hardship, later.standard) == ("deep", 900)


def test_a_family_above_the_line_is_refused_with_its_means(village, standard):
    file = hardship_file(village, income="60000", people=3)
    assert refused(file)["income"] == [
        "家庭月人均1666.67元，按公式不属于困难职工；因灾病意外致困的，请填写灾病意外损失。"
    ]
    assert hardship_file(village).means().per_head == 300


def test_without_a_living_standard_no_class_is_given(village, neighbour):
    make_standard(neighbour)  # of another township: it does not reach this one
    assert "低保标准" in refused(hardship_file(village))["income"][0]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"income": "很少"}, "income"),
        ({"rigid_costs": "-1"}, "rigid_costs"),
        ({"people": 0}, "people"),
        ({"unit_filed_on": date(2024, 5, 5)}, "unit_filed_on"),
        ({"town_filed_on": date(2026, 1, 1)}, "town_filed_on"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(village, standard, values, field):
    assert list(refused(hardship_file(village, **values))) == [field]


@pytest.mark.provokes("HD-06")
def test_one_household_has_one_file_at_a_time(village, township):
    home = make_household(village)
    first = make_hardship_file(village, home)
    assert "household" not in refused(hardship_file(township, home))
    with pytest.raises(ValidationError, match="退出原因"):
        writing.end(first, on=date(2025, 3, 31), by=None)
    first.refresh_from_db()
    writing.end(first, on=date(2025, 3, 31), by=None, exit_reason="better")
    make_hardship_file(village, home, from_on=date(2025, 4, 1), unit_filed_on=None, town_filed_on=None)


def test_stock_and_flow_of_files_agree(village, neighbour, year_2025):
    stays, leaves, comes = (make_household(village) for _ in range(3))
    make_hardship_file(village, stays)
    old = make_hardship_file(village, leaves)
    new = {"from_on": date(2025, 9, 1), "unit_filed_on": date(2025, 9, 3), "town_filed_on": date(2025, 9, 9)}
    make_hardship_file(village, comes, **new)
    make_hardship_file(neighbour)
    writing.end(old, on=date(2025, 12, 30), by=None, exit_reason="better")
    flows = [proven(figure, year_2025) for figure in (files_held, files_opened, files_closed)]
    assert flows == [2, 1, 1]  # 2 at the start of the year


@pytest.mark.provokes("HD-07")
def test_both_levels_open_a_file(village, township, year_2025):
    make_hardship_file(village)
    one_level = make_hardship_file(village, unit_filed_on=None)
    found = make_hardship_file(village, unit_filed_on=None, town_filed_on=None)
    make_hardship_file(township, unit_filed_on=None)  # a worker without a basic union
    assert proven(filed_rate, year_2025) == 50
    assert side(filed_rate, year_2025, "gap") == {one_level, found}
    assert offenders(file_rules.filed_at_one_level, year_2025) == {one_level}
    assert offenders(file_rules.first_check_due, year_2025) == {found}


def test_help_and_review_are_shares_of_the_files(village, year_2025):
    helped, forgotten = make_hardship_file(village), make_hardship_file(village)
    make_warmth_visit(village, helped.household)
    make_warmth_visit(village)
    make_review(village, helped)
    make_review(village, forgotten, occurred_on=date(2024, 12, 31))
    assert proven(helped_rate, year_2025) == proven(review_rate, year_2025) == 50
    assert side(helped_rate, year_2025, "gap") == {forgotten.household}
    assert offenders(file_rules.filed_not_helped, year_2025) == {forgotten}


@pytest.mark.provokes("HD-10")
def test_a_file_not_reviewed_for_a_year_is_named(village, year_2025):
    fresh = make_hardship_file(village)
    stale, never = make_hardship_file(village), make_hardship_file(village)
    make_review(village, fresh, occurred_on=date(2024, 12, 31))
    make_review(village, stale, occurred_on=date(2024, 12, 30))
    make_hardship_file(village, from_on=date(2025, 1, 6), unit_filed_on=None, town_filed_on=date(2025, 1, 9))
    assert offenders(file_rules.unreviewed, year_2025) == {stale, never}


def test_a_review_is_of_a_file_that_held_that_day_and_says_what_changed(village):
    file = make_hardship_file(village)
    with pytest.raises(ValidationError, match="不在档"):
        make_review(village, file, occurred_on=date(2024, 5, 5))
    with pytest.raises(ValidationError, match="有什么变化"):
        make_review(village, file, result="exit")


@pytest.mark.provokes("HD-08")
def test_a_file_is_posted_long_enough_before_it_is_opened(village, year_2025):
    posted = {"posted_on": date(2024, 5, 12), "posted_until": date(2024, 5, 16)}
    make_hardship_file(village, **posted)
    bare = make_hardship_file(village)
    short = make_hardship_file(village, **posted | {"posted_on": date(2024, 5, 13)})
    early = make_hardship_file(village, **posted, town_filed_on=date(2024, 5, 15))
    assert offenders(file_rules.posted_too_short, year_2025) == {bare, short, early}


@pytest.mark.provokes("HD-05")
def test_a_file_opened_without_asking_for_what_excludes_it_is_hinted_at(village, year_2025):
    make_hardship_file(village, cleared=True)
    bare = make_hardship_file(village)
    make_hardship_file(village, unit_filed_on=None, town_filed_on=None)
    assert offenders(file_rules.not_cleared, year_2025) == {bare}
    assert file_rules.not_cleared.confidence.value == "尚未核实"


def test_a_changed_standard_calls_for_a_new_look(village, county, standard, year_2025):
    file = make_hardship_file(village)
    assert offenders(file_rules.standard_changed, year_2025) == set()
    writing.end(standard, on=date(2025, 6, 30), by=None)
    make_standard(county, 850, from_on=date(2025, 7, 1))
    assert offenders(file_rules.standard_changed, year_2025) == {file}


def test_the_worker_and_the_cause_stay_behind_the_mask(village):
    file = make_hardship_file(village, worker=make_person(village, name="赵某某"))
    assert "赵某某" not in str(file)
