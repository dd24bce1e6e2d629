"""A ledger: a model and how its records are shown, found and filled in. A line of work: its ledgers."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import QuerySet
from django.forms import BaseModelForm

from youju.ledger.dues import Due
from youju.ledger.indicators import Indicator
from youju.ledger.rules import Rule
from youju.org.access import Access
from youju.records.models import Attended, Exhibit
from youju.records.record import Entry, Record, Register


@dataclass(frozen=True, kw_only=True)
class Ledger:
    model: type[Record]
    columns: tuple[str, ...]  # field names, in the order of the paper form
    filters: tuple[str, ...] = ()
    unsummed: tuple[str, ...] = ()  # numbers that say nothing when a list adds them up
    form: type[BaseModelForm] | None = None  # own form where the generic one does not do
    # Fields that stand together in the form, where their kinds do not say so: heading → fields.
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    proof: tuple[Exhibit.Kind, ...] = ()  # evidence that is expected
    help: str = ""  # what belongs in it, in two or three lines
    # What the page of a unit says of each row that holds there, or of the last entry; empty: nothing.
    at_unit: tuple[str, ...] = ()
    ends: str = ""  # the day on which it runs out, where that is not the last day of a register
    through: tuple[str, ...] = ()  # keys of keys that lead to the person it is about: `inspector__person`
    # What the codes in a field are called, where the model cannot know: field → code → words.
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict, hash=False)
    # What the tables of others call a field.
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)

    @property
    def code(self) -> str:
        return self.model.ledger_code

    @property
    def label(self) -> str:
        return self.model._meta.verbose_name

    @property
    def date_field(self) -> str:
        return "occurred_on" if issubclass(self.model, Entry) else "from_on"

    @property
    def end_field(self) -> str:
        """The day on which what it says runs out; empty where nothing does."""
        return self.ends or ("until_on" if issubclass(self.model, Register) else "")

    @property
    def has_participants(self) -> bool:
        return issubclass(self.model, Attended)

    @property
    def headings(self) -> list[str]:
        return [self.model._meta.get_field(name).verbose_name for name in self.columns]

    def records(self, access: Access) -> QuerySet:
        """All records of the ledger that the user may see, newest first."""
        return self.model.objects.reach(access)


@dataclass(frozen=True, kw_only=True)
class Line:
    """工作条线: what one folder under `work/` declares."""

    code: str
    label: str
    icon: str  # name of a Tabler icon
    ledgers: tuple[Ledger, ...]
    indicators: tuple[Indicator, ...] = ()  # counts, sums, rates and zero claims
    rules: tuple[Rule, ...] = field(default=())
    dues: tuple[Due, ...] = ()  # what falls due, and when
    at_unit: tuple[Indicator, ...] = ()  # figures by which one unit is known, on its page
