"""应建会名录 and what is done to turn its employers into unions: work groups, visits, measures."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.ledger.lines import LineOfWork
from youju.org.models import Organisation
from youju.people.models import Employer
from youju.records import checks
from youju.records.record import Entry, Register


class Prospect(Register):
    """One employer that should have a union, from the day it is listed until it has one or falls away."""

    ledger_code = "organising.prospects"
    number_label = "应建会"

    class Stage(models.TextChoices):
        LISTED = "listed", _("已列入名录")
        CONTACTED = "contacted", _("已联系")
        PREPARING = "preparing", _("筹备中")
        APPROVED = "approved", _("已批复")
        ELECTED = "elected", _("已选举")
        REGISTERED = "registered", _("已登记建会")

    # The days of the steps, in their order; the last one that is filled in gives the stage.
    STEPS = ("contacted_on", "preparing_on", "approved_on", "elected_on", "registered_on")

    from_on = models.DateField(_("列入日期"))
    until_on = models.DateField(
        _("移出日期"), null=True, blank=True, help_text=_("建会完成或单位停办后填写。")
    )
    employer = models.ForeignKey(Employer, models.PROTECT, related_name="+", verbose_name=_("应建会单位"))
    workers = models.PositiveIntegerField(_("职工人数"))
    contact = models.CharField(_("单位联系人"), max_length=50, blank=True)
    contacted_on = models.DateField(_("联系日期"), null=True, blank=True)
    preparing_on = models.DateField(_("成立筹备组日期"), null=True, blank=True)
    approved_on = models.DateField(_("批复日期"), null=True, blank=True)
    approval_number = models.CharField(_("批复文号"), max_length=60, blank=True)
    elected_on = models.DateField(_("选举日期"), null=True, blank=True)
    registered_on = models.DateField(_("登记日期"), null=True, blank=True)
    stage = models.CharField(_("进度"), max_length=12, choices=Stage, default=Stage.LISTED, editable=False)
    union = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("建成的工会")
    )
    obstacle = models.CharField(_("困难和阻力"), max_length=200, blank=True)

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("应建会名录")

    def __str__(self) -> str:
        return str(self.employer)

    def clean(self) -> None:
        super().clean()
        checks.not_in_future(self, *self.STEPS)
        checks.alone(
            self, "employer", message=_("该单位已在应建会名录中，请更新原记录的进度。"), field="employer"
        )
        if self.approved_on and not self.approval_number:
            raise ValidationError({"approval_number": _("已批复的须填写批复文号。")})
        if self.registered_on and self.union_id is None:
            raise ValidationError({"union": _("已登记建会的，请选择建成的工会。")})
        self._settle_stage()

    def _settle_stage(self) -> None:
        last, self.stage = self.from_on, self.Stage.LISTED
        for step, stage in zip(self.STEPS, list(self.Stage)[1:], strict=True):
            day = getattr(self, step)
            if day is None:
                continue
            if last and day < last:
                raise ValidationError({step: _("不能早于前一步的日期，请核对。")})
            last, self.stage = day, stage


class WorkGroup(Register):
    """建会工作组: people of several offices who go from firm to firm."""

    ledger_code = "organising.work_groups"
    number_label = "工作组"

    from_on = models.DateField(_("成立日期"))
    until_on = models.DateField(_("解散日期"), null=True, blank=True)
    name = models.CharField(_("工作组名称"), max_length=60)
    leader = models.CharField(_("组长"), max_length=50)
    offices = models.CharField(
        _("抽调部门"), max_length=200, help_text=_("用顿号分开，如：乡经济发展办公室、乡工会。")
    )
    people = models.TextField(_("组员"), help_text=_("每行一人：姓名、所在部门、分工。"))
    task = models.CharField(_("任务"), max_length=200, blank=True)

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("建会工作组")

    def __str__(self) -> str:
        return self.name


class Visit(Entry):
    """走访指导: officers go to an employer or a union and help with one thing."""

    ledger_code = "organising.visits"
    number_label = "走访"

    class Kind(models.TextChoices):
        ORGANISING = "organising", _("建会走访")
        FACE_TO_FACE = "face_to_face", _("面对面指导")
        HOME = "home", _("建家指导")
        ELECTION = "election", _("督促换届")
        GENERAL = "general", _("工作走访")

    occurred_on = models.DateField(_("走访日期"))
    kind = models.CharField(_("走访类别"), max_length=12, choices=Kind)
    employer = models.ForeignKey(
        Employer,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("走访单位"),
        help_text=_("走访基层工会的，在“单位”中选该工会，这里可以不填。"),
    )
    served_line = models.CharField(
        _("服务条线"), max_length=20, choices=LineOfWork, default=LineOfWork.ORGANISING
    )
    visitors = models.CharField(_("走访人"), max_length=100)
    met = models.CharField(_("接待人"), max_length=100, blank=True)
    content = models.TextField(_("指导内容"))
    result = models.CharField(_("结果"), max_length=200, blank=True)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("走访指导")

    def __str__(self) -> str:
        return f"{self.employer or self.organisation} {self.get_kind_display()}（{self.occurred_on}）"

    def clean(self) -> None:
        super().clean()
        to_an_employer = (self.Kind.ORGANISING, self.Kind.FACE_TO_FACE)
        if self.kind in to_an_employer and self.employer_id is None:
            raise ValidationError({"employer": _("建会走访和面对面指导须选择所走访的用人单位。")})
        if self.kind == self.Kind.ELECTION and self.organisation_id and self.organisation.is_federation:
            raise ValidationError({"organisation": _("督促换届请选择所督促的基层工会。")})


class Measure(Entry):
    """措施: one thing done to get unions formed, or to bring the union's own house in order."""

    ledger_code = "organising.measures"
    number_label = "措施"

    class Kind(models.TextChoices):
        FORMING = "forming", _("推进建会")
        STANDARDS = "standards", _("自身建设（规范化）")

    occurred_on = models.DateField(_("实施日期"))
    kind = models.CharField(_("措施类别"), max_length=12, choices=Kind)
    title = models.CharField(_("措施名称"), max_length=100)
    content = models.TextField(_("做法"), blank=True)
    document_number = models.CharField(_("文号"), max_length=60, blank=True)
    result = models.CharField(_("完成情况"), max_length=200)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("组织建设措施")

    def __str__(self) -> str:
        return self.title
