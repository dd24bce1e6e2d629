"""大屏展示: links under which a screen shows totals without an account, opened and revoked here."""

import secrets

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from youju.base import clock, vault
from youju.ledger.models import Screen
from youju.org.access import Access, Action
from youju.org.models import Organisation
from youju.records import writing
from youju.records.record import State

# No letter or digit that is taken for another when it is typed from paper: 32 signs, 60 bits.
SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
GROUPS, SIZE = 3, 4


def open_screen(access: Access, organisation: Organisation, name: str) -> tuple[Screen, str]:
    """A new screen and the code of its link, which nobody can ask for again."""
    access.require(Action.ADMIN, organisation)
    parts = ("".join(secrets.choice(SIGNS) for _n in range(SIZE)) for _group in range(GROUPS))
    code = "-".join(parts)
    screen = Screen(organisation=organisation, name=name, from_on=clock.today(), digest=_digest(code))
    return writing.enter(screen, by=access.user), code


def screens(access: Access, organisation: Organisation) -> QuerySet[Screen]:
    """The screens of an organisation that are lit; only for those who could revoke them."""
    if not access.may(Action.ADMIN, organisation):
        return Screen.objects.reach(access).none()
    return Screen.objects.reach(access).confirmed().filter(organisation=organisation)


def revoke(access: Access, screen: Screen) -> Screen:
    """Make a screen dark: its link answers no more from now on."""
    access.require(Action.ADMIN, screen.organisation)
    return writing.void(screen, by=access.user, reason=_("停用大屏链接"))


def lit(code: str) -> Screen | None:
    """The screen whose link carries this code, while nobody revoked it."""
    found = Screen._plain.filter(digest=_digest(code), state=State.CONFIRMED).select_related("organisation")
    return found.first()


def _digest(code: str) -> str:
    return vault.blind(code.strip().upper(), label="screen.code")
