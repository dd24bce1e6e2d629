"""A day at a form: typed in any way, or picked from a calendar with moon and festivals, by keyboard alone."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.test_first_work import fits, log_in, office, screen  # noqa: F401
from youju.base import clock

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_day_is_typed_or_picked_from_a_chinese_calendar(screen, live_server):  # noqa: F811
    page = screen
    log_in(page, "clerk")
    page.goto(f"{live_server.url}/ledgers/relief.visits/new/")
    day = page.get_by_label("慰问日期", exact=True)
    said = page.locator(".day-said").first
    for typed, read in {
        "2025.3.8": "2025-03-08",
        "二〇二五年三月九日": "2025-03-09",
        "３月８日": f"{clock.today().year}-03-08",
        "2025-3-8": "2025-03-08",
    }.items():
        day.fill(typed)
        day.press("Tab")
        expect(day).to_have_value(read)
    expect(said).to_have_text("周六")

    day.press("ArrowDown")
    cell = page.locator('[data-vc-date="2025-03-08"] button')
    expect(cell).to_be_focused()
    expect(cell).to_have_accessible_name("2025年3月8日 周六 农历二月初九 妇女节")
    expect(page.locator(".calendar-note")).to_have_text(re.compile("妇女维权周"))
    fits(page)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(day).to_have_value("2025-03-09")
    expect(day).to_be_focused()
    expect(said).to_have_text("周日")
    expect(page.locator(".calendar:visible")).to_have_count(0)

    day.fill("2025-01-29")
    page.get_by_role("button", name="打开日历").first.click()
    expect(page.locator('[data-vc-date="2025-01-29"]')).to_contain_text("春节")
    expect(page.locator('[data-vc-date="2025-01-29"]')).to_have_attribute("data-rest", "休")
    expect(page.locator('[data-vc-date="2025-01-26"]')).to_have_attribute("data-rest", "班")
    for date, feast in {"07": "腊八", "22": "小年", "28": "除夕", "20": "大寒", "01": "元旦"}.items():
        expect(page.locator(f'[data-vc-date="2025-01-{date}"]')).to_contain_text(feast)
    page.keyboard.press("Escape")
    expect(day).to_be_focused()
    expect(day).to_have_value("2025-01-29")

    day.fill("大后年")
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.get_by_text("看不懂这个日期")).to_be_visible()
    expect(day).to_have_value("大后年")
