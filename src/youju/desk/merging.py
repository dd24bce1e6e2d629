"""Two people changed one record: both versions field by field, and for each field the one to stand."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from youju.ledger import telling
from youju.ledger.forms import EntryForm, editable_fields
from youju.ledger.participants import ParticipantsField, Pasted
from youju.ledger.pickers import Typed
from youju.ledger.showing import EMPTY, Reader
from youju.records.record import Record

THEIRS, MINE = "theirs", "mine"
TAKE = "take-"  # name of the choice: take-amount = theirs


@dataclass(frozen=True)
class Versions:
    """One field as I filled it in and as it stands now; `keep` is which the page proposes."""

    name: str
    label: str
    mine: str
    theirs: str
    keep: str

    @property
    def differs(self) -> bool:
        return self.mine != self.theirs


def conflict_of(reader: Reader, form: EntryForm, current: Record) -> dict:
    """What the page shows of a conflict; the form then means: my choices, knowing the other version.

    Proposed is mine where I changed something, and the other's where only the other did.
    """
    ledger = form.ledger
    base = telling.texts_at(reader, current, int(form.data.get("row_version") or 0))
    names = [name for name in editable_fields(ledger.model) if name in form.fields]
    versions = (reader.cells(one, names, ledger.words) for one in (form.instance, current))
    rows = []
    for mine, theirs in zip(*versions, strict=True):
        untouched = base.get(mine.name) == mine.text
        rows.append(Versions(mine.name, mine.label, mine.text, theirs.text, THEIRS if untouched else MINE))
    rows += _others(form, type(form)(instance=current), names)
    form.data = form.data.copy()
    form.data["row_version"] = current.row_version
    return {"last": telling.history_of(reader, current)[0], "rows": rows}


def taking_theirs(form_class: type[EntryForm], current: Record, data: QueryDict) -> QueryDict:
    """What was sent, with the other version in the fields for which it was chosen."""
    chosen = {key.removeprefix(TAKE) for key, way in data.items() if key.startswith(TAKE) and way == THEIRS}
    if not chosen:
        return data
    merged, fresh = data.copy(), form_class(instance=current)
    for name in chosen & fresh.fields.keys():
        for key in [key for key in merged if key in (name, f"{name}-id") or key.startswith(f"{name}-pick-")]:
            del merged[key]
        merged.update(dict(_sent(fresh, name)))
    return merged


def _sent(form: EntryForm, name: str) -> Iterable[tuple[str, str]]:
    """How a browser would send the value that a form shows."""
    bound = form[name]
    match bound.value():
        case Typed(id=key, text=text):
            yield from ((name, text), (f"{name}-id", key))
        case Pasted(text=text, picks=picks):
            yield name, text
            yield from ((f"{name}-pick-{key}", person) for key, person in picks.items())
        case bool(ticked):
            yield from [(name, "on")] if ticked else []
        case value:
            shown = bound.field.widget.format_value(value)
            yield name, str((shown[0] if isinstance(shown, list) and shown else shown) or "")


def _others(form: EntryForm, fresh: EntryForm, known: list[str]) -> list[Versions]:
    """Fields that are no columns: participants, the marks of a check."""
    rows = []
    for bound in form.visible_fields():
        if bound.name in known or bound.name == "reason" or bound.name not in fresh.fields:
            continue
        mine, theirs = _lines(bound), _lines(fresh[bound.name])
        only_theirs = isinstance(bound.field, ParticipantsField) and set(mine) < set(theirs)
        keep = THEIRS if only_theirs else MINE
        rows.append(Versions(bound.name, str(bound.label), _said(mine), _said(theirs), keep))
    return rows


def _lines(bound) -> list[str]:
    value = bound.value()
    text = value.text if isinstance(value, Pasted) else "" if value is None else str(value)
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def _said(lines: list[str]) -> str:
    if len(lines) < 2:
        return lines[0] if lines else EMPTY
    return _("共 %(count)d 人：%(names)s") % {"count": len(lines), "names": "、".join(lines)}
