"""Entries about money: a confirmed sum stands, and what was wrong with it is put right by an entry in red."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Sum
from django.utils.translation import gettext_lazy as _

from youju.records.record import Entry, State


class PaidEntry(Entry):
    """An entry whose `paid` sums count. One that `corrects` another holds negative sums, 红字冲销."""

    alike: ClassVar[tuple[str, ...]] = ()  # what a correction shares with the entry it corrects

    corrects = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="corrections",
        limit_choices_to={"state": State.CONFIRMED, "corrects": None},
        verbose_name=_("冲销的记录"),
        help_text=_("仅红字冲销时填写：选择金额有误的原记录，本条金额填负数。"),
    )

    class Meta(Entry.Meta):
        abstract = True

    @property
    def is_correction(self) -> bool:
        return self.corrects_id is not None

    def clean(self) -> None:
        super().clean()
        if not self.is_correction:
            red = [name for name in self.paid if (getattr(self, name) or 0) < 0]
            if red:
                message = _("金额不能为负数；冲销多发、错发的，请在“冲销的记录”中选择原记录。")
                raise ValidationError(dict.fromkeys(red, message))
            return
        self._check_original(self.corrects)
        self._check_sums(self.corrects)

    def _check_original(self, original: "PaidEntry") -> None:
        if original.state != State.CONFIRMED or original.is_correction:
            raise ValidationError({"corrects": _("只能冲销已确认的原记录，请重新选择。")})
        if self.occurred_on and self.occurred_on < original.occurred_on:
            raise ValidationError({"occurred_on": _("冲销日期不能早于原记录的日期，请核对。")})
        for name in ("organisation", *self.alike):
            field = self._meta.get_field(name)
            if getattr(self, field.attname) != getattr(original, field.attname):
                message = _("%s须与被冲销的记录一致，请核对。") % field.verbose_name
                raise ValidationError({name: message})

    def _check_sums(self, original: "PaidEntry") -> None:
        """Something is taken back, nothing is added, and no more than is left."""
        sums = {name: getattr(self, name) or 0 for name in self.paid}
        if max(sums.values()) > 0 or not any(sums.values()):
            raise ValidationError(dict.fromkeys(sums, _("红字冲销的金额填负数，且至少冲销一项。")))
        left = original.left(without=self)
        over = [name for name, value in sums.items() if left[name] + value < 0]
        if over:
            raise ValidationError(
                {name: _("最多还能冲销%s元，请核对金额。") % f"{left[name].normalize():f}" for name in over}
            )

    def left(self, *, without: "PaidEntry | None" = None) -> dict:
        """What remains of each sum after the corrections that stand, leaving one of them out."""
        standing = standing_corrections(self)
        if without is not None:
            standing = standing.exclude(pk=without.pk)
        taken = standing.aggregate(**{name: Sum(name) for name in self.paid})
        return {name: (getattr(self, name) or 0) + (taken[name] or 0) for name in self.paid}


def standing_corrections(entry: PaidEntry) -> models.QuerySet:
    return type(entry)._plain.filter(corrects=entry).exclude(state__in=(State.VOIDED, State.RETURNED))
