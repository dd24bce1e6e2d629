"""Thirty records that a unit sent are looked at and confirmed in one act, on a desktop and on a phone."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.test_first_work import fits, log_in, office, screen  # noqa: F401  fixtures
from tests.makers_relief import make_household, warmth_visit
from youju.org.models import Organisation, User
from youju.records import writing
from youju.work.relief.models import WarmthVisit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NUMBER = 30


@pytest.fixture
def sent(office):  # noqa: F811
    """What the chair entered and nobody has confirmed."""
    union = Organisation.objects.everywhere("test").get(code="ZHEN-01")
    home, chair = make_household(union), User.objects.get(login_name="chair")
    writing.enter_many([warmth_visit(union, home) for _n in range(NUMBER)], by=chair)


def test_thirty_entries_are_confirmed_at_once(sent, screen: Page, live_server):  # noqa: F811
    log_in(screen, "clerk")
    screen.goto(f"{live_server.url}/ledgers/relief.visits/?state=pending")
    screen.locator("[data-pick-all]:visible").check()
    expect(screen.locator("input[name=pk]:checked")).to_have_count(NUMBER)
    screen.locator("#many").get_by_role("button", name="确认").click()
    expect(screen.get_by_role("heading", name=f"确认 {NUMBER} 条")).to_be_visible()
    fits(screen)
    screen.get_by_role("button", name=f"确认 {NUMBER} 条").click()
    expect(screen.get_by_text(f"确认 {NUMBER} 条。")).to_be_visible()
    expect(screen.get_by_text("没有符合条件的记录")).to_be_visible()
    visits = WarmthVisit.objects.everywhere("test")
    assert set(visits.values_list("state", "confirmed_by__login_name")) == {("confirmed", "clerk")}


def test_a_row_left_out_is_not_confirmed(sent, screen: Page, live_server):  # noqa: F811
    log_in(screen, "clerk")
    screen.goto(f"{live_server.url}/ledgers/relief.visits/?state=pending")
    screen.locator("[data-pick-all]:visible").check()
    screen.locator("input[name=pk]").first.uncheck()
    expect(screen.locator("[data-pick-all]:visible")).not_to_be_checked()
    screen.locator("#many").get_by_role("button", name="确认").click()
    screen.get_by_role("button", name=f"确认 {NUMBER - 1} 条").click()
    expect(screen.get_by_text(f"确认 {NUMBER - 1} 条。")).to_be_visible()
    assert WarmthVisit.objects.everywhere("test").filter(state="pending").count() == 1
