"""On whose behalf a command acts, and where: `--as`, `--org`, `--year`."""

import difflib

from django.http import Http404

from youju.base import periods
from youju.base.periods import Period
from youju.catalogue import LEDGERS
from youju.config.console import Refusal
from youju.ledger.ledgers import Ledger
from youju.org.access import Access, SystemAccess
from youju.org.models import Organisation, User


def add_actor(parser) -> None:
    parser.add_argument("--as", dest="actor", metavar="登录名", help="以哪个用户的名义办理；不填则记为“系统”")


def add_place(parser) -> None:
    parser.add_argument("--org", required=True, metavar="代码", help="组织代码，例如 DEMO-ZHEN")
    parser.add_argument("--year", required=True, type=int, metavar="年度", help="例如 2025")


def access_of(options) -> Access:
    """The rights of the named user; without a name those of the machine itself."""
    if not getattr(options, "actor", None):
        return SystemAccess()
    user = User.objects.filter(login_name__iexact=options.actor, is_active=True).first()
    if user is None:
        raise Refusal(f"没有登录名为“{options.actor}”的用户")
    return Access(user)


def organisation(access: Access, code: str) -> Organisation:
    try:
        return access.organisation(code)
    except Http404:
        raise Refusal(f"没有代码为“{code}”的组织") from None


def year(number: int) -> Period:
    if not 1950 <= number <= 2100:
        raise Refusal(f"年度应在 1950 至 2100 之间，现为 {number}")
    return periods.year(number)


def ledger(name: str) -> Ledger:
    """A ledger by its code or by its Chinese name; the nearest names where there is none."""
    named = {str(one.label): one for one in LEDGERS.values()} | LEDGERS
    if name in named:
        return named[name]
    near = difflib.get_close_matches(name, named, n=4, cutoff=0.4)
    hint = "、".join(f"{named[one].label}（{named[one].code}）" for one in near)
    raise Refusal(f"没有“{name}”这本台账" + (f"，是否要：{hint}" if near else ""))
