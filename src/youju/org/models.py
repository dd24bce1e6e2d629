"""The dated tree of union bodies, the people who sit in it, and their accounts."""

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import gettext_lazy as _

from youju.base import clock
from youju.base.fields import uuid7
from youju.records.checks import overlap_of
from youju.records.querysets import DatedQuerySet, holds_on
from youju.records.record import Dated, Record, Register


class OrganisationQuerySet(DatedQuerySet):
    def under(self, organisation, day):
        """The organisation and everything below it on a day."""
        below = Reach.objects.filter(holds_on(day), ancestor=organisation).values("descendant")
        return self.filter(pk__in=below)._opened()

    def labelled(self):
        """Key and name of each, without the rest: lists of units to choose from are long."""
        name = Coalesce(NullIf("short_name", Value("")), "name")
        return self.values_list("pk", name)


class Organisation(Record, Dated):
    """工会组织: a union body, a node of the tree. Employers are no nodes, see `people.Employer`."""

    ledger_code = "org.organisations"
    starts_confirmed = True

    class Kind(models.TextChoices):
        COUNTY = "county", _("县（市、区）总工会")
        TOWNSHIP = "township", _("乡总工会")
        TOWN = "town", _("镇总工会")
        SUBDISTRICT = "subdistrict", _("街道总工会")
        BASIC = "basic", _("基层工会")

    FEDERATIONS: ClassVar[frozenset] = frozenset({Kind.COUNTY, Kind.TOWNSHIP, Kind.TOWN, Kind.SUBDISTRICT})

    code = models.CharField(_("组织代码"), max_length=40, unique=True)
    name = models.CharField(_("名称"), max_length=100)
    short_name = models.CharField(_("简称"), max_length=40, blank=True)
    kind = models.CharField(_("类别"), max_length=20, choices=Kind)
    region = models.CharField(
        _("行政区划代码"),
        max_length=6,
        blank=True,
        validators=[
            RegexValidator(r"^[1-9]\d(\d\d){0,2}$", _("请填写 2、4 或 6 位数字，如 34、3403、340321。"))
        ],
        help_text=_("所在省、市、县的国家标准代码，各地标准不同的数字按它选用；不填则与上级相同。"),
    )

    objects = OrganisationQuerySet.as_manager()

    class Meta(Record.Meta, Dated.Meta):
        ordering = ["code"]
        verbose_name = verbose_name_plural = _("工会组织")

    def __str__(self) -> str:
        return self.short_name or self.name

    @property
    def home(self):
        return self

    @property
    def is_federation(self) -> bool:
        return self.kind in self.FEDERATIONS

    @property
    def we(self) -> str:
        """How a document of this body calls its place: 我乡, 我镇, 我街道, 我县."""
        places = {"county": "我县", "township": "我乡", "town": "我镇", "subdistrict": "我街道"}
        return places.get(self.kind, "我单位")

    @classmethod
    def within_reach(cls, access) -> Q:
        return Q(pk__in=access.organisations())


class Placement(Register):
    """隶属: a unit below its parent, from a day until a day. `organisation` is the unit."""

    ledger_code = "org.placements"
    starts_confirmed = True

    parent = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("上级工会")
    )

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("隶属关系")

    def __str__(self) -> str:
        return f"{self.organisation} 隶属 {self.parent or '—'}"

    def clean(self) -> None:
        super().clean()
        others = Placement._plain.filter(organisation=self.organisation_id).exclude(pk=self.pk)
        if others.exclude(state="voided").filter(overlap_of(self)).exists():
            raise ValidationError({"from_on": _("该单位在这段时间已有上级工会，请先终止原隶属关系。")})

    @classmethod
    def after_write(cls, records) -> None:
        from youju.org.tree import rebuild  # the tree is computed from this model

        for placement in records:
            rebuild(placement.organisation_id)


class Reach(models.Model):
    """Derived from placements: `descendant` stands at or below `ancestor` from a day until a day."""

    ancestor = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    descendant = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    from_on = models.DateField()
    until_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["ancestor", "from_on"]), models.Index(fields=["descendant"])]


class UserManager(BaseUserManager):
    def get_by_natural_key(self, login_name):
        return self.get(login_name__iexact=login_name)


class User(AbstractBaseUser):
    """An account. What it may do comes from the posts its holder sits in, see `access.py`."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    login_name = models.CharField(_("登录名"), max_length=40, unique=True)
    name = models.CharField(_("姓名"), max_length=60)
    is_active = models.BooleanField(_("启用"), default=True)

    USERNAME_FIELD = "login_name"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects = UserManager()

    class Meta:
        verbose_name = verbose_name_plural = _("用户")

    def __str__(self) -> str:
        return self.name


class Invitation(models.Model):
    """A link with which the holder of an account sets the password: once, and not for long."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, unique=True)  # of the token, which only the link holds
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)


class Attempt(models.Model):
    """One secret that was wrong. `subject` is a blind index: people type passwords as login names."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    subject = models.CharField(max_length=64)
    address = models.CharField(max_length=45)
    at = models.DateTimeField(db_index=True)

    class Meta:
        indexes = [models.Index(fields=["subject", "at"])]


class SignIn(models.Model):
    """One log-in on one device, until it is ended, forgotten or too old."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    started_at = models.DateTimeField(_("登录时间"))
    seen_at = models.DateTimeField(_("最近使用"))
    ended_at = models.DateTimeField(_("退出时间"), null=True)
    address = models.CharField(_("地址"), max_length=45, blank=True)
    device = models.CharField(_("设备"), max_length=200, blank=True)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["user", "seen_at"])]


class Role(models.TextChoices):
    COUNTY = "county", _("县总工会")
    CLERK = "clerk", _("经办")
    LEADER = "leader", _("负责人")
    CHAIR = "chair", _("基层工会主席")
    AUDITOR = "auditor", _("经审")


class Post(Register):
    """任职: who sits where, in which role, from when to when. Ending a post ends its access."""

    ledger_code = "org.posts"
    starts_confirmed = True

    user = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("用户"))
    role = models.CharField(_("角色"), max_length=10, choices=Role)

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("任职")
        constraints = [
            *Register.Meta.constraints,
            models.UniqueConstraint(
                fields=["user", "organisation", "role"],
                condition=Q(until_on=None) & ~Q(state="voided"),
                name="one_open_post_each",
                violation_error_message=_("该用户已在此单位担任这一角色。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.organisation} {self.get_role_display()}"


def current_posts(user, day=None):
    """The posts a user sits in on a day (today)."""
    held = Post._plain.filter(holds_on(day or clock.today()), user=user).exclude(state="voided")
    return held.select_related("organisation")
