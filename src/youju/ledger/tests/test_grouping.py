"""How forms are laid out: every field once, what is asked first, what is rarely needed folded away."""

import pytest
from tests.makers import make_person
from tests.makers_relief import make_household, make_warmth_visit

from youju.catalogue import LEDGERS
from youju.ledger.forms import entry_form
from youju.org.access import Access

pytestmark = pytest.mark.django_db


def form_of(code, clerk, place=None, **given):
    return entry_form(LEDGERS[code], Access(clerk))(place=place, **given)


def layout(form) -> dict[str, list[str]]:
    return {group.label: [place.bound.name for place in group.places] for group in form.groups}


def places(form) -> dict:
    return {place.bound.name: place for group in form.groups for place in group.places}


def test_every_field_of_every_ledger_stands_once_and_nothing_required_is_folded(clerk, village):
    for code, ledger in LEDGERS.items():
        form = form_of(code, clerk, village)
        shown = [name for names in layout(form).values() for name in names]
        assert sorted(shown) == sorted(bound.name for bound in form.visible_fields()), code
        folded = [place.bound for group in form.groups if group.folded for place in group.places]
        assert not [bound.name for bound in folded if bound.field.required], code
        declared = [name for names in ledger.groups.values() for name in names]
        assert set(declared) <= set(shown), code
        assert len(declared) == len(set(declared)), code


def test_what_is_required_comes_first(clerk, village):
    form = form_of("merit.contests", clerk, village)
    asked = layout(form)["基本情况"]
    assert asked[:2] == ["organisation", "occurred_on"]
    required = [form.fields[name].required for name in asked]
    assert required == sorted(required, reverse=True)


def test_a_contract_is_grouped_as_its_trade_speaks(clerk, village):
    found = layout(form_of("bargaining.contracts", clerk, village))
    assert list(found) == ["基本情况", "审议", "签订、报送和公布", "合同条款"]
    assert found["审议"] == ["voted_on", "delegates_due", "delegates_present", "votes_for"]


def test_the_end_of_a_register_is_folded_until_it_is_filled_in_or_wrong(clerk, village):
    def ending(form):
        return next(group for group in form.groups if group.label == "结束")

    blank = form_of("organising.members", clerk, village)
    assert ending(blank).folded
    assert [place.bound.name for place in ending(blank).places] == ["until_on", "ended_by"]
    wrong = form_of("organising.members", clerk, village, data={"until_on": "某天"})
    assert not wrong.is_valid()
    assert not ending(wrong).folded
    filled = form_of("organising.members", clerk, village, initial={"until_on": "2025-05-01"})
    assert not ending(filled).folded


def test_a_special_case_that_applies_is_open(clerk, village):
    household = make_household(village, make_person(village, name="单晓丽"))
    visit = make_warmth_visit(village, household, repeat_reason="再次住院")
    (special,) = [
        group for group in form_of("relief.visits", clerk, instance=visit).groups if group.label == "特殊情形"
    ]
    assert not special.folded


def test_units_follow_their_numbers_and_widths_their_content(clerk, village):
    visit = places(form_of("relief.visits", clerk, village))
    assert (visit["amount"].unit, visit["amount"].width) == ("元", "number")
    assert (visit["occurred_on"].unit, visit["occurred_on"].width) == ("", "short")
    file = places(form_of("relief.files", clerk, village))
    assert (file["income"].unit, file["people"].unit) == ("元", "人")
    vote = places(form_of("organising.elections", clerk, village))
    assert (vote["ballots_issued"].unit, vote["present"].unit, vote["chair_votes"].unit) == ("票", "人", "票")
    ballot = places(form_of("workers_home.ballots", clerk, village))
    assert {ballot[name].unit for name in ("issued", "satisfied", "dissatisfied")} == {"票"}
    meeting = places(form_of("institutions.meetings", clerk, village))
    assert (meeting["agenda"].width, meeting["title"].width) == ("wide", "mid")
    assert (meeting["participants"].width, meeting["unnamed"].unit) == ("wide", "人次")


def test_a_year_is_no_quantity_and_a_unit_named_in_the_label_is_not_repeated(clerk, village):
    assert places(form_of("relief.student_aid", clerk, village))["school_year"].width == "short"
    assert places(form_of("relief.living_standards", clerk, village))["amount"].unit == ""
