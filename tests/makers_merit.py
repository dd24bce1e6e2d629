"""Confirmed campaigns, contests, innovations, honours and model workers, with dull defaults."""

from datetime import date
from itertools import count

from tests.makers import confirmed, make_employer, make_person, named
from youju.work.merit.models import (
    Campaign,
    Contest,
    CreationUnit,
    DemonstrationPoint,
    Innovation,
    ModelVisit,
    ModelWorker,
    Studio,
    WomensDriveEntry,
)

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


def make_campaign(organisation, **values):
    given = {"from_on": date(2025, 2, 1), "kind": "contend", "name": f"争创树活动{next(_serial)}"} | values
    return confirmed(Campaign(organisation=organisation, **given))


def make_contest(organisation, *people, **values):
    given = {"occurred_on": date(2025, 7, 18), "title": "安全生产知识竞赛", "kind": "safety"} | values
    people = people or (make_person(organisation),)
    return confirmed(Contest(organisation=organisation, **given), children=named(*people))


def make_innovation(organisation, **values):
    given = {"occurred_on": date(2025, 9, 5), "title": "熔炉节能改造", "kind": "renovation"} | values
    return confirmed(Innovation(organisation=organisation, **given))


def make_model_worker(organisation, person=None, **values):
    given = {"from_on": date(2015, 5, 1), "title": "city", "year": 2015} | values
    return confirmed(
        ModelWorker(organisation=organisation, person=person or make_person(organisation), **given)
    )


def make_model_visit(organisation, model_worker=None, **values):
    given = {"occurred_on": date(2025, 4, 28), "visited_by": "王主席"} | values
    model_worker = model_worker or make_model_worker(organisation)
    return confirmed(ModelVisit(organisation=organisation, model_worker=model_worker, **given))


def make_studio(organisation, leader=None, **values):
    given = {
        "from_on": date(2025, 6, 1),
        "name": f"劳模创新工作室{next(_serial)}",
        "place": "北芹村",
    } | values
    return confirmed(Studio(organisation=organisation, leader=leader or make_person(organisation), **given))


MAKERS = {
    "merit.creation_units": make_creation_unit,
    "merit.demonstration_points": make_demonstration_point,
    "merit.womens_drive": make_womens_drive_entry,
    "merit.campaigns": make_campaign,
    "merit.contests": make_contest,
    "merit.innovations": make_innovation,
    "merit.model_workers": make_model_worker,
    "merit.model_visits": make_model_visit,
    "merit.studios": make_studio,
}
