"""意见箱、诉求、对话: what workers say, and how it is answered."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.base.masking import mask_name
from youju.people.models import Person
from youju.records import checks
from youju.records.models import Attended
from youju.records.record import Entry, Register


class Box(Register):
    """意见箱: a box that hangs somewhere and is opened by two people."""

    ledger_code = "democracy.boxes"
    number_label = "意见箱"

    from_on = models.DateField(_("设立日期"))
    until_on = models.DateField(_("撤除日期"), null=True, blank=True)
    place = models.CharField(_("地点"), max_length=100)
    keeper = models.CharField(_("管理人"), max_length=50, blank=True)

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("意见箱")

    def __str__(self) -> str:
        return f"{self.organisation} {self.place}"

    def clean(self) -> None:
        super().clean()
        message = _("同一地点已登记意见箱，不要重复登记。")
        checks.alone(self, "organisation", "place", message=message, field="place")


class Opening(Entry):
    """开箱: one opening of a box, with how many letters lay in it."""

    ledger_code = "democracy.openings"
    number_label = "开箱"

    occurred_on = models.DateField(_("开箱日期"))
    box = models.ForeignKey(Box, models.PROTECT, related_name="openings", verbose_name=_("意见箱"))
    openers = models.CharField(_("开箱人"), max_length=100, help_text=_("两人以上，用顿号分开。"))
    letters = models.PositiveSmallIntegerField(_("收到件数"), default=0)
    note = models.CharField(_("备注"), max_length=200, blank=True)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("意见箱开箱")

    def __str__(self) -> str:
        return f"{self.box}（{self.occurred_on}）"

    def clean(self) -> None:
        super().clean()
        if self.box_id and self.box.organisation_id != self.organisation_id:
            raise ValidationError({"box": _("所选意见箱不属于该单位，请重新选择。")})
        if self.openers and len(self.openers.replace("，", "、").split("、")) < 2:
            raise ValidationError({"openers": _("开箱须两人以上在场，请写全姓名并用顿号分开。")})


class Voice(Entry):
    """职工诉求: a proposal, an opinion or a difficulty of a worker, until the worker is told the answer."""

    ledger_code = "democracy.voices"
    number_label = "诉求"
    personal = ("name",)

    class Kind(models.TextChoices):
        PROPOSAL = "proposal", _("建议")
        OPINION = "opinion", _("意见")
        DIFFICULTY = "difficulty", _("困难")

    class Channel(models.TextChoices):
        BOX = "box", _("意见箱")
        VISIT = "visit", _("来访倾诉")
        PHONE = "phone", _("电话、网络")
        MEETING = "meeting", _("座谈、对话")
        OTHER = "other", _("其他")

    occurred_on = models.DateField(_("受理日期"))
    kind = models.CharField(_("诉求类别"), max_length=12, choices=Kind)
    channel = models.CharField(_("来源"), max_length=10, choices=Channel, default=Channel.VISIT)
    opening = models.ForeignKey(
        Opening, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("来自哪次开箱")
    )
    anonymous = models.BooleanField(_("匿名"), default=False)
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("人员卡片")
    )
    name = models.CharField(_("诉求人"), max_length=50, blank=True, help_text=_("匿名的不填。"))
    content = models.TextField(_("诉求内容"))
    assigned_to = models.CharField(_("承办部门（人）"), max_length=60, blank=True)
    assigned_on = models.DateField(_("交办日期"), null=True, blank=True)
    due_on = models.DateField(_("办理期限"), null=True, blank=True)
    answer = models.TextField(_("办理结果"), blank=True)
    answered_on = models.DateField(_("办结日期"), null=True, blank=True)
    told_on = models.DateField(_("回复诉求人日期"), null=True, blank=True)
    satisfied = models.BooleanField(_("诉求人满意"), null=True, blank=True)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("职工诉求")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {mask_name(self.name) or _('匿名')}（{self.occurred_on}）"

    def clean(self) -> None:
        super().clean()
        if self.anonymous and (self.person_id or self.name):
            raise ValidationError({"anonymous": _("匿名的诉求不要填写诉求人和人员卡片。")})
        if self.person_id:
            self.name = self.person.name
        if not self.anonymous and not self.name.strip():
            raise ValidationError({"name": _("请填写诉求人；不愿具名的请勾选匿名。")})
        for step in ("assigned_on", "answered_on", "told_on"):
            checks.not_in_future(self, step)
            checks.not_before(self, step, "occurred_on")
        if self.answered_on and not self.answer.strip():
            raise ValidationError({"answer": _("已办结的请填写办理结果。")})
        if self.told_on and self.answered_on is None:
            raise ValidationError({"answered_on": _("已回复诉求人的，请先填写办结日期。")})


class Dialogue(Attended):
    """劳资对话: leaders and workers sit down together."""

    ledger_code = "democracy.dialogues"
    number_label = "对话"

    occurred_on = models.DateField(_("对话日期"))
    topic = models.CharField(_("主题"), max_length=100)
    place = models.CharField(_("地点"), max_length=60, blank=True)
    leaders = models.CharField(_("出席的单位领导"), max_length=100)
    questions = models.TextField(_("职工提出的问题"))
    answers = models.TextField(_("领导答复和承诺"), blank=True)
    due_on = models.DateField(_("承诺兑现期限"), null=True, blank=True)
    kept_promise_on = models.DateField(_("承诺兑现日期"), null=True, blank=True)

    class Meta(Attended.Meta):
        verbose_name = verbose_name_plural = _("领导与职工对话")

    def __str__(self) -> str:
        return f"{self.organisation} {self.topic}"

    def clean(self) -> None:
        super().clean()
        checks.not_before(self, "due_on", "occurred_on")
        checks.not_before(self, "kept_promise_on", "occurred_on")
        checks.not_in_future(self, "kept_promise_on")
