"""Checks that many ledgers share; a form that lacks a value gets no second complaint."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError

from tests.makers import make_employer, make_membership, make_nil_report, make_organisation
from youju.ledger.zeros import silent_units
from youju.people.models import Coverage, Membership
from youju.records import checks, writing
from youju.records.models import NilReport


class Row(SimpleNamespace):
    """Stands in for a record: values and the Chinese names of its fields."""

    names = {"part": "女会员", "whole": "会员"}
    _meta = SimpleNamespace(get_field=lambda name: SimpleNamespace(verbose_name=Row.names[name]))


def refusal(check, *args) -> dict:
    with pytest.raises(ValidationError) as refused:
        check(*args)
    return refused.value.message_dict


def test_a_part_is_at_most_its_whole():
    checks.not_more(Row(part=3, whole=3), "part", "whole")
    assert refusal(checks.not_more, Row(part=4, whole=3), "part", "whole") == {
        "part": ["女会员不能多于会员，请核对。"]
    }


def test_what_follows_comes_no_earlier():
    checks.not_before(Row(part=date(2025, 1, 1), whole=date(2025, 1, 1)), "part", "whole")
    early = Row(part=date(2024, 12, 31), whole=date(2025, 1, 1))
    assert refusal(checks.not_before, early, "part", "whole") == {"part": ["女会员不能早于会员，请核对。"]}


def test_a_day_done_is_today_or_earlier(noon):
    checks.not_in_future(Row(part=date(2025, 12, 31)), "part")
    assert "part" in refusal(checks.not_in_future, Row(part=date(2026, 1, 1)), "part")


@pytest.mark.parametrize("check", [checks.not_more, checks.not_before])
def test_a_missing_value_is_not_complained_about_twice(check):
    check(Row(part=None, whole=3), "part", "whole")
    check(Row(part=3, whole=None), "part", "whole")


def test_rows_that_meet_are_refused_and_rows_that_touch_are_not(township, village):
    employer = make_employer(township, union=village)
    row = Coverage(organisation=village, employer=employer, from_on=date(2025, 1, 1))
    message = "已覆盖"
    with pytest.raises(ValidationError, match=message):
        checks.alone(row, "organisation", "employer", message=message)
    held = Coverage.objects.everywhere("test").get()
    writing.end(held, on=date(2024, 12, 31), by=None)
    checks.alone(row, "organisation", "employer", message=message)
    checks.alone(Coverage(from_on=None), "organisation", "employer", message=message)


def test_a_row_ends_in_the_period_of_its_first_day_without_it(village, year_2025):
    for last in (date(2024, 12, 30), date(2024, 12, 31), date(2025, 12, 30), date(2025, 12, 31)):
        row = make_membership(village, from_on=date(2020, 1, 1))
        writing.end(row, on=last, by=None, ended_by="left")
    ended = Membership.objects.ended(year_2025).values_list("until_on", flat=True)
    assert sorted(ended) == [date(2024, 12, 31), date(2025, 12, 30)]


def test_units_with_open_days_are_silent(township, village, year_2025):
    other = make_organisation(township, name="乙厂工会")
    make_nil_report(village)
    make_nil_report(other, until_on=date(2025, 12, 30))
    assert list(silent_units(year_2025, NilReport.Kind.ACCIDENT)) == [other]
