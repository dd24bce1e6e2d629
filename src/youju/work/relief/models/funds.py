"""资金来源: money raised for relief, by festival and by source."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from youju.base.fields import MoneyField
from youju.records.paid import PaidEntry
from youju.work.relief.models.sources import MoneySource, Round


class ReliefFund(PaidEntry):
    """帮扶资金: one sum that came in for relief."""

    ledger_code = "relief.funds"
    number_label = "帮扶资金"
    paid = ("amount",)
    alike = ("source", "purpose")

    class Purpose(models.TextChoices):
        WARMTH = "warmth", _("送温暖慰问")
        HELP = "help", _("日常帮扶")
        STUDENTS = "students", _("助学")
        FIRMS = "firms", _("困难企业帮扶")

    occurred_on = models.DateField(_("到账日期"))
    source = models.CharField(_("资金来源"), max_length=20, choices=MoneySource)
    given_by = models.CharField(_("来款单位（个人）"), max_length=60, blank=True)
    purpose = models.CharField(_("用途"), max_length=10, choices=Purpose, default=Purpose.WARMTH)
    round = models.CharField(
        _("批次"), max_length=12, choices=Round, blank=True, help_text=_("用于送温暖慰问的必填。")
    )
    amount = MoneyField(_("金额"))
    voucher = models.CharField(_("凭证号"), max_length=40, blank=True)

    class Meta(PaidEntry.Meta):
        verbose_name = verbose_name_plural = _("帮扶资金台账")
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gt=0) | Q(corrects__isnull=False),
                name="relief_fund_is_positive",
                violation_error_message=_("金额应大于零，冲销请用红字。"),
            )
        ]

    def __str__(self) -> str:
        red = "（红字冲销）" if self.is_correction else ""
        return f"{self.get_round_display() or self.get_purpose_display()}{self.get_source_display()}{red}"

    def clean(self) -> None:
        super().clean()
        if self.amount == 0:
            raise ValidationError({"amount": _("金额不能为零。")})
        if self.purpose == self.Purpose.WARMTH and not self.round:
            raise ValidationError({"round": _("用于送温暖慰问的资金，请选择批次；不分节日的选“日常”。")})
        if self.source == MoneySource.DONATION and not self.given_by:
            raise ValidationError({"given_by": _("社会捐赠须写明捐赠单位或个人。")})
