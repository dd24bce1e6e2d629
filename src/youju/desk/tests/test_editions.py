"""What the page of a final edition tells later: the figure then and now, and the records by name."""

from datetime import date

import pytest
from django.urls import reverse
from tests import stage
from tests.makers import make_exhibit, make_membership, make_person

from youju.base import periods
from youju.org.access import SystemAccess
from youju.records import writing
from youju.reports import composing, sealing

pytestmark = pytest.mark.django_db
YEAR = periods.year(2025)


@pytest.fixture
def members(village):
    def make():
        return [make_membership(village, make_person(village, name=f"张{n}")) for n in "一二三"]

    return stage.enter("three members", make)


@pytest.fixture
def edition(township, members):
    return stage.enter("edition of three members", lambda: sealed(township, members))


def sealed(township, members):
    report = composing.begin(SystemAccess(), township, YEAR)
    composing.add(SystemAccess(), report, part="lead", text="新发展会员{organising.members_joined}。")
    make_exhibit(members[0], "approval")
    return sealing.seal(SystemAccess(), township, YEAR)


def page_of(desk, edition):
    return desk.get(reverse("report-detail", args=[edition.pk])).content.decode()


def test_nothing_changed_is_said_once(desk, edition):
    page = page_of(desk, edition)
    assert "台账与定稿时一致" in page
    assert "定稿以后的变化" not in page


def test_later_corrected_and_voided_records_are_named_and_linked(desk, edition, members, village, clerk):
    late = [
        make_membership(village, make_person(village, name=f"李{n}"), from_on=date(2025, 6, 1))
        for n in "四五"
    ]
    writing.void(members[0], by=clerk, reason="重复登记")
    members[1].card_number = "A-2"
    writing.amend(members[1], by=clerk, reason="补会员证号")
    page = page_of(desk, edition)
    assert "定稿 3人，台账现为" in page
    assert ">4人</a>：补录 2，更正 1，不再计入 1" in page
    for record in (*late, members[0], members[1]):
        assert reverse("entry-detail", args=["organising.members", record.pk]) in page
    assert "李四" in page


def test_the_strength_of_proof_stands_beside_each_claim(desk, edition):
    page = page_of(desk, edition)
    assert "<span>实名 100.0%</span><span>签字材料 33.3%</span><span>照片 0.0%</span>" in page


def test_a_change_elsewhere_is_no_change_here(desk, edition, neighbour):
    make_membership(neighbour, make_person(neighbour, name="外人"))
    assert "台账与定稿时一致" in page_of(desk, edition)


def test_the_motto_stands_below_the_title(desk, township, members):
    report = composing.begin(SystemAccess(), township, YEAR)
    report.motto = "理清思路 循序渐进"
    composing.retitle(SystemAccess(), report)
    page = page_of(desk, sealing.seal(SystemAccess(), township, YEAR))
    assert f'{report.title}</h2><p class="document-motto">理清思路 循序渐进</p>' in page
