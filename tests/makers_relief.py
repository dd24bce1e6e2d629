"""Records of help given, confirmed, with dull defaults."""

from datetime import date

from tests.makers import confirmed, make_employer, make_person
from youju.people.models import Household, HouseholdMember
from youju.records import writing
from youju.work.relief.models import (
    HardshipFile,
    HardshipFirm,
    HardshipReview,
    LivingStandard,
    ReliefFund,
    StudentAid,
    WarmthVisit,
)
from youju.work.relief.models.files import standard_on


def make_household(organisation, head=None, *, village="北芹村", from_on=date(2020, 1, 1)):
    head = head or make_person(organisation)
    row = Household(organisation=organisation, head=head, village=village, from_on=from_on)
    return writing.enter(row, by=None)


def warmth_visit(organisation, household=None, **values):
    """A visit not yet entered; everyday help, so that several at one household need no reason."""
    given = {"occurred_on": date(2025, 3, 1), "round": "everyday", "money_source": "own_budget"}
    given |= {"amount": 300} | values
    return WarmthVisit(
        organisation=organisation, household=household or make_household(organisation), **given
    )


def make_warmth_visit(organisation, household=None, **values):
    return confirmed(warmth_visit(organisation, household, **values))


def student_aid(organisation, student=None, **values):
    given = {"occurred_on": date(2025, 8, 20), "school": "某镇中心学校", "stage": "junior"}
    given |= {"school_year": 2025, "amount": 1000} | values
    return StudentAid(organisation=organisation, student=student or make_person(organisation), **given)


def make_student_aid(organisation, student=None, **values):
    return confirmed(student_aid(organisation, student, **values))


def make_member(household, person, *, relation="子女", from_on=None):
    values = {"person": person, "relation": relation, "from_on": from_on or household.from_on}
    row = HouseholdMember(organisation=household.organisation, household=household, **values)
    return writing.enter(row, by=None)


def in_red(entry, **values):
    """A correction of an entry, not yet entered: the same but for its sums."""
    same = {name: getattr(entry, name) for name in ("organisation", "occurred_on", *entry.alike)}
    rest = {"money_source", "stage", "school", "kind", "source", "purpose", "round"}
    same |= {f.name: getattr(entry, f.name) for f in entry._meta.fields if f.name in rest}
    return type(entry)(**(same | {"corrects": entry} | values))


def make_standard(organisation, amount=800, **values):
    given = {"from_on": date(2015, 1, 1), "document": "民发〔2015〕1号"} | values
    return confirmed(LivingStandard(organisation=organisation, amount=amount, **given))


def hardship_file(organisation, household=None, **values):
    """A file not yet entered: three people with 300 yuan a head and month, opened at both levels."""
    household = household or make_household(organisation)
    opened = {"unit_filed_on": date(2024, 5, 10), "town_filed_on": date(2024, 5, 20)}
    given = {"from_on": date(2024, 5, 6), "people": 3, "income": "10800", "cause": "illness"} | opened
    given |= {"worker": household.head} | values
    return HardshipFile(organisation=organisation, household=household, **given)


def make_hardship_file(organisation, household=None, **values):
    """A confirmed file; where no living standard is known, the federation of the place gets one."""
    if standard_on(organisation.pk, values.get("from_on", date(2024, 5, 6))) is None:
        make_standard(organisation.federation)
    return confirmed(hardship_file(organisation, household, **values))


def make_review(organisation, file=None, **values):
    given = {"occurred_on": date(2025, 6, 3), "reviewed_by": "李干事", "at_home": True} | values
    file = file or make_hardship_file(organisation)
    return confirmed(HardshipReview(organisation=organisation, file=file, **given))


def make_hardship_firm(organisation, employer=None, **values):
    given = {"from_on": date(2024, 9, 1), "cause": "stopped"} | values
    employer = employer or make_employer(organisation, name="停产厂")
    return confirmed(HardshipFirm(organisation=organisation, employer=employer, **given))


def fund(organisation, **values):
    given = {"occurred_on": date(2025, 1, 8), "source": "finance", "round": "new_year", "amount": 5000}
    return ReliefFund(organisation=organisation, **(given | values))


def make_fund(organisation, **values):
    return confirmed(fund(organisation, **values))


MAKERS = {
    "relief.visits": make_warmth_visit,
    "relief.student_aid": make_student_aid,
    "relief.living_standards": make_standard,
    "relief.files": make_hardship_file,
    "relief.reviews": make_review,
    "relief.firms": make_hardship_firm,
    "relief.funds": make_fund,
}
