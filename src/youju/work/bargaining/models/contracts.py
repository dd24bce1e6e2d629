"""集体合同: in force from a day until a day, with one employer or for an area or trade."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.people.models import Coverage, Employer
from youju.records import checks
from youju.records.record import Register


class Contract(Register):
    """What every collective contract goes through; its term is `from_on` to `until_on`."""

    class Kind(models.TextChoices):
        COMPREHENSIVE = "comprehensive", _("综合集体合同")
        WAGE = "wage", _("工资专项集体合同")
        WOMEN = "women", _("女职工权益保护专项集体合同")
        SAFETY = "safety", _("劳动安全卫生专项集体合同")

    kind = models.CharField(_("合同种类"), max_length=20, choices=Kind)
    title = models.CharField(_("合同名称"), max_length=100)
    from_on = models.DateField(_("生效日期"))
    until_on = models.DateField(_("到期日期"))
    workers_covered = models.PositiveIntegerField(_("覆盖职工数"))
    voted_on = models.DateField(_("审议日期"), null=True, blank=True)
    delegates_due = models.PositiveIntegerField(_("应到代表"), default=0)
    delegates_present = models.PositiveIntegerField(_("实到代表"), default=0)
    votes_for = models.PositiveIntegerField(_("赞成票"), default=0)
    signed_on = models.DateField(_("签订日期"))
    filed_on = models.DateField(_("报送日期"), null=True, blank=True)
    filing_number = models.CharField(_("备案文号"), max_length=60, blank=True)
    objected_on = models.DateField(
        _("审查意见日期"), null=True, blank=True, help_text=_("人社部门提出异议的才填；没有异议的留空。")
    )
    objection = models.CharField(_("审查意见"), max_length=200, blank=True)
    published_on = models.DateField(_("公布日期"), null=True, blank=True)

    class Meta(Register.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.title

    @property
    def passed(self) -> bool:
        """Two thirds of those due were present and more than half of all those due agreed."""
        due = self.delegates_due
        return due > 0 and self.delegates_present * 3 >= due * 2 and self.votes_for * 2 > due

    def clean(self) -> None:
        super().clean()
        checks.not_more(self, "delegates_present", "delegates_due")
        checks.not_more(self, "votes_for", "delegates_present")
        checks.not_in_future(self, "signed_on", "voted_on", "filed_on", "objected_on", "published_on")
        for later in ("filed_on", "objected_on", "published_on"):
            checks.not_before(self, later, "signed_on")
        if self.objected_on and not self.objection:
            raise ValidationError({"objection": _("填了审查意见日期的，请写明审查意见。")})


class CollectiveContract(Contract):
    """One contract with one employer."""

    ledger_code = "bargaining.contracts"
    number_label = "集体合同"

    employer = models.ForeignKey(Employer, models.PROTECT, related_name="+", verbose_name=_("用人单位"))
    on_pay = models.BooleanField(_("含劳动报酬条款"), default=False)
    on_hours = models.BooleanField(_("含工作时间、休息休假条款"), default=False)
    on_safety = models.BooleanField(_("含劳动安全卫生条款"), default=False)
    on_insurance = models.BooleanField(_("含保险福利条款"), default=False)
    on_training = models.BooleanField(_("含职业培训条款"), default=False)
    on_women = models.BooleanField(_("含女职工特殊保护条款"), default=False)

    class Meta(Contract.Meta):
        abstract = False
        verbose_name = verbose_name_plural = _("集体合同")
        indexes = [models.Index(fields=["employer", "kind", "from_on"])]

    def clean(self) -> None:
        super().clean()
        self._check_coverage()
        checks.alone(
            self,
            "employer",
            "kind",
            message=_("该单位在这段期限内已有同类集体合同；重新签订的，请先更正原合同的到期日期。"),
        )

    def _check_coverage(self) -> None:
        if None in (self.employer_id, self.organisation_id, self.from_on):
            return
        covered = Coverage._plain.filter(
            checks.overlap_of(self), employer=self.employer_id, state="confirmed"
        )
        if not covered.filter(organisation=self.organisation_id).exists():
            raise ValidationError({"employer": _("该单位不在本工会覆盖范围内，请改选单位或先登记工会覆盖。")})


class AreaContract(Contract):
    """区域性、行业性集体合同: one contract for many employers, signed by the union above them."""

    ledger_code = "bargaining.area_contracts"
    number_label = "区域合同"

    class Reach(models.TextChoices):
        AREA = "area", _("区域性")
        TRADE = "trade", _("行业性")

    reach = models.CharField(_("类别"), max_length=10, choices=Reach)
    field = models.CharField(
        _("区域或行业"), max_length=60, help_text=_("如：工业园区、石英行业；限县级以下区域。")
    )

    class Meta(Contract.Meta):
        abstract = False
        verbose_name = verbose_name_plural = _("区域性、行业性集体合同")

    def clean(self) -> None:
        super().clean()
        message = _("该区域或行业在这段期限内已有同类集体合同；重新签订的，请先更正原合同的到期日期。")
        checks.alone(self, "organisation", "field", "kind", message=message, field="field")


class AreaUnit(Register):
    """One employer under an area contract: that many units are covered can be named one by one."""

    ledger_code = "bargaining.area_units"
    number_label = "覆盖单位"

    contract = models.ForeignKey(
        AreaContract, models.PROTECT, related_name="+", verbose_name=_("区域性、行业性集体合同")
    )
    employer = models.ForeignKey(Employer, models.PROTECT, related_name="+", verbose_name=_("用人单位"))
    from_on = models.DateField(_("纳入日期"))
    workers = models.PositiveIntegerField(_("覆盖职工数"))

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("区域合同覆盖单位")

    def __str__(self) -> str:
        return f"{self.employer}（{self.contract}）"

    def clean(self) -> None:
        super().clean()
        if self.contract_id and self.contract.organisation_id != self.organisation_id:
            raise ValidationError({"contract": _("所选合同不属于该工会，请改选单位或合同。")})
        self._check_days()
        message = _("该单位已在这份合同的覆盖名单内，不要重复登记。")
        checks.alone(self, "contract", "employer", message=message, field="employer")

    def _check_days(self) -> None:
        if None in (self.from_on, self.contract_id):
            return
        if not self.contract.from_on <= self.from_on <= self.contract.until_on:
            raise ValidationError({"from_on": _("纳入日期应在合同有效期之内。")})
