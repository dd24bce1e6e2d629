"""Everything a unit and those below it own of a period, in one zip: a workbook for each line of work, the
files beside the records, and an index that says what is there. It is given out while it is being made.
"""

import re
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import xlsxwriter
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from youju.base import clock
from youju.base.periods import Period
from youju.ledger import acting
from youju.ledger.ledgers import Ledger, Line
from youju.ledger.listing import under
from youju.ledger.sheets import contents
from youju.ledger.sheets.exporting import MOST_REASON, SheetWriter, require_identity
from youju.ledger.sheets.workbooks import INERT
from youju.org.access import Access, Action
from youju.org.models import Organisation
from youju.records import storing
from youju.records.models import Exhibit
from youju.records.record import Register, State

CHUNK = 256 * 1024
KEPT_IN_MEMORY = 8 * 1024 * 1024
MOST_NAME = 80
_UNFIT = re.compile(r'[\\/:*?"<>|\0-\x1f]')
Progress = Callable[[int, int, str], None]


@dataclass
class Held:
    """What the index says of one ledger."""

    ledger: Ledger
    book: str
    records: int
    files: int = 0
    missing: list[str] = field(default_factory=list)  # names of files that are not on disk


@dataclass
class YearBook:
    """`reason` asks for names, numbers and files in full: it takes the right, a user, and is noted."""

    lines: Sequence[Line]
    access: Access
    unit: Organisation
    period: Period
    reason: str = ""
    address: str = ""

    def __post_init__(self) -> None:
        self.access.require(Action.READ, self.unit)
        self.reason = self.reason.strip()[:MOST_REASON]
        if self.reason:
            require_identity(self.access)
        if self.access.user is not None:
            what = _("整年导出，完整身份：%s") % self.reason if self.reason else _("整年导出，已遮盖")
            acting.note_look(self.access, what, self.unit.ref, address=self.address)

    @property
    def name(self) -> str:
        return f"{fit(str(self.unit))} {self.period.label}.zip"

    def stream(self, progress: Progress | None = None) -> Iterator[bytes]:
        """The bytes of the zip, each part as soon as it is there."""
        held: list[Held] = []
        pipe = _Pipe()
        total = sum(len(line.ledgers) for line in self.lines)
        with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as package:
            for line in self.lines:
                yield from self._line(
                    package, pipe, line, held, lambda label: _tell(progress, held, total, label)
                )
            package.writestr(_("目录.html"), contents.index(self, held))
        yield pipe.taken()

    def _line(self, package, pipe, line: Line, held: list[Held], say) -> Iterator[bytes]:
        name = f"{fit(str(line.label))}.xlsx"
        mine = []
        with tempfile.SpooledTemporaryFile(KEPT_IN_MEMORY) as made:
            with xlsxwriter.Workbook(made, {"constant_memory": True, **INERT}) as book:
                for ledger in line.ledgers:
                    mine.append(self._sheet(book, ledger, name))
                    held.append(mine[-1])
                    say(str(ledger.label))
                if not book.worksheets():
                    book.add_worksheet(_("没有记录"))
            if any(one.records for one in mine):
                made.seek(0)
                with package.open(name, "w") as part:
                    while chunk := made.read(CHUNK):
                        part.write(chunk)
                        yield pipe.taken()
        for one in mine if self.reason else ():
            yield from self._files(package, pipe, one)
        yield pipe.taken()

    def _sheet(self, book: xlsxwriter.Workbook, ledger: Ledger, name: str) -> Held:
        records = self.records(ledger)
        number = records.order_by().count()
        if number:
            SheetWriter(ledger, self.access, book, full=bool(self.reason)).write(records, None)
        return Held(ledger, name, number)

    def records(self, ledger: Ledger) -> QuerySet:
        """What happened in the period, or held at some time of it."""
        found = under(ledger.records(self.access), self.unit)
        if issubclass(ledger.model, Register):
            return found.overlapping(self.period)
        names = {one.name for one in ledger.model._meta.concrete_fields}
        if ledger.date_field not in names:
            return found
        return found.filter(**{f"{ledger.date_field}__range": (self.period.start, self.period.end)})

    def _files(self, package, pipe, held: Held) -> Iterator[bytes]:
        """Standing files of the records, in a folder of each record."""
        numbers = dict(self.records(held.ledger).order_by().values_list("pk", "number"))
        shown = Exhibit._plain.filter(record_id__in=self.records(held.ledger).order_by().values("pk"))
        for one in shown.exclude(state=State.VOIDED).select_related("file").order_by("record_id", "id"):
            folder = fit(numbers.get(one.record_id) or str(one.record_id))
            label = fit(str(held.ledger.label))
            path = f"{_('附件')}/{label}/{folder}/{held.files + 1:04d} {fit(one.file.name)}"
            try:
                stream = storing.open_file(one.file.federation_id, one.file.sha256)
            except storing.StoreFailed:
                held.missing.append(one.file.name)
                continue
            held.files += 1
            with stream, package.open(zipfile.ZipInfo(path, clock.now().timetuple()[:6]), "w") as part:
                while chunk := stream.read(CHUNK):
                    part.write(chunk)
                    yield pipe.taken()


class _Pipe:
    """What the zip writes goes straight out; it is never rewound."""

    def __init__(self) -> None:
        self._waiting = bytearray()

    def write(self, data) -> int:
        self._waiting += data
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""

    def taken(self) -> bytes:
        data = bytes(self._waiting)
        self._waiting.clear()
        return data


def _tell(progress: Progress | None, held: list[Held], total: int, label: str) -> None:
    if progress is not None:
        progress(len(held), total, label)


def fit(text: str) -> str:
    """A name that every file system accepts."""
    return _UNFIT.sub("_", text).strip(" .")[-MOST_NAME:] or "_"
