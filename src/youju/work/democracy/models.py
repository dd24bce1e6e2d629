"""职代会 and 厂务公开: congresses held, and affairs disclosed."""

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from youju.records import checks
from youju.records.querysets import EntryQuerySet
from youju.records.record import Entry


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

    occurred_on = models.DateField(_("召开日期"))
    kind = models.CharField(_("会议类别"), max_length=10, choices=Kind, default=Kind.WORKERS)
    session = models.CharField(_("届次"), max_length=40)
    delegates_due = models.PositiveIntegerField(_("应到代表"))
    delegates_present = models.PositiveIntegerField(_("实到代表"))
    agenda = models.TextField(_("议题"))
    resolutions = models.TextField(_("决议"), blank=True)

    objects = CongressQuerySet.as_manager()

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("职代会")

    def __str__(self) -> str:
        return f"{self.organisation} {self.session}{self.get_kind_display()}"

    @property
    def is_valid(self) -> bool:
        """Two thirds of the delegates due were present; otherwise nothing could be decided."""
        return 0 < self.delegates_due * 2 <= self.delegates_present * 3

    def clean(self) -> None:
        super().clean()
        if self.delegates_due == 0:
            raise ValidationError({"delegates_due": _("应到代表须大于 0；职工大会请填全体职工数。")})
        checks.not_more(self, "delegates_present", "delegates_due")


class Disclosure(Entry):
    """One item of affairs made known to the workers."""

    ledger_code = "democracy.disclosures"
    number_label = "公开"

    class Kind(models.TextChoices):
        FACTORY = "factory", _("厂务公开")
        SCHOOL = "school", _("校务公开")
        OFFICE = "office", _("政务公开")

    class Channel(models.TextChoices):
        BOARD = "board", _("公开栏")
        CONGRESS = "congress", _("职代会")
        MEETING = "meeting", _("会议通报")
        NETWORK = "network", _("网络、工作群")
        OTHER = "other", _("其他")

    occurred_on = models.DateField(_("公开日期"))
    kind = models.CharField(_("公开类别"), max_length=10, choices=Kind, default=Kind.FACTORY)
    item = models.CharField(_("公开事项"), max_length=200)
    channel = models.CharField(_("公开形式"), max_length=10, choices=Channel, default=Channel.BOARD)
    place = models.CharField(_("公开地点"), max_length=100, blank=True)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("事务公开")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.item}"

    def clean(self) -> None:
        super().clean()
        if self.channel == self.Channel.BOARD and not self.place:
            raise ValidationError({"place": _("用公开栏公开的，请写明公开栏在何处。")})
