"""Work found: posts offered, people introduced to them, whether they stayed, and labour gone elsewhere."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.base import clock
from youju.people.models import Employer, Person
from youju.records import checks
from youju.records.models import Attended
from youju.records.record import Entry


class Destination(models.TextChoices):
    COUNTY = "county", _("本县")
    SOUTH = "south", _("苏南")
    PROVINCE = "province", _("省内其他")
    OUTSIDE = "outside", _("省外")
    ABROAD = "abroad", _("境外")


class JobOffer(Entry):
    """岗位: posts of one kind that an employer offers through the union."""

    ledger_code = "employment.offers"
    number_label = "岗位"

    occurred_on = models.DateField(_("登记日期"))
    employer = models.ForeignKey(
        Employer,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("用人单位（本地）"),
    )
    employer_name = models.CharField(
        _("用人单位名称"), max_length=100, blank=True, help_text=_("名册中没有的外地单位在此填写。")
    )
    post = models.CharField(_("岗位"), max_length=40)
    openings = models.PositiveIntegerField(_("招用人数"))
    pay = models.CharField(_("薪资待遇"), max_length=60, blank=True)
    destination = models.CharField(_("去向"), max_length=12, choices=Destination)
    until = models.DateField(_("招聘截止日期"), null=True, blank=True)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("岗位信息台账")

    def __str__(self) -> str:
        return f"{self.employer or self.employer_name} {self.post}"

    def clean(self) -> None:
        super().clean()
        require_employer(self)
        if self.openings == 0:
            raise ValidationError({"openings": _("招用人数须大于零。")})
        checks.not_before(self, "until", "occurred_on")


class JobPlacement(Entry):
    """职业介绍: one person introduced to one post, with what came of it."""

    ledger_code = "employment.placements"
    number_label = "介绍就业"

    occurred_on = models.DateField(_("介绍日期"))
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("求职人员"))
    employer = models.ForeignKey(
        Employer,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("用人单位（本地）"),
    )
    employer_name = models.CharField(
        _("用人单位名称"), max_length=100, blank=True, help_text=_("名册中没有的外地单位在此填写。")
    )
    offer = models.ForeignKey(
        JobOffer, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("岗位信息")
    )
    post = models.CharField(_("岗位"), max_length=40, blank=True)
    destination = models.CharField(_("去向"), max_length=12, choices=Destination)
    place = models.CharField(_("就业地点"), max_length=60, blank=True)
    hired = models.BooleanField(_("已录用"), default=False)
    contract_signed = models.BooleanField(_("已签劳动合同"), default=False)
    partner = models.CharField(_("联合单位"), max_length=60, blank=True)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("职业介绍台账")
        indexes = [models.Index(fields=["organisation", "occurred_on"])]

    def __str__(self) -> str:
        return f"{self.person} {self.employer or self.employer_name}"

    def clean(self) -> None:
        super().clean()
        require_employer(self)
        if self.contract_signed and not self.hired:
            raise ValidationError({"hired": _("已签劳动合同的应为已录用，请核对。")})


class FollowUp(Entry):
    """回访: whether somebody placed in work is still there."""

    ledger_code = "employment.follow_ups"
    number_label = "回访"

    class After(models.TextChoices):
        THREE = "three", _("三个月")
        SIX = "six", _("六个月")
        OTHER = "other", _("其他")

    occurred_on = models.DateField(_("回访日期"))
    placement = models.ForeignKey(
        JobPlacement, models.PROTECT, related_name="+", verbose_name=_("职业介绍记录")
    )
    after = models.CharField(_("回访时点"), max_length=8, choices=After, default=After.THREE)
    still_there = models.BooleanField(_("仍在岗"), default=False)
    where_now = models.CharField(_("现状"), max_length=100, blank=True, help_text=_("已离岗的写明去向。"))
    visited_by = models.CharField(_("回访人"), max_length=60, blank=True)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("就业回访台账")
        indexes = [models.Index(fields=["placement", "occurred_on"])]

    def __str__(self) -> str:
        return f"{self.placement} {self.get_after_display()}回访"

    def clean(self) -> None:
        super().clean()
        if self.placement_id is None:
            return
        if not self.placement.hired:
            raise ValidationError({"placement": _("只回访已录用的人员，请核对所选记录。")})
        if self.occurred_on and self.occurred_on < self.placement.occurred_on:
            raise ValidationError({"occurred_on": _("回访日期不能早于介绍日期，请核对。")})
        if not self.still_there and not self.where_now:
            raise ValidationError({"where_now": _("已不在岗的，请写明去向或现状。")})


class ServiceEvent(Attended):
    """就业服务活动: a job fair, help for a start-up, a day of advice."""

    ledger_code = "employment.events"
    number_label = "就业服务"

    class Kind(models.TextChoices):
        JOB_FAIR = "job_fair", _("招聘会")
        START_UP = "start_up", _("创业扶持")
        REEMPLOYMENT = "reemployment", _("再就业帮扶")
        ADVICE = "advice", _("政策咨询")
        SEND_OFF = "send_off", _("务工人员送行返乡服务")
        OTHER = "other", _("其他")

    occurred_on = models.DateField(_("活动日期"))
    title = models.CharField(_("活动名称"), max_length=100)
    kind = models.CharField(_("活动类别"), max_length=14, choices=Kind)
    place = models.CharField(_("地点"), max_length=60, blank=True)
    partner = models.CharField(_("联合单位"), max_length=60, blank=True)
    employers = models.PositiveIntegerField(_("参加用人单位数"), null=True, blank=True)
    openings = models.PositiveIntegerField(_("提供岗位数"), null=True, blank=True)
    outcome = models.CharField(_("活动成效"), max_length=200, blank=True)

    class Meta(Attended.Meta):
        verbose_name = verbose_name_plural = _("就业服务台账")

    def __str__(self) -> str:
        return self.title


class LabourExport(Entry):
    """劳务输出: one person's leaving to work elsewhere, until the return."""

    ledger_code = "employment.exports"
    number_label = "劳务输出"

    class Organiser(models.TextChoices):
        UNION = "union", _("工会组织")
        LABOUR_OFFICE = "labour_office", _("劳动所组织")
        AGENCY = "agency", _("中介组织")
        SELF = "self", _("自发外出")

    occurred_on = models.DateField(_("外出日期"))
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("务工人员"))
    destination = models.CharField(_("去向"), max_length=12, choices=Destination)
    place = models.CharField(_("务工地点"), max_length=60, blank=True)
    employer_name = models.CharField(_("务工单位"), max_length=100, blank=True)
    trade = models.CharField(_("从事行业"), max_length=40, blank=True)
    law_trained_on = models.DateField(_("法律培训日期"), null=True, blank=True)
    organised_by = models.CharField(_("组织方式"), max_length=15, choices=Organiser, default=Organiser.UNION)
    returned_on = models.DateField(_("返乡日期"), null=True, blank=True)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("劳务输出台账")
        indexes = [models.Index(fields=["organisation", "occurred_on"])]

    def __str__(self) -> str:
        return f"{self.person} {self.get_destination_display()}{self.place}"

    def clean(self) -> None:
        super().clean()
        checks.not_in_future(self, "law_trained_on")
        if self.returned_on is None or self.occurred_on is None:
            return
        if self.returned_on < self.occurred_on:
            raise ValidationError({"returned_on": _("返乡日期不能早于外出日期，请核对。")})
        if self.returned_on > clock.today():
            raise ValidationError({"returned_on": _("返乡日期不能晚于今天；尚未返乡的请留空。")})


def require_employer(record: JobOffer | JobPlacement) -> None:
    if record.employer_id is None and not record.employer_name:
        raise ValidationError({"employer_name": _("请从名册中选择用人单位，或填写单位名称。")})
