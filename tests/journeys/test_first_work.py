"""A day at the desk in a real browser: log in, enter, confirm, look at the evidence and the history."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests.makers import make_organisation, make_person, make_post, make_user
from tests.makers_relief import make_household
from youju.base import clock

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASSWORD = "丰盛纸箱厂2025年"
SIZES = [pytest.param((1280, 900), id="desktop"), pytest.param((390, 844), id="phone")]


@pytest.fixture
def office(transactional_db):
    """A town with a clerk, a leader and a union; the clock is the real one, as the server's is."""
    county = make_organisation(kind="county", name="某县总工会", code="XIAN", from_on=date(2000, 1, 1))
    town = make_organisation(county, kind="town", name="某镇总工会", code="ZHEN", from_on=date(2005, 1, 1))
    union = make_organisation(town, name="甲厂工会", code="ZHEN-01")
    for login, role, place in (("clerk", "clerk", town), ("chair", "chair", union)):
        make_post(make_user(login, name=f"{login}某", password=PASSWORD), place, role)
    make_household(union, make_person(town, name="单晓丽"))
    for year in (1980, 1991):
        make_person(town, name="王小明", birth_on=date(year, 1, 1))
    return town


@pytest.fixture(params=SIZES)
def screen(request, page: Page, office, live_server, settings) -> Iterator[Page]:
    settings.ALLOWED_HOSTS = ["*"]
    width, height = request.param
    page.set_viewport_size({"width": width, "height": height})
    page.set_default_timeout(15_000)
    page.problems = []
    page.on("console", lambda m: page.problems.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.goto(live_server.url)
    yield page
    page.goto("about:blank")  # what still loads must not outlive the test's database
    page.wait_for_timeout(500)


def log_in(page: Page, name: str) -> None:
    page.get_by_label("登录名").fill(name)
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    expect(page.get_by_role("heading", name="等我处理")).to_be_visible()
    page.wait_for_load_state()  # keys pressed before the page's script is there go nowhere


def leave(page: Page) -> None:
    menu = page.locator(".menu-switch summary")
    if menu.is_visible():
        menu.click()
    page.get_by_role("button", name="退出").click()


def fits(page: Page) -> None:
    """Nothing sticks out to the side, and the browser has nothing to complain about."""
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0
    assert page.problems == []


def enter_visit(page: Page, live_server, amount: str) -> None:
    page.goto(f"{live_server.url}/ledgers/relief.visits/new/")
    page.get_by_label("慰问日期").fill(f"{clock.today():%Y}-01-05")
    page.get_by_label("批次", exact=False).first.select_option("everyday")
    page.get_by_label("困难家庭").select_option(index=1)
    page.get_by_label("慰问金").fill(amount)
    page.get_by_label("资金来源").select_option("own_budget")
    fits(page)
    page.get_by_role("button", name="保存", exact=True).click()


def test_a_visit_is_entered_by_the_chair_and_proven_by_the_clerk(screen, live_server, tmp_path):
    log_in(screen, "chair")
    enter_visit(screen, live_server, "百元")
    expect(screen.get_by_text("请输入金额")).to_be_visible()
    screen.problems.clear()  # the browser notes the answer 422 itself
    screen.get_by_label("慰问金").fill("1,200.50")
    screen.get_by_role("button", name="保存", exact=True).click()
    expect(screen.get_by_text("1,200.50元")).to_be_visible()
    attach_photo(screen, tmp_path)
    fits(screen)
    leave(screen)

    log_in(screen, "clerk")
    screen.get_by_role("link", name=re.compile("1 条待确认")).click()
    screen.get_by_role("link", name=re.compile("^送温暖-")).click()
    screen.get_by_role("link", name="确认").click()
    dialog = screen.get_by_role("dialog")
    expect(dialog.get_by_text("确认后计入各项数字")).to_be_visible()
    dialog.get_by_role("button", name="确认").click()
    expect(screen.get_by_text("已确认").first).to_be_visible()
    expect(screen.locator(".history")).to_contain_text("chair某")
    expect(screen.locator(".history")).to_contain_text("clerk某")
    fits(screen)

    screen.goto(f"{live_server.url}/evidence/relief.households_helped/ZHEN/{clock.today():%Y}/")
    expect(screen.locator(".proof-value")).to_contain_text("1")
    expect(screen.locator("#total")).to_have_text("1")
    expect(screen.get_by_role("link", name="甲厂工会")).to_be_visible()
    fits(screen)
    screen.get_by_role("link", name=re.compile("^送温暖-")).click()
    expect(screen.get_by_text("1,200.50元")).to_be_visible()


def attach_photo(page: Page, folder) -> None:
    from PIL import Image

    files = [folder / "收条1.jpg", folder / "收条2.jpg"]
    for file, colour in zip(files, ("#844", "#484"), strict=True):
        Image.new("RGB", (400, 300), colour).save(file)
    page.get_by_label("选择文件").set_input_files(files)
    page.get_by_role("button", name="上传").click()
    expect(page.get_by_text("已上传 2 个附件")).to_be_visible()
    shown = page.locator(".gallery img").first
    expect(shown).to_be_visible()
    assert shown.evaluate("async image => { await image.decode(); return image.naturalWidth }") > 0


def test_a_person_is_picked_by_initials_with_the_keyboard(screen, live_server):
    log_in(screen, "clerk")
    screen.goto(f"{live_server.url}/ledgers/relief.student_aid/new/")
    box = screen.get_by_role("combobox", name="学生")
    box.press_sequentially("wxm", delay=20)
    options = screen.locator(".picker-item")
    expect(options).to_have_count(2)
    expect(options.nth(1)).to_contain_text("1991年生")
    box.press("ArrowDown")
    box.press("ArrowDown")
    box.press("Enter")
    expect(box).to_have_value("王小明")
    assert screen.locator("[data-picker-id]").first.input_value()
    fits(screen)


def test_a_list_is_narrowed_while_one_types_and_the_address_keeps_it(screen, live_server):
    log_in(screen, "clerk")
    enter_visit(screen, live_server, "300")
    expect(screen.get_by_text("已保存。")).to_be_visible()
    screen.goto(f"{live_server.url}/ledgers/relief.visits/")
    search = screen.get_by_role("searchbox", name="查找")
    search.fill("没有这个编号")
    expect(screen.get_by_text("没有符合条件的记录")).to_be_visible()
    search.fill("送温暖-")
    expect(screen.get_by_role("link", name=re.compile("^送温暖-"))).to_have_count(1)
    assert "q=" in screen.url
    fits(screen)
