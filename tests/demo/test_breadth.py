"""The town's year in every line of work: what the source names is there, and what is left undone is found."""

from collections import Counter

import pytest
from django.db.models import F

from youju.catalogue import INDICATORS, LEDGERS, RULES
from youju.work.bargaining.models import CollectiveContract, Consultation, Dismissal
from youju.work.democracy.models import Delegate, Disclosure, Suggestion
from youju.work.funds.models import DuesPayment
from youju.work.institutions.models import Meeting, Survey, Target, TargetCheck
from youju.work.institutions.progress import progress
from youju.work.merit.models import Innovation, ModelWorker, Studio
from youju.work.organising.models import Election, Handbook, Officer, Prospect
from youju.work.relief.models import HardshipFile, HardshipReview, ReliefFund
from youju.work.workers_home.models import Facility, Pilot

NOTHING_HAPPENED = {"bargaining.arrears"}  # nil reports say so


def value(code, scope):
    return INDICATORS[code].value(scope)


def named(code, scope) -> set[str]:
    return {str(one) for one in RULES[code].offenders(scope)}


@pytest.mark.parametrize("code", sorted(set(LEDGERS) - NOTHING_HAPPENED))
def test_every_ledger_holds_records_of_the_demo(demo, db, code):
    assert LEDGERS[code].model.objects.everywhere("x").confirmed().exists()


def test_where_nothing_happened_the_ledger_is_empty_and_the_zero_is_proven(year):
    for code in NOTHING_HAPPENED:
        assert not LEDGERS[code].model.objects.everywhere("x").exists()
    assert value("bargaining.arrears_cases", year) == 0


# -- targets ---------------------------------------------------------------------------


def test_a_target_leads_from_the_county_over_the_town_to_each_unit(year):
    letters = (
        Target.objects.in_scope(year).filter(level="letter").select_related("parent__parent__organisation")
    )
    assert len({letter.organisation for letter in letters}) == len(letters)
    assert len(letters) == 18
    assert {letter.parent.organisation for letter in letters} == {year.organisation}
    assert {letter.parent.parent.organisation.code for letter in letters} == {"DEMO-XIAN"}


def test_what_was_reached_is_counted_and_one_target_was_missed(year):
    plans = Target.objects.in_scope(year).filter(level="plan")
    found = {
        plan.indicator: progress(plan, lambda code, scope: INDICATORS[code].figure(scope)) for plan in plans
    }
    assert len(found) == 8
    assert [code for code, one in found.items() if not one.met] == ["safety.certified_rate"]
    assert found["safety.certified_rate"].reached == 95


def test_each_plan_was_looked_at_in_mid_year_and_at_the_end(year):
    checks = TargetCheck.objects.within(year).filter(target__level="plan")
    assert Counter(checks.values_list("kind", flat=True)) == {"mid_year": 8, "year_end": 8}
    assert set(checks.exclude(result="done").values_list("target__indicator", flat=True)) == {
        "safety.certified_rate"
    }


# -- what the source names -------------------------------------------------------------


def test_the_pilot_is_fitted_out_by_the_union_and_by_the_firm(year):
    assert str(Pilot.objects.holding(year).get(kind="home").employer) == "兰天车轮有限公司"
    kinds = {(row.source, row.kind) for row in Facility.objects.holding(year)}
    assert kinds == {
        ("union", "table_tennis"),
        ("union", "billiards"),
        ("employer", "basketball"),
        ("employer", "badminton"),
        ("employer", "computers"),
    }


def test_the_studio_stands_in_the_village_and_a_model_worker_leads_it(year):
    studio = Studio.objects.holding(year).get()
    assert studio.place == "北芹村"
    assert ModelWorker.objects.holding(year).filter(person=studio.leader).exists()


def test_the_surveys_helped_the_county_in_the_quartz_trade(year):
    surveys = Survey.objects.within(year)
    assert {(row.line, row.for_whom, row.trade) for row in surveys} == {
        ("safety", "upper", "石英制品"),
        ("bargaining", "upper", "石英制品"),
    }


def test_every_quarter_has_its_meeting(year):
    quarters = Meeting.objects.within(year).filter(kind="quarterly").values_list("quarter", flat=True)
    assert set(quarters) == {"2025Q1", "2025Q2", "2025Q3", "2025Q4"}


# -- bargaining and democracy ----------------------------------------------------------


def test_every_contract_signed_in_the_year_was_consulted_on_before(year):
    signed = CollectiveContract.objects.in_scope(year).filter(signed_on__year=2025)
    met = Consultation.objects.within(year).filter(met_on__lte=F("contract__signed_on"))
    assert set(signed.values_list("pk", flat=True)) == set(met.values_list("contract", flat=True))


def test_nobody_is_dismissed_before_the_union_has_spoken(year):
    notices = Dismissal.objects.within(year)
    assert len(notices) == 2
    assert all(notice.opinion_on < notice.planned_on for notice in notices)


def test_delegates_sit_for_a_term_and_work_where_they_were_elected(year):
    delegates = Delegate.objects.holding(year)
    assert {row.until_on.year for row in delegates} == {2027}
    assert value("democracy.delegates", year) == len(delegates) > 200


def test_some_ideas_were_declined_and_the_adopted_ones_earned_money(year):
    verdicts = Counter(Suggestion.objects.within(year).values_list("verdict", flat=True))
    assert verdicts == {"adopted": 9, "declined": 2}
    assert value("democracy.benefit", year) > 100_000


def test_most_disclosures_hang_on_a_board_and_belong_to_the_catalogue(year):
    told = Disclosure.objects.within(year)
    assert told.filter(board=None).count() == 0
    assert told.exclude(catalogue_item=None).count() > told.count() // 2


# -- organising ------------------------------------------------------------------------


def test_who_left_a_committee_was_followed_by_somebody_elected(year):
    left = Officer.objects.ended(year)
    followed = Officer.objects.begun(year).filter(began_by="by_election")
    assert {row.organisation for row in left} == {row.organisation for row in followed}
    assert len(left) == len(followed) == 3


def test_the_four_new_unions_came_from_the_list_of_those_to_be_won(year):
    won = Prospect.objects.in_scope(year).filter(registered_on__year=2025)
    assert {str(row.union) for row in won} == {"丰盛纸箱厂", "宁丰机械厂", "丰平车轮", "华丽光电"}
    assert all(row.stage == "registered" for row in won)


def test_every_election_was_valid_and_every_new_union_held_its_first(year):
    held = Election.objects.within(year)
    assert held.valid().count() == held.count() == 8
    assert held.filter(kind="first").count() == 4


def test_each_handbook_went_to_another_member(year):
    people = Handbook.objects.within(year).values_list("person", flat=True)
    assert len(set(people)) == len(people) > 30


# -- relief, money, innovation ---------------------------------------------------------


def test_the_class_of_a_file_came_from_the_countys_standard(year):
    files = HardshipFile.objects.in_scope(year)
    assert {int(file.standard) for file in files} <= {690, 760}
    assert set(files.values_list("hardship", flat=True)) == {"deep", "relative"}


def test_whoever_left_hardship_is_of_no_base_at_the_end_of_the_year(year):
    assert HardshipFile.objects.ended(year).count() == 1
    assert value("relief.files_held", year) == HardshipFile.objects.in_scope(year).count() - 1
    assert HardshipReview.objects.within(year).count() == 20


def test_money_for_relief_came_from_several_sources_and_reached_every_round(year):
    raised = ReliefFund.objects.within(year)
    assert set(raised.values_list("source", flat=True)) == {
        "finance",
        "upper_union",
        "own_budget",
        "donation",
        "employer",
    }
    assert value("relief.funds_raised", year) > value("relief.amount_granted", year)


def test_dues_are_entered_for_every_month_after_a_union_was_founded(year):
    paid = Counter(DuesPayment.objects.within(year).values_list("organisation__short_name", flat=True))
    assert paid["兰天车轮"] == 12
    assert paid["华丽光电"] == 3
    assert sum(paid.values()) == 14 * 12 + 9 + 8 + 6 + 3


def test_savings_say_what_was_saved(year):
    assert not Innovation.objects.within(year).filter(kind="saving", saving="").exists()


# -- what is left undone ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "offenders"),
    [
        ("organising.term_over", {"磐石铸造 第四届换届选举"}),
        ("organising.no_legal_person", {"华丽光电"}),
        ("safety.without_rules", {"华丽光电科技有限公司"}),
        ("democracy.no_congress", set()),
        ("institutions.quarter_without_meeting", set()),
        ("bargaining.without_womens_contract", set()),
        ("bargaining.dispute_nil_report_missing", set()),
        ("funds.not_disclosed", {"丰平车轮", "华丽光电"}),
    ],
)
def test_attention_lists_name_what_the_demo_left_undone(year, code, offenders):
    assert named(code, year) == offenders


def test_one_hazard_and_one_order_of_the_county_were_not_settled_in_time(year):
    assert value("safety.hazards", year) - value("safety.hazards_fixed", year) == 1
    figure = INDICATORS["institutions.county_orders_rate"].figure(year)
    assert (figure.numerator, figure.base) == (4, 5)
