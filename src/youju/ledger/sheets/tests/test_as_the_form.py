"""A row of a table is judged as the form of the page judges the same values: verdict, fields and record."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from youju.catalogue import LEDGERS
from youju.ledger.forms import entry_form
from youju.ledger.sheets import reading
from youju.ledger.sheets.checking import check
from youju.ledger.sheets.columns import Kind, Layout
from youju.org.access import Access

pytestmark = pytest.mark.django_db
# Between them: entries and a register, choices with and without a default, counts, money, flags, days with
# an order, a `clean` of the model's own and constraints of its table.
WANTED = ("organising.measures", "institutions.upper", "institutions.meetings", "organising.bodies")
DAYS = ["2025-03-08", "", "2025-02-30", "2009-12-31", "2026-03-08", "不知哪天"]
NUMBERS = ["12", "", "0", "-1", "1.5", "许多", "9999999999999999999999"]
TEXTS = ["安全生产", "", "x", "字" * 300, "a\0b"]
MONEY = ["1200.50", "", "-1", "0.001", "很多"]
# The first of each is right almost everywhere, so that some rows are right as a whole.
OFFERED = {Kind.DAY: DAYS, Kind.NUMBER: NUMBERS, Kind.TEXT: TEXTS, Kind.MONEY: MONEY, Kind.FLAG: ["", "是"]}
FLAGS = {"": None, "是": "on"}


def offered(column):
    if column.kind == Kind.CHOICE:
        return [*(label for _value, label in column.choices), "", "没有这一项"]
    return OFFERED.get(column.kind, [""])


def usual_or_odd(texts):
    return st.integers(0, 9).flatmap(lambda turn: st.sampled_from(texts if turn == 9 else texts[:1]))


def as_sent(column, text):
    """What the page would send where the table says this."""
    if column.kind == Kind.CHOICE:
        return {label: value for value, label in column.choices}.get(text, text)
    if column.kind == Kind.FLAG:
        return FLAGS[text]
    return text


def by_form(ledger, access, place, layout, texts):
    """Whether the page would save the row, which boxes it would mark, and the record it would save."""
    sent = {column.field: as_sent(column, texts[column.key]) for column in layout.columns}
    # Where a table says nothing the model's own value stands, which a page shows in its box from the start.
    for name, value in sent.items():
        if value in ("", None) and (default := layout.default(name)) is not None:
            sent[name] = default
    sent |= {"organisation": str(place.pk), "key": "k", "participants": ""}
    form = entry_form(ledger, access)(data={name: value for name, value in sent.items() if value is not None})
    good = form.is_valid()
    return good, set(form.errors) - {"__all__"}, form.instance


def facts(record, names):
    return {name: getattr(record, name) for name in names}


@pytest.mark.parametrize("code", WANTED)
@settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.data())
def test_the_table_and_the_page_agree(clerk, township, village, code, data):
    ledger, access = LEDGERS[code], Access(clerk)
    layout = Layout(ledger, access, township)
    columns = [column for column in layout.columns if column.kind in (*OFFERED, Kind.CHOICE)]
    cells = st.fixed_dictionaries({column.key: usual_or_odd(offered(column)) for column in columns})
    row = {column.key: "" for column in layout.columns} | data.draw(cells)
    table = reading.typed(
        [["单位", *(c.label for c in columns)], [village.name, *(row[c.key] for c in columns)]]
    )
    (mine,) = check(ledger, access, table, place=township).rows
    good, marked, record = by_form(ledger, access, village, layout, row)
    assert mine.is_good == good, (mine.remarks, marked)
    if good:
        names = [one.attname for one in ledger.model._meta.concrete_fields if one.name in layout.fields]
        assert facts(mine.record, names) == facts(record, names)
    else:
        assert {fault.key for fault in mine.faults if fault.key} & marked or not marked
