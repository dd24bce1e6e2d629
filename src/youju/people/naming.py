"""People named in records, with a card where there is one."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from youju.records.record import Record


def settle_name(record: Record, person: str = "person", name: str = "name") -> None:
    """Take the name from the person's card where one is chosen; refuse a record that names nobody."""
    if getattr(record, f"{person}_id"):
        setattr(record, name, getattr(record, person).name)
    elif not getattr(record, name).strip():
        raise ValidationError({name: _("请选择人员卡片，或填写姓名。")})
