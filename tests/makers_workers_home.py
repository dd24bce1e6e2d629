"""Records of workers' homes, confirmed, with dull defaults."""

from datetime import date
from decimal import Decimal
from itertools import count

from tests.makers import confirmed, make_employer
from youju.work.workers_home.drawing import draw
from youju.work.workers_home.models import (
    CheckScore,
    Facility,
    Home,
    HomeItem,
    HomeStandard,
    Pilot,
    Sample,
    SampledUnit,
    SatisfactionBallot,
    SelfCheck,
    SpotCheck,
)

NOVEMBER = date(2025, 11, 20)
DECEMBER = date(2025, 12, 10)
_serial = count(1)


def make_home(organisation, **values):
    return confirmed(Home(organisation=organisation, **{"from_on": date(2025, 3, 1)} | values))


def make_standard(organisation, **values):
    given = {"name": "职工之家标准", "version": "2025年版", "from_on": date(2025, 1, 1)} | values
    return confirmed(HomeStandard(organisation=organisation, **given))


def _another_standard(organisation):
    return make_standard(organisation, name=f"建家标准{next(_serial)}")


def make_item(organisation, standard=None, **values):
    given = {"order": 1, "dimension": "组织建设", "content": "班子健全", "marks": Decimal(10)} | values
    standard = standard or _another_standard(organisation)
    return confirmed(HomeItem(organisation=organisation, standard=standard, **given))


def scores(**marks) -> list[CheckScore]:
    """Marks for items: `scores(**{str(item.pk): 8})`."""
    return [CheckScore(item_id=key, score=Decimal(value)) for key, value in marks.items()]


def make_self_check(organisation, standard=None, *, children=(), **values):
    given = {"occurred_on": NOVEMBER, "checked_by": "王主席"} | values
    standard = standard or _another_standard(organisation)
    return confirmed(SelfCheck(organisation=organisation, standard=standard, **given), children=children)


def make_sample(organisation, standard=None, *, units=(), **values):
    given = {"occurred_on": date(2025, 12, 1), "percent": 30, "seed": "20251201"} | values
    standard = standard or _another_standard(organisation)
    drawn = [SampledUnit(unit=unit) for unit in draw(units, given["seed"], given["percent"])]
    return confirmed(Sample(organisation=organisation, standard=standard, **given), children=drawn)


def make_spot_check(organisation, standard=None, *, children=(), **values):
    given = {"occurred_on": DECEMBER, "checkers": "张三、李四"} | values
    standard = standard or _another_standard(organisation)
    return confirmed(SpotCheck(organisation=organisation, standard=standard, **given), children=children)


def make_ballot(organisation, **values):
    given = {"occurred_on": DECEMBER, "group": "workers", "issued": 141, "returned": 137}
    given |= {"satisfied": 127, "basically": 10, "dissatisfied": 0} | values
    return confirmed(SatisfactionBallot(organisation=organisation, **given))


def make_facility(organisation, **values):
    given = {"kind": "table_tennis", "source": "union", "from_on": date(2025, 4, 1)} | values
    return confirmed(Facility(organisation=organisation, **given))


def make_pilot(organisation, employer=None, **values):
    given = {"kind": "home", "from_on": date(2025, 4, 1)} | values
    employer = employer or make_employer(organisation, name="兰天车轮")
    return confirmed(Pilot(organisation=organisation, employer=employer, **given))


MAKERS = {
    "workers_home.homes": make_home,
    "workers_home.standards": make_standard,
    "workers_home.items": make_item,
    "workers_home.self_checks": make_self_check,
    "workers_home.samples": make_sample,
    "workers_home.spot_checks": make_spot_check,
    "workers_home.ballots": make_ballot,
    "workers_home.facilities": make_facility,
    "workers_home.pilots": make_pilot,
}
