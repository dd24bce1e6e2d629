"""Confirmed publicity, papers given out, studies and classes with those who sat in them."""

from datetime import date

from tests.makers import confirmed, make_exhibit, make_person, named
from youju.records import writing
from youju.work.education.models import Handout, Publicity, Study, Training


def make_training(organisation, *people, **values):
    """A class of persons or plain names, of somebody by default; a head-count gets its sign-in sheet."""
    given = {"occurred_on": date(2025, 6, 10), "title": "安全生产知识培训", "topic": "safety"}
    given |= {"audience": "workers"} | values
    if not people and not given.get("unnamed"):
        people = (make_person(organisation),)
    training = Training(organisation=organisation, **given)
    writing.enter(training, by=None, children=named(*people))
    if training.unnamed:
        make_exhibit(training, "sign_in")
    return writing.confirm(training, by=None)


def make_study(organisation, *people, **values):
    given = {"occurred_on": date(2025, 4, 8), "title": "学习《工会法》", "kind": "union_law"} | values
    people = people or (make_person(organisation),)
    return confirmed(Study(organisation=organisation, **given), children=named(*people))


def make_publicity(organisation, **values):
    given = {"occurred_on": date(2025, 3, 20), "title": "建会宣传", "channel": "banner"}
    given |= {"theme": "formation"} | values
    return confirmed(Publicity(organisation=organisation, **given))


def make_handout(organisation, **values):
    given = {"occurred_on": date(2025, 3, 20), "title": "《工会法》", "copies": 50} | values
    return confirmed(Handout(organisation=organisation, **given))


MAKERS = {
    "education.trainings": make_training,
    "education.studies": make_study,
    "education.publicity": make_publicity,
    "education.handouts": make_handout,
}
