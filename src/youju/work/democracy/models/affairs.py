"""厂务公开: what is to be made known, where it hangs, and what was made known."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.records import checks
from youju.records.record import Entry, Register


class AffairsKind(models.TextChoices):
    FACTORY = "factory", _("厂务公开")
    SCHOOL = "school", _("校务公开")
    OFFICE = "office", _("政务公开")


class Rhythm(models.TextChoices):
    """How often something is to be renewed."""

    MONTH = "month", _("每月")
    QUARTER = "quarter", _("每季度")
    HALF = "half", _("每半年")
    YEAR = "year", _("每年")

    @property
    def months(self) -> int:
        return {"month": 1, "quarter": 3, "half": 6, "year": 12}[self.value]


class Board(Register):
    """公开栏: a board that hangs somewhere and is renewed in a rhythm; disclosures say when it was."""

    ledger_code = "democracy.boards"
    number_label = "公开栏"

    from_on = models.DateField(_("设立日期"))
    until_on = models.DateField(_("撤除日期"), null=True, blank=True)
    place = models.CharField(_("地点"), max_length=100)
    kind = models.CharField(_("公开类别"), max_length=10, choices=AffairsKind, default=AffairsKind.FACTORY)
    rhythm = models.CharField(_("更新周期"), max_length=10, choices=Rhythm, default=Rhythm.QUARTER)
    keeper = models.CharField(_("管理人"), max_length=50, blank=True)

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("公开栏")

    def __str__(self) -> str:
        return f"{self.organisation} {self.place}"

    def clean(self) -> None:
        super().clean()
        message = _("同一地点已登记公开栏，不要重复登记。")
        checks.alone(self, "organisation", "place", message=message, field="place")


class CatalogueItem(Register):
    """公开目录: one matter a unit has undertaken to make known, and how often."""

    ledger_code = "democracy.catalogue"
    number_label = "目录"

    class Topic(models.TextChoices):
        PLANS = "plans", _("生产经营（工作）计划和结果")
        PAY = "pay", _("工资、奖金、福利方案")
        RULES = "rules", _("规章制度")
        CONTRACTS = "contracts", _("劳动合同、集体合同")
        PEOPLE = "people", _("录用、奖惩、裁减人员")
        SAFETY = "safety", _("安全生产和事故处理")
        INSURANCE = "insurance", _("社会保险缴纳")
        TRAINING = "training", _("职工教育经费")
        MONEY = "money", _("重大开支、招标、资产")
        LEADERS = "leaders", _("领导人员廉洁自律和评议")
        OTHER = "other", _("其他")

    from_on = models.DateField(_("列入日期"))
    until_on = models.DateField(_("停止公开日期"), null=True, blank=True)
    kind = models.CharField(_("公开类别"), max_length=10, choices=AffairsKind, default=AffairsKind.FACTORY)
    topic = models.CharField(_("事项类别"), max_length=12, choices=Topic)
    item = models.CharField(_("公开事项"), max_length=100)
    rhythm = models.CharField(_("公开周期"), max_length=10, choices=Rhythm, default=Rhythm.HALF)
    department = models.CharField(_("责任部门"), max_length=60, blank=True)

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("公开目录")

    def __str__(self) -> str:
        return self.item

    def clean(self) -> None:
        super().clean()
        message = _("该事项已在公开目录中，不要重复登记。")
        checks.alone(self, "organisation", "item", message=message, field="item")


class Disclosure(Entry):
    """One item of affairs made known to the workers."""

    ledger_code = "democracy.disclosures"
    number_label = "公开"

    Kind = AffairsKind

    class Channel(models.TextChoices):
        BOARD = "board", _("公开栏")
        CONGRESS = "congress", _("职代会")
        MEETING = "meeting", _("会议通报")
        NETWORK = "network", _("网络、工作群")
        OTHER = "other", _("其他")

    occurred_on = models.DateField(_("公开日期"))
    kind = models.CharField(_("公开类别"), max_length=10, choices=Kind, default=Kind.FACTORY)
    item = models.CharField(_("公开事项"), max_length=200)
    channel = models.CharField(_("公开形式"), max_length=10, choices=Channel, default=Channel.BOARD)
    place = models.CharField(_("公开地点"), max_length=100, blank=True)
    board = models.ForeignKey(
        Board, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("公开栏")
    )
    catalogue_item = models.ForeignKey(
        CatalogueItem, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("公开目录事项")
    )

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("事务公开")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.item}"

    def clean(self) -> None:
        super().clean()
        for name in ("board", "catalogue_item"):
            if getattr(self, f"{name}_id") and getattr(self, name).organisation_id != self.organisation_id:
                label = self._meta.get_field(name).verbose_name
                raise ValidationError({name: _("所选%s不属于该单位，请重新选择。") % label})
        if self.board_id and not self.place:
            self.place = self.board.place
        if self.channel == self.Channel.BOARD and not self.place:
            raise ValidationError({"place": _("用公开栏公开的，请写明公开栏在何处。")})
