"""The pictures show every page there is."""

import re

import pytest
from django.urls import NoReverseMatch, resolve, reverse

from tests.conformance.policy import POLICY
from tests.pictures import README, SHOTS, gallery

# Pages without arguments that are no pictures: parts of other pages, acts, and what has no frame of ours.
UNSEEN = {
    "health",
    "here",
    "notices-number",
    "notices-due",
    "home-due",
    "logout",
    "place",
    "people-suggest",
    "search-entries",
    "search-tail",
    "report-draft-choice",
}


def path(shot):
    return shot.address.partition("?")[0]


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_a_picture_is_of_a_page_that_exists(shot):
    assert resolve(path(shot)).url_name in POLICY
    re.compile(shot.follow)


def test_each_picture_has_its_own_name_and_stands_in_the_gallery():
    names = [shot.name for shot in SHOTS]
    assert len(names) == len(set(names))
    assert set(README) <= set(names)
    assert gallery(list(SHOTS)).count("<img") == 4 * len(SHOTS)


def test_every_page_that_needs_no_argument_is_pictured():
    shown = {resolve(path(shot)).url_name for shot in SHOTS}
    pages = {name for name, row in POLICY.items() if row.get and stands_alone(name)}
    assert pages - shown - UNSEEN == set()


def stands_alone(name):
    try:
        return bool(reverse(name))
    except NoReverseMatch:
        return False
