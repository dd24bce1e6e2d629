"""提醒 outside the site: once a day one line of counts and a link per office, by mail or to a group's robot.

Off unless somebody names an address. No names, no texts of records: what leaves the house is numbers.
"""

import logging
import os
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from youju.base import clock
from youju.catalogue import DUES, LEDGERS
from youju.ledger import dues
from youju.ledger.models import Outlet
from youju.ledger.scope import Scope
from youju.org.models import Organisation, Post
from youju.records.models import ReturnRequest
from youju.records.querysets import holds_on
from youju.records.record import State

logger = logging.getLogger("youju.notify")
ENVIRONMENT = "YOUJU_NOTIFY_URLS"
# What an office may name on its page: those of the environment may be anything that apprise knows.
KINDS = {
    "wecombot": "企业微信群机器人",
    "dingtalk": "钉钉群机器人",
    "feishu": "飞书群机器人",
    "mailtos": "电子邮件",
}
# Webhooks as the platforms hand them out, and how apprise calls them.
WEBHOOKS = (
    (re.compile(r"https://qyapi\.weixin\.qq\.com/cgi-bin/webhook/send\?key=([\w-]+)"), "wecombot://{}"),
    (re.compile(r"https://oapi\.dingtalk\.com/robot/send\?access_token=(\w+)"), "dingtalk://{}"),
    (re.compile(r"https://open\.feishu\.cn/open-apis/bot/v2/hook/([\w-]+)"), "feishu://{}"),
)
# What apprise says when it fails, and what that means; what it says in full may hold the address.
REASONS = (
    (("401", "403", "unauthorized", "authentication", "token"), "对方不认地址里的密钥或密码，请重新填写"),
    (("connection", "refused", "timed out", "timeout", "resolve"), "连接不上，请检查网络和地址"),
)
OTHERWISE = "对方没有收下，请检查地址"


class NotInstalled(RuntimeError):
    """Sending needs a library that is not there."""


@dataclass(frozen=True)
class Digest:
    """What waits for an office, in numbers."""

    to_confirm: int
    returned: int
    requests: int
    late: int
    soon: int

    def __bool__(self) -> bool:
        return any((self.to_confirm, self.returned, self.requests, self.late, self.soon))

    def __str__(self) -> str:
        parts = (
            (self.to_confirm, _("待确认 %d 条")),
            (self.returned, _("被退回 %d 条")),
            (self.requests, _("申请退回待答复 %d 条")),
            (self.late, _("已逾期 %d 项")),
            (self.soon, _("近期到期 %d 项")),
        )
        return "，".join(says % number for number, says in parts if number)


@dataclass(frozen=True)
class Sent:
    """What became of one office's digest; `failed` says why, by kind of address."""

    reached: int
    failed: tuple[str, ...]


def offices() -> list[Organisation]:
    """Bodies that keep data of their own and in which somebody sits today."""
    seats = Post._plain.filter(holds_on(clock.today()), user__is_active=True).exclude(state=State.VOIDED)
    held = Organisation.objects.everywhere("each office gets its own numbers")
    found = held.filter(pk__in=seats.values("organisation"), kind__in=Organisation.FEDERATIONS)
    return list(found.order_by("code"))


def digest(office: Organisation) -> Digest:
    """Counts of the records the office keeps, and of what falls due in it and below."""
    kept = dict.fromkeys((State.PENDING, State.RETURNED), 0)
    for ledger in LEDGERS.values():
        if not ledger.model.starts_confirmed:
            held = ledger.model.objects.everywhere("counted for the office that keeps them")
            for state in kept:
                kept[state] += held.filter(federation=office, state=state).order_by().count()
    asked = ReturnRequest.objects.everywhere("counted for the office that keeps them")
    today = clock.today()
    items = dues.falling(DUES.values(), Scope(office, dues.near(today), today))
    late = sum(item.is_overdue for item in items)
    return Digest(
        to_confirm=kept[State.PENDING],
        returned=kept[State.RETURNED],
        requests=asked.filter(federation=office, state=State.PENDING).count(),
        late=late,
        soon=len(items) - late,
    )


def addresses(office: Organisation) -> list[str]:
    """Where the office wants it; those of the environment where it named none itself."""
    outlet = Outlet.objects.filter(organisation=office).first()
    own = outlet.addresses.open(outlet.pk).splitlines() if outlet and outlet.addresses else []
    return own or os.environ.get(ENVIRONMENT, "").split()


def name(office: Organisation, lines: list[str]) -> None:
    """Keep the addresses an office names, or none; each is one that may be named, and understood."""
    understood = [_understood(number, line.strip()) for number, line in enumerate(lines, 1) if line.strip()]
    outlet = Outlet.objects.get_or_create(organisation=office)[0]
    outlet.addresses = "\n".join(understood)
    outlet.save(update_fields=["addresses"])


def named(office: Organisation) -> list[str]:
    """The kinds of the addresses an office named itself; what they hold is not shown again."""
    outlet = Outlet.objects.filter(organisation=office).first()
    own = outlet.addresses.open(outlet.pk).splitlines() if outlet and outlet.addresses else []
    return [kind_of(address) for address in own]


def send(office: Organisation, told: Digest, link: str) -> Sent | None:
    """Send it to all addresses of the office, unless that was done today: then None."""
    apprise = library()
    Outlet.objects.get_or_create(organisation=office)
    mine = Outlet.objects.filter(organisation=office)
    before, today = mine.values_list("sent_on", flat=True).get(), clock.today()
    # Claimed before it is sent: two runs at once must not both send.
    if not mine.filter(Q(sent_on=None) | Q(sent_on__lt=today) | Q(sent_on__gt=today)).update(sent_on=today):
        return None
    results = [_deliver(apprise, address, office, told, link) for address in addresses(office)]
    failed = tuple(why for why in results if why)
    reached = len(results) - len(failed)
    if not reached:
        mine.update(sent_on=before)  # may be tried again today
    return Sent(reached, failed)


def kind_of(address: str) -> str:
    scheme = urlsplit(address).scheme
    return KINDS.get("mailtos" if scheme == "mailto" else scheme, scheme)


def library():
    try:
        import apprise
    except ImportError as error:
        raise NotInstalled(_("还没有安装发送组件，请运行 uv sync --extra notify 后再试。")) from error
    return apprise


def _deliver(apprise, address: str, office: Organisation, told: Digest, link: str) -> str:
    """Why one address was not reached; empty when it was."""
    quiet = apprise.AppriseAsset(storage_mode=apprise.PersistentStoreMode.MEMORY, async_mode=False)
    post, log = apprise.Apprise(asset=quiet), logging.getLogger("apprise")
    was, log.propagate = log.propagate, False  # its own words may hold the address
    try:
        with apprise.LogCapture(level=logging.WARNING) as said:
            body = f"{told}。" + (f"\n{link}" if link else "")
            title = _("有据提醒：%s") % office
            reached = bool(post.add(_asked(address))) and post.notify(body=body, title=title)
            words = said.getvalue().lower()
    finally:
        log.propagate = was
    if reached:
        return ""
    why = next((meaning for marks, meaning in REASONS if any(mark in words for mark in marks)), OTHERWISE)
    logger.warning("digest of %s not sent by %s: %s", office.code, urlsplit(address).scheme, why)
    return f"{kind_of(address)}：{why}"


def _asked(address: str) -> str:
    for pattern, form in WEBHOOKS:
        if found := pattern.fullmatch(address):
            return form.format(found[1])
    return address


def _understood(number: int, line: str) -> str:
    address = _asked(line)
    post = library().Apprise.instantiate(address, suppress_exceptions=True)
    if post is None or post.secure_protocol not in KINDS:
        wanted = "、".join(KINDS.values())
        raise ValidationError(
            _("第 %(n)d 个地址不认识。可以填：%(kinds)s。") % {"n": number, "kinds": wanted}
        )
    return address
