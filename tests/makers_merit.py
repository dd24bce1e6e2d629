"""Confirmed honours and women in their drive, with dull defaults."""

from datetime import date
from itertools import count

from tests.makers import confirmed, make_employer, make_person
from youju.work.merit.models import CreationUnit, DemonstrationPoint, WomensDriveEntry

_serial = count(1)


def make_creation_unit(organisation, employer=None, **values):
    given = {"occurred_on": date(2025, 10, 15)} | values
    employer = employer or make_employer(organisation, name=f"企业{next(_serial)}")
    return confirmed(CreationUnit(organisation=organisation, employer=employer, **given))


def make_demonstration_point(organisation, **values):
    given = {"occurred_on": date(2025, 11, 5), "name": f"职工书屋{next(_serial)}"} | values
    return confirmed(DemonstrationPoint(organisation=organisation, **given))


def make_womens_drive_entry(organisation, person=None, **values):
    given = {"occurred_on": date(2025, 3, 8), "aim": "person", "activity": "岗位练兵"} | values
    person = person or make_person(organisation, name="李小红", sex="female")
    return confirmed(WomensDriveEntry(organisation=organisation, person=person, **given))


MAKERS = {
    "merit.creation_units": make_creation_unit,
    "merit.demonstration_points": make_demonstration_point,
    "merit.womens_drive": make_womens_drive_entry,
}
