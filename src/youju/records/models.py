"""The kernel's own tables: history and its chain, numbers, files, participants, nil reports."""

from typing import ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from youju.base import clock
from youju.base.fields import EncryptedField, uuid7
from youju.base.masking import mask_name
from youju.records.parameters import LATE_AFTER_DAYS
from youju.records.record import Entry, Record, Register


class ChainHead(models.Model):
    """Where a federation's chain ends. Its row is the lock of all writes of the federation."""

    federation_id = models.UUIDField()
    stream = models.CharField(max_length=20)
    seq = models.PositiveBigIntegerField(default=0)
    mac = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["federation_id", "stream"], name="one_head_a_stream")]


class HistoryEvent(models.Model):
    """One write: who, when, why, and the whole row after it.

    Without foreign keys, so that the log can neither block nor vanish with what it tells.
    `row` is canonical JSON (see `canonical.py`); `mac` chains it to the event before.
    """

    id = models.UUIDField(primary_key=True, default=uuid7)
    federation_id = models.UUIDField()
    stream = models.CharField(max_length=20)
    seq = models.PositiveBigIntegerField()
    at = models.DateTimeField(_("时间"))
    verb = models.CharField(_("操作"), max_length=20)
    by_id = models.UUIDField(null=True)
    by_name = models.CharField(_("操作人"), max_length=60)
    ref = models.CharField(max_length=80)
    record_id = models.UUIDField(db_index=True)
    reason = models.CharField(_("理由"), max_length=200, blank=True)
    row = models.TextField()
    previous = models.CharField(max_length=64, blank=True)
    mac = models.CharField(max_length=64)

    class Meta:
        ordering = ["federation_id", "stream", "seq"]
        constraints = [
            models.UniqueConstraint(fields=["federation_id", "stream", "seq"], name="one_event_a_place")
        ]


class PersonalValues(models.Model):
    """Personal values behind the commitments of one record: sealed, erasable without breaking the chain."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    record_id = models.UUIDField(db_index=True)
    values_sealed = EncryptedField(label="personal.values")

    class Meta:
        ordering = ["id"]


class NumberSeries(models.Model):
    """Last human number given in a federation, ledger and year. Numbers are never given twice."""

    federation_id = models.UUIDField()
    ledger_code = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["federation_id", "ledger_code", "year"], name="one_series_a_year")
        ]


class IdempotencyKey(models.Model):
    """One submitted form. The effect and its key are written in the same transaction."""

    key = models.CharField(primary_key=True, max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    at = models.DateTimeField()
    result = models.CharField(max_length=200, blank=True)


class Look(models.Model):
    """One look at protected data (unmasked identity, an exported list, a downloaded file)."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    at = models.DateTimeField(_("时间"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("查看人")
    )
    what = models.CharField(_("查看内容"), max_length=60)
    ref = models.CharField(max_length=80)
    address = models.CharField(max_length=45, blank=True)

    class Meta:
        ordering = ["-id"]


class File(Record):
    """The bytes of one uploaded file, known by their digest; one row per federation and content."""

    ledger_code = "records.files"
    starts_confirmed = True

    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField(_("大小（字节）"))
    kind = models.CharField(max_length=10)  # as sniffed: jpg, png, heic, pdf, docx …
    name = models.CharField(_("文件名"), max_length=200)
    taken_at = models.DateTimeField(_("拍摄时间"), null=True, blank=True)  # from EXIF, if it is there

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = _("文件")
        constraints = [
            models.UniqueConstraint(fields=["federation", "sha256"], name="one_file_a_content"),
        ]

    def __str__(self) -> str:
        return self.name


class Exhibit(Record):
    """附件: a file shown as proof of a record. Withdrawn by voiding, with a reason."""

    ledger_code = "records.exhibits"
    starts_confirmed = True

    class Kind(models.TextChoices):
        PHOTO = "photo", _("照片")
        SIGN_IN = "sign_in", _("签到表")
        APPROVAL = "approval", _("批复")
        CONTRACT = "contract", _("合同文本")
        MINUTES = "minutes", _("会议记录")
        RECEIPT = "receipt", _("领取凭据")
        CERTIFICATE = "certificate", _("证书")
        OTHER = "other", _("其他材料")

    record_ref = models.CharField(max_length=80, editable=False)
    record_id = models.UUIDField(db_index=True, editable=False)
    file = models.ForeignKey(File, models.PROTECT, related_name="+", verbose_name=_("文件"))
    kind = models.CharField(_("材料类别"), max_length=20, choices=Kind, default=Kind.PHOTO)
    page = models.PositiveSmallIntegerField(_("页次"), default=1)
    may_publish = models.BooleanField(_("可公开"), default=False)

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = _("附件")
        ordering = ["record_id", "kind", "page", "id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.file}"


class Participation(models.Model):
    """参加人: one person at one session of an entry. 人次 counts these rows, 人 counts `person`."""

    personal: ClassVar[tuple[str, ...]] = ("name",)

    id = models.UUIDField(primary_key=True, default=uuid7)
    parent_id = models.UUIDField(db_index=True)  # the entry; participants exist only with their entry
    position = models.PositiveIntegerField(default=0)
    person = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("人员")
    )
    name = models.CharField(_("姓名"), max_length=50)
    unit = models.CharField(_("单位"), max_length=100, blank=True)
    session = models.CharField(_("场次"), max_length=40, blank=True)

    class Meta:
        ordering = ["parent_id", "position"]
        verbose_name = verbose_name_plural = _("参加人")
        constraints = [
            models.UniqueConstraint(
                fields=["parent_id", "person", "session"],
                condition=Q(person__isnull=False),
                name="one_seat_a_session",
                violation_error_message=_("同一人在同一场次只能登记一次。"),
            )
        ]

    def __str__(self) -> str:
        return mask_name(self.name)


class Attended(Entry):
    """An entry with participants, named one by one or, beside a sign-in sheet, as a head-count."""

    child_models = (Participation,)

    unnamed = models.PositiveIntegerField(
        _("未列名人次"), default=0, help_text=_("仅限已上传签到表扫描件时填写，在总结中标为较弱证据。")
    )

    class Meta(Entry.Meta):
        abstract = True


class NilReport(Register):
    """零报告: a unit states that nothing of a kind happened in a stretch of days."""

    ledger_code = "records.nil_reports"
    number_label = "零报告"

    class Kind(models.TextChoices):
        ACCIDENT = "accident", _("重特大事故")
        DISPUTE = "dispute", _("重大劳动争议")
        ARREARS = "arrears", _("拖欠工资")

    kind = models.CharField(_("零报告事项"), max_length=20, choices=Kind)
    signed_by = models.CharField(_("签字人"), max_length=50)
    until_on = models.DateField(_("截止日期"))

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("零报告")

    def __str__(self) -> str:
        return f"{self.organisation} {self.get_kind_display()}零报告（{self.from_on} 至 {self.until_on}）"

    @property
    def is_late(self) -> bool:
        """It can be signed only when the days it covers are over; late counts from then."""
        day = self.until_on
        return (clock.local_day(self.recorded_at) - day).days > LATE_AFTER_DAYS.on(day)

    def clean(self) -> None:
        super().clean()
        if self.until_on and self.until_on > clock.today():
            raise ValidationError({"until_on": _("零报告只能覆盖已经过去的日子，截止日期不能晚于今天。")})


class ReturnRequest(Record):
    """申请退回: a unit asks that a record be returned or corrected; confirmed once that has been done."""

    ledger_code = "records.return_requests"

    organisation = models.ForeignKey(
        "org.Organisation", models.PROTECT, related_name="+", verbose_name=_("单位")
    )
    record_ref = models.CharField(max_length=80, editable=False)
    record_id = models.UUIDField(db_index=True, editable=False)
    wish = models.CharField(_("申请理由"), max_length=200)

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = _("退回申请")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["record_id"],
                condition=Q(state="pending"),
                name="one_open_request_a_record",
                violation_error_message=_("这条记录已申请退回，请等待处理。"),
            )
        ]

    def __str__(self) -> str:
        return self.wish
