"""Confirmed classes with those who sat in them."""

from datetime import date

from tests.makers import make_exhibit, named
from youju.records import writing
from youju.work.education.models import Training


def make_training(organisation, *people, **values):
    """A class of persons or plain names; a head-count gets the sign-in sheet it needs."""
    given = {"occurred_on": date(2025, 6, 10), "title": "安全生产知识培训", "topic": "safety"}
    given |= {"audience": "workers"} | values
    training = Training(organisation=organisation, **given)
    writing.enter(training, by=None, children=named(*people))
    if training.unnamed:
        make_exhibit(training, "sign_in")
    return writing.confirm(training, by=None)


MAKERS = {"education.trainings": make_training}
