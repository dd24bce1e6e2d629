"""Each kind of claim says what its set shows, and no more."""

from datetime import date

import pytest
from tests.makers import make_employer, make_membership, make_nil_report, make_organisation, make_person
from tests.makers_democracy import make_congress

from youju.catalogue import INDICATORS
from youju.reports import claims
from youju.reports.wordings import SaysTooMuch

pytestmark = pytest.mark.django_db


def claim(code, scope, form="", wording=""):
    indicator = INDICATORS[code]
    return claims.make(form, wording, indicator, indicator.figure(scope), indicator.evidence(scope))


@pytest.fixture
def joined(village):
    return [make_membership(village, make_person(village, name=f"张{n}")) for n in "一二三四五六七八九十甲乙"]


def test_a_count_prints_value_and_unit(joined, year_2025):
    one = claim("organising.members_joined", year_2025)
    assert (one.kind, one.text, one.silent) == ("count", "12人", False)


def test_an_empty_set_says_nothing(year_2025, village):
    assert claim("organising.members_joined", year_2025).silent


def test_a_rounded_count_keeps_the_writers_wording_within_the_rows(joined, year_2025):
    assert claim("organising.members_joined", year_2025, wording="10多名").text == "10多名"
    with pytest.raises(SaysTooMuch, match="12人"):
        _ = claim("organising.members_joined", year_2025, wording="20多名").text


def test_all_is_said_only_when_every_subject_has_proof(village, township, year_2025):
    make_congress(village)
    assert claim("democracy.congress_rate", year_2025, "all").text == "全部"
    make_organisation(township, name="乙厂工会")
    one = claim("democracy.congress_rate", year_2025, "all")
    assert (one.kind, one.text) == ("all", "除乙厂工会外全部")


def test_many_exceptions_are_given_as_two_numbers(village, township, year_2025):
    make_congress(village)
    for name in ("乙", "丙", "丁", "戊"):
        make_organisation(township, name=f"{name}厂工会")
    assert claim("democracy.congress_rate", year_2025, "all").text == "有1家（应5家）"


def test_a_rate_is_printed_with_one_decimal(village, township, year_2025):
    make_congress(village)
    make_organisation(township, name="乙厂工会")
    make_organisation(township, name="丙厂工会")
    one = claim("democracy.congress_rate", year_2025)
    assert (one.kind, one.text) == ("rate", "33.3%")


def test_nothing_happened_needs_every_units_report(village, township, year_2025):
    other = make_organisation(township, name="乙厂工会")
    make_nil_report(village)
    one = claim("safety.serious_accidents", year_2025, "none")
    assert not one.proven
    assert one.text == "未发生（零报告未齐：乙厂工会1家）"
    make_nil_report(other)
    one = claim("safety.serious_accidents", year_2025, "none")
    assert (one.proven, one.text, one.kind) == (True, "未发生", "nothing")


def test_a_report_that_leaves_days_open_proves_nothing(village, year_2025):
    make_nil_report(village, until_on=date(2025, 12, 30))
    assert not claim("safety.serious_accidents", year_2025, "none").proven


def test_names_are_listed_as_the_documents_do(village, year_2025):
    from tests.makers_organising import make_formation

    make_formation(village)
    assert claim("organising.unions_formed", year_2025, "names").text
    assert "组建" not in claim("organising.unions_formed", year_2025, "names").text


def test_names_stand_in_the_order_of_time(township, year_2025):
    from tests.makers_organising import make_formation

    for name, month in (("三月", 3), ("九月", 9), ("五月", 5)):
        day = date(2025, month, 10)
        union = make_organisation(township, name=f"{name}厂工会", from_on=day)
        make_formation(union, employer=make_employer(township, name=f"{name}厂"), occurred_on=day)
    assert claim("organising.unions_formed", year_2025, "names").text == "三月厂、五月厂和九月厂"
