"""Committees, inspectors with certificates, accidents and the reports that there were none."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from tests.figures import offenders, proven, side
from tests.makers import make_nil_report, make_organisation, make_person
from tests.makers_safety import make_accident, make_certificate, make_committee, make_inspector

from youju.base import periods
from youju.ledger.scope import Scope
from youju.org.access import SystemAccess
from youju.records import writing
from youju.work.safety import indicators, rules

pytestmark = pytest.mark.django_db
LAST = date(2025, 12, 31)


def on(day, organisation):
    return Scope.of(SystemAccess(), organisation, periods.year(2025), day)


@pytest.mark.provokes("LP-02")
def test_a_union_with_a_live_committee_meets_the_rate(township, village, year_2025):
    without, dissolved = (make_organisation(township, name=name) for name in ("乙厂工会", "丙厂工会"))
    small = make_organisation(township, name="丁厂工会")
    make_committee(village)
    make_committee(small, form="member", members=1)
    writing.end(make_committee(dissolved), on=LAST - timedelta(days=1), by=None)
    assert proven(indicators.committee_rate, year_2025) == 50
    assert offenders(rules.no_committee, year_2025) == {without, dissolved}


def test_one_committee_at_a_time(village):
    first = make_committee(village)
    with pytest.raises(ValidationError, match="已有劳动保护监督组织"):
        make_committee(village, from_on=date(2025, 6, 1))
    writing.end(first, on=date(2025, 5, 31), by=None)
    make_committee(village, from_on=date(2025, 6, 1))
    with pytest.raises(ValidationError, match="至少为 1"):
        make_committee(village, members=0)


def test_an_inspector_counts_with_a_certificate_valid_that_day(village, year_2025):
    valid, expired, bare = (make_inspector(village) for _ in range(3))
    make_certificate(village, inspector=valid, until_on=LAST)
    make_certificate(village, inspector=valid, from_on=date(2025, 5, 1))
    make_certificate(village, inspector=expired, until_on=LAST - timedelta(days=1))
    figure = indicators.certified_rate.figure(year_2025)
    assert (figure.numerator, figure.base) == (1, 3)
    assert round(proven(indicators.certified_rate, year_2025), 1) == Decimal("33.3")
    assert side(indicators.certified_rate, year_2025, "met") == {valid}
    assert offenders(rules.not_certified, year_2025) == {expired, bare}


def test_who_left_the_post_counts_on_neither_side(village, year_2025):
    gone = make_inspector(village)
    make_certificate(village, inspector=gone)
    writing.end(gone, on=date(2025, 6, 30), by=None)
    assert proven(indicators.certified_rate, year_2025) is None
    assert offenders(rules.not_certified, year_2025) == set()
    assert proven(indicators.certified_rate, on(date(2025, 6, 30), village)) == 100


def test_a_voided_certificate_and_a_neighbours_inspector_do_not_count(village, neighbour, year_2025):
    make_certificate(make_organisation(neighbour, name="邻厂工会"))
    certificate = make_certificate(village)
    assert proven(indicators.certified_rate, year_2025) == 100
    writing.void(certificate, by=None, reason="编号有误")
    assert proven(indicators.certified_rate, year_2025) == 0


def test_a_person_is_inspector_of_a_union_once(township, village):
    person = make_person(township)
    make_inspector(village, person=person)
    make_inspector(make_organisation(township, name="乙厂工会"), person=person)
    with pytest.raises(ValidationError) as refused:
        make_inspector(village, person=person, from_on=date(2025, 6, 1))
    assert list(refused.value.message_dict) == ["person"]


def test_a_certificate_belongs_to_an_inspector_of_the_unit(township, village):
    elsewhere = make_organisation(township, name="乙厂工会")
    with pytest.raises(ValidationError) as refused:
        make_certificate(elsewhere, inspector=make_inspector(village))
    assert list(refused.value.message_dict) == ["inspector"]


@pytest.mark.provokes("LP-03")
def test_a_certificate_soon_to_expire_is_named_until_it_is_renewed(village, year_2025):
    inspector = make_inspector(village)
    soon = make_certificate(village, inspector=inspector, until_on=LAST + timedelta(days=90))
    make_certificate(village, until_on=LAST + timedelta(days=91))
    make_certificate(village, until_on=None)
    assert offenders(rules.certificate_expiring, year_2025) == {soon}
    make_certificate(village, inspector=inspector, from_on=date(2025, 12, 1))
    assert offenders(rules.certificate_expiring, year_2025) == set()


def test_no_accident_is_proven_only_by_every_units_reports(township, village, year_2025):
    new = make_organisation(township, name="乙厂工会", from_on=date(2025, 7, 1))
    make_nil_report(village)
    assert proven(indicators.serious_accidents, year_2025) is None
    assert offenders(rules.nil_report_missing, year_2025) == {new}
    make_nil_report(new, from_on=date(2025, 7, 1))
    assert proven(indicators.serious_accidents, year_2025) == 0
    assert offenders(rules.nil_report_missing, year_2025) == set()


def test_a_report_of_another_kind_does_not_prove_it(village, year_2025):
    make_nil_report(village, kind="arrears")
    assert proven(indicators.serious_accidents, year_2025) is None


def test_reports_are_due_only_for_quarters_that_are_over(township, village):
    make_nil_report(village, until_on=date(2025, 3, 31))
    assert offenders(rules.nil_report_missing, on(date(2025, 6, 29), township)) == set()
    assert offenders(rules.nil_report_missing, on(date(2025, 6, 30), township)) == {village}
    assert offenders(rules.nil_report_missing, on(date(2025, 2, 1), township)) == set()


def test_only_major_and_grave_accidents_are_cases(village, year_2025):
    make_nil_report(village)
    make_accident(village)
    make_accident(village, grade="larger", deaths=3)
    assert proven(indicators.serious_accidents, year_2025) == 0
    case = make_accident(village, grade="major", deaths=10)
    assert proven(indicators.serious_accidents, year_2025) == 1
    assert {report.organisation for report in offenders(rules.contradicted, year_2025)} == {village}
    writing.void(case, by=None, reason="误登")
    assert proven(indicators.serious_accidents, year_2025) == 0
    assert offenders(rules.contradicted, year_2025) == set()


@pytest.mark.parametrize(
    ("facts", "least"),
    [
        ({"deaths": 2, "injured": 9}, "ordinary"),
        ({"deaths": 3}, "larger"),
        ({"injured": 10}, "larger"),
        ({"deaths": 10}, "major"),
        ({"injured": 100}, "grave"),
        ({"loss": Decimal(50_000_000)}, "major"),
    ],
)
def test_an_accident_is_not_graded_below_its_facts(village, facts, least):
    grades = ["ordinary", "larger", "major", "grave"]
    for grade in grades[: grades.index(least)]:
        with pytest.raises(ValidationError) as refused:
            make_accident(village, grade=grade, **facts)
        assert list(refused.value.message_dict) == ["grade"]
    assert make_accident(village, grade=least, **facts).least_grade == least
