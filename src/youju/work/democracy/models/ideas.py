"""合理化建议·金点子: drives, and the ideas they bring, from handing in to award."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.base.fields import MoneyField
from youju.base.masking import mask_name
from youju.people.models import Person
from youju.people.naming import settle_name
from youju.records import checks
from youju.records.record import Entry


class Drive(Entry):
    """金点子活动: a call for ideas at a unit, with a theme and a time."""

    ledger_code = "democracy.drives"
    number_label = "金点子"

    occurred_on = models.DateField(_("开始日期"))
    ends_on = models.DateField(_("截止日期"), null=True, blank=True)
    title = models.CharField(_("活动名称"), max_length=100)
    theme = models.CharField(_("主题"), max_length=100, blank=True)
    place = models.CharField(_("活动单位"), max_length=60, blank=True)
    organiser = models.CharField(_("主办单位"), max_length=60, blank=True)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("金点子活动")

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        checks.not_before(self, "ends_on", "occurred_on")


class Suggestion(Entry):
    """合理化建议: one idea of one worker or team."""

    ledger_code = "democracy.suggestions"
    number_label = "建议"
    personal = ("name",)

    class Topic(models.TextChoices):
        PRODUCTION = "production", _("生产经营")
        TECHNOLOGY = "technology", _("技术改进")
        SAVING = "saving", _("节能降耗")
        SAFETY = "safety", _("安全环保")
        MANAGEMENT = "management", _("管理服务")
        WELFARE = "welfare", _("职工福利")
        OTHER = "other", _("其他")

    class Verdict(models.TextChoices):
        OPEN = "open", _("待评审")
        ADOPTED = "adopted", _("采纳")
        DECLINED = "declined", _("不采纳")

    class Award(models.TextChoices):
        FIRST = "first", _("一等奖")
        SECOND = "second", _("二等奖")
        THIRD = "third", _("三等奖")
        MERIT = "merit", _("优秀奖（鼓励奖）")

    occurred_on = models.DateField(_("提出日期"))
    drive = models.ForeignKey(
        Drive, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("所属活动")
    )
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("人员卡片")
    )
    name = models.CharField(
        _("建议人（班组）"), max_length=50, blank=True, help_text=_("选了人员卡片的可不填。")
    )
    topic = models.CharField(_("建议类别"), max_length=12, choices=Topic, default=Topic.PRODUCTION)
    title = models.CharField(_("建议名称"), max_length=100)
    content = models.TextField(_("现状和建议"), blank=True)
    verdict = models.CharField(_("评审结果"), max_length=10, choices=Verdict, default=Verdict.OPEN)
    reviewed_on = models.DateField(_("评审日期"), null=True, blank=True)
    review_note = models.CharField(_("评审意见"), max_length=200, blank=True)
    owner = models.CharField(_("实施部门（人）"), max_length=60, blank=True)
    due_on = models.DateField(_("计划完成日期"), null=True, blank=True)
    carried_out_on = models.DateField(_("实施完成日期"), null=True, blank=True)
    effect = models.CharField(_("实施效果"), max_length=200, blank=True)
    benefit = MoneyField(_("经济效益"), null=True, blank=True)
    award = models.CharField(_("奖励等级"), max_length=10, choices=Award, blank=True)
    award_money = MoneyField(_("奖金"), null=True, blank=True)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("合理化建议")

    def __str__(self) -> str:
        return f"{self.title}（{mask_name(self.name)}）"

    def clean(self) -> None:
        super().clean()
        settle_name(self)
        checks.not_in_future(self, "reviewed_on", "carried_out_on")
        checks.not_before(self, "reviewed_on", "occurred_on")
        checks.not_before(self, "carried_out_on", "reviewed_on")
        if (self.verdict == self.Verdict.OPEN) != (self.reviewed_on is None):
            raise ValidationError({"reviewed_on": _("评审结果和评审日期须同时填写；待评审的请留空。")})
        if self.verdict == self.Verdict.DECLINED and not self.review_note:
            raise ValidationError({"review_note": _("不采纳的请写明理由，以便答复建议人。")})
        if self.carried_out_on and self.verdict != self.Verdict.ADOPTED:
            raise ValidationError({"carried_out_on": _("只有采纳的建议才能登记实施，请核对评审结果。")})
        if self.benefit and self.carried_out_on is None:
            raise ValidationError({"benefit": _("填写经济效益的，请填写实施完成日期。")})
