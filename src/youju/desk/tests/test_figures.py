"""A figure and what it is made of stand on one page and agree."""

import re
from datetime import date

import pytest
from django.urls import reverse
from tests.makers import make_membership, make_organisation, make_person
from tests.makers_bargaining import make_contract
from tests.makers_relief import make_household, make_warmth_visit, warmth_visit

from youju.desk import figures
from youju.records import writing

pytestmark = pytest.mark.django_db


def evidence(desk, code, org="ZHEN", period="2025", **query):
    return desk.get(reverse("evidence", args=[code, org, period]), query).content.decode()


def total(page) -> str:
    return re.search(r'id="total"><strong>([^<]*)<', page)[1]


def test_the_sum_of_the_lines_is_the_figure(desk, village, township):
    household = make_household(village)
    for _ in range(3):
        make_warmth_visit(village, household)
    make_warmth_visit(township)
    page = evidence(desk, "relief.households_helped")
    assert total(page) == "2"
    assert "2<small>户" in page
    assert page.count("送温暖-2025-") == 4
    assert "同一对象多次记录，只计一次" in page


def test_every_line_leads_to_its_record(desk, village):
    record = make_warmth_visit(village)
    assert reverse("entry-detail", args=["relief.visits", record.pk]) in evidence(
        desk, "relief.households_helped"
    )


def test_what_waits_is_named_and_not_counted(desk, village):
    make_warmth_visit(village)
    writing.enter(warmth_visit(village), by=None)
    page = evidence(desk, "relief.households_helped")
    assert total(page) == "1"
    assert "另有 1 条待确认，未计入" in page


def test_long_evidence_is_paged_and_still_adds_up(desk, village, monkeypatch):
    monkeypatch.setattr(figures, "PAGE", 2)
    for _ in range(5):
        make_warmth_visit(village)
    first, last = (evidence(desk, "relief.households_helped", page=n) for n in (1, 3))
    assert "本页小计" in first
    assert total(first) == total(last) == "5"
    assert first.count("/ledgers/relief.visits/") > last.count("/ledgers/relief.visits/")


def test_a_rate_shows_who_has_proof_and_who_lacks_it(desk, township, village):
    from tests.makers import make_employer

    make_contract(village)
    lacking = make_employer(township, name="缺约厂", union=village)
    page = evidence(desk, "bargaining.contract_rate")
    assert "50.0%" in page
    assert "缺约厂" not in page
    gap = evidence(desk, "bargaining.contract_rate", side="gap")
    assert "缺约厂" in gap
    assert "不计" in gap
    assert lacking.nature == "enterprise"


def test_what_is_not_proven_says_what_is_missing(desk, village):
    page = evidence(desk, "safety.serious_accidents")
    assert "还不能得出数字" in page
    assert "甲厂工会" in page


def test_the_units_below_have_the_same_figure_of_their_own(desk, township, village):
    make_organisation(township, name="乙厂工会", code="ZHEN-02")
    make_membership(village)
    page = desk.get(reverse("evidence-units", args=["organising.members", "ZHEN", "2025"])).content.decode()
    assert re.search(r"甲厂工会</a><b>1<small>人", page)
    assert re.search(r"乙厂工会</a><b>0<small>人", page)


def test_another_period_is_another_figure(desk, village):
    make_membership(village)
    assert total(evidence(desk, "organising.members_joined")) == "1"
    assert "没有计入的记录" in evidence(desk, "organising.members_joined", period="2024")


def test_the_first_screen_leads_from_figures_to_their_evidence(desk, village):
    page = desk.get("/year/2025/", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in page
    assert reverse("evidence", args=["organising.workers", "ZHEN", "2025"]) in page


def test_names_in_evidence_are_masked_for_those_who_only_read(desk, at_desk, county_officer, village):
    make_membership(village, make_person(village, name="单晓丽"))
    assert "单晓丽" in evidence(desk, "organising.members")
    page = evidence(at_desk(county_officer), "organising.members")
    assert "单晓丽" not in page
    assert "单**" in page


def test_a_rule_names_what_it_is_based_on_and_whom_it_finds(desk, township, village):
    make_organisation(township, name="乙厂工会", code="ZHEN-02", from_on=date(2025, 5, 6))
    page = desk.get(reverse("attention", args=["organising.formation_missing"])).content.decode()
    assert "乙厂工会" in page
    overview = desk.get(reverse("attention-list")).content.decode()
    assert "工会法" in overview
    found, clear = overview.split("没有发现问题的规则")
    assert "新工会缺组建记录" in found
    assert "零报告与事故矛盾" in clear
