"""Classes and talks: officers of two levels, workers on safety, job seekers on skills, and others beside."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from youju.demo.places import BY_SHORT, PLACES, YEAR, Place
from youju.demo.town import Town
from youju.org.models import Organisation
from youju.people.models import Person
from youju.records.models import Exhibit, Participation
from youju.work.education.models import Training

Topic, Audience, Level = Training.Topic, Training.Audience, Training.Level


@dataclass(frozen=True)
class Class:
    """One class as planned: who it is for and how many seats were taken."""

    day: date
    title: str
    topic: str
    audience: str
    seats: int
    unnamed: int = 0  # of the seats: counted on the sheet, not listed
    strangers: int = 0  # of the seats: names without a person
    level: str = ""
    partner: str = ""
    sessions: tuple[str, ...] = ("",)


def _law(day: date, title: str, audience: str, seats: int, level: str = Level.TOWN) -> Class:
    return Class(day, title, Topic.LAW, audience, seats, level=level)


def _skills(month: int, day: int, title: str, audience: str, seats: int, **facts) -> Class:
    return Class(date(YEAR, month, day), title, Topic.SKILLS, audience, seats, partner="镇劳动所", **facts)


OFFICERS = (
    _law(date(YEAR, 3, 27), "《工会法》镇工会干部培训班", Audience.TOWN_OFFICERS, 12),
    _law(date(YEAR, 6, 19), "劳动合同法培训班", Audience.ENTERPRISE_OFFICERS, 19, Level.ENTERPRISE),
    _law(date(YEAR, 10, 16), "集体合同与法律援助培训班", Audience.ALL_OFFICERS, 12),
)
SKILLS = (
    _skills(2, 25, "石英加工技能培训班", Audience.LAID_OFF, 48, sessions=("上午", "下午")),
    _skills(4, 15, "缝纫工技能培训班", Audience.JOBLESS, 36, strangers=5),
    _skills(5, 20, "电焊工技能培训班", Audience.LAID_OFF, 33),
    _skills(7, 10, "家政服务培训班", Audience.JOBLESS, 40, unnamed=6),
    _skills(9, 11, "叉车操作培训班", Audience.LAID_OFF, 30),
    _skills(11, 6, "电商创业培训班", Audience.JOBLESS, 44, sessions=("第一天", "第二天")),
)
# Safety talks: at which unit (the town itself where it is no unit), on which day, for how many.
SAFETY = (
    ("兰天车轮", date(YEAR, 2, 14), 62), ("晶源石英", date(YEAR, 3, 11), 48),
    ("宏达服装", date(YEAR, 3, 25), 56), ("康乐食品", date(YEAR, 4, 9), 41),
    ("恒晶石英", date(YEAR, 4, 24), 34), ("磐石铸造", date(YEAR, 5, 8), 30),
    ("立新塑业", date(YEAR, 5, 22), 28), ("全镇", date(YEAR, 6, 5), 60),
    ("明玉石英", date(YEAR, 6, 17), 26), ("永固建材", date(YEAR, 7, 3), 24),
    ("丰平车轮", date(YEAR, 7, 17), 40), ("同兴木业", date(YEAR, 8, 7), 22),
    ("宁丰机械厂", date(YEAR, 8, 28), 27), ("兰天车轮", date(YEAR, 9, 18), 46),
    ("华丽光电", date(YEAR, 10, 23), 52), ("全镇", date(YEAR, 11, 9), 50),
)  # fmt: skip
UNNAMED = {date(YEAR, 6, 5): 15, date(YEAR, 11, 9): 20}  # of the seats: counted on the sheet only
FORMS = {Topic.SAFETY: "talk", Topic.SKILLS: "on_site"}
FOR_MANAGERS = date(YEAR, 11, 9)


def write_trainings(town: Town) -> list[Person]:
    """All classes of the year; returns the job seekers, who are found work later."""
    officers = officers_of(town)
    for plan in OFFICERS:
        hold(
            town,
            town.federation,
            plan,
            officers[: plan.seats] if plan.seats > 12 else officers[-plan.seats :],
        )
    seekers = [town.people.person(born=(1970, 2005)) for _ in range(136)]
    for plan in SKILLS:
        hold(town, town.federation, plan, town.rng.sample(seekers, plan.seats))
    for short, day, seats in SAFETY:
        _safety_talk(town, BY_SHORT.get(short), day, seats)
    _what_does_not_count(town, officers, seekers)
    return seekers


def officers_of(town: Town) -> list[Person]:
    """The chairs and two more of each larger union, then those of the town's office."""
    found = []
    for place in PLACES:
        steady = [
            w.person for w in town.at(place, max(place.founded, date(YEAR, 1, 2))) if w.until_on is None
        ]
        found += steady[10:12] if place.workers > 150 else steady[10:11]
    return found


def _safety_talk(town: Town, place: Place | None, day: date, seats: int) -> None:
    organisation = town.unions[place.short] if place else town.federation
    here = town.at(place, day) if place else [w for w in town.workers if w.works_on(day)]
    people = [worker.person for worker in town.rng.sample(here, seats)]
    title = f"{place.short}安全生产知识宣讲" if place else "全镇安全生产月集中宣讲"
    audience = Audience.WORKERS
    if day == FOR_MANAGERS:
        title, audience = "企业管理人员安全生产培训", Audience.MANAGERS
    plan = Class(day, title, Topic.SAFETY, audience, seats, unnamed=UNNAMED.get(day, 0))
    hold(town, organisation, plan, people)


# -- holding a class -------------------------------------------------------------------


def hold(town: Town, organisation: Organisation, plan: Class, people: list[Person], **how) -> Training:
    training = Training(
        organisation=organisation,
        occurred_on=plan.day,
        title=plan.title,
        topic=plan.topic,
        audience=plan.audience,
        level=plan.level,
        form=FORMS.get(plan.topic, "classroom"),
        place="镇文化站会议室" if organisation is town.federation else f"{organisation.short_name}会议室",
        hours=4 * len(plan.sessions),
        teacher="演示县总工会讲师",
        partner=plan.partner,
        unnamed=plan.unnamed,
    )
    rows = _seats(town, plan, people)
    exhibits = [] if how.pop("bare", False) else _proof(town, plan, training, rows)
    return town.record(training, children=rows, exhibits=exhibits, **how)


def _seats(town: Town, plan: Class, people: list[Person]) -> list[Participation]:
    """One row for each seat: a person once in each session, then names nobody has identified."""
    listed = plan.seats - plan.unnamed - plan.strangers
    each = listed // len(plan.sessions)
    rows = [
        Participation(person=person, name=person.name, session=session)
        for session in plan.sessions
        for person in people[:each]
    ]
    strangers = [town.people.name(woman=True) for _ in range(plan.strangers)]
    return rows + [Participation(name=name, session=plan.sessions[0]) for name in strangers]


def _proof(town: Town, plan: Class, training: Training, rows: list[Participation]) -> list:
    names = [row.name for row in rows] + [town.people.name(woman=n % 2 == 0) for n in range(plan.unnamed)]
    sheets = town.album.sheets(plan.title, plan.day, training.place, names)
    photo = town.album.photo("class", plan.title, plan.day)
    return [(photo, Exhibit.Kind.PHOTO), *((sheet, Exhibit.Kind.SIGN_IN) for sheet in sheets)]


def _what_does_not_count(town: Town, officers: list[Person], seekers: list[Person]) -> None:
    """Other topics and audiences, other years, other bodies, and what was not confirmed."""
    workers = [w.person for w in town.at(PLACES[0], date(YEAR, 1, 15)) if w.until_on is None]
    town_, safety = town.federation, "安全生产知识宣讲"
    others = (
        replace(OFFICERS[2], day=date(YEAR, 1, 9), title="工会业务培训班", topic=Topic.UNION_WORK, seats=18),
        _law(date(YEAR, 12, 4), "宪法宣传周职工普法讲座", Audience.WORKERS, 30, ""),
        Class(date(YEAR, 8, 14), "数控操作岗位练兵", Topic.SKILLS, Audience.WORKERS, 16),
        Class(date(YEAR, 2, 10), "外出务工人员安全知识讲座", Topic.SAFETY, Audience.MIGRANTS, 25),
        Class(date(YEAR - 1, 6, 13), f"上年度{safety}", Topic.SAFETY, Audience.WORKERS, 60),
        replace(SKILLS[2], day=date(YEAR - 1, 10, 22), title="上年度电焊工技能培训班"),
    )
    for plan in others:
        people = seekers if plan.audience in Training.JOB_SEEKERS else workers
        hold(town, town_, plan, people[: plan.seats], bare=True, late=False)
    doubled = Class(
        date(YEAR, 5, 8) + timedelta(days=1), f"磐石铸造{safety}", Topic.SAFETY, Audience.WORKERS, 20
    )
    town.reject(hold(town, town_, doubled, workers[:20], bare=True, late=False), "与磐石铸造工会的记录重复")
    unsigned = Class(date(YEAR, 9, 24), "电工技能培训班", Topic.SKILLS, Audience.JOBLESS, 22)
    training = hold(town, town_, unsigned, seekers[:22], bare=True, late=False, waits=True)
    town.reject(training, "缺签到表，请补传", returned=True)
    waiting = Class(date(YEAR, 12, 23), f"年末{safety}", Topic.SAFETY, Audience.WORKERS, 31)
    hold(town, town_, waiting, workers[:31], bare=True, late=False, waits=True)
    county = _law(date(YEAR, 5, 15), "全县工会干部普法培训班", Audience.ALL_OFFICERS, 10)
    hold(town, town.county, county, officers[:10], bare=True, late=False)
