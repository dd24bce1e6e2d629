"""Units found by what people call them: name, short name or code, in characters, pinyin or initials."""

from youju.base import names
from youju.org.models import Organisation
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


def _begins(name: str, term: str) -> bool:
    return names.normalise(name).startswith(term)
