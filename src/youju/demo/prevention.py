"""Keeping work safe beside committees and inspectors: rules of the firms, hazards, activities, 安康杯."""

from datetime import date, timedelta

from youju.demo.places import ENTERPRISES, YEAR, Place
from youju.demo.town import Town
from youju.records.models import Participation
from youju.work.safety.models import AnkangCup, Hazard, SafetyActivity, SafetyRule

WITHOUT_RULES = ("华丽光电",)
NOT_IN_THE_CUP = ("宁丰机械厂", "华丽光电", "顺通物流")
# Place, day, where, level, what, days to the answer, days until it was gone (0: not yet).
HAZARDS = (
    ("磐石铸造", date(YEAR, 2, 19), "清砂工位", "major", "砂箱吊具磨损超限", 2, 6),
    ("晶源石英", date(YEAR, 3, 12), "切割工段", "ordinary", "局部排风罩破损", 3, 9),
    ("恒晶石英", date(YEAR, 4, 23), "熔制炉前", "ordinary", "隔热屏缺失一块", 4, 12),
    ("宏达服装", date(YEAR, 5, 21), "成品库", "ordinary", "疏散通道堆放货物", 1, 1),
    ("兰天车轮", date(YEAR, 6, 11), "冲压线", "major", "双手按钮失效", 1, 4),
    ("同兴木业", date(YEAR, 7, 16), "砂光车间", "ordinary", "除尘管道积尘", 5, 15),
    ("永固建材", date(YEAR, 8, 20), "搅拌楼", "ordinary", "防护栏松动", 3, 8),
    ("康乐食品", date(YEAR, 9, 17), "冷库", "ordinary", "应急开门装置失灵", 2, 5),
    ("丰平车轮", date(YEAR, 10, 22), "配电间", "ordinary", "绝缘垫老化", 3, 10),
    ("明玉石英", date(YEAR, 12, 10), "破碎工段", "ordinary", "防尘口罩发放不及时", 6, 0),
)
ACTIVITIES = (
    (date(YEAR, 6, 12), "consulting", "安全生产月咨询日", 24),
    (date(YEAR, 6, 26), "drill", "园区联合应急疏散演练", 40),
    (date(YEAR, 9, 23), "inspection", "职工查隐患“随手拍”", 18),
    (date(YEAR, 11, 12), "pledge", "安全承诺签名", 30),
)


def write_prevention(town: Town) -> None:
    for place in ENTERPRISES:
        if place.short not in WITHOUT_RULES:
            for kind, title in (("duty", "安全生产责任制"), ("operation", "岗位安全操作规程")):
                _rule(town, place, kind, title)
        if place.short not in NOT_IN_THE_CUP:
            _enter_cup(town, place)
    for facts in HAZARDS:
        _hazard(town, *facts)
    for facts in ACTIVITIES:
        _act(town, *facts)


def _rule(town: Town, place: Place, kind: str, title: str) -> None:
    rule = SafetyRule(
        organisation=town.unions[place.short],
        from_on=max(place.founded + timedelta(days=30), date(2021, 9, 1)),
        employer=town.employers[place.short],
        kind=kind,
        title=title,
        union_consulted=True,
    )
    town.record(rule, late=False, office=True, key="rules")


def _enter_cup(town: Town, place: Place) -> None:
    cup = AnkangCup(
        organisation=town.unions[place.short],
        occurred_on=max(date(YEAR, 5, 20), place.founded + timedelta(days=5)),
        employer=town.employers[place.short],
        theme="人人讲安全、个个会应急",
        teams=max(place.workers // 15, 2),
        workers=place.workers * 3 // 4,
        result="县级优胜班组1个" if place.workers > 150 else "",
    )
    town.record(cup, office=True, key="cup", late=False)


def _hazard(
    town: Town, short: str, day: date, where: str, level: str, what: str, answered: int, fixed: int
) -> None:
    gone = day + timedelta(days=fixed) if fixed else None
    hazard = Hazard(
        organisation=town.unions[short],
        occurred_on=day,
        employer=town.employers[short],
        place=where,
        level=level,
        description=what,
        found_by="劳动保护检查员",
        proposal="限期整改并复查",
        answered_on=day + timedelta(days=answered),
        due_on=day + timedelta(days=20),
        fixed_on=gone,
        rechecked_on=gone + timedelta(days=2) if gone else None,
        rechecked_by=town.staff.chairs[short].name if gone else "",
    )
    town.record(hazard, on=(gone or day + timedelta(days=answered)) + timedelta(days=2), late=False)


def _act(town: Town, day: date, kind: str, title: str, seats: int) -> None:
    here = [worker.person for worker in town.workers if worker.works_on(day) and worker.place.park]
    people = town.rng.sample(here, seats)
    activity = SafetyActivity(
        organisation=town.federation, occurred_on=day, kind=kind, title=title, place="演示镇工业园区"
    )
    town.record(activity, children=[Participation(person=one, name=one.name) for one in people])
