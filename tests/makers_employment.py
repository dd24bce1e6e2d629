"""Confirmed posts, placements, follow-ups, services and departures, with dull defaults."""

from datetime import date

from tests.makers import confirmed, make_person, named
from youju.work.employment.models import FollowUp, JobOffer, JobPlacement, LabourExport, ServiceEvent


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


def make_offer(organisation, **values):
    given = {"occurred_on": date(2025, 3, 3), "employer_name": "苏州某电子厂", "post": "装配工"}
    given |= {"openings": 10, "destination": "south"} | values
    return confirmed(JobOffer(organisation=organisation, **given))


def make_follow_up(organisation, placement=None, **values):
    given = {"occurred_on": date(2025, 7, 5), "after": "three", "still_there": True} | values
    placement = placement or make_placement(organisation)
    return confirmed(FollowUp(organisation=organisation, placement=placement, **given))


def make_event(organisation, *people, **values):
    given = {"occurred_on": date(2025, 2, 12), "title": "春风行动招聘会", "kind": "job_fair"} | values
    return confirmed(ServiceEvent(organisation=organisation, **given), children=named(*people))


MAKERS = {
    "employment.placements": make_placement,
    "employment.exports": make_export,
    "employment.offers": make_offer,
    "employment.follow_ups": make_follow_up,
    "employment.events": make_event,
}
