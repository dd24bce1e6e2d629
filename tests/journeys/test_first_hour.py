"""A new officer's first hour in a real browser: from the link of `youju init` to the first figure."""

import re
from argparse import Namespace

import pytest
from playwright.sync_api import Page, expect

from youju.base import clock
from youju.config.commands import init
from youju.org import accounts

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SIZES = [pytest.param((1280, 900), id="desktop"), pytest.param((390, 844), id="phone")]
PASSWORD = "一句好记的开工口令2026"
PEOPLE = "姓名\t性别\n李建国\t男\n陈小兰\t女\n王守义\t男"
UNITS = "单位名称\t简称\n青山丰盛纸箱厂工会委员会\t丰盛纸箱厂工会\n青山永固建材公司工会委员会\t永固建材工会"
SUMMARY = """一、主要工作。全年新发展会员320人，召开季度例会4次，慰问困难户86户。
二、存在不足。一是部分企业档案不齐。
三、下年打算。一是抓好非公企业建会。"""


@pytest.fixture(params=SIZES)
def screen(request, page: Page, transactional_db, live_server, settings):
    settings.ALLOWED_HOSTS = ["*"]
    width, height = request.param
    page.set_viewport_size({"width": width, "height": height})
    page.set_default_timeout(15_000)
    page.problems = []
    page.on("console", lambda m: page.problems.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    yield page
    page.goto("about:blank")  # what still loads must not outlive the test's database
    page.wait_for_timeout(500)


def fits(page: Page) -> None:
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, page.url
    assert page.problems == []


def enter(page: Page, site: str) -> None:
    facts = {"name": "青山镇总工会", "code": "QINGSHAN", "kind": "town", "region": "340321", "since": None}
    officer = init.initialise(Namespace(**facts, officer="王芳", login="wangfang"))
    page.goto(f"{site}/invitation/{accounts.create_invitation(officer)}/")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("[name=again]").fill(PASSWORD)
    page.locator("main button").click()
    expect(page.get_by_role("heading", name="第一小时")).to_be_visible()
    expect(page.get_by_text("做完 0 / 4")).to_be_visible()
    fits(page)


def bring_people(page: Page) -> None:
    page.get_by_role("link", name="导入人员名单").click()
    page.get_by_label("在 Excel 或 WPS 里选中几行").fill(PEOPLE)
    page.get_by_role("button", name="检查", exact=True).click()
    page.get_by_role("button", name=re.compile("保存")).first.click()
    expect(page.get_by_text("3 条").first).to_be_visible()
    fits(page)


def found_units(page: Page) -> None:
    page.get_by_role("link", name="粘贴单位名单").click()  # the page of the import leads on
    page.get_by_label("单位名单").fill(f"{UNITS}\n青山永固建材公司工会委员会")
    page.get_by_role("button", name="建立这些单位").click()
    expect(page.get_by_text("第 4 行：“青山永固建材公司工会委员会”已经有了")).to_be_visible()
    page.problems.clear()  # the browser notes the answer 422 itself
    page.get_by_label("单位名单").fill(UNITS)
    page.get_by_role("button", name="建立这些单位").click()
    expect(page.get_by_text("已建立 2 个单位")).to_be_visible()
    fits(page)


def read_summary(page: Page) -> None:
    page.get_by_role("link", name="上传上年总结").click()
    page.get_by_label("或粘贴文字").fill(SUMMARY)
    page.get_by_role("button", name="读出来").click()
    page.get_by_role("button", name="登记勾选的目标和待办").click()
    expect(page.get_by_role("heading", name=re.compile("^目标（[1-9]"))).to_be_visible()
    fits(page)


def hold_meeting(page: Page, site: str) -> None:
    page.goto(f"{site}/start/")
    expect(page.get_by_text("已有 3 人")).to_be_visible()
    expect(page.get_by_text("已有 2 个单位")).to_be_visible()
    page.get_by_role("link", name="登记一次会议").click()
    page.get_by_label("日期").first.fill(clock.today().isoformat())
    page.get_by_label("会议类别").select_option(label="季度例会")
    page.get_by_label("会议名称").fill("第四季度例会")
    page.get_by_label("议程").fill("研究非公企业建会")
    page.get_by_label("应到人数").fill("2")
    page.get_by_label("实到人数").fill("2")
    page.get_by_role("textbox", name="参加人").fill("李建国\n陈小兰")
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.get_by_text("待确认").first).to_be_visible()
    fits(page)


def test_from_the_link_to_the_first_figure_and_what_stands_behind_it(screen, live_server):
    site = live_server.url
    enter(screen, site)
    bring_people(screen)
    found_units(screen)
    read_summary(screen)
    hold_meeting(screen, site)
    screen.goto(f"{site}/start/")
    screen.get_by_role("link", name="打开这条记录").click()
    screen.get_by_role("link", name="确认").click()
    screen.get_by_role("dialog").get_by_role("button", name="确认").click()
    expect(screen.get_by_text("本级自行确认").first).to_be_visible()
    screen.goto(f"{site}/start/")
    expect(screen.get_by_role("heading", name="看一个数字怎么来的")).to_be_visible()
    fits(screen)
    screen.locator(".first-figure a").click()
    expect(screen.locator("#total")).to_have_text("1")
    fits(screen)
    screen.goto(site)
    expect(screen.get_by_role("heading", name="等我处理")).to_be_visible()
    expect(screen.get_by_role("heading", name="第一小时")).to_have_count(0)
