"""The fixed cast of the tests: a county, its town with two unions, and a neighbour town."""

from datetime import date

import pytest

from tests import stage
from tests.makers import at_noon, make_organisation, make_post, make_user
from youju.base import periods
from youju.ledger.scope import Scope
from youju.org.access import SystemAccess


@pytest.fixture
def noon():
    """It is the end of 2025, as in the demo."""
    with at_noon():
        yield


def unit(part, parent, **facts):
    return stage.enter(part, lambda: make_organisation(parent, **facts))


def officer(login_name, name, place, role):
    def make():
        user = make_user(login_name, name=name)
        make_post(user, place, role)
        return user

    return stage.enter(login_name, make)


@pytest.fixture
def county(db, noon):
    return unit("county", None, kind="county", name="某县总工会", code="XIAN", from_on=date(2000, 1, 1))


@pytest.fixture
def township(county):
    return unit("township", county, kind="town", name="某镇总工会", code="ZHEN", from_on=date(2005, 1, 1))


@pytest.fixture
def village(township):
    """A basic union of the township."""
    return unit("village", township, name="甲厂工会", code="ZHEN-01")


@pytest.fixture
def neighbour(county):
    return unit("neighbour", county, kind="township", name="邻乡总工会", code="LIN", from_on=date(2005, 1, 1))


@pytest.fixture
def clerk(township):
    return officer("clerk", "经办人", township, "clerk")


@pytest.fixture
def leader(township):
    return officer("leader", "负责人", township, "leader")


@pytest.fixture
def chair(village):
    return officer("chair", "厂主席", village, "chair")


@pytest.fixture
def auditor(township):
    return officer("auditor", "经审员", township, "auditor")


@pytest.fixture
def county_officer(county):
    return officer("county", "县干部", county, "county")


@pytest.fixture
def outsider(neighbour):
    return officer("outsider", "邻乡经办", neighbour, "clerk")


@pytest.fixture
def year_2025(township):
    return Scope.of(SystemAccess(), township, periods.year(2025))
