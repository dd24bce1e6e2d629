"""Targets beside what the indicators say has been reached, and the form on which an indicator is chosen."""

from dataclasses import replace

from django import forms
from django.utils.translation import gettext_lazy as _

from youju.catalogue import INDICATORS, LEDGERS, LINES
from youju.ledger.evidence import Figure
from youju.ledger.forms import EntryForm
from youju.ledger.scope import Scope
from youju.org.access import Access
from youju.org.models import Organisation
from youju.work.institutions.models import Target
from youju.work.institutions.progress import Progress, progress


def figure_of(code: str, scope: Scope) -> Figure | None:
    indicator = INDICATORS.get(code)
    return indicator.figure(scope) if indicator else None


def standing(access: Access, organisation: Organisation, year: int) -> list[Progress]:
    """The confirmed targets of a year at an organisation and below, level by level, each as it stands."""
    scope_units = access.organisations()
    held = Target.objects.reach(access).confirmed().filter(year=year, organisation__in=scope_units)
    below = Organisation.objects.under(organisation, access.day).values("pk")
    order = Target.Level.values
    found = held.filter(organisation__in=below).select_related("organisation").distinct()
    targets = sorted(found, key=lambda one: (order.index(one.level), one.organisation.code, one.line, one.pk))
    return [progress(target, figure_of) for target in targets]


class TargetForm(EntryForm):
    """The measure of a target is one of our indicators; its unit comes with it."""

    indicator = forms.ChoiceField(
        label=_("考核指标"),
        required=False,
        help_text=_("选填。选定后完成数由台账自动得出，不能手填；无法用数字衡量的任务不选。"),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["indicator"]
        field.choices = [("", _("不选（任务）")), *_by_line()]
        chosen = self.instance.indicator
        if chosen and chosen not in INDICATORS:
            field.choices = [*field.choices, (chosen, _("%s（已停用的指标，请改选）") % chosen)]

    def clean_indicator(self) -> str:
        code = self.cleaned_data["indicator"]
        if code and code not in INDICATORS:
            raise forms.ValidationError(_("该指标已停用，请改选。"))
        return code

    def clean(self):
        cleaned = super().clean()
        if code := cleaned.get("indicator"):
            cleaned["unit"] = INDICATORS[code].unit
        return cleaned


def _by_line() -> list[tuple]:
    return [
        (line.label, [(one.code, f"{one.label}（{one.unit}）") for one in line.indicators])
        for line in LINES
        if line.indicators
    ]


TARGETS = replace(
    LEDGERS[Target.ledger_code],
    form=TargetForm,
    words={"indicator": {code: str(indicator.label) for code, indicator in INDICATORS.items()}},
)
