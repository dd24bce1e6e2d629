"""困难企业: firms in trouble, whose workers are looked after together."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.people.models import Employer
from youju.records import checks
from youju.records.record import Register


class HardshipFirm(Register):
    """困难企业档案: a firm is on file from a day until it has recovered or closed."""

    ledger_code = "relief.firms"
    number_label = "困难企业"

    class Cause(models.TextChoices):
        STOPPED = "stopped", _("停产")
        HALF_STOPPED = "half_stopped", _("半停产")
        LOSS = "loss", _("连续亏损")
        ARREARS = "arrears", _("拖欠工资或社会保险费")
        DISASTER = "disaster", _("受灾")
        OTHER = "other", _("其他")

    class Exit(models.TextChoices):
        RECOVERED = "recovered", _("恢复正常生产经营")
        CLOSED = "closed", _("关闭、破产或注销")
        OTHER = "other", _("其他")

    from_on = models.DateField(_("建档日期"))
    until_on = models.DateField(_("退出日期"), null=True, blank=True)
    employer = models.ForeignKey(Employer, models.PROTECT, related_name="+", verbose_name=_("企业"))
    cause = models.CharField(_("困难原因"), max_length=14, choices=Cause)
    workers = models.PositiveIntegerField(_("职工人数"), null=True, blank=True)
    hardship_workers = models.PositiveIntegerField(_("其中困难职工"), null=True, blank=True)
    state_of_firm = models.CharField(_("生产经营状况"), max_length=200, blank=True)
    measures = models.CharField(_("帮扶措施"), max_length=200, blank=True)
    exit_reason = models.CharField(_("退出原因"), max_length=10, choices=Exit, blank=True)

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("困难企业档案")

    def __str__(self) -> str:
        return f"{self.employer}（{self.get_cause_display()}）"

    @property
    def headline(self) -> str:
        return str(self.employer)

    def clean(self) -> None:
        super().clean()
        checks.not_in_future(self, "from_on")
        checks.not_more(self, "hardship_workers", "workers")
        checks.alone(self, "employer", message=_("该企业这段时间已有困难企业档案，请勿重复建档。"))
        if bool(self.until_on) != bool(self.exit_reason):
            raise ValidationError({"exit_reason": _("退出困难企业档案须同时填写退出日期和退出原因。")})
