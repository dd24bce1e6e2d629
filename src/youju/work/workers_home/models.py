"""建家: the standard and how units measure against it, what workers and owners say, and what was built."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.base.fields import MoneyField
from youju.people.models import Employer
from youju.records import checks
from youju.records.record import Entry, Register
from youju.work.workers_home.standards import CheckScore, HomeItem, HomeStandard, SampledUnit

__all__ = [
    "CheckScore",
    "Facility",
    "Home",
    "HomeItem",
    "HomeStandard",
    "Pilot",
    "Sample",
    "SampledUnit",
    "SatisfactionBallot",
    "SelfCheck",
    "SpotCheck",
]


class Home(Register):
    """建家: a union that builds a workers' home, and the level it has been named for."""

    ledger_code = "workers_home.homes"
    number_label = "建家"

    class Level(models.TextChoices):
        BUILDING = "building", _("创建中")
        SMALL = "small", _("职工小家")
        QUALIFIED = "qualified", _("合格职工之家")
        ADVANCED = "advanced", _("先进职工之家")
        MODEL = "model", _("模范职工之家")

    from_on = models.DateField(_("起始（命名）日期"))
    until_on = models.DateField(_("终止（晋级）日期"), null=True, blank=True)
    level = models.CharField(_("建家等级"), max_length=10, choices=Level, default=Level.BUILDING)
    named_by = models.CharField(_("命名机关"), max_length=60, blank=True)
    note = models.CharField(_("说明"), max_length=200, blank=True)

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("建家台账")

    def __str__(self) -> str:
        return f"{self.organisation} {self.get_level_display()}"

    def clean(self) -> None:
        super().clean()
        if self.level in (self.Level.ADVANCED, self.Level.MODEL) and not self.named_by:
            raise ValidationError({"named_by": _("先进、模范职工之家须填写命名机关。")})
        checks.alone(
            self,
            "organisation",
            "level",
            message=_("该单位在这段时间已登记同一等级，不要重复登记。"),
        )


class SelfCheck(Entry):
    """自查: a unit measures itself against the standard, item by item."""

    ledger_code = "workers_home.self_checks"
    number_label = "自查"
    child_models = (CheckScore,)

    occurred_on = models.DateField(_("自查日期"))
    standard = models.ForeignKey(HomeStandard, models.PROTECT, related_name="+", verbose_name=_("建家标准"))
    checked_by = models.CharField(_("自查人"), max_length=60)
    gaps = models.TextField(_("差距和不足"), blank=True)
    remedy = models.TextField(_("整改措施"), blank=True)
    remedy_by = models.DateField(_("整改期限"), null=True, blank=True)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("建家自查台账")

    def __str__(self) -> str:
        return f"{self.organisation} {self.occurred_on.year}年建家自查"

    def clean(self) -> None:
        super().clean()
        checks.not_before(self, "remedy_by", "occurred_on")


class Sample(Entry):
    """抽样: units drawn for a spot-check by a published seed, so that anybody can draw them again."""

    ledger_code = "workers_home.samples"
    number_label = "抽样"
    child_models = (SampledUnit,)

    occurred_on = models.DateField(_("抽样日期"))
    standard = models.ForeignKey(HomeStandard, models.PROTECT, related_name="+", verbose_name=_("建家标准"))
    percent = models.PositiveSmallIntegerField(
        _("抽样比例（%）"), validators=[MinValueValidator(1), MaxValueValidator(100)]
    )
    seed = models.CharField(
        _("抽样种子"),
        max_length=40,
        help_text=_("事先公布的任意文字或数字，如当天开奖号码；同一种子总是抽中同样的单位。"),
    )
    witnessed_by = models.CharField(_("监督人"), max_length=60, blank=True)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("建家抽查抽样")

    def __str__(self) -> str:
        return f"{self.organisation} {self.occurred_on} 抽样"


class SpotCheck(Entry):
    """抽查: the federation measures one unit against the same standard."""

    ledger_code = "workers_home.spot_checks"
    number_label = "抽查"
    child_models = (CheckScore,)

    occurred_on = models.DateField(_("抽查日期"))
    sample = models.ForeignKey(
        Sample, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("抽样")
    )
    self_check = models.ForeignKey(
        SelfCheck, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("对应自查")
    )
    standard = models.ForeignKey(HomeStandard, models.PROTECT, related_name="+", verbose_name=_("建家标准"))
    checkers = models.CharField(_("抽查人"), max_length=100, help_text=_("两人以上，用顿号隔开。"))
    opinion = models.TextField(_("抽查意见"), blank=True)
    remedy_by = models.DateField(_("整改期限"), null=True, blank=True)
    remedied_on = models.DateField(_("整改完成日期"), null=True, blank=True)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("建家抽查台账")

    def __str__(self) -> str:
        return f"{self.organisation} {self.occurred_on.year}年建家抽查"

    def clean(self) -> None:
        super().clean()
        checks.not_before(self, "remedy_by", "occurred_on")
        checks.not_in_future(self, "remedied_on")
        if len([name for name in self.checkers.replace("，", "、").split("、") if name.strip()]) < 2:
            raise ValidationError({"checkers": _("抽查须两人以上，请把姓名用顿号隔开。")})
        if self.self_check_id is None:
            return
        if self.self_check.organisation_id != self.organisation_id:
            raise ValidationError({"self_check": _("该自查不属于所选单位，请重新选择。")})
        if self.self_check.standard_id != self.standard_id:
            raise ValidationError({"self_check": _("自查与抽查须对照同一标准，请重新选择。")})


class SatisfactionBallot(Entry):
    """两个满意: one ballot among the workers or among investors and managers of a unit."""

    ledger_code = "workers_home.ballots"
    number_label = "测评"

    class Group(models.TextChoices):
        WORKERS = "workers", _("职工")
        OWNERS = "owners", _("投资、经营者")

    occurred_on = models.DateField(_("测评日期"))
    group = models.CharField(_("测评对象"), max_length=10, choices=Group)
    issued = models.PositiveIntegerField(_("发出票数"))
    returned = models.PositiveIntegerField(_("收回票数"))
    satisfied = models.PositiveIntegerField(_("满意"))
    basically = models.PositiveIntegerField(_("基本满意"))
    dissatisfied = models.PositiveIntegerField(_("不满意"))

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("建家满意度测评")

    def __str__(self) -> str:
        return f"{self.organisation} {self.get_group_display()}满意度测评"

    @property
    def rate(self) -> Decimal | None:
        """Satisfied and basically satisfied among the ballots returned, in per cent."""
        good = self.satisfied + self.basically
        return Decimal(good * 100) / self.returned if self.returned else None

    def clean(self) -> None:
        super().clean()
        checks.not_more(self, "returned", "issued")
        votes = (self.satisfied, self.basically, self.dissatisfied, self.returned)
        if None not in votes and sum(votes[:3]) > self.returned:
            raise ValidationError({"returned": _("满意、基本满意、不满意之和不能多于收回票数，请核对。")})


class Facility(Register):
    """阵地设施: something workers use, and who provided it."""

    ledger_code = "workers_home.facilities"
    number_label = "设施"

    class Kind(models.TextChoices):
        TABLE_TENNIS = "table_tennis", _("乒乓球桌")
        BILLIARDS = "billiards", _("台球桌")
        BASKETBALL = "basketball", _("篮球场")
        BADMINTON = "badminton", _("羽毛球场")
        COMPUTERS = "computers", _("电脑")
        BOOKS = "books", _("职工书屋（图书）")
        FITNESS = "fitness", _("健身器材")
        ROOM = "room", _("活动室")
        OTHER = "other", _("其他设施")

    class Source(models.TextChoices):
        UNION = "union", _("工会提供")
        EMPLOYER = "employer", _("企业配套")
        OTHER = "other", _("其他来源")

    from_on = models.DateField(_("配置日期"))
    until_on = models.DateField(_("停用日期"), null=True, blank=True)
    kind = models.CharField(_("设施种类"), max_length=14, choices=Kind)
    name = models.CharField(_("名称（型号）"), max_length=60, blank=True)
    quantity = models.PositiveIntegerField(_("数量"), default=1, validators=[MinValueValidator(1)])
    source = models.CharField(_("来源"), max_length=10, choices=Source)
    provided_by = models.CharField(_("提供单位"), max_length=60, blank=True)
    place = models.CharField(_("位置"), max_length=60, blank=True)
    cost = MoneyField(_("价值"), null=True, blank=True)

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("阵地设施台账")

    def __str__(self) -> str:
        return f"{self.name or self.get_kind_display()} {self.organisation}"

    def clean(self) -> None:
        super().clean()
        checks.not_in_future(self, "from_on")
        if self.kind == self.Kind.OTHER and not self.name:
            raise ValidationError({"name": _("其他设施须写明名称。")})


class Pilot(Register):
    """试点: a unit where something is tried first, from a day until its outcome is known."""

    ledger_code = "workers_home.pilots"
    number_label = "试点"

    class Kind(models.TextChoices):
        HOME = "home", _("职工之家")
        CONTRACT = "contract", _("集体合同")
        DEMOCRACY = "democracy", _("民主管理")
        OTHER = "other", _("其他")

    from_on = models.DateField(_("确定日期"))
    until_on = models.DateField(_("结束日期"), null=True, blank=True)
    kind = models.CharField(_("试点内容"), max_length=10, choices=Kind)
    employer = models.ForeignKey(Employer, models.PROTECT, related_name="+", verbose_name=_("试点单位"))
    grounds = models.CharField(_("选点理由"), max_length=200, blank=True)
    outcome = models.TextField(_("试点成效"), blank=True)

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("试点台账")

    def __str__(self) -> str:
        return f"{self.employer} {self.get_kind_display()}试点"

    @property
    def headline(self) -> str:
        return str(self.employer)

    def clean(self) -> None:
        super().clean()
        checks.alone(
            self,
            "employer",
            "kind",
            message=_("该单位在这段时间已是同一内容的试点，不要重复登记。"),
            field="employer",
        )
