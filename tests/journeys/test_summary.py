"""A summary from its first words to the file its readers hold, and what is told when a record comes later."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests.makers import make_membership, make_organisation, make_person, make_post, make_user
from youju.base import clock
from youju.org.access import Access
from youju.org.models import User
from youju.reports import composing
from youju.reports.models import Passage, Report

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASSWORD = "丰盛纸箱厂2025年"
PATIENCE = 60_000  # the suggestions ask every rule
SIZES = [pytest.param((1280, 900), id="desktop"), pytest.param((390, 844), id="phone")]


@pytest.fixture
def union(transactional_db):
    county = make_organisation(kind="county", name="某县总工会", code="XIAN", from_on=date(2000, 1, 1))
    town = make_organisation(county, kind="town", name="某镇总工会", code="ZHEN", from_on=date(2005, 1, 1))
    union = make_organisation(town, name="甲厂工会", code="ZHEN-01")
    for login, role in (("clerk", "clerk"), ("leader", "leader")):
        make_post(make_user(login, name=f"{login}某", password=PASSWORD), town, role)
    for name in ("张一", "李二", "王三"):
        join(union, name)
    return union


def join(union, name):
    return make_membership(union, make_person(union, name=name), from_on=date(clock.today().year, 1, 1))


@pytest.fixture(params=SIZES)
def screen(request, page: Page, union, live_server, settings) -> Iterator[Page]:
    settings.ALLOWED_HOSTS = ["*"]
    width, height = request.param
    page.set_viewport_size({"width": width, "height": height})
    page.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    page.problems = []
    page.on("console", lambda m: page.problems.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.goto(live_server.url)
    page.get_by_label("登录名").fill("leader")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    expect(page.get_by_role("heading", name="等我处理")).to_be_visible()
    yield page
    page.goto("about:blank")  # what still loads must not outlive the test's database
    page.wait_for_timeout(500)


def fits(page: Page) -> None:
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0
    assert page.problems == []


def begin(page: Page, live_server):
    page.goto(f"{live_server.url}/reports/write/ZHEN/{clock.today().year}/annual/")
    page.get_by_role("button", name="起草").click()
    lead = page.locator("section", has=page.get_by_role("heading", name="开头"))
    lead.get_by_role("button", name="加一段").click()
    return page.locator("[data-passage] textarea")


def write_lead(page: Page, live_server) -> None:
    text = begin(page, live_server)
    text.fill("全年新发展会员。")
    expect(page.locator(".saved")).to_contain_text("已保存")
    text.evaluate("box => box.setSelectionRange(7, 7)")
    page.get_by_text("插入数据引用").click()
    page.get_by_role("searchbox", name="查找指标").press_sequentially("新发展会员", delay=20)
    expect(page.locator(".claim-list > li").first).to_contain_text("新发展会员")
    page.get_by_role("button", name="3人", exact=True).first.click()
    expect(text).to_have_value("全年新发展会员{organising.members_joined}。")
    fits(page)
    page.get_by_role("button", name="完成").click()
    expect(page.locator(".chip").first).to_have_text("3人")


def test_from_the_draft_to_the_reader_s_file(screen, live_server, union, tmp_path):
    write_lead(screen, live_server)
    expect(screen.get_by_role("heading", name="不足的建议")).to_be_visible()
    fits(screen)
    clerk = Access(User.objects.get(login_name="clerk"))
    composing.submit(clerk, Report.objects.everywhere("the one that was begun").get())
    screen.get_by_role("link", name="定稿并锁定").click()
    screen.get_by_role("dialog").get_by_role("button", name="定稿并锁定").click()
    expect(screen.get_by_text("已定稿并锁定")).to_be_visible()
    expect(screen.get_by_text("台账与定稿时一致")).to_be_visible()

    late = join(union, "赵四")
    screen.reload()
    changes = screen.locator(".differences")
    expect(changes).to_contain_text("定稿 3人，台账现为 4人：补录 1")
    expect(changes.get_by_role("link", name=re.compile("赵四"))).to_have_attribute(
        "href", f"/ledgers/organising.members/{late.pk}/"
    )
    fits(screen)

    with screen.expect_download() as download:
        screen.get_by_role("link", name="网页").click()
    file = tmp_path / "总结.html"
    download.value.save_as(file)
    screen.goto(file.as_uri())
    screen.locator(".claim-link").first.click()
    expect(screen.locator("#sheet-figure")).to_have_text("3人")
    expect(screen.locator("#sheet-items > li")).to_have_count(3)
    fits(screen)


def test_a_figure_typed_by_hand_is_tied_to_its_ledger(screen, live_server):
    text = begin(screen, live_server)
    text.fill("全年新发展会员5人。")
    expect(screen.locator(".saved")).to_contain_text("已保存")
    screen.get_by_role("button", name="完成").click()
    typed = screen.locator("a.unproven")
    expect(typed).to_contain_text("手工填写（未关联台账）")
    typed.click()
    dialog = screen.get_by_role("dialog")
    expect(dialog).to_contain_text("不符（差 2）")
    fits(screen)
    search = dialog.get_by_role("searchbox", name="查找指标")
    for words in ("建会", "会员总数"):  # the second before the first is answered
        search.fill(words)
        dialog.get_by_role("button", name="查找").click()
    expect(dialog.locator(".rows > li").first).to_contain_text("会员总数")
    expect(search).to_have_value("会员总数")
    dialog.get_by_role("button", name="改为 3人").first.click()
    expect(screen.get_by_text("已关联台账")).to_be_visible()
    expect(screen.locator(".chip").first).to_have_text("3人")
    expect(screen.locator("a.unproven")).to_have_count(0)
    screen.get_by_role("link", name="预览").click()
    expect(screen.get_by_role("heading", name="年度工作总结草稿")).to_be_visible()
    screen.get_by_role("heading", name="版式（未定稿）").scroll_into_view_if_needed()
    expect(screen.get_by_role("img", name="第 1 页")).to_be_visible()
    fits(screen)


def test_what_somebody_else_wrote_meanwhile_is_shown_and_both_texts_stay(screen, live_server):
    text = begin(screen, live_server)
    text.fill("我的第一稿。")
    expect(screen.locator(".saved")).to_contain_text("已保存")
    other = Passage.objects.everywhere("the other writer").get(text="我的第一稿。")
    other.text = "经办改过的一稿。"
    composing.change(Access(User.objects.get(login_name="clerk")), other)
    text.fill("我的第二稿。")
    expect(screen.get_by_role("alert")).to_contain_text("经办改过的一稿。")
    expect(text).to_have_value("我的第二稿。")
    screen.problems.clear()  # the browser notes the answer 422 itself
    fits(screen)
    screen.get_by_role("button", name="看过了，用我的文字").click()
    expect(screen.get_by_role("alert")).to_have_count(0)
    assert Passage.objects.everywhere("x").get(pk=other.pk).text == "我的第二稿。"
