"""Figures made of several named sets of records."""

import pytest

from tests.figures import proven
from tests.makers import make_membership, make_nil_report
from youju.ledger.several import aspects, together
from youju.people.models import Membership
from youju.records.models import NilReport

pytestmark = pytest.mark.django_db


def parts(scope):
    """会员和零报告，各算一部分。"""
    return {
        "会员": Membership.objects.begun(scope),
        "零报告": NilReport.objects.in_scope(scope).overlapping(scope.period),
    }


BOTH = together("test.both", "合计", unit="件")(parts)
HELD = aspects("test.held", "项数")(parts)


def test_parts_add_up_each_on_its_own_side(village, year_2025):
    make_membership(village)
    make_membership(village)
    make_nil_report(village)
    assert proven(BOTH, year_2025) == 3
    assert BOTH.figure(year_2025).entries == 3
    sides = BOTH.evidence(year_2025).sides
    assert [(side.title, len(side.lines)) for side in sides] == [("会员", 2), ("零报告", 1)]


def test_an_aspect_counts_once_however_many_records_it_has(village, year_2025):
    assert proven(HELD, year_2025) == 0
    make_membership(village)
    make_membership(village)
    assert proven(HELD, year_2025) == 1
    assert HELD.figure(year_2025).entries == 2
    make_nil_report(village)
    assert proven(HELD, year_2025) == 2
    (side,) = HELD.evidence(year_2025).sides
    assert [line.term for line in side.lines] == ["会员", "零报告"]


def test_whoever_asks_for_the_ledger_gets_the_first_part(year_2025):
    assert BOTH.select(year_2025).model is Membership
    assert BOTH.definition == HELD.definition == "会员和零报告，各算一部分。"
