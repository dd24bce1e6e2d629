from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from rich.markup import escape

from youju.base import clock, vault
from youju.config.commands.migrate import migrate
from youju.config.console import Refusal, console, warn
from youju.org import accounts, tree
from youju.org.models import Organisation, Post, Role, User
from youju.records import writing

WANTED = {"name": "--name", "code": "--code", "officer": "--officer", "login": "--login"}
KINDS = [kind.value for kind in Organisation.Kind if kind in Organisation.FEDERATIONS]


def add_arguments(parser):
    parser.add_argument("--name", metavar="名称", help="本级工会全称，例如 青山镇总工会")
    parser.add_argument("--code", metavar="代码", help="组织代码，例如 QINGSHAN")
    parser.add_argument(
        "--kind",
        choices=KINDS,
        default="town",
        help="类别：县 county、乡 township、镇 town（默认）、街道 subdistrict",
    )
    parser.add_argument(
        "--region", metavar="代码", help="行政区划代码 2、4 或 6 位，例如 340321；各地标准不同的数字按它选用"
    )
    parser.add_argument("--officer", metavar="姓名", help="第一位工会干部的姓名")
    parser.add_argument("--login", metavar="登录名", help="其登录名，例如 wangfang")
    parser.add_argument("--since", metavar="日期", type=_day, help="从哪天起记台账（默认去年1月1日）")
    parser.add_argument("--again", metavar="登录名", help="只为已有的用户重新生成一次性链接")


def run(options) -> int:
    if options.again:
        vault.load()
        _show_link(_user(options.again))
        return 0
    if missing := [flag for name, flag in WANTED.items() if not getattr(options, name)]:
        raise Refusal(f"请写明 {'、'.join(missing)}。用法见 youju init --help")
    vault.create_keys()
    migrate()
    officer = initialise(options)
    console.print(f"[green]已建立[/] {escape(options.name)}，第一位用户：{escape(str(officer))}")
    _show_link(officer)
    warn(f"密钥在 {settings.YOUJU_KEYS}，不进备份。请现在另存一份到安全的地方，丢失后加密的数据无法恢复。")
    return 0


def initialise(options) -> User:
    """The federation and its first officer, once: whoever comes later is entered by them, on the pages."""
    try:
        with transaction.atomic():
            if Organisation.objects.everywhere("is anything here").exists():
                raise Refusal("已经初始化过。要重新生成登录链接，请用 youju init --again 登录名")
            federation = _federation(options)
            return _officer(federation, options)
    except ValidationError as error:
        raise Refusal("；".join(error.messages)) from error


def _federation(options) -> Organisation:
    today = clock.today()
    unit = Organisation(
        code=options.code,
        name=options.name,
        kind=options.kind,
        region=options.region or "",
        from_on=options.since or date(today.year - 1, 1, 1),
    )
    return tree.found(unit, None, by=None)


def _officer(federation: Organisation, options) -> User:
    user = User(login_name=options.login.strip().lower(), name=options.officer)
    user.set_unusable_password()
    user.full_clean()
    user.save()
    role = Role.COUNTY if federation.kind == Organisation.Kind.COUNTY else Role.LEADER
    writing.enter(Post(user=user, organisation=federation, role=role, from_on=clock.today()), by=None)
    return user


def _user(login_name: str) -> User:
    user = User.objects.filter(login_name__iexact=login_name, is_active=True).first()
    if user is None:
        raise Refusal(f"没有登录名为“{login_name}”的用户")
    return user


def _show_link(user: User) -> None:
    path = reverse("invitation", args=[accounts.create_invitation(user)])
    hours = round(accounts.LINK_LIVES.total_seconds() / 3600)
    console.print(f"设置密码的链接（只能用一次，{hours} 小时内有效；先运行 youju serve）：")
    console.print(f"  {settings.YOUJU_URL or 'http://127.0.0.1:8000'}{path}")


def _day(text: str) -> date:
    return date.fromisoformat(text)
