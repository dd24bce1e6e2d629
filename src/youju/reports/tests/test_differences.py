"""After sealing, the page tells what came, what went and what was corrected, by name."""

from datetime import date

import pytest
from tests.makers import make_membership, make_person

from youju.base import periods
from youju.org.access import SystemAccess
from youju.records import writing
from youju.reports import composing, sealing
from youju.reports.differences import differences

pytestmark = pytest.mark.django_db
YEAR = periods.year(2025)


@pytest.fixture
def members(village):
    return [make_membership(village, make_person(village, name=f"张{n}")) for n in "一二三"]


@pytest.fixture
def edition(township, members):
    report = composing.begin(SystemAccess(), township, YEAR)
    composing.add(SystemAccess(), report, part="lead", text="发展{organising.members_joined}。")
    return sealing.seal(SystemAccess(), township, YEAR)


def difference(edition):
    (one,) = differences(edition, SystemAccess())
    return one


def test_nothing_changed_is_said_as_nothing(edition):
    one = difference(edition)
    assert (one.changed, one.claim.value, one.now, one.summary) == (False, 3, 3, "")


def test_later_records_void_ones_and_corrections_are_told_apart(edition, members, village, clerk):
    late = make_membership(village, make_person(village, name="李四"), from_on=date(2025, 6, 1))
    writing.void(members[0], by=clerk, reason="重复登记")
    members[1].card_number = "A-2"
    writing.amend(members[1], by=clerk, reason="补会员证号")

    one = difference(edition)
    assert (one.claim.value, one.now) == (3, 3)
    assert one.changed
    assert one.late == (late,)
    assert one.corrected == (members[1],)
    assert one.gone == (members[0].ref,)
    assert one.summary == "补录 1，更正 1，不再计入 1"
