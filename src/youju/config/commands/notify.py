from django.conf import settings
from django.urls import reverse
from rich.markup import escape

from youju.config import checks
from youju.config.console import Refusal, console
from youju.org.models import Organisation
from youju.reports import outside


def add_arguments(parser):
    parser.add_argument("--dry-run", action="store_true", help="只显示会发给谁、发什么，不真的发送")


def run(options) -> int:
    if not checks.database_exists():
        raise Refusal("还没有数据")
    wanted = [office for office in outside.offices() if outside.addresses(office)]
    if not wanted:
        where = f"在网站“提醒 - 发到外面”填写地址，或设置环境变量 {outside.ENVIRONMENT}"
        raise Refusal(f"没有要发送的地址，什么都没有发。要发送请{where}")
    return max(_one(office, dry=options.dry_run) for office in wanted)


def _one(office: Organisation, *, dry: bool) -> int:
    """Say what became of one office's digest; 1 where an address was not reached."""
    told, label = outside.digest(office), escape(str(office))
    if not told:
        console.print(f"{label}：没有要提醒的事，不发。")
        return 0
    if dry:
        kinds = "、".join(outside.kind_of(address) for address in outside.addresses(office))
        console.print(f"{label}：将发到 {escape(kinds)}：{told}。{_link()}")
        return 0
    try:
        sent = outside.send(office, told, _link())
    except outside.NotInstalled as refused:
        raise Refusal(str(refused)) from refused
    if sent is None:
        console.print(f"{label}：今天已经发过，每天最多一条。")
        return 0
    for why in sent.failed:
        console.print(f"[red]没有发出[/] {label}，{escape(why)}。")
    if sent.reached:
        console.print(f"{label}：已发到 {sent.reached} 个地址。")
    return 1 if sent.failed else 0


def _link() -> str:
    """Nothing but the address of the page: who follows it logs in first."""
    return f"{settings.YOUJU_URL}{reverse('notices')}" if settings.YOUJU_URL else ""
