from django.conf import settings
from django.urls import reverse
from rich.markup import escape
from rich.progress import Progress
from rich.table import Table

from youju.base import periods, vault
from youju.catalogue import INDICATORS
from youju.config import tables
from youju.config.commands.migrate import migrate
from youju.config.commands.serve import serve
from youju.config.console import Refusal, console, step, warn
from youju.demo import load, summary
from youju.demo.places import TOWN_CODE, YEAR
from youju.demo.staff import Account
from youju.ledger.scope import Scope
from youju.org.access import SystemAccess
from youju.reports import files
from youju.reports.models import Claim, Edition


def add_arguments(parser):
    parser.add_argument("--no-serve", action="store_true", help="只准备数据和总结，不启动网站")
    parser.add_argument("--port", type=int, default=8000, help="网站的端口（默认 8000）")


def run(options) -> int:
    vault.create_keys()
    migrate()
    accounts = _load()
    with step("汇总 2025 年工作，定稿，写成 Word、PDF 和网页"):
        editions = summary.finish_all()
        paths = [path for edition in editions for path in _write_files(edition)]
    _show_figures(editions[0])
    console.print("总结（Word、PDF、网页）：")
    for path in paths:
        console.print(f"  {escape(str(path))}")
    _show_addresses(editions, options.port)
    _show_accounts(accounts)
    if not options.no_serve:
        serve(port=options.port)
    return 0


def _load() -> list[Account]:
    """The demo, once: a second run finds the town and leaves everything as it is."""
    if load.is_loaded():
        console.print("演示数据已在，未作改动")
        return []
    with step("编排演示镇、演示乡的一年，绘制照片和签到表"):
        towns = load.plan(load.SEED)
    try:
        with Progress(console=console, transient=True) as bars:
            bar = bars.add_task("逐条登记一年的工作", total=None)
            accounts = load.write(towns, lambda done, total: bars.update(bar, completed=done, total=total))
    except load.NotEmpty:
        raise Refusal(
            f"{settings.YOUJU_HOME} 里已有别的数据，演示数据不能混入。请用 YOUJU_HOME 另指定一个空目录"
        ) from None
    console.print("逐条登记一年的工作：完成")
    return accounts


def _write_files(edition: Edition) -> list:
    folder = settings.YOUJU_HOME / "editions" / f"{edition.organisation.code}-{YEAR}"
    paths = [folder / files.name_of(edition, kind) for kind in files.FORMATS]
    return paths if all(path.is_file() for path in paths) else files.write(edition, folder)


def _show_figures(edition: Edition) -> None:
    """Every figure the summary quotes, with how many records stand behind it."""
    scope = Scope.of(SystemAccess(), edition.organisation, periods.year(YEAR))
    codes = Claim.objects.filter(edition=edition).values_list("code", flat=True)
    console.print(tables.of_figures(str(edition), [INDICATORS[code].figure(scope) for code in codes]))


def _show_addresses(editions: list[Edition], port: int) -> None:
    here = f"http://127.0.0.1:{port}"
    example = reverse("evidence", args=["organising.members_joined", TOWN_CODE, str(YEAR)])
    console.print("网址（登录后打开）：")
    console.print(f"  首页      {here}/")
    for edition in editions:
        address = reverse("report-detail", args=[edition.pk])
        console.print(f"  年度总结  {here}{address}　{edition.organisation}")
    console.print(f"  数字依据  {here}{example}")


def _show_accounts(accounts: list[Account]) -> None:
    if not accounts:
        console.print("密码只在第一次显示。忘记的，可用 youju init --again 登录名 取得设置密码的链接")
        return
    table = Table(title="演示账号（密码只显示这一次）", title_justify="left")
    for heading in ("登录名", "姓名", "角色", "单位", "密码"):
        table.add_column(heading, no_wrap=True)
    for one in accounts:
        table.add_row(one.login_name, one.name, one.role, one.place, escape(one.password))
    console.print(table)
    warn("人名、证件号码、电话均为虚构，请勿在这个数据目录里登记真实数据。")
