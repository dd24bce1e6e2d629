"""Congresses with their delegates, boards and what hangs on them, and owners who sit down with workers."""

from datetime import date, timedelta

from youju.demo.places import YEAR, Place
from youju.demo.town import Town
from youju.demo.xiang.people import steady
from youju.demo.xiang.places import BY_SHORT, PLACES, on
from youju.people.models import Nature
from youju.records.models import Exhibit, Participation
from youju.work.democracy.models import (
    AffairsKind,
    Board,
    Congress,
    Delegate,
    Dialogue,
    Disclosure,
    Rhythm,
)
from youju.work.workers_home.models import Pilot

SEATS = 30  # delegates of the one unit large enough to have them
PILOT = "蚌埠新材料"
DAYS = (on(6, 16), on(3, 14), on(4, 25), on(5, 9), on(3, 21), on(2, 28), on(4, 11), on(9, 26), on(11, 14))
AFFAIRS = {
    Nature.ENTERPRISE: (AffairsKind.FACTORY, ("工资和奖金方案", "安全生产投入", "社会保险缴纳情况")),
    Nature.INSTITUTION: (AffairsKind.SCHOOL, ("绩效考核分配", "职称评聘结果", "大额支出")),
    Nature.OFFICE: (AffairsKind.OFFICE, ("公务支出", "年度考核结果", "民生实事进展")),
}
DIALOGUES = (
    (
        "蚌埠新材料",
        on(5, 27),
        "工资增长和加班安排",
        "总经理、工会主席",
        "每年能否协商调一次工资",
        "写入集体合同，每年六月协商",
    ),
    ("江凯", on(9, 23), "车间降温和夜班补贴", "总经理、生产副总", "夜班补贴多年未调", "十月起每班提高五元"),
    ("启明电子", on(11, 19), "企业管理决策通报", "总经理", "明年订单和用工安排", "通报产销计划，承诺不裁员"),
)
TRIED = ("江凯", "乡中学")  # where democratic management was tried in new ways


def write(town: Town) -> None:
    for place, day in zip(PLACES, DAYS, strict=True):
        _congress(town, place, day)
        _open(town, place)
    for number, worker in enumerate(steady(town, BY_SHORT[PILOT])[:SEATS]):
        _delegate(town, worker.person, number)
    for row in DIALOGUES:
        _dialogue(town, *row)
    for short in TRIED:
        pilot = Pilot(
            organisation=town.federation,
            from_on=on(2, 25),
            kind=Pilot.Kind.DEMOCRACY,
            employer=town.employers[short],
            grounds="单位领导支持，职工参与意识强",
        )
        town.record(pilot, late=False)


def _congress(town: Town, place: Place, day: date) -> None:
    workers = len(town.at(place, day))
    with_delegates = place.short == PILOT
    due = SEATS if with_delegates else workers
    kind = Congress.Kind.TEACHERS if place.short == "乡中学" else Congress.Kind.ALL
    congress = Congress(
        organisation=town.unions[place.short],
        occurred_on=day,
        kind=Congress.Kind.WORKERS if with_delegates else kind,
        session=f"{YEAR}年度",
        delegates_due=due,
        delegates_present=due - due // 12,
        agenda="听取工作报告；审议工资、安全和福利事项；评议单位领导",
        resolutions="各项议题审议通过",
        hears=True,
        passes=True,
        supervises=True,
        appraises=place.nature != Nature.OFFICE,
        papers_sent_on=day - timedelta(days=8),
        posted_on=day,
    )
    proof = []
    if place.short in (PILOT, "乡中学"):
        photo = town.album.photo("meeting", f"{place.short}{congress.get_kind_display()}", day)
        proof = [(photo, Exhibit.Kind.PHOTO)]
    town.record(congress, exhibits=proof)


def _delegate(town: Town, person, number: int) -> None:
    delegate = Delegate(
        organisation=town.unions[PILOT],
        person=person,
        name=person.name,
        from_on=on(6, 10),
        until_on=date(YEAR + 3, 6, 9),
        ward=("一车间", "二车间", "质检科、办公室")[number % 3],
        group=Delegate.Group.FRONT_LINE if number % 4 else Delegate.Group.TECHNICAL,
        session="第三届",
    )
    town.record(delegate, key="delegate", late=False)


def _open(town: Town, place: Place) -> None:
    """One board for each unit, with something new on it twice or three times."""
    kind, items = AFFAIRS[place.nature]
    since = max(place.founded, on(1, 20))
    board = Board(
        organisation=town.unions[place.short],
        from_on=since,
        place=f"{place.short}大门内",
        kind=kind,
        rhythm=Rhythm.HALF,
        keeper=town.chair(place).name,
    )
    town.record(board, late=False)
    days = (on(9, 22), on(12, 3)) if place.is_new else (on(3, 25), on(6, 25), on(10, 15))
    for day, item in zip(days, items, strict=False):
        record = Disclosure(
            organisation=board.organisation,
            occurred_on=day,
            kind=kind,
            item=item,
            place=board.place,
            board=board,
        )
        first = day == days[0] and place.workers > 20
        photo = (
            [(town.album.photo("board", f"{place.short}公开栏", day), Exhibit.Kind.PHOTO)] if first else []
        )
        town.record(record, exhibits=photo, after=board)


def _dialogue(
    town: Town, short: str, day: date, topic: str, leaders: str, questions: str, answers: str
) -> None:
    people = [worker.person for worker in steady(town, BY_SHORT[short])[:8]]
    record = Dialogue(
        organisation=town.unions[short],
        occurred_on=day,
        topic=topic,
        place=f"{short}会议室",
        leaders=leaders,
        questions=questions,
        answers=answers,
    )
    rows = [Participation(person=person, name=person.name) for person in people]
    photo = town.album.photo("meeting", f"{short}劳资对话", day)
    town.record(record, children=rows, exhibits=[(photo, Exhibit.Kind.PHOTO)])
