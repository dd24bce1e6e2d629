"""提醒 as a page: grouped by kind, each row a link, new until seen; and the number beside the bell."""

import pytest
from django.urls import reverse
from tests.makers_institutions import make_task
from tests.makers_relief import warmth_visit

from youju.ledger import acting
from youju.org.access import Access
from youju.records import writing

pytestmark = pytest.mark.django_db
PAGE, DUE, NUMBER, SEEN = (
    reverse(name) for name in ("notices", "notices-due", "notices-number", "notices-seen")
)


def text(answer) -> str:
    return answer.content.decode()


@pytest.fixture
def visit(village, chair):
    return writing.enter(warmth_visit(village), by=chair)


def test_what_waits_is_a_link_to_its_list(desk, visit):
    page = text(desk.get(PAGE))
    assert f'href="{reverse("ledger-list", args=["relief.visits"])}?state=pending"' in page
    assert "新 1</span>" in page
    assert "甲厂工会" in page


def test_the_bell_counts_what_is_new_until_it_is_seen(desk, at_desk, leader, visit):
    assert ">1</span>" in text(desk.get(NUMBER))
    answer = desk.post(SEEN)
    assert answer.headers["Location"] == PAGE
    assert "badge" not in text(desk.get(NUMBER))
    page = text(desk.get(PAGE))
    assert "没有新的提醒" in page
    assert "送温暖台账</strong>" in page  # seen is not done
    assert ">1</span>" in text(at_desk(leader).get(NUMBER))


def test_every_page_carries_the_bell(desk):
    page = text(desk.get(reverse("password")))
    assert f'hx-get="{NUMBER}"' in page
    assert page.count(f'href="{PAGE}"') == 2


def test_a_request_and_what_became_of_it(at_desk, clerk, chair, visit):
    writing.confirm(visit, by=clerk)
    request = acting.request_return(Access(chair), visit, "金额写错了")
    page = text(at_desk(clerk).get(PAGE))
    assert "申请退回，待我答复" in page
    assert reverse("entry-detail", args=["relief.visits", visit.pk]) in page
    acting.decline(Access(clerk), request, "与回单一致")
    page = text(at_desk(chair).get(PAGE))
    assert "对我的申请的答复" in page
    assert "答复：与回单一致" in page


def test_what_is_late_and_what_is_due_soon_stand_apart(desk, township, noon):
    make_task(township, item="印制章程", due_on="2025-12-20")
    make_task(township, item="慰问劳模", due_on="2026-01-20")
    page = text(desk.get(DUE))
    late, _middle, soon = page.partition('id="soon"')
    assert "印制章程" in late
    assert "慰问劳模" not in late
    assert "慰问劳模" in soon


def test_an_auditor_has_nothing_to_confirm_and_reads_what_is_late(at_desk, auditor, visit):
    desk = at_desk(auditor)
    assert "没有等您确认的记录" in text(desk.get(PAGE))
    assert desk.get(DUE).status_code == 200
    assert "badge" not in text(desk.get(NUMBER))


def test_somebody_without_a_post_is_told_of_nothing(at_desk, db):
    from tests.makers import make_user

    desk = at_desk(make_user("newcomer", name="新人"))
    assert "没有新的提醒" in text(desk.get(PAGE))
    assert "近期没有到期的事" in text(desk.get(DUE))
