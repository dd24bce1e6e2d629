"""Many units out of a pasted list: what each line says, and all of them entered or none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from youju.base.days import parse_day
from youju.base.text import fold
from youju.org import administering
from youju.org.access import Access
from youju.org.models import Organisation

MOST = 300
CODE = re.compile(r"[A-Za-z][A-Za-z0-9-]{1,39}")
HEADINGS = {"名称", "单位", "单位名称", "工会名称", "基层工会", "基层工会名称", "单位全称", "序号"}


@dataclass(frozen=True)
class Line:
    """One unit as somebody wrote it down."""

    number: int
    name: str
    short_name: str = ""
    code: str = ""
    from_on: date | None = None


def read(text: str) -> list[Line]:
    """The lines that name a unit. Cells after the name say by their look what they are."""
    found = []
    for number, row in enumerate(text.splitlines(), 1):
        cells = [fold(cell).strip() for cell in row.split("\t")]
        cells = [cell for cell in cells if cell and not cell.isdecimal()]  # a running number says nothing
        if cells and cells[0] not in HEADINGS:
            found.append(_line(number, *cells))
    return found


def found_all(
    access: Access, parent: Organisation, lines: list[Line], *, kind: str, from_on: date
) -> list[Organisation]:
    """Enter a unit for each line below the parent; what is wrong with any of them is said by its line."""
    if not lines:
        raise ValidationError(_("没有读到单位名称，请一行写一个。"))
    if len(lines) > MOST:
        raise ValidationError(_("一次最多 %d 个单位，请分几次粘贴。") % MOST)
    wrong, units, codes = _repeated(access, parent, lines), [], _codes(parent)
    with transaction.atomic():
        for line in lines:
            unit = Organisation(
                name=line.name,
                short_name=line.short_name,
                code=line.code or next(codes),
                kind=kind,
                from_on=line.from_on or from_on,
            )
            try:
                units.append(administering.found(access, unit, parent))
            except ValidationError as error:
                wrong.append(_at(line, "".join(error.messages)))
        if wrong:
            raise ValidationError(wrong)
    return units


def _line(number: int, name: str, *others: str) -> Line:
    facts: dict = {}
    for cell in others:
        if day := parse_day(cell):
            facts.setdefault("from_on", day)
        elif CODE.fullmatch(cell):
            facts.setdefault("code", cell)
        else:
            facts.setdefault("short_name", cell)
    return Line(number, name, **facts)


def _repeated(access: Access, parent: Organisation, lines: list[Line]) -> list[str]:
    """Names that stand twice in the list or already below the parent."""
    below = Organisation.objects.under(parent, access.day).values_list("name", flat=True)
    known, wrong = set(below), []
    for line in lines:
        if line.name in known:
            wrong.append(_at(line, _("“%s”已经有了，请删去这一行。") % line.name))
        known.add(line.name)
    return wrong


def _codes(parent: Organisation) -> Iterator[str]:
    """Codes nobody has: that of the parent with a running number."""
    begun = Organisation.objects.everywhere("codes are unique over all")
    taken = set(begun.filter(code__startswith=f"{parent.code}-").values_list("code", flat=True))
    return (code for n in count(1) if (code := f"{parent.code}-{n:02d}") not in taken)


def _at(line: Line, says: str) -> str:
    return _("第 %(n)d 行：%(says)s") % {"n": line.number, "says": says}
