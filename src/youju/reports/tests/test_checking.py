"""What a text claims is judged by the ledgers, and never by what merely sounds alike."""

from decimal import Decimal

import pytest
from tests.makers import (
    make_employer,
    make_employment,
    make_membership,
    make_nil_report,
    make_organisation,
    make_person,
)

from youju.catalogue import INDICATORS
from youju.ledger.evidence import Figure
from youju.reports import checking
from youju.reports.checking import check, judged
from youju.reports.reading.claims import Claim

pytestmark = pytest.mark.django_db


@pytest.fixture
def members(village):
    return [make_membership(village, make_person(village, name=f"张{n}")) for n in range(1, 13)]


def verdicts(text, scope):
    return [(one.text, str(one.verdict)) for one in check(text, scope).claims]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("今年新发展会员12人。", "一致"),
        ("今年新发展会员15人。", "不符（差 3）"),
        ("今年新发展会员9人。", "不符（差 3）"),
        ("今年新发展会员10多人。", "一致"),
        ("今年新发展会员20多人。", "表述过头"),
        ("今年新发展会员10人以上。", "一致"),
        ("今年新发展会员超过12人。", "表述过头"),
        ("今年新发展会员近13人。", "一致"),
        ("今年新发展会员十二名。", "一致"),
    ],
)
def test_a_number_is_compared_with_its_ledger(members, year_2025, text, said):
    (only,) = check(text, year_2025).claims
    assert only.code == "organising.members_joined"
    assert str(only.verdict) == said
    assert only.ledger_value == 12


def test_an_empty_ledger_is_not_a_zero(year_2025, township):
    assert verdicts("帮扶慰问困难家庭36户。", year_2025) == [("36户", "无台账")]


def test_what_no_indicator_counts_cannot_be_checked(year_2025, township):
    (only,) = check("全镇种植果树3000棵。", year_2025).claims
    assert (only.verdict.word, only.code, only.ledger_value) == ("不可核", "", None)


def test_what_was_added_is_not_taken_for_the_stock(township, year_2025):
    text = "新组建甲厂、乙厂等四家基层企业工会。"
    assert [one.code for one in check(text, year_2025).claims] != ["organising.enterprise_unions"]


def test_the_place_in_the_text_is_kept(members, year_2025):
    text = "一、队伍\n今年新发展会员12人。"
    (only,) = check(text, year_2025).claims
    assert text[only.start : only.end] == only.text == "12人"


def test_all_is_too_much_while_one_is_missing(township, year_2025):
    from tests.makers_democracy import make_congress

    first = make_organisation(township, name="乙厂工会")
    second = make_organisation(township, name="丙厂工会")
    text = "各基层工会全部建立了职工代表大会制度。"
    assert verdicts(text, year_2025) == [(text[:-1], "无台账")]
    make_congress(first)
    (only,) = check(text, year_2025).claims
    assert (str(only.verdict), only.verdict.note) == ("表述过头", "台账为 1 / 2")
    make_congress(second)
    assert verdicts(text, year_2025) == [(text[:-1], "一致")]


def test_nothing_happened_needs_the_nil_reports_of_every_unit(village, township, year_2025):
    text = "全年未发生重特大安全生产事故。"
    (only,) = check(text, year_2025).claims
    assert only.verdict.word == "无台账"
    assert "甲厂工会" in only.verdict.note
    make_nil_report(village)
    assert [one.verdict.word for one in check(text, year_2025).claims] == ["一致"]


def test_faults_of_the_text_are_found_without_any_record(township, year_2025):
    found = check("一是抓学习。二是抓培训。四是抓宣传。新建工会四家家。", year_2025).faults
    assert [fault.kind for fault in found if "家" in fault.message] == ["doubled"]
    assert len(found) == 2


def test_a_stock_is_read_on_the_last_day(village, year_2025):
    firm = make_employer(village, union=village)
    make_employment(make_person(village), firm)
    assert verdicts("现有职工1人。", year_2025) == [("1人", "一致")]


def figure(value, unit="人", numerator=None, base=None):
    return Figure("x", "x", unit, value, numerator, base, 1, 0, "2025年", None)


def claim(text, value, unit, comparator="=", high=None):
    return Claim(
        0, len(text), text, Decimal(value), high and Decimal(high), comparator, unit, "count", "x", 1.0
    )


@pytest.mark.parametrize(
    ("written", "exact", "said"),
    [
        (claim("95%", 95, "%"), Decimal("95.46"), "一致"),
        (claim("95.5%", "95.5", "%"), Decimal("95.46"), "一致"),
        (claim("96%", 96, "%"), Decimal("95.96"), "不符（差 0）"),
        (claim("90%", 90, "%"), Decimal(94), "不符（差 4）"),
        (claim("95%以上", 95, "%", ">="), Decimal("94.99"), "表述过头"),
        (claim("95%以上", 95, "%", ">="), Decimal(95), "一致"),
    ],
)
def test_rates_are_compared_unrounded(written, exact, said):
    rate = INDICATORS["democracy.congress_rate"]
    assert str(judged(written, rate, figure(exact, "%"))) == said


@pytest.mark.parametrize(
    ("written", "exact", "said"),
    [
        (claim("1.5万元", 15000, "元"), Decimal("15234.50"), "一致"),
        (claim("1.6万元", 16000, "元"), Decimal("15984.50"), "不符（差 15.5）"),
        (claim("2万元", 20000, "元"), Decimal(29000), "不符（差 9000）"),
    ],
)
def test_sums_may_be_cut_and_not_rounded_up(written, exact, said):
    money = next(one for one in INDICATORS.values() if one.unit == "元")
    assert str(judged(written, money, figure(exact, "元"))) == said


def test_persons_and_attendances_are_never_compared():
    persons = INDICATORS["organising.members_joined"]
    found = judged(claim("12人次", 12, "人次"), persons, figure(12))
    assert (found.word, found.note) == ("不可核", "台账按“人”统计")
    assert checking.judged(claim("12名", 12, "人"), persons, figure(12)).word == "一致"


@pytest.mark.parametrize(("exact", "said"), [(35, "一致"), (29, "不符（差 1）"), (44, "不符（差 4）")])
def test_a_range_holds_what_lies_in_it(exact, said):
    persons = INDICATORS["organising.members_joined"]
    assert str(judged(claim("30至40人", 30, "人", high=40), persons, figure(exact))) == said


@pytest.mark.parametrize(
    ("text", "value", "exact", "said"),
    [
        ("120多人", 120, 122, "一致"),
        ("122多人", 122, 122, "表述过头"),
        ("120多人", 120, 131, "不符（差 11）"),
        ("近130人", 130, 122, "一致"),
        ("近130人", 130, 131, "不符（差 1）"),
        ("约120人", 120, 122, "一致"),
        ("约150人", 150, 122, "表述过头"),
    ],
)
def test_rounded_wordings_say_no_more_than_the_records(text, value, exact, said):
    persons = INDICATORS["organising.members_joined"]
    assert str(judged(claim(text, value, "人", "~"), persons, figure(exact))) == said
