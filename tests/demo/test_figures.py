"""The figures of the second source summary come out of the demo by counting, and by no other way."""

from decimal import Decimal

import pytest

from youju.base import numerals, periods
from youju.catalogue import INDICATORS
from youju.ledger.evidence import Line
from youju.ledger.scope import Scope
from youju.org.access import SystemAccess
from youju.org.models import Organisation, User
from youju.people.models import Employer, Employment, Household, Membership, Person
from youju.records import writing
from youju.records.models import NilReport, Participation
from youju.work.bargaining.models import CollectiveContract
from youju.work.democracy.models import Congress, Disclosure
from youju.work.education.models import Training
from youju.work.employment.models import JobPlacement, LabourExport
from youju.work.merit.models import CreationUnit, DemonstrationPoint, WomensDriveEntry
from youju.work.organising.models import Formation
from youju.work.relief.models import StudentAid, WarmthVisit
from youju.work.safety.models import Accident, Inspector, InspectorCertificate, ProtectionCommittee

COUNTS = {
    "organising.workers": 1756,
    "organising.unions": 18,
    "organising.unions_formed": 4,
    "organising.members_joined": 320,
    "organising.members": 1316,
    "relief.households_helped": 36,
    "relief.students_aided": 18,
    "education.skills_attendances": 231,
    "education.officer_attendances": 43,
    "education.safety_attendances": 646,
    "employment.people_placed": 72,
    "employment.labour_exported": 122,
    "merit.creation_units_added": 5,
    "merit.demonstration_points": 2,
    "safety.serious_accidents": 0,
}
RATES = {
    "merit.womens_drive_rate": (611, 640),
    "safety.certified_rate": (19, 20),
    "safety.committee_rate": (18, 18),
    "democracy.congress_rate": (18, 18),
    "democracy.open_affairs_rate": (18, 18),
    "bargaining.contract_rate": (16, 16),
    "bargaining.wage_contract_rate": (16, 16),
    "bargaining.womens_contract_rate": (14, 14),
}
# Figures of different people, households or units, where one of several records may go.
DISTINCT = (
    "organising.workers",
    "relief.households_helped",
    "relief.students_aided",
    "employment.people_placed",
    "employment.labour_exported",
    "merit.creation_units_added",
    "merit.womens_drive_rate",
    "democracy.congress_rate",
    "democracy.open_affairs_rate",
)
# What counting the rows of a table would be taken for.
TABLES = {
    Person: "organising.workers",
    Employment: "organising.workers",
    Organisation: "organising.unions",
    Formation: "organising.unions_formed",
    Membership: "organising.members",
    Household: "relief.households_helped",
    WarmthVisit: "relief.households_helped",
    StudentAid: "relief.students_aided",
    JobPlacement: "employment.people_placed",
    LabourExport: "employment.labour_exported",
    CreationUnit: "merit.creation_units_added",
    DemonstrationPoint: "merit.demonstration_points",
    WomensDriveEntry: "merit.womens_drive_rate",
    Inspector: "safety.certified_rate",
    InspectorCertificate: "safety.certified_rate",
    ProtectionCommittee: "safety.committee_rate",
    Accident: "safety.serious_accidents",
    NilReport: "safety.serious_accidents",
    Congress: "democracy.congress_rate",
    Disclosure: "democracy.open_affairs_rate",
    CollectiveContract: "bargaining.contract_rate",
    Employer: "bargaining.contract_rate",
}


def counted(code, scope) -> list[Line]:
    return [line for side in INDICATORS[code].evidence(scope).sides if side.counted for line in side.lines]


def nil_reports(scope, kind):
    return NilReport.objects.in_scope(scope).overlapping(scope.period).filter(kind=kind)


def void(record):
    writing.void(record, by=User.objects.get(login_name="zhen-fuzeren"), reason="试验")


@pytest.mark.parametrize(("code", "value"), COUNTS.items())
def test_a_count_comes_out_by_counting(year, code, value):
    figure = INDICATORS[code].figure(year)
    assert figure.value == value
    assert figure.period == "2025年"
    assert figure.as_of.isoformat() == "2025-12-31"


@pytest.mark.parametrize(("code", "parts"), RATES.items())
def test_a_rate_comes_out_of_both_lists(year, code, parts):
    figure = INDICATORS[code].figure(year)
    assert (figure.numerator, figure.base) == parts
    assert figure.value == Decimal(parts[0] * 100) / parts[1]


def test_the_womens_rate_is_printed_as_95_5_and_the_inspectors_as_95_0():
    assert numerals.percent(611, 640) == "95.5%"
    assert numerals.percent(19, 20) == "95.0%"


@pytest.mark.parametrize("code", [*COUNTS, *RATES])
def test_what_is_listed_adds_up_to_the_figure(year, code):
    assert INDICATORS[code].evidence(year).total == INDICATORS[code].figure(year).numerator


@pytest.mark.parametrize("code", [*(set(COUNTS) - {"safety.serious_accidents"}), *RATES])
def test_voiding_the_only_record_of_a_subject_changes_the_figure(year, code):
    before = INDICATORS[code].figure(year)
    line = next(line for line in counted(code, year) if len(line.records) == 1)
    void(line.records[0])
    after = INDICATORS[code].figure(year)
    assert after.numerator == before.numerator - line.contribution
    assert after.value < before.value


@pytest.mark.parametrize("code", DISTINCT)
def test_voiding_one_of_several_records_of_a_subject_does_not(year, code):
    before = INDICATORS[code].figure(year)
    line = next(line for line in counted(code, year) if len(line.records) > 1)
    void(line.records[0])
    after = INDICATORS[code].figure(year)
    assert (after.value, after.numerator) == (before.value, before.numerator)
    assert after.entries == before.entries - 1


def test_without_one_nil_report_no_accidents_are_proven(year):
    report = nil_reports(year, NilReport.Kind.ACCIDENT).first()
    void(report)
    figure = INDICATORS["safety.serious_accidents"].figure(year)
    assert figure.value is None
    assert figure.missing == (str(report.organisation),)


@pytest.mark.parametrize(("model", "code"), TABLES.items(), ids=lambda one: getattr(one, "__name__", one))
def test_counting_a_table_gives_another_number(year, model, code):
    figure = INDICATORS[code].figure(year)
    rows = model.objects.everywhere("x").count()
    assert rows not in (figure.numerator, figure.base)
    assert rows > figure.numerator


@pytest.mark.parametrize("code", ["education.skills", "education.officer", "education.safety"])
def test_fewer_people_than_seats(year, code):
    people = INDICATORS[f"{code}_attendees"].figure(year)
    seats = INDICATORS[f"{code}_attendances"].figure(year)
    assert 0 < people.value < seats.value
    assert Participation.objects.count() > seats.value


def test_the_stock_of_members_adds_up_over_the_year(year):
    started = Membership.objects.at(year.organisations).confirmed().filter(kind="member")
    before = started.as_of(year.period.start.replace(year=2024, month=12, day=31)).count()
    begun = Membership.objects.begun(year).filter(kind="member")
    ended = Membership.objects.ended(year).filter(kind="member")
    moved = ended.filter(
        ended_by="transferred", person__in=begun.filter(began_by="transferred").values("person")
    )
    assert before == 1012
    assert begun.filter(began_by="joined").count() == 320
    assert moved.count() == 6  # inside the town: they cancel out
    assert INDICATORS["organising.members_transferred_in"].value(year) == 14
    assert INDICATORS["organising.members_transferred_out"].value(year) == 9
    assert ended.exclude(ended_by="transferred").count() == 21
    assert INDICATORS["organising.members"].value(year) == 1012 + 320 + 14 - 9 - 21


def test_the_four_new_unions_are_those_of_the_summary(year):
    names = {str(line.records[0].organisation) for line in counted("organising.unions_formed", year)}
    assert names == {"丰盛纸箱厂", "宁丰机械厂", "丰平车轮", "华丽光电"}


def test_officers_of_two_levels_and_people_placed_in_two_regions(year):
    classes = Training.objects.within(year).filter(topic="law", audience__in=Training.OFFICERS)
    assert set(classes.values_list("level", flat=True)) == {"town", "enterprise"}
    south = INDICATORS["employment.people_placed_south"].value(year)
    assert INDICATORS["employment.people_placed_county"].value(year) == 72 - south > 0 < south


def test_offices_and_firms_with_few_women_are_listed_as_not_concerned(year):
    sides = {side.key: side for side in INDICATORS["bargaining.womens_contract_rate"].evidence(year).sides}
    assert [str(line.subject) for line in sides["outside"].lines] == ["顺通物流有限公司", "磐石铸造厂"]
    firms = [str(line.subject) for line in counted("bargaining.contract_rate", year)]
    assert len(firms) == 16
    assert not {"演示镇人民政府机关", "演示镇中心学校"} & set(firms)


def test_women_who_left_drop_out_of_both_sides(year):
    took_part = WomensDriveEntry.objects.within(year).values_list("person", flat=True).distinct()
    figure = INDICATORS["merit.womens_drive_rate"].figure(year)
    assert took_part.count() > figure.numerator == 611


@pytest.mark.parametrize("kind", NilReport.Kind.values)
def test_nil_reports_of_new_unions_begin_on_their_founding_day(year, kind):
    reports = nil_reports(year, kind).select_related("organisation")
    assert len(reports) == 18
    for report in reports:
        assert report.from_on == max(report.organisation.from_on, year.period.start)
        assert report.until_on == year.period.end


@pytest.mark.parametrize("code", [*COUNTS, *RATES])
def test_the_half_year_gives_other_figures_than_the_year(year, code):
    """Dates are spread over the year: nothing but full coverage is reached by June."""
    half = Scope.of(SystemAccess(), year.organisation, periods.half(2025, 1))
    figure, whole = INDICATORS[code].figure(half), INDICATORS[code].figure(year)
    if code == "safety.serious_accidents":
        assert figure.value == 0
    else:
        assert (figure.numerator, figure.base) != (whole.numerator, whole.base)
