"""What is handed down is read by all below once it is confirmed, and by nobody beside."""

from datetime import date

import pytest

from tests.makers import make_organisation, make_post, make_user
from tests.makers_institutions import make_institution
from youju.org.access import Access, Action
from youju.records import writing
from youju.work.institutions.models import Institution

pytestmark = pytest.mark.django_db


def seen_by(user) -> set:
    return set(Institution.objects.reach(Access(user)))


def test_all_below_read_what_stands_above_them(county, township, village, chair, clerk, outsider):
    of_county, of_town = make_institution(county), make_institution(township)
    assert seen_by(chair) == {of_county, of_town}
    assert seen_by(clerk) == {of_county, of_town}
    assert seen_by(outsider) == {of_county}


def test_nobody_reads_what_stands_beside_or_waits(township, village, chair):
    sister = make_organisation(township, name="乙厂工会", code="ZHEN-02")
    make_institution(sister)
    draft = Institution(organisation=township, kind="wall", name="上墙制度", from_on=date(2025, 1, 1))
    writing.enter(draft, by=None)
    assert seen_by(chair) == set()


def test_reading_what_was_handed_down_is_all_that_is_allowed(township, village, chair):
    institution = make_institution(township)
    assert seen_by(chair) == {institution}
    assert not Access(chair).may(Action.ENTER, institution.organisation)


def test_the_tree_of_today_decides(township, village):
    make_institution(township)
    user = make_user("gone")
    make_post(user, village, "chair", until_on=date(2025, 6, 30))
    assert seen_by(user) == set()
