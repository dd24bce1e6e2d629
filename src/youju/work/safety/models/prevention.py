"""Before anything happens: rules of employers, hazards and their mending, the 安康杯, activities."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.people.models import Employer
from youju.records import checks
from youju.records.models import Attended
from youju.records.record import Entry, Register


class SafetyRule(Register):
    """安全制度: one written rule of an employer, in force from a day; a new version is a new row."""

    ledger_code = "safety.rules"
    number_label = "安全制度"

    class Kind(models.TextChoices):
        DUTY = "duty", _("安全生产责任制")
        OPERATION = "operation", _("安全操作规程")
        TRAINING = "training", _("安全教育培训制度")
        INSPECTION = "inspection", _("安全检查和隐患排查制度")
        EQUIPMENT = "equipment", _("设备和劳动防护用品管理制度")
        ACCIDENT = "accident", _("事故报告和应急预案")
        OTHER = "other", _("其他")

    from_on = models.DateField(_("施行日期"))
    until_on = models.DateField(_("废止日期"), null=True, blank=True)
    employer = models.ForeignKey(Employer, models.PROTECT, related_name="+", verbose_name=_("用人单位"))
    kind = models.CharField(_("制度类别"), max_length=12, choices=Kind)
    title = models.CharField(_("制度名称"), max_length=100)
    union_consulted = models.BooleanField(_("制定时听取工会意见"), default=False)

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("安全生产制度")
        indexes = [models.Index(fields=["employer", "from_on"])]

    def __str__(self) -> str:
        return f"{self.employer} {self.title}"

    def clean(self) -> None:
        super().clean()
        message = _("该单位的同名制度仍在施行；修订后重新发布的，请先填写原制度的废止日期。")
        checks.alone(self, "employer", "title", message=message, field="title")


class AnkangCup(Entry):
    """安康杯: one unit takes part in the contest of one year."""

    ledger_code = "safety.ankang"
    number_label = "安康杯"

    occurred_on = models.DateField(_("报名日期"))
    employer = models.ForeignKey(Employer, models.PROTECT, related_name="+", verbose_name=_("参赛单位"))
    theme = models.CharField(_("竞赛主题"), max_length=100, blank=True)
    teams = models.PositiveSmallIntegerField(_("参赛班组数"), default=0)
    workers = models.PositiveIntegerField(_("参赛职工数"))
    result = models.CharField(_("评比结果"), max_length=100, blank=True)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("安康杯竞赛")

    def __str__(self) -> str:
        return f"{self.employer} {self.occurred_on.year}年安康杯"

    def clean(self) -> None:
        super().clean()
        if self.workers == 0:
            raise ValidationError({"workers": _("参赛职工数须大于 0。")})
        if None in (self.occurred_on, self.employer_id):
            return
        same = AnkangCup._plain.filter(employer=self.employer_id, occurred_on__year=self.occurred_on.year)
        if same.exclude(pk=self.pk).exclude(state__in=("voided", "returned")).exists():
            raise ValidationError({"employer": _("该单位本年度已登记参赛，请修改原记录。")})


class Hazard(Entry):
    """隐患: one hazard, from finding it to looking again whether it is gone."""

    ledger_code = "safety.hazards"
    number_label = "隐患"

    class Level(models.TextChoices):
        ORDINARY = "ordinary", _("一般隐患")
        MAJOR = "major", _("重大隐患")
        DANGER = "danger", _("直接危及生命安全")

    occurred_on = models.DateField(_("发现日期"))
    employer = models.ForeignKey(
        Employer, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("用人单位")
    )
    place = models.CharField(_("部位"), max_length=100)
    level = models.CharField(_("隐患等级"), max_length=10, choices=Level, default=Level.ORDINARY)
    description = models.TextField(_("隐患情况"))
    found_by = models.CharField(_("发现人（检查员）"), max_length=50)
    proposal = models.CharField(_("工会整改建议"), max_length=200, blank=True)
    answered_on = models.DateField(_("单位答复日期"), null=True, blank=True)
    due_on = models.DateField(_("整改期限"))
    fixed_on = models.DateField(_("整改完成日期"), null=True, blank=True)
    rechecked_on = models.DateField(_("复查日期"), null=True, blank=True)
    rechecked_by = models.CharField(_("复查人"), max_length=50, blank=True)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("安全隐患")

    def __str__(self) -> str:
        return f"{self.place} {self.get_level_display()}（{self.occurred_on}）"

    def clean(self) -> None:
        super().clean()
        for step in ("answered_on", "fixed_on", "rechecked_on"):
            checks.not_in_future(self, step)
            checks.not_before(self, step, "occurred_on")
        checks.not_before(self, "due_on", "occurred_on")
        checks.not_before(self, "rechecked_on", "fixed_on")
        if self.level == self.Level.DANGER and not self.proposal:
            raise ValidationError({"proposal": _("危及生命安全的，工会应当建议撤离，请写明所提建议。")})
        if self.rechecked_on and self.fixed_on is None:
            raise ValidationError({"fixed_on": _("已复查的，请填写整改完成日期。")})
        if self.rechecked_on and not self.rechecked_by:
            raise ValidationError({"rechecked_by": _("请填写复查人。")})


class SafetyActivity(Attended):
    """群众性安全生产活动: workers take part, other than in training or contests."""

    ledger_code = "safety.activities"
    number_label = "安全活动"

    class Kind(models.TextChoices):
        CONSULTING = "consulting", _("宣传咨询日")
        INSPECTION = "inspection", _("群众安全检查")
        DRILL = "drill", _("应急演练")
        PLEDGE = "pledge", _("签名承诺")
        TALK = "talk", _("班前教育、家属协管")
        OTHER = "other", _("其他")

    occurred_on = models.DateField(_("活动日期"))
    kind = models.CharField(_("活动形式"), max_length=12, choices=Kind)
    title = models.CharField(_("活动名称"), max_length=100)
    place = models.CharField(_("地点"), max_length=60, blank=True)
    content = models.TextField(_("活动内容"), blank=True)

    class Meta(Attended.Meta):
        verbose_name = verbose_name_plural = _("群众性安全生产活动")

    def __str__(self) -> str:
        return self.title
