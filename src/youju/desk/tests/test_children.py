"""A record's own rows are read on its page, in their order."""

import pytest
from django.urls import reverse
from tests.makers import make_organisation
from tests.makers_workers_home import make_item, make_sample, make_self_check, make_standard, scores

from youju.ledger.children import child_tables
from youju.ledger.showing import Reader
from youju.org.access import Access
from youju.work.workers_home.drawing import draw

pytestmark = pytest.mark.django_db


def test_the_marks_of_a_check_are_shown_item_by_item(desk, clerk, township, village):
    standard = make_standard(township)
    items = [make_item(township, standard, order=n, content=f"第{n}项") for n in (1, 2)]
    marks = scores(**{str(items[0].pk): "9.5", str(items[1].pk): 8})
    check = make_self_check(village, standard, children=marks)
    (table,) = child_tables(Reader(Access(clerk)), check)
    assert table.headings == ("检查内容", "得分", "扣分说明")
    assert table.rows == (("1. 第1项", "9.5", "—"), ("2. 第2项", "8", "—"))
    shown = desk.get(reverse("entry-detail", args=["workers_home.self_checks", check.pk])).content.decode()
    assert "1. 第1项" in shown
    assert "<td>9.5</td>" in shown


def test_the_units_of_a_sample_stand_in_the_order_they_were_drawn(clerk, township, village):
    units = [village, *(make_organisation(township, name=f"{n}厂工会") for n in range(9))]
    sample = make_sample(township, units=units)
    (table,) = child_tables(Reader(Access(clerk)), sample)
    assert table.rows == tuple((str(unit),) for unit in draw(units, sample.seed, sample.percent))


def test_a_record_without_rows_shows_no_table(desk, village):
    check = make_self_check(village)
    shown = desk.get(reverse("entry-detail", args=["workers_home.self_checks", check.pk])).content.decode()
    assert "检查得分" not in shown
