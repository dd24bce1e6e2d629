"""Institutions in force, texts on the wall, boxes in the archive."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from tests.figures import offenders, proven, side
from tests.makers_institutions import (
    make_archive,
    make_institution,
    make_wall_item,
    make_wall_text,
)

from youju.base import periods
from youju.ledger.scope import Scope
from youju.org.access import SystemAccess
from youju.records import writing
from youju.work.institutions import rules
from youju.work.institutions.indicators import office
from youju.work.institutions.models import Institution, WallText

pytestmark = pytest.mark.django_db
SIX = dict(zip(Institution.SIX, office.SIX_KINDS, strict=True))
ON_THE_WALL = dict(zip(WallText.FOUR, office.FOUR_ON_THE_WALL, strict=True))


def test_six_kinds_in_force_are_six_institutions(township, year_2025):
    for kind in Institution.SIX:
        make_institution(township, kind=kind, name=str(kind.label))
    make_institution(township, kind="mechanism", name="联系点机制")
    assert proven(office.six_institutions, year_2025) == 6
    assert [proven(one, year_2025) for one in office.SIX_KINDS] == [1] * 6
    assert proven(office.institutions_made, year_2025) == 7


def test_two_papers_of_one_kind_are_one_institution(township, village, year_2025):
    make_institution(township)
    make_institution(township, name="例会制度")
    make_institution(village)
    assert proven(office.six_institutions, year_2025) == 1
    assert proven(SIX[Institution.Kind.MEETINGS], year_2025) == 1
    assert proven(SIX[Institution.Kind.WALL], year_2025) == 0


@pytest.mark.parametrize(
    ("days", "value"),
    [
        ({"from_on": date(2025, 12, 31)}, 1),
        ({"from_on": date(2024, 1, 1), "until_on": date(2025, 12, 31)}, 1),
        ({"from_on": date(2024, 1, 1), "until_on": date(2025, 12, 30)}, 0),
    ],
)
def test_an_institution_counts_while_it_is_in_force(township, neighbour, year_2025, days, value):
    make_institution(township, **days)
    make_institution(neighbour, kind="wall", name="上墙制度")
    assert proven(office.six_institutions, year_2025) == value


def test_the_three_institutions_are_those_of_the_parameter(township, year_2025):
    for kind in ("congress", "openness", "consultation", "meetings"):
        make_institution(township, kind=kind, name=kind)
    assert proven(office.three_institutions, year_2025) == 3
    assert proven(office.six_institutions, year_2025) == 1


def test_a_new_version_begins_where_the_old_one_ended(township, year_2025):
    old = make_institution(township, version="2020年版", from_on=date(2020, 1, 1))
    with pytest.raises(ValidationError) as refused:
        make_institution(township, version="2025年版", from_on=date(2025, 6, 1))
    assert list(refused.value.message_dict) == ["from_on"]
    writing.end(old, on=date(2025, 5, 31), by=None)
    make_institution(township, version="2025年版", from_on=date(2025, 6, 1))
    assert proven(office.institutions_made, year_2025) == 1


def test_all_four_texts_posted_are_all(township, village, year_2025):
    texts = [make_wall_text(township, kind=kind, title=str(kind.label)) for kind in WallText.FOUR]
    for text in texts[:3]:
        make_wall_item(township, text)
    make_wall_item(village, texts[0], place="车间")
    assert proven(office.wall_rate, year_2025) == 75
    assert side(office.wall_rate, year_2025, "gap") == {texts[3]}
    assert proven(ON_THE_WALL[WallText.Kind.FUNCTIONS], year_2025) == 0
    make_wall_item(township, texts[3])
    assert proven(office.wall_rate, year_2025) == 100
    assert [proven(one, year_2025) for one in office.FOUR_ON_THE_WALL] == [1] * 4
    assert proven(office.wall_items, year_2025) == 5


def test_an_old_version_on_the_wall_proves_nothing(township, year_2025):
    old = make_wall_text(township, until_on=date(2025, 6, 30))
    stale = make_wall_item(township, old)
    new = make_wall_text(township, version="新版", from_on=date(2025, 7, 1))
    assert proven(office.wall_rate, year_2025) == 0
    assert proven(ON_THE_WALL[WallText.Kind.TEAM], year_2025) == 0
    assert offenders(rules.wall_text_replaced, year_2025) == {stale}
    assert offenders(rules.wall_text_not_posted, year_2025) == {new}
    writing.end(stale, on=date(2025, 7, 1), by=None)
    make_wall_item(township, new, from_on=date(2025, 7, 2))
    assert proven(office.wall_rate, year_2025) == 100
    assert offenders(rules.wall_text_replaced, year_2025) == set()


def test_a_check_of_the_wall_is_overdue_the_day_after(township, year_2025):
    make_wall_item(township, next_check_on=date(2025, 12, 31))
    late = make_wall_item(township, make_wall_text(township, title="目标"), next_check_on=date(2025, 12, 30))
    make_wall_item(township, make_wall_text(township, title="职能"))
    assert offenders(rules.wall_check_overdue, year_2025) == {late}


def test_the_archive_is_as_complete_as_its_files(township, village, neighbour, year_2025):
    make_archive(township, files_due=10, files_present=9, line="organising")
    make_archive(village, files_due=30, files_present=21, form="documents")
    make_archive(neighbour, files_due=100, files_present=0)
    make_archive(township, files_due=50, files_present=0, until_on=date(2025, 6, 1))
    assert proven(office.archive_completeness, year_2025) == 75
    assert office.archive_completeness.figure(year_2025).base == 40
    assert proven(office.ledger_kinds, year_2025) == 1
    assert len(offenders(rules.archive_incomplete, year_2025)) == 2


def test_an_empty_archive_has_no_rate(township, year_2025):
    assert proven(office.archive_completeness, year_2025) is None
    make_archive(township, files_due=0, files_present=0)
    assert proven(office.archive_completeness, year_2025) is None


def test_more_files_than_were_due_are_refused(township):
    with pytest.raises(ValidationError) as refused:
        make_archive(township, files_due=10, files_present=11)
    assert list(refused.value.message_dict) == ["files_present"]


def test_kinds_of_two_townships_are_counted_once_in_the_county(county, township, neighbour):
    make_institution(township)
    make_institution(neighbour)
    make_institution(neighbour, kind="wall", name="上墙制度")
    scope = Scope.of(SystemAccess(), county, periods.year(2025))
    assert proven(office.six_institutions, scope) == 2
