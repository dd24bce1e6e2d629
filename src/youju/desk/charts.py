"""Series as charts beside their tables: each row is a figure that leads to its evidence."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import gettext as _

from youju.ledger.indicators import Indicator
from youju.ledger.series import Point
from youju.reports.claims import value_text

COLUMNS, ROWS = "columns", "rows"  # standing bars along time, lying bars to compare


@dataclass(frozen=True)
class Row:
    """One bar: what is drawn (nothing where there is no value), what is written, where it leads."""

    label: str
    raw: str
    text: str
    url: str = ""


@dataclass(frozen=True)
class Chart:
    kind: str
    title: str
    head: str  # of the first column
    name: str  # of the second
    unit: str
    rows: tuple[Row, ...]


def chart(indicator: Indicator, points: Iterable[Point], *, kind: str, title: str, head: str) -> Chart:
    """The points of one indicator as a chart with its table."""
    unit = indicator.unit
    name = str(indicator.label) if unit == "%" else f"{indicator.label}（{unit}）"
    return Chart(kind, title, head, name, unit, tuple(_row(indicator, point) for point in points))


def _row(indicator: Indicator, point: Point) -> Row:
    if point.figure is None:
        return Row(point.label, "", "")
    scope = point.scope
    url = reverse("evidence", args=[indicator.code, scope.organisation.code, scope.period.code])
    raw = "" if point.value is None else f"{Decimal(point.value):.2f}"
    return Row(point.label, raw, value_text(point.figure) or _("无"), url)
