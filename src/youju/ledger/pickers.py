"""Form fields of our own: a person by typing, a day as people write it."""

from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from youju.base import clock, names
from youju.base.days import typed_day
from youju.org.access import Access
from youju.people import finding
from youju.people.finding import Card
from youju.people.models import Person


class DayInput(forms.DateInput):
    """A plain text box; the page's script adds the calendar and writes out what was typed."""

    def __init__(self, attrs=None):
        told = {"data-day": True, "autocomplete": "off", "placeholder": gettext_lazy("年-月-日")}
        super().__init__(told | (attrs or {}), format="%Y-%m-%d")


class SearchedSelect(forms.Select):
    """A list of records; where it is long, the page's script searches it, in characters or pinyin."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.attrs["data-search"] = True

    def create_option(self, name, value, label, *args, **kwargs):
        option = super().create_option(name, value, label, *args, **kwargs)
        if value:
            option["attrs"]["data-pinyin"] = names.spelled(str(label))
        return option


class DayField(forms.DateField):
    """Takes a day from the calendar, and any way in which people write one."""

    widget = DayInput
    default_error_messages = {
        "invalid": gettext_lazy("看不懂这个日期，请写成 2025-3-8、3月8日或“昨天”，或从日历中点选。")
    }

    def to_python(self, value):
        read = typed_day(value, clock.today()) if isinstance(value, str) else None
        return read or super().to_python(value)


@dataclass(frozen=True)
class Typed:
    """What came back from a person picker: the id if one was picked, and the text in the box."""

    id: str
    text: str


class PersonInput(forms.TextInput):
    """A text box with suggestions; `<name>-id` holds whom they stand for. Drawn by the pages."""

    picker = "person"
    namesakes: tuple[Card, ...] = ()

    def value_from_datadict(self, data, files, name):
        return Typed(data.get(f"{name}-id", "").strip(), data.get(name, "").strip())

    def value_omitted_from_data(self, data, files, name):
        return name not in data and f"{name}-id" not in data


class PersonField(forms.Field):
    """One reachable person. A name that only one person bears is enough; of namesakes one must be picked."""

    widget = PersonInput

    def __init__(self, *, access: Access, **kwargs):
        super().__init__(**kwargs)
        self.access = access

    def prepare_value(self, value):
        """A Typed for the page, whether it comes from the record (an id) or from the form."""
        if value is None or isinstance(value, Typed):
            return value or Typed("", "")
        person = Person.objects.reach(self.access).filter(pk=value).first()
        return Typed(str(value), person.name if person else "")

    def to_python(self, value):
        if isinstance(value, Person) or value is None:
            return value
        if value.id:
            return self._picked(value)
        if not value.text:
            return None
        bearers = finding.namesakes(self.access, [value.text]).get(value.text, [])
        if len(bearers) == 1:
            return bearers[0].person
        self.widget.namesakes = tuple(bearers)
        if bearers:
            raise ValidationError(_("有 %d 位同名人员，请点选其中一位。") % len(bearers))
        raise ValidationError(_("没有找到“%s”，请从提示中点选；新人员请先登记。") % value.text)

    def has_changed(self, initial, data):
        return str(initial or "") != (data.id if isinstance(data, Typed) else str(data or ""))

    def _picked(self, value: Typed) -> Person:
        try:
            person = Person.objects.reach(self.access).filter(pk=UUID(value.id)).first()
        except ValueError:
            person = None
        if person is None or (value.text and value.text != person.name):
            raise ValidationError(_("请从提示中重新点选人员。"))
        return person
