"""How one unit stands, and what it lacks."""

from datetime import date

import pytest
from tests.makers import make_employer, make_organisation, make_person
from tests.makers_bargaining import make_contract
from tests.makers_democracy import make_congress
from tests.makers_organising import make_election, make_legal_person, make_officer

from youju.catalogue import INDICATORS, LEDGERS, LINES, RULES
from youju.ledger.duties import SUBJECTS, duties
from youju.ledger.lacking import lacking
from youju.ledger.scope import Scope
from youju.ledger.showing import Reader
from youju.ledger.standing import MOST, shown, standing
from youju.org.access import Access, SystemAccess
from youju.records import writing

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(village, year_2025):
    return Scope.of(SystemAccess(), village, year_2025.period)


def told(scope, code, user=None):
    reader = Reader(Access(user) if user else SystemAccess())
    return standing(reader, scope, LEDGERS[code])


@pytest.mark.parametrize("ledger", LEDGERS.values(), ids=lambda ledger: ledger.code)
def test_what_a_ledger_says_of_units_and_persons_are_fields_it_has(ledger):
    names = {field.name for field in ledger.model._meta.get_fields()}
    assert {*ledger.at_unit, *filter(None, [ledger.end_field])} <= names
    assert {path.partition("__")[0] for path in ledger.through} <= names
    assert not ledger.at_unit or "organisation" in names


def test_every_line_with_something_to_say_of_units_is_shown_the_registers_first():
    lines = shown(LINES)
    assert lines[0].code == "registers"
    assert {"organising", "bargaining", "democracy", "safety", "relief", "workers_home", "funds"} <= {
        line.code for line in lines
    }


def test_a_register_tells_what_holds_on_the_day(here, village):
    make_officer(village, name="旧主席", position="chair", until_on=date(2025, 12, 30), ended_by="term")
    make_officer(village, name="李主席", position="chair", from_on=date(2025, 12, 31))
    found = told(here, "organising.officers")
    assert [fact.title for fact in found.facts] == ["主席 李主席"]
    assert found.number == 1


def test_of_entries_the_last_until_the_day_is_told(here, village):
    make_congress(village, session="第一次", occurred_on=date(2024, 5, 1))
    make_congress(village, session="第二次", resolutions="通过集体合同草案")
    writing.void(
        make_congress(village, session="第三次", occurred_on=date(2025, 9, 1)), by=None, reason="误登"
    )
    (fact,) = told(here, "democracy.congresses").facts
    assert fact.title.startswith("第二次")
    assert "通过集体合同草案" in [cell.text for cell in fact.cells]


def test_what_runs_out_is_told_with_the_days_that_are_left(here, village, township):
    make_contract(village, employer=make_employer(township, union=village), until_on=date(2026, 1, 30))
    make_election(village, occurred_on=date(2022, 12, 30), session="第一届")
    (contract,) = told(here, "bargaining.contracts").facts
    (election,) = told(here, "organising.elections").facts
    assert (contract.ends, contract.left) == (date(2026, 1, 30), 30)
    assert (election.ends, election.left) == (date(2025, 12, 30), -1)


def test_an_officer_with_a_card_leads_to_the_person(here, village):
    known = make_officer(village, person=make_person(village), name="", position="chair")
    make_officer(village, name="未建卡")
    assert [fact.person for fact in told(here, "organising.officers").facts] == [known.person, None]


def test_a_long_register_is_cut_and_counted(here, village):
    for _n in range(MOST + 2):
        make_officer(village)
    found = told(here, "organising.officers")
    assert (len(found.facts), found.number) == (MOST, MOST + 2)


def test_other_units_and_pending_records_are_not_told(here, village, township):
    sister = make_organisation(township, name="姊妹厂工会")
    make_legal_person(sister)
    assert told(here, "organising.legal_persons").facts == []


def test_names_are_masked_to_those_who_do_not_keep_the_record(here, village, clerk, auditor):
    make_officer(village, name="赵干部", position="chair")
    assert told(here, "organising.officers", clerk).facts[0].title == "主席 赵干部"
    assert told(here, "organising.officers", auditor).facts[0].title == "主席 赵**"


# -- what is missing -------------------------------------------------------------------------


def missing(scope):
    lacks, offending = lacking(scope, duties(INDICATORS.values(), scope), RULES.values(), LEDGERS)
    return {one.ledger.code: one for one in lacks}, {rule.code for rule, _number in offending}


def test_what_is_missing_vanishes_when_it_is_entered(here, village):
    lacks, _offending = missing(here)
    one = lacks["democracy.congresses"]
    assert [share.code for share, _number in one.shares] == ["democracy.congress_rate"]
    assert [(rule.code, number) for rule, number in one.rules] == [("democracy.no_congress", 1)]
    make_congress(village)
    assert "democracy.congresses" not in missing(here)[0]


def test_records_that_want_care_are_told_apart(here, village):
    make_election(village, occurred_on=date(2022, 12, 30), session="第一届")
    lacks, offending = missing(here)
    assert "organising.term_over" in offending
    assert "organising.elections" not in lacks


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_a_rule_that_finds_units_or_firms_says_what_to_enter(rule, year_2025):
    finds = rule.offenders(year_2025).model
    if finds in SUBJECTS:
        assert rule.remedy is not None
    if rule.remedy:
        assert LEDGERS[rule.remedy.ledger_code].model is rule.remedy
