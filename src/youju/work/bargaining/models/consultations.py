"""平等协商 before a contract, and 履约检查 after it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.people.models import Employer
from youju.records import checks
from youju.records.record import Entry
from youju.work.bargaining.models.contracts import CollectiveContract


class Consultation(Entry):
    """One consultation, from the written offer (`occurred_on`) to its result."""

    ledger_code = "bargaining.consultations"
    number_label = "协商"

    class Kind(models.TextChoices):
        COMPREHENSIVE = "comprehensive", _("综合集体合同")
        WAGE = "wage", _("工资")
        WOMEN = "women", _("女职工权益保护")
        SAFETY = "safety", _("劳动安全卫生")
        OTHER = "other", _("其他事项")

    class Side(models.TextChoices):
        WORKERS = "workers", _("职工方")
        EMPLOYER = "employer", _("企业方")

    class Reply(models.TextChoices):
        AGREED = "agreed", _("同意协商")
        REFUSED = "refused", _("拒绝协商")

    class Result(models.TextChoices):
        OPEN = "open", _("协商中")
        REACHED = "reached", _("达成一致")
        SUSPENDED = "suspended", _("中止")
        FAILED = "failed", _("未达成一致")

    occurred_on = models.DateField(_("要约日期"))
    employer = models.ForeignKey(Employer, models.PROTECT, related_name="+", verbose_name=_("用人单位"))
    kind = models.CharField(_("协商内容"), max_length=20, choices=Kind)
    offered_by = models.CharField(_("要约方"), max_length=10, choices=Side, default=Side.WORKERS)
    replied_on = models.DateField(_("书面答复日期"), null=True, blank=True)
    reply = models.CharField(_("答复"), max_length=10, choices=Reply, blank=True)
    reason_refused = models.CharField(_("拒绝理由"), max_length=200, blank=True)
    met_on = models.DateField(_("协商会议日期"), null=True, blank=True)
    workers_chief = models.CharField(_("职工方首席代表"), max_length=50, blank=True)
    workers_side = models.PositiveSmallIntegerField(_("职工方代表人数"), default=0)
    women_of_workers_side = models.PositiveSmallIntegerField(_("其中女代表"), default=0)
    employers_chief = models.CharField(_("企业方首席代表"), max_length=50, blank=True)
    employers_side = models.PositiveSmallIntegerField(_("企业方代表人数"), default=0)
    recorder = models.CharField(_("记录员"), max_length=50, blank=True)
    result = models.CharField(_("协商结果"), max_length=10, choices=Result, default=Result.OPEN)
    contract = models.ForeignKey(
        CollectiveContract,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("据此签订的合同"),
    )

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("平等协商")
        indexes = [models.Index(fields=["employer", "occurred_on"])]

    def __str__(self) -> str:
        return f"{self.employer} {self.get_kind_display()}协商（{self.occurred_on}）"

    def clean(self) -> None:
        super().clean()
        checks.not_in_future(self, "replied_on", "met_on")
        checks.not_before(self, "replied_on", "occurred_on")
        checks.not_before(self, "met_on", "occurred_on")
        checks.not_more(self, "women_of_workers_side", "workers_side")
        if bool(self.reply) != bool(self.replied_on):
            raise ValidationError({"reply": _("答复和答复日期须同时填写。")})
        if self.reply == self.Reply.REFUSED and not self.reason_refused:
            raise ValidationError(
                {"reason_refused": _("拒绝协商的，请写明对方的理由；没有说明理由的写“未说明”。")}
            )
        if self.result == self.Result.REACHED and self.met_on is None:
            raise ValidationError({"met_on": _("达成一致的须填写协商会议日期。")})
        if self.contract_id and self.employer_id and self.contract.employer_id != self.employer_id:
            raise ValidationError({"contract": _("所选合同不是该用人单位的合同，请重新选择。")})


class Inspection(Entry):
    """履约检查: union and employer look whether a contract in force is kept."""

    ledger_code = "bargaining.inspections"
    number_label = "履约检查"

    occurred_on = models.DateField(_("检查日期"))
    contract = models.ForeignKey(
        CollectiveContract, models.PROTECT, related_name="+", verbose_name=_("集体合同")
    )
    inspectors = models.CharField(_("检查人员"), max_length=100)
    articles = models.PositiveSmallIntegerField(_("检查条款数"))
    articles_kept = models.PositiveSmallIntegerField(_("已履行条款数"))
    findings = models.TextField(_("存在问题"), blank=True)
    due_on = models.DateField(_("整改期限"), null=True, blank=True)
    mended_on = models.DateField(_("整改完成日期"), null=True, blank=True)
    congress_told_on = models.DateField(_("向职代会报告日期"), null=True, blank=True)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("集体合同履约检查")

    def __str__(self) -> str:
        return f"{self.contract} 履约检查（{self.occurred_on}）"

    def clean(self) -> None:
        super().clean()
        checks.not_more(self, "articles_kept", "articles")
        checks.not_in_future(self, "mended_on", "congress_told_on")
        checks.not_before(self, "mended_on", "occurred_on")
        if None not in (self.articles, self.articles_kept) and self.articles_kept < self.articles:
            if not self.findings:
                raise ValidationError({"findings": _("有条款未履行的，请写明存在的问题。")})
            if self.due_on is None:
                raise ValidationError({"due_on": _("有条款未履行的，请约定整改期限。")})
        if self.contract_id and self.organisation_id != self.contract.organisation_id:
            raise ValidationError({"contract": _("所选合同不属于该工会，请改选单位或合同。")})
