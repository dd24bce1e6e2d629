"""The few things templates cannot say by themselves."""

from functools import cache
from html import escape

from django import forms, template
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString

from youju.catalogue import LINES
from youju.desk import first_hour, helping, rows
from youju.records.sniffing import TYPES

register = template.Library()
ICONS = {
    "enter": "plus",
    "amend": "pencil",
    "confirm": "check",
    "return": "corner-up-left",
    "void": "ban",
    "end": "flag",
    "attach": "paperclip",
}


@register.simple_tag
@cache
def work_menu(code: str) -> SafeString:
    """All ledgers by line of work, that of `code` opened: a hundred links on every page, made once."""
    return render_to_string("desk/menu_lines.html", {"lines": LINES, "open": code})


@register.inclusion_tag("desk/ledger_help.html", takes_context=True)
def ledger_help(context, ledger, opened=False):
    """这本台账记什么, the same wherever one stands."""
    return helping.help_of(context["request"], ledger) | {"opened": opened}


@register.inclusion_tag("desk/first_hour_next.html", takes_context=True)
def first_hour_next(context):
    """The way on, where one of the steps has just been done; nothing once all are."""
    return first_hour.card(context["request"])


@register.inclusion_tag("desk/first_hour_card.html", takes_context=True)
def first_hour_card(context):
    """第一小时 on the first screen, until it is over."""
    return first_hour.card(context["request"]) | {"csrf_token": context.get("csrf_token")}


@register.filter
def state_colour(state: str) -> str:
    return rows.COLOURS.get(state, "bg-secondary-lt")


@register.filter
def verb_icon(verb: str) -> str:
    return ICONS.get(verb, "point")


@register.filter
def is_shown(file) -> bool:
    """Whether the file can be looked at on a page."""
    return TYPES[file.kind].shown


@register.filter
def control(field: forms.BoundField):
    """The input of a form field in the look of the house."""
    widget = field.field.widget
    kind = "form-select" if isinstance(widget, forms.Select) else "form-control"
    attrs = {"class": f"{kind} is-invalid" if field.errors else kind}
    if isinstance(widget, forms.CheckboxInput):
        attrs["class"] = "form-check-input"
    if isinstance(widget, forms.Textarea):
        attrs["rows"] = 4
    return field.as_widget(attrs=attrs)


@register.filter
def ticked(field: forms.BoundField) -> bool:
    """Whether the field is a box to tick, whose label stands beside it."""
    return isinstance(field.field.widget, forms.CheckboxInput)


@register.filter
def picker(field: forms.BoundField) -> str:
    """Which of our own widgets draws the field; empty for the ordinary ones."""
    return getattr(field.field.widget, "picker", "")


@register.simple_tag
def evidence_of(codes: dict, key: str, scope) -> str:
    """Where the figure stands that is quoted under the key."""
    return reverse("evidence", args=[codes[key], scope.organisation.code, scope.period.code])


@register.simple_tag
def shown_url(shown) -> str:
    name, *arguments = shown.url
    return reverse(name, args=arguments)


@register.simple_tag
def options(choices, chosen: str) -> SafeString:
    """The options of a choice, of which there may be hundreds; `chosen` is the value of one."""
    made = []
    for value, label in choices:
        on = " selected" if value == chosen else ""
        made.append(f'<option value="{escape(str(value))}"{on}>{escape(str(label))}</option>')
    return SafeString("".join(made))


@register.simple_tag
def list_rows(ledger, found) -> SafeString:
    """The body of a ledger's table."""
    return rows.drawn(ledger, found)
