"""Written passages of a summary, and its final editions with everything they cite."""

import re
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.base.fields import uuid7
from youju.catalogue import INDICATORS
from youju.records.record import Record

SLOT = re.compile(r"\{([^{}]*)\}")
TYPED = re.compile(r"\d+(?:\.\d+)?\s*(?:人次|人|名|户|家|个|件|起|场|次|%|％|万元|元)")


class Passage(Record):
    """A part of a summary that people write: lead, shortcomings, plan. Figures enter as `{code}` slots."""

    ledger_code = "reports.passages"
    starts_confirmed = True

    class Kind(models.TextChoices):
        LEAD = "lead", _("开头")
        SHORTCOMING = "shortcoming", _("存在的不足")
        PLAN = "plan", _("下年打算")

    organisation = models.ForeignKey(
        "org.Organisation", models.PROTECT, related_name="+", verbose_name=_("单位")
    )
    year = models.PositiveSmallIntegerField(_("年度"))
    kind = models.CharField(_("部分"), max_length=12, choices=Kind)
    position = models.PositiveSmallIntegerField(_("顺序"), default=1)
    text = models.TextField(_("内容"))

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = _("文字段落")
        ordering: ClassVar[list[str]] = ["year", "kind", "position"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.position}"

    def clean(self) -> None:
        super().clean()
        unknown = [code for code in SLOT.findall(self.text) if code.partition(":")[0] not in INDICATORS]
        if unknown:
            raise ValidationError(
                {"text": _("文中引用的“%s”不是已有指标，请从指标清单中选取。") % "、".join(unknown)}
            )
        typed = TYPED.findall(SLOT.sub("", self.text)) if self.kind != self.Kind.PLAN else []
        if typed:
            raise ValidationError(
                {"text": _("“%s”是手工填写的数字，没有台账支撑；请改为引用指标。") % "、".join(typed)}
            )


class Edition(Record):
    """定稿: the frozen text with every figure and all it cites. Never changed; a new text, a new version."""

    ledger_code = "reports.editions"
    number_label = "总结"
    starts_confirmed = True

    organisation = models.ForeignKey(
        "org.Organisation", models.PROTECT, related_name="+", verbose_name=_("单位")
    )
    from_on = models.DateField(_("起始日期"))
    until_on = models.DateField(_("截止日期"))
    version = models.PositiveSmallIntegerField(_("版次"))
    title = models.CharField(_("标题"), max_length=100)
    why = models.CharField(_("再版理由"), max_length=200, blank=True)
    content = models.TextField()  # `render.canonical.canonical_json` of the document
    digest = models.CharField(_("摘要"), max_length=64)
    signature = models.CharField(_("签名"), max_length=128)
    public_key = models.CharField(max_length=64)

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = _("定稿")
        ordering: ClassVar[list[str]] = ["-until_on", "-version"]
        constraints: ClassVar[list] = [
            models.UniqueConstraint(
                fields=["organisation", "from_on", "until_on", "version"], name="one_edition_a_version"
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
    base = models.PositiveIntegerField(null=True)
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
