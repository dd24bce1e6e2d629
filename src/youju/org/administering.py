"""Units, accounts and posts, kept by those who administer a body: nobody hands out more than they hold."""

from datetime import date, timedelta

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from youju.base import clock
from youju.org import accounts, tree
from youju.org.access import BELOW, HERE, Access, Action
from youju.org.models import Organisation, Placement, Post, Role, User, current_posts
from youju.records import writing
from youju.records.models import Look
from youju.records.querysets import holds_on
from youju.records.record import State

AT_FEDERATIONS = (Role.CLERK, Role.LEADER, Role.AUDITOR)


def found(access: Access, unit: Organisation, parent: Organisation) -> Organisation:
    """Enter a new unit below a body that the user administers."""
    access.require(Action.ADMIN, parent)
    if not parent.is_federation:
        raise ValidationError(_("基层工会下面不再设单位，请选择上级工会。"))
    return tree.found(unit, parent, by=access.user)


def roles_at(access: Access, organisation: Organisation) -> list[Role]:
    """The roles a user may give there: those that fit the body and hold no right beyond the giver's own.

    To a body below that nobody leads yet one gives its first leader, and what follows is that leader's.
    """
    if not access.may(Action.ADMIN, organisation):
        waits = _unled(access).filter(organisation=organisation).exists()
        return [Role.LEADER] if waits else []
    held = {action for action in Action if access.may(action, organisation)}
    fitting = _fitting(organisation)
    return [role for role in fitting if BELOW[role] | HERE.get(role, frozenset()) <= held]


def appoint(access: Access, user: User, organisation: Organisation, role: str, *, from_on: date) -> Post:
    """Give a user, new or known, a post."""
    access.require(Action.READ, organisation)
    if role not in roles_at(access, organisation):
        raise PermissionDenied(_("您不能在该单位安排这一角色。"))
    with transaction.atomic():
        if user._state.adding:
            user.login_name = user.login_name.strip().lower()
            user.set_unusable_password()
            user.full_clean()
            user.save()
        post = Post(user=user, organisation=organisation, role=role, from_on=from_on)
        return writing.enter(post, by=access.user)


def dismiss(access: Access, post: Post) -> Post:
    """End a post today: yesterday was its last day, and its log-ins end at once."""
    _require_over(access, post)
    if post.user_id == access.user.pk:
        raise ValidationError(_("不能终止自己的任职，请由其他负责人办理。"))
    with transaction.atomic():
        last = clock.today() - timedelta(days=1)
        if post.from_on > last:
            done = writing.void(post, by=access.user, reason=_("任职当天终止"))
        else:
            done = writing.end(post, on=last, by=access.user)
        accounts.end_all(post.user)
    return done


def invite(access: Access, user: User, *, address: str = "") -> str:
    """A fresh link for a user all of whose posts the giver could have given; it replaces the password."""
    posts = list(current_posts(user))
    if not posts:
        raise PermissionDenied(_("该用户没有任职，不能生成链接。"))
    for post in posts:
        _require_over(access, post)
    Look.objects.create(
        at=clock.now(), by=access.user, what=_("生成登录链接"), ref=f"org.users:{user.pk}", address=address
    )
    return accounts.create_invitation(user)


def posts_under(access: Access) -> list[Post]:
    """Everybody who holds a post today where the user administers, and leaders below yet to log in."""
    mine = Q(organisation__in=access.organisations(Action.ADMIN))
    waiting = Q(role=Role.LEADER, organisation__in=_unled(access).values("organisation"))
    held = Post.objects.reach(access).filter(holds_on(clock.today()), mine | waiting)
    rows = held.exclude(state="voided").select_related("user", "organisation")
    return list(rows.order_by("organisation__code", "role"))


def may_over(access: Access, post: Post) -> bool:
    """Whether the user could have given this post."""
    return post.role in roles_at(access, post.organisation)


def _require_over(access: Access, post: Post) -> None:
    access.require(Action.READ, post.organisation)
    if not access.may(Action.ADMIN, post.organisation) and not may_over(access, post):
        raise PermissionDenied(_("您的角色不能在该单位管理账号。"))
    if not may_over(access, post):
        raise PermissionDenied(_("该用户的权限高于您，请由其上级办理。"))


def _fitting(organisation: Organisation) -> tuple[Role, ...]:
    if organisation.kind == Organisation.Kind.COUNTY:
        return (Role.COUNTY, Role.AUDITOR)
    return AT_FEDERATIONS if organisation.is_federation else (Role.CHAIR,)


def administered(access: Access):
    """The units a user administers, and bodies below that wait for their first leader."""
    mine = Q(pk__in=access.organisations(Action.ADMIN)) | Q(pk__in=_unled(access).values("organisation"))
    return Organisation.objects.reach(access).filter(mine).order_by("code")


def _unled(access: Access) -> QuerySet[Placement]:
    """Federations directly below one that the user administers, whose leader has not yet logged in."""
    today = clock.today()
    leaders = Post._plain.filter(holds_on(today), role=Role.LEADER, user__is_active=True)
    led = leaders.exclude(state=State.VOIDED).exclude(user__password__startswith=UNUSABLE_PASSWORD_PREFIX)
    below = Placement._plain.filter(
        holds_on(today),
        parent__in=access.organisations(Action.ADMIN),
        organisation__kind__in=Organisation.FEDERATIONS,
    )
    return below.exclude(state=State.VOIDED).exclude(organisation__in=led.values("organisation"))


def login_name_taken(login_name: str) -> bool:
    return User.objects.filter(login_name__iexact=login_name).exists()
