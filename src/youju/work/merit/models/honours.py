"""Honours striven for: units and points of a drive, and the women who take part in theirs."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.base import clock
from youju.people.models import Employer, Person, Sex
from youju.records.record import Entry, State
from youju.work.merit.parameters import aim_names


class Level(models.TextChoices):
    TOWN = "town", _("乡镇级")
    COUNTY = "county", _("县级")
    CITY = "city", _("市级")
    PROVINCE = "province", _("省级")
    NATION = "nation", _("全国")


class CreationUnit(Entry):
    """创建单位: a unit named on a day for a drive, with the standard it met."""

    ledger_code = "merit.creation_units"
    number_label = "创建单位"

    class Drive(models.TextChoices):
        CONTEND = "contend", _("争创树活动")
        LEARNING = "learning", _("创建学习型组织")
        PIONEER = "pioneer", _("创建工人先锋号")
        HARMONY = "harmony", _("创建劳动关系和谐企业")
        OTHER = "other", _("其他创建活动")

    occurred_on = models.DateField(_("命名日期"))
    employer = models.ForeignKey(Employer, models.PROTECT, related_name="+", verbose_name=_("创建单位"))
    drive = models.CharField(_("创建活动"), max_length=12, choices=Drive, default=Drive.CONTEND)
    level = models.CharField(_("级别"), max_length=10, choices=Level, default=Level.TOWN)
    standard = models.CharField(_("达到标准"), max_length=100, blank=True)
    named_by = models.CharField(_("命名机关"), max_length=60, blank=True)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("创建单位台账")
        indexes = [models.Index(fields=["employer", "drive"])]

    def __str__(self) -> str:
        return f"{self.employer} {self.get_level_display()}{self.get_drive_display()}"

    def clean(self) -> None:
        super().clean()
        same = {"employer": self.employer_id, "drive": self.drive, "level": self.level}
        if _standing(CreationUnit, self).filter(**same).exists():
            raise ValidationError({"employer": _("该单位已在同一活动同一级别登记过，请勿重复登记。")})


class DemonstrationPoint(Entry):
    """学习示范点: a place grown into an example of learning."""

    ledger_code = "merit.demonstration_points"
    number_label = "示范点"

    occurred_on = models.DateField(_("确定日期"))
    name = models.CharField(_("示范点名称"), max_length=60)
    theme = models.CharField(_("主题"), max_length=60, blank=True)
    place = models.CharField(_("地点"), max_length=60, blank=True)
    standard = models.CharField(_("达到标准"), max_length=100, blank=True)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("学习示范点台账")

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        same = {"organisation": self.organisation_id, "name": self.name}
        if _standing(DemonstrationPoint, self).filter(**same).exists():
            raise ValidationError({"name": _("该单位已登记同名示范点，请勿重复登记。")})


class Aim(models.TextChoices):
    """The codes of the two aims; their names are dated, see `parameters.py`."""

    TEAM = "team"
    PERSON = "person"


def aims_today() -> list[tuple[str, str]]:
    """The aims a form offers, under the names in force today."""
    return list(zip(Aim.values, aim_names(clock.today()), strict=True))


class WomensDriveEntry(Entry):
    """女职工双争: one woman worker taking part once, for one of the two aims."""

    ledger_code = "merit.womens_drive"
    number_label = "双争"

    occurred_on = models.DateField(_("参加日期"))
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("女职工"))
    aim = models.CharField(_("争创目标"), max_length=10, choices=aims_today)
    team = models.CharField(_("岗位（班组）"), max_length=60, blank=True)
    activity = models.CharField(_("参加的活动"), max_length=100)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("女职工双争台账")
        indexes = [models.Index(fields=["person", "occurred_on"])]

    def __str__(self) -> str:
        return f"{self.person} {self.get_aim_display()}"

    def get_aim_display(self) -> str:
        """The name the aim had on the day of the record."""
        names = aim_names(self.occurred_on or clock.today())
        return dict(zip(Aim.values, names, strict=True)).get(self.aim, self.aim)

    def clean(self) -> None:
        super().clean()
        if self.person_id is not None and self.person.sex != Sex.FEMALE:
            raise ValidationError({"person": _("双争活动只登记女职工，请核对所选人员的性别。")})
        if self.aim == Aim.TEAM and not self.team:
            raise ValidationError({"team": _("争创标兵岗须写明岗位或班组名称。")})


def _standing(model: type[Entry], record: Entry):
    others = model._plain.exclude(pk=record.pk)
    return others.exclude(state__in=(State.VOIDED, State.RETURNED))
