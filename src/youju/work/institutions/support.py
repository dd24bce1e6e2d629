"""Party, government and upper unions: what they asked for and gave; and surveys made for them or for us."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.base.fields import MoneyField
from youju.ledger.lines import LineOfWork
from youju.records import checks
from youju.records.record import Entry
from youju.work.institutions.deadlines import DeadlineQuerySet


class UpperSupport(Entry):
    """上级交办与支持: one thing a leading body assigned, guided, gave or studied."""

    ledger_code = "institutions.upper"
    number_label = "上级"

    class Body(models.TextChoices):
        COUNTY_UNION = "county_union", _("县总工会")
        PARTY = "party", _("党委、政府")
        OTHER = "other", _("其他上级部门")

    class Kind(models.TextChoices):
        ASSIGNED = "assigned", _("交办")
        GUIDED = "guided", _("指导")
        SUPPORTED = "supported", _("支持")
        STUDIED = "studied", _("专题研究")

    class Means(models.TextChoices):
        MONEY = "money", _("资金")
        GOODS = "goods", _("物资器材")
        TRAINING = "training", _("培训")
        POLICY = "policy", _("政策、协调")
        OTHER = "other", _("其他")

    body = models.CharField(_("上级单位"), max_length=14, choices=Body)
    kind = models.CharField(_("类别"), max_length=12, choices=Kind)
    item = models.CharField(_("事项"), max_length=200)
    served_line = models.CharField(_("服务条线"), max_length=20, choices=LineOfWork, blank=True)
    means = models.CharField(_("支持方式"), max_length=10, choices=Means, blank=True)
    amount = MoneyField(_("支持金额"), null=True, blank=True)
    leaders = models.CharField(_("有关领导"), max_length=100, blank=True)
    due_on = models.DateField(_("办结期限"), null=True, blank=True)
    done_on = models.DateField(_("办结日期"), null=True, blank=True)
    result = models.TextField(_("办理（落实）情况"), blank=True)

    objects = DeadlineQuerySet.as_manager()

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("上级交办与支持台账")
        indexes = [models.Index(fields=["kind", "due_on"])]

    def __str__(self) -> str:
        return f"{self.get_body_display()}{self.get_kind_display()}：{self.item}"

    def clean(self) -> None:
        super().clean()
        checks.not_before(self, "due_on", "occurred_on")
        checks.not_before(self, "done_on", "occurred_on")
        checks.not_in_future(self, "done_on")
        if self.kind == self.Kind.ASSIGNED and self.due_on is None:
            raise ValidationError({"due_on": _("上级交办事项须填写办结期限；未限时的填年底。")})
        if self.kind == self.Kind.SUPPORTED and not self.means:
            raise ValidationError({"means": _("请选择支持方式。")})


class PartyLink(Entry):
    """党建带工建: union work placed within Party-building, alone or with youth and women."""

    ledger_code = "institutions.party_links"
    number_label = "党建带工建"

    class Kind(models.TextChoices):
        INCLUDED = "included", _("工会工作纳入党建")
        JOINT = "joint", _("党建带群建统筹部署")
        OTHER = "other", _("其他")

    kind = models.CharField(_("类别"), max_length=10, choices=Kind)
    item = models.CharField(_("事项"), max_length=200)
    document = models.CharField(_("文号（会议）"), max_length=60, blank=True)
    partners = models.CharField(_("统筹的群团组织"), max_length=60, blank=True)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("党建带工建台账")

    def __str__(self) -> str:
        return self.item

    def clean(self) -> None:
        super().clean()
        if self.kind == self.Kind.JOINT and not self.partners:
            raise ValidationError({"partners": _("请写明一并部署的群团组织，如 共青团、妇联。")})


class Survey(Entry):
    """调研: one question looked into, in one trade, for ourselves or for the union above."""

    ledger_code = "institutions.surveys"
    number_label = "调研"

    class For(models.TextChoices):
        SELF = "self", _("本级自行开展")
        UPPER = "upper", _("协助上级工会")

    occurred_on = models.DateField(_("调研日期"))
    theme = models.CharField(_("调研主题"), max_length=100)
    line = models.CharField(_("工作条线"), max_length=20, choices=LineOfWork)
    trade = models.CharField(_("行业"), max_length=40, blank=True)
    for_whom = models.CharField(_("为谁开展"), max_length=10, choices=For, default=For.SELF)
    units_visited = models.PositiveIntegerField(_("走访单位数"), default=0)
    workers_asked = models.PositiveIntegerField(_("访谈（问卷）人数"), default=0)
    findings = models.TextField(_("主要情况和建议"), blank=True)
    reported_on = models.DateField(_("报告日期"), null=True, blank=True)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("调研台账")

    def __str__(self) -> str:
        return self.theme

    def clean(self) -> None:
        super().clean()
        checks.not_before(self, "reported_on", "occurred_on")
        checks.not_in_future(self, "reported_on")
