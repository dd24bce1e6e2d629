"""What is set going: campaigns with a plan, contests with those who took part, innovations with their use."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.base.fields import MoneyField
from youju.people.models import Employer, Person
from youju.records import checks
from youju.records.models import Attended
from youju.records.record import Entry, Register

NOT_NEGATIVE = MinValueValidator(Decimal(0), _("不能为负数。"))


class Campaign(Register):
    """主题活动: what runs for a time by a plan, such as 争创树, 双争 or the model workers' brand."""

    ledger_code = "merit.campaigns"
    number_label = "主题活动"

    class Kind(models.TextChoices):
        CONTEND = "contend", _("争创树活动")
        WOMEN = "women", _("女职工双争活动")
        MODELS = "models", _("劳模品牌工程")
        LABOUR = "labour", _("劳动竞赛活动")
        SAVING = "saving", _("节能减排活动")
        INNOVATION = "innovation", _("群众性技术创新活动")
        PIONEER = "pioneer", _("工人先锋号创建")
        OTHER = "other", _("其他活动")

    from_on = models.DateField(_("启动日期"))
    until_on = models.DateField(_("结束日期"), null=True, blank=True)
    kind = models.CharField(_("活动类别"), max_length=12, choices=Kind)
    name = models.CharField(_("活动名称"), max_length=100)
    plan = models.CharField(_("方案（文件）名称"), max_length=100, blank=True)
    partner = models.CharField(_("联合单位"), max_length=60, blank=True)
    outcome = models.CharField(_("活动成效"), max_length=200, blank=True)

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("主题活动台账")

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        checks.not_in_future(self, "from_on")
        message = _("同名活动这段时间已登记，请勿重复登记。")
        checks.alone(self, "organisation", "name", message=message, field="name")


class Contest(Attended):
    """竞赛: one contest with those who took part."""

    ledger_code = "merit.contests"
    number_label = "竞赛"

    class Kind(models.TextChoices):
        LABOUR = "labour", _("劳动竞赛")
        SAFETY = "safety", _("安全生产知识竞赛")
        SKILLS = "skills", _("技能竞赛")
        KNOWLEDGE = "knowledge", _("其他知识竞赛")

    class Sphere(models.TextChoices):
        TOWN = "town", _("全乡镇")
        TRADE = "trade", _("行业或园区")
        UNIT = "unit", _("本单位")

    occurred_on = models.DateField(_("竞赛日期"))
    title = models.CharField(_("竞赛名称"), max_length=100)
    kind = models.CharField(_("竞赛类别"), max_length=10, choices=Kind)
    sphere = models.CharField(_("竞赛范围"), max_length=6, choices=Sphere, default=Sphere.UNIT)
    theme = models.CharField(_("竞赛内容"), max_length=100, blank=True)
    ended_on = models.DateField(_("结束日期"), null=True, blank=True)
    place = models.CharField(_("地点"), max_length=60, blank=True)
    partner = models.CharField(_("联合单位"), max_length=60, blank=True)
    units = models.PositiveIntegerField(_("参赛单位数"), null=True, blank=True)
    teams = models.PositiveIntegerField(_("参赛班组数"), null=True, blank=True)
    result = models.CharField(_("竞赛结果"), max_length=200, blank=True)
    benefit = MoneyField(_("经济效益"), null=True, blank=True, validators=[NOT_NEGATIVE])

    class Meta(Attended.Meta):
        verbose_name = verbose_name_plural = _("劳动竞赛台账")
        indexes = [models.Index(fields=["organisation", "occurred_on"])]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        checks.not_before(self, "ended_on", "occurred_on")


class Innovation(Entry):
    """技术创新: one thing that workers made better."""

    ledger_code = "merit.innovations"
    number_label = "创新"

    class Kind(models.TextChoices):
        RENOVATION = "renovation", _("技术革新")
        SAVING = "saving", _("节能减排")
        INVENTION = "invention", _("小发明")
        CREATION = "creation", _("小创造")
        SMALL_RENOVATION = "small_renovation", _("小革新")
        DESIGN = "design", _("小设计")
        ADVICE = "advice", _("小建议")
        OTHER = "other", _("其他经济技术创新")

    FIVE_SMALL = (Kind.INVENTION, Kind.CREATION, Kind.SMALL_RENOVATION, Kind.DESIGN, Kind.ADVICE)

    occurred_on = models.DateField(_("完成日期"))
    title = models.CharField(_("项目名称"), max_length=100)
    kind = models.CharField(_("类别"), max_length=18, choices=Kind)
    employer = models.ForeignKey(
        Employer, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("实施单位")
    )
    author = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("主要完成人")
    )
    team = models.CharField(_("班组"), max_length=60, blank=True)
    saving = models.CharField(
        _("节约量"), max_length=60, blank=True, help_text=_("如：年节电 3 万千瓦时、节水 2000 立方米。")
    )
    benefit = MoneyField(_("年经济效益"), null=True, blank=True, validators=[NOT_NEGATIVE])
    patent = models.CharField(_("专利号"), max_length=40, blank=True)
    award = models.CharField(_("获奖情况"), max_length=100, blank=True)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("技术创新台账")
        indexes = [models.Index(fields=["organisation", "occurred_on"])]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        if self.kind == self.Kind.SAVING and not self.saving:
            raise ValidationError({"saving": _("节能减排项目请填写节约量，写明节约什么、多少。")})
