"""What was made known, given out and studied, and the classes beside the large ones."""

from datetime import date

from youju.demo.education import Class, hold, officers_of
from youju.demo.places import BY_SHORT, YEAR
from youju.demo.town import Town
from youju.records.models import Exhibit, Participation
from youju.work.education.models import Handout, Publicity, Study, Training

Topic, Audience = Training.Topic, Training.Audience
# Month, day, channel, theme, number, what.
DRIVES = (
    (1, 22, "banner", "formation", 6, "“组建工会，维护权益”横幅"),
    (2, 18, "broadcast", "formation", 12, "镇广播站建会入会专题"),
    (2, 26, "talk", "formation", 1, "园区企业建会政策宣讲"),
    (3, 6, "slogan", "women", 20, "“三八”维权周标语"),
    (3, 15, "talk", "labour_law", 1, "劳动合同法现场咨询"),
    (4, 28, "board", "models", 4, "劳模事迹板报"),
    (5, 6, "broadcast", "labour_law", 6, "劳动法、劳动合同法广播讲座"),
    (6, 3, "banner", "safety", 18, "安全生产月横幅"),
    (6, 10, "wall_paper", "safety", 5, "车间安全墙报"),
    (6, 16, "material", "safety", 1, "安全生产宣传资料"),
    (8, 12, "slogan", "contract", 24, "集体协商要约季标语"),
    (9, 10, "talk", "labour_law", 1, "新建企业劳动法宣讲"),
    (9, 24, "board", "contract", 3, "工资集体协商板报"),
    (11, 14, "wall_paper", "labour_law", 4, "法治宣传墙报"),
    (12, 4, "material", "labour_law", 1, "宪法宣传周送法进企业"),
    (12, 9, "online", "union_law", 3, "公众号连载《工会法》问答"),
)
SHOWN = ("banner", "board", "wall_paper", "talk")  # of which somebody took a picture
# Month, day, title, copies, to whom; those of a day on which material was given out belong to it.
HANDOUTS = (
    (2, 26, "《中华人民共和国工会法》", 200, "园区企业职工"),
    (6, 16, "《安全生产知识手册》", 500, "企业一线职工"),
    (12, 4, "《中华人民共和国劳动合同法》", 360, "企业职工"),
    (12, 4, "《中国工会章程》", 120, "工会小组长"),
)
# Month, day, kind, title, what was read, due, on leave.
STUDIES = (
    (1, 14, "policy", "传达上级工会全委会精神", "演县工发〔2025〕2号", 20, 2),
    (2, 20, "business", "组建工会工作实务", "", 20, 3),
    (4, 17, "union_law", "学习《中华人民共和国工会法》", "", 20, 1),
    (5, 22, "business", "集体协商要约与程序", "", 20, 2),
    (7, 17, "theme", "劳模精神、劳动精神、工匠精神专题学习", "", 20, 4),
    (9, 18, "law", "劳动合同法逐条学习", "", 20, 3),
    (11, 20, "policy", "传达安全生产工作部署", "演县工发〔2025〕31号", 20, 2),
)
# Classes of other bodies and for other people; none of them is one of the year's large series.
CLASSES = (
    Class(date(YEAR, 4, 23), "县总工会基层工会干部培训班", Topic.UNION_WORK, Audience.ALL_OFFICERS, 9,
          level=Training.Level.UPPER),
    Class(date(YEAR, 9, 4), "县总工会集体协商指导员培训班", Topic.COLLECTIVE, Audience.ALL_OFFICERS, 5,
          level=Training.Level.UPPER),
)  # fmt: skip
FOR_WORKERS = (
    ("宏达服装", Class(date(YEAR, 5, 13), "职工代表履职培训", Topic.DEMOCRACY, Audience.DELEGATES, 26)),
    ("兰天车轮", Class(date(YEAR, 7, 1), "职工思想政治教育课", Topic.IDEAS, Audience.WORKERS, 34)),
    ("晶源石英", Class(date(YEAR, 10, 21), "科技文化知识讲座", Topic.CULTURE, Audience.WORKERS, 28)),
    ("康乐食品", Class(date(YEAR, 8, 19), "集体合同知识培训", Topic.COLLECTIVE, Audience.WORKERS, 30)),
)


def write_publicity(town: Town) -> None:
    material = {}
    for month, day, channel, theme, quantity, title in DRIVES:
        drive = Publicity(
            organisation=town.federation,
            occurred_on=date(YEAR, month, day),
            title=title,
            channel=channel,
            theme=theme,
            quantity=quantity,
            place="镇区和各企业",
            audience="企业职工",
        )
        shown = channel in SHOWN
        photo = town.album.photo("board", title, drive.occurred_on) if shown else None
        town.record(drive, exhibits=[(photo, Exhibit.Kind.PHOTO)] if shown else [])
        if channel == "material":
            material[drive.occurred_on] = drive
    _hand_out(town, material)
    _study(town)
    _teach(town)


def _hand_out(town: Town, material: dict[date, Publicity]) -> None:
    for month, day, title, copies, given_to in HANDOUTS:
        drive = material.get(date(YEAR, month, day))
        handout = Handout(
            organisation=town.federation,
            occurred_on=date(YEAR, month, day),
            title=title,
            copies=copies,
            given_to=given_to,
            publicity=drive,
        )
        town.record(handout, after=drive)


def _study(town: Town) -> None:
    officers = officers_of(town)
    for month, day, kind, title, documents, due, on_leave in STUDIES:
        study = Study(
            organisation=town.federation,
            occurred_on=date(YEAR, month, day),
            title=title,
            kind=kind,
            audience="officers",
            documents=documents,
            speaker=town.staff.leader.name,
            place="镇文化站会议室",
            due=due,
            on_leave=on_leave,
        )
        rows = [Participation(person=one, name=one.name) for one in officers[: due - on_leave]]
        sheets = town.album.sheets(title, study.occurred_on, study.place, [row.name for row in rows])
        town.record(study, children=rows, exhibits=[(sheet, Exhibit.Kind.SIGN_IN) for sheet in sheets])


def _teach(town: Town) -> None:
    officers = officers_of(town)
    for plan in CLASSES:
        hold(town, town.federation, plan, officers[: plan.seats])
    for short, plan in FOR_WORKERS:
        here = [worker.person for worker in town.at(BY_SHORT[short], plan.day)]
        hold(town, town.unions[short], plan, here[20 : 20 + plan.seats])
    adults = [
        p for p in town.people.drawn if p.birth_on.year < 2000 and p.federation_id == town.federation.pk
    ]
    migrants = adults[-22:]
    law = Class(date(YEAR, 2, 5), "外出务工人员法律常识培训", Topic.LAW, Audience.MIGRANTS, 22)
    hold(town, town.federation, law, migrants)
