"""Campaigns and contests, what workers made better, model workers with their studio, sport and song."""

from datetime import date
from decimal import Decimal

from youju.demo.places import BY_SHORT, YEAR
from youju.demo.town import Town
from youju.people.models import Person
from youju.records.models import Exhibit, Participation
from youju.work.culture.models import Activity, Talent, Work
from youju.work.merit.models import Campaign, Contest, Innovation, ModelVisit, ModelWorker, Studio

CAMPAIGNS = (
    ("contend", date(YEAR, 2, 14), "争创学习型组织、争做知识型职工、树新时代职工形象活动"),
    ("women", date(YEAR, 3, 3), "争创巾帼标兵岗、争当巾帼标兵活动"),
    ("models", date(YEAR, 4, 22), "劳模品牌工程"),
    ("saving", date(YEAR, 6, 5), "“我为节能减排作贡献”活动"),
)
# Union (empty: the town), day, title, kind, people, result.
CONTESTS = (
    ("兰天车轮", date(YEAR, 5, 27), "车轮焊装劳动竞赛", "labour", 32, "一等奖1个班组，人均工效提高8%"),
    ("晶源石英", date(YEAR, 7, 22), "石英切割质量竞赛", "labour", 26, "一等品率提高1.6个百分点"),
    ("宏达服装", date(YEAR, 9, 23), "缝纫技能竞赛", "skills", 28, "评出技术能手6名"),
    ("", date(YEAR, 11, 18), "全镇叉车驾驶技能竞赛", "skills", 18, "评出技术能手3名"),
)
# Union, day, title, kind, what was saved, yuan a year.
INNOVATIONS = (
    ("兰天车轮", date(YEAR, 4, 16), "轮辐冲压模具改造", "renovation", "", 120000),
    ("晶源石英", date(YEAR, 5, 14), "石英管拉制工艺改进", "renovation", "", 86000),
    ("恒晶石英", date(YEAR, 6, 18), "熔炉余热回收", "saving", "年节约天然气4.2万立方米", 130000),
    ("宏达服装", date(YEAR, 7, 9), "自动剪线装置", "small_renovation", "", 24000),
    ("康乐食品", date(YEAR, 8, 13), "清洗水循环利用", "saving", "年节水9600吨", 38000),
    ("永固建材", date(YEAR, 9, 3), "搅拌站粉料回收", "saving", "年回收水泥62吨", 21000),
    ("立新塑业", date(YEAR, 10, 15), "注塑机快速换模", "invention", "", 33000),
    ("同兴木业", date(YEAR, 11, 5), "砂光除尘一体罩", "renovation", "", 15000),
)
SHOWN_FROM = 30000  # yuan: of the smaller ones nobody took a picture
STUDIO_VILLAGE = "北芹村"
FESTIVALS = (
    (date(YEAR, 4, 30), "庆“五一”职工拔河比赛", "sport", "tug_of_war", "may_day", 44),
    (date(YEAR, 9, 26), "迎国庆职工文艺汇演", "show", "performance", "national", 36),
    (date(YEAR, 11, 14), "职工叉车岗位练兵展示", "skill", "skills", "", 22),
)
PHOTO = Exhibit.Kind.PHOTO


def write_campaigns(town: Town) -> None:
    for kind, day, name in CAMPAIGNS:
        campaign = Campaign(
            organisation=town.federation,
            from_on=day,
            until_on=date(YEAR, 12, 20),
            kind=kind,
            name=name,
            plan=f"演镇工发〔{YEAR}〕{day.month + 2}号",
        )
        town.record(campaign, late=False)
    for facts in CONTESTS:
        _contest(town, *facts)
    for facts in INNOVATIONS:
        _innovate(town, *facts)
    write_models(town)
    write_festivals(town)


def _seats(people: list[Person]) -> list[Participation]:
    return [Participation(person=person, name=person.name) for person in people]


def _at_hand(town: Town, short: str, day: date, seats: int) -> list[Person]:
    place = BY_SHORT.get(short)
    here = town.at(place, day) if place else [w for w in town.workers if w.works_on(day)]
    return list({worker.person: None for worker in town.rng.sample(here, seats)})


def _contest(town: Town, short: str, day: date, title: str, kind: str, people: int, result: str) -> None:
    union = town.unions.get(short, town.federation)
    contest = Contest(
        organisation=union,
        occurred_on=day,
        title=title,
        kind=kind,
        sphere="unit" if short else "town",
        place=f"{short}车间" if short else "演示镇工业园区",
        units=1 if short else 6,
        teams=people // 4,
        result=result,
    )
    rows = _seats(_at_hand(town, short, day, people))
    sheets = town.album.sheets(title, day, contest.place, [row.name for row in rows])
    proof = [(sheet, Exhibit.Kind.SIGN_IN) for sheet in sheets]
    town.record(contest, children=rows, exhibits=proof)


def _innovate(town: Town, short: str, day: date, title: str, kind: str, saving: str, benefit: int) -> None:
    place = BY_SHORT[short]
    innovation = Innovation(
        organisation=town.unions[short],
        occurred_on=day,
        title=title,
        kind=kind,
        employer=town.employers[short],
        author=next(w.person for w in reversed(town.at(place, day)) if w.until_on is None),
        team="技术革新小组",
        saving=saving,
        benefit=Decimal(benefit),
    )
    photo = town.album.photo("plaque", f"{short}{title}", day) if benefit > SHOWN_FROM else None
    town.record(innovation, exhibits=[(photo, PHOTO)] if photo else [])


# -- model workers ---------------------------------------------------------------------


def write_models(town: Town) -> None:
    """A farmer of 北芹村 who grows fruit and leads the studio there, and a foundry's master."""
    grower = town.people.person(woman=False, born=(1966, 1972))
    master = town.at(BY_SHORT["兰天车轮"], date(2019, 4, 28))[8].person
    for person, since, title, year, post in (
        (grower, date(2016, 4, 28), "city", 2016, f"{STUDIO_VILLAGE}果农合作社带头人"),
        (master, date(2020, 4, 28), "county", 2020, "兰天车轮有限公司焊装班长"),
    ):
        model = ModelWorker(
            organisation=town.federation,
            from_on=since,
            person=person,
            title=title,
            year=year,
            unit_and_post=post,
        )
        town.record(model, late=False)
        visit = ModelVisit(
            organisation=town.federation,
            occurred_on=date(YEAR, 4, 27),
            model_worker=model,
            occasion="五一走访",
            visited_by=f"{town.staff.leader.name}、{town.staff.clerk.name}",
            checked_up=True,
        )
        town.record(visit, late=False)
    _found_studio(town, grower)


def _found_studio(town: Town, leader: Person) -> None:
    day = date(YEAR, 5, 16)
    studio = Studio(
        organisation=town.federation,
        from_on=day,
        name=f"{STUDIO_VILLAGE}劳模创新工作室",
        place=STUDIO_VILLAGE,
        leader=leader,
        field="果树栽培和农产品保鲜",
        level="town",
        named_by="演示镇总工会",
        team=7,
        area=120,
        apprentices=5,
        results="推广矮化密植120亩，带动农户46户",
    )
    photo = town.album.photo("plaque", f"{STUDIO_VILLAGE}劳模创新工作室揭牌", day)
    town.record(studio, late=False, exhibits=[(photo, PHOTO)])


# -- sport and song --------------------------------------------------------------------


def write_festivals(town: Town) -> None:
    for day, name, kind, event, festival, seats in FESTIVALS:
        activity = Activity(
            organisation=town.federation,
            occurred_on=day,
            name=name,
            kind=kind,
            event=event,
            festival=festival,
            place="镇文化广场",
            organiser="演示镇总工会",
            leader_present=bool(festival),
            leaders="镇党委书记、镇长" if festival else "",
        )
        people = _at_hand(town, "", day, seats)
        photo = [(town.album.photo("class", name, day), PHOTO)]
        town.record(activity, children=_seats(people), exhibits=photo, late=False)
        if festival:
            talent = Talent(
                organisation=town.federation,
                from_on=day,
                person=people[0],
                kind="sport" if kind == "sport" else "art",
                specialty="拔河" if kind == "sport" else "快板",
                activity=activity,
            )
            town.record(talent, late=False, after=activity)
    song = Work(
        organisation=town.federation,
        occurred_on=date(YEAR, 9, 12),
        title="快板《工会是咱娘家人》",
        genre="drama",
        authors="镇机关、中心学校职工",
    )
    town.record(song, late=False)
