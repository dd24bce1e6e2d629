"""An upload between its arrival and its saving: understood as the address says, checked, looked at, saved.

A long one is worked on beside the request, see `longer`; what was found is kept with it until it is saved.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.http import QueryDict

from youju.ledger.ledgers import Ledger
from youju.ledger.models import ImportBatch
from youju.ledger.sheets import longer, saving, waiting
from youju.ledger.sheets.checking import Checked, check
from youju.ledger.sheets.columns import Layout
from youju.ledger.sheets.headings import Unclear
from youju.ledger.sheets.longer import State
from youju.ledger.sheets.outcomes import Outcome
from youju.ledger.sheets.reading import Table
from youju.org.access import Access
from youju.org.models import Organisation, User
from youju.records import storing, writing


@dataclass(frozen=True)
class Asked:
    """What the address says of how an upload is to be understood."""

    sheet: str
    head: int  # the row of the headings
    chosen: tuple[tuple[str, str], ...]  # heading, column

    @classmethod
    def of(cls, data: QueryDict) -> "Asked":
        pairs = zip(data.getlist("heading"), data.getlist("key"), strict=False)
        head = data.get("head", "")
        return cls(
            data.get("sheet", "")[:100],
            int(head) if head.isdecimal() and len(head) < 7 else 0,
            tuple((heading, key) for heading, key in pairs if heading),
        )

    @property
    def digest(self) -> str:
        return hashlib.sha256(repr(self).encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Upload:
    ledger: Ledger
    access: Access
    user: User
    place: Organisation
    token: UUID
    asked: Asked

    @property
    def layout(self) -> Layout:
        return Layout(self.ledger, self.access, self.place)

    @cached_property
    def table(self) -> Table:
        """`LookupError` where it is another user's, saved already, or a day old."""
        return waiting.fetch(self.user, self.token)

    def told_in(self, what: str) -> Path:
        return waiting.beside(self.user, self.token, what)


def outcome(upload: Upload) -> Outcome | State:
    """What each row would become; how far its checking is, where it takes longer."""
    path = upload.told_in(upload.asked.digest)
    state = longer.state(path)
    if state is None:
        table = upload.table
        if table.longest <= longer.LONG:
            return _found(upload, table)
        longer.begin(path, lambda progress: _found(upload, table, progress).as_json())
        return longer.state(path) or State()
    if state.error:
        path.unlink(missing_ok=True)
        raise longer.Refused(state.error)
    return state if state.is_running else Outcome.from_json(state.result)


def known(upload: Upload, outcome: Outcome) -> ImportBatch | None:
    """The standing import of the same content."""
    return saving.known_import(upload.ledger, upload.place, outcome.sha256)


def save(upload: Upload, *, good_only: bool, key: str) -> State:
    """Everything is checked once more and entered; the result is the batch."""
    table = upload.table.looked_at(upload.asked.sheet, upload.asked.head)

    def act(progress: longer.Progress) -> str:
        checked = _checked(upload, table, progress)
        ref, _now = writing.once(
            key[:64] or uuid4().hex,
            by=upload.user,
            act=lambda: saving.save(checked, good_only=good_only).batch.ref,
        )
        return ref.partition(":")[2]

    if table.longest > longer.LONG:
        longer.begin(upload.told_in("saving"), act)
        return saving_of(upload) or State()
    return _ended(act)


def saving_of(upload: Upload) -> State | None:
    return longer.state(upload.told_in("saving"))


def forget_saving(upload: Upload) -> None:
    upload.told_in("saving").unlink(missing_ok=True)


def _ended(act: Callable[[longer.Progress], str]) -> State:
    try:
        return State(result=act(lambda _done, _total: None))
    except (ValidationError, storing.StoreFailed) as refused:
        return State(error=" ".join(getattr(refused, "messages", [str(refused)])))


def _checked(upload: Upload, table: Table, progress: longer.Progress | None = None) -> Checked:
    known = saving.remembered(upload.ledger, upload.place) | dict(upload.asked.chosen)
    where = {"place": upload.place, "mapping": known, "progress": progress}
    return check(upload.ledger, upload.access, table, **where)


def _found(upload: Upload, whole: Table, progress: longer.Progress | None = None) -> Outcome:
    table = whole.looked_at(upload.asked.sheet, upload.asked.head)
    try:
        found = Outcome.of(_checked(upload, table, progress))
    except Unclear as unclear:
        found = Outcome.unclear(unclear)
    found.sha256 = table.sha256
    found.sheets = [(sheet.name, len(sheet.rows)) for sheet in whole.sheets]
    return found
