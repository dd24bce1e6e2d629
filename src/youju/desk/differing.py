"""The honest difference of a final edition, ready for its page: figures then and now, records by name."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from django.urls import reverse
from django.utils.translation import gettext as _

from youju.desk.figures import shown_as
from youju.desk.finding import LEDGERS
from youju.ledger.showing import Reader
from youju.reports.differences import Difference, differences
from youju.reports.models import Edition

MOST = 100  # records named in one list


@dataclass(frozen=True)
class Named:
    text: str
    url: str = ""


@dataclass(frozen=True)
class Change:
    """One claim that no longer says what the ledgers say."""

    code: str
    label: str
    then: str
    now: str
    summary: str
    lists: tuple[tuple[str, list[Named]], ...]


def changes(edition: Edition, access) -> list[Change]:
    reader = Reader(access)
    return [_change(one, reader) for one in differences(edition, access) if one.changed]


def _change(one: Difference, reader: Reader) -> Change:
    gone = (_by_ref(ref, reader) for ref in one.gone)
    lists = (
        (_("补录"), [_named(record, reader) for record in one.late[:MOST]]),
        (_("更正"), [_named(record, reader) for record in one.corrected[:MOST]]),
        (_("不再计入"), list(islice(gone, MOST))),
    )
    unit = one.claim.unit
    then, now = figure_text(one.claim.value, unit), figure_text(one.now, unit)
    kept = tuple((word, names) for word, names in lists if names)
    return Change(one.claim.code, one.label, then, now, one.summary, kept)


def figure_text(value: Decimal | int | None, unit: str) -> str:
    if value is None:
        return _("无")
    exact = Decimal(value)
    text = f"{exact:.1f}" if unit == "%" else f"{exact.normalize():f}"
    return text + unit


def _named(record, reader: Reader) -> Named:
    shown = shown_as(reader, record)
    name, *arguments = shown.url or ("",)
    return Named(
        " ".join(filter(None, (shown.number, shown.text))), reverse(name, args=arguments) if name else ""
    )


def _by_ref(ref: str, reader: Reader) -> Named:
    """A record that is no longer counted, by its address; only its kind where it is out of reach."""
    code, _colon, pk = ref.rpartition(":")
    ledger = LEDGERS.get(code)
    record = ledger and ledger.records(reader.access).filter(pk=pk).first()
    if record is None:
        return Named(str(ledger.label) if ledger else ref)
    return _named(record, reader)
