"""困难职工档案: one household, one file, its class computed and never typed, looked at again every year."""

from decimal import Decimal
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from youju.base.fields import EncryptedField, MoneyField, Sealed, as_yuan
from youju.org.handing_down import HandedDown
from youju.org.models import Reach
from youju.people.models import Household, Person
from youju.records import checks
from youju.records.querysets import holds_on
from youju.records.record import Entry, Register
from youju.work.relief.measuring import Hardship, Means, classify


class Cause(models.TextChoices):
    NO_LABOUR = "no_labour", _("无劳动能力")
    UNEMPLOYED = "unemployed", _("有劳动能力但未就业")
    LAID_OFF = "laid_off", _("下岗失业")
    UNINSURED = "uninsured", _("未参加社会保险")
    UNPAID = "unpaid", _("社会保险待遇未落实")
    ILLNESS = "illness", _("本人或家属患大病")
    DISASTER = "disaster", _("自然灾害")
    ACCIDENT = "accident", _("意外事故")
    SCHOOL = "school", _("子女上学")
    OTHER = "other", _("其他")


class LivingStandard(HandedDown, Register):
    """低保标准: the county's minimum living standard a head and month, by which hardship is measured."""

    ledger_code = "relief.living_standards"

    amount = MoneyField(_("低保标准（元/人·月）"))
    document = models.CharField(_("文件依据"), max_length=100)

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("低保标准台账")

    def __str__(self) -> str:
        return f"{self.organisation} 低保标准（{self.from_on}起）"

    def clean(self) -> None:
        super().clean()
        if self.amount is not None and self.amount <= 0:
            raise ValidationError({"amount": _("低保标准须大于零。")})
        message = _("这段时间已登记低保标准，请先终止原标准（填截止日期）。")
        checks.alone(self, "organisation", message=message)


def standard_on(organisation_id, day) -> Decimal | None:
    """The minimum living standard that the unit, or a body above it, has registered for a day."""
    above = Reach.objects.filter(holds_on(day), descendant=organisation_id).values("ancestor")
    found = LivingStandard._plain.filter(organisation__in=above, state="confirmed").filter(holds_on(day))
    return found.order_by("-from_on").values_list("amount", flat=True).first()


class HardshipFile(Register):
    """困难职工档案: from application to exit; both levels say when they opened theirs."""

    ledger_code = "relief.files"
    number_label = "困难档案"
    personal: ClassVar[tuple[str, ...]] = ("cause",)
    MEANS = ("income", "rigid_costs", "accident_costs")

    class Work(models.TextChoices):
        AT_WORK = "at_work", _("在岗")
        LAID_OFF = "laid_off", _("下（待）岗")
        UNEMPLOYED = "unemployed", _("失（无）业")
        RETIRED = "retired", _("退休")
        SICK = "sick", _("病休")
        EARLY = "early", _("内退")

    class Exit(models.TextChoices):
        BETTER = "better", _("脱困")
        CLASS = "class", _("类别调整，另立新档")
        RETIRED = "retired", _("退休")
        LEFT = "left", _("调离本地")
        DIED = "died", _("死亡")
        WRONG = "wrong", _("不符合条件")

    from_on = models.DateField(_("申请（发现）日期"))
    until_on = models.DateField(_("退出日期"), null=True, blank=True)
    household = models.ForeignKey(Household, models.PROTECT, related_name="+", verbose_name=_("家庭"))
    worker = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("困难职工"))
    work_state = models.CharField(_("工作状态"), max_length=10, choices=Work, blank=True)
    zero_employment = models.BooleanField(_("零就业家庭"), default=False)
    migrant = models.BooleanField(_("农民工"), default=False)
    people = models.PositiveSmallIntegerField(_("共同生活人数"), validators=[MinValueValidator(1)])
    income = EncryptedField(label="hardship.income", verbose_name=_("家庭年可支配收入"))
    rigid_costs = EncryptedField(
        label="hardship.rigid_costs",
        verbose_name=_("年刚性支出"),
        blank=True,
        help_text=_("医疗、教育等自付部分。"),
    )
    accident_costs = EncryptedField(
        label="hardship.accident_costs", verbose_name=_("灾病意外损失"), blank=True
    )
    standard = MoneyField(_("适用低保标准"), editable=False, default=0)
    hardship = models.CharField(_("困难类别"), max_length=10, choices=Hardship, editable=False)
    cause = models.CharField(_("主要致困原因"), max_length=12, choices=Cause)
    cleared = models.BooleanField(
        _("已核对无不予建档情形"),
        default=False,
        help_text=_("高收费私立学校就读或自费留学、两套以上住房、经商办厂雇工等。"),
    )
    unit_filed_on = models.DateField(_("基层建档日期"), null=True, blank=True)
    posted_on = models.DateField(_("公示开始日期"), null=True, blank=True)
    posted_until = models.DateField(_("公示截止日期"), null=True, blank=True)
    town_filed_on = models.DateField(_("乡镇建档日期"), null=True, blank=True)
    exit_reason = models.CharField(_("退出原因"), max_length=10, choices=Exit, blank=True)

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("困难职工档案")
        indexes = [models.Index(fields=["household"]), models.Index(fields=["organisation", "from_on"])]
        constraints = [
            *Register.Meta.constraints,
            models.CheckConstraint(
                condition=Q(until_on=None, exit_reason="") | Q(until_on__isnull=False) & ~Q(exit_reason=""),
                name="hardship_file_ends_for_a_reason",
                violation_error_message=_("退出困难职工档案须同时填写退出日期和退出原因。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.worker}（{self.get_hardship_display()}）"

    def clean(self) -> None:
        super().clean()
        dates = ("unit_filed_on", "posted_on", "posted_until", "town_filed_on")
        checks.not_in_future(self, "from_on", *dates)
        for name in dates:
            checks.not_before(self, name, "from_on")
        checks.not_before(self, "posted_until", "posted_on")
        checks.alone(self, "household", message=_("该家庭这段时间已有困难职工档案，一户只建一份档。"))
        if self.organisation_id and self.from_on and self.people:
            self._settle_class()

    def means(self) -> Means:
        """The sums of the household, opened."""
        income, rigid, accident = (self._sum(name) for name in self.MEANS)
        return Means(income, rigid, self.people, accident)

    def _settle_class(self) -> None:
        """The class by the standard in force when the file was begun; kept as it came out then."""
        standard = standard_on(self.organisation_id, self.from_on) or self.standard
        if not standard:
            raise ValidationError(
                {"income": _("本县在申请日期的低保标准尚未登记，无法核定类别；请先在“低保标准台账”中登记。")}
            )
        means = self.means()
        found = classify(means, standard, self.from_on, self.organisation.region)
        if found is None:
            text = f"{means.per_head:.2f}"
            message = _("家庭月人均%s元，按公式不属于困难职工；因灾病意外致困的，请填写灾病意外损失。")
            raise ValidationError({"income": message % text})
        self.standard, self.hardship = standard, found

    def _sum(self, name: str) -> Decimal:
        value = getattr(self, name)
        text = value.open(self.pk) if isinstance(value, Sealed) else value
        try:
            amount = as_yuan(text or "0")
        except ValidationError as error:
            raise ValidationError({name: error.messages}) from error
        if amount < 0:
            raise ValidationError({name: _("金额不能为负数。")})
        return amount


class HardshipReview(Entry):
    """档案复核: one look at one file, with what came of it."""

    ledger_code = "relief.reviews"
    number_label = "困难复核"
    personal: ClassVar[tuple[str, ...]] = ("finding",)

    class Result(models.TextChoices):
        KEPT = "kept", _("继续在档")
        CLASS = "class", _("调整类别")
        EXIT = "exit", _("退出")

    occurred_on = models.DateField(_("复核日期"))
    file = models.ForeignKey(HardshipFile, models.PROTECT, related_name="+", verbose_name=_("困难职工档案"))
    at_home = models.BooleanField(_("已入户核查"), default=False)
    reviewed_by = models.CharField(_("复核人"), max_length=60)
    result = models.CharField(_("复核结果"), max_length=8, choices=Result, default=Result.KEPT)
    finding = models.CharField(_("家庭状况变化"), max_length=200, blank=True)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("困难档案复核台账")
        indexes = [models.Index(fields=["file", "occurred_on"])]

    def __str__(self) -> str:
        return f"{self.file} {self.get_result_display()}"

    def clean(self) -> None:
        super().clean()
        if self.file_id and self.occurred_on and not self.file.holds_on(self.occurred_on):
            raise ValidationError({"occurred_on": _("该档案当日不在档（未申请或已退出），请核对日期。")})
        if self.result != self.Result.KEPT and not self.finding:
            raise ValidationError({"finding": _("调整类别或退出的，请写明家庭状况有什么变化。")})
