"""Rows of the basic registers, with dull defaults."""

from datetime import date

from tests.makers import make_employer, make_employment, make_membership, make_person
from tests.makers_relief import make_household
from youju.people.models import Coverage, HouseholdMember
from youju.records import writing


def make_member(organisation):
    """A person who belongs to the organisation."""
    return make_membership(organisation).person


def make_worker(organisation):
    return make_employment(make_person(organisation), make_employer(organisation, union=organisation))


def make_coverage(organisation):
    employer = make_employer(organisation)
    return writing.enter(
        Coverage(organisation=organisation, employer=employer, from_on=date(2020, 1, 1)), by=None
    )


def make_household_member(organisation):
    row = HouseholdMember(
        organisation=organisation,
        household=make_household(organisation),
        person=make_person(organisation, name="王小宝"),
        relation="子",
        from_on=date(2020, 1, 1),
    )
    return writing.enter(row, by=None)


MAKERS = {
    "people.persons": make_member,
    "people.employers": make_employer,
    "people.coverages": make_coverage,
    "people.employments": make_worker,
    "people.households": make_household,
    "people.household_members": make_household_member,
}
