"""The standard of a workers' home in one version, its items, and the marks given for them."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.base.fields import uuid7
from youju.org.handing_down import HandedDown
from youju.org.models import Organisation
from youju.records import checks
from youju.records.record import Register

MARKS = {"max_digits": 5, "decimal_places": 1, "validators": [MinValueValidator(Decimal(0))]}


class HomeStandard(HandedDown, Register):
    """建家标准: a checklist in one version; units below measure themselves against it."""

    ledger_code = "workers_home.standards"
    number_label = "建家标准"

    from_on = models.DateField(_("施行日期"))
    until_on = models.DateField(_("停用日期"), null=True, blank=True)
    name = models.CharField(_("标准名称"), max_length=80)
    version = models.CharField(_("版本"), max_length=20)
    issued_by = models.CharField(_("发布单位"), max_length=60, blank=True)
    pass_mark = models.DecimalField(_("合格分"), null=True, blank=True, **MARKS)

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("建家标准")

    def __str__(self) -> str:
        return f"{self.name}（{self.version}）"

    def clean(self) -> None:
        super().clean()
        checks.alone(
            self,
            "organisation",
            "name",
            message=_("该标准在这段时间已有施行的版本，请先停用原版本。"),
        )

    @property
    def current_items(self) -> models.QuerySet:
        """The items that make up the checklist, in their order."""
        found = HomeItem.objects.everywhere("items are read with their standard")
        return found.confirmed().filter(standard=self).order_by("order")


class HomeItem(HandedDown, Register):
    """One line of the checklist with its full marks; a required item that fails fails the whole."""

    ledger_code = "workers_home.items"
    number_label = "建家项目"

    from_on = models.DateField(_("施行日期"), blank=True, help_text=_("不填则与标准同日。"))
    standard = models.ForeignKey(HomeStandard, models.PROTECT, related_name="+", verbose_name=_("建家标准"))
    order = models.PositiveSmallIntegerField(_("序号"))
    dimension = models.CharField(_("类别"), max_length=40)
    content = models.CharField(_("检查内容"), max_length=200)
    marks = models.DecimalField(_("标准分"), **MARKS)
    required = models.BooleanField(_("必备项"), default=False)

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("建家标准项目")
        ordering = ["standard", "order", "id"]

    def __str__(self) -> str:
        return f"{self.order}. {self.content}"

    def clean(self) -> None:
        if self.from_on is None and self.standard_id:
            self.from_on = self.standard.from_on
        super().clean()
        if self.standard_id and self.organisation_id != self.standard.organisation_id:
            raise ValidationError({"standard": _("项目由发布标准的单位登记，请改选单位或标准。")})
        checks.alone(
            self,
            "standard",
            "order",
            message=_("该标准已有这个序号的项目，请换一个序号。"),
            field="order",
        )


class CheckScore(models.Model):
    """Marks given for one item in one self-check or spot-check."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    parent_id = models.UUIDField(db_index=True)  # the check; marks exist only with their check
    position = models.PositiveIntegerField(default=0)
    item = models.ForeignKey(HomeItem, models.PROTECT, related_name="+", verbose_name=_("检查内容"))
    score = models.DecimalField(_("得分"), **MARKS)
    note = models.CharField(_("扣分说明"), max_length=200, blank=True)

    class Meta:
        ordering = ["parent_id", "position"]
        verbose_name = verbose_name_plural = _("检查得分")
        constraints = [
            models.UniqueConstraint(fields=["parent_id", "item"], name="one_score_an_item"),
        ]

    def __str__(self) -> str:
        return f"{self.item}：{self.score}"


class SampledUnit(models.Model):
    """One unit that was drawn."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    parent_id = models.UUIDField(db_index=True)  # the sample
    position = models.PositiveIntegerField(default=0)
    unit = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("抽中单位"))

    class Meta:
        ordering = ["parent_id", "position"]
        verbose_name = verbose_name_plural = _("抽中单位")
        constraints = [
            models.UniqueConstraint(fields=["parent_id", "unit"], name="drawn_once"),
        ]

    def __str__(self) -> str:
        return str(self.unit)
