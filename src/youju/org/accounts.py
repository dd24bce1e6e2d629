"""Getting into an account: the first link, the password, guesses that are slowed down, log-ins that end."""

import hashlib
import secrets
from contextlib import suppress
from datetime import timedelta
from uuid import UUID

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import OperationalError, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from youju.base import clock, vault
from youju.org.models import Attempt, Invitation, SignIn, User

LINK_LIVES = timedelta(hours=24)
IDLE, LONGEST = timedelta(minutes=30), timedelta(hours=12)
# Guesses at one account from one address, at one account from anywhere, and at all accounts together.
# Never by address alone: behind one address sits a whole office.
WINDOW = timedelta(minutes=15)
MOST_HERE, MOST_ANYWHERE, MOST_TOGETHER = 5, 50, 300


class TooManyAttempts(Exception):
    """Wait, whoever you are."""


# -- the first link --------------------------------------------------------------------


def create_invitation(user: User, *, lives: timedelta = LINK_LIVES) -> str:
    """A token for a link that sets the password once; links made earlier for this user die."""
    token = secrets.token_urlsafe(32)
    now = clock.now()
    with transaction.atomic():
        Invitation.objects.filter(user=user, used_at=None).update(used_at=now)
        Invitation.objects.create(user=user, digest=_digest(token), expires_at=now + lives)
    return token


def invited(token: str) -> User | None:
    """Whom the token invites, if it is still good."""
    found = _good(token).select_related("user").first()
    return found.user if found else None


def redeem(token: str, password: str) -> User:
    """Set the password and use the link up; of many at the same moment one succeeds."""
    user = invited(token)
    if user is None:
        raise ValidationError(_("链接已失效或已用过，请联系管理员重新生成。"), code="dead")
    validate_password(password, user)
    user.set_password(password)  # slow on purpose, so before the transaction
    with transaction.atomic():
        if not _good(token).update(used_at=clock.now()):
            raise ValidationError(_("链接已失效或已用过，请联系管理员重新生成。"), code="dead")
        user.save(update_fields=["password"])
        end_all(user)
    return user


def _good(token: str) -> QuerySet[Invitation]:
    return Invitation.objects.filter(
        digest=_digest(token), used_at=None, expires_at__gt=clock.now(), user__is_active=True
    )


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


# -- guesses ---------------------------------------------------------------------------


def refuse_guessing(subject: str, address: str) -> None:
    """Raise `TooManyAttempts` when enough wrong secrets were tried lately."""
    recent = Attempt.objects.filter(at__gt=clock.now() - WINDOW)
    anywhere = recent.filter(subject=_blind(subject))
    here = anywhere.filter(address=address)
    if here.count() >= MOST_HERE or anywhere.count() >= MOST_ANYWHERE:
        raise TooManyAttempts
    # A storm of guesses from elsewhere must not lock out the offices that work here every day.
    if recent.count() >= MOST_TOGETHER and not _is_familiar(address):
        raise TooManyAttempts


def _is_familiar(address: str) -> bool:
    since = clock.now() - timedelta(days=30)
    return SignIn.objects.filter(address=address, started_at__gt=since).exists()


def note_wrong(subject: str, address: str) -> None:
    """Remember a wrong secret, and forget those that no longer matter."""
    Attempt.objects.filter(at__lt=clock.now() - 4 * WINDOW).delete()
    Attempt.objects.create(subject=_blind(subject), address=address, at=clock.now())


def note_right(subject: str, address: str) -> None:
    """Whoever knew the secret after all is not held up by earlier slips at this place."""
    Attempt.objects.filter(subject=_blind(subject), address=address).delete()


def _blind(subject: str) -> str:
    return vault.blind(subject.strip().casefold(), label="attempt.subject")


# -- log-ins ---------------------------------------------------------------------------


def begin(user: User, *, address: str, device: str) -> SignIn:
    now = clock.now()
    return SignIn.objects.create(user=user, started_at=now, seen_at=now, address=address, device=device[:200])


def open_sign_ins(user: User) -> QuerySet[SignIn]:
    now = clock.now()
    return SignIn.objects.filter(
        user=user, ended_at=None, seen_at__gt=now - IDLE, started_at__gt=now - LONGEST
    )


def still_open(user: User, sign_in_id: str | None) -> SignIn | None:
    """The log-in behind a request, noted as used just now; None when it ended or grew too old."""
    try:
        found = open_sign_ins(user).filter(pk=UUID(sign_in_id or "")).first()
    except ValueError:
        return None
    # Not at every request: one write a minute is enough to measure half an hour.
    if found and clock.now() - found.seen_at > timedelta(minutes=1):
        found.seen_at = clock.now()
        # While a long import holds SQLite's one lock, reading goes on; it is noted at a later request.
        with suppress(OperationalError):
            found.save(update_fields=["seen_at"])
    return found


def end(user: User, sign_in_id: UUID) -> bool:
    """End one log-in of this user; whether there was one."""
    return bool(open_sign_ins(user).filter(pk=sign_in_id).update(ended_at=clock.now()))


def end_all(user: User, *, but: UUID | None = None) -> None:
    """End every log-in of this user, except perhaps the present one."""
    SignIn.objects.filter(user=user, ended_at=None).exclude(pk=but).update(ended_at=clock.now())
