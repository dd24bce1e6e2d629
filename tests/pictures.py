"""Pictures of every page, for the README, for `docs/pages.md` and for looking at.

`uv run python -m tests.pictures` makes the demo in a data folder of its own, serves it, photographs every
page on a desktop and on a phone, in light and dark, and keeps the pictures under `docs/images`. With a folder
as argument they go there instead, and only pages are taken whose name is among the arguments that follow.
"""

import io
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from urllib.request import urlopen

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.browser import chromium

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PORT = 8765
SITE = f"http://127.0.0.1:{PORT}"
LOGIN = "zhen-jingban"
SIZES = {"desktop": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}
LIGHTS = ("light", "dark")
README = ("desk", "evidence")
QUALITY = 70  # of a kept picture: letters stay sharp, and all pages together a few megabytes
HEAD = """# Every page

Made by `uv run python -m tests.pictures` from the demo: each page on a desktop (1280 px) and on a phone
(390 px), in light and dark.
"""


@dataclass(frozen=True)
class Shot:
    """One page: its name, its title, where it is, and what is done there before the picture is taken.

    `follow` is a pattern: the first link of the page that fits it is opened.
    """

    name: str
    title: str
    address: str
    follow: str = ""
    act: Callable[[Page], None] | None = None


def light_a_screen(page: Page) -> None:
    page.fill("#screen-name", "门厅电视")
    page.click("#screens button.btn-primary")


def watch_a_screen(page: Page) -> None:
    light_a_screen(page)
    page.click("main a.btn-primary")


def forget(page: Page) -> None:
    page.context.clear_cookies()
    page.goto(f"{SITE}/login/")


ONE = "[0-9a-f-]{36}/"
SHOTS = (
    Shot("desk", "工作台", "/"),
    Shot("notices", "提醒", "/notices/"),
    Shot("notices-outside", "提醒发到外面", "/notices/outside/"),
    Shot("first-hour", "第一小时", "/start/"),
    Shot("due", "要办的事", "/due/"),
    Shot("month", "一个月", "/calendar/2025-06/"),
    Shot("figures", "数字总览", "/figures/?period=2025"),
    Shot("line", "条线总览", "/lines/organising/?period=2025"),
    Shot("evidence", "数字和它的记录", "/evidence/organising.members_joined/DEMO-ZHEN/2025/"),
    Shot("targets", "目标进度", "/targets/?period=2025"),
    Shot("attention", "待关注事项", "/attention/?period=2025"),
    Shot("offenders", "一条规则查出的", "/attention/?period=2025", follow=r"/attention/[\w.]+/\?"),
    Shot("list", "台账列表", "/ledgers/relief.visits/"),
    Shot("members", "会员名册", "/ledgers/organising.members/"),
    Shot("silent", "还没有登记的单位", "/ledgers/safety.activities/silent/?period=2025"),
    Shot("form", "登记", "/ledgers/relief.visits/new/"),
    Shot("contract-form", "登记集体合同", "/ledgers/bargaining.contracts/new/"),
    Shot("training-form", "登记培训", "/ledgers/education.trainings/new/"),
    Shot("record", "一条记录", "/ledgers/relief.visits/", follow=rf"/ledgers/relief\.visits/{ONE}$"),
    Shot("import", "导入", "/ledgers/organising.members/import/"),
    Shot("export", "导出", "/ledgers/organising.members/export/"),
    Shot("units", "单位", "/organisations/"),
    Shot("organisation", "本级工会", "/organisations/DEMO-ZHEN/"),
    Shot("unit", "一个单位", "/organisations/DEMO-ZHEN-01/"),
    Shot("person", "一名职工", "/search/?q=wang", follow=rf"/people/{ONE}$"),
    Shot("search", "查找", "/search/?q=wang"),
    Shot("reports", "工作总结", "/reports/"),
    Shot("write", "写总结", "/reports/write/DEMO-ZHEN/2025/annual/"),
    Shot("draft", "预览草稿", "/reports/draft/DEMO-ZHEN/2025/"),
    Shot("edition", "定稿", "/reports/", follow=rf"/reports/{ONE}$"),
    Shot("begin", "从上年总结开始", "/reports/begin/"),
    Shot("check", "数字核对", "/reports/check/"),
    Shot("file-check", "核验总结网页", "/reports/check-file/"),
    Shot("packet", "迎检资料", "/packet/"),
    Shot("yearbook", "整年导出", "/yearbook/?period=2025"),
    Shot("walls", "上墙与大屏", "/walls/?period=2025"),
    Shot("screen-link", "大屏链接", "/walls/", act=light_a_screen),
    Shot("screen", "大屏", "/walls/", act=watch_a_screen),
    Shot("accounts", "账号与任职", "/accounts/"),
    Shot("account-form", "新账号", "/accounts/new/"),
    Shot("units-paste", "粘贴单位名单", "/organisations/DEMO-ZHEN/units/paste/"),
    Shot("unit-form", "新建单位", "/organisations/DEMO-ZHEN/units/new/"),
    Shot("sessions", "登录设备", "/sessions/"),
    Shot("password", "修改密码", "/password/"),
    Shot("login", "登录", "/login/", act=forget),  # the last one: whoever is not known sees no other
)


def main(arguments: list[str]) -> None:
    folder = Path(arguments[0]) if arguments else DOCS / "images"
    chosen = [shot for shot in SHOTS if shot.name in arguments[1:] or not arguments[1:]]
    (folder / "pages").mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home, site(Path(home)) as link:
        for shot, size, light, picture in photographs(chosen, link, Path(home)):
            keep(picture, folder / "pages" / f"{shot.name}-{size}-{light}.webp")
            if not arguments and shot.name in README and (size, light) == ("desktop", "light"):
                (folder / f"{shot.name}.png").write_bytes(picture)
    if not arguments:
        (DOCS / "pages.md").write_text(gallery(chosen), "utf-8")


def photographs(chosen: list[Shot], link: str, home: Path) -> Iterator[tuple[Shot, str, str, bytes]]:
    """Each page in each size and light, as a PNG; what is amiss is said at once."""
    with sync_playwright() as tools:
        browser = tools.chromium.launch(**chromium.launching(chromium.find(), home))
        state = logged_in(browser.new_context(locale="zh-CN").new_page(), link)
        for (size, viewport), light in product(SIZES.items(), LIGHTS):
            context = browser.new_context(
                viewport=viewport, locale="zh-CN", color_scheme=light, storage_state=state
            )
            page = context.new_page()
            for shot in chosen:
                yield shot, size, light, photograph(page, shot)
            context.close()
        browser.close()


def photograph(page: Page, shot: Shot) -> bytes:
    answer = page.goto(SITE + shot.address)
    if shot.follow:
        fitting = re.compile(shot.follow)
        links = page.eval_on_selector_all("main a[href]", "all => all.map(a => a.getAttribute('href'))")
        answer = page.goto(SITE + next(link for link in links if fitting.search(link)))
    if shot.act:
        shot.act(page)
    page.wait_for_load_state("networkidle")
    width, seen = page.evaluate("document.documentElement.scrollWidth"), page.viewport_size["width"]
    amiss = f"，比屏幕宽 {width - seen}" if width > seen else ""
    sys.stdout.write(f"{answer.status} {shot.name} {seen}{amiss}\n")
    return page.screenshot()


def keep(picture: bytes, file: Path) -> None:
    Image.open(io.BytesIO(picture)).convert("RGB").save(file, "WEBP", quality=QUALITY, method=6)


def gallery(shots: list[Shot]) -> str:
    """The page that shows all pictures."""
    parts = [HEAD]
    for shot in shots:
        cells = [
            f'<img src="images/pages/{shot.name}-{size}-{light}.webp" width="{width}" alt="{shot.title}">'
            for size, width in (("desktop", 420), ("phone", 140))
            for light in LIGHTS
        ]
        parts.append(f"## {shot.title}\n\n{' '.join(cells)}\n")
    return "\n".join(parts)


def logged_in(page: Page, link: str) -> dict:
    """What a browser keeps of a log-in that began with the link that sets the password."""
    page.goto(link)
    for field in ("password", "again"):
        page.fill(f"[name={field}]", "一句很好记的演示口令")
    page.click("main button, form button")
    page.wait_for_url(f"{SITE}/")
    return page.context.storage_state()


@contextmanager
def site(home: Path):
    """The demo's site, and the link by which the clerk of its town sets a password."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("YOUJU_")}
    given = plain | {"YOUJU_HOME": str(home / "var"), "YOUJU_KEYS": str(home / "keys")}
    youju = [sys.executable, "-m", "youju.config.cli"]
    subprocess.run([*youju, "demo", "--no-serve"], env=given, check=True, stdout=subprocess.DEVNULL)
    told = subprocess.run([*youju, "init", "--again", LOGIN], env=given, check=True, capture_output=True)
    link = re.search(r"(/invitation/[\w-]+/)", told.stdout.decode())[1]
    server = subprocess.Popen([*youju, "serve", "--port", str(PORT)], env=given, stdout=subprocess.DEVNULL)
    try:
        wait()
        yield SITE + link
    finally:
        server.terminate()
        server.wait()


def wait(seconds: int = 60) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            urlopen(f"{SITE}/health/").close()  # noqa: S310  our own address
        except OSError:
            time.sleep(0.3)
        else:
            return
    raise TimeoutError(f"nothing answers at {SITE}")


if __name__ == "__main__":
    main(sys.argv[1:])
