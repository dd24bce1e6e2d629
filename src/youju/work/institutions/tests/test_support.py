"""What came from above, Party-building, and surveys."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from tests.figures import offenders, proven
from tests.makers_institutions import make_order, make_party_link, make_survey, make_upper

from youju.records import writing
from youju.work.institutions import rules
from youju.work.institutions.indicators import support

pytestmark = pytest.mark.django_db


def test_two_bodies_lead_however_often_they_come(township, neighbour, year_2025):
    for _time in range(3):
        make_upper(township)
    make_upper(township, body="party", kind="studied", item="专题研究工会工作")
    make_upper(township, body="other")
    make_upper(neighbour, body="party")
    assert proven(support.leading_bodies, year_2025) == 2
    assert proven(support.guided, year_2025) == 4
    assert proven(support.studied, year_2025) == 1


def test_support_says_in_what_it_consisted(township, year_2025):
    with pytest.raises(ValidationError) as refused:
        make_upper(township, kind="supported")
    assert list(refused.value.message_dict) == ["means"]
    make_upper(township, kind="supported", means="money", amount=5000)
    make_upper(township, kind="supported", means="policy", body="party")
    assert proven(support.supported, year_2025) == 2
    assert proven(support.county_supported, year_2025) == 1


def test_an_order_is_closed_by_its_last_day_or_late(township, year_2025):
    due = date(2025, 6, 30)
    make_order(township, done_on=due)
    make_order(township, done_on=date(2025, 7, 1))
    open_ = make_order(township)
    make_order(township, body="party", done_on=due)
    make_order(township, due_on=date(2026, 1, 31))
    assert proven(support.county_orders_rate, year_2025) == Decimal(100) / 3
    assert offenders(rules.order_overdue, year_2025) == {open_}


def test_an_order_has_a_day_by_which_it_is_due(township):
    with pytest.raises(ValidationError) as refused:
        make_order(township, due_on=None)
    assert list(refused.value.message_dict) == ["due_on"]


def test_safety_orders_count_when_done(township, year_2025):
    make_order(township, served_line="safety", done_on=date(2025, 6, 1))
    make_order(township, served_line="safety")
    make_order(township, served_line="relief", done_on=date(2025, 6, 1))
    assert proven(support.safety_orders_done, year_2025) == 1


def test_union_work_within_party_work_is_counted_by_union(township, year_2025):
    first, second = make_party_link(township), make_party_link(township)
    assert proven(support.within_party_work, year_2025) == 1
    for record in (first, second):
        writing.void(record, by=None, reason="误登")
    assert proven(support.within_party_work, year_2025) == 0


def test_a_joint_deployment_names_its_partners(township, year_2025):
    with pytest.raises(ValidationError) as refused:
        make_party_link(township, kind="joint")
    assert list(refused.value.message_dict) == ["partners"]
    make_party_link(township, kind="joint", partners="共青团、妇联")
    assert proven(support.joint_deployments, year_2025) == 1


def test_surveys_are_counted_by_line(township, year_2025):
    make_survey(township)
    make_survey(township, theme="石英行业专项合同", line="bargaining", for_whom="upper")
    make_survey(township, occurred_on=date(2024, 12, 31))
    safety, bargaining = support.SURVEYS_OF
    assert proven(support.surveys, year_2025) == 2
    assert proven(safety, year_2025) == 1
    assert proven(bargaining, year_2025) == 1
