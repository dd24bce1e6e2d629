"""目标责任: what was set for a year and for whom, how it was checked, and the year's round of duties."""

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from youju.ledger.lines import LineOfWork
from youju.org.handing_down import HandedDown
from youju.records import checks
from youju.records.record import Entry

STANDING = ~Q(state__in=["voided", "returned"])


class Target(HandedDown, Entry):
    """One target of a year. What was reached is the indicator's value, computed, never typed."""

    ledger_code = "institutions.targets"
    number_label = "目标"

    class Level(models.TextChoices):
        UPPER = "upper", _("上级下达目标")
        PLAN = "plan", _("本级年度计划")
        LETTER = "letter", _("单位责任书")

    class Comparator(models.TextChoices):
        AT_LEAST = "at_least", _("不少于")
        EXACTLY = "exactly", _("等于")
        AT_MOST = "at_most", _("不超过")

    occurred_on = models.DateField(_("下达（签订）日期"))
    year = models.PositiveSmallIntegerField(_("目标年度"))
    level = models.CharField(_("目标层级"), max_length=10, choices=Level, default=Level.PLAN)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("分解自")
    )
    line = models.CharField(_("工作条线"), max_length=20, choices=LineOfWork)
    item = models.CharField(_("目标任务"), max_length=200)
    indicator = models.CharField(
        _("考核指标"),
        max_length=60,
        blank=True,
        help_text=_("选填。选定指标后完成数由台账自动得出，不得手填；无法用数字衡量的任务不选。"),
    )
    comparator = models.CharField(
        _("要求"), max_length=10, choices=Comparator, default=Comparator.AT_LEAST, blank=True
    )
    value = models.DecimalField(_("目标值"), max_digits=14, decimal_places=2, null=True, blank=True)
    unit = models.CharField(_("计量单位"), max_length=10, blank=True)
    weight = models.DecimalField(
        _("分值"), max_digits=5, decimal_places=1, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    owner = models.CharField(_("责任人"), max_length=50, blank=True)
    due_on = models.DateField(_("完成期限"))
    central = models.BooleanField(_("围绕党委政府中心工作"), default=False)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("年度目标责任台账")
        indexes = [models.Index(fields=["organisation", "year"])]

    def __str__(self) -> str:
        return f"{self.year}年 {self.item}"

    @property
    def asked(self) -> str:
        """不少于300人; empty for a task that no figure measures."""
        if self.value is None:
            return ""
        return f"{self.get_comparator_display()}{self.value.normalize():f}{self.unit}"

    def clean(self) -> None:
        super().clean()
        checks.not_before(self, "due_on", "occurred_on")
        if self.indicator and self.value is None:
            raise ValidationError({"value": _("选了考核指标，须填写目标值。")})
        if self.parent_id is None:
            return
        if self.parent_id == self.pk:
            raise ValidationError({"parent": _("目标不能分解自本身，请改选上一层目标或留空。")})
        order = self.Level.values
        if self.parent.year != self.year or order.index(self.parent.level) > order.index(self.level):
            raise ValidationError({"parent": _("只能分解自同一年度、上一层级的目标，请重新选择。")})


class TargetCheck(Entry):
    """检查考核: one target looked at in mid-year or appraised at the year's end."""

    ledger_code = "institutions.target_checks"
    number_label = "考核"

    class Kind(models.TextChoices):
        MID_YEAR = "mid_year", _("年中检查")
        YEAR_END = "year_end", _("年末考核")

    class Result(models.TextChoices):
        DONE = "done", _("完成")
        NEARLY = "nearly", _("基本完成")
        NOT_DONE = "not_done", _("未完成")

    occurred_on = models.DateField(_("检查日期"))
    target = models.ForeignKey(Target, models.PROTECT, related_name="+", verbose_name=_("目标任务"))
    kind = models.CharField(_("检查类别"), max_length=10, choices=Kind)
    checked_by = models.CharField(_("检查人"), max_length=60)
    result = models.CharField(_("检查结论"), max_length=10, choices=Result)
    score = models.DecimalField(
        _("得分"), max_digits=5, decimal_places=1, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    opinion = models.TextField(_("检查意见"), blank=True)
    remedy_by = models.DateField(_("整改期限"), null=True, blank=True)
    remedied_on = models.DateField(_("整改完成日期"), null=True, blank=True)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("目标检查考核")
        constraints = [
            models.UniqueConstraint(
                fields=["target", "kind"],
                condition=STANDING,
                name="one_check_a_target_and_kind",
                violation_error_message=_("该目标已有同类检查记录，请修改原记录。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.target} {self.get_kind_display()}"

    def clean(self) -> None:
        super().clean()
        checks.not_before(self, "remedy_by", "occurred_on")
        checks.not_in_future(self, "remedied_on")
        if self.target_id is None:
            return
        if self.organisation_id and self.organisation_id != self.target.organisation_id:
            raise ValidationError({"target": _("该目标不属于所选单位，请改选单位或目标。")})
        if None not in (self.score, self.target.weight) and self.score > self.target.weight:
            raise ValidationError({"score": _("得分不能超过该目标的分值。")})


class AnnualStage(Entry):
    """年度环节: the plan, the assignment, the check, the appraisal and the summary of one year."""

    ledger_code = "institutions.stages"
    number_label = "环节"

    class Kind(models.TextChoices):
        PLAN = "plan", _("年度计划")
        ASSIGNED = "assigned", _("年初布置")
        CHECKED = "checked", _("年中检查")
        APPRAISED = "appraised", _("年末考核")
        SUMMARY = "summary", _("年度工作总结")

    THREE = (Kind.ASSIGNED, Kind.CHECKED, Kind.APPRAISED)
    PAPERS = (Kind.PLAN, Kind.SUMMARY)

    kind = models.CharField(_("环节"), max_length=10, choices=Kind)
    year = models.PositiveSmallIntegerField(_("所属年度"))
    title = models.CharField(_("文件（活动）名称"), max_length=100)
    led_by = models.CharField(_("组织单位"), max_length=60, blank=True)
    summary = models.TextField(_("主要情况"), blank=True)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("年度工作环节")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "year", "kind"],
                condition=STANDING,
                name="one_stage_a_year",
                violation_error_message=_("本年度该环节已登记，请修改原记录。"),
            )
        ]

    def __str__(self) -> str:
        return self.title


class Lesson(Entry):
    """经验体会: one thing that the year's success is owed to, for the summary."""

    ledger_code = "institutions.lessons"
    number_label = "经验"

    year = models.PositiveSmallIntegerField(_("所属年度"))
    title = models.CharField(_("经验（得益于）"), max_length=100)
    content = models.TextField(_("具体做法"), blank=True)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("经验体会")

    def __str__(self) -> str:
        return self.title
