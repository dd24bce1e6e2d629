"""What somebody was filling in survives a closed window, and is gone after a save or a log-out."""

import pytest
from playwright.sync_api import expect

from tests.journeys.test_first_work import PASSWORD, fits, leave, log_in, office, screen  # noqa: F401

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def fill_in(page, live_server, amount):
    page.goto(f"{live_server.url}/ledgers/relief.visits/new/")
    page.get_by_label("慰问金").fill(amount)
    page.wait_for_timeout(700)


def kept(page) -> list[str]:
    return page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('youju-draft:'))")


def test_a_draft_survives_the_window_and_ends_with_the_save_or_the_log_out(screen, live_server):  # noqa: F811
    page = screen
    log_in(page, "clerk")
    fill_in(page, live_server, "321")
    page.goto(f"{live_server.url}/ledgers/relief.visits/new/")
    bar = page.locator("[data-draft-bar]")
    expect(bar).to_be_visible()
    fits(page)
    page.get_by_role("button", name="接着填").click()
    expect(page.get_by_label("慰问金")).to_have_value("321")
    expect(bar).to_be_hidden()
    page.get_by_role("button", name="保存", exact=True).click()  # the rest is missing: refused
    expect(page.get_by_text("什么都没有保存")).to_be_visible()
    assert len(kept(page)) == 1
    page.get_by_label("慰问日期").fill("2025-01-05")
    page.get_by_label("批次", exact=False).first.select_option("everyday")
    page.get_by_label("单位", exact=False).first.select_option(index=1)
    page.get_by_label("困难家庭").select_option(index=1)
    page.get_by_label("资金来源").select_option("own_budget")
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.get_by_text("已保存。")).to_be_visible()
    assert kept(page) == []
    fill_in(page, live_server, "55")
    assert len(kept(page)) == 1
    leave(page)
    expect(page.get_by_label("登录名")).to_be_visible()
    assert kept(page) == []
    log_in(page, "clerk")
    page.goto(f"{live_server.url}/ledgers/relief.visits/new/")
    expect(page.locator("[data-draft-bar]")).to_be_hidden()
    assert PASSWORD not in page.content()


def test_sealed_fields_leave_no_trace_on_the_device(screen, live_server):  # noqa: F811
    page = screen
    log_in(page, "clerk")
    page.goto(f"{live_server.url}/ledgers/relief.files/new/")
    page.locator("[name=income]").fill("12345678")
    page.locator("form[data-draft] input[data-day]").first.fill("2025-01-05")
    page.wait_for_timeout(700)
    assert len(kept(page)) == 1
    assert "12345678" not in page.evaluate("JSON.stringify(localStorage)")


def test_the_search_field_opens_at_a_slash_and_leads_to_a_person(screen, live_server):  # noqa: F811
    page = screen
    log_in(page, "clerk")
    page.keyboard.press("/")
    field = page.locator("#dialog").get_by_role("searchbox")
    expect(field).to_be_focused()
    field.press_sequentially("sxl", delay=30)
    hit = page.locator("#found").get_by_role("link", name="单晓丽")
    expect(hit).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(hit).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="单晓丽")).to_be_visible()
    fits(page)
