"""工会劳动法律监督: letters to an employer, and what the union is told before people lose their work."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.people.models import Employer
from youju.records import checks
from youju.records.record import Entry


class Letter(Entry):
    """One letter of supervision, from the day it was sent to what came of it."""

    ledger_code = "bargaining.letters"
    number_label = "监督文书"

    class Kind(models.TextChoices):
        HINT = "hint", _("提示函")
        OPINION = "opinion", _("意见书")
        ADVICE = "advice", _("建议书")

    class Outcome(models.TextChoices):
        OPEN = "open", _("等待答复")
        MENDED = "mended", _("已改正")
        EXPLAINED = "explained", _("已说明，不属违法")
        REFUSED = "refused", _("拒不改正")

    occurred_on = models.DateField(_("发出日期"))
    employer = models.ForeignKey(Employer, models.PROTECT, related_name="+", verbose_name=_("用人单位"))
    kind = models.CharField(
        _("文书种类"),
        max_length=10,
        choices=Kind,
        help_text=_("先提示，再提意见；建议书由县级以上工会向政府有关部门提出。"),
    )
    document_number = models.CharField(_("文号"), max_length=60, blank=True)
    matter = models.TextField(_("违法或不当情形"))
    law = models.CharField(_("依据"), max_length=100, blank=True)
    inspectors = models.CharField(
        _("监督员"), max_length=100, help_text=_("现场调查须两人以上，用顿号分开。")
    )
    answered_on = models.DateField(_("书面答复日期"), null=True, blank=True)
    outcome = models.CharField(_("结果"), max_length=10, choices=Outcome, default=Outcome.OPEN)
    referred_on = models.DateField(_("提请政府处理日期"), null=True, blank=True)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("劳动法律监督文书")

    def __str__(self) -> str:
        return f"{self.employer} {self.get_kind_display()}（{self.occurred_on}）"

    def clean(self) -> None:
        super().clean()
        checks.not_in_future(self, "answered_on", "referred_on")
        checks.not_before(self, "answered_on", "occurred_on")
        checks.not_before(self, "referred_on", "occurred_on")
        if self.inspectors and len(self.inspectors.replace("，", "、").split("、")) < 2:
            raise ValidationError({"inspectors": _("现场调查须两人以上，请写全姓名并用顿号分开。")})
        if self.answered_on and self.outcome == self.Outcome.OPEN:
            raise ValidationError({"outcome": _("单位已书面答复的，请登记结果。")})


class Dismissal(Entry):
    """An employer tells the union that it will end contracts; `occurred_on` is the day the union was told."""

    ledger_code = "bargaining.dismissals"
    number_label = "解除通知"

    class Kind(models.TextChoices):
        SINGLE = "single", _("单方解除劳动合同")
        LAY_OFF = "lay_off", _("经济性裁员")

    occurred_on = models.DateField(_("通知工会日期"))
    employer = models.ForeignKey(Employer, models.PROTECT, related_name="+", verbose_name=_("用人单位"))
    kind = models.CharField(_("类别"), max_length=10, choices=Kind)
    people = models.PositiveIntegerField(_("涉及职工人数"))
    workers = models.PositiveIntegerField(_("单位职工总数"), null=True, blank=True)
    grounds = models.CharField(_("单位说明的理由"), max_length=200)
    planned_on = models.DateField(_("拟解除日期"))
    opinion = models.CharField(_("工会意见"), max_length=200, blank=True)
    opinion_on = models.DateField(_("提出意见日期"), null=True, blank=True)
    answered_on = models.DateField(_("单位书面答复日期"), null=True, blank=True)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("解除和裁员通知")

    def __str__(self) -> str:
        return f"{self.employer} {self.get_kind_display()}{self.people}人（{self.occurred_on}）"

    def clean(self) -> None:
        super().clean()
        checks.not_in_future(self, "opinion_on", "answered_on")
        checks.not_before(self, "opinion_on", "occurred_on")
        checks.not_before(self, "answered_on", "occurred_on")
        checks.not_more(self, "people", "workers")
        if self.people == 0:
            raise ValidationError({"people": _("涉及职工人数至少为 1。")})
        if self.opinion_on and not self.opinion:
            raise ValidationError({"opinion": _("填了提出意见日期的，请写明工会意见。")})
