"""Units and points named in the year, and the women's drive: who took part, who did not, who left since."""

from collections.abc import Iterable
from datetime import date

from youju.demo.places import PLACES, YEAR, Place
from youju.demo.town import Town, Worker
from youju.records.models import Exhibit
from youju.work.merit.models import Aim, CreationUnit, DemonstrationPoint, Level, WomensDriveEntry

TOOK_PART = 611
NAMED = (
    ("兰天车轮", date(YEAR, 4, 29)), ("晶源石英", date(YEAR, 4, 29)), ("宏达服装", date(YEAR, 6, 30)),
    ("康乐食品", date(YEAR, 9, 29)), ("中心学校", date(YEAR, 12, 3)),
)  # fmt: skip
ACTIVITIES = (
    (date(YEAR, 3, 6), "“三八”节岗位技能展示"),
    (date(YEAR, 6, 20), "女职工岗位练兵"),
    (date(YEAR, 9, 19), "“书香巾帼”读书分享"),
    (date(YEAR, 11, 27), "巾帼标兵岗互评"),
)


def write_honours(town: Town) -> None:
    for short, day in NAMED:
        town.record(_unit(town, short, day), exhibits=_plaque(town, f"{short}创建单位授牌", day))
    town.record(_unit(town, "兰天车轮", date(YEAR, 10, 30), Level.COUNTY))  # a second level: still one unit
    _earlier_units(town)
    _points(town)


def _unit(town: Town, short: str, day: date, level: str = Level.TOWN) -> CreationUnit:
    return CreationUnit(
        organisation=town.unions[short],
        occurred_on=day,
        employer=town.employers[short],
        drive=CreationUnit.Drive.CONTEND,
        level=level,
        standard="学习制度健全，职工培训率达到标准",
        named_by="演示镇总工会" if level == Level.TOWN else "演示县总工会",
    )


def _earlier_units(town: Town) -> None:
    """Named before the year and raised in it; then a name withdrawn and one not yet looked at."""
    town.record(_unit(town, "镇机关", date(YEAR - 1, 5, 20)), late=False)
    town.record(_unit(town, "镇机关", date(YEAR, 5, 20), Level.COUNTY), late=False)
    town.record(_unit(town, "恒晶石英", date(YEAR - 2, 5, 20)), late=False)
    town.reject(town.record(_unit(town, "明玉石英", date(YEAR, 6, 30)), late=False), "未通过验收，不予命名")
    town.record(_unit(town, "永固建材", date(YEAR, 12, 26)), late=False, waits=True)


def _points(town: Town) -> None:
    points = (
        ("晶源石英", "石英车间职工书屋", date(YEAR, 5, 28)),
        ("中心学校", "教师学习共同体", date(YEAR, 10, 10)),
        ("兰天车轮", "车轮班组讲堂", date(YEAR - 1, 9, 5)),
    )
    for short, name, day in points:
        point = _point(town, short, name, day)
        town.record(point, exhibits=_plaque(town, name, day) if day.year == YEAR else [], late=False)
    waiting = _point(town, "宏达服装", "缝纫工艺学习角", date(YEAR, 11, 12))
    town.record(waiting, late=False, waits=True)
    town.reject(waiting, "活动记录不足，暂不认定", returned=True)


def _point(town: Town, short: str, name: str, day: date) -> DemonstrationPoint:
    return DemonstrationPoint(
        organisation=town.unions[short],
        occurred_on=day,
        name=name,
        theme="创建学习型组织",
        place=f"{short}内",
    )


def _plaque(town: Town, caption: str, day: date) -> list:
    return [(town.album.photo("plaque", caption, day), Exhibit.Kind.PHOTO)]


# -- the women's drive -----------------------------------------------------------------


def write_womens_drive(town: Town) -> None:
    photos = {day: _plaque(town, caption, day) for day, caption in ACTIVITIES}
    staying = [w for w in _women(town) if w.until_on is None]
    able = [(worker, days) for worker in staying if (days := _open_to(worker))]
    town.rng.shuffle(able)
    for worker, days in able[:TOOK_PART]:
        for day in days[: town.rng.choice((1, 1, 1, 2))]:
            _take_part(town, worker, day, photos)
    for worker in (w for w in _women(town) if w.until_on is not None):  # left since: of neither side
        for day in _open_to(worker)[:1]:
            _take_part(town, worker, day, photos)
    _what_does_not_count(town, [worker for worker, _days in able[TOOK_PART:]])


def _women(town: Town) -> Iterable[Worker]:
    """Women at unions who were there in the year, each at the place where she was last."""
    unionised = [w for w in town.workers if w.is_woman and w.place.founded is not None]
    moved = {w.person for w in unionised if w.until_on is None}
    here = [w for w in unionised if w.until_on is None or w.until_on.year == YEAR]
    return [w for w in here if w.until_on is None or w.person not in moved]


def _open_to(worker: Worker) -> list[date]:
    """The activities of her union while she worked there, none of them all at once."""
    first = max(worker.from_on, worker.place.founded)
    return [
        day
        for day, _name in _days(worker.place)
        if first <= day and (not worker.until_on or day < worker.until_on)
    ]


def _days(place: Place) -> list[tuple[date, str]]:
    """Larger unions begin at 三八; the others at different times of the year."""
    turn = PLACES.index(place) % 3
    return [*ACTIVITIES[turn:], *ACTIVITIES[:turn]]


def _take_part(town: Town, worker: Worker, day: date, photos: dict) -> None:
    # The picture of an activity stands beside its first entry, not beside each of them.
    town.record(_entry(town, worker, day), exhibits=photos.pop(day, []), key="drive")


def _entry(town: Town, worker: Worker, day: date) -> WomensDriveEntry:
    person_first = town.rng.random() < 0.6
    return WomensDriveEntry(
        organisation=town.unions[worker.place.short],
        occurred_on=day,
        person=worker.person,
        aim=Aim.PERSON if person_first else Aim.TEAM,
        team="" if person_first else f"{worker.place.short}巾帼班组",
        activity=dict(ACTIVITIES)[day],
    )


def _what_does_not_count(town: Town, others: list[Worker]) -> None:
    """One voided, one sent back, two waiting, and those who took part the year before."""
    since = date(YEAR - 1, 3, 7)
    day = ACTIVITIES[-1][0]
    free = [worker for worker in others if not worker.place.is_new]
    town.reject(town.record(_entry(town, free[0], day), late=False), "本人未参加，录入错误")
    returned = town.record(_entry(town, free[1], day), late=False, waits=True)
    town.reject(returned, "活动名称不详", returned=True)
    for worker in free[2:4]:
        town.record(_entry(town, worker, day), late=False, waits=True)
    for worker in [w for w in _women(town) if w.from_on < since and w.place.founded < since][:30]:
        entry = _entry(town, worker, day)
        entry.occurred_on = since
        town.record(entry, key="drive", late=False)
