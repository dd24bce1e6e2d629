"""A wording may never say more than the rows."""

from decimal import Decimal

import pytest

from youju.reports.wordings import SaysTooMuch, check, parse

HOLDS = [
    ("120多名", 126, "人"),
    ("120多名", 121, "人"),
    ("120多名", 129, "人"),
    ("120余人", 125, "人"),
    ("四十多人次", 43, "人次"),
    ("40多人次", 43, "人次"),
    ("95%以上", Decimal("95.46875"), "%"),
    ("95%以上", 95, "%"),
    ("超过300人", 320, "人"),
    ("近千人", 950, "人"),
    ("近千人", 900, "人"),
    ("约320人", 330, "人"),
    ("320人左右", 305, "人"),
    ("320人", 320, "人"),
    ("18个", 18, "家"),
    ("1200多人", 1299, "人"),
    ("1.2万多元", 12050, "元"),
    ("不少于5家", 5, "家"),
]
TOO_MUCH = [
    ("122多人", 122, "人"),
    ("122多人", 125, "人"),
    ("120多名", 120, "人"),
    ("120多名", 130, "人"),
    ("95%以上", Decimal("94.99"), "%"),
    ("超过320人", 320, "人"),
    ("近千人", 1000, "人"),
    ("近千人", 899, "人"),
    ("约320人", 337, "人"),
    ("320人", 319, "人"),
]


@pytest.mark.parametrize(("wording", "exact", "unit"), HOLDS)
def test_a_wording_within_the_records_is_accepted(wording, exact, unit):
    check(wording, Decimal(exact), unit, str(exact))


@pytest.mark.parametrize(("wording", "exact", "unit"), TOO_MUCH)
def test_a_wording_beyond_the_records_is_refused_with_both_numbers(wording, exact, unit):
    with pytest.raises(SaysTooMuch, match=str(exact)):
        check(wording, Decimal(exact), unit, str(exact))


def test_persons_and_attendances_are_never_mixed():
    with pytest.raises(SaysTooMuch, match="不能混用"):
        check("646人", Decimal(646), "人次", "646人次")
    with pytest.raises(SaysTooMuch, match="不能混用"):
        check("320人次", Decimal(320), "人", "320人")


def test_what_is_no_wording_is_said_so():
    with pytest.raises(ValueError, match="看不懂"):
        parse("很多很多")
