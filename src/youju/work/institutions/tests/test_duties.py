"""Targets of a year, their checks, and the year's round."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from tests.figures import offenders, proven
from tests.makers_institutions import make_lesson, make_stage, make_target, make_target_check

from youju.records import writing
from youju.work.institutions import rules
from youju.work.institutions.indicators import duties
from youju.work.institutions.models import AnnualStage, Target

pytestmark = pytest.mark.django_db


@pytest.fixture
def handed_down(township, village):
    """A target from above, broken down into the town's plan and a unit's letter."""
    upper = make_target(township, level="upper", value=300)
    plan = make_target(township, parent=upper, value=320)
    letter = make_target(village, level="letter", parent=plan, value=20)
    return upper, plan, letter


def test_targets_are_broken_down_level_by_level(handed_down, township, year_2025):
    make_target(township, year=2024)
    assert proven(duties.targets_set, year_2025) == 1
    assert proven(duties.targets_broken_down, year_2025) == 2
    assert proven(duties.letters_signed, year_2025) == 1


def test_a_unit_with_two_targets_signed_one_letter(township, village, year_2025):
    for item in ("新发展会员", "职代会"):
        make_target(village, level="letter", item=item)
    assert proven(duties.letters_signed, year_2025) == 1
    assert proven(duties.targets_broken_down, year_2025) == 0


def test_targets_of_the_centre_are_marked(township, year_2025):
    make_target(township, central=True)
    voided = make_target(township, central=True)
    make_target(township)
    writing.void(voided, by=None, reason="重复")
    assert proven(duties.central_targets, year_2025) == 1


def test_a_target_descends_only_from_a_higher_level_of_its_year(handed_down, township):
    upper, plan, letter = handed_down
    with pytest.raises(ValidationError, match="上一层级"):
        make_target(township, level="upper", parent=plan)
    with pytest.raises(ValidationError, match="同一年度"):
        make_target(township, year=2024, parent=upper)
    plan.parent = plan
    with pytest.raises(ValidationError, match="自本身"):
        writing.amend(plan, by=None, reason="改上级目标")
    assert letter.parent == plan


def test_a_measured_target_needs_a_value_and_a_task_needs_none(township):
    with pytest.raises(ValidationError) as refused:
        make_target(township, value=None)
    assert list(refused.value.message_dict) == ["value"]
    make_target(township, indicator="", value=None, item="协助石英行业调研")


def test_what_was_reached_is_never_typed():
    assert not {"actual", "reached", "done"} & {field.name for field in Target._meta.fields}


def test_a_target_is_checked_once_of_each_kind(township, village, year_2025):
    target = make_target(township, weight=5)
    make_target_check(township, target)
    make_target_check(township, target, kind="year_end", occurred_on=date(2025, 12, 20), score=5)
    assert proven(duties.target_checks, year_2025) == 2
    with pytest.raises(ValidationError, match="已有同类检查记录"):
        make_target_check(township, target)
    with pytest.raises(ValidationError, match="不属于所选单位"):
        make_target_check(village, target)
    with pytest.raises(ValidationError, match="不能超过"):
        make_target_check(township, make_target(township, weight=3), score=4)


def test_a_target_that_is_due_waits_for_its_appraisal(township, year_2025):
    appraised, waiting = make_target(township), make_target(township)
    make_target(township, occurred_on=date(2025, 12, 1), due_on=date(2026, 1, 31))
    make_target_check(township, appraised, kind="year_end")
    make_target_check(township, waiting)
    assert offenders(rules.target_not_appraised, year_2025) == {waiting}


def test_three_stages_make_the_year_s_round(township, village, neighbour, year_2025):
    for kind in AnnualStage.Kind:
        make_stage(township, kind=kind)
    make_stage(village, kind="summary")
    make_stage(neighbour, kind="plan")
    assert proven(duties.stages_done, year_2025) == 3
    assert proven(duties.plan_and_summary, year_2025) == 2
    assert proven(duties.summaries, year_2025) == 2
    with pytest.raises(ValidationError, match="该环节已登记"):
        make_stage(township, kind="plan")


@pytest.mark.parametrize("left_out", ["assigned", "checked", "appraised"])
def test_a_missing_stage_names_the_federation(township, village, year_2025, left_out):
    for kind in AnnualStage.THREE:
        if kind != left_out:
            make_stage(township, kind=kind)
    assert offenders(rules.stage_missing, year_2025) == {township}
    make_stage(township, kind=left_out)
    assert offenders(rules.stage_missing, year_2025) == set()


def test_lessons_belong_to_the_year_they_speak_of(township, year_2025):
    for title in ("得益于党政支持", "得益于干部作风", "得益于规范管理"):
        make_lesson(township, title=title)
    make_lesson(township, year=2024)
    assert proven(duties.lessons, year_2025) == 3
