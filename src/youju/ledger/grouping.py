"""How a form is laid out: which fields stand together, how wide each is, what unit follows it.

A ledger declares the groups only its trade knows (审议, 签订和备案); the rest follows from their kinds.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from youju.base.fields import MoneyFormField
from youju.ledger.ledgers import Ledger
from youju.ledger.participants import ParticipantsField
from youju.ledger.pickers import DayField, PersonField

# Fields that end a register, and those only a correction in red or a second helping needs.
ENDING = ("until_on", "ended_by", "exit_reason")
SPECIAL = ("corrects", "repeat_reason")
MEETING = ("participants", "unnamed")
FEW = 3  # a group of its own wants so many fields
SHORT_TEXT, SHORT_CHOICE = 40, 12  # characters that a quarter of the form holds
NO_QUANTITY = ("year", "school_year", "order")
# What a label ends with → what is counted. A label that names its unit in brackets needs none.
UNITS = (
    (gettext_lazy("票"), re.compile(r"(选票|废票|有效票|得票|赞成票|票数|满意)$")),
    (gettext_lazy("人"), re.compile(r"(人数|职工数|会员数?|代表|委员|困难职工)$")),
    (gettext_lazy("人次"), re.compile(r"人次$")),
    (gettext_lazy("件"), re.compile(r"件数$")),
    (gettext_lazy("份"), re.compile(r"份数$")),
    (gettext_lazy("分"), re.compile(r"(得分|合格分|标准分|分值)$")),
    (gettext_lazy("家"), re.compile(r"单位数$")),
    (gettext_lazy("学时"), re.compile(r"^学时$")),
)


@dataclass(frozen=True)
class Place:
    """One field where it stands: `width` is number, short, mid or wide; `unit` what follows the number."""

    bound: forms.BoundField
    width: str
    unit: str


@dataclass(frozen=True)
class Group:
    label: str
    places: list[Place] = field(default_factory=list)
    folded: bool = False  # rarely needed: opened by a click, or when something in it is filled in or wrong


def groups_of(form: forms.ModelForm, ledger: Ledger) -> list[Group]:
    """All visible fields of a form, each in one group, in the order in which they are asked."""
    names = [bound.name for bound in form.visible_fields() if bound.name != "reason"]
    declared = {label: [name for name in held if name in names] for label, held in ledger.groups.items()}
    for held in declared.values():
        names = [name for name in names if name not in held]
    sorted_out = _by_kind(form, names)
    first, last = sorted_out[:1], sorted_out[1:]
    parts = [*first, *((label, held, False) for label, held in declared.items()), *last]
    return [
        Group(label, [_place(form[name]) for name in held], folded and not _needed(form, held))
        for label, held, folded in parts
        if held
    ]


def _by_kind(form, names: list[str]) -> list[tuple[str, list[str], bool]]:
    """Label, fields and whether folded: what it is, how much, what came later, who was there, the end."""
    fields = form.fields
    ending = [name for name in names if name in ENDING and not fields[name].required]
    special = [name for name in names if name in SPECIAL]
    meeting = [name for name in MEETING if name in names]
    items = [name for name in names if re.match(r"(score|note)-", name)]
    rest = [name for name in names if name not in (*ending, *special, *meeting, *items)]
    later = _many([name for name in rest if isinstance(fields[name], DayField) and not fields[name].required])
    if later:  # what is filled in after a later day belongs to it: models are written in the order of work
        start = rest.index(later[0])
        later = [
            name for name in rest[start:] if not fields[name].required and not _counts(name, fields[name])
        ]
    rest = [name for name in rest if name not in later]
    amounts = _many([name for name in rest if _counts(name, fields[name])])
    ticks = _many([name for name in rest if isinstance(fields[name], forms.BooleanField)])
    main = [name for name in rest if name not in (*amounts, *ticks)]
    asked = [name for name in main if fields[name].required]
    more = _many([name for name in main if not fields[name].required])
    asked += [name for name in main if name not in (*asked, *more)]
    return [
        (_("基本情况"), asked, False),
        (_("数量和金额"), amounts, False),
        (_("有关情况"), ticks, False),
        (_("检查项目"), items, False),
        (_("补充情况"), more, False),
        (_("后续办理"), later, False),
        (_("参加人"), meeting, False),
        (_("结束"), ending, True),
        (_("特殊情形"), special, True),
    ]


def _many(names: list[str]) -> list[str]:
    """Fields enough for a group of their own, else none."""
    return names if len(names) >= FEW else []


def _needed(form, names: Iterable[str]) -> bool:
    """Whether a folded group must be open: something in it is filled in, or wrong."""
    return any(form[name].errors or form[name].value() not in (None, "", "0", 0, False) for name in names)


def _counts(name: str, field: forms.Field) -> bool:
    if isinstance(field, MoneyFormField) or _sealed_sum(field):
        return True
    return isinstance(field, forms.IntegerField | forms.DecimalField) and name not in NO_QUANTITY


def _sealed_sum(field: forms.Field) -> bool:
    """What a household lives on is sealed as text; it is a sum of money all the same."""
    return "data-sealed" in field.widget.attrs and str(field.label).endswith(("收入", "支出", "损失"))


def _place(bound: forms.BoundField) -> Place:
    return Place(bound, _width(bound.name, bound.field), unit_of(bound.name, str(bound.label), bound.field))


def _width(name: str, field: forms.Field) -> str:
    widget = field.widget
    if _counts(name, field):
        return "number"
    if isinstance(field, ParticipantsField) or isinstance(widget, forms.Textarea):
        return "wide"
    if isinstance(field, DayField | PersonField | forms.IntegerField):
        return "short"
    if isinstance(field, forms.BooleanField | forms.NullBooleanField):
        return "short"
    if isinstance(field, forms.ModelChoiceField):
        return "mid"
    if isinstance(widget, forms.Select):
        return "short" if all(len(str(label)) <= SHORT_CHOICE for _value, label in widget.choices) else "mid"
    return "short" if (getattr(field, "max_length", None) or 999) <= SHORT_TEXT else "mid"


def unit_of(name: str, label: str, field: forms.Field) -> str:
    if "（" in label or not _counts(name, field):
        return ""
    if isinstance(field, MoneyFormField) or _sealed_sum(field):
        return _("元")
    return next((str(unit) for unit, ends in UNITS if ends.search(label)), "")
