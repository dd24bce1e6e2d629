"""工会经费: what came in, what went out and for what, what was planned and made known. No bookkeeping."""

from decimal import Decimal
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from youju.base.fields import CENT, MoneyField
from youju.records import checks
from youju.records.paid import PaidEntry
from youju.records.record import Entry
from youju.work.funds.parameters import DUES_PERCENT, FUND_HEADS

STANDING = ~Q(state__in=["voided", "returned"])
NOT_NEGATIVE = MinValueValidator(Decimal(0), _("金额不能为负数。"))


class DuesPayment(Entry):
    """会费: one unit and one month: what was due by the rule, and what came in."""

    ledger_code = "funds.dues"
    number_label = "会费"
    paid: ClassVar[tuple[str, ...]] = ("base", "received")

    occurred_on = models.DateField(_("所属月份"), help_text=_("填该月份的任意一天。"))
    month = models.CharField(_("月份"), max_length=7, editable=False, default="")
    payers = models.PositiveIntegerField(_("应交会员数"))
    base = MoneyField(
        _("计费工资合计"),
        validators=[NOT_NEGATIVE],
        help_text=_("各会员月基本工资之和，每人不足10元的尾数不计；不含奖金、津贴。"),
    )
    due = MoneyField(_("应交会费"), editable=False, default=0)
    received = MoneyField(_("实收会费"), validators=[NOT_NEGATIVE])
    paid_on = models.DateField(_("收缴日期"), null=True, blank=True)
    collector = models.CharField(_("收缴人"), max_length=50, blank=True)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("会费台账")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "month"],
                condition=STANDING,
                name="one_dues_a_month",
                violation_error_message=_("该单位本月会费已登记，请修改原记录，不要重复登记。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation} {self.month}会费"

    def clean(self) -> None:
        super().clean()
        if self.occurred_on:
            self.month = f"{self.occurred_on:%Y-%m}"
            self._settle_due()
        checks.not_in_future(self, "paid_on")
        if self.received and self.paid_on is None:
            raise ValidationError({"paid_on": _("收到会费须填写收缴日期。")})
        if self.base and self.base % 10:
            raise ValidationError({"base": _("每人不足10元的尾数不计，合计应是10的整数倍，请核对。")})
        if self.base and not self.payers:
            raise ValidationError({"payers": _("填写了计费工资，应交会员数须大于 0。")})

    def _settle_due(self) -> None:
        if None not in (self.base, self.organisation_id):
            self.due = (
                self.base * DUES_PERCENT.on(self.occurred_on, self.organisation.region) / 100
            ).quantize(CENT)


class Direction(models.TextChoices):
    IN = "in", _("收入")
    OUT = "out", _("支出")


class Head(models.TextChoices):
    DUES = "dues", _("会费收入")
    ALLOCATED = "allocated", _("拨缴经费收入")
    UPPER = "upper", _("上级补助收入")
    FINANCE = "finance", _("政府补助收入")
    EMPLOYER = "employer", _("行政补助收入")
    OTHER_INCOME = "other_income", _("其他收入")
    ACTIVITIES = "activities", _("职工活动支出")
    RIGHTS = "rights", _("维权支出")
    BUSINESS = "business", _("业务支出")
    CAPITAL = "capital", _("资本性支出")
    ENTERPRISE = "enterprise", _("事业支出")
    OTHER_SPENDING = "other_spending", _("其他支出")

    @classmethod
    def income(cls) -> tuple["Head", ...]:
        return tuple(cls)[:6]


def check_head(record, day) -> None:
    """Refuse a head of the other direction, or one that the chart of that day does not have."""
    if not record.head or not record.direction:
        return
    if (record.head in Head.income()) != (record.direction == Direction.IN):
        raise ValidationError({"head": _("科目与收支方向不符，请改选科目或方向。")})
    if day and record.organisation_id and record.head not in FUND_HEADS.on(day, record.organisation.region):
        raise ValidationError({"head": _("该科目在这一天未启用，请按当时的科目表选择。")})


class FundLine(PaidEntry):
    """经费收支: one amount in or out, under one head, for one purpose."""

    ledger_code = "funds.lines"
    number_label = "收支"
    paid: ClassVar[tuple[str, ...]] = ("amount",)
    alike: ClassVar[tuple[str, ...]] = ("direction", "head", "source")

    class Source(models.TextChoices):
        DUES = "dues", _("会费")
        ALLOCATED = "allocated", _("拨缴经费")
        SUBSIDY = "subsidy", _("补助经费")
        OTHER = "other", _("其他")

    direction = models.CharField(_("收支方向"), max_length=4, choices=Direction)
    head = models.CharField(_("科目"), max_length=16, choices=Head)
    source = models.CharField(_("经费来源"), max_length=10, choices=Source)
    amount = MoneyField(_("金额"))
    purpose = models.CharField(_("用途（事由）"), max_length=200)
    activity = models.CharField(
        _("对应工作编号"),
        max_length=40,
        blank=True,
        help_text=_("填对应台账的编号，如 文体-2025-0003、送温暖-2025-0042。"),
    )
    counterparty = models.CharField(_("付款（收款）单位或个人"), max_length=100, blank=True)
    voucher = models.CharField(_("凭证号"), max_length=40, blank=True)
    approved_by = models.CharField(_("审批人"), max_length=50, blank=True)

    class Meta(PaidEntry.Meta):
        verbose_name = verbose_name_plural = _("经费收支台账")
        indexes = [models.Index(fields=["head", "occurred_on"])]

    def __str__(self) -> str:
        return f"{self.get_head_display()} {self.purpose}"

    def clean(self) -> None:
        super().clean()
        if self.amount == 0:
            raise ValidationError({"amount": _("金额不能为零。")})
        check_head(self, self.occurred_on)


class BudgetLine(Entry):
    """预算: what one head may bring in or cost in one year, as approved."""

    ledger_code = "funds.budgets"
    number_label = "预算"

    occurred_on = models.DateField(_("批准日期"))
    year = models.PositiveSmallIntegerField(_("预算年度"))
    direction = models.CharField(_("收支方向"), max_length=4, choices=Direction)
    head = models.CharField(_("科目"), max_length=16, choices=Head)
    amount = MoneyField(_("预算金额"), validators=[NOT_NEGATIVE])
    approved_by = models.CharField(_("批准机构"), max_length=60, blank=True)
    note = models.CharField(_("说明"), max_length=200, blank=True)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("经费预算")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "year", "head"],
                condition=STANDING,
                name="one_budget_a_head",
                violation_error_message=_("该科目本年度预算已登记；调整预算请更正原记录。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.year}年 {self.get_head_display()}预算"

    def clean(self) -> None:
        super().clean()
        check_head(self, self.occurred_on)


class FundDisclosure(Entry):
    """经费公开: one statement of money made known to the members."""

    ledger_code = "funds.disclosures"
    number_label = "经费公开"

    class Content(models.TextChoices):
        ACCOUNTS = "accounts", _("收支情况")
        BUDGET = "budget", _("预算")
        FINAL = "final", _("决算")
        DUES = "dues", _("会费收缴和使用")

    class Channel(models.TextChoices):
        CONGRESS = "congress", _("会员（代表）大会")
        BOARD = "board", _("公开栏")
        NETWORK = "network", _("网络、工作群")
        OTHER = "other", _("其他")

    occurred_on = models.DateField(_("公开日期"))
    content = models.CharField(_("公开内容"), max_length=10, choices=Content)
    covers_from = models.DateField(_("收支起日"))
    covers_until = models.DateField(_("收支止日"))
    channel = models.CharField(_("公开形式"), max_length=10, choices=Channel)
    place = models.CharField(_("公开地点"), max_length=60, blank=True)
    audited = models.BooleanField(_("经审会已审查"), default=False)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("经费公开台账")

    def __str__(self) -> str:
        return f"{self.organisation} {self.get_content_display()}公开"

    def clean(self) -> None:
        super().clean()
        checks.not_before(self, "covers_until", "covers_from")
