"""Work found: people introduced to employers, and labour gone to work elsewhere."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.base import clock
from youju.people.models import Employer, Person
from youju.records.record import Entry


class Destination(models.TextChoices):
    COUNTY = "county", _("本县")
    SOUTH = "south", _("苏南")
    PROVINCE = "province", _("省内其他")
    OUTSIDE = "outside", _("省外")
    ABROAD = "abroad", _("境外")


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
        if self.employer_id is None and not self.employer_name:
            raise ValidationError({"employer_name": _("请从名册中选择用人单位，或填写单位名称。")})
        if self.contract_signed and not self.hired:
            raise ValidationError({"hired": _("已签劳动合同的应为已录用，请核对。")})


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
    organised_by = models.CharField(_("组织方式"), max_length=15, choices=Organiser, default=Organiser.UNION)
    returned_on = models.DateField(_("返乡日期"), null=True, blank=True)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("劳务输出台账")
        indexes = [models.Index(fields=["organisation", "occurred_on"])]

    def __str__(self) -> str:
        return f"{self.person} {self.get_destination_display()}{self.place}"

    def clean(self) -> None:
        super().clean()
        if self.returned_on is None or self.occurred_on is None:
            return
        if self.returned_on < self.occurred_on:
            raise ValidationError({"returned_on": _("返乡日期不能早于外出日期，请核对。")})
        if self.returned_on > clock.today():
            raise ValidationError({"returned_on": _("返乡日期不能晚于今天；尚未返乡的请留空。")})
