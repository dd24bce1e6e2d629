"""Meetings of the year, what they resolved, and the shortcomings and plans of its end."""

from datetime import date

from youju.demo.places import YEAR
from youju.demo.town import Town
from youju.demo.xiang.people import steady
from youju.demo.xiang.places import LEADERS, OLD, on
from youju.ledger.lines import LineOfWork as Of
from youju.records.models import Exhibit, Participation
from youju.work.institutions.models import Meeting, Task

Kind, Origin = Meeting.Kind, Task.Origin
SIGNED = (Kind.ANNUAL, Kind.MOBILISATION, Kind.HOME)  # with a sign-in sheet kept
QUARTERLY = "汇报一个季度的工作，互通信息，相互学习，布置下一季度任务"
# Kind, day, title, agenda, due, present, on leave.
MEETINGS = (
    (Kind.ANNUAL, on(1, 15), "年度工会工作总结部署会议", "总结上年工作，布置全年任务，签订责任书", 24, 23, 1),
    (Kind.MOBILISATION, on(2, 20), "应建会企业负责人动员会", "讲清法律法规要求，明确建会的必要性", 9, 8, 1),
    (Kind.QUARTERLY, on(3, 27), "第一季度工会工作例会", QUARTERLY, 14, 13, 1),
    (Kind.HOME, on(4, 10), "建家活动动员部署会", "学习建家标准，布置创建工作", 22, 22, 0),
    (Kind.JOINT, on(5, 15), "上半年政府工会联席会议", "研究职工活动场地和园区建会问题", 12, 11, 1),
    (Kind.QUARTERLY, on(6, 26), "第二季度工会工作例会", QUARTERLY, 16, 15, 1),
    (Kind.UNION_WORK, on(8, 28), "全乡工会工作会议", "研究集体合同试点和下半年活动安排", 25, 24, 1),
    (Kind.QUARTERLY, on(9, 25), "第三季度工会工作例会", QUARTERLY, 18, 17, 1),
    (Kind.JOINT, on(10, 16), "下半年政府工会联席会议", "研究劳务输出服务和职工体检问题", 12, 12, 0),
    (Kind.QUARTERLY, on(12, 26), "第四季度工会工作例会", QUARTERLY, 18, 18, 0),
)  # fmt: skip
# What joint meetings resolved: day of the meeting, the matter, line, limit, done.
RESOLVED = (
    (on(5, 15), "协调乡中学体育场周末向职工开放", Of.CULTURE, on(6, 30), on(6, 20), True),
    (on(5, 15), "协调解决园区两家企业建会后的活动用房", Of.WORKERS_HOME, on(9, 30), on(9, 18), True),
    (on(10, 16), "落实外出务工人员行前法律咨询场所", Of.EMPLOYMENT, on(11, 15), on(11, 10), True),
    (on(8, 28), "总结蚌埠新材料集体合同试点做法", Of.BARGAINING, on(10, 31), on(10, 28), False),
)
SHORTCOMINGS = (
    ("工会相关档案资料尚不齐全规范", Of.INSTITUTIONS),
    ("新会员发展覆盖面不够广", Of.ORGANISING),
    ("对外劳务输出的数量还不够", Of.EMPLOYMENT),
    ("工会活动内容还较单一，要向提高劳动技能、职业技能方面拓展", Of.CULTURE),
    ("围绕全乡经济建设这个中心开展工作和活动的力度还不够", Of.MERIT),
)
# Each plan with the parts into which it is divided, if any.
PLANS = (
    ("争取党政支持，加强工会阵地建设", Of.INSTITUTIONS, (
        ("积极争取党政支持，把工会工作列入乡党委议事日程", Of.INSTITUTIONS),
        ("加强工会阵地建设，园区两家新建会企业各建一处职工活动室", Of.WORKERS_HOME),
    )),
    ("抓好职工代表培训，提高职工代表素质", Of.DEMOCRACY, ()),
    ("加强民主管理、民主监督，推行公开和集体合同", Of.DEMOCRACY, (
        ("加强民主管理、民主监督工作", Of.DEMOCRACY),
        ("在事业和企业单位推行政务、厂务公开", Of.DEMOCRACY),
        ("把平等协商、集体合同制度推行到全部建会企业", Of.BARGAINING),
    )),
    ("做好就业培训和劳务输出服务", Of.EMPLOYMENT, (
        ("举办下岗职工技能培训班", Of.EMPLOYMENT),
        ("继续开展劳务输出", Of.EMPLOYMENT),
        ("加强对外出务工人员的法律常识培训", Of.EDUCATION),
    )),
    ("组织职工技能竞赛和文体活动", Of.MERIT, (
        ("积极组织开展职工技能竞赛", Of.MERIT),
        ("组织文体活动，丰富职工业余生活", Of.CULTURE),
    )),
)  # fmt: skip


def write(town: Town) -> None:
    held = {row[1]: _meeting(town, *row) for row in MEETINGS}
    for day, item, line, due, done, hard in RESOLVED:
        _resolved(town, held[day], item, line, due, done, hard=hard)
    last = on(12, 26)
    for item, line in SHORTCOMINGS:
        central = line == Of.MERIT
        task = _task(town, last, Origin.SHORTCOMING, item, line, central=central)
        town.record(task, late=False, key="shortcoming")
    for item, line, parts in PLANS:
        whole = town.record(_task(town, last, Origin.PLAN, item, line), late=False, key="plan")
        for part, of in parts:
            task = _task(town, last, Origin.PLAN, part, of, parent=whole)
            town.record(task, late=False, key="part of a plan", after=whole)


def _meeting(
    town: Town, kind: str, day: date, title: str, agenda: str, due: int, present: int, leave: int
) -> Meeting:
    meeting = Meeting(
        organisation=town.federation,
        occurred_on=day,
        kind=kind,
        title=f"{YEAR}年{title}" if kind != Kind.MOBILISATION else title,
        place="乡政府会议室",
        chair=town.staff.leader.name,
        agenda=agenda,
        due=due,
        present=present,
        on_leave=leave,
        leader_present=True,
        leader_reported=kind == Kind.HOME,
        leaders=LEADERS,
        resolutions="按会议部署办理，议定事项列入待办",
    )
    here = [place for place in OLD if place.founded <= day]
    rows = [Participation(person=w.person, name=w.person.name) for w in (steady(town, p)[0] for p in here)]
    return town.record(
        meeting, children=rows, exhibits=_proof(town, meeting, [row.name for row in rows]), late=False
    )


def _proof(town: Town, meeting: Meeting, names: list[str]) -> list:
    if meeting.kind == Kind.QUARTERLY and meeting.occurred_on.month < 12:
        return []
    proof = [(town.album.photo("meeting", meeting.title, meeting.occurred_on), Exhibit.Kind.PHOTO)]
    if meeting.kind in SIGNED:
        sheets = town.album.sheets(meeting.title, meeting.occurred_on, meeting.place, names)
        proof += [(sheet, Exhibit.Kind.SIGN_IN) for sheet in sheets]
    return proof


def _task(town: Town, day: date, origin: str, item: str, line: str, **facts) -> Task:
    facts.setdefault("due_on", date(YEAR + 1, 12, 31))
    return Task(
        organisation=town.federation,
        occurred_on=day,
        origin=origin,
        item=item,
        line=line,
        owner=town.staff.clerk.name,
        **facts,
    )


def _resolved(
    town: Town, meeting: Meeting, item: str, line: str, due: date, done: date, *, hard: bool
) -> None:
    day = meeting.occurred_on
    task = _task(town, day, Origin.MEETING, item, line, meeting=meeting, hard=hard, due_on=due, central=hard)
    town.record(task, late=False, after=meeting)
    diary = town.diary
    at = max(diary.hour(done), diary.after(task))
    reason = "事项办结"
    diary.amend(task, by=town.staff.leader, at=at, reason=reason, done_on=done, result="已办结，结果已通报")
