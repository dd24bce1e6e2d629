"""A ledger as a sheet: its columns, derived from the fields of the very form that the page shows."""

import re
from dataclasses import dataclass
from enum import StrEnum, auto
from functools import cached_property

from django import forms
from django.db import models
from django.utils.translation import gettext as _

from youju.base.fields import MoneyFormField
from youju.base.text import fold
from youju.ledger.forms import EntryForm, entry_form
from youju.ledger.ledgers import Ledger
from youju.ledger.participants import ParticipantsField
from youju.ledger.pickers import PersonField
from youju.org.access import Access
from youju.org.models import Organisation
from youju.people.models import Person, Sex

MOST_LISTED = 1_000
BOOKKEEPING = ("key", "row_version", "reason")


class Kind(StrEnum):
    TEXT = auto()
    DAY = auto()
    NUMBER = auto()
    MONEY = auto()
    CHOICE = auto()
    FLAG = auto()
    RECORD = auto()
    NAME = auto()  # the four columns of a person
    IDENTITY = auto()
    SEX = auto()
    PHONE = auto()
    PEOPLE = auto()  # participants, in one cell


# What other people's tables call a column of this label.
SYNONYMS = {
    "姓名": ("会员姓名", "职工姓名", "名字", "人员姓名"),
    "身份证号": ("身份证号码", "身份证", "公民身份号码", "居民身份证号", "证件号", "证件号码"),
    "性别": ("男女",),
    "手机号": ("手机", "手机号码", "联系电话", "电话", "联系方式", "移动电话"),
    "单位": ("所在单位", "工会", "所属工会", "工会名称", "单位名称", "基层工会", "填报单位", "工会组织"),
    "地点": ("地址", "活动地点"),
    "起始日期": ("开始日期", "入会日期", "批准入会日期", "加入工会日期", "任职日期", "聘任日期", "生效日期"),
    "截止日期": ("终止日期", "结束日期", "退会日期", "到期日期", "有效期至", "离任日期", "失效日期"),
    "入会方式": ("入会途径", "会籍变动"),
    "会员证号": ("会员卡号", "会员证编号", "会员编号"),
}
EXAMPLES = {
    Kind.TEXT: "（示例）",
    Kind.DAY: "2025-03-08",
    Kind.NUMBER: "12",
    Kind.MONEY: "1200.00",
    Kind.FLAG: "否",
    Kind.RECORD: "（示例）",
    Kind.NAME: "张三（示例）",
    Kind.IDENTITY: "340321198001010011",
    Kind.SEX: "男",
    Kind.PHONE: "13800000000",
    Kind.PEOPLE: "张三、李四",
}
PERSONAL = frozenset({"姓名", "身份证号", "性别", "手机号"})
_BRACKETED = re.compile(r"[(（\[【].*?[)）\]】]")
_MARKS = re.compile(r"[*:：、,，.。/\\|_\-—\"'“”]")


@dataclass(frozen=True)
class Column:
    field: str  # of the form
    label: str
    kind: Kind
    part: str = ""  # of a person
    required: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    hint: str = ""
    also: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return f"{self.field}.{self.part}" if self.part else self.field

    @property
    def example(self) -> str:
        """What the template shows in its one greyed row; such a row is never taken in."""
        if self.choices and self.kind != Kind.SEX:
            return self.choices[0][1]
        return EXAMPLES.get(self.kind, "")

    @cached_property
    def names(self) -> frozenset[str]:
        """Everything this column may be headed with, in the plain form of `plain_heading`."""
        known = {self.label, *self.also, *SYNONYMS.get(self.label, ())}
        known |= {name.replace("日期", "时间") for name in known if name.endswith("日期")}
        return frozenset(map(plain_heading, known))


def plain_heading(text: str) -> str:
    """A heading without marks, spaces and what stands in brackets."""
    return _MARKS.sub("", _BRACKETED.sub("", fold(text).replace("（", "(").replace("）", ")"))).lower()


class Layout:
    """The columns of one ledger for one user, over one form that checks every row."""

    def __init__(self, ledger: Ledger, access: Access, place: Organisation | None = None) -> None:
        self.ledger, self.access, self.place = ledger, access, place
        self.form: EntryForm = entry_form(ledger, access)(place=place)

    @cached_property
    def fields(self) -> dict[str, forms.Field]:
        """The form's fields in the order of the paper form, then the others."""
        known = {name: field for name, field in self.form.fields.items() if name not in BOOKKEEPING}
        ordered = dict.fromkeys([*(name for name in self.ledger.columns if name in known), *known])
        return {name: known[name] for name in ordered}

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        made: list[Column] = []
        people = [field for field in self.fields.values() if isinstance(field, PersonField)]
        labels = {str(field.label) for field in self.fields.values()}
        alone = len(people) == 1 and labels.isdisjoint(PERSONAL)
        for name, field in self.fields.items():
            if isinstance(field, PersonField):
                made += _of_person(name, field, prefix="" if alone else str(field.label))
            else:
                made.append(self._of_field(name, field))
        return tuple(made)

    def default(self, name: str):
        """What the model takes where nothing is said; None where it has nothing of its own."""
        known = {field.name: field for field in self.ledger.model._meta.concrete_fields}
        field = known.get(name)
        return field.get_default() if field is not None and field.has_default() else None

    def words(self, column: Column) -> list[str]:
        """What a cell may be picked from; names of units and firms, never of persons and households."""
        if column.kind == Kind.FLAG:
            return [_("是"), _("否")]
        if column.kind != Kind.RECORD:
            return [label for _value, label in column.choices]
        records = self.fields[column.field].queryset
        if any(field.related_model is Person for field in records.model._meta.concrete_fields):
            return []
        return [str(record) for record in records[:MOST_LISTED]]

    def _of_field(self, name: str, field: forms.Field) -> Column:
        optional = self.default(name) not in (None, "") or (name == "organisation" and self.place)
        return Column(
            name,
            str(field.label),
            kind_of(field),
            required=field.required and not optional,
            choices=_choices(field),
            hint=str(field.help_text)
            if not isinstance(field, ParticipantsField)
            else _("姓名之间用顿号隔开。"),
            also=tuple(self.ledger.synonyms.get(name, ())),
        )


KINDS: tuple[tuple[type[forms.Field], Kind], ...] = (
    (ParticipantsField, Kind.PEOPLE),
    (forms.ModelChoiceField, Kind.RECORD),
    (forms.ChoiceField, Kind.CHOICE),
    (forms.BooleanField, Kind.FLAG),
    (forms.DateField, Kind.DAY),
    (MoneyFormField, Kind.MONEY),
    (forms.IntegerField, Kind.NUMBER),
)


def kind_of(field: forms.Field) -> Kind:
    return next((kind for form, kind in KINDS if isinstance(field, form)), Kind.TEXT)


def _of_person(name: str, field: PersonField, prefix: str) -> list[Column]:
    """A person takes four columns: a name alone is no person."""
    label = str(field.label)
    return [
        Column(name, f"{prefix}{_('姓名')}", Kind.NAME, "name", field.required, also=(label, f"{label}姓名")),
        Column(
            name,
            f"{prefix}{_('身份证号')}",
            Kind.IDENTITY,
            "id_number",
            hint=_("库中已有且不重名的可不填；新人员必须填写。"),
        ),
        Column(
            name,
            f"{prefix}{_('性别')}",
            Kind.SEX,
            "sex",
            choices=tuple((value, str(label)) for value, label in Sex.choices),
        ),
        Column(name, f"{prefix}{_('手机号')}", Kind.PHONE, "phone"),
    ]


def _choices(field: forms.Field) -> tuple[tuple[str, str], ...]:
    if isinstance(field, forms.ModelChoiceField) or not isinstance(field, forms.ChoiceField):
        return ()
    return tuple((str(value), str(label)) for value, label in field.choices if value not in ("", None))


def model_field(layout: Layout, name: str) -> models.Field | None:
    return {field.name: field for field in layout.ledger.model._meta.concrete_fields}.get(name)
