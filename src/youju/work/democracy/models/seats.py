"""职工董事、职工监事: workers whom their congress sent into the bodies of a company."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.base.masking import mask_name
from youju.people.models import Employer, Person
from youju.people.naming import settle_name
from youju.records import checks
from youju.records.record import Register
from youju.work.democracy.models.congress import Congress


class WorkerSeat(Register):
    """One worker on a board of directors or supervisors, for a term."""

    ledger_code = "democracy.worker_seats"
    number_label = "职工董事监事"
    personal = ("name",)

    class Board(models.TextChoices):
        DIRECTORS = "directors", _("职工董事")
        SUPERVISORS = "supervisors", _("职工监事")

    from_on = models.DateField(_("当选日期"))
    until_on = models.DateField(_("任期届满日期"), null=True, blank=True)
    employer = models.ForeignKey(Employer, models.PROTECT, related_name="+", verbose_name=_("公司"))
    board = models.CharField(_("职务"), max_length=12, choices=Board)
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("人员卡片")
    )
    name = models.CharField(_("姓名"), max_length=50, blank=True, help_text=_("选了人员卡片的可不填。"))
    congress = models.ForeignKey(
        Congress, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("选举的职代会")
    )
    told_on = models.DateField(_("最近一次向职代会述职日期"), null=True, blank=True)

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("职工董事监事")

    def __str__(self) -> str:
        return f"{mask_name(self.name)}（{self.employer}{self.get_board_display()}）"

    def clean(self) -> None:
        super().clean()
        settle_name(self)
        checks.not_in_future(self, "told_on")
        checks.not_before(self, "told_on", "from_on")
        message = _("此人在这段时间已任该公司这一职务，不要重复登记。")
        checks.alone(self, "employer", "board", "name", message=message, field="name")
