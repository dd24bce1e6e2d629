"""A line of work on one page, and one of its figures over time and by unit."""

import re
from datetime import date

import pytest
from django.urls import reverse
from tests.makers import make_membership, make_organisation
from tests.makers_organising import make_formation

from youju.catalogue import LINES

pytestmark = pytest.mark.django_db
JOINED = "organising.members_joined"


def page(desk, code="organising", status=200, **query):
    answer = desk.get(reverse("line", args=[code]), {"period": "2025"} | query)
    assert answer.status_code == status
    return answer.content.decode()


def table(text) -> dict[str, str]:
    """The chart's table: what each row is called and what is drawn of it."""
    drawn = text[text.index("data-chart") :]
    rows = re.findall(r'<tr><th scope="row">(.*?)</th><td class="number"(?: data-value="([^"]*)")?', drawn)
    return dict(rows)


def test_a_figure_stands_over_the_months_and_each_leads_to_its_evidence(desk, village):
    make_membership(village, from_on=date(2025, 3, 5))
    shown = page(desk, figure=JOINED)
    assert table(shown) == {f"{month}月": "1.00" if month == 3 else "0.00" for month in range(1, 13)}
    assert reverse("evidence", args=[JOINED, "ZHEN", "2025-03"]) in shown


def test_the_same_figure_by_year_and_by_unit(desk, township, village):
    make_organisation(township, name="乙厂工会", code="ZHEN-02")
    make_membership(village, from_on=date(2024, 3, 5))
    make_membership(village, from_on=date(2025, 3, 5))
    assert table(page(desk, figure=JOINED, view="years")) == {"2024年": "1.00", "2025年": "1.00"}
    by_unit = page(desk, figure=JOINED, view="units")
    assert table(by_unit) == {"甲厂工会": "1.00", "乙厂工会": "0.00"}
    assert reverse("evidence", args=[JOINED, "ZHEN-02", "2025"]) in by_unit


def test_a_basic_union_is_not_compared_with_units_it_has_not(at_desk, chair, village):
    shown = page(at_desk(chair), view="units")
    assert "按单位" not in shown
    assert "12月" in table(shown)


def test_rules_are_told_with_what_they_find_and_ledgers_with_what_they_hold(desk, township):
    for year, number in ((2025, ""), (2024, "某工〔2024〕1号")):
        unit = make_organisation(township, from_on=date(year, 5, 1))
        make_formation(unit, occurred_on=date(year, 5, 1), approval_number=number)
    shown = page(desk)
    assert re.search(r">组建缺批复</a><span[^>]*>1<", shown)
    assert re.search(r">工会组建</a><b class=\"count\">1<", shown)
    assert "条规则没有发现问题" in shown


def test_the_last_entries_are_those_of_the_line_and_of_the_place(desk, at_desk, chair, township, village):
    other = make_organisation(township, name="乙厂工会", code="ZHEN-02")
    mine, theirs = make_formation(village), make_formation(other)
    addresses = [reverse("entry-detail", args=["organising.formations", one.pk]) for one in (mine, theirs)]
    for office, seen in ((desk, (True, True)), (at_desk(chair), (True, False))):
        shown = page(office)
        assert tuple(address in shown for address in addresses) == seen
    assert addresses[0] not in page(desk, "relief")


def test_what_is_not_of_the_line_or_out_of_reach_is_not_there(desk, village, neighbour):
    page(desk, figure="relief.households_helped", status=404)
    page(desk, org="LIN", status=404)
    page(desk, "nothing", status=404)


@pytest.mark.parametrize("code", [line.code for line in LINES])
def test_every_line_has_its_page(desk, village, code):
    line = next(one for one in LINES if one.code == code)
    shown = page(desk, code)
    assert f">{line.label}</title>" in shown.replace(" · 有据", "")
    assert all(reverse("ledger-list", args=[ledger.code]) in shown for ledger in line.ledgers)


def test_the_menu_leads_to_the_page_of_each_line(desk, village):
    shown = desk.get(reverse("figures")).content.decode()
    assert all(reverse("line", args=[line.code]) in shown for line in LINES)
