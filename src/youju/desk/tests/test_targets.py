"""Targets on the desk: figures computed and linked, indicators chosen and never typed."""

from datetime import date, datetime

import pytest
from django.urls import reverse
from tests.makers import make_membership, make_organisation
from tests.makers_institutions import make_target

from youju.base import clock
from youju.ledger import paper
from youju.ledger.showing import Reader
from youju.org.access import Access
from youju.reports.targets import TARGETS
from youju.work.institutions.models import Target

pytestmark = pytest.mark.django_db


def page(desk, **query):
    return desk.get(reverse("targets"), {"period": "2025"} | query).content.decode()


def filled(unit, **values):
    data = {"key": "k", "organisation": unit.pk, "occurred_on": "2025-01-20", "year": "2025"}
    data |= {"level": "plan", "line": "organising", "item": "新发展会员", "comparator": "at_least"}
    data |= {"indicator": "organising.members_joined", "value": "2", "due_on": "2025-12-31"}
    return data | values


def test_what_was_reached_is_counted_and_leads_to_its_records(desk, township, village):
    make_target(township, value=2, unit="人")
    make_membership(village)
    shown = page(desk)
    assert reverse("evidence", args=["organising.members_joined", "ZHEN", "2025"]) in shown
    assert "不少于 2人" in shown
    assert ">1人</a>" in shown
    assert "可衡量的目标 1 项，已达到 0 项" in shown
    make_membership(village)
    assert "可衡量的目标 1 项，已达到 1 项" in page(desk)


def test_targets_of_units_stand_below_those_of_the_town(desk, township, village, neighbour):
    make_target(village, level="letter", item="本厂职代会", indicator="", value=None)
    make_target(township, item="全镇职代会")
    make_target(neighbour, item="邻乡职代会")
    shown = page(desk)
    assert shown.index("全镇职代会") < shown.index("本厂职代会")
    assert "邻乡职代会" not in shown
    assert "全镇职代会" not in page(desk, org=village.code)
    assert "全镇职代会" not in page(desk, period="2024")


def test_a_chair_sees_the_letter_of_the_own_unit_only(at_desk, chair, township, village):
    make_target(village, level="letter", item="本厂职代会")
    make_target(make_organisation(township, name="乙厂工会"), level="letter", item="乙厂职代会")
    make_target(township, item="全镇职代会")
    shown = page(at_desk(chair))
    assert "本厂职代会" in shown
    assert "乙厂职代会" not in shown
    assert "全镇职代会" not in shown


def test_an_indicator_that_is_no_longer_is_said_so(desk, township):
    make_target(township, indicator="gone.figure", item="旧目标")
    assert "指标已停用" in page(desk)


def test_the_form_offers_our_indicators_and_brings_their_unit(desk, township):
    address = reverse("entry-new", args=["institutions.targets"])
    assert "新发展会员（人）" in desk.get(address).content.decode()
    desk.post(address, filled(township))
    target = Target.objects.everywhere("test").get()
    assert (target.indicator, target.unit, target.value) == ("organising.members_joined", "人", 2)


def test_an_indicator_is_called_by_its_name_in_list_record_and_paper(desk, clerk, township):
    target = make_target(township, indicator="organising.members_joined", item="发展会员")
    for address in (
        reverse("ledger-list", args=["institutions.targets"]),
        reverse("entry-detail", args=["institutions.targets", target.pk]),
    ):
        text = desk.get(address).content.decode()
        assert "新发展会员" in text
        assert "organising.members_joined" not in text.replace("/evidence/organising.members_joined", "")
    access = Access(clerk)
    made = paper.gathered(TARGETS, TARGETS.records(access), unit=township, period="2025年")
    assert "新发展会员" in paper._table(made, Reader(access))[1][0]


def test_a_made_up_indicator_is_refused(desk, township):
    address = reverse("entry-new", args=["institutions.targets"])
    assert desk.post(address, filled(township, indicator="made.up")).status_code == 422
    assert not Target.objects.everywhere("test").exists()


def test_a_target_can_be_corrected_with_its_indicator_kept(desk, leader, at_desk, township):
    target = make_target(township)
    address = reverse("entry-amend", args=["institutions.targets", target.pk])
    given = filled(township, value="12", reason="笔误", row_version=target.row_version)
    at_desk(leader).post(address, given)
    kept = Target.objects.everywhere("test").get()
    assert (kept.value, kept.indicator, kept.due_on) == (12, target.indicator, date(2025, 12, 31))


def test_progress_is_drawn_from_a_table_whose_rows_lead_to_the_evidence(desk, township, village):
    make_target(township, value=4, unit="人")
    make_target(township, item="零事故", indicator="safety.serious_accidents", comparator="exactly", value=0)
    make_membership(village)
    shown = page(desk)
    drawn = shown[shown.index("data-chart") : shown.index("</figure>")]
    assert 'data-value="25.0"' in drawn
    assert reverse("evidence", args=["organising.members_joined", "ZHEN", "2025"]) in drawn
    assert "零事故" not in drawn
    assert "比时间进度慢 1 项" in shown


def test_the_mark_of_today_stands_where_all_targets_end_together(desk, township, village):
    make_target(township, value=4)
    with clock.at(datetime(2025, 7, 2, 9, tzinfo=clock.CHINA)):
        assert 'data-mark="50"' in page(desk)
        make_target(township, value=4, due_on=date(2025, 9, 30), item="提前完成")
        assert "data-mark=" not in page(desk)


def test_without_targets_the_page_says_how_to_come_to_some(desk, at_desk, auditor, village):
    shown = page(desk)
    assert reverse("report-begin") in shown
    assert "data-chart" not in shown
    assert reverse("report-begin") not in page(at_desk(auditor))
