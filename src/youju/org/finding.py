"""Units found by what people call them: name, short name or code, in characters, pinyin or initials."""

from collections.abc import Iterable

from youju.base import names
from youju.org.models import Organisation, Reach
from youju.records.querysets import holds_on
from youju.records.record import State


def units(access, text: str, limit: int = 8) -> list[Organisation]:
    """Reachable units that hold the text, those first that begin with it."""
    term = names.normalise(text)
    if not term:
        return []
    held = Organisation.objects.reach(access).exclude(state=State.VOIDED)
    known = held.values_list("pk", "name", "short_name", "code")
    fits = [row for row in known if any(names.holds(one, term) for one in row[1:])]
    fits.sort(key=lambda row: (not any(_begins(one, term) for one in row[1:]), row[3]))
    keys = [row[0] for row in fits[:limit]]
    found = held.in_bulk(keys)
    return [found[key] for key in keys]


def below(access, unit: Organisation) -> list[Organisation]:
    """The unit and everything below it today, as far as the user reaches."""
    held = Organisation.objects.reach(access).exclude(state=State.VOIDED)
    under = Reach.objects.filter(holds_on(access.day), ancestor=unit).values("descendant")
    return list(held.filter(pk__in=under).order_by("code"))


def holding(found: Iterable[Organisation], text: str) -> list[Organisation]:
    """Those of the units that hold the text."""
    term = names.normalise(text)
    return [
        unit
        for unit in found
        if any(names.holds(one, term) for one in (unit.name, unit.short_name, unit.code))
    ]


def _begins(name: str, term: str) -> bool:
    return names.normalise(name).startswith(term)
