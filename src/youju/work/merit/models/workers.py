"""劳模: model workers, visits to them, and the studios they lead."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.people.models import Person
from youju.records import checks
from youju.records.record import Entry, Register
from youju.work.merit.models.honours import Level


class ModelWorker(Register):
    """劳模: a person with the highest honour held, at the body that looks after them."""

    ledger_code = "merit.model_workers"
    number_label = "劳模"
    unit_must_exist = False  # the honour may be older than the union

    class Title(models.TextChoices):
        NATION = "nation", _("全国劳动模范")
        PROVINCE = "province", _("省部级劳动模范")
        CITY = "city", _("地市级劳动模范")
        COUNTY = "county", _("县级劳动模范")
        MEDAL = "medal", _("五一劳动奖章")
        CRAFTSMAN = "craftsman", _("工匠")

    class Exit(models.TextChoices):
        MOVED = "moved", _("转由外地管理")
        DIED = "died", _("去世")
        WITHDRAWN = "withdrawn", _("取消称号")

    from_on = models.DateField(_("管理起始日期"))
    until_on = models.DateField(_("管理截止日期"), null=True, blank=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("劳模"))
    title = models.CharField(_("荣誉类别"), max_length=10, choices=Title)
    year = models.PositiveSmallIntegerField(
        _("命名年份"), validators=[MinValueValidator(1949), MaxValueValidator(2100)]
    )
    unit_and_post = models.CharField(_("单位及职务"), max_length=100, blank=True)
    in_hardship = models.BooleanField(_("生活困难"), default=False)
    exit_reason = models.CharField(_("退出原因"), max_length=10, choices=Exit, blank=True)

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("劳模台账")

    def __str__(self) -> str:
        return f"{self.person} {self.year}年{self.get_title_display()}"

    def clean(self) -> None:
        super().clean()
        checks.not_in_future(self, "from_on")
        checks.alone(self, "person", message=_("该劳模这段时间已在册，只登记最高荣誉。"))
        if self.year and self.from_on and self.year > self.from_on.year:
            raise ValidationError({"year": _("命名年份不能晚于管理起始日期，请核对。")})
        if bool(self.until_on) != bool(self.exit_reason):
            raise ValidationError({"exit_reason": _("退出劳模名册须同时填写截止日期和退出原因。")})


class ModelVisit(Entry):
    """走访劳模: one visit to one model worker."""

    ledger_code = "merit.model_visits"
    number_label = "走访劳模"
    personal: ClassVar[tuple[str, ...]] = ("finding",)

    occurred_on = models.DateField(_("走访日期"))
    model_worker = models.ForeignKey(ModelWorker, models.PROTECT, related_name="+", verbose_name=_("劳模"))
    occasion = models.CharField(_("事由"), max_length=60, blank=True)
    visited_by = models.CharField(_("走访人"), max_length=60)
    checked_up = models.BooleanField(_("已组织体检（疗休养）"), default=False)
    finding = models.CharField(_("了解的情况"), max_length=200, blank=True)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("走访劳模台账")

    def __str__(self) -> str:
        return f"走访{self.model_worker}"

    def clean(self) -> None:
        super().clean()
        if self.model_worker_id and self.occurred_on and not self.model_worker.holds_on(self.occurred_on):
            raise ValidationError({"occurred_on": _("该劳模当日不在册，请核对日期。")})


class Studio(Register):
    """劳模创新工作室: a place, also in a village, where a model worker or craftsman leads a team."""

    ledger_code = "merit.studios"
    number_label = "工作室"

    from_on = models.DateField(_("建立日期"))
    until_on = models.DateField(_("撤销日期"), null=True, blank=True)
    name = models.CharField(_("工作室名称"), max_length=60)
    place = models.CharField(_("所在地"), max_length=60, help_text=_("单位或村（社区），如：北芹村。"))
    leader = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("领衔人"))
    field = models.CharField(_("专业领域"), max_length=60, blank=True)
    level = models.CharField(_("级别"), max_length=10, choices=Level, default=Level.TOWN)
    named_by = models.CharField(_("命名机关"), max_length=60, blank=True)
    team = models.PositiveSmallIntegerField(_("团队人数"), null=True, blank=True)
    area = models.PositiveIntegerField(_("面积（平方米）"), null=True, blank=True)
    apprentices = models.PositiveSmallIntegerField(_("带徒人数"), null=True, blank=True)
    results = models.CharField(_("成果"), max_length=200, blank=True)

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("劳模创新工作室台账")

    def __str__(self) -> str:
        return f"{self.place}{self.name}"

    def clean(self) -> None:
        super().clean()
        checks.not_in_future(self, "from_on")
        message = _("该单位已登记同名工作室，请勿重复登记。")
        checks.alone(self, "organisation", "name", message=message, field="name")
