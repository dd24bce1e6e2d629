"""What the office keeps in order: institutions in force, what hangs on the wall, the archive."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.ledger.lines import LineOfWork
from youju.org.handing_down import HandedDown
from youju.records import checks
from youju.records.record import Register


class Institution(HandedDown, Register):
    """制度: one rule of how the union works, in one version, from the day it is in force."""

    ledger_code = "institutions.institutions"
    number_label = "制度"

    class Kind(models.TextChoices):
        ORGANISATION = "organisation", _("组织制度")
        TARGETS = "targets", _("目标责任制度")
        MEETINGS = "meetings", _("会议制度")
        TRAINING = "training", _("培训制度")
        WALL = "wall", _("上墙制度")
        ARCHIVE = "archive", _("档案台账制度")
        CONGRESS = "congress", _("职工代表大会制度")
        OPENNESS = "openness", _("厂务公开制度")
        CONSULTATION = "consultation", _("平等协商和集体合同制度")
        MECHANISM = "mechanism", _("工作机制")
        OTHER = "other", _("其他制度")

    SIX = (Kind.ORGANISATION, Kind.TARGETS, Kind.MEETINGS, Kind.TRAINING, Kind.WALL, Kind.ARCHIVE)

    from_on = models.DateField(_("施行日期"))
    until_on = models.DateField(_("废止日期"), null=True, blank=True)
    kind = models.CharField(_("制度类别"), max_length=20, choices=Kind)
    name = models.CharField(_("制度名称"), max_length=100)
    version = models.CharField(_("版本"), max_length=20, blank=True)
    adopted_on = models.DateField(_("通过日期"), null=True, blank=True)
    adopted_by = models.CharField(_("通过会议（机构）"), max_length=60, blank=True)
    content = models.TextField(_("主要内容"), blank=True)

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("制度台账")

    def __str__(self) -> str:
        return f"{self.name}{self.version}"

    def clean(self) -> None:
        super().clean()
        checks.not_before(self, "from_on", "adopted_on")
        checks.alone(
            self,
            "organisation",
            "name",
            message=_("该制度在这段时间已有施行的版本，请先终止原版本再登记新版本。"),
        )


class WallText(HandedDown, Register):
    """上墙内容: what is to hang on the wall, in one version; where it hangs stands in `WallItem`."""

    ledger_code = "institutions.wall_texts"
    number_label = "上墙内容"

    class Kind(models.TextChoices):
        TEAM = "team", _("工会班子概况")
        TARGETS = "targets", _("工会目标任务")
        RIGHTS = "rights", _("会员权利、义务")
        FUNCTIONS = "functions", _("工会四项社会职能")
        OTHER = "other", _("其他制度")

    FOUR = (Kind.TEAM, Kind.TARGETS, Kind.RIGHTS, Kind.FUNCTIONS)

    from_on = models.DateField(_("启用日期"))
    until_on = models.DateField(_("停用日期"), null=True, blank=True)
    kind = models.CharField(_("上墙事项"), max_length=12, choices=Kind)
    title = models.CharField(_("标题"), max_length=60)
    version = models.CharField(_("版本"), max_length=20, help_text=_("如 2025年版；依据修订后须换新版本。"))
    text = models.TextField(_("正文"), blank=True)

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("上墙内容")

    def __str__(self) -> str:
        return f"{self.title}（{self.version}）"

    def clean(self) -> None:
        super().clean()
        checks.alone(
            self,
            "organisation",
            "title",
            message=_("该内容在这段时间已有启用的版本，请先停用原版本。"),
        )


class WallItem(Register):
    """上墙公示: one text hanging at one place, until it is taken down or replaced."""

    ledger_code = "institutions.wall_items"
    number_label = "上墙"

    from_on = models.DateField(_("上墙日期"))
    until_on = models.DateField(_("撤下日期"), null=True, blank=True)
    text = models.ForeignKey(WallText, models.PROTECT, related_name="+", verbose_name=_("上墙内容"))
    place = models.CharField(_("张贴地点"), max_length=60)
    checked_on = models.DateField(_("最近检查日期"), null=True, blank=True)
    next_check_on = models.DateField(_("下次检查日期"), null=True, blank=True)

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("上墙公示台账")

    def __str__(self) -> str:
        return f"{self.text} {self.place}"

    def clean(self) -> None:
        super().clean()
        checks.not_in_future(self, "from_on", "checked_on")
        checks.not_before(self, "checked_on", "from_on")
        checks.not_before(self, "next_check_on", "checked_on")


class ArchiveBox(Register):
    """档案: one box or volume, with how many files belong in it and how many are there."""

    ledger_code = "institutions.archives"
    number_label = "档案"

    class Form(models.TextChoices):
        LEDGER = "ledger", _("台账")
        DOCUMENTS = "documents", _("文书")
        ROSTER = "roster", _("名册")
        MEDIA = "media", _("声像")

    class Retention(models.TextChoices):
        PERMANENT = "permanent", _("永久")
        THIRTY = "thirty", _("30年")
        TEN = "ten", _("10年")

    from_on = models.DateField(_("立卷日期"))
    until_on = models.DateField(_("移交（销毁）日期"), null=True, blank=True)
    box = models.CharField(_("盒号"), max_length=20)
    title = models.CharField(_("案卷题名"), max_length=100)
    year = models.PositiveSmallIntegerField(_("年度"))
    form = models.CharField(_("档案形式"), max_length=12, choices=Form, default=Form.DOCUMENTS)
    line = models.CharField(_("所属条线"), max_length=20, choices=LineOfWork)
    retention = models.CharField(_("保管期限"), max_length=10, choices=Retention)
    files_due = models.PositiveIntegerField(_("应归件数"))
    files_present = models.PositiveIntegerField(_("实归件数"))
    place = models.CharField(_("存放位置"), max_length=60, blank=True)
    keeper = models.CharField(_("保管人"), max_length=50, blank=True)

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("档案台账")

    def __str__(self) -> str:
        return f"{self.box} {self.title}"

    def clean(self) -> None:
        super().clean()
        checks.not_more(self, "files_present", "files_due")
        checks.not_in_future(self, "from_on")
