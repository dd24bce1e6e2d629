"""The fixed cast of the tests: a county, its town with two unions, and a neighbour town."""

from datetime import date

import pytest

from tests.makers import at_noon, make_organisation, make_post, make_user
from youju.base import periods
from youju.ledger.scope import Scope
from youju.org.access import SystemAccess


@pytest.fixture
def noon():
    """It is the end of 2025, as in the demo."""
    with at_noon():
        yield


@pytest.fixture
def county(db, noon):
    return make_organisation(kind="county", name="某县总工会", code="XIAN", from_on=date(2000, 1, 1))


@pytest.fixture
def township(county):
    return make_organisation(county, kind="town", name="某镇总工会", code="ZHEN", from_on=date(2005, 1, 1))


@pytest.fixture
def village(township):
    """A basic union of the township."""
    return make_organisation(township, name="甲厂工会", code="ZHEN-01")


@pytest.fixture
def neighbour(county):
    return make_organisation(county, kind="township", name="邻乡总工会", code="LIN", from_on=date(2005, 1, 1))


@pytest.fixture
def clerk(township):
    user = make_user("clerk", name="经办人")
    make_post(user, township, "clerk")
    return user


@pytest.fixture
def leader(township):
    user = make_user("leader", name="负责人")
    make_post(user, township, "leader")
    return user


@pytest.fixture
def chair(village):
    user = make_user("chair", name="厂主席")
    make_post(user, village, "chair")
    return user


@pytest.fixture
def auditor(township):
    user = make_user("auditor", name="经审员")
    make_post(user, township, "auditor")
    return user


@pytest.fixture
def county_officer(county):
    user = make_user("county", name="县干部")
    make_post(user, county, "county")
    return user


@pytest.fixture
def outsider(neighbour):
    user = make_user("outsider", name="邻乡经办")
    make_post(user, neighbour, "clerk")
    return user


@pytest.fixture
def year_2025(township):
    return Scope.of(SystemAccess(), township, periods.year(2025))
