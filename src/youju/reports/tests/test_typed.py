"""Figures typed by hand are found, compared with what they may speak of, and tied to it by one choice."""

from datetime import date

import pytest
from tests.makers import make_membership, make_person

from youju.base import periods
from youju.ledger.scope import Scope
from youju.org.access import SystemAccess
from youju.reports import checking, typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def members(village):
    for n in range(24):
        make_membership(village, make_person(village, name=f"张{n}"), from_on=date(2025, 3, 1))


@pytest.fixture
def scope(township):
    return Scope.of(SystemAccess(), township, periods.year(2025))


def texts(text):
    return [one.text for one in typed.figures(text)]


def proposed(scope, text, heading=""):
    figure = typed.figures(text)[0]
    return typed.proposals(scope, text, figure, heading)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("走访企业320家。", ["320家"]),
        ("慰问三十二户，发放１２．５万元。", ["三十二户", "１２．５万元"]),
        ("新发展会员{organising.members_joined}，走访企业320家。", ["320家"]),
        ("帮扶{relief.households_helped|120多户}困难家庭。", []),
        ("3月5日召开第二次会议，明年计划走访320家。", []),
        ("25人以上的企业。", []),
    ],
)
def test_only_facts_without_a_quotation_are_typed_figures(text, found):
    assert texts(text) == found


def test_places_are_those_of_the_text_with_its_quotations():
    text = "年末会员{organising.members}，走访企业320家。"
    one = typed.figures(text)[0]
    assert text[one.start : one.end] == "320家"


def test_a_figure_of_a_later_sentence_is_found_by_its_place_in_the_passage():
    text = "开展走访。走访企业320家；慰问32户。"
    start = text.index("32户")
    assert typed.figure_at(text, start, start + 3).text == "32户"
    assert typed.figure_at(text, start, start + 2) is None


def test_the_indicator_that_agrees_is_proposed_first_and_keeps_the_wording(scope, members):
    exact = proposed(scope, "全年新发展会员24人。")[0]
    assert (exact.indicator.code, exact.slot) == ("organising.members_joined", "{organising.members_joined}")
    assert str(exact.verdict) == checking.AGREES
    rounded = proposed(scope, "全年新发展会员20多人。")[0]
    assert (rounded.slot, rounded.reads) == ("{organising.members_joined|20多人}", "20多人")


def test_a_mismatch_says_by_how_much_and_offers_the_recorded_value(scope, members):
    found = {one.indicator.code: one for one in proposed(scope, "全年新发展会员31人。")}
    one = found["organising.members_joined"]
    assert (str(one.verdict), one.reads, one.slot) == ("不符（差 7）", "24人", "{organising.members_joined}")


def test_what_has_no_records_is_named_and_cannot_be_chosen(scope):
    one = next(
        one for one in proposed(scope, "慰问困难职工家庭32户。") if one.indicator.code.startswith("relief.")
    )
    assert (one.slot, str(one.verdict)) == ("", checking.NO_LEDGER)


def test_the_heading_above_helps_to_understand_a_bare_sentence(scope, members):
    codes = [one.indicator.code for one in proposed(scope, "新发展24人。", heading="工会会员发展")]
    assert codes[0] == "organising.members_joined"


def test_the_quotation_takes_the_place_of_the_figure():
    text = "走访。新发展会员24人，走访企业320家。"
    figure = typed.figure_at(text, 8, 11)
    assert typed.bound(text, figure, "{organising.members_joined}") == (
        "走访。新发展会员{organising.members_joined}，走访企业320家。"
    )
