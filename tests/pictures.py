"""Pictures of the pages, for the README and for looking at: `uv run python -m tests.pictures [folder]`.

Makes the demo in a data folder of its own, serves it, and photographs each page on a desktop and on a phone.
Without a folder the README's two pictures are made anew under `docs/images`; with one, every page goes there.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Page, sync_playwright

from tests.browser import chromium

ROOT = Path(__file__).parent.parent
PORT = 8765
SITE = f"http://127.0.0.1:{PORT}"
LOGIN = "zhen-jingban"
SIZES = {"desktop": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}
README = {
    "desk": "/",
    "evidence": "/evidence/organising.members_joined/DEMO-ZHEN/2025/",
}
PAGES = README | {
    "figures": "/figures/",
    "figures-line": "/figures/organising/",
    "targets": "/targets/",
    "attention": "/attention/",
    "notices": "/notices/",
    "ledger": "/ledgers/relief.visits/",
    "members": "/ledgers/organising.members/",
    "form": "/ledgers/relief.visits/new/",
    "import": "/ledgers/organising.members/import/",
    "organisation": "/organisations/DEMO-ZHEN/",
    "unit": "/organisations/DEMO-ZHEN-01/",
    "units": "/organisations/",
    "reports": "/reports/",
    "write": "/reports/write/DEMO-ZHEN/2025/annual/",
    "check": "/reports/check/",
    "packet": "/packet/",
    "accounts": "/accounts/",
}


def main(arguments: list[str]) -> None:
    folder = Path(arguments[0]) if arguments else ROOT / "docs" / "images"
    pages, sizes = (PAGES, SIZES) if arguments else (README, {"desktop": SIZES["desktop"]})
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home, site(Path(home)) as link, sync_playwright() as tools:
        browser = tools.chromium.launch(**chromium.launching(chromium.find(), Path(home)))
        password = "一句很好记的演示口令"
        for size, viewport in sizes.items():
            page = browser.new_context(viewport=viewport, locale="zh-CN", device_scale_factor=2).new_page()
            enter(page, link, password)
            for name, address in pages.items():
                photograph(page, address, folder / (f"{name}-{size}.png" if arguments else f"{name}.png"))
        browser.close()


def enter(page: Page, link: str, password: str) -> None:
    """Log in: the first time by the link that sets the password."""
    page.goto(link)
    if page.locator("[name=again]").count():
        page.fill("[name=password]", password)
        page.fill("[name=again]", password)
    else:
        page.goto(f"{SITE}/login/")
        page.fill("[name=login_name]", LOGIN)
        page.fill("[name=password]", password)
    page.click("main button, form button")
    page.wait_for_url(f"{SITE}/")


def photograph(page: Page, address: str, file: Path) -> None:
    answer = page.goto(SITE + address)
    page.wait_for_load_state("networkidle")
    width = page.evaluate("document.documentElement.scrollWidth")
    over = f"，比屏幕宽 {width - page.viewport_size['width']}" if width > page.viewport_size["width"] else ""
    page.screenshot(path=file)
    sys.stdout.write(f"{answer.status} {file.name}{over}\n")


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
