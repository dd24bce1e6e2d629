"""Disputes and their clocks, arrears, and the reports that there were none."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from tests.figures import offenders, proven
from tests.makers import make_nil_report, make_organisation
from tests.makers_bargaining import make_arrears, make_dispute

from youju.base import periods
from youju.ledger.scope import Scope
from youju.org.access import SystemAccess
from youju.records import writing
from youju.work.bargaining.indicators import disputes
from youju.work.bargaining.models import Arrears
from youju.work.bargaining.rules import disputes as rules

pytestmark = pytest.mark.django_db
MARCH = date(2025, 3, 1)
CLOSED = {"result": "agreed", "closed_on": date(2025, 3, 10)}


def on(day, organisation):
    return Scope.of(SystemAccess(), organisation, periods.year(2025), day)


def test_cases_are_disputes_accepted_and_arrears_found(village, neighbour, year_2025):
    make_dispute(village, people_involved=12)
    make_dispute(village, accepted_on=None)
    make_dispute(village, occurred_on=date(2024, 12, 31), accepted_on=date(2025, 1, 1))
    make_arrears(village)
    make_arrears(village, occurred_on=date(2024, 12, 31))
    make_dispute(make_organisation(neighbour, name="邻厂工会"))
    writing.void(make_arrears(village), by=None, reason="误登")
    assert proven(disputes.disputes_accepted, year_2025) == 2
    assert proven(disputes.rights_cases, year_2025) == 3


def test_mediation_succeeds_by_agreement_of_those_closed(village, year_2025):
    make_dispute(village, recovered=Decimal(1200), **CLOSED)
    make_dispute(village, result="failed", closed_on=date(2025, 3, 16))
    make_dispute(village)
    assert proven(disputes.mediation_rate, year_2025) == 50
    assert proven(disputes.recovered, year_2025) == Decimal(1200)


@pytest.mark.parametrize(
    ("make", "field", "values"),
    [
        (make_dispute, "closed_on", {"result": "agreed"}),
        (make_dispute, "closed_on", {"closed_on": MARCH}),
        (make_dispute, "accepted_on", {"accepted_on": date(2025, 2, 28)}),
        (make_dispute, "people_involved", {"people_involved": 0}),
        (make_arrears, "amount_settled", {"amount_settled": 9001}),
        (make_arrears, "amount_settled", {"settled_on": MARCH, "amount_settled": 8999}),
        (make_arrears, "demanded_on", {"demanded_on": date(2025, 2, 28)}),
        (make_arrears, "people_involved", {"people_involved": 0}),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(village, make, field, values):
    with pytest.raises(ValidationError) as refused:
        make(village, **values)
    assert list(refused.value.message_dict) == [field]


@pytest.mark.provokes("DS-03")
def test_the_mediation_clock_runs_fifteen_days(township, village):
    dispute = make_dispute(village)
    make_dispute(village, **CLOSED)
    assert offenders(rules.mediation_overdue, on(MARCH + timedelta(days=15), township)) == set()
    assert offenders(rules.mediation_overdue, on(MARCH + timedelta(days=16), township)) == {dispute}


def test_an_application_is_accepted_or_answered_soon(township, village):
    dispute = make_dispute(village, accepted_on=None)
    assert offenders(rules.not_accepted, on(MARCH + timedelta(days=3), township)) == set()
    assert offenders(rules.not_accepted, on(MARCH + timedelta(days=4), township)) == {dispute}


@pytest.mark.provokes("DS-07")
def test_ten_people_may_send_representatives(village, year_2025):
    group = make_dispute(village, people_involved=10)
    make_dispute(village, people_involved=9)
    make_dispute(village, people_involved=10, representatives="王某、李某")
    assert offenders(rules.group_without_representatives, year_2025) == {group}


@pytest.mark.provokes("WG-01")
def test_arrears_are_demanded_and_then_reported(township, village):
    silent = make_arrears(village)
    demanded = make_arrears(village, demanded_on=MARCH)
    make_arrears(village, settled_on=MARCH, amount_settled=9000)
    assert offenders(rules.arrears_not_demanded, on(MARCH, township)) == {silent}
    assert offenders(rules.arrears_not_reported, on(MARCH + timedelta(days=15), township)) == set()
    assert offenders(rules.arrears_not_reported, on(MARCH + timedelta(days=16), township)) == {demanded}
    assert proven(disputes.arrears_settled, on(MARCH, township)) == Decimal(9000)


ZEROS = [
    (disputes.major_disputes, "dispute", rules.dispute_nil_report_missing, rules.dispute_contradicted),
    (disputes.arrears_cases, "arrears", rules.arrears_nil_report_missing, rules.arrears_contradicted),
]


@pytest.mark.parametrize(("zero", "kind", "missing", "contradicted"), ZEROS)
def test_nothing_happened_only_by_every_units_reports(village, year_2025, zero, kind, missing, contradicted):
    make_dispute(village)
    make_nil_report(village, kind="accident")
    assert proven(zero, year_2025) is None
    assert offenders(missing, year_2025) == {village}
    report = make_nil_report(village, kind=kind)
    assert proven(zero, year_2025) == 0
    assert offenders(missing, year_2025) == set()
    case = make_arrears(village) if kind == "arrears" else make_dispute(village, major=True)
    assert proven(zero, year_2025) == 1
    assert offenders(contradicted, year_2025) == {report}
    writing.void(case, by=None, reason="误登")
    assert offenders(contradicted, year_2025) == set()


def test_a_half_filled_form_gets_field_errors_and_no_crash(village):
    with pytest.raises(ValidationError) as refused:
        Arrears(organisation=village, people_involved=None).full_clean()
    assert {"amount", "months", "people_involved", "occurred_on"} <= set(refused.value.message_dict)
