"""Model fields of our own: money, sealed personal data, time-ordered keys."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from uuid import UUID

import uuid_utils.compat
from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from youju.base import vault
from youju.base.text import fold

CENT = Decimal("0.01")
TEN_THOUSAND = 10_000
MASK = "••••••"
# Integer fen must fit a signed 64-bit column; this leaves room for sums over it.
MOST = Decimal("99999999999.99")


def uuid7() -> UUID:
    """A key made in Python, in order of time, so that databases can be merged and need no sequence."""
    return uuid_utils.compat.uuid7()


def as_yuan(value) -> Decimal:
    """Money out of what people type or import; `ValidationError` in Chinese. A float is a mistake."""
    if isinstance(value, float):
        raise TypeError("money is never a float")
    text = fold(str(value)).replace(",", "").removesuffix("元").removeprefix("¥")
    try:
        amount = Decimal(text.removesuffix("万")) * (TEN_THOUSAND if text.endswith("万") else 1)
        cents = amount.quantize(CENT)
    except InvalidOperation as error:
        raise ValidationError("请输入金额，如 1200 或 1200.50。", code="invalid") from error
    if not amount.is_finite():
        raise ValidationError("请输入金额，如 1200 或 1200.50。", code="invalid")
    if amount != cents:
        raise ValidationError("金额最多两位小数（精确到分）。", code="decimals")
    if abs(amount) > MOST:
        raise ValidationError("金额太大，请核对。", code="too_large")
    return cents


class MoneyFormField(forms.CharField):
    """Takes 1,200.50, １２００元 and 1.2万元 as people write them."""

    def __init__(self, **kwargs):
        # A number box would refuse the comma and the full-width digit before we could read them.
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}))
        super().__init__(**kwargs)

    def to_python(self, value):
        text = super().to_python(value)
        return None if text in self.empty_values else as_yuan(text)

    def has_changed(self, initial, data):
        try:
            return self.to_python(data) != (None if initial in self.empty_values else as_yuan(initial))
        except ValidationError:
            return True


class MoneyField(models.Field):
    """Decimal yuan in Python, integer fen in the database, so that sums are exact on every engine."""

    # Not a subclass of BigIntegerField: Avg would take it for an integer and answer float fen.
    description = "money"
    empty_strings_allowed = False  # an unset amount is None, as for every other number

    def get_internal_type(self) -> str:
        return "BigIntegerField"

    def to_python(self, value):
        return None if value is None or value == "" else as_yuan(value)

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return None if value is None else int(as_yuan(value) * 100)

    def from_db_value(self, value, expression, connection):
        return None if value is None else Decimal(int(value)).scaleb(-2)

    def value_to_string(self, obj) -> str:
        value = self.value_from_object(obj)
        return "" if value is None else str(value)

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": MoneyFormField, **kwargs})


@dataclass(frozen=True, repr=False)
class Sealed:
    """What a row holds of a personal value: shown masked everywhere, opened on purpose only."""

    cipher: str
    label: str

    def open(self, row_id: UUID) -> str:
        return vault.unseal(self.cipher, label=self.label, row_id=row_id)

    def __str__(self) -> str:
        return MASK

    __repr__ = __str__


class EncryptedFormField(forms.CharField):
    """Shows the mask, never the value; a mask that comes back means: unchanged."""

    def widget_attrs(self, widget) -> dict:
        # Pages keep no draft of it on the device.
        return {**super().widget_attrs(widget), "data-sealed": "", "autocomplete": "off"}

    def prepare_value(self, value):
        return MASK if isinstance(value, Sealed) else value

    def has_changed(self, initial, data):
        return super().has_changed(self.prepare_value(initial), data)


class EncryptedField(models.TextField):
    """A text sealed when its row is saved and loaded as `Sealed`; never searchable, see `vault.blind`.

    `label` is bound into the ciphertext and stays when the model or its table is renamed.
    """

    def __init__(self, *args, label: str, **kwargs):
        self.label = label
        kwargs.setdefault("null", True)
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "label": self.label, "null": self.null}

    def from_db_value(self, value, expression, connection):
        return Sealed(value, self.label) if value else None

    def to_python(self, value):
        return value if isinstance(value, Sealed) else super().to_python(value)

    def run_validators(self, value):
        if not isinstance(value, Sealed):
            super().run_validators(value)

    def pre_save(self, model_instance, add):
        if isinstance(getattr(model_instance, self.attname), str):
            self.seal_rows([model_instance])
        return getattr(model_instance, self.attname)

    def seal_rows(self, rows: Sequence[models.Model]) -> None:
        """What `pre_save` makes of the value of each row."""
        plain = [(row, text) for row in rows if isinstance(text := getattr(row, self.attname), str)]
        sealed = self.sealed([(row.pk, text) for row, text in plain])
        for (row, _text), value in zip(plain, sealed, strict=True):
            setattr(row, self.attname, value)

    def sealed(self, values: Sequence[tuple[UUID, str]]) -> list[Sealed | None]:
        """Texts of rows, each as it is kept; nothing for an empty one."""
        if any(text == MASK for _row_id, text in values):
            raise ValueError("the mask of a sealed value is not a value")
        ciphers = iter(vault.seal_many([pair for pair in values if pair[1]], label=self.label))
        return [Sealed(next(ciphers), self.label) if text else None for _row_id, text in values]

    def get_prep_value(self, value):
        # Reached with plain text only by update(), bulk_update() and filter(): none may write or ask it.
        if value is None or isinstance(value, Sealed):
            return value.cipher if value else None
        raise TypeError(f"{self.label} is sealed: save the row to write it, use a blind index to find it")

    def get_lookup(self, lookup_name):
        # A pattern would be matched against the ciphertext and quietly find nothing.
        return super().get_lookup(lookup_name) if lookup_name in ("exact", "in", "isnull") else None

    def save_form_data(self, instance, data):
        if data != MASK:
            super().save_form_data(instance, data)

    def value_to_string(self, obj) -> str:
        return self.get_prep_value(self.value_from_object(obj)) or ""

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": EncryptedFormField, "widget": forms.TextInput, **kwargs})
