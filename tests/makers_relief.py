"""Records of help given, confirmed, with dull defaults."""

from datetime import date

from tests.makers import confirmed, make_person
from youju.people.models import Household
from youju.records import writing
from youju.work.relief.models import StudentAid, WarmthVisit


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


MAKERS = {"relief.visits": make_warmth_visit, "relief.student_aid": make_student_aid}
