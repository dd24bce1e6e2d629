"""劳动保护监督: committees, and inspectors with their certificates."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.people.models import Person
from youju.records import checks
from youju.records.record import Register


class ProtectionCommittee(Register):
    """The body that watches over labour protection at one union; a small union has one member instead."""

    ledger_code = "safety.committees"
    number_label = "劳保委"

    class Form(models.TextChoices):
        COMMITTEE = "committee", _("劳动保护监督检查委员会")
        MEMBER = "member", _("劳动保护监督检查委员")

    from_on = models.DateField(_("成立日期"))
    until_on = models.DateField(_("撤销日期"), null=True, blank=True)
    form = models.CharField(_("组织形式"), max_length=10, choices=Form, default=Form.COMMITTEE)
    head = models.CharField(_("负责人"), max_length=50)
    members = models.PositiveSmallIntegerField(_("委员人数"), default=1)
    group_inspectors = models.PositiveSmallIntegerField(_("小组检查员人数"), default=0)

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("劳动保护监督组织")

    def __str__(self) -> str:
        return f"{self.organisation} {self.get_form_display()}"

    def clean(self) -> None:
        super().clean()
        if self.members == 0:
            raise ValidationError({"members": _("委员人数至少为 1。")})
        checks.alone(
            self, "organisation", message=_("该工会在这段时间已有劳动保护监督组织，请先终止原记录。")
        )


class Inspector(Register):
    """A person on post as labour-protection inspector of a union, from a day until a day."""

    ledger_code = "safety.inspectors"
    number_label = "检查员"

    from_on = models.DateField(_("上岗日期"))
    until_on = models.DateField(_("离岗日期"), null=True, blank=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("检查员"))
    workplace = models.CharField(_("车间（岗位）"), max_length=60, blank=True)

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("劳动保护检查员")

    def __str__(self) -> str:
        return f"{self.person} {self.organisation}"

    def clean(self) -> None:
        super().clean()
        checks.alone(
            self,
            "organisation",
            "person",
            message=_("此人在这段时间已是该工会的检查员，不要重复登记。"),
            field="person",
        )


class InspectorCertificate(Register):
    """The certificate of one inspector; `from_on` to `until_on` is its validity."""

    ledger_code = "safety.certificates"
    number_label = "检查员证"
    unit_must_exist = False  # a certificate may be older than the union its holder serves today

    from_on = models.DateField(_("发证日期"))
    until_on = models.DateField(_("有效期至"), null=True, blank=True)
    inspector = models.ForeignKey(
        Inspector, models.PROTECT, related_name="certificates", verbose_name=_("检查员")
    )
    certificate_number = models.CharField(_("证书编号"), max_length=40)
    issuer = models.CharField(_("发证机关"), max_length=60)

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("检查员证书")

    def __str__(self) -> str:
        return f"{self.inspector} {self.certificate_number}"

    def clean(self) -> None:
        super().clean()
        if self.inspector_id and self.organisation_id != self.inspector.organisation_id:
            raise ValidationError({"inspector": _("检查员不在所选单位，请改选单位或检查员。")})
