"""会议 and 待办事项: who sat together, what was resolved, and everything that must be followed up."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.ledger.lines import LineOfWork
from youju.records import checks
from youju.records.models import Attended
from youju.records.record import Entry
from youju.work.institutions.deadlines import DeadlineQuerySet


class Meeting(Attended):
    """One meeting; those named or counted as present may be listed one by one."""

    ledger_code = "institutions.meetings"
    number_label = "会议"

    class Kind(models.TextChoices):
        ANNUAL = "annual", _("年度总结部署会议")
        QUARTERLY = "quarterly", _("季度例会")
        MOBILISATION = "mobilisation", _("应建会企业负责人动员会")
        HOME = "home", _("建家动员部署会")
        JOINT = "joint", _("政府工会联席会议")
        UNION_WORK = "union_work", _("工会工作会议")
        COMMITTEE = "committee", _("工会委员会会议")
        OTHER = "other", _("其他会议")

    MOBILISING = (Kind.MOBILISATION, Kind.HOME)

    occurred_on = models.DateField(_("会议日期"))
    kind = models.CharField(_("会议类别"), max_length=14, choices=Kind)
    title = models.CharField(_("会议名称"), max_length=100)
    place = models.CharField(_("地点"), max_length=60, blank=True)
    chair = models.CharField(_("主持人"), max_length=50, blank=True)
    agenda = models.TextField(_("议程"))
    due = models.PositiveIntegerField(_("应到人数"))
    present = models.PositiveIntegerField(_("实到人数"))
    on_leave = models.PositiveIntegerField(_("请假人数"), default=0)
    leader_present = models.BooleanField(_("党政主要领导到会"), default=False)
    leader_reported = models.BooleanField(_("主要领导作报告"), default=False)
    leaders = models.CharField(_("出席领导"), max_length=100, blank=True)
    resolutions = models.TextField(_("决议"), blank=True)
    quarter = models.CharField(_("所属季度"), max_length=6, editable=False, default="")
    served_line = models.CharField(_("服务条线"), max_length=20, choices=LineOfWork, blank=True)

    class Meta(Attended.Meta):
        verbose_name = verbose_name_plural = _("会议台账")
        indexes = [models.Index(fields=["kind", "occurred_on"])]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        if self.occurred_on:
            self.quarter = f"{self.occurred_on.year}Q{(self.occurred_on.month + 2) // 3}"
        checks.not_more(self, "present", "due")
        if None not in (self.due, self.present, self.on_leave) and self.present + self.on_leave > self.due:
            raise ValidationError({"on_leave": _("实到与请假之和不能多于应到人数，请核对。")})
        if self.leader_reported and not self.leader_present:
            raise ValidationError({"leader_present": _("主要领导作了报告，应同时勾选“党政主要领导到会”。")})
        if self.leader_present and not self.leaders:
            raise ValidationError({"leaders": _("请写明出席领导的姓名和职务。")})


class Task(Entry):
    """待办事项: one thing to be followed up, wherever it came from, until it is done."""

    ledger_code = "institutions.tasks"
    number_label = "待办"

    class Origin(models.TextChoices):
        MEETING = "meeting", _("会议决议")
        UPPER = "upper", _("上级交办")
        SHORTCOMING = "shortcoming", _("存在不足")
        PLAN = "plan", _("下年度计划")

    occurred_on = models.DateField(_("提出日期"))
    origin = models.CharField(_("来源"), max_length=12, choices=Origin)
    item = models.CharField(_("事项"), max_length=200)
    line = models.CharField(_("工作条线"), max_length=20, choices=LineOfWork)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("所属事项"),
        help_text=_("一项重点工作分成几件时，各件选所属的重点工作。"),
    )
    meeting = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("议定会议")
    )
    hard = models.BooleanField(_("难点问题"), default=False)
    central = models.BooleanField(_("围绕党委政府中心工作"), default=False)
    owner = models.CharField(_("责任人"), max_length=50, blank=True)
    due_on = models.DateField(_("办结期限"), null=True, blank=True)
    done_on = models.DateField(_("办结日期"), null=True, blank=True)
    result = models.TextField(_("办理结果"), blank=True)

    objects = DeadlineQuerySet.as_manager()

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("待办事项")
        indexes = [models.Index(fields=["origin", "due_on"])]

    def __str__(self) -> str:
        return self.item

    def clean(self) -> None:
        super().clean()
        checks.not_before(self, "due_on", "occurred_on")
        checks.not_before(self, "done_on", "occurred_on")
        checks.not_in_future(self, "done_on")
        if self.origin == self.Origin.MEETING and self.meeting_id is None:
            raise ValidationError({"meeting": _("会议决议须选择议定的会议。")})
        if self.parent_id is None:
            return
        if self.parent_id == self.pk or self.parent.parent_id is not None:
            raise ValidationError({"parent": _("所属事项只能是一项重点工作本身，请重新选择。")})
        if self.parent.origin != self.origin:
            raise ValidationError({"parent": _("所属事项的来源与本项不同，请重新选择。")})
