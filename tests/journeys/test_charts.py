"""From a bar of a chart to the records behind it, in a browser; the first screen fetching its parts."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests.makers import make_membership, make_organisation, make_person, make_post, make_user
from tests.makers_institutions import make_target, make_task
from youju.base import clock

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASSWORD = "丰盛纸箱厂2025年"
JOINED = "organising.members_joined"
PLOT = "document.querySelector('.chart-plot')"
# Where the stripe of a row of the table lies on the screen.
MIDDLE = f"""place => {{
  const plot = {PLOT}, box = plot.getBoundingClientRect();
  const chart = echarts.getInstanceByDom(plot);
  const [x] = chart.convertToPixel({{gridIndex: 0}}, [place, 0]);
  return [box.x + x, box.y + box.height / 2];
}}"""


@pytest.fixture
def office(transactional_db, page: Page, live_server, settings):
    """A town in which two joined in January of this year; its clerk has logged in."""
    settings.ALLOWED_HOSTS = ["*"]
    today = clock.today()
    county = make_organisation(kind="county", name="某县总工会", code="XIAN", from_on=date(2000, 1, 1))
    town = make_organisation(county, kind="town", name="某镇总工会", code="ZHEN", from_on=date(2005, 1, 1))
    union = make_organisation(town, name="甲厂工会", code="ZHEN-01")
    make_post(make_user("clerk", name="经办人", password=PASSWORD), town, "clerk")
    for name in ("单晓丽", "王小明"):
        make_membership(union, make_person(town, name=name), from_on=date(today.year, 1, 1))
    make_task(town, item="装订档案", due_on=today)
    first, last = date(today.year, 1, 1), date(today.year, 12, 31)
    make_target(town, item="发展会员", year=today.year, occurred_on=first, due_on=last, value=4)
    page.problems = []
    page.on("console", lambda m: page.problems.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(live_server.url)
    page.get_by_label("登录名").fill("clerk")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    yield town
    page.goto("about:blank")
    page.wait_for_timeout(500)


def test_the_first_screen_fills_itself_and_a_bar_leads_to_the_records(page: Page, office, live_server):
    for heading in ("要办的事", "等我处理", "各条线"):
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    expect(page.locator(".skeleton")).to_have_count(0, timeout=30_000)
    expect(page.locator(".deadlines")).to_contain_text("装订档案")
    expect(page.locator(".goals")).to_contain_text("发展会员")
    expect(page.locator(".year-grid > li")).to_have_count(12)

    year = clock.today().year
    page.goto(f"{live_server.url}/lines/organising/?period={year}&figure={JOINED}")
    expect(page.locator(".chart-plot canvas")).to_be_visible()
    expect(page.locator(".chart-table tbody a").first).to_have_text("2")
    page.locator(".chart-plot").scroll_into_view_if_needed()
    page.mouse.click(*page.evaluate(MIDDLE, 0))
    page.wait_for_url(f"**/evidence/{JOINED}/ZHEN/{year}-01/")
    expect(page.get_by_role("link", name="单晓丽")).to_be_visible()
    assert page.problems == []


def test_bars_follow_the_light_and_months_to_come_lead_nowhere(page: Page, office, live_server):
    today = clock.today()
    page.goto(f"{live_server.url}/lines/organising/?period={today.year + 1}&figure={JOINED}")
    expect(page.locator(".chart-table")).to_be_visible()
    expect(page.locator(".chart-table a")).to_have_count(0)
    expect(page.locator(".chart-plot")).to_have_count(0)

    page.goto(f"{live_server.url}/lines/organising/?period={today.year}&figure={JOINED}")
    colour = f"echarts.getInstanceByDom({PLOT}).getOption().series[0].itemStyle.color"
    expect(page.locator(".chart-plot canvas")).to_be_visible()
    light = page.evaluate(colour)
    page.emulate_media(color_scheme="dark")
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")
    page.wait_for_function(f"{colour} !== '{light}'")
    assert page.problems == []
