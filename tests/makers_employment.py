"""Confirmed placements and departures, with dull defaults."""

from datetime import date

from tests.makers import confirmed, make_person
from youju.work.employment.models import JobPlacement, LabourExport


def make_placement(organisation, person=None, **values):
    given = {"occurred_on": date(2025, 4, 1), "employer_name": "苏州某电子厂", "destination": "south"}
    given |= {"hired": True} | values
    return confirmed(
        JobPlacement(organisation=organisation, person=person or make_person(organisation), **given)
    )


def make_export(organisation, person=None, **values):
    given = {"occurred_on": date(2025, 2, 20), "destination": "outside", "place": "宁波"} | values
    return confirmed(
        LabourExport(organisation=organisation, person=person or make_person(organisation), **given)
    )


MAKERS = {"employment.placements": make_placement, "employment.exports": make_export}
