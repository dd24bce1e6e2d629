"""What the kernel of ledgers keeps of its own: tables taken in, and what their headings meant."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from youju.base.fields import EncryptedField, uuid7
from youju.records.models import File
from youju.records.record import Record, Register


class ImportBatch(Record):
    """导入: the rows of one table, entered in one act and undone in one.

    They are the records of `target_code` entered by the events `from_seq` to `to_seq` of the federation's
    chain: no second list says so, and none could disagree.
    """

    ledger_code = "ledger.imports"
    number_label = "导入"
    starts_confirmed = True

    organisation = models.ForeignKey(
        "org.Organisation", models.PROTECT, related_name="+", verbose_name=_("单位")
    )
    target_code = models.CharField(_("台账"), max_length=40)
    file = models.ForeignKey(File, models.PROTECT, related_name="+", verbose_name=_("文件"))
    rows = models.PositiveIntegerField(_("条数"))
    from_seq = models.PositiveBigIntegerField()
    to_seq = models.PositiveBigIntegerField()

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = _("导入批次")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["federation", "target_code", "file"],
                condition=~Q(state="voided"),
                name="one_import_a_file",
                violation_error_message=_("这个文件已经导入过。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.file}"


class RememberedHeading(models.Model):
    """What a heading meant when a table was last taken in; an empty key: nothing of ours."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    federation_id = models.UUIDField()
    target_code = models.CharField(max_length=40)
    heading = models.CharField(max_length=100)
    key = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["federation_id", "target_code", "heading"], name="one_meaning_a_heading"
            )
        ]


class ChosenColumns(models.Model):
    """Which columns of a ledger's list one user wants to see, in order; field names between commas."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    ledger_code = models.CharField(max_length=40)
    names = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "ledger_code"], name="one_choice_of_columns_a_ledger")
        ]


class Seen(models.Model):
    """Until when one user has seen something: the notices, or how to begin (then it is not shown again)."""

    class What(models.TextChoices):
        NOTICES = "notices", _("提醒")
        FIRST_HOUR = "first_hour", _("第一小时")

    id = models.UUIDField(primary_key=True, default=uuid7)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    what = models.CharField(max_length=20, choices=What)
    until = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "what"], name="seen_until_once_a_user")]


class Screen(Register):
    """大屏: a link with which a screen in the office shows totals without anybody logged in.

    The link is a secret and is kept nowhere; a revoked screen is voided and dark at once.
    """

    ledger_code = "ledger.screens"
    number_label = "大屏"
    starts_confirmed = True

    name = models.CharField(_("名称"), max_length=40)
    digest = models.CharField(max_length=64, unique=True)  # keyed hash of the code in the link

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("大屏链接")

    def __str__(self) -> str:
        return self.name


class Outlet(models.Model):
    """Where an office has its daily digest sent, and when that was last done. Addresses hold secrets."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    organisation = models.OneToOneField("org.Organisation", models.PROTECT, related_name="+")
    addresses = EncryptedField(label="outlet.addresses")  # one a line; empty: those of the environment
    sent_on = models.DateField(null=True)
