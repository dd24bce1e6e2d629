"""What a ledger is for, where one stands: what belongs in it, what proves it, which figures use it."""

import pytest
from django.urls import reverse
from tests.makers_relief import make_household, warmth_visit

from youju.base import clock
from youju.records import writing

pytestmark = pytest.mark.django_db


def block(answer) -> str:
    page = answer.content.decode()
    return page.partition('<details class="help"')[2].partition("</details>")[0]


def test_the_form_says_what_belongs_what_proves_it_and_what_it_is_for(desk, township):
    told = block(desk.get(reverse("entry-new", args=["relief.files"])))
    assert "困难职工" in told
    assert '<span class="badge bg-secondary-lt">批复</span>' in told
    here = reverse("evidence", args=["relief.files_held", township.code, str(clock.today().year)])
    assert f'<a href="{here}">困难职工在档</a>' in told
    assert f'<a href="{reverse("attention", args=["relief.unreviewed"])}">档案一年未复核</a>' in told


def test_an_empty_list_opens_with_it_and_a_filled_one_keeps_it_folded(desk, village, chair):
    address = reverse("ledger-list", args=["relief.visits"])
    assert block(desk.get(address)).startswith(" open>")
    writing.enter(warmth_visit(village, make_household(village)), by=chair)
    assert block(desk.get(address)).startswith("><summary>")


def test_of_many_figures_the_first_are_named_and_the_rest_are_one_click_away(desk):
    told = block(desk.get(reverse("ledger-list", args=["education.trainings"])))
    assert told.count("/evidence/") == 12
    assert "等 16 个" in told
    assert reverse("figures-line", args=["education"]) in told
    told = block(desk.get(reverse("ledger-list", args=["people.employers"])))
    assert f'href="{reverse("figures")}"' in told


def test_a_ledger_that_no_figure_reads_says_only_what_it_is(desk):
    told = block(desk.get(reverse("ledger-list", args=["workers_home.items"])))
    assert "自查表" in told
    assert "用到它的数字" not in told
    assert "应有附件" not in told
