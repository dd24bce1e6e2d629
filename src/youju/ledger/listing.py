"""A ledger as a list: what the address asks for, narrowed, searched, counted and paged."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db import models
from django.db.models import Count, Max, Min, Q, QuerySet
from django.utils.translation import gettext as _

from youju.base import clock, periods
from youju.base.fields import EncryptedField
from youju.base.periods import Period
from youju.ledger.choosing import Heading, headings, sort_path, summed, totals
from youju.ledger.ledgers import Ledger
from youju.ledger.showing import Reader, paths
from youju.org.access import Access
from youju.org.models import Organisation, Reach
from youju.people.models import Person
from youju.records.chain import RECORDS
from youju.records.models import ChainHead, HistoryEvent, NumberSeries
from youju.records.querysets import holds_on
from youju.records.record import Record, State

PAGE = 50
MOST_CHOICES = 300
# Counting stops here: of more than so many records nobody reads the two hundredth page.
MOST_COUNTED = 10_000
MOST_KEYS = 500
SETTLED = timedelta(days=90)
FEW = 25  # writes that do not begin a year


@dataclass(frozen=True)
class Filter:
    """One choice above the list."""

    name: str
    label: str
    choices: tuple[tuple[str, str], ...]
    chosen: str

    @property
    def chosen_label(self) -> str:
        return dict(self.choices).get(self.chosen, "")


def latest_year(access: Access) -> int:
    """The year people are likely to ask about: the last one that has numbered records, at most this year.

    Early in a year the work is still about the one before, whose summary is being written: until records have
    been made for `SETTLED` days of it.
    """
    units = access.organisations()
    return latest_year_of(Organisation.objects.reach(access).filter(pk__in=units).values("federation"))


def latest_year_of(keepers: QuerySet | list[UUID]) -> int:
    """The same for the federations that keep the records."""
    numbered = NumberSeries.objects.filter(federation_id__in=keepers)
    found = numbered.aggregate(first=Min("year"), last=Max("year"))
    if found["last"] is None:
        return clock.today().year
    newest = min(_newest_day(found["last"], keepers), clock.today())
    settled = (newest - SETTLED).year
    return min(found["last"], max(settled, found["first"]))


def _newest_day(year: int, keepers: QuerySet | list[UUID]) -> date:
    """The day on which the last writes but a few were made; the year's last where nothing is known.

    Whoever looks around in old records and notes a thing or two has not begun the work of a new year.
    """
    heads = ChainHead.objects.filter(federation_id__in=keepers, stream=RECORDS)
    last = Q(pk__in=[])
    for federation, seq in heads.values_list("federation_id", "seq"):
        last |= Q(federation_id=federation, stream=RECORDS, seq=max(1, seq - FEW))
    newest = HistoryEvent.objects.filter(last).aggregate(at=Max("at"))["at"]
    return clock.local_day(newest) if newest else date(year, 12, 31)


class Pages(Paginator):
    """Pages of a list that need not be counted to its end."""

    def __init__(self, records: QuerySet, number: int) -> None:
        super().__init__(records, PAGE)
        self.count = min(number, MOST_COUNTED)
        self.is_open = number > MOST_COUNTED


class Listing:
    """The records of a ledger that a user sees under the conditions of an address."""

    def __init__(
        self,
        ledger: Ledger,
        access: Access,
        asked: Mapping[str, str],
        columns: Sequence[str] | None = None,  # that are going to be shown
    ) -> None:
        self.ledger, self.access, self.asked = ledger, access, asked
        self.columns = columns or ledger.columns
        self.sort = asked.get("sort", "")
        self.mine = access.user is not None and asked.get("mine") == "1"
        self.keys = _keys(asked)
        self.text = asked.get("q", "").strip()
        self.state = asked.get("state", "") if asked.get("state") in State.values else ""

    @cached_property
    def period(self) -> Period | None:
        with suppress(ValueError):
            return periods.parse(self.asked.get("period", ""))
        return None

    @cached_property
    def filters(self) -> list[Filter]:
        """Those of the ledger, after the unit where there is more than one to choose from."""
        names = dict.fromkeys(["organisation", *self.ledger.filters])
        made = [self._filter(name) for name in names if self._field(name) is not None]
        return [one for one in made if one is not None and len(one.choices) > 1]

    @cached_property
    def matching(self) -> QuerySet:
        """Everything asked for, in whatever state."""
        found = self.ledger.records(self.access)
        if self.keys:
            found = found.filter(pk__in=self.keys)
        if self.mine:
            found = found.filter(recorded_by=self.access.user)
        for one in self.filters:
            if one.chosen:
                found = found.filter(**{one.name: one.chosen})
        if self.period and self._field(self.ledger.date_field):
            days = (self.period.start, self.period.end)
            found = found.filter(**{f"{self.ledger.date_field}__range": days})
        return found.filter(self._holding(self.text)) if self.text else found

    @cached_property
    def number(self) -> int:
        """How many match in whatever state; anything above `MOST_COUNTED` says only: more."""
        return counted(self.matching)

    @cached_property
    def states(self) -> list[tuple[str, str, int | None]]:
        """Every state, label and how many there are (None: too many to count); the empty key is all."""
        named = [("", _("全部")), *((value, str(label)) for value, label in State.choices)]
        if self.number > MOST_COUNTED:
            return [(value, label, None) for value, label in named]
        rows = self.matching.order_by().values_list("state").annotate(n=Count("pk"))
        held = {"": self.number, **dict(rows)}
        return [(value, label, held.get(value, 0)) for value, label in named]

    @property
    def records(self) -> QuerySet:
        found = self.matching.filter(state=self.state) if self.state else self.matching
        keys = paths(self.ledger.model, self.columns)
        keys += ["recorded_by"] if "recorded_by" in self.columns else []
        found = self._sorted(found)
        return found.select_related(*keys) if keys else found

    @cached_property
    def _shown(self) -> int:
        """How many there are on all pages together."""
        if not self.state:
            return self.number
        held = {value: number for value, _label, number in self.states}[self.state]
        return counted(self.records) if held is None else held

    def page(self, number: str | int | None) -> Page:
        return Pages(self.records, self._shown).get_page(number)

    def _sorted(self, found: QuerySet) -> QuerySet:
        if path := sort_path(self.ledger, self.sort.removeprefix("-")):
            sign = "-" if self.sort.startswith("-") else ""
            return found.order_by(f"{sign}{path}", f"{sign}id")
        return found if found.ordered else found.order_by("-recorded_at", "-id")

    @property
    def headings(self) -> list[Heading]:
        return headings(self.ledger, self.columns, self.sort)

    @property
    def totals(self) -> list[str]:
        """The cells of the last row; empty where nothing adds up or the list is endless."""
        fields = summed(self.ledger, self.columns)
        if not fields or self.number > MOST_COUNTED:
            return []
        sums = totals(self.records, fields)
        return [sums.get(name, "") for name in self.columns]

    def years(self) -> list[tuple[str, str]]:
        """Periods offered above the list: this year's parts and the years before."""
        year = clock.today().year
        parts = [periods.quarter(year, n) for n in (1, 2, 3, 4)]
        years = [periods.year(year - back) for back in range(6)]
        offered = [years[0], *parts, *years[1:]]
        if self.period and self.period.code not in {one.code for one in offered}:
            offered.insert(0, self.period)
        return [(one.code, one.label) for one in offered]

    @property
    def is_narrowed(self) -> bool:
        asked = self.text or self.state or self.period or self.mine or self.keys
        return bool(asked or any(one.chosen for one in self.filters))

    # -- details -----------------------------------------------------------------------

    def _field(self, name: str) -> models.Field | None:
        known = {field.name: field for field in self.ledger.model._meta.concrete_fields}
        return known.get(name)

    def _filter(self, name: str) -> Filter | None:
        field = self._field(name)
        choices = tuple((str(value), str(label)) for value, label in self._choices(field))
        asked = self.asked.get(name, "")
        chosen = asked if asked in {value for value, _label in choices} else ""
        return Filter(name, str(field.verbose_name), choices, chosen)

    def _choices(self, field: models.Field) -> list[tuple]:
        if field.choices:
            return [(value, label) for value, label in field.flatchoices if value != ""]
        if isinstance(field, models.BooleanField):
            return [("True", _("是")), ("False", _("否"))]
        if isinstance(field, models.IntegerField):
            found = self.ledger.records(self.access).order_by(field.name)
            return [(value, value) for value in found.values_list(field.name, flat=True).distinct()]
        if field.related_model is Organisation:
            units = Organisation.objects.reach(self.access).order_by("code")[:MOST_CHOICES]
            return [(unit.pk, unit) for unit in units]
        if isinstance(field, models.ForeignKey) and field.related_model is not Person:
            return self._related(field.related_model)
        return []

    def _related(self, model: type[Record]) -> list[tuple[UUID, str]]:
        reader, keys = Reader(self.access), paths(model)
        found = model.objects.reach(self.access)
        found = found.select_related(*keys) if keys else found
        return [(record.pk, reader.name(record)) for record in found[:MOST_CHOICES]]

    def _holding(self, text: str) -> Q:
        """Where the text stands: in the number, in any text of the record, in the name of a person."""
        wanted = Q(number__icontains=text)
        for field in self.ledger.model._meta.concrete_fields:
            plain = isinstance(field, models.CharField | models.TextField) and field.editable
            if plain and not field.choices and not isinstance(field, EncryptedField):
                wanted |= Q(**{f"{field.name}__icontains": text})
            elif field.related_model is Person:
                named = Person.objects.reach(self.access).named(text)
                wanted |= Q(**{f"{field.name}__in": named.values("pk")})
            elif field.related_model is Organisation and field.editable:
                wanted |= Q(organisation__name__icontains=text)
        return wanted


def counted(records: QuerySet) -> int:
    """How many there are, counted no further than `MOST_COUNTED` and one."""
    return records.order_by()[: MOST_COUNTED + 1].count()


def _keys(asked: Mapping[str, str]) -> list[UUID]:
    """Records picked one by one on the page before."""
    found = []
    for text in getattr(asked, "getlist", lambda _name: [])("pk")[:MOST_KEYS]:
        with suppress(ValueError):
            found.append(UUID(text))
    return found


def under(records: QuerySet, unit: Organisation) -> QuerySet:
    """Those of a unit and of all that stands below it today; of a person or firm, those its office keeps."""
    if not hasattr(records.model, "organisation"):
        return records.filter(federation=unit.federation_id)
    below = Reach.objects.filter(holds_on(clock.today()), ancestor=unit)
    return records.filter(organisation__in=below.values("descendant"))
