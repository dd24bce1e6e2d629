"""Records of culture and sport, confirmed, with dull defaults."""

from datetime import date

from tests.makers import confirmed, make_person
from youju.work.culture.models import Activity, Talent, Work

MAY = date(2025, 5, 1)


def make_activity(organisation, *, children=(), **values):
    given = {"occurred_on": MAY, "name": "庆五一职工篮球赛", "kind": "sport", "event": "basketball"} | values
    return confirmed(Activity(organisation=organisation, **given), children=children)


def make_talent(organisation, person=None, **values):
    given = {"from_on": MAY, "kind": "sport", "specialty": "篮球"} | values
    return confirmed(Talent(organisation=organisation, person=person or make_person(organisation), **given))


def make_work(organisation, **values):
    given = {"occurred_on": MAY, "title": "教师之歌", "genre": "music", "authors": "中学教师"} | values
    return confirmed(Work(organisation=organisation, **given))


MAKERS = {
    "culture.activities": make_activity,
    "culture.talents": make_talent,
    "culture.works": make_work,
}
