"""Accidents at work. Nil reports belong to the kernel."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.base.fields import MoneyField
from youju.records import checks
from youju.records.record import Entry


class Accident(Entry):
    """One work accident. Only 重大 and above are cases of the zero claim."""

    ledger_code = "safety.accidents"
    number_label = "事故"

    class Grade(models.TextChoices):
        ORDINARY = "ordinary", _("一般事故")
        LARGER = "larger", _("较大事故")
        MAJOR = "major", _("重大事故")
        GRAVE = "grave", _("特别重大事故")

    SERIOUS = (Grade.MAJOR, Grade.GRAVE)
    # 《生产安全事故报告和调查处理条例》第三条: from how many deaths, serious injuries, yuan of loss on.
    AT_LEAST = (
        (Grade.GRAVE, 30, 100, Decimal(100_000_000)),
        (Grade.MAJOR, 10, 50, Decimal(50_000_000)),
        (Grade.LARGER, 3, 10, Decimal(10_000_000)),
    )

    occurred_on = models.DateField(_("发生日期"))
    place = models.CharField(_("发生地点"), max_length=100)
    grade = models.CharField(_("事故等级"), max_length=10, choices=Grade)
    deaths = models.PositiveIntegerField(_("死亡人数"), default=0)
    injured = models.PositiveIntegerField(_("重伤人数"), default=0, help_text=_("含急性工业中毒。"))
    loss = MoneyField(_("直接经济损失"), null=True, blank=True)
    description = models.TextField(_("事故经过"))
    union_took_part = models.BooleanField(_("工会参加调查"), default=False)
    reported_on = models.DateField(_("上报日期"), null=True, blank=True)
    inquiry_closed_on = models.DateField(_("调查报告提交日期"), null=True, blank=True)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("生产安全事故")

    def __str__(self) -> str:
        return f"{self.organisation} {self.get_grade_display()}（{self.occurred_on}）"

    @property
    def least_grade(self) -> str:
        """The lowest grade that deaths, injuries and loss allow."""
        for grade, deaths, injured, loss in self.AT_LEAST:
            if self.deaths >= deaths or self.injured >= injured or (self.loss or 0) >= loss:
                return grade
        return self.Grade.ORDINARY

    def clean(self) -> None:
        super().clean()
        for step in ("reported_on", "inquiry_closed_on"):
            checks.not_in_future(self, step)
            checks.not_before(self, step, "occurred_on")
        if not self.grade or None in (self.deaths, self.injured):
            return
        order = list(self.Grade)
        if order.index(self.Grade(self.grade)) < order.index(self.least_grade):
            raise ValidationError(
                {
                    "grade": _("按死亡、重伤人数和直接经济损失至少为%(grade)s，请改正等级或数字。")
                    % {"grade": self.least_grade.label}
                }
            )
