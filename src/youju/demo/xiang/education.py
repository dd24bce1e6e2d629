"""Publicity through six channels, the three texts given out, study meetings and classes."""

from dataclasses import dataclass
from datetime import date

from youju.demo.town import Town, Worker
from youju.demo.xiang.people import steady
from youju.demo.xiang.places import BY_SHORT, PLACES, on
from youju.ledger.lines import LineOfWork as Of
from youju.people.models import Person
from youju.records.models import Exhibit, Participation
from youju.work.education.models import Handout, Publicity, Study, Training

Channel, Theme, Kind = Publicity.Channel, Publicity.Theme, Study.Kind
Topic, Audience, Level, Form = Training.Topic, Training.Audience, Training.Level, Training.Form
# Channel, day, words, theme, how many, where.
PUBLICITY = (
    (Channel.BROADCAST, on(2, 21), "建会入会政策广播", Theme.FORMATION, 12, "乡广播站"),
    (Channel.BROADCAST, on(6, 5), "安全生产月广播", Theme.SAFETY, 8, "乡广播站"),
    (Channel.BANNER, on(2, 24), "哪里有职工，哪里就要建工会", Theme.FORMATION, 9, "工业园区、集镇"),
    (Channel.BANNER, on(6, 2), "人人讲安全、个个会应急", Theme.SAFETY, 6, "各企业大门"),
    (Channel.SLOGAN, on(2, 25), "依法建会、职工受益", Theme.FORMATION, 40, "工业园区"),
    (Channel.SLOGAN, on(4, 16), "创建职工之家", Theme.OTHER, 22, "各单位"),
    (Channel.BOARD, on(3, 6), "《工会法》知识板报", Theme.UNION_LAW, 4, "乡机关、乡中学"),
    (Channel.BOARD, on(9, 4), "平等协商和集体合同板报", Theme.CONTRACT, 3, "蚌埠新材料"),
    (Channel.WALL_PAPER, on(4, 29), "“五一”劳动者风采墙报", Theme.MODELS, 2, "集镇宣传栏"),
    (Channel.WALL_PAPER, on(10, 9), "工会工作墙报", Theme.UNION_LAW, 2, "集镇宣传栏"),
    (Channel.TALK, on(2, 20), "建会法律政策宣讲", Theme.FORMATION, 1, "乡政府会议室"),
    (Channel.TALK, on(3, 5), "到华森包装宣讲建会政策", Theme.FORMATION, 1, "华森包装"),
    (Channel.TALK, on(12, 4), "宪法宣传周劳动法咨询", Theme.LABOUR_LAW, 1, "集镇"),
)  # fmt: skip
HANDOUTS = (("《中华人民共和国工会法》", 320), ("《中华人民共和国劳动法》", 260), ("《中国工会章程》", 200))
STUDIES = (
    (Kind.POLICY, on(1, 24), "传达上级工会全委会精神", "县总工会全委会文件"),
    (Kind.POLICY, on(5, 22), "传达基层工会规范化建设文件", "县总工会规范化建设通知"),
    (Kind.THEME, on(3, 31), "党的二十届三中全会精神专题学习", ""),
    (Kind.THEME, on(11, 20), "习近平总书记关于工人阶级和工会工作的重要论述专题学习", ""),
    (Kind.BUSINESS, on(2, 27), "会员实名管理和台账登记", ""),
    (Kind.BUSINESS, on(5, 29), "换届选举程序", ""),
    (Kind.BUSINESS, on(10, 30), "工会经费收支管理", ""),
    (Kind.UNION_LAW, on(4, 24), "《工会法》学习", ""),
    (Kind.UNION_LAW, on(8, 14), "《工会法》与维权职能学习", ""),
)  # fmt: skip


@dataclass(frozen=True)
class Class:
    """A class with who sits in it: so many of a place, or one officer of each union."""

    day: date
    title: str
    topic: str
    audience: str
    form: str
    level: str = ""
    short: str = ""
    seats: int = 0
    served: str = Of.EDUCATION


def _staff(day, title, topic, short, seats, served=Of.EDUCATION, audience=Audience.WORKERS) -> Class:
    """A talk at one unit, which the teacher goes to."""
    return Class(day, title, topic, audience, Form.VISITING, short=short, seats=seats, served=served)


PILOT = "蚌埠新材料"
SEEKERS = 14
CLASSES = (
    Class(on(3, 20), "工会业务培训班", Topic.UNION_WORK, Audience.TOWN_OFFICERS, Form.CLASSROOM, Level.TOWN),
    Class(on(5, 29), "工会干部法律培训班", Topic.LAW, Audience.ALL_OFFICERS, Form.CLASSROOM, Level.TOWN),
    Class(on(9, 11), "基层工会主席交流座谈", Topic.UNION_WORK, Audience.ENTERPRISE_OFFICERS, Form.DISCUSSION,
          Level.ENTERPRISE),
    Class(on(10, 22), "县总工会工会主席培训班", Topic.UNION_WORK, Audience.ALL_OFFICERS, Form.ON_SITE,
          Level.UPPER),
    _staff(on(4, 17), "《劳动法》知识培训", Topic.LAW, PILOT, 34, Of.BARGAINING),
    _staff(on(5, 14), "集体合同知识培训", Topic.COLLECTIVE, PILOT, 31, Of.BARGAINING),
    _staff(on(6, 18), "职工代表履职培训", Topic.DEMOCRACY, PILOT, 12, Of.DEMOCRACY, Audience.DELEGATES),
    _staff(on(6, 10), "安全生产知识宣讲", Topic.SAFETY, "江凯", 22, Of.SAFETY),
    _staff(on(6, 24), "园区企业安全知识讲座", Topic.SAFETY, "启明电子", 20, Of.SAFETY),
    _staff(on(9, 19), "思想政治教育报告会", Topic.IDEAS, "乡机关", 14),
    _staff(on(11, 6), "科技文化知识讲座", Topic.CULTURE, "乡中学", 18),
)  # fmt: skip


def write(town: Town) -> None:
    for row in PUBLICITY:
        _publish(town, *row)
    _give_out(town)
    for row in STUDIES:
        _study(town, *row)
    for plan in CLASSES:
        _teach(town, plan)


def _publish(
    town: Town, channel: str, day: date, title: str, theme: str, quantity: int, place: str
) -> Publicity:
    record = Publicity(
        organisation=town.federation,
        occurred_on=day,
        title=title,
        channel=channel,
        theme=theme,
        quantity=quantity,
        place=place,
        audience="全乡职工",
        served_line=Of.ORGANISING if theme == Theme.FORMATION else Of.EDUCATION,
    )
    proof = []
    if channel in (Channel.BANNER, Channel.BOARD):
        proof = [(town.album.photo("board", title, day), Exhibit.Kind.PHOTO)]
    return town.record(record, exhibits=proof)


def _give_out(town: Town) -> None:
    day = on(2, 28)
    drive = _publish(town, Channel.MATERIAL, day, "赠送法律和章程资料", Theme.UNION_LAW, 1, "各企业")
    for title, copies in HANDOUTS:
        record = Handout(
            organisation=town.federation,
            occurred_on=day,
            title=title,
            copies=copies,
            given_to="应建会企业、各基层工会和赶集群众",
            publicity=drive,
        )
        town.record(record, late=False, after=drive)


def _study(town: Town, kind: str, day: date, title: str, documents: str) -> None:
    officers = _officers(town, day)
    present = officers[: len(officers) - day.month % 2]
    record = Study(
        organisation=town.federation,
        occurred_on=day,
        title=title,
        kind=kind,
        documents=documents,
        speaker=town.staff.leader.name,
        place="乡政府会议室",
        due=len(officers),
        on_leave=len(officers) - len(present),
    )
    town.record(record, children=_rows(present))


def _officers(town: Town, day: date) -> list[Person]:
    """The chair and one more officer of each union that exists."""
    here = [place for place in PLACES if place.founded < day]
    return [worker.person for place in here for worker in steady(town, place)[:2]]


def _rows(people: list[Person], session: str = "") -> list[Participation]:
    return [Participation(person=person, name=person.name, session=session) for person in people]


def _teach(town: Town, plan: Class) -> None:
    officers = plan.audience in Training.OFFICERS
    people = _officers(town, plan.day) if officers else _of(town, plan)
    record = Training(
        organisation=town.federation if officers else town.unions[plan.short],
        occurred_on=plan.day,
        title=plan.title,
        topic=plan.topic,
        audience=plan.audience,
        level=plan.level,
        form=plan.form,
        place="乡政府会议室" if officers else f"{plan.short}会议室",
        hours=4,
        teacher="县总工会讲师",
        served_line=plan.served,
    )
    proof = []
    if plan.short == PILOT or plan.level == Level.TOWN:
        names = [person.name for person in people]
        sheets = town.album.sheets(plan.title, plan.day, record.place, names)
        proof = [(sheet, Exhibit.Kind.SIGN_IN) for sheet in sheets]
    town.record(record, children=_rows(people), exhibits=proof)


def _of(town: Town, plan: Class) -> list[Person]:
    here: list[Worker] = town.at(BY_SHORT[plan.short], plan.day)
    return [worker.person for worker in here[: plan.seats]]


def teach_seekers(town: Town) -> list[Person]:
    """Neighbours of the park look for work: one class of skills, and law for those who go away."""
    people = [town.people.person(born=(1975, 2004)) for _ in range(SEEKERS)]
    plans = (
        ("家政和电子装配技能培训班", on(4, 9), Topic.SKILLS, Audience.LAID_OFF, people[:12]),
        ("外出务工人员法律常识培训", on(2, 11), Topic.LAW, Audience.MIGRANTS, people[2:]),
    )
    for title, day, topic, audience, seats in plans:
        record = Training(
            organisation=town.federation,
            occurred_on=day,
            title=title,
            topic=topic,
            audience=audience,
            form=Form.CLASSROOM,
            place="乡劳动保障所",
            partner="乡劳动保障所",
            served_line=Of.EMPLOYMENT,
        )
        town.record(record, children=_rows(seats))
    return people
