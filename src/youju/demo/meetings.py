"""Meetings of the office, and all that had to be followed up."""

from datetime import date

from youju.demo.education import officers_of
from youju.demo.places import YEAR
from youju.demo.town import Town
from youju.records.models import Exhibit
from youju.work.institutions.models import Meeting, Task

LEADERS = "镇党委书记、镇长"
# Month and day, kind, title, agenda, line, due, on leave.
MEETINGS = (
    (
        (2, 11),
        "annual",
        f"{YEAR}年工会工作总结部署会议",
        "总结上年工作；部署任务；签订责任书",
        "institutions",
        36,
        2,
    ),
    ((2, 26), "mobilisation", "应建会企业负责人动员会", "讲清法律法规和建会程序", "organising", 12, 1),
    ((3, 24), "quarterly", "第一季度工会主席例会", "汇报第一季度工作", "institutions", 20, 2),
    ((3, 28), "home", "职工之家试点部署会", "兰天车轮试点方案", "workers_home", 18, 1),
    ((5, 16), "joint", "镇政府与工会联席会议", "职工活动场地；暑托", "institutions", 14, 1),
    ((6, 24), "quarterly", "第二季度工会主席例会", "汇报第二季度工作", "institutions", 22, 3),
    ((9, 23), "quarterly", "第三季度工会主席例会", "汇报第三季度工作", "institutions", 23, 2),
    ((11, 12), "union_work", "镇工会工作会议", "学习上级部署；研究年末工作", "institutions", 30, 3),
    ((12, 16), "quarterly", "第四季度工会主席例会", "汇报全年工作；酝酿计划", "institutions", 23, 1),
)
WITH_LEADERS = ("annual", "mobilisation", "joint", "union_work")
# Which meeting resolved it (by its kind), what, of which line, hard, due, done.
RESOLVED = (
    ("annual", "十八家基层工会签订目标责任书", "institutions", False, (2, 28), (2, 25)),
    ("mobilisation", "四家企业成立工会筹备组", "organising", False, (5, 31), (5, 8)),
    ("home", "落实乒乓球桌、台球桌", "workers_home", False, (4, 30), (4, 18)),
    ("joint", "镇文化广场周末向职工开放", "culture", True, (7, 31), (7, 10)),
    ("joint", "开办农民工子女暑托班", "relief", True, (7, 10), (7, 4)),
    ("union_work", "补齐近三年归档材料", "institutions", False, (12, 20), (12, 12)),
)
# What the county asked for and the office followed up: what, of which line, noted, due, done.
FOLLOWED = (
    ("石英行业调研资料汇总上报", "safety", (9, 16), (10, 25), (10, 20)),
    ("冬季安全生产检查问题复查", "safety", (11, 6), (12, 9), (12, 5)),
    ("困难职工年度核查表补报", "relief", (8, 5), (8, 29), (9, 4)),
)


def write_meetings(town: Town) -> None:
    officers = [person.name for person in officers_of(town)]
    held = {}
    for facts in MEETINGS:
        meeting = _meet(town, officers, *facts)
        held.setdefault(meeting.kind, meeting)
    for kind, item, line, hard, due, done in RESOLVED:
        _resolve(town, held[kind], item, line, hard, date(YEAR, *due), date(YEAR, *done))
    for item, line, noted, due, done in FOLLOWED:
        _follow(town, item, line, *(date(YEAR, *day) for day in (noted, due, done)))


def _meet(
    town: Town,
    officers: list[str],
    when: tuple[int, int],
    kind: str,
    title: str,
    agenda: str,
    line: str,
    due: int,
    on_leave: int,
) -> Meeting:
    day, leaders = date(YEAR, *when), kind in WITH_LEADERS
    meeting = Meeting(
        organisation=town.federation,
        occurred_on=day,
        kind=kind,
        title=title,
        place="镇政府二楼会议室",
        chair=town.staff.leader.name,
        agenda=agenda,
        due=due,
        present=due - on_leave,
        on_leave=on_leave,
        leader_present=leaders,
        leader_reported=leaders and kind == "mobilisation",
        leaders=LEADERS if leaders else "",
        served_line=line,
    )
    sheets = town.album.sheets(title, day, meeting.place, (officers * 2)[: due - on_leave])
    return town.record(meeting, exhibits=[(sheet, Exhibit.Kind.SIGN_IN) for sheet in sheets], late=False)


def _resolve(town: Town, meeting: Meeting, item: str, line: str, hard: bool, due: date, done: date) -> None:
    task = Task(
        organisation=town.federation,
        occurred_on=meeting.occurred_on,
        origin="meeting",
        item=item,
        line=line,
        meeting=meeting,
        hard=hard,
        owner=town.staff.clerk.name,
        due_on=due,
        done_on=done,
        result="已办结",
    )
    town.record(task, on=done, late=False, after=meeting)


def _follow(town: Town, item: str, line: str, noted: date, due: date, done: date) -> None:
    task = Task(
        organisation=town.federation,
        occurred_on=noted,
        origin="upper",
        item=item,
        line=line,
        central=line == "safety",
        owner=town.staff.leader.name,
        due_on=due,
        done_on=done,
        result="已办结",
    )
    town.record(task, on=done, late=False)
