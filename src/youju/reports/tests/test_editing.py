"""Passages keep their order when moved, and every rounded wording that is offered holds."""

from datetime import date
from decimal import Decimal

import pytest
from tests import stage
from tests.makers import make_membership, make_person
from tests.makers_institutions import make_target

from youju.base import periods
from youju.catalogue import RULES
from youju.ledger.scope import Scope
from youju.org.access import SystemAccess
from youju.reports import arranging, composing, editing, suggesting, versions, wordings

pytestmark = pytest.mark.django_db
YEAR = periods.year(2025)


@pytest.fixture
def report(township):
    return stage.enter("paper", lambda: composing.begin(SystemAccess(), township, YEAR))


def write(report, *rows):
    return {
        text: composing.add(SystemAccess(), report, part="body", text=text, level=level)
        for level, text in rows
    }


def words(report):
    return "".join(one.text for one in composing.passages(SystemAccess(), report))


def move(report, text, step):
    found = next(one for one in composing.passages(SystemAccess(), report) if one.text == text)
    arranging.move(SystemAccess(), found, step)
    return words(report)


def test_a_paragraph_changes_places_with_its_neighbour(report):
    write(report, (0, "甲"), (0, "乙"), (0, "丙"))
    assert move(report, "甲", 1) == "乙甲丙"
    assert move(report, "丙", -1) == "乙丙甲"
    assert move(report, "乙", -1) == "乙丙甲"
    assert move(report, "甲", 1) == "乙丙甲"


def test_a_chapter_moves_with_all_below_it(report):
    write(report, (1, "一章"), (2, "一节"), (0, "甲"), (1, "二章"), (0, "乙"))
    assert move(report, "二章", -1) == "二章乙一章一节甲"
    assert move(report, "二章", 1) == "一章一节甲二章乙"
    assert move(report, "一节", 1) == "一章二章乙一节甲"


def test_a_new_passage_stands_right_behind_even_where_there_is_no_room(report):
    first = write(report, (0, "甲"), (0, "末"))["甲"]
    for n in range(10):
        arranging.insert_after(SystemAccess(), composing.passage(SystemAccess(), first.pk), text=str(n))
    assert words(report) == "甲9876543210末"


@pytest.mark.parametrize(
    ("exact", "unit", "offered"),
    [
        (122, "人", ["100多人", "120多人"]),
        (1238, "人", ["1000多人", "1200多人", "1230多人", "近1300人", "近1240人"]),
        (120, "人", ["100多人"]),
        (9, "人", []),
        (100, "户", []),
        (95.5, "%", ["95%以上"]),
        (42, "%", []),
    ],
)
def test_wordings_that_are_offered_hold(exact, unit, offered):
    found = wordings.suggestions(Decimal(str(exact)), unit)
    assert found == offered
    for one in found:
        wordings.check(one, Decimal(str(exact)), unit, "")


def test_a_claim_is_found_by_what_people_call_it(township, village, year_2025):
    make_membership(village, make_person(village))
    first = editing.choices(year_2025, "新发展会员")[0]
    assert (first.indicator.code, first.value) == ("organising.members_joined", "1人")
    assert first.slots == (("{organising.members_joined}", "1人"),)
    assert editing.choices(year_2025, "没有这样的指标") == []
    assert len(editing.choices(year_2025, "")) <= editing.MOST


def test_every_rule_that_finds_something_is_suggested_with_its_offenders(township, village, year_2025):
    found = {one.rule: one for one in suggesting.offences(year_2025)}
    offended = {code for code, rule in RULES.items() if rule.offenders(year_2025).exists()}
    assert set(found) == offended
    assert any("甲厂工会" in one.why for one in found.values())


def test_a_target_that_was_reached_is_no_shortcoming(township, village, year_2025):
    make_membership(village, make_person(village))
    make_target(township, item="够了", value=1)
    make_target(township, item="不够", value=2)
    make_target(township, item="太多", value=0, comparator="at_most")
    make_target(township, item="正好", value=1, comparator="exactly")
    texts = [one.text for one in suggesting.missed(SystemAccess(), year_2025)]
    assert sorted(texts) == ["不够未达到年初目标。", "太多未达到年初目标。"]


def test_versions_tell_what_each_writer_changed(report):
    passage = write(report, (0, "走访企业。"))["走访企业。"]
    passage.text = "走访了企业。"
    composing.change(SystemAccess(), passage)
    passage.position += 1
    composing.change(SystemAccess(), passage)
    newest, first = versions.versions(passage)
    assert newest.changes == (("same", "走访"), ("added", "了"), ("same", "企业。"))
    assert first.changes == (("added", "走访企业。"),)
    assert versions.as_seen(passage, 1) == ("走访企业。", 0)
    assert versions.as_seen(passage, 99) is None


def test_a_target_of_the_year_is_not_missed_before_it_is_due(township, village):
    make_target(township, item="全年的", value=99)
    make_target(township, item="上半年的", value=99, due_on=date(2025, 6, 30))
    early = Scope.of(SystemAccess(), township, periods.quarter(2025, 2))
    assert [one.text for one in suggesting.missed(SystemAccess(), early)] == ["上半年的未达到年初目标。"]
