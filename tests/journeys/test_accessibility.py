"""Every page in light and dark, on a desktop and on a phone, judged by axe-core: no serious finding."""

from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import expect

from tests.conformance.makers import MAKERS
from tests.makers import make_organisation, make_post, make_user
from youju.base import periods
from youju.catalogue import LEDGERS
from youju.ledger import screens
from youju.org.access import SystemAccess
from youju.org.models import Organisation
from youju.reports import composing, sealing

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASSWORD = "丰盛纸箱厂2025年"
LAST = periods.year(2025)
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture
def addresses(transactional_db):
    """A town with a record of every ledger, a report and an edition; the addresses of its pages."""
    county = make_organisation(kind="county", name="某县总工会", code="XIAN", from_on=date(2000, 1, 1))
    town = make_organisation(county, kind="town", name="某镇总工会", code="ZHEN", from_on=date(2005, 1, 1))
    union = make_organisation(town, name="甲厂工会", code="ZHEN-01")
    make_post(make_user("leader", name="负责人", password=PASSWORD), town, "leader")
    records = {code: MAKERS[code](union) for code in LEDGERS}
    report = composing.begin(SystemAccess(), town, LAST)
    composing.add(SystemAccess(), report, part="lead", text="本年新发展会员320人。")
    edition = sealing.seal(SystemAccess(), town, LAST)
    member, visit = records["organising.members"], records["relief.visits"]
    named = {name: reverse(name) for name in ("home", "figures", "targets", "attention-list", "report-list")}
    named |= {
        name: reverse(name) for name in ("packet", "account-list", "account-new", "text-check", "walls")
    }
    named |= {
        name: reverse(name)
        for name in ("file-check", "password", "sessions", "search", "notices", "first-hour", "due-list")
    }
    return named | {
        "line": reverse("line", args=["organising"]),
        "month": reverse("month", args=["2025-03"]),
        "list": reverse("ledger-list", args=["relief.visits"]),
        "form": reverse("entry-new", args=["relief.visits"]),
        "detail": reverse("entry-detail", args=["relief.visits", visit.pk]),
        "amend": reverse("entry-amend", args=["relief.visits", visit.pk]),
        "import": reverse("sheet-import", args=["organising.members"]),
        "evidence": reverse("evidence", args=["organising.members", "ZHEN", "2025"]),
        "attention": reverse("attention", args=["organising.not_approved"]),
        "person": reverse("person-detail", args=[member.person_id]),
        "organisation": reverse("organisation-detail", args=["ZHEN"]),
        "unit": reverse("organisation-detail", args=["ZHEN-01"]),
        "units": f"{reverse('organisation-list')}?view=tiles",
        "units-paste": reverse("units-paste", args=["ZHEN"]),
        "write": reverse("report-write", args=["ZHEN", "2025", "annual"]),
        "draft": reverse("report-draft", args=["ZHEN", "2025"]),
        "edition": reverse("report-detail", args=[edition.pk]),
    }


def test_no_page_has_a_serious_fault(page, live_server, settings, addresses):
    settings.ALLOWED_HOSTS = ["*"]
    page.set_viewport_size(DESKTOP)
    page.emulate_media(reduced_motion="reduce")  # no colour is judged half-way between two
    page.goto(live_server.url)
    faults = faults_of(page, "login")
    page.get_by_label("登录名").fill("leader")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    page.wait_for_url(f"{live_server.url}/")
    for name, address in addresses.items():
        page.goto(live_server.url + address)
        faults += faults_of(page, name)
    page.goto("about:blank")
    assert not faults, "\n".join(faults)


def test_the_screen_of_an_office_has_no_serious_fault(page, live_server, settings, addresses):
    settings.ALLOWED_HOSTS = ["*"]
    town = Organisation.objects.everywhere("test").get(code="ZHEN")
    _screen, code = screens.open_screen(SystemAccess(), town, "门厅")
    faults = []
    for size in (DESKTOP, PHONE):
        page.set_viewport_size(size)
        page.goto(live_server.url + reverse("screen", args=[code]))
        faults += serious(page, RULES)
    page.goto("about:blank")
    assert not faults, "\n".join(faults)


def faults_of(page, name: str) -> list[str]:
    """What axe finds serious on a page: on a desktop, its colours in the dark, and on a phone."""
    faults = serious(page, RULES)
    page.emulate_media(color_scheme="dark")
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")
    faults += [f"dark {fault}" for fault in serious(page, COLOURS)]
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(PHONE)
    faults += [f"phone {fault}" for fault in serious(page, RULES)]
    width = page.evaluate("document.documentElement.scrollWidth")
    faults += [f"phone: {width} px wide"] if width > PHONE["width"] else []
    page.set_viewport_size(DESKTOP)
    return [f"{name}: {fault}" for fault in faults]


def serious(page, wanted) -> list[str]:
    found = Axe().run(page, options={"runOnly": wanted}).response["violations"]
    return [
        f"{one['id']} {node['target']} {node['failureSummary'].splitlines()[-1].strip()}"
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"][:3]
    ]
