"""What every kept thing has: identity, owner, state, version, history."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from youju.base import clock
from youju.base.fields import uuid7
from youju.records.parameters import LATE_AFTER_DAYS
from youju.records.querysets import (
    DatedQuerySet,
    EntryQuerySet,
    RecordQuerySet,
    WritePastTheDoor,
    unguarded,
)


class State(models.TextChoices):
    PENDING = "pending", _("待确认")
    CONFIRMED = "confirmed", _("已确认")
    RETURNED = "returned", _("已退回")
    VOIDED = "voided", _("已作废")


class Record(models.Model):
    """Anything kept. Changed only through `records.writing`; never deleted."""

    ledger_code: ClassVar[str] = ""  # declared, never derived: refs and history hold it
    number_label: ClassVar[str] = ""  # first part of human numbers; empty: no number
    personal: ClassVar[tuple[str, ...]] = ()  # fields that enter the chain as salted commitments
    child_models: ClassVar[tuple[type[models.Model], ...]] = ()
    paid: ClassVar[tuple[str, ...]] = ()  # sums that nobody changes once the record is confirmed
    starts_confirmed: ClassVar[bool] = False  # kernel records that need no second person

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    federation = models.ForeignKey(
        "org.Organisation", models.PROTECT, related_name="+", editable=False, verbose_name=_("所属工会")
    )
    state = models.CharField(_("状态"), max_length=10, choices=State, default=State.PENDING, editable=False)
    number = models.CharField(_("编号"), max_length=40, blank=True, editable=False)
    row_version = models.PositiveIntegerField(default=1, editable=False)
    recorded_at = models.DateTimeField(_("登记时间"), editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
        verbose_name=_("登记人"),
    )
    confirmed_at = models.DateTimeField(_("确认时间"), null=True, editable=False)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
        verbose_name=_("确认人"),
    )
    self_confirmed = models.BooleanField(_("本级自行确认"), default=False, editable=False)
    reason = models.CharField(_("理由"), max_length=200, blank=True, editable=False)

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True
        base_manager_name = "_plain"

    _plain = models.Manager()

    @property
    def ref(self) -> str:
        """The stable address of this record: declared ledger code and id."""
        return f"{self.ledger_code}:{self.pk}"

    @property
    def home(self):
        """The organisation a reader would look for: the record's own, else its keeper."""
        return getattr(self, "organisation", None) or self.federation

    @property
    def headline(self) -> str:
        """What running text calls this record where it names what it counts."""
        return str(self)

    @property
    def kept_on(self):
        """The day whose year the human number carries."""
        return clock.today()

    @classmethod
    def within_reach(cls, access) -> Q:
        """Which rows a user may see: those of own federations, and those of reachable organisations."""
        mine = Q(federation__in=access.federations)
        has_place = any(field.name == "organisation" for field in cls._meta.fields)
        return mine | Q(organisation__in=access.organisations()) if has_place else mine

    def full_clean(self, *args, **kwargs) -> None:
        with unguarded():  # uniqueness holds across scopes
            super().full_clean(*args, **kwargs)

    def validate_unique(self, exclude=None) -> None:
        with unguarded():  # a form asks this apart from `full_clean`
            super().validate_unique(exclude)

    def validate_constraints(self, exclude=None) -> None:
        with unguarded():
            super().validate_constraints(exclude)

    @classmethod
    def check_many(cls, records: Sequence[Record]) -> dict[UUID, ValidationError]:
        """What `clean` finds wrong with records about to be entered together, by id.

        A register that compares each row with others overrides this, to ask for all of them at once.
        """
        wrong = {}
        with unguarded():
            for record in records:
                try:
                    record.clean()
                except ValidationError as error:
                    wrong[record.pk] = error
        return wrong

    @classmethod
    def after_write(cls, records: Sequence[Record]) -> None:
        """Bring rows derived from these records up to date; runs inside the writing transaction."""

    def save(self, *args, **kwargs) -> None:
        raise WritePastTheDoor(f"{type(self).__name__}: use records.writing")

    def delete(self, *args, **kwargs) -> None:
        raise WritePastTheDoor(f"{type(self).__name__}: records are voided, never deleted")


class Entry(Record):
    """台账条目: something that happened at an organisation on a day."""

    organisation = models.ForeignKey(
        "org.Organisation", models.PROTECT, related_name="+", verbose_name=_("单位")
    )
    occurred_on = models.DateField(_("日期"))

    objects = EntryQuerySet.as_manager()

    class Meta(Record.Meta):
        abstract = True
        ordering = ["-occurred_on", "-id"]

    @property
    def kept_on(self):
        return self.occurred_on

    @property
    def is_late(self) -> bool:
        """补录: recorded more than `late_after_days` after it happened."""
        return (clock.local_day(self.recorded_at) - self.occurred_on).days > LATE_AFTER_DAYS.on(
            self.occurred_on
        )

    def clean(self) -> None:
        super().clean()
        if self.occurred_on is None:
            return
        if self.occurred_on > clock.today():
            raise ValidationError({"occurred_on": _("日期不能晚于今天，请改为事情发生的当天。")})
        check_unit_existed(self, "occurred_on", self.occurred_on)


class Dated(models.Model):
    """Something that holds from a day until a day, both included; an open end is null."""

    from_on = models.DateField(_("起始日期"))
    until_on = models.DateField(_("截止日期"), null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=F("from_on")),
                name="%(app_label)s_%(class)s_ends_after_it_begins",
                violation_error_message=_("截止日期不能早于起始日期。"),
            )
        ]

    def holds_on(self, day) -> bool:
        return self.from_on <= day and (self.until_on is None or day <= self.until_on)


class Register(Record, Dated):
    """名册: something that holds. A change of fact ends one row and begins another."""

    unit_must_exist: ClassVar[bool] = (
        True  # False where the fact may be older than the unit, e.g. a certificate
    )

    organisation = models.ForeignKey(
        "org.Organisation", models.PROTECT, related_name="+", verbose_name=_("单位")
    )

    objects = DatedQuerySet.as_manager()

    class Meta(Record.Meta, Dated.Meta):
        abstract = True
        ordering = ["-from_on", "-id"]

    @property
    def kept_on(self):
        return self.from_on

    @property
    def is_late(self) -> bool:
        return (clock.local_day(self.recorded_at) - self.from_on).days > LATE_AFTER_DAYS.on(self.from_on)

    def clean(self) -> None:
        super().clean()
        if self.from_on is not None and self.unit_must_exist:
            check_unit_existed(self, "from_on", self.from_on)


def check_unit_existed(record, field: str, day) -> None:
    """Refuse a date on which the organisation of the record did not exist."""
    if record.organisation_id is None:
        return
    unit = record.organisation
    if not unit.holds_on(day):
        span = f"{unit.from_on}" + (f" 至 {unit.until_on}" if unit.until_on else " 起")
        raise ValidationError(
            {
                field: _("%(unit)s在该日期不存在（存续期：%(span)s），请核对日期或单位。")
                % {"unit": unit, "span": span}
            }
        )
