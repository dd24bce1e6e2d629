"""Promises that every ledger, indicator and rule keeps, present and future."""

from collections import Counter
from dataclasses import dataclass

import pytest
from django.db import models

from tests.conformance.makers import MAKERS
from tests.makers import make_organisation, make_post, make_user
from tests.standing import standing
from youju.base import periods
from youju.catalogue import INDICATORS, LEDGERS, LINES, RULES, readers
from youju.ledger import using
from youju.ledger.forms import entry_form
from youju.ledger.scope import Scope
from youju.ledger.zeros import Zero
from youju.org.access import Access, SystemAccess
from youju.org.models import Organisation
from youju.records import writing
from youju.records.parameters import Confidence
from youju.records.record import Record

LEDGER = pytest.mark.parametrize("ledger", LEDGERS.values(), ids=LEDGERS)
DEFINED = pytest.mark.parametrize("item", [*INDICATORS.values(), *RULES.values()], ids=lambda item: item.code)


@LEDGER
def test_columns_and_filters_are_fields(ledger):
    for name in ledger.columns + ledger.filters:
        ledger.model._meta.get_field(name)


@LEDGER
def test_a_ledger_says_what_belongs_in_it(ledger):
    first, *more = ledger.help.splitlines()
    assert len(first) >= 10
    assert more, "what proves it, or what it is for"
    assert not str(ledger.label).isascii()


@pytest.mark.django_db
def test_help_finds_every_figure_of_a_ledger_although_it_asks_few_lines(township):
    """Lines of work do not count each other's records, so that a page need not ask all of them."""
    scope = Scope(township, periods.year(2025), periods.year(2025).end)
    for ledger in LEDGERS.values():
        near = [one for line in readers(ledger) for one in line.indicators]
        assert using.figures(ledger, near, scope) == using.figures(ledger, INDICATORS.values(), scope)


def test_every_ledger_has_a_maker():
    assert MAKERS.keys() >= LEDGERS.keys()


def test_codes_begin_with_their_line():
    for line in LINES:
        for item in (*line.indicators, *line.rules, *line.dues):
            assert item.code.startswith(f"{line.code}."), item.code


@DEFINED
def test_everything_has_a_definition_in_chinese(item):
    assert len(item.definition) >= 10
    assert not item.definition.isascii()


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_only_what_was_read_in_the_law_is_shown_as_law(rule):
    doubted = "未核实" in rule.source or "未见" in rule.source or "尚未" in rule.source
    if rule.confidence == Confidence.LAW:
        assert "《" in rule.source
        assert not doubted
        values = rule.parameter.values if rule.parameter else ()
        assert Confidence.UNCONFIRMED not in {value.confidence for value in values}
    if rule.confidence == Confidence.PRODUCT:
        assert rule.source.startswith("系统约定")


def test_a_name_belongs_to_one_indicator():
    names = Counter(name for one in INDICATORS.values() for name in (one.label, *one.synonyms))
    assert [name for name, number in names.items() if number > 1] == []


# -- a town with a record of every ledger ---------------------------------------------------


@dataclass
class Kept:
    county: Organisation
    village: Organisation
    elsewhere: Organisation
    records: dict[str, Record]
    users: dict[str, models.Model]
    year: Scope


@pytest.fixture(scope="module")
def kept(django_db_setup, django_db_blocker, keys):
    """A record of every ledger at a union; made once, and undone in the end."""
    with standing(django_db_blocker):
        yield furnished()


def furnished() -> Kept:
    county = make_organisation(kind="county", name="某县总工会", code="XIAN")
    township = make_organisation(county, kind="town", name="某镇总工会", code="ZHEN")
    neighbour = make_organisation(county, kind="township", name="邻乡总工会", code="LIN")
    village, sister = (make_organisation(township, name=f"{name}厂工会") for name in "甲乙")
    places = {"clerk": township, "auditor": township, "chair": village, "outsider": neighbour}
    places |= {"sister": sister}
    users = {name: make_user(name) for name in places}
    for name, place in places.items():
        role = {"outsider": "clerk", "sister": "chair"}.get(name, name)
        make_post(users[name], place, role)
    records = {code: MAKERS[code](village) for code in LEDGERS}
    elsewhere = make_organisation(neighbour, name="邻厂工会")
    year = Scope.of(SystemAccess(), township, periods.year(2025))
    return Kept(county, village, elsewhere, records, users, year)


@pytest.mark.django_db
def test_an_empty_place_offends_nothing_and_proves_nothing(kept):
    empty = make_organisation(kept.county, kind="town", name="空镇总工会", code="KONG")
    scope = Scope.of(SystemAccess(), empty, periods.year(2025))
    assert [code for code, rule in RULES.items() if rule.offenders(scope).exists()] == []
    assert [code for code, indicator in INDICATORS.items() if indicator.value(scope)] == []
    assert [code for code, indicator in INDICATORS.items() if indicator.evidence(scope).total] == []


@pytest.mark.django_db
def test_what_lies_elsewhere_or_is_voided_does_not_count(kept):
    """One record of every ledger elsewhere, and one voided here."""
    for code, record in kept.records.items():
        MAKERS[code](kept.elsewhere)
        writing.void(type(record)._plain.get(pk=record.pk), by=None, reason="测试")
    units = set(kept.year.organisations.values_list("descendant", flat=True))
    for code, indicator in INDICATORS.items():
        records = indicator.evidence(kept.year).records
        assert {record.state for record in records} <= {"confirmed"}, code
        assert {record.home.pk for record in records} <= units, code


@pytest.mark.django_db
def test_what_is_listed_adds_up_to_the_figure(kept):
    for code, indicator in INDICATORS.items():
        figure, evidence = indicator.figure(kept.year), indicator.evidence(kept.year)
        assert evidence.total == (figure.numerator or 0), code
        if not isinstance(indicator, Zero):
            counted = {r.pk for side in evidence.sides if side.counted for x in side.lines for r in x.records}
            assert figure.entries == len(counted), code


@pytest.mark.django_db
@LEDGER
def test_records_are_listed_only_to_those_who_reach_them(kept, ledger):
    record = kept.records[ledger.code]
    listed = {name for name, user in kept.users.items() if record in ledger.records(Access(user))}
    assert listed == {"clerk", "chair", "auditor"}


@pytest.mark.django_db
@LEDGER
def test_an_empty_form_is_refused_at_its_fields_and_does_not_crash(kept, ledger):
    form = entry_form(ledger, Access(kept.users["clerk"]))({"key": "x"}, place=kept.village)
    assert form.errors.keys() & form.fields.keys()


@pytest.mark.django_db
@LEDGER
def test_what_is_shown_of_a_record_hides_full_names(kept, ledger):
    record = kept.records[ledger.code]
    people = [
        getattr(record, f.name) for f in record._meta.fields if f.related_model and f.name != "organisation"
    ]
    for one in people:
        name = getattr(one, "name", None)
        if type(one).__name__ == "Person":
            assert name not in str(record)
