"""What a union needs to stand: its inner bodies, its legal personality, and the handbook of each member."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from youju.people.models import Membership, Person
from youju.records import checks
from youju.records.querysets import holds_on
from youju.records.record import Entry, Register


class UnionBody(Register):
    """工会内设机构: the audit and women's bodies, branches and groups of a union."""

    ledger_code = "organising.bodies"
    number_label = "机构"

    class Kind(models.TextChoices):
        AUDIT = "audit", _("经费审查委员会")
        AUDIT_MEMBER = "audit_member", _("经费审查委员")
        WOMEN = "women", _("女职工委员会")
        WOMEN_MEMBER = "women_member", _("女职工委员")
        BRANCH = "branch", _("分会（车间工会）")
        GROUP = "group", _("工会小组")

    AUDITING = (Kind.AUDIT, Kind.AUDIT_MEMBER)
    OF_WOMEN = (Kind.WOMEN, Kind.WOMEN_MEMBER)

    from_on = models.DateField(_("成立日期"))
    until_on = models.DateField(_("撤销日期"), null=True, blank=True)
    kind = models.CharField(_("机构类别"), max_length=14, choices=Kind)
    name = models.CharField(_("机构名称"), max_length=60, blank=True, help_text=_("分会、小组须填写名称。"))
    head = models.CharField(_("负责人"), max_length=50)
    members = models.PositiveSmallIntegerField(_("人数"), default=1)

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("工会内设机构")

    def __str__(self) -> str:
        return f"{self.organisation} {self.name or self.get_kind_display()}"

    def clean(self) -> None:
        super().clean()
        many = (self.Kind.BRANCH, self.Kind.GROUP)
        if self.kind in many and not self.name:
            raise ValidationError({"name": _("分会、小组可以有几个，请填写名称。")})
        if self.members == 0:
            raise ValidationError({"members": _("人数至少为 1。")})
        if self.kind not in many:
            taken = _("该工会在这段时间已有同类机构，请先终止原记录。")
            checks.alone(self, "organisation", "kind", message=taken, field="kind")


class LegalPerson(Register):
    """法人资格: the certificate by which a union is a legal person; a change is a new row."""

    ledger_code = "organising.legal_persons"
    number_label = "法人资格"

    from_on = models.DateField(_("发证日期"))
    until_on = models.DateField(_("有效期至"), null=True, blank=True)
    certificate_number = models.CharField(_("法人资格证书编号"), max_length=40)
    code = models.CharField(_("统一社会信用代码"), max_length=18)
    representative = models.CharField(_("法定代表人"), max_length=50)
    seat = models.CharField(_("住所"), max_length=100, blank=True)
    issuer = models.CharField(_("登记机关"), max_length=60)

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("工会法人资格")

    def __str__(self) -> str:
        return f"{self.organisation} {self.certificate_number}"

    def clean(self) -> None:
        super().clean()
        message = _("该工会在这段时间已有法人资格证书；变更换证的，请先填写原证书的有效期至。")
        checks.alone(self, "organisation", message=message)


class Handbook(Entry):
    """会员手册: one handbook handed to one member."""

    ledger_code = "organising.handbooks"
    number_label = "手册"

    class Kind(models.TextChoices):
        FIRST = "first", _("首次发放")
        RENEWED = "renewed", _("换发")
        REPLACED = "replaced", _("补发")

    occurred_on = models.DateField(_("发放日期"))
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("会员"))
    handbook_number = models.CharField(_("手册编号"), max_length=30)
    kind = models.CharField(_("发放类别"), max_length=10, choices=Kind, default=Kind.FIRST)
    received_by = models.CharField(_("领取人"), max_length=50, blank=True)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("会员手册发放")
        constraints = [
            models.UniqueConstraint(
                fields=["federation", "handbook_number"],
                condition=~Q(state__in=["voided", "returned"]),
                name="one_handbook_a_number",
                violation_error_message=_("这个手册编号已经发放过，请核对编号。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.handbook_number}"

    def clean(self) -> None:
        super().clean()
        if None in (self.person_id, self.organisation_id, self.occurred_on):
            return
        held = Membership._plain.filter(
            holds_on(self.occurred_on), person=self.person_id, organisation=self.organisation_id
        )
        if not held.exclude(state__in=("voided", "returned")).exists():
            raise ValidationError({"person": _("此人当日不是该工会的会员，请先登记会籍或改选工会。")})
