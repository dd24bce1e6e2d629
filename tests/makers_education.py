"""Confirmed classes with those who sat in them."""

from datetime import date

from tests.makers import make_exhibit, make_person, named
from youju.records import writing
from youju.work.education.models import Training


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


MAKERS = {"education.trainings": make_training}
