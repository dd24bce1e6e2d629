"""文体活动: events with who took part, the people who carry them, and the works they made."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.people.models import Person
from youju.records import checks
from youju.records.models import Attended
from youju.records.record import Entry, Register


class Activity(Attended):
    """One event; a tournament of several days names its sessions at the participants."""

    ledger_code = "culture.activities"
    number_label = "文体"

    class Kind(models.TextChoices):
        SPORT = "sport", _("体育活动")
        SHOW = "show", _("文艺活动")
        SKILL = "skill", _("技能展示交流")
        OTHER = "other", _("其他活动")

    class Event(models.TextChoices):
        BASKETBALL = "basketball", _("篮球赛")
        TABLE_TENNIS = "table_tennis", _("乒乓球赛")
        BADMINTON = "badminton", _("羽毛球赛")
        TUG_OF_WAR = "tug_of_war", _("拔河比赛")
        CHESS = "chess", _("棋牌赛")
        GAMES = "games", _("运动会")
        PERFORMANCE = "performance", _("文艺演出")
        SINGING = "singing", _("歌咏比赛")
        EXHIBITION = "exhibition", _("书画摄影展")
        READING = "reading", _("读书演讲")
        SKILLS = "skills", _("技能比武交流")
        OTHER = "other", _("其他项目")

    class Festival(models.TextChoices):
        NEW_YEAR = "new_year", _("元旦春节")
        WOMEN = "women", _("三八")
        MAY_DAY = "may_day", _("五一")
        YOUTH = "youth", _("五四")
        NATIONAL = "national", _("十一")
        OTHER = "other", _("其他节日")

    YEARLY = (Festival.MAY_DAY, Festival.NATIONAL)

    occurred_on = models.DateField(_("活动日期"))
    name = models.CharField(_("活动名称"), max_length=100)
    kind = models.CharField(_("活动类别"), max_length=10, choices=Kind)
    event = models.CharField(_("项目"), max_length=14, choices=Event)
    festival = models.CharField(_("节日"), max_length=10, choices=Festival, blank=True)
    place = models.CharField(_("地点"), max_length=60, blank=True)
    organiser = models.CharField(_("主办单位"), max_length=60, blank=True)
    partners = models.CharField(_("协办单位"), max_length=100, blank=True)
    leader_present = models.BooleanField(_("党政主要领导到场"), default=False)
    leaders = models.CharField(_("出席领导"), max_length=100, blank=True)
    awards = models.TextField(_("奖项和成绩"), blank=True)

    class Meta(Attended.Meta):
        verbose_name = verbose_name_plural = _("文体活动台账")
        indexes = [models.Index(fields=["festival", "occurred_on"])]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if self.leader_present and not self.leaders:
            raise ValidationError({"leaders": _("请写明到场领导的姓名和职务。")})


class Talent(Register):
    """骨干: a person found and trained, who carries art or sport among the workers."""

    ledger_code = "culture.talents"
    number_label = "文体骨干"

    class Kind(models.TextChoices):
        ART = "art", _("文艺骨干")
        SPORT = "sport", _("体育骨干")

    from_on = models.DateField(_("确定日期"))
    until_on = models.DateField(_("终止日期"), null=True, blank=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("骨干"))
    kind = models.CharField(_("骨干类别"), max_length=10, choices=Kind)
    specialty = models.CharField(_("特长"), max_length=60)
    activity = models.ForeignKey(
        Activity, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("从哪次活动发现")
    )
    training = models.CharField(_("培养情况"), max_length=200, blank=True)

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("文体骨干台账")

    def __str__(self) -> str:
        return f"{self.person} {self.specialty}"

    def clean(self) -> None:
        super().clean()
        checks.alone(
            self,
            "person",
            "kind",
            message=_("此人在这段时间已登记为同类骨干，不要重复登记。"),
            field="person",
        )


class Work(Entry):
    """作品: one work created by workers."""

    ledger_code = "culture.works"
    number_label = "作品"

    class Genre(models.TextChoices):
        MUSIC = "music", _("音乐舞蹈")
        DRAMA = "drama", _("戏曲曲艺")
        WRITING = "writing", _("文学")
        CALLIGRAPHY = "calligraphy", _("书法美术")
        PHOTO = "photo", _("摄影视频")
        OTHER = "other", _("其他")

    occurred_on = models.DateField(_("创作（发表）日期"))
    title = models.CharField(_("作品名称"), max_length=80)
    genre = models.CharField(_("体裁"), max_length=12, choices=Genre)
    authors = models.CharField(_("作者"), max_length=100)
    activity = models.ForeignKey(
        Activity, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("展演活动")
    )
    award = models.CharField(_("获奖情况"), max_length=100, blank=True)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("文艺作品台账")

    def __str__(self) -> str:
        return f"《{self.title}》"
