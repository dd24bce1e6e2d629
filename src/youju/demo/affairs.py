"""Workers' say beside the congress: delegates, proposals, ideas, letters in the box, talks."""

from datetime import date, timedelta
from decimal import Decimal

from youju.demo.places import BY_SHORT, YEAR, Place
from youju.demo.town import Town
from youju.people.models import Person
from youju.records.models import Participation
from youju.work.democracy.models import (
    Box,
    Delegate,
    Dialogue,
    Drive,
    Opening,
    Proposal,
    Suggestion,
    Voice,
)

WITH_DELEGATES = ("兰天车轮", "晶源石英", "宏达服装", "康乐食品", "中心学校")
TERM_FROM = date(2024, 3, 10)
PROPOSALS = (
    ("兰天车轮", "增加车间饮水点", "后勤部", "done", "satisfied"),
    ("兰天车轮", "调整夜班津贴", "人事部", "planned", "mostly"),
    ("晶源石英", "配备防尘口罩更换点", "安环部", "done", "satisfied"),
    ("宏达服装", "延长哺乳时间安排", "人事部", "done", "satisfied"),
    ("宏达服装", "改善食堂菜品", "后勤部", "done", "mostly"),
    ("中心学校", "修缮教工宿舍", "总务处", "explained", "unsatisfied"),
)
DRIVES = (
    ("兰天车轮", date(YEAR, 4, 8), "降本增效金点子征集"),
    ("晶源石英", date(YEAR, 9, 9), "安全生产我献计"),
)
# Whose drive, title, topic, in how many steps it was carried out (0: declined), yuan.
IDEAS = (
    ("兰天车轮", "轮辋焊接夹具快换", "technology", 2, 46000),
    ("兰天车轮", "涂装余热回收", "saving", 3, 68000),
    ("兰天车轮", "成品架加防撞条", "safety", 1, 0),
    ("兰天车轮", "班前会缩短到十分钟", "management", 0, 0),
    ("兰天车轮", "边角料分类出售", "saving", 1, 21000),
    ("兰天车轮", "装卸口加雨棚", "welfare", 2, 0),
    ("晶源石英", "切割水循环利用", "saving", 2, 32000),
    ("晶源石英", "粉尘点加局部排风", "safety", 1, 0),
    ("晶源石英", "叉车通道重新划线", "safety", 1, 0),
    ("晶源石英", "全车间改自动上料", "technology", 0, 0),
    ("晶源石英", "班组工具定置管理", "management", 1, 8000),
)
BOXED = ("兰天车轮", "晶源石英", "恒晶石英", "宏达服装", "康乐食品", "立新塑业", "镇机关", "中心学校")
REOPENED = 6  # boxes opened again in December, with nothing in them
# Kind, channel, what was said, department, answer (empty: still open).
VOICES = (
    ("opinion", "box", "食堂午餐排队时间长", "后勤部", "增开一个窗口"),
    ("proposal", "box", "希望上下班增加一趟班车", "办公室", "十月起增加一趟"),
    ("difficulty", "visit", "孩子暑假无人照看", "工会", "联系镇社区暑托班"),
    ("opinion", "meeting", "夏季车间温度高", "设备部", "加装两台工业风扇"),
    ("difficulty", "phone", "家属住院费用有困难", "工会", "协助申请大病救助"),
    ("opinion", "box", "更衣柜不够用", "后勤部", ""),
)
TALKS = (
    ("兰天车轮", date(YEAR, 6, 25), "高温津贴和轮休安排"),
    ("宏达服装", date(YEAR, 8, 27), "计件单价和旺季加班"),
    ("康乐食品", date(YEAR, 10, 22), "社会保险和伙食补贴"),
    ("晶源石英", date(YEAR, 11, 26), "粉尘防护和岗位津贴"),
)


def write_affairs(town: Town) -> None:
    for short in WITH_DELEGATES:
        _delegates(town, BY_SHORT[short])
    for number, facts in enumerate(PROPOSALS):
        _propose(town, number, *facts)
    _ideas(town)
    for number, short in enumerate(BOXED):
        _voices(town, BY_SHORT[short], number)
    for short, day, topic in TALKS:
        _talk(town, BY_SHORT[short], day, topic)


def _steady(town: Town, place: Place, day: date) -> list[Person]:
    """Who worked there on a day and still does, each name once."""
    found = [worker.person for worker in town.at(place, day) if worker.until_on is None]
    return list({person.name: person for person in found}.values())


# -- delegates and what they propose ---------------------------------------------------


def _delegates(town: Town, place: Place) -> None:
    people = _steady(town, place, TERM_FROM)
    wards = ("一车间", "二车间", "仓储和后勤", "管理科室")
    for number, person in enumerate(people[: 30 + place.workers // 12]):
        delegate = Delegate(
            organisation=town.unions[place.short],
            from_on=TERM_FROM,
            until_on=TERM_FROM.replace(year=TERM_FROM.year + 3) - timedelta(days=1),
            person=person,
            ward=wards[number % len(wards)],
            group="managers" if number % 9 == 0 else "technical" if number % 4 == 3 else "front_line",
            session="第三届",
            ward_due=place.workers // len(wards),
            ward_present=place.workers // len(wards) - 3,
            votes=place.workers // len(wards) - 8,
        )
        town.record(delegate, late=False, office=True, key="delegates")


def _propose(
    town: Town, number: int, short: str, title: str, department: str, outcome: str, opinion: str
) -> None:
    place, day = BY_SHORT[short], date(YEAR, 3 + number % 4, 12)
    answered = day + timedelta(days=17)
    proposal = Proposal(
        organisation=town.unions[short],
        occurred_on=day,
        person=_steady(town, place, TERM_FROM)[number],
        seconders="班组代表三人",
        title=title,
        decision="filed",
        department=department,
        due_on=day + timedelta(days=60),
        answered_on=answered,
        outcome=outcome,
        opinion=opinion,
    )
    town.record(proposal, on=answered)


# -- ideas -----------------------------------------------------------------------------


def _ideas(town: Town) -> None:
    drives = {}
    for short, day, title in DRIVES:
        drives[short] = Drive(
            organisation=town.unions[short],
            occurred_on=day,
            ends_on=day + timedelta(days=14),
            title=title,
            organiser=f"{short}工会",
        )
        town.record(drives[short], late=False)
    for number, (short, title, topic, steps, benefit) in enumerate(IDEAS):
        _suggest(town, drives[short], number, title, topic, steps, benefit)


def _suggest(town: Town, drive: Drive, number: int, title: str, topic: str, steps: int, benefit: int) -> None:
    place = BY_SHORT[drive.organisation.short_name]
    day = drive.occurred_on + timedelta(days=3 + number)
    reviewed = drive.ends_on + timedelta(days=3)
    done = reviewed + timedelta(days=3 * steps) if steps else None
    suggestion = Suggestion(
        organisation=drive.organisation,
        occurred_on=day,
        drive=drive,
        person=_steady(town, place, TERM_FROM)[-1 - number],
        topic=topic,
        title=title,
        verdict="adopted" if steps else "declined",
        reviewed_on=reviewed,
        review_note="" if steps else "投入大于收益，暂不实施",
        owner="生产部",
        carried_out_on=done,
        effect="已实施，效果良好" if steps else "",
        benefit=Decimal(benefit) if benefit else None,
        award="second" if benefit > 40000 else "merit" if steps else "",
    )
    town.record(suggestion, on=done or reviewed, late=False, after=drive)


# -- voices ----------------------------------------------------------------------------


def _voices(town: Town, place: Place, number: int) -> None:
    """A box with its openings; what lay in it, or was said, with the answer."""
    union, keeper = town.unions[place.short], town.chair(place).name
    first = max(place.founded + timedelta(days=30), date(2019, 4, 1))
    box = Box(organisation=union, from_on=first, place=f"{place.short}食堂门口", keeper=keeper)
    town.record(box, late=False, office=True, key="box")
    day = date(YEAR, 2 + number, 11)
    kind, channel, content, department, answer = VOICES[number % len(VOICES)]
    opening = Opening(
        organisation=union,
        occurred_on=day,
        box=box,
        openers=f"{keeper}、{town.staff.clerk.name}",
        letters=1 if channel == "box" else 0,
    )
    town.record(opening, after=box)
    person = _steady(town, place, TERM_FROM)[6]
    answered = day + timedelta(days=19) if answer else None
    voice = Voice(
        organisation=union,
        occurred_on=day,
        kind=kind,
        channel=channel,
        opening=opening if channel == "box" else None,
        anonymous=channel == "box",
        person=None if channel == "box" else person,
        content=content,
        assigned_to=department,
        assigned_on=day + timedelta(days=2),
        due_on=day + timedelta(days=30),
        answer=answer,
        answered_on=answered,
        told_on=answered,
        satisfied=bool(answer) or None,
    )
    town.record(voice, on=answered or day + timedelta(days=2), after=opening)
    if number < REOPENED:
        again = Opening(
            organisation=union, occurred_on=date(YEAR, 12, 11), box=box, openers=opening.openers, letters=0
        )
        town.record(again, late=False)


def _talk(town: Town, place: Place, day: date, topic: str) -> None:
    talk = Dialogue(
        organisation=town.unions[place.short],
        occurred_on=day,
        topic=topic,
        place=f"{place.short}会议室",
        leaders="总经理、生产副总",
        questions=f"职工代表就{topic}提出意见五条",
        answers="三条当场答复，两条限期办理",
        due_on=day + timedelta(days=40),
        kept_promise_on=day + timedelta(days=16),
    )
    people = _steady(town, place, TERM_FROM)[30:44]
    rows = [Participation(person=person, name=person.name) for person in people]
    town.record(talk, children=rows, on=day + timedelta(days=16), late=False)
