"""The first screen: what is due, what waits, the year against its targets, the summary of today, the year."""

import re
from datetime import date

import pytest
from django.urls import reverse
from tests.makers import make_membership, make_organisation, make_person
from tests.makers_bargaining import make_contract
from tests.makers_institutions import make_meeting, make_target, make_task
from tests.makers_relief import make_hardship_file, make_household, make_warmth_visit, warmth_visit

from youju.records import writing

pytestmark = pytest.mark.django_db


def part(desk, name, *args, status=200, **query):
    answer = desk.get(reverse(name, args=args), query)
    assert answer.status_code == status
    return answer.content.decode()


def rows(text) -> list[str]:
    """The lines of a list as a reader reads them."""
    held = re.findall(r"<li.*?</li>", text, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", one).split()) for one in held]


# -- the page itself -----------------------------------------------------------------------


def test_the_page_answers_at_once_and_fetches_what_takes_a_moment(desk, village):
    shown = part(desk, "home")
    year = ["2025"]
    for name, args in (("home-due", []), ("home-targets", year), ("home-calendar", year)):
        assert f'hx-get="{reverse(name, args=args)}"' in shown
    for name in ("home-summary", "home-year", "home-attention"):
        assert f'hx-get="{reverse(name, args=year)}"' in shown
    assert shown.index("desk-due") < shown.index("desk-waits") < shown.index("desk-targets")


def test_without_script_each_part_is_one_link_away(desk, village):
    shown = part(desk, "home")
    for name in ("due-list", "targets", "figures", "attention-list"):
        assert f'<a href="{reverse(name)}">' in shown
    assert reverse("report-draft", args=["ZHEN", "2025"]) in shown


def test_what_waits_is_short_and_leads_to_all_of_it(desk, village):
    writing.enter(warmth_visit(village), by=None)
    shown = part(desk, "home")
    address = reverse("ledger-list", args=["relief.visits"]) + "?state=pending"
    assert re.search(rf'href="{re.escape(address)}">1 条待确认</a>', shown)
    assert f'href="{reverse("notices")}">全部</a>' in shown


# -- what is due ---------------------------------------------------------------------------


def test_what_is_due_is_told_by_day_with_the_days_left(desk, township):
    soon = make_task(township, item="装订档案", due_on=date(2026, 1, 10))
    make_task(township, item="更换公示", due_on=date(2025, 12, 29))
    shown = part(desk, "home-due")
    assert [row for row in rows(shown) if "待办事项" in row] == [
        "12-29 逾期 2 天 待办事项 更换公示 某镇总工会",
        "2026-01-10 还有 10 天 待办事项 装订档案 某镇总工会",
    ]
    assert reverse("entry-detail", args=["institutions.tasks", soon.pk]) in shown


def test_six_rows_at_most_of_which_some_are_still_to_come(desk, township, village):
    make_task(township, due_on=date(2026, 1, 10))
    shown = rows(part(desk, "home-due"))
    assert len(shown) == 6
    assert [("逾期" in row) for row in shown] == [True] * 3 + [False] * 3


def test_several_of_a_kind_are_one_row_that_leads_to_each(desk, township):
    for item in ("甲事", "乙事"):
        make_task(township, item=item, due_on=date(2026, 1, 10))
    shown = part(desk, "home-due")
    assert "2026-01-10 还有 10 天 待办事项 2 件" in rows(shown)
    assert f"{reverse('due-list')}?code=institutions.task" in shown
    each = rows(part(desk, "due-list", code="institutions.task"))
    assert [row for row in each if "事" in row and "还有 10 天" in row][:2] == [
        "2026-01-10 还有 10 天 待办事项 甲事 某镇总工会",
        "2026-01-10 还有 10 天 待办事项 乙事 某镇总工会",
    ]


def test_units_that_owe_something_are_named_and_their_ledger_is_at_hand(desk, township, village):
    make_organisation(township, name="乙厂工会", code="ZHEN-02")
    shown = part(desk, "due-list", code="workers_home.self_check")
    named = [row for row in rows(shown) if "建家自查 2025年度" in row]
    assert [row.split()[-1] for row in named] == ["甲厂工会", "乙厂工会"]
    assert reverse("organisation-detail", args=["ZHEN-02"]) in shown
    assert reverse("entry-new", args=["workers_home.self_checks"]) in shown
    assert "年终各单位对照建家标准自查" in shown


def test_a_chair_is_told_of_the_own_unit_only(at_desk, chair, township, village):
    make_task(township, item="镇里的事", due_on=date(2026, 1, 10))
    make_contract(make_organisation(township, name="乙厂工会"), until_on=date(2026, 1, 20))
    mine = make_contract(village, until_on=date(2026, 1, 20))
    shown = part(at_desk(chair), "due-list") + part(at_desk(chair), "home-due")
    assert "镇里的事" not in shown
    assert "乙厂工会" not in shown
    assert reverse("entry-detail", args=["bargaining.contracts", mine.pk]) in shown


def test_names_in_what_is_due_are_masked_for_those_who_only_read(desk, at_desk, auditor, village):
    name = "单晓丽"
    home = make_household(village, make_person(village, name=name))
    make_hardship_file(village, home, town_filed_on=date(2025, 1, 10))
    assert name in part(desk, "due-list", code="relief.review")
    assert name not in part(at_desk(auditor), "due-list", code="relief.review")


# -- targets -------------------------------------------------------------------------------


def test_targets_stand_with_what_was_reached_and_where_it_should_be(desk, township, village):
    make_target(township, item="发展会员", value=4, unit="人")
    make_target(township, item="发展一人", value=1, unit="人")
    make_target(township, item="写一份材料", indicator="", value=None)
    make_membership(village)
    shown = part(desk, "home-targets", "2025")
    assert [row.split()[0] for row in rows(shown)] == ["发展会员", "发展一人"]
    assert "已达到 1 / 2" in shown
    assert 'aria-label="已完成 25%，按时间应到 100%"' in shown
    assert reverse("evidence", args=["organising.members_joined", "ZHEN", "2025"]) in shown


def test_without_targets_the_way_to_them_is_shown(desk, village):
    assert reverse("report-begin") in part(desk, "home-targets", "2025")


# -- the calendar --------------------------------------------------------------------------


def test_each_month_tells_what_was_recorded_and_what_is_open(desk, township, village):
    make_meeting(township, occurred_on=date(2025, 3, 10))
    make_warmth_visit(village, occurred_on=date(2025, 3, 20))
    make_task(township, occurred_on=date(2025, 5, 2), due_on=date(2025, 7, 5))
    shown = rows(part(desk, "home-calendar", "2025"))
    assert len(shown) == 12
    assert shown[1].startswith("2月 0 条记录")
    assert shown[2].startswith("3月 2 条记录")
    assert re.search(r"7月 0 条记录 1 项", shown[6])


def test_a_month_leads_to_its_records_and_to_what_it_asks_for(desk, township, village):
    make_warmth_visit(village, occurred_on=date(2025, 3, 20))
    make_warmth_visit(village, occurred_on=date(2025, 4, 1))
    task = make_task(township, occurred_on=date(2025, 2, 1), item="三月的事", due_on=date(2025, 3, 5))
    assert reverse("month", args=["2025-03"]) in part(desk, "home-calendar", "2025")
    shown = part(desk, "month", "2025-03")
    link = f"{reverse('ledger-list', args=['relief.visits'])}?period=2025-03"
    assert re.search(rf'href="{re.escape(link)}">[^<]* <b>1</b>', shown)
    assert reverse("entry-detail", args=["institutions.tasks", task.pk]) in shown
    assert "季度例会 第一季度" in shown
    assert "三月的事" not in part(desk, "month", "2025-04")


def test_months_to_come_are_empty(desk, village):
    assert rows(part(desk, "home-calendar", "2026"))[0].startswith("1月 — 未到")


# -- the summary, the lines, what the rules find ---------------------------------------------


def test_the_summary_of_today_begins_with_its_figures_as_links(desk, village):
    assert "还没有可以写进总结的记录" in part(desk, "home-summary", "2025")
    make_membership(village, make_person(village, sex="female"))
    shown = part(desk, "home-summary", "2025")
    link = reverse("evidence", args=["organising.women_members", "ZHEN", "2025"])
    assert re.search(rf'<a class="quote" href="{link}">1人</a>', shown)


def test_each_line_shows_one_figure_and_leads_to_its_page(desk, village):
    shown = part(desk, "home-year", "2025")
    assert f"{reverse('line', args=['relief'])}?period=2025" in shown
    assert reverse("evidence", args=["organising.workers", "ZHEN", "2025"]) in shown


def test_rules_that_find_most_stand_first(desk, township, village):
    make_organisation(township, name="乙厂工会", code="ZHEN-02")
    shown = rows(part(desk, "home-attention", "2025"))
    numbers = [int(row.split()[-1]) for row in shown]
    assert numbers == sorted(numbers, reverse=True)
    assert len(shown) == 6


@pytest.mark.parametrize("name", ["home-targets", "home-calendar", "home-summary", "home-year"])
def test_what_is_no_period_is_not_there(desk, village, name):
    part(desk, name, "so", status=404)
