"""Who may do what, and where. The whole answer is on this page.

A user acts through the posts held today. A post reaches its organisation and all that stands below it
today. What lies outside does not exist for the user (404); what is seen but not allowed is refused (403).
"""

from collections.abc import Iterable
from enum import StrEnum, auto
from functools import cached_property

from django.core.exceptions import PermissionDenied
from django.db.models import F, Q, QuerySet
from django.http import Http404

from youju.base import clock
from youju.org.models import Organisation, Post, Reach, Role, current_posts
from youju.records.querysets import holds_on


class Action(StrEnum):
    READ = auto()  # 查看记录、附件与数字
    ENTER = auto()  # 登记、退回后修改、上传附件
    CONFIRM = auto()  # 确认、退回、更正、作废
    SEAL = auto()  # 定稿
    IDENTITY = auto()  # 查看未遮盖的身份信息（每次留痕）
    ADMIN = auto()  # 单位与账号


# 县总工会：看辖内全部记录，只在本级登记和定稿，看不到下级人员的完整身份信息。
# 经办：在本工会及所属单位登记，确认所属单位报来的记录。
# 负责人：确认经办登记的记录，定稿。
# 基层工会主席：只登记本单位的记录，由乡镇确认。
# 经审：全部可看，一律不改。
BELOW: dict[Role, frozenset[Action]] = {
    Role.COUNTY: frozenset({Action.READ}),
    Role.CLERK: frozenset({Action.READ, Action.ENTER, Action.CONFIRM, Action.IDENTITY, Action.ADMIN}),
    Role.LEADER: frozenset({*Action}),
    Role.CHAIR: frozenset({Action.READ, Action.ENTER}),
    Role.AUDITOR: frozenset({Action.READ}),
}
# What a role may do at its own organisation beyond that.
HERE: dict[Role, frozenset[Action]] = {Role.COUNTY: frozenset({*Action})}


class Access:
    """What one user may see and do today."""

    def __init__(self, user) -> None:
        self.user = user
        self.day = clock.today()

    @cached_property
    def posts(self) -> list[Post]:
        return list(current_posts(self.user, self.day)) if self.user.is_active else []

    @cached_property
    def federations(self) -> list:
        """Federations whose data the user's own office keeps (a chair's union keeps none)."""
        return [post.organisation_id for post in self.posts if post.organisation.is_federation]

    def organisations(self, action: Action = Action.READ) -> QuerySet:
        """Ids of every organisation where the user may take the action."""
        below = [post.organisation_id for post in self.posts if action in BELOW[post.role]]
        here = [post.organisation_id for post in self.posts if action in HERE.get(post.role, ())]
        reach = Reach.objects.filter(holds_on(self.day))
        allowed = Q(ancestor__in=below) | Q(ancestor__in=here, descendant__in=here)
        return reach.filter(allowed).values("descendant")

    def among(self, action: Action, keys: Iterable) -> set:
        """Which of these organisations allow the action."""
        return set(
            self.organisations(action).filter(descendant__in=keys).values_list("descendant", flat=True)
        )

    def may(self, action: Action, organisation: Organisation) -> bool:
        return self.organisations(action).filter(descendant=organisation).exists()

    def may_anywhere(self, action: Action) -> bool:
        return any(action in BELOW[post.role] | HERE.get(post.role, frozenset()) for post in self.posts)

    def require(self, action: Action, organisation: Organisation) -> None:
        """404 where the user may not even look, 403 where looking is all that is allowed."""
        if self.may(action, organisation):
            return
        if self.may(Action.READ, organisation):
            raise PermissionDenied(f"您的角色不能在{organisation}进行此操作。")
        raise Http404

    def organisation(self, code: str) -> Organisation:
        """A reachable organisation by its code; 404 otherwise."""
        found = Organisation.objects.reach(self).filter(code=code).first()
        if found is None:
            raise Http404
        return found

    def may_confirm(self, record) -> bool:
        """Nobody confirms an own record while somebody else could; alone, it is 本级自行确认."""
        if not self.may(Action.CONFIRM, record.organisation):
            return False
        return record.recorded_by_id != self.user.pk or not self.others_may(
            Action.CONFIRM, record.organisation
        )

    def others_at(self, action: Action) -> QuerySet:
        """Ids of every organisation where somebody else holds a post that allows the action."""
        posts = Post._plain.filter(holds_on(self.day), user__is_active=True).exclude(user=self.user)
        posts = posts.exclude(state="voided").order_by()
        below = posts.filter(role__in=[role for role, actions in BELOW.items() if action in actions])
        here = posts.filter(role__in=[role for role, actions in HERE.items() if action in actions])
        allowed = Q(ancestor__in=below.values("organisation"))
        allowed |= Q(ancestor__in=here.values("organisation"), descendant=F("ancestor"))
        return Reach.objects.filter(holds_on(self.day)).filter(allowed).values("descendant")

    def others_may(self, action: Action, organisation: Organisation) -> bool:
        """Whether anybody but this user holds a post that allows the action here."""
        below = [role for role, actions in BELOW.items() if action in actions]
        here = [role for role, actions in HERE.items() if action in actions]
        above = Reach.objects.filter(holds_on(self.day), descendant=organisation).values("ancestor")
        allowed = Q(role__in=below, organisation__in=above) | Q(role__in=here, organisation=organisation)
        posts = Post._plain.filter(holds_on(self.day), allowed).exclude(state="voided")
        return posts.exclude(user=self.user).filter(user__is_active=True).exists()


class SystemAccess(Access):
    """The command line on the machine itself, and the kernel: sees and may do everything."""

    def __init__(self, user=None) -> None:
        self.user, self.day, self.posts = user, clock.today(), []

    @cached_property
    def federations(self) -> list:
        everything = Organisation.objects.everywhere("the machine's own command line")
        return list(everything.values_list("federation", flat=True).distinct())

    def organisations(self, action: Action = Action.READ) -> QuerySet:
        return Organisation.objects.everywhere("the machine's own command line").values("pk")

    def among(self, action: Action, keys: Iterable) -> set:
        return set(keys)

    def may(self, action: Action, organisation: Organisation) -> bool:
        return True

    def may_anywhere(self, action: Action) -> bool:
        return True

    def others_at(self, action: Action) -> QuerySet:
        return Organisation.objects.none().values("pk")

    def others_may(self, action: Action, organisation: Organisation) -> bool:
        return False
