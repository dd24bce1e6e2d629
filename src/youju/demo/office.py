"""The office's own order: institutions, the wall, the archive, what came from above, surveys."""

from datetime import date, timedelta

from youju.demo.places import YEAR
from youju.demo.town import Town
from youju.demo.wall import TEXTS
from youju.records.models import Exhibit
from youju.work.institutions.models import (
    AnnualStage,
    ArchiveBox,
    Institution,
    Lesson,
    PartyLink,
    Survey,
    UpperSupport,
    WallItem,
    WallText,
)

# The six of the office, the three of democratic management, and one made in the year.
INSTITUTIONS = (
    ("organisation", "基层工会组建和换届制度", date(2019, 3, 1)),
    ("targets", "工会目标责任考核制度", date(2019, 3, 1)),
    ("meetings", "工会会议和例会制度", date(2018, 3, 1)),
    ("training", "工会干部学习培训制度", date(2020, 1, 10)),
    ("wall", "制度上墙和公示制度", date(2021, 5, 10)),
    ("archive", "工会档案和台账管理制度", date(2021, 5, 10)),
    ("congress", "职工代表大会制度", date(2017, 6, 1)),
    ("openness", "厂务公开制度", date(2017, 6, 1)),
    ("consultation", "平等协商和集体合同制度", date(2018, 9, 1)),
    ("mechanism", "工会与镇劳动所、民政办联席协调机制", date(YEAR, 2, 24)),
)
WALL = (
    ("team", "演示镇总工会班子概况"),
    ("targets", f"{YEAR}年工会目标任务"),
    ("rights", "会员的权利和义务"),
    ("functions", "工会的四项社会职能"),
)
# Line, title, form, files due, files there.
BOXES = (
    ("organising", "基层工会组建和换届材料", "documents", 46, 46),
    ("organising", "会员名册", "roster", 18, 18),
    ("bargaining", "集体合同台账", "ledger", 35, 35),
    ("democracy", "职代会和厂务公开台账", "ledger", 58, 55),
    ("relief", "困难职工档案", "ledger", 22, 22),
    ("safety", "劳动保护台账", "ledger", 40, 38),
    ("education", "培训台账", "ledger", 30, 30),
    ("employment", "就业服务台账", "ledger", 20, 20),
    ("merit", "争创和竞赛台账", "ledger", 24, 24),
    ("funds", "会费和经费台账", "ledger", 28, 28),
    ("institutions", "会议和文件", "documents", 52, 51),
    ("culture", "活动照片", "media", 60, 60),
)
# Body, kind, day, item, line, means, days to do it.
FROM_ABOVE = (
    ("party", "studied", date(YEAR, 1, 17), "镇党委会专题研究工会工作", "institutions", "", 0),
    ("party", "supported", date(YEAR, 7, 8), "镇财政安排工会经费补助", "funds", "money", 0),
    ("party", "guided", date(YEAR, 9, 26), "镇党委书记到职工文艺汇演现场指导", "culture", "", 0),
    ("county_union", "guided", date(YEAR, 4, 10), "县总工会指导职工之家试点", "workers_home", "", 0),
    ("county_union", "guided", date(YEAR, 10, 15), "县总工会指导集体协商", "bargaining", "", 0),
    ("county_union", "supported", date(YEAR, 8, 20), "县总工会金秋助学补助", "relief", "money", 0),
    ("county_union", "supported", date(YEAR, 4, 23), "县总工会培训基层工会干部", "education", "training", 0),
    ("county_union", "assigned", date(YEAR, 3, 10), "部署春季安全生产检查", "safety", "", 30),
    ("county_union", "assigned", date(YEAR, 6, 2), "部署安全生产月活动", "safety", "", 28),
    ("county_union", "assigned", date(YEAR, 8, 4), "填报困难职工年度核查表", "relief", "", 25),
    ("county_union", "assigned", date(YEAR, 9, 15), "协助石英行业调研", "safety", "", 40),
    ("county_union", "assigned", date(YEAR, 11, 4), "部署冬季安全生产工作", "safety", "", 35),
)
LATE_ORDER = "填报困难职工年度核查表"
SURVEYS = (
    ("石英行业劳动保护情况", "safety", date(YEAR, 9, 22), "粉尘防护已到位，建议增加职业健康检查频次"),
    (
        "石英行业专项集体合同签订情况",
        "bargaining",
        date(YEAR, 9, 24),
        "三家企业均已签订劳动安全卫生专项集体合同",
    ),
)
STAGES = (
    ("plan", date(YEAR, 1, 14), f"演示镇总工会{YEAR}年工作计划"),
    ("assigned", date(YEAR, 2, 11), f"{YEAR}年工会工作总结部署会议"),
    ("checked", date(YEAR, 7, 15), f"{YEAR}年上半年目标检查"),
    ("appraised", date(YEAR, 12, 23), f"{YEAR}年度目标考核"),
    ("summary", date(YEAR, 12, 30), f"演示镇总工会{YEAR}年工作总结"),
)
LESSONS = ("党政重视是工会工作的保证", "贴近企业实际才能建得起、转得开", "随做随记，底数才清")


def write_office(town: Town) -> None:
    office = town.federation
    for kind, name, day in INSTITUTIONS:
        institution = Institution(organisation=office, from_on=day, kind=kind, name=name, adopted_by="全委会")
        town.record(institution, late=False)
    _post(town)
    for number, (line, title, form, due, present) in enumerate(BOXES, start=1):
        box = ArchiveBox(
            organisation=office,
            from_on=date(YEAR, 12, 12),
            box=f"{YEAR}-{number:02d}",
            title=title,
            year=YEAR,
            form=form,
            line=line,
            retention="permanent" if form == "roster" else "thirty",
            files_due=due,
            files_present=present,
            place="镇总工会档案柜",
            keeper=town.staff.clerk.name,
        )
        town.record(box, late=False, key="archive")
    _above(town)
    _survey(town)
    for kind, day, title in STAGES:
        stage = AnnualStage(organisation=office, occurred_on=day, kind=kind, year=YEAR, title=title)
        town.record(stage, late=False)
    for title in LESSONS:
        lesson = Lesson(organisation=office, occurred_on=date(YEAR, 12, 30), year=YEAR, title=title)
        town.record(lesson, late=False, key="lesson")


def _post(town: Town) -> None:
    """Four texts on the wall; the targets are changed with the year."""
    for kind, title in WALL:
        text = WallText(
            organisation=town.federation,
            from_on=date(YEAR, 1, 20),
            kind=kind,
            title=title,
            version=f"{YEAR}年版",
            text=TEXTS.get(kind, ""),
        )
        town.record(text, late=False, key="wall")
        day = date(YEAR, 2, 14)
        item = WallItem(
            organisation=town.federation,
            from_on=day,
            text=text,
            place="镇总工会办公室",
            checked_on=day,
            next_check_on=date(YEAR + 1, 2, 14),
        )
        photo = town.album.photo("board", f"上墙：{title}", day)
        town.record(item, late=False, exhibits=[(photo, Exhibit.Kind.PHOTO)], after=text)


def _above(town: Town) -> None:
    for body, kind, day, item, line, means, days in FROM_ABOVE:
        due = day + timedelta(days=days) if days else None
        done = due and due + timedelta(days=6 if item == LATE_ORDER else -4)
        upper = UpperSupport(
            organisation=town.federation,
            occurred_on=day,
            body=body,
            kind=kind,
            item=item,
            served_line=line,
            means=means,
            due_on=due,
            done_on=done,
            result="已按要求办理并报送" if done else "",
        )
        town.record(upper, on=done or day, late=False)
    for kind, day, item, partners in (
        ("included", date(YEAR, 1, 24), "工会工作列入镇党建工作要点", ""),
        ("joint", date(YEAR, 3, 4), "党建带群建工作部署会", "共青团、妇联"),
    ):
        link = PartyLink(
            organisation=town.federation, occurred_on=day, kind=kind, item=item, partners=partners
        )
        town.record(link, late=False)


def _survey(town: Town) -> None:
    for theme, line, day, findings in SURVEYS:
        survey = Survey(
            organisation=town.federation,
            occurred_on=day,
            theme=theme,
            line=line,
            trade="石英制品",
            for_whom="upper",
            units_visited=3,
            workers_asked=48,
            findings=findings,
            reported_on=date(YEAR, 10, 20),
        )
        town.record(survey, on=date(YEAR, 10, 20), late=False)
