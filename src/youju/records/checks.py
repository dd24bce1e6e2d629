"""Checks that many ledgers make in `clean`. A form may still lack a value: then there is nothing to say."""

from django.core.exceptions import ValidationError
from django.db.models import Model, Q
from django.utils.translation import gettext_lazy as _

from youju.base import clock


def not_in_future(record: Model, *fields: str) -> None:
    """Refuse days of things done that have not come yet."""
    for name in fields:
        day = getattr(record, name)
        if day and day > clock.today():
            raise ValidationError({name: _("日期不能晚于今天，请改为实际日期；尚未办理的请留空。")})


def not_more(record: Model, part: str, whole: str) -> None:
    """Refuse a part that is larger than its whole."""
    values = getattr(record, part), getattr(record, whole)
    if None not in values and values[0] > values[1]:
        names = [record._meta.get_field(name).verbose_name for name in (part, whole)]
        raise ValidationError(
            {part: _("%(part)s不能多于%(whole)s，请核对。") % {"part": names[0], "whole": names[1]}}
        )


def not_before(record: Model, later: str, earlier: str) -> None:
    """Refuse a day that comes before the one it follows from."""
    days = getattr(record, later), getattr(record, earlier)
    if None not in days and days[0] < days[1]:
        names = [record._meta.get_field(name).verbose_name for name in (later, earlier)]
        raise ValidationError(
            {later: _("%(later)s不能早于%(earlier)s，请核对。") % {"later": names[0], "earlier": names[1]}}
        )


def alone(record: Model, *same: str, message: str, field: str = "from_on") -> None:
    """Refuse a register row where another one with the same `same` holds on some of its days."""
    values = {name: getattr(record, f"{name}_id", None) or getattr(record, name, None) for name in same}
    if not all(values.values()) or record.from_on is None:
        return
    others = type(record)._plain.filter(overlap_of(record), **values).exclude(pk=record.pk)
    if others.exclude(state__in=("voided", "returned")).exists():
        raise ValidationError({field: message})


def overlap_of(row) -> Q:
    """Rows whose days meet the days of `row`."""
    later = Q(until_on=None) | Q(until_on__gte=row.from_on)
    return later if row.until_on is None else later & Q(from_on__lte=row.until_on)


def meet(row, other) -> bool:
    """Whether the days of two rows meet: `overlap_of` for rows at hand."""
    begins_in_time = other.until_on is None or row.from_on <= other.until_on
    return begins_in_time and (row.until_on is None or other.from_on <= row.until_on)
