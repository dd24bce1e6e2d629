"""上墙公示: the four things on the wall of a union's office, filled from what the ledgers hold today.

A poster carries what is meant for everybody: names and posts of those elected, targets, texts. It has no
path to numbers, telephones or addresses of persons.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from youju.base.masking import open_names
from youju.ledger.showing import EMPTY
from youju.org.access import Access, Action
from youju.org.models import Organisation
from youju.work.institutions.models import Target, WallItem, WallText
from youju.work.organising.models import Election, Officer

MOST_ROWS = 40  # beyond that nobody reads a poster from where one stands
HEADING = 14  # characters: a line as short as this, without a stop, heads the lines below it
HEADS = (Officer.Position.AUDIT, Officer.Position.WOMEN)
STOPS = "。；：，、！？.;:,!?"


@dataclass(frozen=True)
class Table:
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    wide: int  # the column that takes what the others leave; those stand on one line


@dataclass(frozen=True)
class Words:
    """One line of a text; `heads` where it is the heading of those below."""

    text: str
    heads: bool = False


@dataclass(frozen=True)
class Poster:
    """What one wall item says; empty `blocks`: nothing to hang, and `missing` says what to do first."""

    kind: str
    title: str
    unit: str
    note: str  # version and day, at the foot
    blocks: tuple[Table | Words, ...]
    missing: str = ""


@dataclass(frozen=True)
class Wall:
    """One of the four: its text of today, its poster, and where it hangs."""

    kind: str
    label: str
    text: WallText | None
    poster: Poster
    items: list[WallItem]


def walls(access: Access, organisation: Organisation, year: int) -> list[Wall]:
    """The four items of an organisation as they stand today."""
    return [_wall(access, organisation, kind, year) for kind in WallText.FOUR]


def poster(access: Access, organisation: Organisation, kind: str, year: int) -> Poster:
    """One poster; refused to those who only read, who would see names in full."""
    access.require(Action.ENTER, organisation)
    return _wall(access, organisation, WallText.Kind(kind), year).poster


def _wall(access: Access, organisation: Organisation, kind: WallText.Kind, year: int) -> Wall:
    here = WallText.objects.reach(access).confirmed().as_of(access.day)
    text = here.filter(organisation=organisation, kind=kind).order_by("-from_on", "-id").first()
    hanging = WallItem.objects.reach(access).confirmed().as_of(access.day)
    items = hanging.filter(organisation=organisation, text__kind=kind).select_related("text")
    blocks = (*FILLED[kind](access, organisation, year), *(worded(text.text) if text else ()))
    title = text.title if text else str(kind.label)
    note = _note(organisation, text, access.day)
    made = Poster(kind, title, organisation.name, note, blocks, "" if blocks else MISSING[kind]())
    return Wall(kind, str(kind.label), text, made, list(items.order_by("from_on", "id")))


def worded(text: str) -> tuple[Words, ...]:
    """The lines of a text as they hang: short lines without a stop are headings."""
    lines = [line.strip() for line in text.splitlines()]
    return tuple(Words(line, _heads(line)) for line in lines if line)


def _heads(line: str) -> bool:
    return len(line) <= HEADING and line[-1] not in STOPS and not line.startswith(("（", "("))


def _note(organisation: Organisation, text: WallText | None, day: date) -> str:
    told = _("%(we)s 制　%(day)s") % {"we": organisation.name, "day": f"{day:%Y年%-m月}"}
    return f"{text.version}　{told}" if text and text.version else told


# -- what the ledgers say ------------------------------------------------------------------


def _team(access: Access, organisation: Organisation, year: int) -> tuple[Table | Words, ...]:
    """Who sits in which post today, and since which election."""
    del year
    held = Officer.objects.reach(access).confirmed().as_of(access.day).filter(organisation=organisation)
    order = Officer.Position.values
    seats = held.exclude(position=Officer.Position.STAFF).order_by("from_on", "id")
    found = sorted(seats, key=lambda one: order.index(one.position))
    if not found:
        return ()
    with open_names():
        rows = tuple(_seat(one) for one in found[:MOST_ROWS])
    columns = (_("职务"), _("姓名"), _("分工"), _("任职时间"))
    return (*_term(access, organisation), Table(columns, rows, 2))


def _seat(one: Officer) -> tuple[str, ...]:
    exact = one.position in HEADS and one.also  # 主任 or 委员: the post also held says which
    posts = [one.also] if exact else [str(one.get_position_display()), one.also]
    return "\n".join(filter(None, posts)), one.name, one.duties, f"{one.from_on:%Y年%-m月}"


def _term(access: Access, organisation: Organisation) -> tuple[Words, ...]:
    elections = Election.objects.reach(access).confirmed().valid().filter(organisation=organisation)
    last = elections.exclude(kind=Election.Kind.BY_ELECTION).order_by("-occurred_on", "-id").first()
    if last is None or last.term_ends_on is None:
        return ()
    until = last.extended_until or last.term_ends_on
    facts = {
        "session": last.session,
        "on": f"{last.occurred_on:%Y年%-m月%-d日}",
        "until": f"{until:%Y年%-m月}",
    }
    return (Words(_("%(session)s委员会于%(on)s选举产生，任期至%(until)s。") % facts),)


def _targets(access: Access, organisation: Organisation, year: int) -> tuple[Table | Words, ...]:
    """What was set for the year, each with its amount, its day and who answers for it."""
    held = Target.objects.reach(access).confirmed().filter(organisation=organisation, year=year)
    found = list(held.order_by("line", "due_on", "pk"))
    # The own plan is what hangs; what was set from above, or signed for, only where there is none.
    own = [one for one in found if one.level == Target.Level.PLAN] or found
    rows = tuple(
        (str(number), one.item, one.asked or EMPTY, f"{one.due_on:%-m月%-d日}", one.owner)
        for number, one in enumerate(own[:MOST_ROWS], start=1)
    )
    columns = (_("序号"), _("目标任务"), _("目标值"), _("完成期限"), _("责任人"))
    return (Table(columns, rows, 1),) if rows else ()


def _nothing(access: Access, organisation: Organisation, year: int) -> tuple[Table | Words, ...]:
    del access, organisation, year
    return ()


FILLED: dict[str, Callable[[Access, Organisation, int], tuple[Table | Words, ...]]] = {
    WallText.Kind.TEAM: _team,
    WallText.Kind.TARGETS: _targets,
    WallText.Kind.RIGHTS: _nothing,
    WallText.Kind.FUNCTIONS: _nothing,
}
MISSING: dict[str, Callable[[], str]] = {
    WallText.Kind.TEAM: lambda: _("工会干部台账里还没有本单位现任的班子成员，登记后自动填入。"),
    WallText.Kind.TARGETS: lambda: _("年度目标责任台账里还没有这一年的目标，登记后自动填入。"),
    WallText.Kind.RIGHTS: lambda: _("请在“上墙内容”里填写会员权利、义务的正文，以现行《中国工会章程》为准。"),
    WallText.Kind.FUNCTIONS: lambda: _("请在“上墙内容”里填写工会四项社会职能的正文。"),
}
