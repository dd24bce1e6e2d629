"""组建: how a basic union came to be."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from youju.org.models import Organisation
from youju.people.models import Employer
from youju.records import checks
from youju.records.record import Entry


class Formation(Entry):
    """The founding of one basic union (`organisation`): approval, meeting, first chair."""

    ledger_code = "organising.formations"
    number_label = "建会"

    class Form(models.TextChoices):
        SINGLE = "single", _("单独基层工会")
        JOINT = "joint", _("联合基层工会")

    occurred_on = models.DateField(_("成立日期"))
    form = models.CharField(_("组织形式"), max_length=10, choices=Form, default=Form.SINGLE)
    employer = models.ForeignKey(
        Employer,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("建会单位"),
        help_text=_("联合基层工会可不填，所覆盖的单位在工会覆盖中登记。"),
    )
    approval_number = models.CharField(_("批复文号"), max_length=60, blank=True)
    approved_on = models.DateField(_("批复日期"), null=True, blank=True)
    meeting_on = models.DateField(_("成立大会日期"), null=True, blank=True)
    members = models.PositiveIntegerField(_("成立时会员数"))
    women_members = models.PositiveIntegerField(_("其中女会员"), default=0)
    chair = models.CharField(_("工会主席"), max_length=50)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("工会组建")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"],
                condition=~Q(state__in=["voided", "returned"]),
                name="one_formation_a_union",
                violation_error_message=_("该工会已有组建记录，请修改原记录，不要重复登记。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation} 组建"

    @property
    def headline(self) -> str:
        return str(self.employer or self.organisation)

    def clean(self) -> None:
        super().clean()
        if self.organisation_id and self.organisation.kind != Organisation.Kind.BASIC:
            raise ValidationError({"organisation": _("组建记录登记在新建的基层工会名下，请改选该工会。")})
        if self.form == self.Form.SINGLE and self.employer_id is None:
            raise ValidationError({"employer": _("单独基层工会须选择建会的用人单位。")})
        checks.not_more(self, "women_members", "members")
        checks.not_in_future(self, "approved_on", "meeting_on")
