"""职代会: congresses held, their delegates, and the proposals of these."""

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from youju.base.masking import mask_name
from youju.people.models import Person
from youju.people.naming import settle_name
from youju.records import checks
from youju.records.querysets import EntryQuerySet
from youju.records.record import Entry, Register


class CongressQuerySet(EntryQuerySet):
    def valid(self) -> Self:
        """Congresses with a quorum, as `Congress.is_valid` says of one."""
        thirds = self.alias(thirds_present=F("delegates_present") * 3)
        return thirds.filter(delegates_due__gt=0, thirds_present__gte=F("delegates_due") * 2)


class Congress(Entry):
    """One session of a workers' congress (school: 教代会) or of all workers."""

    ledger_code = "democracy.congresses"
    number_label = "职代会"

    class Kind(models.TextChoices):
        WORKERS = "workers", _("职工代表大会")
        TEACHERS = "teachers", _("教职工代表大会")
        ALL = "all", _("职工大会")
        AREA = "area", _("区域性职代会")
        TRADE = "trade", _("行业性职代会")

    occurred_on = models.DateField(_("召开日期"))
    kind = models.CharField(_("会议类别"), max_length=10, choices=Kind, default=Kind.WORKERS)
    session = models.CharField(_("届次"), max_length=40)
    delegates_due = models.PositiveIntegerField(_("应到代表"))
    delegates_present = models.PositiveIntegerField(_("实到代表"))
    owners = models.PositiveIntegerField(
        _("其中经营者代表"), default=0, help_text=_("仅区域性、行业性职代会填写，按应到代表计。")
    )
    agenda = models.TextField(_("议题"))
    resolutions = models.TextField(_("决议"), blank=True)
    hears = models.BooleanField(_("审议建议"), default=False, help_text=_("听取报告、提出意见和建议。"))
    passes = models.BooleanField(
        _("审议通过"), default=False, help_text=_("表决集体合同草案、工资调整、规章制度等。")
    )
    supervises = models.BooleanField(
        _("审查监督"), default=False, help_text=_("听取合同履行、厂务公开、费用使用等情况。")
    )
    elects = models.BooleanField(_("民主选举"), default=False, help_text=_("选举协商代表、职工董事监事等。"))
    appraises = models.BooleanField(_("民主评议"), default=False, help_text=_("评议单位领导人员。"))
    papers_sent_on = models.DateField(_("材料送达代表日期"), null=True, blank=True)
    posted_on = models.DateField(_("决议公布日期"), null=True, blank=True)
    reported_on = models.DateField(_("报上级工会日期"), null=True, blank=True)

    objects = CongressQuerySet.as_manager()

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("职代会")

    def __str__(self) -> str:
        return f"{self.organisation} {self.session}{self.get_kind_display()}"

    @property
    def is_joint(self) -> bool:
        """A congress of several employers of one area or trade."""
        return self.kind in (self.Kind.AREA, self.Kind.TRADE)

    @property
    def is_valid(self) -> bool:
        """Two thirds of the delegates due were present; otherwise nothing could be decided."""
        return 0 < self.delegates_due * 2 <= self.delegates_present * 3

    def clean(self) -> None:
        super().clean()
        if self.delegates_due == 0:
            raise ValidationError({"delegates_due": _("应到代表须大于 0；职工大会请填全体职工数。")})
        checks.not_more(self, "delegates_present", "delegates_due")
        checks.not_more(self, "owners", "delegates_due")
        if self.owners and not self.is_joint:
            raise ValidationError({"owners": _("只有区域性、行业性职代会才有经营者代表，请核对会议类别。")})
        checks.not_before(self, "occurred_on", "papers_sent_on")
        checks.not_before(self, "posted_on", "occurred_on")
        checks.not_before(self, "reported_on", "occurred_on")
        checks.not_in_future(self, "posted_on", "reported_on")


class Delegate(Register):
    """职工代表: one worker elected for a term, standing from congress to congress."""

    ledger_code = "democracy.delegates"
    number_label = "代表"
    personal = ("name",)

    class Group(models.TextChoices):
        FRONT_LINE = "front_line", _("一线职工")
        TECHNICAL = "technical", _("技术、管理人员")
        MANAGERS = "managers", _("中层以上领导人员")

    from_on = models.DateField(_("当选日期"))
    until_on = models.DateField(_("任期届满日期"), null=True, blank=True)
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("人员卡片")
    )
    name = models.CharField(_("姓名"), max_length=50, blank=True, help_text=_("选了人员卡片的可不填。"))
    ward = models.CharField(_("选区（车间、科室）"), max_length=60)
    group = models.CharField(_("代表类别"), max_length=12, choices=Group, default=Group.FRONT_LINE)
    session = models.CharField(_("届别"), max_length=40, blank=True)
    ward_due = models.PositiveIntegerField(_("选区应到人数"), null=True, blank=True)
    ward_present = models.PositiveIntegerField(_("选区参选人数"), null=True, blank=True)
    votes = models.PositiveIntegerField(_("得票"), null=True, blank=True)

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("职工代表")

    def __str__(self) -> str:
        return f"{mask_name(self.name)}（{self.ward}）"

    def clean(self) -> None:
        super().clean()
        settle_name(self)
        checks.not_more(self, "ward_present", "ward_due")
        checks.not_more(self, "votes", "ward_present")
        message = _("此人在这段时间已是该单位的职工代表，不要重复登记。")
        checks.alone(self, "organisation", "name", "ward", message=message, field="name")


class Proposal(Entry):
    """提案: one matter a delegate brings to a congress, from handing in to the proposer's opinion."""

    ledger_code = "democracy.proposals"
    number_label = "提案"
    personal = ("name",)

    class Decision(models.TextChoices):
        OPEN = "open", _("待审查")
        FILED = "filed", _("立案")
        SUGGESTION = "suggestion", _("转为合理化建议")
        DECLINED = "declined", _("不立案")

    class Outcome(models.TextChoices):
        DONE = "done", _("已办理")
        PLANNED = "planned", _("列入计划办理")
        EXPLAINED = "explained", _("暂不能办，已说明")

    class Opinion(models.TextChoices):
        SATISFIED = "satisfied", _("满意")
        MOSTLY = "mostly", _("基本满意")
        UNSATISFIED = "unsatisfied", _("不满意")

    occurred_on = models.DateField(_("提出日期"))
    congress = models.ForeignKey(
        Congress, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("所属职代会")
    )
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("人员卡片")
    )
    name = models.CharField(_("提案人"), max_length=50, blank=True, help_text=_("选了人员卡片的可不填。"))
    seconders = models.CharField(_("附议人"), max_length=200, blank=True)
    title = models.CharField(_("案由"), max_length=100)
    content = models.TextField(_("现状和措施"), blank=True)
    decision = models.CharField(_("审查结果"), max_length=12, choices=Decision, default=Decision.OPEN)
    decision_reason = models.CharField(_("审查说明"), max_length=200, blank=True)
    department = models.CharField(_("承办部门"), max_length=60, blank=True)
    due_on = models.DateField(_("答复期限"), null=True, blank=True)
    answered_on = models.DateField(_("答复日期"), null=True, blank=True)
    outcome = models.CharField(_("办理结果"), max_length=12, choices=Outcome, blank=True)
    opinion = models.CharField(_("提案人意见"), max_length=12, choices=Opinion, blank=True)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("职工提案")

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        settle_name(self)
        checks.not_in_future(self, "answered_on")
        checks.not_before(self, "answered_on", "occurred_on")
        if self.decision == self.Decision.FILED and not self.department:
            raise ValidationError({"department": _("立案的须交承办部门，请填写。")})
        if self.decision == self.Decision.DECLINED and not self.decision_reason:
            raise ValidationError({"decision_reason": _("不立案的须向提案人说明理由，请填写。")})
        if bool(self.outcome) != bool(self.answered_on):
            raise ValidationError({"outcome": _("答复日期和办理结果须同时填写。")})
