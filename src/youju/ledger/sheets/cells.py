"""One cell into one value, by the form's own field; what people write otherwise is brought into its terms."""

import re
from decimal import Decimal, InvalidOperation

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from youju.base.days import parse_day, serial_day
from youju.base.fields import TEN_THOUSAND
from youju.base.masking import open_names
from youju.base.text import fold
from youju.ledger.evidence import readable
from youju.ledger.participants import Pasted
from youju.ledger.sheets.columns import Column, Kind, Layout
from youju.people.models import Person
from youju.records.record import Record

YES = frozenset({"是", "有", "√", "✓", "对", "1", "y", "yes", "true"})
NO = frozenset({"", "否", "无", "没有", "×", "✗", "x", "0", "n", "no", "false"})
ERRORS = frozenset(
    {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"}
    | {"#SPILL!", "#CALC!", "#FIELD!", "#GETTING_DATA"}
)
# A value that comes again and again is cleaned once.
REPEATING = frozenset({Kind.DAY, Kind.CHOICE, Kind.FLAG, Kind.RECORD, Kind.NUMBER})
MOST_OFFERED = 12
_MONTH = re.compile(r"\d{4}[-./年]\d{1,2}月?")
_COUNTED = re.compile(r"([+-]?[\d.]+)(万?)[^\d.万千百亿十]*")


class Cells:
    """Cleans the cells of one table; remembers what it has seen."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self._seen: dict[tuple[str, str], object] = {}
        self._named: dict[str, dict[str, list[Record]]] = {}

    def value(self, column: Column, text: str):
        """What the field makes of the text; `ValidationError` as it would stand on the page."""
        if column.kind not in REPEATING:
            return self._value(column, text)
        key = column.field, text
        if key not in self._seen:
            try:
                self._seen[key] = self._value(column, text)
            except ValidationError as error:
                self._seen[key] = error
        found = self._seen[key]
        if isinstance(found, ValidationError):
            raise found
        return found

    def _value(self, column: Column, text: str):
        if text in ERRORS:
            raise ValidationError(formula_fault(text))
        field = self.layout.fields[column.field]
        default = self.layout.default(column.field)
        if not text and default is not None:
            return default
        match column.kind:
            case Kind.DAY:
                return _day(field, text)
            case Kind.NUMBER:
                return field.clean(_counted(text))
            case Kind.CHOICE:
                return field.clean(_choice(column, text))
            case Kind.FLAG:
                return _flag(field, text)
            case Kind.RECORD:
                return self._record(column, field, text)
            case Kind.PEOPLE:
                return field.clean(Pasted(text))
            case _:
                return field.clean(text)

    def _record(self, column: Column, field: forms.ModelChoiceField, text: str) -> Record | None:
        if not text:
            if column.field == "organisation" and self.layout.place is not None:
                return self._own_place(field)
            return field.clean(None)
        if column.field not in self._named:
            self._named[column.field] = _by_name(self._choices(column, field))
        named, called = self._named[column.field], fold(text)
        bearers = named.get(called) or named.get(called.removesuffix("户")) or []
        if len(bearers) == 1:
            return bearers[0]
        if bearers:
            raise ValidationError(
                _("有 %(n)d 个叫“%(text)s”的%(label)s，请写编号或全称。")
                % {"n": len(bearers), "text": text, "label": column.label}
            )
        raise ValidationError(
            _("没有找到名为“%(text)s”的%(label)s，或不在您的登记范围内。")
            % {"text": text, "label": column.label}
        )

    def _choices(self, column: Column, field: forms.ModelChoiceField) -> list[Record]:
        found = readable(field.queryset)
        if column.field == "organisation" and self.layout.place is not None:
            found = found.filter(federation=self.layout.place.federation_id)
        return list(found)

    def _own_place(self, field: forms.ModelChoiceField) -> Record:
        place = self.layout.place
        if not field.queryset.filter(pk=place.pk).exists():
            raise ValidationError(_("您不能在%s登记，请填写单位。") % place)
        return place


def _by_name(records: list[Record]) -> dict[str, list[Record]]:
    """Every record under each of its names: number, code, full and short name, whose it is."""
    named: dict[str, list[Record]] = {}
    with open_names():
        for record in records:
            for name in {fold(str(name)) for name in _names(record) if name}:
                named.setdefault(name, []).append(record)
    return named


def _names(record: Record):
    yield str(record)
    for attribute in ("number", "code", "name", "short_name"):
        yield getattr(record, attribute, "")
    for field in record._meta.concrete_fields:
        if field.related_model is Person:
            person = getattr(record, field.name)
            yield person.name if person else ""


def _day(field: forms.DateField, text: str):
    if day := serial_day(fold(text)):
        return field.clean(day)
    if _MONTH.fullmatch(fold(text)):
        raise ValidationError(_("日期“%s”只写到了月份，请写到日。") % text)
    day = parse_day(text)  # not as at a form, where a day without its year is one of this year
    if text and day is None:
        raise ValidationError(_("“%s”不是日期，请写成 2025-03-08 的样子。") % text)
    return field.clean(day)


def formula_fault(text: str) -> str:
    return _("单元格里的公式出错（%s），请改为文字或数字。") % text


def _counted(text: str) -> str:
    """The number before its unit of counting: 1,200人 is 1200, 1.2万人 is 12000."""
    found = _COUNTED.fullmatch(fold(text).replace(",", ""))
    if found is None:
        return text
    try:
        return f"{Decimal(found[1]) * TEN_THOUSAND:f}" if found[2] else found[1]
    except InvalidOperation:
        return text


def _choice(column: Column, text: str) -> str:
    plain = fold(text)
    for value, label in column.choices:
        if plain in (fold(label), value):
            return value
    if not text:
        return ""
    offered = [label for _value, label in column.choices]
    more = "……" if len(offered) > MOST_OFFERED else ""
    raise ValidationError(
        _("“%(text)s”不在可选项中，可选：%(offered)s。")
        % {"text": text, "offered": "、".join(offered[:MOST_OFFERED]) + more}
    )


def _flag(field: forms.BooleanField, text: str):
    plain = fold(text).lower()
    if plain not in YES | NO:
        raise ValidationError(_("“%s”应写“是”或“否”。") % text)
    if not plain and isinstance(field, forms.NullBooleanField):
        return None  # nobody was asked yet, which is not a no
    return field.clean(plain in YES)
