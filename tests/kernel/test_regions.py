"""What a province has set for itself holds there, and is shown with its own source."""

from datetime import date

import pytest
from django.urls import reverse

from tests.makers import make_employer, make_employment, make_organisation, make_person, make_post, make_user
from youju.base import periods
from youju.catalogue import RULES
from youju.desk.tests.signing_in import sign_in
from youju.ledger.scope import Scope
from youju.org.access import SystemAccess
from youju.work.organising.parameters import UNION_WITHIN_MONTHS

pytestmark = pytest.mark.django_db


@pytest.fixture
def shanghai(noon, db):
    county = make_organisation(kind="county", name="某区总工会", code="QU", region="310115")
    return make_organisation(county, kind="town", name="某镇总工会", code="HU")


def scope_of(town):
    return Scope.of(SystemAccess(), town, periods.year(2025))


def test_a_parameter_is_the_one_of_the_region(shanghai, township):
    assert UNION_WITHIN_MONTHS.at(scope_of(shanghai)) == 6
    assert UNION_WITHIN_MONTHS.at(scope_of(township)) == 12


def test_an_employer_opened_eight_months_ago_is_late_in_shanghai_only(shanghai, township):
    for town in (shanghai, township):
        firm = make_employer(town, name="新厂", from_on=date(2025, 4, 1))
        make_employment(make_person(town), firm, from_on=date(2025, 4, 1))
    rule = next(rule for rule in RULES.values() if rule.parameter is UNION_WITHIN_MONTHS)
    assert [rule.offenders(scope_of(town)).count() for town in (shanghai, township)] == [1, 0]


def test_the_page_of_the_rule_names_the_local_source(client, shanghai):
    user = make_user("hu", name="经办人")
    make_post(user, shanghai, "clerk")
    rule = next(rule for rule in RULES.values() if rule.parameter is UNION_WITHIN_MONTHS)
    page = sign_in(client, user).get(reverse("attention", args=[rule.code])).content.decode()
    assert "本地执行：《上海市工会条例》（地方规定）" in page
