"""助学: aid to students of families in hardship."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from youju.base import clock
from youju.base.fields import MoneyField
from youju.people.models import Household, Person
from youju.records.paid import PaidEntry
from youju.work.relief.models.sources import MoneySource, Partner, without_a_reason


class StudentAid(PaidEntry):
    """助学: money for one student in one school year."""

    ledger_code = "relief.student_aid"
    number_label = "助学"
    personal: ClassVar[tuple[str, ...]] = ("school", "repeat_reason")
    paid = ("amount",)
    alike = ("student", "school_year")

    class Stage(models.TextChoices):
        PRIMARY = "primary", _("小学")
        JUNIOR = "junior", _("初中")
        SENIOR = "senior", _("高中")
        VOCATIONAL = "vocational", _("中职（技校）")
        COLLEGE = "college", _("大专（高职）")
        UNIVERSITY = "university", _("本科及以上")

    occurred_on = models.DateField(_("资助日期"))
    student = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("学生"))
    household = models.ForeignKey(
        Household, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("困难家庭")
    )
    school = models.CharField(_("就读学校"), max_length=60)
    stage = models.CharField(_("学段"), max_length=12, choices=Stage)
    school_year = models.PositiveSmallIntegerField(
        _("学年"),
        validators=[MinValueValidator(1990), MaxValueValidator(2100)],
        help_text=_("填学年开始的年份，如 2025 表示 2025—2026 学年。"),
    )
    amount = MoneyField(_("助学金"))
    paid_on = models.DateField(_("发放日期"), null=True, blank=True)
    money_source = models.CharField(_("资金来源"), max_length=20, choices=MoneySource, blank=True)
    partner = models.CharField(_("联合单位"), max_length=20, choices=Partner, blank=True)
    repeat_reason = models.CharField(
        _("重复资助理由"), max_length=200, blank=True, help_text=_("同一学生同一学年再次资助时填写。")
    )

    class Meta(PaidEntry.Meta):
        verbose_name = verbose_name_plural = _("助学台账")
        indexes = [models.Index(fields=["student", "school_year"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gt=0) | Q(corrects__isnull=False),
                name="student_aid_is_positive",
                violation_error_message=_("金额应大于零，冲销请用红字。"),
            )
        ]

    def __str__(self) -> str:
        red = "（红字冲销）" if self.is_correction else ""
        return f"{self.student} {self.school_year}—{self.school_year + 1}学年助学{red}"

    def clean(self) -> None:
        super().clean()
        if self.paid_on and self.paid_on > clock.today():
            raise ValidationError({"paid_on": _("发放日期不能晚于今天；尚未发放的请留空。")})
        if self.is_correction:
            return
        if self.amount == 0:
            raise ValidationError({"amount": _("助学金须大于零。")})
        same = {"student": self.student_id, "school_year": self.school_year}
        if not self.repeat_reason and without_a_reason(self).filter(**same).exists():
            raise ValidationError(
                {"repeat_reason": _("该学生本学年已资助过。如确需再次资助，请填写理由；否则请勿重复登记。")}
            )
