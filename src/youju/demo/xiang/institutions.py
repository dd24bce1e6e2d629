"""Six institutions in force, six items on the wall, and the archive that is not complete yet."""

from datetime import date

from youju.demo.places import YEAR
from youju.demo.town import Town
from youju.demo.xiang.places import on
from youju.ledger.lines import LineOfWork
from youju.records.models import Exhibit
from youju.work.institutions.models import ArchiveBox, Institution, WallItem, WallText

Kind, Wall = Institution.Kind, WallText.Kind
INSTITUTIONS = (
    (Kind.ORGANISATION, "组织制度", "工会干部出缺三个月内按民主程序改选补齐，到期换届提前半年提示"),
    (Kind.TARGETS, "目标责任制度", "年初签责任书，年中检查，年末考核，完成数以台账为准"),
    (Kind.MEETINGS, "会议制度", "年初开总结部署会，每季度末开一次例会"),
    (Kind.TRAINING, "培训制度", "工会干部每年至少参加一次业务培训、一次法律培训"),
    (Kind.WALL, "上墙制度", "班子概况、目标任务、会员权利义务、四项社会职能等上墙公布，每半年检查一次"),
    (Kind.ARCHIVE, "档案台账制度", "工作随做随记，证据同步归档，年底立卷"),
)
FUNCTIONS = "维护职能、建设职能、参与职能、教育职能。"
RIGHTS = "会员有选举权、被选举权和表决权，有批评、建议和监督的权利；有执行工会决议、交纳会费的义务。"
# What hangs on the wall, where, and its words.
ON_THE_WALL = (
    (Wall.TEAM, "工会班子概况", "乡总工会办公室", "主席、副主席、委员分工和联系电话。"),
    (Wall.TARGETS, "工会目标任务", "乡总工会办公室", "组织建设、维权、建家、竞赛、文体等年度目标。"),
    (Wall.RIGHTS, "会员权利、义务", "乡总工会会议室", RIGHTS),
    (Wall.FUNCTIONS, "工会四项社会职能", "乡总工会会议室", FUNCTIONS),
    (Wall.OTHER, "工会会议和培训制度", "乡总工会会议室", "年初部署、季度例会、干部培训的规定。"),
    (Wall.OTHER, "档案台账管理制度", "乡总工会档案室", "台账登记、立卷、保管、借阅的规定。"),
)
# Box, title, form, line, how many files belong in it and how many are there.
BOXES = (
    ("A-01", "工会会员和组建台账", ArchiveBox.Form.LEDGER, LineOfWork.ORGANISING, 26, 24),
    ("A-02", "会议和目标责任台账", ArchiveBox.Form.LEDGER, LineOfWork.INSTITUTIONS, 31, 30),
    ("A-03", "宣传学习培训台账", ArchiveBox.Form.LEDGER, LineOfWork.EDUCATION, 22, 19),
    ("A-04", "协商和集体合同台账", ArchiveBox.Form.LEDGER, LineOfWork.BARGAINING, 14, 13),
    ("A-05", "民主管理台账", ArchiveBox.Form.LEDGER, LineOfWork.DEMOCRACY, 28, 24),
    ("A-06", "送温暖台账", ArchiveBox.Form.LEDGER, LineOfWork.RELIEF, 18, 17),
    ("A-07", "建家台账", ArchiveBox.Form.LEDGER, LineOfWork.WORKERS_HOME, 21, 20),
    ("A-08", "竞赛和文体活动台账", ArchiveBox.Form.LEDGER, LineOfWork.CULTURE, 16, 14),
    ("A-09", "会费和经费台账", ArchiveBox.Form.LEDGER, LineOfWork.FUNDS, 24, 24),
    ("B-01", "上级来文和请示批复", ArchiveBox.Form.DOCUMENTS, LineOfWork.INSTITUTIONS, 35, 29),
    ("B-02", "活动照片", ArchiveBox.Form.MEDIA, LineOfWork.CULTURE, 40, 31),
)


def write(town: Town) -> None:
    for kind, name, content in INSTITUTIONS:
        record = Institution(
            organisation=town.federation,
            from_on=on(1, 20),
            kind=kind,
            name=name,
            version=f"（{YEAR}年修订）",
            adopted_on=on(1, 15),
            adopted_by="乡总工会全委会",
            content=content,
        )
        town.record(record, late=False, key="institution")
    former = Institution(
        organisation=town.federation,
        from_on=date(2019, 3, 1),
        until_on=on(1, 19),
        kind=Kind.MEETINGS,
        name="工会例会制度",
        content="每半年开一次例会",
    )
    town.record(former, late=False)
    for wall in ON_THE_WALL:
        _hang(town, *wall)
    for box in BOXES:
        _box(town, *box)


def _hang(town: Town, kind: str, title: str, place: str, words: str) -> None:
    text = WallText(
        organisation=town.federation,
        from_on=on(2, 10),
        kind=kind,
        title=title,
        version=f"{YEAR}年版",
        text=words,
    )
    town.record(text, late=False, key="wall text")
    item = WallItem(
        organisation=town.federation,
        from_on=on(2, 18),
        text=text,
        place=place,
        checked_on=on(9, 2),
        next_check_on=date(YEAR + 1, 3, 2),
    )
    photo = town.album.photo("board", f"{title}上墙", on(2, 18))
    proof = [(photo, Exhibit.Kind.PHOTO)] if kind != Wall.OTHER else []
    town.record(item, exhibits=proof, late=False, key="wall item", on=on(9, 2), after=text)


def _box(town: Town, box: str, title: str, form: str, line: str, due: int, present: int) -> None:
    record = ArchiveBox(
        organisation=town.federation,
        from_on=on(12, 15),
        box=box,
        title=f"{YEAR}年{title}",
        year=YEAR,
        form=form,
        line=line,
        retention=ArchiveBox.Retention.TEN,
        files_due=due,
        files_present=present,
        place="乡总工会档案室",
        keeper=town.staff.clerk.name,
    )
    town.record(record, late=False, key="archive")
