"""One piece of work of every line, entered in a real browser and found again behind its figure."""

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests.makers import make_employer, make_organisation, make_post, make_user
from youju.base import clock
from youju.catalogue import LINES

PASSWORD = "丰盛纸箱厂2025年"
PATIENCE = 15_000
# Line → ledger, what is filled in, the figure it stands behind, and what that figure then says.
WORK = {
    "organising": (
        "organising.measures",
        {"kind": "forming", "title": "园区建会动员", "result": "三家企业开始筹备"},
        ("organising.forming_measures", "1"),
    ),
    "institutions": (
        "institutions.party_links",
        {"kind": "joint", "item": "党建带工建年度部署", "partners": "共青团、妇联"},
        ("institutions.joint_deployments", "1"),
    ),
    "education": (
        "education.publicity",
        {"title": "劳动法宣传", "channel": "banner", "theme": "labour_law", "quantity": "6"},
        ("education.banners", "6"),
    ),
    "bargaining": (
        "bargaining.letters",
        {"employer": "甲厂", "kind": "hint", "matter": "加班工资未足额支付", "inspectors": "李主席、王委员"},
        ("bargaining.letters", "1"),
    ),
    "democracy": (
        "democracy.congresses",
        {"session": "第二届第一次", "delegates_due": "30", "delegates_present": "28", "agenda": "工资方案"},
        ("democracy.congresses", "1"),
    ),
    "relief": (
        "relief.funds",
        {"source": "own_budget", "purpose": "warmth", "round": "everyday", "amount": "5000"},
        ("relief.funds_raised", "5000.00"),
    ),
    "workers_home": (
        "workers_home.facilities",
        {"kind": "table_tennis", "quantity": "2", "source": "union"},
        ("workers_home.facilities", "1"),
    ),
    "merit": (
        "merit.innovations",
        {"title": "切割夹具改造", "kind": "renovation"},
        ("merit.renovations", "1"),
    ),
    "culture": (
        "culture.works",
        {"title": "石英之歌", "genre": "music", "authors": "职工合唱队"},
        ("culture.works", "1"),
    ),
    "safety": (
        "safety.hazards",
        {"place": "一车间", "description": "砂轮无防护罩", "found_by": "赵检查员", "due_on": "12-31"},
        ("safety.hazards", "1"),
    ),
    "employment": (
        "employment.offers",
        {"employer_name": "苏南某厂", "post": "操作工", "openings": "20", "destination": "south"},
        ("employment.posts_offered", "20"),
    ),
    "funds": (
        "funds.lines",
        {"direction": "out", "head": "activities", "source": "dues", "amount": "800", "purpose": "五一球赛"},
        ("funds.spending", "800.00"),
    ),
}


@pytest.fixture
def town(transactional_db):
    county = make_organisation(kind="county", name="某县总工会", code="XIAN", from_on=date(2000, 1, 1))
    town = make_organisation(county, kind="town", name="某镇总工会", code="ZHEN", from_on=date(2005, 1, 1))
    make_employer(town, name="甲厂", union=make_organisation(town, name="甲厂工会", code="ZHEN-01"))
    make_post(make_user("clerk", name="周敏", password=PASSWORD), town, "clerk")
    return town


@pytest.fixture
def desk(page: Page, town, live_server, settings) -> Iterator[Page]:
    """One log-in for all lines."""
    settings.ALLOWED_HOSTS = ["*"]
    page.set_viewport_size({"width": 1280, "height": 900})
    page.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    page.goto(live_server.url)
    page.get_by_label("登录名").fill("clerk")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    expect(page.get_by_role("heading", name="等我处理")).to_be_visible()
    yield page
    page.goto("about:blank")  # what still loads must not outlive the test's database
    page.wait_for_timeout(500)


def test_no_line_of_work_is_left_out():
    own = {code.split(".")[0] for line in LINES for code in (one.code for one in line.indicators)}
    assert own - {"combined"} == WORK.keys()


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_what_is_entered_is_found_behind_its_figure(desk, live_server, subtests):
    for line, (ledger, values, (figure, value)) in WORK.items():
        with subtests.test(line):
            number = entered(desk, live_server.url, ledger, values)
            confirmed(desk)
            desk.goto(f"{live_server.url}/evidence/{figure}/ZHEN/{clock.today():%Y}/")
            expect(desk.locator("#total")).to_have_text(value)
            proof = desk.locator(f"[id^='{ledger}:']").filter(has_text=number)
            proof.get_by_role("link").click()
            expect(desk.get_by_text("已确认").first).to_be_visible()


def entered(page: Page, server: str, ledger: str, values: dict[str, str]) -> str:
    """Fill in the form of the ledger; the number that the record got."""
    page.goto(f"{server}/ledgers/{ledger}/new/")
    day = page.locator('[name="occurred_on"], [name="from_on"]').first
    day.fill(f"{clock.today():%Y-%m-%d}")
    for name, value in values.items():
        box = page.locator(f'[name="{name}"]')
        if name.endswith("_on"):
            value = f"{clock.today():%Y}-{value}"
        if box.evaluate("box => box.tagName") == "SELECT":
            box.select_option(label=value) if name == "employer" else box.select_option(value)
        else:
            box.fill(value)
    page.get_by_role("button", name="保存", exact=True).click()
    page.wait_for_url(lambda url: "/new/" not in url)
    return page.locator(".facts > span:not(.badge)").first.inner_text()


def confirmed(page: Page) -> None:
    page.get_by_role("link", name="确认").click()
    page.get_by_role("dialog").get_by_role("button", name="确认").click()
    expect(page.get_by_text("已确认").first).to_be_visible()
