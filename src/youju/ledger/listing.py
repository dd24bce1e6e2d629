"""A ledger as a list: what the address asks for, narrowed, searched, counted and paged."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta
from functools import cached_property
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db import models
from django.db.models import Case, Count, Max, Min, Q, QuerySet, Value, When
from django.utils.translation import gettext as _

from youju.base import clock, periods
from youju.base.fields import EncryptedField
from youju.base.periods import Period
from youju.ledger import narrowing
from youju.ledger.choosing import KEPT, Heading, headings, sort_path, summed, totals
from youju.ledger.ledgers import Ledger
from youju.ledger.narrowing import Filter
from youju.ledger.showing import paths
from youju.org.access import Access
from youju.org.models import Organisation, Reach
from youju.records.chain import RECORDS
from youju.records.models import ChainHead, HistoryEvent, NumberSeries
from youju.records.querysets import holds_on
from youju.records.record import Record, State

PAGE = 50
# Counting stops here: of more than so many records nobody reads the two hundredth page.
MOST_COUNTED = 10_000
MOST_KEYS = 500
SETTLED = timedelta(days=90)
FEW = 25  # writes that do not begin a year
# What the door writes down beside `KEPT`, for the page of the record and its history.
UNREAD = ("confirmed_at", "confirmed_by", "self_confirmed", "reason")


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
        self._sought: Q | None = None
        self.since, self.until = narrowing.day(asked.get("from", "")), narrowing.day(asked.get("until", ""))
        self.state = asked.get("state", "") if asked.get("state") in State.values else ""

    @cached_property
    def period(self) -> Period | None:
        with suppress(ValueError):
            return periods.parse(self.asked.get("period", ""))
        return None

    @cached_property
    def filters(self) -> list[Filter]:
        return narrowing.filters(self.ledger, self.access, self.asked)

    @cached_property
    def matching(self) -> QuerySet:
        """Everything asked for, in whatever state."""
        return self._narrowed(self.ledger.records(self.access))

    def _narrowed(self, found: QuerySet) -> QuerySet:
        if self.keys:
            found = found.filter(pk__in=self.keys)
        if self.mine:
            found = found.filter(recorded_by=self.access.user)
        for one in self.filters:
            if one.chosen:
                found = found.filter(**{one.name: one.chosen})
        if days := narrowing.days(self.ledger, self.period, self.since, self.until):
            found = found.filter(**days)
        return found.filter(self._holding(found)) if self.text else found

    def _holding(self, found: QuerySet) -> Q:
        """Where the text stands. Of very many records those are shown that name it, if any do: looking into
        every text of each takes seconds then."""
        if self._sought is None:
            about = (self.ledger, self.access, self.text)
            named = narrowing.naming(*about) if counted(found) > MOST_COUNTED else None
            enough = named is not None and found.filter(named).exists()
            self._sought = named if enough else narrowing.holding(*about)
        return self._sought

    @cached_property
    def _held(self) -> dict[str, int]:
        """How many match in each state, and in any (the empty key); none is counted past `MOST_COUNTED`."""
        each = {value: Count("pk", filter=Q(state=value)) for value in State.values}
        return self.matching.order_by()[: MOST_COUNTED + 1].aggregate(any=Count("pk"), **each)

    @property
    def number(self) -> int:
        """How many match in whatever state; anything above `MOST_COUNTED` says only: more."""
        return self._held["any"]

    @cached_property
    def states(self) -> list[tuple[str, str, int | None]]:
        """Every state, label and how many there are (None: too many to count); the empty key is all."""
        named = [("any", "", _("全部")), *((value, value, str(label)) for value, label in State.choices)]
        open_end = self.number > MOST_COUNTED
        return [(value, label, None if open_end else self._held[key]) for key, value, label in named]

    @property
    def records(self) -> QuerySet:
        """All that is asked for, in order, with what naming them takes."""
        found = self._ordered(self.matching)
        return found.select_related(*self._paths) if self._paths else found

    def _ordered(self, found: QuerySet) -> QuerySet:
        return self._sorted(found.filter(state=self.state) if self.state else found)

    @cached_property
    def _paged(self) -> QuerySet:
        """Where more match than are counted, the first of them are found by walking along the order."""
        if self.number <= MOST_COUNTED:
            return self._ordered(self.matching)
        return self._ordered(self._narrowed(_walked(self.ledger.model, self.access)))

    @cached_property
    def _paths(self) -> list[str]:
        keys = paths(self.ledger.model, self.columns)
        return [*keys, "recorded_by"] if "recorded_by" in self.columns else keys

    @cached_property
    def _shown(self) -> int:
        """How many there are on all pages together."""
        if not self.state:
            return self.number
        return counted(self._paged) if self.number > MOST_COUNTED else self._held[self.state]

    def page(self, number: str | int | None) -> Page:
        """One page; the units of its records, often all of one, are fetched once each."""
        model = self.ledger.model
        units = {one.name for one in model._meta.concrete_fields if one.related_model is Organisation}
        keys = [path for path in self._paths if path.partition("__")[0] not in units]
        shown = self._paged.select_related(None).defer(*_unread(model, keys, self.columns))
        shown = shown.select_related(*keys) if keys else shown
        shown = shown.prefetch_related(*(path for path in self._paths if path in units))
        return Pages(shown, self._shown).get_page(number)

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
        return bool(self.text or self.state or self.mine or self.keys or self.narrowing)

    @property
    def narrowing(self) -> int:
        """How many of the choices beside the search field are made."""
        days = bool(self.since or self.until)
        return days + sum(map(bool, (self.period, *(one.chosen for one in self.filters))))

    @property
    def is_dated(self) -> bool:
        return narrowing.field_of(self.ledger, self.ledger.date_field) is not None

    @property
    def span(self) -> str:
        """The time asked for, in words; empty for all of it."""
        return narrowing.span(self.period, self.since, self.until)


def counted(records: QuerySet) -> int:
    """How many there are, counted no further than `MOST_COUNTED` and one."""
    return records.order_by()[: MOST_COUNTED + 1].count()


def _walked(model: type[Record], access: Access) -> QuerySet:
    """What the user reaches, asked of each row in turn.

    Reach is an "or" over two columns, for which the database would gather all rows by two indexes and sort
    them; inside a case it takes the index of the order instead, and stops when the page is full.
    """
    within = Case(When(model.within_reach(access), then=Value(True)), default=Value(False))
    return model.objects.everywhere("the next condition is reach itself").filter(within)


def _unread(model: type[Record], keys: Sequence[str], columns: Sequence[str]) -> list[str]:
    """What no list shows of its records, or of those they name: how they were kept, and sealed values."""
    there = {field.name for field in model._meta.concrete_fields}
    fields = {"": [name for name in UNREAD if name in there and name not in columns]}
    for path in keys:
        related = _end(model, path)
        if issubclass(related, Record):
            sealed = [f.name for f in related._meta.concrete_fields if isinstance(f, EncryptedField)]
            fields[f"{path}__"] = [*UNREAD, *KEPT, "federation", *sealed]
    return [prefix + name for prefix, names in fields.items() for name in names]


def _end(model: type[models.Model], path: str) -> type[models.Model]:
    for name in path.split("__"):
        model = model._meta.get_field(name).related_model
    return model


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
