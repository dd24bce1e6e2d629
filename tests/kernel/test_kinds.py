"""Kinds, rates of sums, and parameters that change within a period."""

from datetime import date

import pytest

from tests.figures import proven
from tests.makers import make_person
from tests.makers_education import make_study, make_training
from tests.makers_relief import make_warmth_visit
from youju.ledger.kinds import kinds
from youju.ledger.ratios import ratio, with_present
from youju.records.parameters import Dated, Parameter
from youju.reports import claims
from youju.work.education.models import Study, Training
from youju.work.relief.models import WarmthVisit


@kinds("test.partners", "联合单位", "个", of="partner")
def partners(scope):
    """几个联合单位。"""
    return WarmthVisit.objects.within(scope)


@kinds("test.rounds", "批次", "次", of=("season", "round"))
def rounds(scope):
    """几个批次。"""
    return WarmthVisit.objects.within(scope)


@kinds("test.levels", "层级", "种", of="level")
def levels(scope):
    """几个层级。"""
    return Training.objects.within(scope)


@ratio("test.present", "出勤率", of="present", base="due")
def present(scope):
    """实到比应到。"""
    return with_present(Study.objects.within(scope))


@pytest.mark.django_db
def test_the_lines_of_kinds_are_words_that_text_can_name(township, year_2025):
    for partner in ("charity", "civil_affairs", "charity", ""):
        make_warmth_visit(township, partner=partner)
    figure, evidence = partners.figure(year_2025), partners.evidence(year_2025)
    assert (figure.value, figure.entries, evidence.total) == (2, 3, 2)
    assert [(line.term, line.contribution, line.subject) for line in evidence.sides[0].lines] == [
        ("慈善协会", 1, None),
        ("民政办", 1, None),
    ]
    assert claims.Names(partners, figure, evidence).text == "慈善协会和民政办"


@pytest.mark.django_db
def test_several_fields_together_make_one_kind(township, year_2025):
    for day in (date(2025, 1, 10), date(2025, 12, 20), date(2025, 12, 21)):
        make_warmth_visit(township, round="new_year", occurred_on=day)
    assert proven(rounds, year_2025) == 2


@pytest.mark.django_db
def test_an_empty_field_is_no_kind(township, year_2025):
    make_training(township)
    assert proven(levels, year_2025) == 0


@pytest.mark.django_db
def test_a_rate_of_sums_weighs_each_entry_by_its_size(township, year_2025):
    assert present.value(year_2025) is None
    assert present.figure(year_2025).missing
    make_study(township, *(make_person(township) for _ in range(9)), due=10)
    make_study(township, due=10)
    found = present.figure(year_2025)
    assert (found.value, found.numerator, found.base, found.entries) == (50, 10, 20, 2)
    assert {line.note for line in present.evidence(year_2025).sides[0].lines} == {"应 10"}


def test_a_parameter_tells_its_values_stretch_by_stretch():
    middle, first = date(2025, 7, 1), date(2025, 1, 1)
    values = (Dated(1), Dated(2, from_on=middle), Dated(9, from_on=date(2025, 3, 1), region="32"))
    cap = Parameter("cap", "上限", values)
    end = date(2025, 12, 31)
    assert list(cap.spans(first, end)) == [(1, first, date(2025, 6, 30)), (2, middle, end)]
    assert list(cap.spans(middle, middle)) == [(2, middle, middle)]
    assert [value for value, _first, _last in cap.spans(first, end, "3203")] == [1, 9]
