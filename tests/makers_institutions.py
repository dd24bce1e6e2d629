"""Records of the office's own work, confirmed, with dull defaults."""

from datetime import date
from itertools import count

from tests.makers import confirmed
from youju.work.institutions.models import (
    AnnualStage,
    ArchiveBox,
    Institution,
    Lesson,
    Meeting,
    PartyLink,
    Survey,
    Target,
    TargetCheck,
    Task,
    UpperSupport,
    WallItem,
    WallText,
)

MARCH = date(2025, 3, 10)
_serial = count(1)


def make_institution(organisation, **values):
    given = {"kind": "meetings", "name": "会议制度", "from_on": date(2025, 1, 1)} | values
    return confirmed(Institution(organisation=organisation, **given))


def make_wall_text(organisation, **values):
    given = {"kind": "team", "title": "工会班子概况", "version": "2025年版", "from_on": date(2025, 1, 1)}
    return confirmed(WallText(organisation=organisation, **given | values))


def _another_text(organisation):
    return make_wall_text(organisation, title=f"上墙内容{next(_serial)}")


def make_wall_item(organisation, text=None, **values):
    given = {"place": "工会办公室", "from_on": date(2025, 1, 15)} | values
    return confirmed(WallItem(organisation=organisation, text=text or _another_text(organisation), **given))


def make_archive(organisation, **values):
    given = {"box": "01", "title": "会议记录", "year": 2024, "form": "ledger", "line": "institutions"}
    given |= {"retention": "permanent", "files_due": 10, "files_present": 10, "from_on": date(2025, 1, 20)}
    return confirmed(ArchiveBox(organisation=organisation, **given | values))


def make_target(organisation, **values):
    given = {"occurred_on": date(2025, 1, 20), "year": 2025, "line": "organising", "item": "新发展会员"}
    given |= {"indicator": "organising.members_joined", "value": 10, "due_on": date(2025, 12, 31)}
    return confirmed(Target(organisation=organisation, **given | values))


def make_target_check(organisation, target=None, **values):
    given = {"occurred_on": date(2025, 7, 10), "kind": "mid_year", "checked_by": "王主席", "result": "done"}
    target = target or make_target(organisation)
    return confirmed(TargetCheck(organisation=organisation, target=target, **given | values))


def make_stage(organisation, **values):
    given = {"occurred_on": date(2025, 1, 20), "kind": "assigned", "year": 2025, "title": "工作布置"}
    return confirmed(AnnualStage(organisation=organisation, **given | values))


def make_lesson(organisation, **values):
    given = {"occurred_on": date(2025, 12, 20), "year": 2025, "title": "得益于党政支持"} | values
    return confirmed(Lesson(organisation=organisation, **given))


def make_meeting(organisation, *, children=(), **values):
    given = {"occurred_on": MARCH, "kind": "quarterly", "title": "季度例会", "agenda": "汇报工作"}
    given |= {"due": 20, "present": 18, "on_leave": 2} | values
    return confirmed(Meeting(organisation=organisation, **given), children=children)


def make_task(organisation, **values):
    given = {"occurred_on": MARCH, "origin": "shortcoming", "item": "档案不齐", "line": "institutions"}
    return confirmed(Task(organisation=organisation, **given | values))


def make_upper(organisation, **values):
    given = {"occurred_on": MARCH, "body": "county_union", "kind": "guided", "item": "指导建家工作"}
    return confirmed(UpperSupport(organisation=organisation, **given | values))


def make_order(organisation, **values):
    """Something the county federation assigned."""
    return make_upper(
        organisation, **{"kind": "assigned", "item": "安全检查", "due_on": date(2025, 6, 30)} | values
    )


def make_party_link(organisation, **values):
    given = {"occurred_on": MARCH, "kind": "included", "item": "党建工作要点列入工会工作"} | values
    return confirmed(PartyLink(organisation=organisation, **given))


def make_survey(organisation, **values):
    given = {"occurred_on": MARCH, "theme": "石英行业劳动保护", "line": "safety", "trade": "石英"} | values
    return confirmed(Survey(organisation=organisation, **given))


MAKERS = {
    "institutions.institutions": make_institution,
    "institutions.wall_texts": make_wall_text,
    "institutions.wall_items": make_wall_item,
    "institutions.archives": make_archive,
    "institutions.targets": make_target,
    "institutions.target_checks": make_target_check,
    "institutions.stages": make_stage,
    "institutions.lessons": make_lesson,
    "institutions.meetings": make_meeting,
    "institutions.tasks": make_task,
    "institutions.upper": make_upper,
    "institutions.party_links": make_party_link,
    "institutions.surveys": make_survey,
}
