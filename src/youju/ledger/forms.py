"""The form of a ledger, made from its model: who may choose what, and where a save goes."""

from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from youju.ledger import acting
from youju.ledger.grouping import Group, groups_of
from youju.ledger.ledgers import Ledger
from youju.ledger.participants import ParticipantsField
from youju.ledger.pickers import DayField, PersonField, SearchedSelect
from youju.ledger.showing import Reader, paths
from youju.org.access import Access, Action
from youju.org.models import Organisation
from youju.people.models import Person
from youju.records import writing
from youju.records.models import Attended
from youju.records.record import Record, State


class ReachableField(forms.ModelChoiceField):
    """One of the records the user can see, with names as the user may read them."""

    widget = SearchedSelect

    def __init__(self, queryset, *, reader: Reader, **kwargs):
        super().__init__(queryset, **kwargs)
        self.reader = reader

    def label_from_instance(self, record):
        return self.reader.name(record)


class EntryForm(forms.ModelForm):
    """A new record or a correction. A ledger's own form extends this one."""

    access: Access  # set by `entry_form`, like `ledger`
    ledger: Ledger
    ran = True  # false when the same sending had been saved before

    key = forms.CharField(widget=forms.HiddenInput, max_length=64)
    row_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    reason = forms.CharField(label=gettext_lazy("更正理由"), max_length=200, required=False)

    def __init__(self, *args, place: Organisation | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial |= {"key": uuid4().hex, "row_version": self.instance.row_version}
        self._settle_place(place)
        if isinstance(self.instance, Attended):
            self._add_participants()
        if self.is_correction:
            self.fields["reason"].required = True
        else:
            del self.fields["reason"]
        for field in self.fields.values():
            field.error_messages["required"] = _asks_for(field)
            _name_blank_choice(field)

    @property
    def groups(self) -> list[Group]:
        """The fields as the page lays them out."""
        return groups_of(self, self.ledger)

    @property
    def is_new(self) -> bool:
        return self.instance._state.adding

    @property
    def is_correction(self) -> bool:
        """A confirmed record is corrected with a reason; anything else is simply changed."""
        record = self.instance
        return not self.is_new and record.state == State.CONFIRMED and not record.starts_confirmed

    def save(self, commit=True) -> Record:
        """Write through the acts, which ask for the right once more."""
        record, reason = self.instance, self.cleaned_data.get("reason", "")
        children = self.children()
        if self.is_new:
            return acting.enter(self.access, record, children=children or ())
        record.row_version = self.cleaned_data["row_version"] or 0
        return acting.amend(self.access, record, reason=reason, children=children)

    def children(self) -> list[models.Model] | None:
        """Child rows as they came in; None leaves those of the record as they are."""
        return self.cleaned_data.get("participants")

    def refuse(self, error: ValidationError) -> None:
        """Show at their fields what the writing door found wrong."""
        fields = error.message_dict if hasattr(error, "error_dict") else {None: error.messages}
        for name, messages in fields.items():
            self.add_error(name if name in self.fields else None, messages)

    def _settle_place(self, place: Organisation | None) -> None:
        field = self.fields.get("organisation")
        if field is None:
            if self.instance.federation_id is None and place is not None:
                self.instance.federation_id = place.federation_id
            return
        places = list(field.queryset[:2])
        if place is not None and field.queryset.filter(pk=place.pk).exists():
            self.initial.setdefault("organisation", place.pk)
        if len(places) == 1:
            self.initial.setdefault("organisation", places[0].pk)
            field.widget = forms.HiddenInput()

    def _add_participants(self) -> None:
        before = [] if self.is_new else writing.child_rows(self.instance)
        self.fields["participants"] = ParticipantsField(
            access=self.access,
            before=before,
            required=False,
            label=_("参加人"),
            help_text=_(
                "每行一人：姓名，或从表格粘贴“姓名、单位、场次”几列。库中没有的人按姓名登记，标为未核身份。"
            ),
        )


def entry_form(ledger: Ledger, access: Access) -> type[EntryForm]:
    """The form of a ledger for one user: the ledger's own, else one made from its model."""
    base = ledger.form or EntryForm
    bound = type(base.__name__, (base,), {"access": access, "ledger": ledger})
    fields = getattr(getattr(base, "Meta", None), "fields", None) or editable_fields(ledger.model)
    return forms.modelform_factory(
        ledger.model, form=bound, fields=fields, formfield_callback=_field_maker(access)
    )


def editable_fields(model: type[Record]) -> list[str]:
    """What people fill in: where and when first, then as in the model, a head-count or a correction last."""
    names = [field.name for field in model._meta.concrete_fields if field.editable and not field.primary_key]
    first = [name for name in ("organisation", "occurred_on", "from_on", "until_on") if name in names]
    last = [name for name in ("unnamed", "corrects") if name in names]
    return [*first, *(name for name in names if name not in (*first, *last)), *last]


def _field_maker(access: Access):
    reader = Reader(access)

    def make(field: models.Field, **kwargs):
        related = field.related_model
        if related is Person:
            return PersonField(access=access, label=field.verbose_name, required=not field.blank)
        if related is Organisation and field.name == "organisation":
            places = Organisation.objects.reach(access).filter(pk__in=access.organisations(Action.ENTER))
            return field.formfield(queryset=places.order_by("code"), widget=SearchedSelect, **kwargs)
        if related is not None and issubclass(related, Record):
            choices, keys = related.objects.reach(access).exclude(state=State.VOIDED), paths(related)
            choices = choices.select_related(*keys) if keys else choices
            return field.formfield(form_class=ReachableField, queryset=choices, reader=reader, **kwargs)
        if isinstance(field, models.DateField) and not isinstance(field, models.DateTimeField):
            return field.formfield(form_class=DayField, **kwargs)
        return field.formfield(**kwargs)

    return make


def _name_blank_choice(field: forms.Field) -> None:
    """What a select says before anything is chosen."""
    says = _("请选择") if field.required else _("（不填）")
    if isinstance(field, forms.ModelChoiceField):
        field.empty_label = says
    elif isinstance(field, forms.ChoiceField):
        field.choices = [(value, says if value in ("", None) else label) for value, label in field.choices]


def _asks_for(field: forms.Field) -> str:
    chosen = isinstance(field, forms.ChoiceField | forms.ModelChoiceField)
    return (_("请选择%s。") if chosen else _("请填写%s。")) % field.label
