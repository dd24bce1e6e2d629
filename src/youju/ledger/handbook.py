"""会员手册: the handbook and card of one member, as a PDF of A5 pages."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from django.utils.translation import gettext as _

from youju.base import clock
from youju.base.masking import mask_phone
from youju.base.text import shorten
from youju.base.typesetting import typeset
from youju.ledger.ledgers import Ledger
from youju.ledger.showing import EMPTY, Reader
from youju.people.models import Membership, Person
from youju.records.record import Record, Register, State

TEMPLATE = Path(__file__).with_name("handbook.typ")
MOST_ROWS, MOST_TEXT = 200, 60
Named = Sequence[tuple[Ledger, Sequence[Record]]]


def episodes(named: Named) -> list[Membership]:
    """The confirmed memberships among what names a person, oldest first."""
    found = [one for _ledger, records in named for one in records if isinstance(one, Membership)]
    return sorted((one for one in found if one.state == State.CONFIRMED), key=lambda one: one.from_on)


def handbook(reader: Reader, person: Person, named: Named, rights: Iterable[tuple[str, str]]) -> bytes:
    """Cover and card, personal page, membership, dues, what was taken part in, rights and duties."""
    lives = episodes(named)
    last = lives[-1]
    title = _("工会会员手册")
    data = {
        "title": title,
        "union": last.organisation.name,
        "number": f"{title}　{last.card_number}".strip(),
        "card": [
            (_("姓名"), reader.name(person)),
            (_("性别"), person.get_sex_display()),
            (_("证号"), last.card_number or EMPTY),
            (_("发证"), f"{last.from_on:%Y-%m-%d}"),
        ],
        "facts": _facts(reader, person, last),
        "episodes": [_episode(one) for one in lives],
        "months": [
            _("%(year)d年%(month)d月") % {"year": clock.today().year, "month": n} for n in range(1, 13)
        ],
        "rows": _rows(reader, named),
        "rights": list(rights),
    }
    return typeset(TEMPLATE, data, when=clock.now())


def _facts(reader: Reader, person: Person, last: Membership) -> list[tuple[str, str]]:
    phone = mask_phone(person.phone.open(person.pk)) if person.phone else EMPTY
    return [
        (_("姓名"), reader.name(person)),
        (_("性别"), person.get_sex_display()),
        (_("出生年月"), f"{person.birth_on:%Y-%m}" if person.birth_on else EMPTY),
        (_("证件号"), person.masked_id or EMPTY),
        (_("手机号"), phone),
        (_("所在工会"), last.organisation.name),
        (_("会员证号"), last.card_number or EMPTY),
        (_("会籍类别"), last.get_kind_display()),
    ]


def _episode(one: Membership) -> tuple[str, str, str, str]:
    until = f"{one.until_on:%Y-%m-%d}" if one.until_on else ""
    ways = "、".join(filter(None, (one.get_began_by_display(), one.get_ended_by_display())))
    return one.organisation.name, f"{one.from_on:%Y-%m-%d}", until, ways


def _rows(reader: Reader, named: Named) -> list[tuple[str, str, str]]:
    """What happened, newest last; registers of persons are facts and stand on the personal page."""
    found = [
        (one.kept_on, str(ledger.label), shorten(reader.name(one), MOST_TEXT))
        for ledger, records in named
        for one in records
        if one.state == State.CONFIRMED and not isinstance(one, Register)
    ]
    return [(f"{day:%Y-%m-%d}", *texts) for day, *texts in sorted(found)[-MOST_ROWS:]]
