"""The township of the first source summary: its phrases come out of its records by counting."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from youju.base import clock, periods
from youju.catalogue import INDICATORS, LEDGERS
from youju.demo.xiang.homes import PERCENT, SEED
from youju.ledger.scope import Scope
from youju.org.access import Access, Action, SystemAccess
from youju.org.models import Organisation, User
from youju.people.models import Membership
from youju.records import writing
from youju.records.models import Exhibit, HistoryEvent, NilReport, Participation
from youju.records.record import Entry
from youju.work.bargaining.models import CollectiveContract
from youju.work.culture.models import Activity
from youju.work.democracy.models import Suggestion
from youju.work.funds.models import FundLine
from youju.work.institutions.models import Task, WallItem
from youju.work.merit.models import Contest
from youju.work.organising.models import Prospect, Visit
from youju.work.workers_home.drawing import draw
from youju.work.workers_home.models import Pilot, Sample, SampledUnit

VALUES = {
    # the year's round and the six institutions
    "institutions.six_institutions": 6,
    "institutions.wall_items": 6,
    "institutions.wall_rate": 100,
    "institutions.annual_meetings": 1,
    "institutions.quarterly_meetings": 4,
    "institutions.quarters_met": 4,
    "institutions.stages_done": 3,
    "institutions.plan_and_summary": 2,
    "institutions.summaries": 1,
    "institutions.lessons": 3,
    "institutions.shortcomings": 5,
    "institutions.plan_items": 5,
    "institutions.leading_bodies": 2,
    "institutions.within_party_work": 1,
    "institutions.leader_reports": 1,
    "institutions.home_meetings": 1,
    "institutions.mobilisation_meetings": 1,
    # unions
    "organising.work_groups": 1,
    "organising.park_employers_visited": 2,
    "organising.enterprise_unions_formed": 2,
    "organising.unionisation_rate": 100,
    "organising.unions": 9,
    "organising.workers": 209,
    "organising.members": 167,
    "organising.unions_renewed": 1,
    "organising.elections_urged": 1,
    # publicity
    "education.channels_used": 6,
    # rights
    "workers_home.contract_pilots": 1,
    "bargaining.major_disputes": 0,
    "bargaining.arrears_cases": 0,
    "bargaining.clauses_covered": 3,
    "safety.serious_accidents": 0,
    "combined.means_of_protection": 4,
    "democracy.drives": 1,
    "democracy.suggestions": 10,
    "democracy.suggestions_adopted": 7,
    "democracy.congress_rate": 100,
    "democracy.open_affairs_rate": 100,
    "relief.festival_rounds": 4,
    # what gives life to a union
    "workers_home.self_check_rate": 100,
    "workers_home.units_spot_checked": 3,
    "workers_home.two_satisfactions": 2,
    "merit.safety_quizzes": 1,
    "merit.safety_quiz_people": 126,
    "culture.festivals_kept": 2,
    "culture.basketball": 1,
    "culture.table_tennis": 1,
    "culture.performance": 1,
    "culture.leader_rate": 100,
}
# What the summary names without a number, and of which there must be something.
SOMETHING = (
    "education.broadcasts", "education.banners", "education.slogans", "education.boards",
    "education.wall_papers", "education.copies_given", "education.formation_talks",
    "education.labour_law_attendances", "education.all_officer_attendances", "education.policy_studies",
    "education.union_law_studies", "organising.face_to_face", "organising.home_guidance",
    "organising.officers_elected", "organising.officer_changes", "organising.handbooks",
    "institutions.hard_problems_solved", "institutions.county_supported", "institutions.ledger_kinds",
    "democracy.boards", "democracy.boxes", "democracy.voices_done", "democracy.dialogues",
    "relief.warmth_funds_raised", "relief.deeds_done", "merit.innovations", "merit.contests_held",
    "culture.talents_found", "culture.works", "funds.dues_received", "funds.dues_spent",
    "workers_home.democracy_pilots", "employment.labour_exported",
)  # fmt: skip


def of(township, model):
    return model.objects.everywhere("x").filter(federation=township)


def entries_of_the_year(township):
    models = [ledger.model for ledger in LEDGERS.values() if issubclass(ledger.model, Entry)]
    return [row for model in models for row in of(township, model).filter(occurred_on__year=2025)]


# -- figures ---------------------------------------------------------------------------


@pytest.mark.parametrize(("code", "value"), VALUES.items())
def test_a_phrase_of_the_summary_is_counted(its_year, code, value):
    assert INDICATORS[code].figure(its_year).value == value


@pytest.mark.parametrize("code", SOMETHING)
def test_what_is_named_without_a_number_is_there(its_year, code):
    figure = INDICATORS[code].figure(its_year)
    assert figure.value > 0
    assert INDICATORS[code].evidence(its_year).total == figure.numerator


def test_weaknesses_show_in_the_figures(its_year):
    assert INDICATORS["institutions.archive_completeness"].figure(its_year).value < 90
    assert INDICATORS["organising.membership_rate"].figure(its_year).value < 85
    assert INDICATORS["employment.labour_exported"].value(its_year) < 20
    assert INDICATORS["culture.skill_rate"].figure(its_year).value == 25


# -- what lies behind them -------------------------------------------------------------


def test_six_items_hang_on_the_wall_in_one_version_each(township):
    items = of(township, WallItem)
    assert len({item.text_id for item in items}) == len(items) == 6


def test_the_two_firms_of_the_park_were_worked_one_by_one(township):
    visits = of(township, Visit).filter(kind="organising").exclude(employer__park="")
    calls = Counter(visits.values_list("employer__name", flat=True))
    assert calls == {"启明电子有限公司": 3, "华森包装有限公司": 3}
    won = of(township, Prospect).filter(stage="registered")
    assert {str(one.union) for one in won} == {"启明电子", "华森包装"}


def test_each_step_of_the_list_was_written_down_when_it_was_taken(township):
    prospect = of(township, Prospect).get(employer__name="启明电子有限公司")
    events = HistoryEvent.objects.filter(record_id=prospect.pk).order_by("seq")
    assert [event.verb for event in events] == ["enter", "confirm", "amend", "amend", "amend", "amend"]
    last = [clock.local_day(event.at) for event in events][-1]
    assert prospect.approved_on < prospect.registered_on <= last < date(2025, 7, 1)


def test_the_pilot_is_the_firm_that_the_summary_names(township):
    pilot = of(township, Pilot).get(kind="contract")
    contracts = of(township, CollectiveContract)
    assert str(pilot.employer) == "蚌埠新材料有限公司"
    assert {contract.employer for contract in contracts} == {pilot.employer}
    assert all(contract.passed for contract in contracts)


def test_ideas_were_asked_for_at_jiangkai_in_the_first_half(township, its_year):
    half = Scope.of(SystemAccess(), township, periods.half(2025, 1))
    ideas = of(township, Suggestion)
    assert INDICATORS["democracy.drives"].value(half) == 1
    assert {str(idea.organisation) for idea in ideas} == {"江凯"}
    assert ideas.filter(carried_out_on__isnull=False).count() == 6
    assert all(idea.review_note for idea in ideas)


def test_126_different_workers_signed_for_the_quiz_in_july(township):
    quiz = of(township, Contest).get(kind="safety")
    seats = Participation.objects.filter(parent_id=quiz.pk)
    sheets = of(township, Exhibit).filter(record_id=quiz.pk, kind="sign_in")
    assert quiz.occurred_on.month == 7
    assert seats.values("person").distinct().count() == seats.count() == 126
    assert sheets.count() == 3


def test_anybody_draws_the_same_units_for_the_spot_check(township):
    sample = of(township, Sample).get()
    units = Organisation.objects.everywhere("x").filter(code__startswith="DEMO-XIANG-")
    drawn = SampledUnit.objects.filter(parent_id=sample.pk).order_by("position")
    assert (sample.seed, sample.percent) == (SEED, PERCENT)
    assert [row.unit for row in drawn] == draw(units, sample.seed, sample.percent)


def test_each_unit_reported_nil_of_three_kinds(township):
    reports = of(township, NilReport)
    assert Counter(reports.values_list("kind", flat=True)) == {"accident": 9, "dispute": 9, "arrears": 9}


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("bargaining.major_disputes", "dispute"),
        ("bargaining.arrears_cases", "arrears"),
        ("safety.serious_accidents", "accident"),
    ],
)
def test_without_one_nil_report_nothing_is_proven(its_year, township, code, kind):
    report = of(township, NilReport).filter(kind=kind).first()
    writing.void(report, by=User.objects.get(login_name="xiang-fuzeren"), reason="试验")
    figure = INDICATORS[code].figure(its_year)
    assert (figure.value, figure.missing) == (None, (str(report.organisation),))


def test_plans_that_are_divided_are_followed_by_their_parts(township):
    plans = of(township, Task).filter(origin="plan")
    assert plans.filter(parent=None).count() == 5
    assert plans.exclude(parent=None).count() == 10
    assert {task.meeting.kind for task in of(township, Task).filter(hard=True)} == {"joint"}


# -- how it was written ----------------------------------------------------------------


def test_it_is_small(township):
    rows = sum(of(township, ledger.model).count() for ledger in LEDGERS.values())
    assert 500 < rows < 1500


def test_some_of_it_was_recorded_late(township):
    late = Counter(record.is_late for record in entries_of_the_year(township))
    assert 0.03 <= late[True] / late.total() <= 0.12


def test_dates_are_spread_over_the_year_and_nothing_was_written_before_its_day(township):
    rows = entries_of_the_year(township)
    assert {row.occurred_on.month for row in rows} == set(range(1, 13))
    assert all(clock.local_day(row.recorded_at) >= row.occurred_on for row in rows)


def test_its_own_people_wrote_and_others_confirmed(township):
    for row in entries_of_the_year(township):
        assert Access(row.recorded_by).may(Action.ENTER, row.organisation)
        assert row.confirmed_by != row.recorded_by


def test_the_clock_runs_forward_here_too(township):
    events = HistoryEvent.objects.filter(federation_id=township.pk).order_by("seq")
    moments = list(events.values_list("at", flat=True))
    assert moments == sorted(moments)


def test_papers_carry_the_name_of_the_township(township):
    names = set(of(township, Exhibit).values_list("file__name", flat=True))
    assert "关于成立启明电子工会批复.png" in names
    assert not [name for name in names if "演示镇" in name]


# -- the county ------------------------------------------------------------------------

ADDED_UP = (
    "organising.workers",
    "organising.unions",
    "organising.members",
    "organising.members_joined",
    "organising.unions_formed",
    "relief.households_helped",
    "education.skills_attendances",
    "employment.labour_exported",
    "merit.safety_quiz_people",
    "institutions.quarterly_meetings",
)


@pytest.mark.parametrize("code", ADDED_UP)
def test_the_county_adds_up_both_townships(year, its_year, code):
    county = Organisation.objects.everywhere("x").get(code="DEMO-XIAN")
    whole = INDICATORS[code].value(Scope.of(SystemAccess(), county, its_year.period))
    own = own_of_the_county(county, code, its_year.period)
    assert whole == INDICATORS[code].value(year) + INDICATORS[code].value(its_year) + own


def own_of_the_county(county, code, period) -> int | Decimal:
    """What the county's office did itself."""
    rows = INDICATORS[code].select(Scope.of(SystemAccess(), county, period)).filter(federation=county)
    return rows.count() if code.startswith("relief") else 0


def test_rates_of_the_county_stand_on_both_bases(year, its_year):
    county = Organisation.objects.everywhere("x").get(code="DEMO-XIAN")
    rate = INDICATORS["democracy.congress_rate"]
    whole = rate.figure(Scope.of(SystemAccess(), county, its_year.period))
    parts = [rate.figure(scope) for scope in (year, its_year)]
    assert (whole.numerator, whole.base) == tuple(
        sum(getattr(part, side) for part in parts) for side in ("numerator", "base")
    )


def test_nobody_is_a_member_in_both(township, town):
    here, there = (
        set(Membership.objects.everywhere("x").filter(federation=one).values_list("person", flat=True))
        for one in (township, town)
    )
    assert here
    assert not here & there


def test_spending_names_the_work_that_it_paid_for(township):
    numbers = {row.number for model in (Activity, Contest) for row in of(township, model)}
    named = set(of(township, FundLine).exclude(activity="").values_list("activity", flat=True))
    assert len(named) == 3
    assert named <= numbers
