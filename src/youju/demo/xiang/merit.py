"""Contests, among them July's quiz on safety, and what each unit made better in its own way."""

from datetime import date
from decimal import Decimal

from youju.demo.town import Town
from youju.demo.xiang.places import BY_SHORT, on
from youju.people.models import Person
from youju.records.models import Exhibit, Participation
from youju.work.merit.models import Campaign, Contest, Innovation

QUIZ_DAY, QUIZ_SEATS = on(7, 18), 126
Kind, Better = Contest.Kind, Innovation.Kind
CONTESTS = (
    ("蚌埠新材料", Kind.LABOUR, on(8, 11), "百日安全优质高产竞赛", 30),
    ("江凯", Kind.SKILLS, on(9, 26), "车工技能比武", 9),
    ("乡卫生院", Kind.SKILLS, on(5, 9), "护理技能竞赛", 8),
    ("乡中学", Kind.LABOUR, on(11, 13), "教学基本功竞赛", 16),
)
# Where, what kind, on which day, what, what it saves, yuan a year.
INNOVATIONS = (
    ("蚌埠新材料", Better.RENOVATION, on(4, 30), "挤出机温控改造", "", 26000),
    ("蚌埠新材料", Better.SAVING, on(9, 10), "余热回收利用", "年节电2万千瓦时", 15000),
    ("江凯", Better.SMALL_RENOVATION, on(6, 20), "车床工装快换", "", 18000),
    ("江凯", Better.ADVICE, on(6, 12), "冷却液循环再用", "", 9600),
    ("兴禾米业", Better.SAVING, on(7, 9), "烘干炉燃料替换", "年节煤40吨", 12000),
    ("长河砖瓦", Better.CREATION, on(5, 22), "砖坯码放小车", "", 5000),
    ("启明电子", Better.DESIGN, on(11, 28), "防静电工位小设计", "", 6000),
    ("乡卫生院", Better.OTHER, on(10, 17), "门诊排号流程改进", "", None),
    ("乡中学", Better.OTHER, on(12, 5), "自制教具共享", "", None),
)  # fmt: skip


def write(town: Town) -> None:
    campaign = Campaign(
        organisation=town.federation,
        from_on=on(2, 17),
        until_on=on(12, 20),
        kind=Campaign.Kind.LABOUR,
        name="“当好主力军、建功在岗位”劳动竞赛活动",
        plan="全乡劳动竞赛活动方案",
        outcome="各单位结合自身特点开展竞赛和技术创新",
    )
    town.record(campaign, late=False)
    _quiz(town)
    for short, kind, day, title, seats in CONTESTS:
        _contest(town, short, kind, day, title, seats)
    for row in INNOVATIONS:
        _innovation(town, *row)


def _quiz(town: Town) -> None:
    """A seat in each row of the sheets: workers of the old unions and of the one just founded."""
    people = [w.person for w in town.workers if w.works_on(QUIZ_DAY) and w.place.founded and w.membership]
    seats = people[:QUIZ_SEATS]
    contest = Contest(
        organisation=town.federation,
        occurred_on=QUIZ_DAY,
        title="全乡安全生产知识竞赛",
        kind=Kind.SAFETY,
        sphere=Contest.Sphere.TOWN,
        theme="安全生产法、岗位安全和应急知识",
        place="乡中学礼堂",
        partner="乡安监办",
        units=len({w.place.short for w in town.workers if w.person in seats}),
        teams=14,
        result="蚌埠新材料一队获一等奖",
    )
    sheets = town.album.sheets(contest.title, QUIZ_DAY, contest.place, [person.name for person in seats])
    photo = town.album.photo("class", "全乡安全生产知识竞赛", QUIZ_DAY)
    proof = [(photo, Exhibit.Kind.PHOTO), *((sheet, Exhibit.Kind.SIGN_IN) for sheet in sheets)]
    town.record(contest, children=_rows(seats), exhibits=proof, late=False)


def _rows(people: list[Person]) -> list[Participation]:
    return [Participation(person=person, name=person.name) for person in people]


def _contest(town: Town, short: str, kind: str, day: date, title: str, seats: int) -> None:
    people = [worker.person for worker in town.at(BY_SHORT[short], day)][:seats]
    contest = Contest(
        organisation=town.unions[short],
        occurred_on=day,
        title=f"{short}{title}",
        kind=kind,
        place=f"{short}",
        result="评出一、二、三等奖",
    )
    town.record(contest, children=_rows(people))


def _innovation(
    town: Town, short: str, kind: str, day: date, title: str, saving: str, yuan: int | None
) -> None:
    record = Innovation(
        organisation=town.unions[short],
        occurred_on=day,
        title=title,
        kind=kind,
        employer=town.employers[short],
        author=town.at(BY_SHORT[short], day)[4].person,
        saving=saving,
        benefit=Decimal(yuan) if yuan else None,
    )
    town.record(record)
