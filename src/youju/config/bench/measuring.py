"""The tasks that are timed on a made-up office, each beside its reference."""

import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from django.contrib.auth import login
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest
from django.test import Client
from django.urls import reverse

from youju.catalogue import LEDGERS
from youju.config.bench import reference
from youju.config.bench.office import HEAD, PER_FILE, Office
from youju.desk.middleware import SIGN_IN
from youju.ledger.listing import Listing
from youju.ledger.sheets import exporting, pasting, reading, saving
from youju.ledger.sheets.checking import check
from youju.org import accounts
from youju.org.models import Organisation, User
from youju.people import finding
from youju.people.models import Person

MEMBERS = LEDGERS["organising.members"]
TIMES, PASTES = 60, 5
# Names as people ask for them: whole, by initials, by part of the pinyin.
ASKED = ("王伟", "张秀英", "lxy", "wangf", "建国", "zhangx", "chen", "李", "xueql", "刘志强", "my", "guihua")


@dataclass(frozen=True)
class Measure:
    """One figure: seconds for the whole task, or for one of many in the middle and at the slow end."""

    task: str
    seconds: float
    reference: str
    reference_seconds: float
    slow: float | None = None  # nineteen of twenty are faster
    parts: dict[str, float] = field(default_factory=dict)
    # Seconds of it: what a busy machine changes less.
    processor: float | None = None
    reference_processor: float | None = None

    @property
    def ratio(self) -> float:
        return self.seconds / self.reference_seconds

    def as_json(self) -> dict:
        return asdict(self) | {"ratio": self.ratio}


def measure(office: Office, folder: Path, say: Callable[[str], None]) -> Iterator[Measure]:
    """Every task in turn; the first one brings the members that the others work on."""
    say("导入")
    yield from imported(office, folder, say)
    say("列表")
    yield listed(office)
    say("查找")
    yield searched(office)
    say("粘贴")
    yield pasted(office)
    say("导出")
    yield exported(office, folder)


def imported(office: Office, folder: Path, say: Callable[[str], None]) -> Iterator[Measure]:
    """All files with every check; the first one is timed, and beside it two references.

    The narrow one puts the six cells of each row into one bare table. The other one puts there all the rows
    that an import leaves: a person is found by name and number, and each write has its event in the chain.
    """
    spent, bare, processor = {}, 0.0, 0.0
    for first, number in office.parts():
        path = office.workbook(folder / f"{first}.xlsx", first, number)
        bare = bare or reference.parse_and_insert(path)
        watch = Watch()
        table = reading.read(path.read_bytes(), path.name)
        watch.lap("读表")
        checked = check(MEMBERS, office.access, table, place=office.town)
        watch.lap("检查")
        saving.save(checked)
        watch.lap("保存")
        if first == 0:
            spent, processor = watch.laps, watch.processor
            same, rows = reference.parse_and_insert_same(path)
        say(f"导入 {first + number} 人")
    facts = {"parts": spent, "processor": processor}
    seconds, each = sum(spent.values()), f"解析并直接写入表格的 {min(office.members, PER_FILE)} 行"
    yield Measure("导入（全部检查）", seconds, each, bare, **facts)
    yield Measure(
        "导入，比真正落库的行", seconds, f"解析并直接写入落库的 {rows} 行", same, processor=processor
    )


def listed(office: Office) -> Measure:
    units = units_of(office)
    client = signed_in(office)
    addresses = [f"{list_address()}?organisation={unit.pk}&sort=-from_on" for unit in units]
    client.get(addresses[0])
    found = timed(lambda turn: client.get(addresses[turn % len(addresses)]))
    bare = timed(lambda turn: reference.page_of(units[turn % len(units)]))
    empty = timed(lambda _turn: client.get(reverse("password")))
    parts = {"空页": middle(empty)}
    return Measure(
        "列表页（一个单位，50 行，含总数）", middle(found), "同样的查询", middle(bare), slow(found), parts
    )


def searched(office: Office) -> Measure:
    finding.suggest(office.access, ASKED[0])
    found = timed(lambda turn: finding.suggest(office.access, ASKED[turn % len(ASKED)]))
    indexes = list(Person._plain.exclude(id_index=None).values_list("id_index", flat=True)[:TIMES])
    bare = timed(lambda turn: reference.looked_up(indexes[turn % len(indexes)]))
    return Measure("按姓名、拼音查找", middle(found), "按索引取一行", middle(bare), slow(found))


def pasted(office: Office) -> Measure:
    spent, bare = [], []
    for turn in range(PASTES):
        rows = list(office.rows(office.members + 50 * turn, 50))
        text = "\n".join("\t".join(row) for row in [HEAD, *rows])
        began = time.perf_counter()
        grid = pasting.from_text(MEMBERS, office.access, office.town, text)
        saving.save(check(MEMBERS, office.access, grid.table, place=office.town))
        spent.append(time.perf_counter() - began)
        began = time.perf_counter()
        reference.insert(rows)
        bare.append(time.perf_counter() - began)
    return Measure("粘贴 50 行并保存", middle(spent), "直接写入 50 行", middle(bare), max(spent))


def exported(office: Office, folder: Path) -> Measure:
    path = folder / "export.xlsx"
    records = Listing(MEMBERS, office.access, {}).records
    watch = Watch()
    with exporting.export(MEMBERS, office.access, records) as made:
        path.write_bytes(made.read())
    watch.lap("")
    spent, processor = sum(watch.laps.values()), watch.processor
    rows = reference.cells_of(path)
    own = Watch()
    bare = reference.write_workbook(folder / "bare.xlsx", rows)
    facts = {"processor": processor, "reference_processor": own.processor}
    return Measure(f"导出 {len(rows) - 1} 条", spent, "XlsxWriter 写同样的格子", bare, **facts)


# -- how it is timed ---------------------------------------------------------------------------


class Watch:
    def __init__(self) -> None:
        self.laps: dict[str, float] = {}
        self._at, self._began = time.perf_counter(), time.process_time()

    @property
    def processor(self) -> float:
        return time.process_time() - self._began

    def lap(self, name: str) -> None:
        now = time.perf_counter()
        self.laps[name], self._at = now - self._at, now


def timed(act: Callable[[int], object], times: int = TIMES) -> list[float]:
    found = []
    for turn in range(times):
        began = time.perf_counter()
        act(turn)
        found.append(time.perf_counter() - began)
    return found


def middle(times: list[float]) -> float:
    return statistics.median(times)


def slow(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def memory_mb() -> int:
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // 1024 if sys.platform != "darwin" else most // 1024**2


def list_address() -> str:
    return reverse("ledger-list", args=[MEMBERS.code])


def units_of(office: Office) -> list[Organisation]:
    basic = Organisation.objects.reach(office.access).filter(kind=Organisation.Kind.BASIC)
    return list(basic.order_by("code")[:20])


def signed_in(office: Office) -> Client:
    client = Client()
    client.cookies["sessionid"] = session_of(office.access.user)
    return client


def session_of(user: User) -> str:
    """A session as the log-in page makes it."""
    request = HttpRequest()
    request.session, request.META["REMOTE_ADDR"] = SessionStore(), "127.0.0.1"
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    sign_in = accounts.begin(user, address="127.0.0.1", device="bench")
    request.session[SIGN_IN] = str(sign_in.pk)
    request.session.save()
    return request.session.session_key
