"""A ledger's list as one works with it: columns, order, sums, and many rows at once."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse
from tests.makers import make_exhibit, make_membership, make_organisation
from tests.makers_relief import make_household, make_warmth_visit, warmth_visit

from youju.records import history, writing

pytestmark = pytest.mark.django_db
LIST = reverse("ledger-list", args=["relief.visits"])
MANY = reverse("ledger-many", args=["relief.visits"])


@pytest.fixture
def visits(chair, village):
    home = make_household(village)
    records = [warmth_visit(village, home, amount=Decimal(n)) for n in (100, 300, 200)]
    writing.enter_many(records, by=chair)
    return records


def text(answer) -> str:
    return answer.content.decode()


def test_columns_are_remembered(desk, visits):
    assert ">登记人</a>" not in text(desk.get(LIST)).replace("登记人</span>", "")
    back = f"{LIST}?period=2025"
    answer = desk.post(
        reverse("ledger-columns", args=["relief.visits"]), {"column": ["amount", "recorded_by"], "back": back}
    )
    assert answer.headers["Location"] == back
    page = text(desk.get(LIST))
    assert 'data-label="登记人"' in page
    assert "厂主席" in page
    assert 'data-label="批次"' not in page
    desk.post(reverse("ledger-columns", args=["relief.visits"]), {"usual": "1", "column": ["amount"]})
    assert 'data-label="批次"' in text(desk.get(LIST))


def test_nobody_is_sent_to_another_site(desk, visits):
    answer = desk.post(reverse("ledger-columns", args=["relief.visits"]), {"back": "https://evil.example/"})
    assert answer.headers["Location"] == LIST


def test_headings_sort_and_the_address_says_so(desk, visits):
    page = text(desk.get(LIST, {"sort": "-amount"}))
    assert 'aria-sort="descending"' in page
    numbers = [page.index(f">{visits[n].number}</a>") for n in (1, 2, 0)]
    assert numbers == sorted(numbers)


def test_the_sum_stands_below(desk, visits):
    assert "600元" in text(desk.get(LIST))
    assert "不含作废" in text(desk.get(LIST))


@pytest.mark.parametrize("rows", [1, 3])
def test_a_list_asks_as_much_of_the_database_for_three_rows_as_for_one(
    desk, clerk, township, village, django_assert_num_queries, rows
):
    units = [village, township, make_organisation(township, name="乙厂工会", code="ZHEN-02")]
    for unit in units[:rows]:
        make_warmth_visit(unit, make_household(unit))
        make_membership(unit)
    for address, number in ((LIST, 13), (reverse("ledger-list", args=["organising.members"]), 12)):
        desk.get(address)  # what is asked once for all
        with django_assert_num_queries(number):
            desk.get(address)


def test_a_row_says_what_stands_behind_it(desk, village):
    home = make_household(village, village="<b>北芹</b>")
    late = make_warmth_visit(village, home, occurred_on=date(2025, 1, 5))
    make_exhibit(late)
    writing.void(late, by=None, reason="重复登记")
    page = text(desk.get(LIST))
    row = page.partition('<tr class="gone">')[2].partition("</tr>")[0]
    address = reverse("entry-detail", args=["relief.visits", late.pk])
    assert f'<a href="{address}">{late.number}</a>' in row
    assert f'value="{late.pk}" form="many" aria-label="选中 {late.number}"' in row
    assert "已作废" in row
    assert "补录" in row
    assert 'title="1 个附件"' in row
    assert "&lt;b&gt;北芹&lt;/b&gt;" in row


def test_days_stand_in_the_address_and_in_what_leaves_from_here(desk, visits):
    asked = {"from": "2025-01-01", "until": "2025-12-31"}
    page = text(desk.get(LIST, asked))
    assert 'name="from"' in page
    assert 'value="2025-01-01"' in page
    export = reverse("sheet-export", args=["relief.visits"])
    assert f"{export}?from=2025-01-01&amp;until=2025-12-31" in page
    assert '<span class="badge" id="narrowing">1</span>' in page


def test_a_part_of_the_page_brings_the_count_of_choices_along(desk, visits):
    part = text(desk.get(LIST, {"from": "2025-01-01"}, headers={"HX-Request": "true", "HX-Target": "list"}))
    assert '<span class="badge" id="narrowing" hx-swap-oob="true">1</span>' in part
    assert '<form class="filters"' not in part


# -- many at once ----------------------------------------------------------------------------


def test_picked_records_are_looked_over_and_confirmed_together(desk, clerk, visits):
    keys = [str(one.pk) for one in visits[:2]]
    page = text(desk.get(MANY, {"act": "confirm", "pk": keys}))
    assert "确认 2 条" in page
    assert visits[0].number in page
    assert visits[2].number not in page
    answer = desk.post(MANY, {"act": "confirm", "pk": keys, "back": f"{LIST}?state=pending"}, follow=True)
    assert "确认 2 条" in text(answer)
    for one in visits:
        one.refresh_from_db()
    assert [one.state for one in visits] == ["confirmed", "confirmed", "pending"]
    assert history.last_event(visits[0].pk).by_id == clerk.pk


def test_returning_needs_one_reason_for_all(desk, visits):
    keys = [str(one.pk) for one in visits]
    answer = desk.post(MANY, {"act": "return", "pk": keys})
    assert answer.status_code == 422
    assert "请填写退回理由" in text(answer)
    desk.post(MANY, {"act": "return", "pk": keys, "reason": "缺签收单"})
    for one in visits:
        one.refresh_from_db()
    assert {(one.state, one.reason) for one in visits} == {("returned", "缺签收单")}


def test_what_is_refused_stops_none_of_the_others_and_says_why(desk, clerk, leader, visits, village):
    mine = warmth_visit(village, make_household(village))
    writing.enter(mine, by=clerk)
    keys = [str(one.pk) for one in (*visits, mine)]
    page = text(desk.post(MANY, {"act": "confirm", "pk": keys}, follow=True))
    assert "确认 3 条" in page
    assert f"{mine.number}：自己登记的记录须由他人确认" in page


def test_a_record_that_changed_meanwhile_is_left(desk, chair, visits):
    one = visits[0]
    one.amount = Decimal(5000)
    writing.amend(one, by=chair)
    data = {"act": "confirm", "pk": [str(one.pk)], f"version-{one.pk}": "1"}
    assert "刚刚被他人修改" in text(desk.post(MANY, data, follow=True))
    one.refresh_from_db()
    assert one.state == "pending"


def test_a_button_pressed_twice_acts_once(desk, visits):
    data = {"act": "confirm", "pk": [str(visits[0].pk)], "key": "k" * 32}
    assert "确认 1 条" in text(desk.post(MANY, data, follow=True))
    assert "没有确认" not in text(desk.post(MANY, data, follow=True))
    assert len(history.of(visits[0])) == 2


@pytest.mark.parametrize("data", [{}, {"act": "confirm"}, {"act": "void", "pk": "x"}])
def test_nothing_picked_is_said(desk, visits, data):
    assert "请先在列表里勾选记录" in text(desk.post(MANY, data, follow=True))


def test_those_who_may_not_confirm_are_refused(at_desk, chair, visits):
    assert at_desk(chair).get(MANY, {"act": "confirm", "pk": str(visits[0].pk)}).status_code == 403


def test_records_out_of_reach_cannot_be_picked(at_desk, outsider, visits):
    at_desk(outsider).post(MANY, {"act": "confirm", "pk": str(visits[0].pk)})
    visits[0].refresh_from_db()
    assert visits[0].state == "pending"


def test_picked_records_are_exported(desk, visits):
    page = desk.get(reverse("sheet-export", args=["relief.visits"]), {"pk": [str(visits[0].pk)]})
    assert "导出 1 条" in text(page)


# -- what is missing -------------------------------------------------------------------------


def test_units_without_a_record_are_listed_with_the_way_to_enter_one(desk, township, visits):
    silent = make_organisation(township, name="乙厂工会", code="ZHEN-02", from_on=date(2020, 1, 1))
    page = text(desk.get(reverse("ledger-silent", args=["relief.visits"]), {"period": "2025"}))
    assert "乙厂工会" in page
    assert f"?organisation={silent.pk}" in page
    assert "organisations/ZHEN-01/" not in page.partition("<main")[2]


def test_the_list_offers_the_rules_about_its_records(desk, visits):
    page = text(desk.get(LIST))
    assert "还没有登记的单位" in page
    assert reverse("attention-list") + "relief." in page
