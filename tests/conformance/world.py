"""A county with records of every ledger at a town, at one of its unions and elsewhere; and who asks."""

import io
from dataclasses import dataclass, field
from functools import partial

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.test import Client
from django.urls import reverse
from PIL import Image

from tests.conformance.canaries import Words, planted
from tests.conformance.makers import MAKERS
from tests.conformance.policy import UNNAMED, UNREAD
from tests.makers import make_organisation, make_post, make_user
from youju.base import periods
from youju.desk.finding import LEDGERS
from youju.desk.tests.signing_in import sign_in
from youju.ledger import attaching
from youju.ledger.attaching import Upload
from youju.ledger.models import ImportBatch
from youju.ledger.sheets import pasting, saving
from youju.ledger.sheets.checking import check
from youju.org.access import SystemAccess
from youju.org.handing_down import HandedDown
from youju.org.models import Organisation, Post
from youju.records.models import Exhibit, HistoryEvent
from youju.records.record import Record
from youju.reports import composing, sealing
from youju.reports.models import Edition, Passage

YEAR = periods.year(2025)
WORDS = {
    "town": Words("貔貅", "獬豸", "赑屃"),
    "union": Words("饕餮", "狻猊", "螭吻"),
    "elsewhere": Words("鲲鹏", "囚牛", "狴犴"),
}
WITHIN_TOWN = ("neighbour", "subordinate")


@dataclass
class Place:
    """A unit with a record of every ledger, each text of which carries the words."""

    unit: Organisation
    words: Words
    records: dict[str, Record]
    exhibit: Exhibit
    passage: Passage
    edition: Edition
    batch: ImportBatch
    post: Post | None = None

    @property
    def member(self) -> Record:
        return self.records["organising.members"]


@dataclass(frozen=True)
class Answer:
    status: int
    content: bytes
    headers: dict
    errors: dict  # of the form on the page
    written: int  # events of the history


@dataclass
class World:
    places: dict[str, Place]
    users: dict[str, models.Model]
    homes: dict[str, Organisation]
    desks: dict[str, tuple[Client, dict]] = field(default_factory=dict)

    def ask(self, role: str, method: str, address: str, data: dict | None = None) -> Answer:
        """One request, whose effects are undone again."""
        client, cookies = self.desks[role]
        client.cookies.clear()
        client.cookies.load(cookies)
        with transaction.atomic():
            before = HistoryEvent.objects.count()
            response = getattr(client, method)(address, data or {})
            content = b"".join(response) if response.streaming else response.content
            form = (response.context or {}).get("form") if response.status_code == 422 else None
            written = HistoryEvent.objects.count() - before
            transaction.set_rollback(True)
        errors = dict(form.errors) if form is not None else {}
        return Answer(response.status_code, content, response.headers, errors, written)

    def hands_down(self, record, role: str) -> bool:
        """Whether the town lets all its unions read the record: a standard, a text, a target."""
        mine = role in WITHIN_TOWN and isinstance(record, HandedDown)
        return mine and record.organisation_id == self.places["town"].unit.pk


def unread(role: str) -> list[str]:
    """The words that an answer to somebody must not contain."""
    words = [word for key in UNREAD[role] for word in (WORDS[key].text, WORDS[key].shared)]
    if role in WITHIN_TOWN:
        words = [word for word in words if word != WORDS["town"].shared]
    return words + [WORDS[key].name for key in UNNAMED[role]]


def build() -> World:
    grow = partial(make_organisation, kind="town")
    county = make_organisation(kind="county", name="某县总工会", code="XIAN")
    town = grow(county, name="某镇总工会", code="ZHEN")
    union = make_organisation(town, name="饕餮厂工会", code="ZHEN-01")
    sister = make_organisation(town, name="乙厂工会", code="ZHEN-02")
    other = grow(county, name="邻乡总工会", code="LIN")
    there = make_organisation(other, name="鲲鹏厂工会", code="LIN-01")
    units = {"town": town, "union": union, "elsewhere": there}
    beside = make_organisation(town, name="貔貅厂工会", code="ZHEN-03")
    homes = {"outsider": other, "neighbour": sister, "subordinate": union, "county": county}
    homes |= dict.fromkeys(("auditor", "clerk", "leader"), town)
    roles = {"outsider": "clerk", "neighbour": "chair", "subordinate": "chair"}
    users = {role: make_user(role, name=f"{role}某") for role in homes}
    posts = {role: make_post(users[role], homes[role], roles.get(role, role)) for role in homes}
    world = World({key: furnish(units[key], WORDS[key], beside) for key in units}, users, homes)
    world.places["town"].post, world.places["union"].post = posts["auditor"], posts["subordinate"]
    for role, user in users.items():
        client = sign_in(Client(), user)
        world.desks[role] = client, {name: morsel.value for name, morsel in client.cookies.items()}
    world.desks["anonymous"] = Client(), {}
    return world


def furnish(unit: Organisation, words: Words, beside: Organisation) -> Place:
    """A record of every ledger, an exhibit with a real file, a report with a passage, and an edition."""
    access = SystemAccess()
    with planted(words):
        made = {code: made_at(unit, beside, make) for code, make in MAKERS.items() if code in LEDGERS}
    upload = Upload(f"{words.text}.jpg", photo(words))
    [paper] = attaching.attach(access, made["organising.members"], [upload], "other")
    report = composing.begin(access, unit, YEAR)
    passage = composing.add(access, report, part="lead", text=f"本年{words.text}工作扎实。")
    edition = sealing.seal(access, unit, YEAR)
    return Place(unit, words, made, paper, passage, edition, brought_in(unit, words))


def brought_in(unit: Organisation, words: Words) -> ImportBatch:
    """A table that was pasted into a ledger."""
    ledger, access = LEDGERS["democracy.boxes"], SystemAccess()
    grid = pasting.from_text(ledger, access, unit, f"设立日期\t地点\n2025-03-01\t{words.text}门口")
    return saving.save(check(ledger, access, grid.table, place=unit)).batch


def made_at(unit: Organisation, beside: Organisation, make) -> Record:
    """A record of the unit; what only a basic union keeps is made at one of the same town."""
    try:
        return make(unit)
    except ValidationError as error:
        if "organisation" not in getattr(error, "error_dict", ()):
            raise
        return make(beside)


def photo(words: Words) -> io.BytesIO:
    """A small picture with the word among its bytes."""
    content = io.BytesIO()
    Image.new("RGB", (60, 40), "red").save(content, "JPEG", comment=words.text.encode())
    content.seek(0)
    return content


def address_of(name: str, row, place: Place) -> str:
    return reverse(name, args=row.args(place))
