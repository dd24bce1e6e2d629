"""Boards and catalogues, ideas, boxes, voices, dialogues."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from tests.figures import offenders, proven, side
from tests.makers import make_organisation, make_person, named
from tests.makers_democracy import (
    make_board,
    make_box,
    make_catalogue_item,
    make_dialogue,
    make_disclosure,
    make_drive,
    make_opening,
    make_suggestion,
    make_voice,
)

from youju.base import periods
from youju.ledger.scope import Scope
from youju.org.access import SystemAccess
from youju.records import writing
from youju.work.democracy.indicators import affairs
from youju.work.democracy.rules import affairs as rules

pytestmark = pytest.mark.django_db
APRIL = date(2025, 4, 1)
ADOPTED = {"verdict": "adopted", "reviewed_on": APRIL}


def on(day, organisation):
    return Scope.of(SystemAccess(), organisation, periods.year(2025), day)


def test_units_that_make_known_count_once_by_kind(township, village, neighbour, year_2025):
    make_disclosure(village)
    make_disclosure(village, kind="office")
    make_disclosure(make_organisation(township, name="乙厂工会"), occurred_on=date(2024, 12, 31))
    make_disclosure(make_organisation(neighbour, name="邻厂工会"))
    assert proven(affairs.open_units, year_2025) == 1
    assert proven(affairs.office_open_units, year_2025) == 1
    assert proven(affairs.disclosures, year_2025) == 2


@pytest.mark.parametrize(("make", "indicator"), [(make_board, affairs.boards), (make_box, affairs.boxes)])
def test_what_hangs_on_the_day_counts(village, neighbour, year_2025, make, indicator):
    make(village, until_on=date(2025, 12, 31))
    make(village, until_on=date(2025, 12, 30))
    make(make_organisation(neighbour, name="邻厂工会"))
    first = make(village, place="大门")
    with pytest.raises(ValidationError) as refused:
        make(village, place="大门")
    assert list(refused.value.message_dict) == ["place"]
    assert proven(indicator, year_2025) == 2
    writing.void(first, by=None, reason="误登")
    assert proven(indicator, year_2025) == 1


@pytest.mark.parametrize(
    ("make", "key", "rule"),
    [
        pytest.param(make_board, "board", rules.board_overdue, marks=pytest.mark.provokes("DM-21")),
        pytest.param(
            make_catalogue_item,
            "catalogue_item",
            rules.catalogue_overdue,
            marks=pytest.mark.provokes("DM-18"),
        ),
    ],
)
def test_a_board_and_a_catalogue_are_renewed_in_their_rhythm(township, village, make, key, rule):
    held = make(village, rhythm="month")
    assert offenders(rule, on(date(2025, 4, 16), township)) == set()
    assert offenders(rule, on(date(2025, 4, 17), township)) == {held}
    make_disclosure(village, occurred_on=APRIL, **{key: held})
    assert offenders(rule, on(date(2025, 4, 17), township)) == set()
    assert offenders(rule, on(date(2025, 5, 17), township)) == {held}
    with pytest.raises(ValidationError) as refused:
        make_disclosure(make_organisation(township, name="乙厂工会"), **{key: held})
    assert list(refused.value.message_dict) == [key]


def test_a_board_gives_its_place(village):
    board = make_board(village, place="大门内")
    assert make_disclosure(village, board=board, place="").place == "大门内"


def test_a_drive_counts_once_whatever_it_brings(village, neighbour, year_2025):
    drive = make_drive(village)
    person = make_person(village)
    for given in ({"person": person}, {"person": person}, {"name": "三班"}):
        make_suggestion(village, drive=drive, **given)
    make_drive(village, occurred_on=date(2024, 12, 31))
    make_suggestion(make_organisation(neighbour, name="邻厂工会"))
    assert proven(affairs.drives, year_2025) == 1
    assert proven(affairs.suggestions, year_2025) == 3
    assert proven(affairs.suggesters, year_2025) == 1


def test_ideas_are_adopted_carried_out_and_worth_money(village, year_2025):
    done = {"carried_out_on": date(2025, 6, 1), "benefit": Decimal("2400.50")}
    adopted = make_suggestion(village, **ADOPTED)
    make_suggestion(village, **ADOPTED, **done)
    make_suggestion(village, verdict="declined", reviewed_on=APRIL, review_note="成本高")
    make_suggestion(village)
    assert proven(affairs.suggestions_adopted, year_2025) == 2
    assert proven(affairs.adoption_rate, year_2025) == 50
    assert proven(affairs.carried_out_rate, year_2025) == 50
    assert side(affairs.carried_out_rate, year_2025, "gap") == {adopted}
    assert proven(affairs.benefit, year_2025) == Decimal("2400.50")
    assert proven(affairs.suggestions_adopted, on(date(2025, 3, 31), village)) == 0


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("reviewed_on", {"verdict": "adopted"}),
        ("reviewed_on", {"reviewed_on": APRIL}),
        ("review_note", {"verdict": "declined", "reviewed_on": APRIL}),
        ("carried_out_on", {"carried_out_on": APRIL}),
        ("benefit", {**ADOPTED, "benefit": Decimal(1)}),
        ("name", {"name": ""}),
    ],
)
def test_ideas_that_cannot_be_are_refused(village, field, values):
    with pytest.raises(ValidationError) as refused:
        make_suggestion(village, **values)
    assert list(refused.value.message_dict) == [field]


def test_ideas_wait_neither_for_review_nor_for_the_workshop(village):
    waiting = make_suggestion(village)
    planned = make_suggestion(village, due_on=date(2025, 6, 30), **ADOPTED)
    assert offenders(rules.suggestion_unreviewed, on(date(2025, 4, 30), village)) == set()
    assert offenders(rules.suggestion_unreviewed, on(date(2025, 5, 1), village)) == {waiting}
    assert offenders(rules.suggestion_not_carried_out, on(date(2025, 6, 30), village)) == set()
    assert offenders(rules.suggestion_not_carried_out, on(date(2025, 7, 1), village)) == {planned}


def test_voices_are_done_when_answered(village, neighbour, year_2025):
    make_voice(village, answer="已修", answered_on=APRIL, told_on=APRIL)
    make_voice(village, anonymous=True, name="")
    make_voice(village, occurred_on=date(2024, 12, 31), answer="已修", answered_on=APRIL)
    make_voice(make_organisation(neighbour, name="邻厂工会"))
    assert proven(affairs.voices, year_2025) == 2
    assert proven(affairs.voices_done, year_2025) == 1
    assert proven(affairs.voices_done_rate, year_2025) == 50


@pytest.mark.provokes("DM-20")
def test_a_voice_is_answered_and_told_back(village):
    agreed = make_voice(village, due_on=date(2025, 3, 10))
    untold = make_voice(village, answer="已修", answered_on=APRIL)
    make_voice(village, anonymous=True, name="", answer="已修", answered_on=APRIL)
    plain = make_voice(village)
    assert offenders(rules.voice_overdue, on(date(2025, 3, 31), village)) == {agreed}
    assert offenders(rules.voice_overdue, on(APRIL, village)) == {agreed, plain}
    assert offenders(rules.voice_not_told, on(APRIL, village)) == {untold}


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("anonymous", {"anonymous": True}),
        ("name", {"name": ""}),
        ("answer", {"answered_on": APRIL}),
        ("answered_on", {"told_on": APRIL}),
        ("assigned_on", {"assigned_on": date(2025, 2, 28)}),
    ],
)
def test_voices_that_cannot_be_are_refused(village, field, values):
    with pytest.raises(ValidationError) as refused:
        make_voice(village, **values)
    assert list(refused.value.message_dict) == [field]


def test_a_name_is_shown_masked_and_an_anonymous_voice_as_such(village):
    assert "周工" not in str(make_voice(village))
    assert "匿名" in str(make_voice(village, anonymous=True, name=""))


def test_a_box_is_opened_by_two_every_month(township, village):
    box = make_box(village)
    assert offenders(rules.box_not_opened, on(APRIL, village)) == set()
    assert offenders(rules.box_not_opened, on(date(2025, 4, 2), village)) == {box}
    make_opening(village, box=box, occurred_on=date(2025, 4, 2))
    assert offenders(rules.box_not_opened, on(date(2025, 4, 2), village)) == set()
    for values, field in (({"openers": "李主席"}, "openers"), ({"box": box}, "box")):
        with pytest.raises(ValidationError) as refused:
            make_opening(make_organisation(township, name=f"{field}工会"), **values)
        assert list(refused.value.message_dict) == [field]


def test_dialogues_count_and_promises_are_kept(village, neighbour, year_2025):
    person = make_person(village)
    open_ = make_dialogue(village, children=named(person, "某工"), due_on=date(2025, 6, 30))
    make_dialogue(village, due_on=date(2025, 6, 30), kept_promise_on=APRIL)
    make_dialogue(make_organisation(neighbour, name="邻厂工会"))
    assert proven(affairs.dialogues, year_2025) == 2
    assert proven(affairs.dialogue_attendances, year_2025) == 2
    assert offenders(rules.promise_overdue, on(date(2025, 6, 30), village)) == set()
    assert offenders(rules.promise_overdue, year_2025) == {open_}
    with pytest.raises(ValidationError) as refused:
        make_dialogue(village, due_on=date(2025, 2, 28))
    assert list(refused.value.message_dict) == ["due_on"]
