"""集体合同: contracts between a union and an employer, in force from a day until a day."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.people.models import Coverage, Employer
from youju.records import checks
from youju.records.record import Register


class CollectiveContract(Register):
    """One contract with one employer; its term is `from_on` to `until_on`."""

    ledger_code = "bargaining.contracts"
    number_label = "集体合同"

    class Kind(models.TextChoices):
        COMPREHENSIVE = "comprehensive", _("综合集体合同")
        WAGE = "wage", _("工资专项集体合同")
        WOMEN = "women", _("女职工权益保护专项集体合同")
        SAFETY = "safety", _("劳动安全卫生专项集体合同")

    employer = models.ForeignKey(Employer, models.PROTECT, related_name="+", verbose_name=_("用人单位"))
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
    published_on = models.DateField(_("公布日期"), null=True, blank=True)
    on_pay = models.BooleanField(_("含劳动报酬条款"), default=False)
    on_hours = models.BooleanField(_("含工作时间、休息休假条款"), default=False)
    on_safety = models.BooleanField(_("含劳动安全卫生条款"), default=False)
    on_insurance = models.BooleanField(_("含保险福利条款"), default=False)
    on_training = models.BooleanField(_("含职业培训条款"), default=False)
    on_women = models.BooleanField(_("含女职工特殊保护条款"), default=False)

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("集体合同")
        indexes = [models.Index(fields=["employer", "kind", "from_on"])]

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
        checks.not_in_future(self, "signed_on", "voted_on", "filed_on", "published_on")
        checks.not_before(self, "filed_on", "signed_on")
        checks.not_before(self, "published_on", "signed_on")
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
