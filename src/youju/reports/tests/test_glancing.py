"""The first passages are those of the whole paper, and not more than one reads at a glance."""

import pytest
from tests.makers import make_membership, make_person
from tests.makers_relief import make_warmth_visit

from youju.org.access import SystemAccess
from youju.reports import composing, glancing
from youju.reports.document import Heading, Paragraph

pytestmark = pytest.mark.django_db


def recorded(union):
    """What gives the template something to say in two of its chapters."""
    make_membership(union, make_person(union, sex="female"))
    make_warmth_visit(union)


def words(blocks) -> list[str]:
    return [block.text for block in blocks]


def test_it_begins_like_the_paper_itself(year_2025, village):
    recorded(village)
    whole, _draft = composing.as_of_now(SystemAccess(), year_2025)
    begun = glancing.glance(SystemAccess(), year_2025, enough=10)
    assert begun.blocks
    assert words(begun.blocks) == words(whole.blocks)[: len(begun.blocks)]
    assert not begun.begun


def test_it_stops_once_there_is_enough_to_read(year_2025, village):
    recorded(village)
    little, much = (glancing.glance(SystemAccess(), year_2025, enough=n) for n in (1, 10_000))
    assert sum(isinstance(one, Paragraph) for one in little.blocks) == 1
    assert len(much.blocks) > len(little.blocks)
    assert not isinstance(little.blocks[-1], Heading)


def test_a_report_in_writing_is_shown_as_it_was_written(year_2025, township, village):
    report = composing.begin(SystemAccess(), township, year_2025.period)
    composing.add(SystemAccess(), report, part="lead", text="今年工作有新进展。")
    shown = glancing.glance(SystemAccess(), year_2025)
    assert shown.begun
    assert words(shown.blocks)[0] == "今年工作有新进展。"


def test_an_empty_ledger_says_nothing(year_2025):
    assert glancing.glance(SystemAccess(), year_2025).blocks == ()
