"""Reports in the making, their passages and templates; final editions with everything they cite."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.base.fields import uuid7
from youju.base.periods import Period
from youju.catalogue import INDICATORS
from youju.records.record import Record
from youju.reports import template


class Kind(models.TextChoices):
    """The papers of a year; all are made by the same machine with other periods and templates."""

    ANNUAL = "annual", _("年度工作总结")
    MIDYEAR = "midyear", _("年中工作检查")
    QUARTER = "quarter", _("季度工作简报")
    PLAN = "plan", _("下年工作计划")


def check_slots(text: str, field: str) -> None:
    """Refuse quotations of figures or facts that do not exist."""
    unknown = template.unknown_slots(text, INDICATORS)
    if unknown:
        raise ValidationError(
            {field: _("文中引用的“%s”不是已有指标，请从指标清单中选取。") % "、".join(unknown)}
        )


class Template(Record):
    """The template of one kind of paper as a federation wants it, instead of the one that comes along."""

    ledger_code = "reports.templates"
    starts_confirmed = True

    organisation = models.ForeignKey(
        "org.Organisation", models.PROTECT, related_name="+", verbose_name=_("单位")
    )
    kind = models.CharField(_("文种"), max_length=10, choices=Kind)
    text = models.TextField(_("模板内容"), help_text=_("“= 标题”为章，“== 标题”为节，其余各行为段落。"))

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = _("文稿模板")
        constraints: ClassVar[list] = [
            models.UniqueConstraint(fields=["organisation", "kind"], name="one_template_a_kind")
        ]

    def __str__(self) -> str:
        return f"{self.organisation} {self.get_kind_display()}模板"

    def clean(self) -> None:
        super().clean()
        check_slots(self.text, "text")


class Report(Record):
    """文稿: one paper of a body and period while it is being written."""

    ledger_code = "reports.reports"
    number_label = "文稿"
    starts_confirmed = True

    organisation = models.ForeignKey(
        "org.Organisation", models.PROTECT, related_name="+", verbose_name=_("单位")
    )
    kind = models.CharField(_("文种"), max_length=10, choices=Kind, default=Kind.ANNUAL)
    from_on = models.DateField(_("起始日期"))
    until_on = models.DateField(_("截止日期"))
    title = models.CharField(_("标题"), max_length=100)
    motto = models.CharField(_("副标题"), max_length=60, blank=True)
    submitted_at = models.DateTimeField(_("提请定稿时间"), null=True, blank=True, editable=False)
    submitted_by = models.ForeignKey(
        "org.User",
        models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
        verbose_name=_("提请人"),
    )

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = _("文稿")
        ordering: ClassVar[list[str]] = ["-until_on", "kind"]
        constraints: ClassVar[list] = [
            models.UniqueConstraint(
                fields=["organisation", "kind", "from_on", "until_on"], name="one_report_a_kind_and_period"
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def kept_on(self):
        return self.until_on

    @property
    def period(self) -> Period:
        from youju.base import periods

        return periods.between(self.from_on, self.until_on)


class Part(models.TextChoices):
    """The parts of a paper in their order. Only the body is drafted from records; the rest is written."""

    LEAD = "lead", _("开头")
    BODY = "body", _("工作情况")
    LESSON = "lesson", _("经验体会")
    SHORTCOMING = "shortcoming", _("存在的不足")
    PLAN = "plan", _("下年打算")


class Passage(Record):
    """One heading or paragraph of a report. Figures enter as slots; a row version guards each passage."""

    ledger_code = "reports.passages"
    starts_confirmed = True

    report = models.ForeignKey(Report, models.PROTECT, related_name="+", verbose_name=_("文稿"))
    organisation = models.ForeignKey(
        "org.Organisation", models.PROTECT, related_name="+", editable=False, verbose_name=_("单位")
    )
    part = models.CharField(_("部分"), max_length=12, choices=Part, default=Part.BODY)
    level = models.PositiveSmallIntegerField(
        _("层级"), default=0, choices=((0, _("段落")), (1, _("章")), (2, _("节")))
    )
    position = models.IntegerField(_("顺序"), default=0)
    text = models.TextField(_("内容"), blank=True)

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = _("文字段落")
        ordering: ClassVar[list[str]] = ["report", "position"]

    def __str__(self) -> str:
        return f"{self.report} {self.get_part_display()}"

    def clean(self) -> None:
        super().clean()
        check_slots(self.text, "text")


class Followed(models.Model):
    """Which task a shortcoming or plan became when its report was sealed."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    passage = models.OneToOneField(Passage, models.PROTECT, related_name="followed")
    task = models.OneToOneField("institutions.Task", models.PROTECT, related_name="+")


class Edition(Record):
    """定稿: the frozen text with every figure and all it cites. Never changed; a new text, a new version."""

    ledger_code = "reports.editions"
    number_label = "定稿"
    starts_confirmed = True

    organisation = models.ForeignKey(
        "org.Organisation", models.PROTECT, related_name="+", verbose_name=_("单位")
    )
    kind = models.CharField(_("文种"), max_length=10, choices=Kind, default=Kind.ANNUAL)
    from_on = models.DateField(_("起始日期"))
    until_on = models.DateField(_("截止日期"))
    version = models.PositiveSmallIntegerField(_("版次"))
    title = models.CharField(_("标题"), max_length=100)
    why = models.CharField(_("再版理由"), max_length=200, blank=True)
    alone = models.BooleanField(_("本级自行定稿"), default=False)  # nobody else could sign
    content = models.TextField()  # `render.canonical.canonical_json` of the document
    digest = models.CharField(_("摘要"), max_length=64)
    signature = models.CharField(_("签名"), max_length=128)
    public_key = models.CharField(max_length=64)

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = _("定稿")
        ordering: ClassVar[list[str]] = ["-until_on", "-version"]
        constraints: ClassVar[list] = [
            models.UniqueConstraint(
                fields=["organisation", "kind", "from_on", "until_on", "version"],
                name="one_edition_a_version",
            )
        ]

    def __str__(self) -> str:
        return f"{self.title}（第{self.version}版）"

    @property
    def kept_on(self):
        return self.until_on


class Claim(models.Model):
    """One figure as printed in an edition."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="claims")
    key = models.CharField(max_length=10)  # short code on paper
    code = models.CharField(max_length=60)
    text = models.CharField(max_length=200)  # as printed
    value = models.DecimalField(max_digits=20, decimal_places=6, null=True)
    unit = models.CharField(max_length=10)
    base = models.DecimalField(max_digits=20, decimal_places=6, null=True)  # yuan where money is due
    as_of = models.DateField()

    class Meta:
        ordering: ClassVar[list[str]] = ["key"]
        constraints: ClassVar[list] = [
            models.UniqueConstraint(fields=["edition", "key"], name="one_claim_a_key")
        ]


class Citation(models.Model):
    """One record behind one claim, as it stood in history when the edition was sealed."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="citations")
    position = models.PositiveIntegerField()
    side = models.CharField(max_length=20)
    ref = models.CharField(max_length=80)  # "" for a subject without a record
    subject_ref = models.CharField(max_length=80, blank=True)
    record_id = models.UUIDField(null=True, db_index=True)
    seq = models.PositiveBigIntegerField(null=True)
    digest = models.CharField(max_length=64, blank=True)
    contribution = models.DecimalField(max_digits=20, decimal_places=6)

    class Meta:
        ordering: ClassVar[list[str]] = ["claim", "position"]
