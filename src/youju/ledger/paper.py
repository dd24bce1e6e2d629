"""The paper form that a ledger replaces, and the file of papers that an inspection asks for, as PDF."""

import re
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _
from PIL import Image

from youju.base import clock
from youju.base.text import shorten
from youju.base.typesetting import typeset
from youju.ledger import attaching
from youju.ledger.evidence import readable
from youju.ledger.ledgers import Ledger
from youju.ledger.scope import Scope
from youju.ledger.showing import EMPTY, Reader
from youju.org.access import Access
from youju.org.models import Organisation
from youju.records import previews, sandbox, storing
from youju.records.models import Exhibit, Participation
from youju.records.record import Entry, Record, Register, State
from youju.records.sniffing import TYPES

TEMPLATE = Path(__file__).with_name("paper.typ")
MOST_ROWS, MOST_PICTURES, MOST_TEXT = 2_000, 120, 200
WIDEST, NARROWEST = 30, 4  # of a column, in half-width characters
WIDTH, INSET = 267, 2.6  # of the table and beside the text of a cell, in millimetres
SIZES = (10, 9, 8, 7.5, 7, 6.5)  # of the letters, in points
_WORD = re.compile(r"[!-~]{1,24}元?")


@dataclass(frozen=True)
class Told:
    """A figure in words: what a table of figures says of it."""

    label: str
    value: str
    unit: str
    entries: int
    definition: str


@dataclass
class Paper:
    """One ledger on paper: its rows as the reader may see them, and its evidence."""

    ledger: Ledger
    unit: Organisation
    period: str
    records: list[Record]
    exhibits: list[Exhibit] = field(default_factory=list)


def paper(ledger: Ledger, reader: Reader, records: QuerySet, *, unit: Organisation, period: str) -> bytes:
    """The form of one ledger: title, unit, period, rows, who signs, and the list of its evidence."""
    one = gathered(ledger, records, unit=unit, period=period)
    return typeset(TEMPLATE, _data(unit, str(ledger.label), period, [_ledger(one, reader)]), when=clock.now())


def packet(
    reader: Reader,
    papers: Sequence[Paper],
    figures: Iterable[Told],
    *,
    title: str,
    unit: Organisation,
    period: str,
) -> bytes:
    """迎检资料: cover, contents, each ledger, the figures with what they mean, the evidence as pictures."""
    papers = [one for one in papers if one.records]
    parts = [_ledger(one, reader) for one in papers]
    if rows := [_figure(one) for one in figures]:
        parts.append({"kind": "figures", "title": _("数据和口径"), "rows": rows})
    with sandbox.workspace() as folder:
        items, left = _pictures(papers, folder)
        if items:
            parts.append({"kind": "pictures", "title": _("附件"), "items": items})
        if not parts:
            raise ValidationError(_("所选范围内没有记录，无从成册。"))
        note = (
            _("另有 %d 个附件未印入本册（数量过多或不是图片），见各台账的附件目录。") % left if left else ""
        )
        data = _data(unit, title, period, parts) | {"cover": True, "note": note}
        return typeset(TEMPLATE, data, folder=folder, when=clock.now())


def _figure(told: Told) -> list[str]:
    unit = "" if told.value.endswith(told.unit) else told.unit
    return [told.label, told.value or EMPTY, unit, str(told.entries), told.definition]


def of_scope(ledger: Ledger, access: Access, scope: Scope) -> QuerySet:
    """What a user may print of a ledger for a unit and a period: entries of it, registers that held in it."""
    found = ledger.records(access)
    if not issubclass(ledger.model, Entry | Register):
        return found.none()
    found = found.filter(organisation__in=scope.organisations)
    if issubclass(ledger.model, Register):
        return found.overlapping(scope.period)
    return found.happened(scope.period)


def gathered(ledger: Ledger, records: QuerySet, *, unit: Organisation, period: str) -> Paper:
    """What is printed of a ledger, in order of time; refused where it would be a book."""
    standing = readable(records.exclude(state=State.VOIDED))
    dated = {field.name for field in ledger.model._meta.concrete_fields} & {ledger.date_field}
    found = list(standing.order_by(*dated, "id")[: MOST_ROWS + 1])
    if len(found) > MOST_ROWS:
        raise ValidationError(
            _("%(label)s超过 %(most)d 条，请缩小范围后再打印。") % {"label": ledger.label, "most": MOST_ROWS}
        )
    exhibits = attaching.exhibits_of_many(found)
    return Paper(ledger, unit, period, found, exhibits)


def _data(unit: Organisation, title: str, period: str, parts: list[dict]) -> dict[str, Any]:
    return {
        "title": title,
        "organisation": unit.name,
        "period": period,
        "made": _("%s 打印") % f"{clock.today():%Y-%m-%d}",
        "signing": [_("填表人"), _("审核人"), _("日期")],
        "cover": False,
        "note": "",
        "parts": parts,
    }


def _ledger(one: Paper, reader: Reader) -> dict[str, Any]:
    numbers = {record.pk: record.number or str(place) for place, record in enumerate(one.records, start=1)}
    columns, rows, numeric, blank = _table(one, reader)
    size, widths = _fitted(columns, rows)
    waiting = sum(record.state == "pending" for record in one.records)
    notes = [_("其中 %d 条待确认。") % waiting] if waiting else []
    notes += [_("各条均未填写、未印出的栏目：%s。") % "、".join(blank)] if blank else []
    return {
        "kind": "ledger",
        "title": str(one.ledger.label),
        "unit": one.unit.name,
        "period": one.period,
        "count": len(rows),
        "columns": columns,
        "rows": rows,
        "widths": widths,
        "numeric": numeric,
        "size": size,
        "note": "".join(notes),
        "exhibits": [
            [str(n), numbers[e.record_id], e.get_kind_display(), e.file.name, str(e.page)]
            for n, e in enumerate(one.exhibits, start=1)
        ],
    }


def _table(one: Paper, reader: Reader) -> tuple[list[str], list[list[str]], list[int], list[str]]:
    """Headings, rows, the places of numbers, and the headings of what nobody filled in, left out."""
    cells = [reader.cells(record, one.ledger.columns, one.ledger.words) for record in one.records]
    texts = [["" if cell.text == EMPTY else shorten(cell.text, MOST_TEXT) for cell in row] for row in cells]
    headings = list(map(str, one.ledger.headings))
    numbers = {place for place in range(len(headings)) if any(row[place].number for row in cells)}
    if one.ledger.has_participants and any(seats := _seats(one.records)):
        numbers.add(len(headings))
        headings.append(_("参加人次"))
        texts = [[*row, str(number or "")] for row, number in zip(texts, seats, strict=True)]
    kept = [place for place in range(len(headings)) if not _is_blank(texts, place)]
    columns = [_("序号"), *(headings[place] for place in kept)]
    rows = [[str(number), *(row[place] for place in kept)] for number, row in enumerate(texts, start=1)]
    numeric = [at for at, place in enumerate(kept, start=1) if place in numbers]
    blank = [heading for place, heading in enumerate(headings) if place not in kept]
    return columns, rows, [0, *numeric], blank


def _seats(records: list[Record]) -> list[int]:
    """How many took part in each: the named, and the head-count beside a sign-in sheet."""
    rows = Participation.objects.filter(parent_id__in=[record.pk for record in records]).order_by()
    named = dict(rows.values_list("parent_id").annotate(n=Count("pk")))
    return [named.get(record.pk, 0) + record.unnamed for record in records]


def _is_blank(rows: list[list[str]], place: int) -> bool:
    return bool(rows) and not any(row[place] for row in rows)


def _fitted(columns: list[str], rows: list[list[str]]) -> tuple[float, list[int]]:
    """The largest letters in which no word leaves its cell, and the share of the width of each column.

    Each column gets what its longest unbreakable word needs; what is left is shared by what most cells want.
    """
    least = [_least(heading, [row[place] for row in rows]) for place, heading in enumerate(columns)]
    wanted = [
        max(need, _usual(heading, [row[place] for row in rows]))
        for place, (heading, need) in enumerate(zip(columns, least, strict=True))
    ]
    roomy = next(size for most, size in ((9, 10), (12, 9), (999, 8)) if len(columns) <= most)
    sizes = [size for size in SIZES if size <= roomy]
    few, asked = sum(least), sum(wanted) - sum(least)
    size = next((size for size in sizes if few + asked / 3 <= _room(size, len(columns))), sizes[-1])
    part = min(1, max(0, _room(size, len(columns)) - few) / asked) if asked else 0
    inset = INSET / _half(size)
    return size, [
        round(10 * (need + (want - need) * part + inset)) for need, want in zip(least, wanted, strict=True)
    ]


def _half(size: float) -> float:
    """The width of a half-width character, in millimetres."""
    return size / 2 * 25.4 / 72


def _room(size: float, columns: int) -> float:
    """How many half-width characters stand in a line of a table."""
    return (WIDTH - INSET * columns) / _half(size)


def _least(heading: str, cells: list[str]) -> int:
    """What a column needs: its longest word, two characters, and a heading of no more than five lines."""
    words = [_length(word) for cell in cells for word in _WORD.findall(cell)]
    return max([NARROWEST, 2 * -(-len(heading) // 5), *words])


def _usual(heading: str, cells: list[str]) -> int:
    """What most cells of a column want, and a heading in two lines."""
    lengths = sorted(map(_length, cells))
    usual = lengths[len(lengths) * 9 // 10] if lengths else 0
    return min(WIDEST, max(2 * -(-len(heading) // 2), usual))


def _length(text: str) -> int:
    """In half-width characters."""
    return sum(1 if mark.isascii() else 2 for mark in text)


def _pictures(papers: Sequence[Paper], folder: Path) -> tuple[list[dict], int]:
    """The pages of what can be shown, laid into the folder; how many exhibits are not among them."""
    items, left = [], 0
    for one in papers:
        named = {record.pk: record.number or str(one.ledger.label) for record in one.records}
        for exhibit in one.exhibits:
            paths = _pages(exhibit) if len(items) < MOST_PICTURES else []
            left += not paths
            for number, path in enumerate(paths, start=1):
                name = f"{len(items)}.jpg"
                shutil.copyfile(path, folder / name)
                with Image.open(folder / name) as image:
                    wide = image.width >= image.height
                more = f"（{number}/{len(paths)}）" if len(paths) > 1 else ""
                words = f"{named[exhibit.record_id]} {exhibit.get_kind_display()}：{exhibit.file.name}{more}"
                items.append({"path": name, "caption": words, "wide": wide})
    return items, left


def _pages(exhibit: Exhibit) -> list[Path]:
    kept = exhibit.file
    if kept.kind not in TYPES or not TYPES[kept.kind].shown:
        return []
    try:
        shown = previews.preview(kept.federation_id, kept.sha256, kept.kind).shown
        return [
            previews.picture(kept.federation_id, kept.sha256, kept.kind, "view", page)
            for page in range(1, shown + 1)
        ]
    except (sandbox.ParseFailed, storing.StoreFailed, LookupError):
        return []
