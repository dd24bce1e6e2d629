"""A check is filled in item by item of the standard in force; a sample is drawn, not typed."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from youju.base import clock
from youju.ledger.forms import EntryForm
from youju.org.models import Organisation
from youju.records import writing
from youju.work.workers_home.drawing import draw
from youju.work.workers_home.models import CheckScore, HomeStandard, SampledUnit


class CheckForm(EntryForm):
    """One box for the marks of each item, at most its full marks, and one for why marks were taken off."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.standard = self._standard()
        given = {} if self.is_new else {row.item_id: row for row in writing.child_rows(self.instance)}
        self.items = list(self.standard.current_items) if self.standard else []
        for item in self.items:
            row = given.get(item.pk)
            self.fields[f"score-{item.pk}"] = self._score(item, row)
            self.fields[f"note-{item.pk}"] = forms.CharField(
                label=_("扣分说明（第%d项）") % item.order,
                max_length=200,
                required=False,
                initial=row.note if row else "",
            )

    def clean(self):
        if self.standard is None:
            raise ValidationError(_("还没有施行的建家标准，请先由乡镇（街道）工会登记标准和项目。"))
        self.instance.standard = self.standard
        return super().clean()

    def children(self) -> list[CheckScore]:
        found = self.cleaned_data
        return [
            CheckScore(item=item, score=found[f"score-{item.pk}"], note=found[f"note-{item.pk}"])
            for item in self.items
        ]

    def _standard(self) -> HomeStandard | None:
        """That of the record; for a new one the latest in force that the user can read."""
        if not self.is_new:
            return self.instance.standard
        readable = HomeStandard.objects.reach(self.access).confirmed().as_of(clock.today())
        return readable.order_by("-from_on", "-id").distinct().first()

    def _score(self, item, row) -> forms.DecimalField:
        required = _("（必备）") if item.required else ""
        return forms.DecimalField(
            label=_("%(item)s%(required)s") % {"item": item, "required": required},
            help_text=_("%(dimension)s，满分 %(marks)s 分。")
            % {"dimension": item.dimension, "marks": f"{item.marks.normalize():f}"},
            min_value=0,
            max_value=item.marks,
            decimal_places=1,
            initial=row.score if row else None,
        )


class SelfCheckForm(CheckForm):
    class Meta:
        fields = ("organisation", "occurred_on", "checked_by", "gaps", "remedy", "remedy_by")


class SpotCheckForm(CheckForm):
    class Meta:
        fields = (
            *("organisation", "occurred_on", "sample", "self_check", "checkers"),
            *("opinion", "remedy_by", "remedied_on"),
        )


class SampleForm(EntryForm):
    """Draws among the basic unions below the chosen body on the day of the draw."""

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not self._units():
            raise ValidationError({"organisation": _("所选单位之下没有基层工会，无从抽样。")})
        return cleaned

    def children(self) -> list[SampledUnit]:
        drawn = draw(self._units(), self.cleaned_data["seed"], self.cleaned_data["percent"])
        return [SampledUnit(unit=unit) for unit in drawn]

    def _units(self) -> list[Organisation]:
        chosen, day = self.cleaned_data["organisation"], self.cleaned_data["occurred_on"]
        below = Organisation.objects.under(chosen, day).filter(kind=Organisation.Kind.BASIC)
        return list(below.as_of(day).confirmed())
