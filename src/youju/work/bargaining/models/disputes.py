"""劳动争议 with the mediation clock, and 欠薪. That there were none is proven by nil reports."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.base.fields import MoneyField
from youju.people.models import Employer
from youju.records import checks
from youju.records.record import Entry


class Dispute(Entry):
    """One labour dispute brought to the union or its mediation body; `occurred_on` is the application."""

    ledger_code = "bargaining.disputes"
    number_label = "争议"

    class Kind(models.TextChoices):
        PAY = "pay", _("劳动报酬")
        INJURY = "injury", _("工伤医疗")
        INSURANCE = "insurance", _("社会保险")
        CONTRACT = "contract", _("劳动合同订立、解除、终止")
        HOURS = "hours", _("工时、休息休假")
        OTHER = "other", _("其他")

    class Result(models.TextChoices):
        OPEN = "open", _("处理中")
        AGREED = "agreed", _("调解达成协议")
        FAILED = "failed", _("调解不成")
        ARBITRATED = "arbitrated", _("转仲裁、诉讼")
        WITHDRAWN = "withdrawn", _("当事人撤回")

    occurred_on = models.DateField(_("申请日期"))
    employer = models.ForeignKey(Employer, models.PROTECT, related_name="+", verbose_name=_("用人单位"))
    kind = models.CharField(_("争议事项"), max_length=10, choices=Kind)
    matter = models.TextField(_("基本情况和请求"))
    people_involved = models.PositiveIntegerField(_("涉及职工人数"), default=1)
    representatives = models.CharField(
        _("推举的代表"), max_length=100, blank=True, help_text=_("涉及十人以上并有共同请求的，可推举代表。")
    )
    major = models.BooleanField(
        _("重大劳动争议"),
        default=False,
        help_text=_("人数众多、引起停工或者影响社会稳定的，由乡镇工会认定。"),
    )
    accepted_on = models.DateField(_("受理日期"), null=True, blank=True)
    mediator = models.CharField(_("调解组织（调解员）"), max_length=60, blank=True)
    result = models.CharField(_("处理结果"), max_length=10, choices=Result, default=Result.OPEN)
    closed_on = models.DateField(_("结案日期"), null=True, blank=True)
    agreement_number = models.CharField(_("调解协议书编号"), max_length=60, blank=True)
    recovered = MoneyField(_("为职工挽回金额"), null=True, blank=True)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("劳动争议")

    def __str__(self) -> str:
        return f"{self.employer} {self.get_kind_display()}争议（{self.occurred_on}）"

    def clean(self) -> None:
        super().clean()
        checks.not_in_future(self, "accepted_on", "closed_on")
        checks.not_before(self, "accepted_on", "occurred_on")
        checks.not_before(self, "closed_on", "occurred_on")
        if self.people_involved == 0:
            raise ValidationError({"people_involved": _("涉及职工人数至少为 1。")})
        if (self.result == self.Result.OPEN) != (self.closed_on is None):
            raise ValidationError({"closed_on": _("已有处理结果的须填写结案日期；还在处理的请留空。")})


class Arrears(Entry):
    """One case of wages not amount_settled, from the day it was found."""

    ledger_code = "bargaining.arrears"
    number_label = "欠薪"

    occurred_on = models.DateField(_("发现日期"))
    employer = models.ForeignKey(Employer, models.PROTECT, related_name="+", verbose_name=_("欠薪单位"))
    months = models.CharField(_("拖欠时段"), max_length=60)
    people_involved = models.PositiveIntegerField(_("涉及职工人数"))
    amount = MoneyField(_("拖欠金额"))
    demanded_on = models.DateField(_("要求改正日期"), null=True, blank=True)
    answered_on = models.DateField(_("单位答复日期"), null=True, blank=True)
    reported_on = models.DateField(_("报请政府处理日期"), null=True, blank=True)
    settled_on = models.DateField(_("清偿日期"), null=True, blank=True)
    amount_settled = MoneyField(_("已清偿金额"), default=0)
    note = models.CharField(_("处理情况"), max_length=200, blank=True)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("拖欠工资")

    def __str__(self) -> str:
        return f"{self.employer} 拖欠工资（{self.months}）"

    def clean(self) -> None:
        super().clean()
        for step in ("demanded_on", "answered_on", "reported_on", "settled_on"):
            checks.not_in_future(self, step)
            checks.not_before(self, step, "occurred_on")
        checks.not_more(self, "amount_settled", "amount")
        if self.people_involved == 0:
            raise ValidationError({"people_involved": _("涉及职工人数至少为 1。")})
        if (
            self.settled_on
            and None not in (self.amount_settled, self.amount)
            and self.amount_settled < self.amount
        ):
            raise ValidationError(
                {"amount_settled": _("填写了清偿日期的，已清偿金额应等于拖欠金额；未清完的请勿填清偿日期。")}
            )
