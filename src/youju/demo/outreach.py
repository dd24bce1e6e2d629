"""Winning employers for the union: the list of those to be won, visits, and what was done to win them."""

from datetime import date, timedelta

from youju.demo.officers import OVERDUE, elected_on
from youju.demo.places import BY_SHORT, PLACES, YEAR, Place
from youju.demo.town import Town
from youju.work.organising.models import Measure, Prospect, Visit, WorkGroup

GROUP_FROM = date(YEAR, 1, 20)
GUIDED = (("晶源石英", date(YEAR, 3, 19)), ("宏达服装", date(YEAR, 8, 20)), ("华丽光电", date(YEAR, 10, 28)))
AT_HOMES = (("兰天车轮", date(YEAR, 4, 2)), ("兰天车轮", date(YEAR, 5, 21)), ("康乐食品", date(YEAR, 9, 10)))
MEASURES = (
    ("forming", date(YEAR, 1, 22), "建会工作倒排工期表", "四家企业按期建会"),
    ("forming", date(YEAR, 2, 26), "园区企业建会联络员制度", "园区每家企业明确一名联络员"),
    ("forming", date(YEAR, 9, 24), "小微企业联合建会试办", "两家小店愿意加入联合工会"),
    ("standards", date(YEAR, 2, 12), "镇总工会办公场所挂牌", "办公室、会议室、谈心室齐备"),
    ("standards", date(YEAR, 5, 15), "基层工会“六有”达标检查", "十四家达标，四家新建工会限期达标"),
    ("standards", date(YEAR, 11, 18), "工会档案集中整理", "补齐近三年归档材料"),
)


def write_outreach(town: Town) -> None:
    for place in PLACES:
        if place.is_new:
            _won(town, place)
    _still_open(town)
    _group(town)
    for place in PLACES:
        due_soon = not place.is_new and elected_on(place).year == YEAR
        if due_soon or place.short == OVERDUE:
            _urge(town, place, date(YEAR, 2, 20) if due_soon else date(YEAR, 9, 8))
    for kind, rows in (("face_to_face", GUIDED), ("home", AT_HOMES)):
        for short, day in rows:
            _guide(town, kind, short, day)
    for kind, day, title, result in MEASURES:
        measure = Measure(
            organisation=town.federation, occurred_on=day, kind=kind, title=title, result=result
        )
        town.record(measure)


def _won(town: Town, place: Place) -> None:
    """From the list to a registered union, with two visits on the way."""
    employer = town.employers[place.short]
    listed, founded = date(YEAR - 1, 11, 6), place.founded
    prospect = Prospect(
        organisation=town.federation,
        from_on=listed,
        until_on=founded + timedelta(days=25),
        employer=employer,
        workers=place.workers - 4,
        contact=town.chair(place).name,
        contacted_on=founded - timedelta(days=75),
        preparing_on=founded - timedelta(days=40),
        approved_on=founded - timedelta(days=12),
        approval_number=f"演镇工复〔{YEAR}〕{PLACES.index(place) + 1}号",
        elected_on=founded,
        registered_on=founded + timedelta(days=25),
        union=town.unions[place.short],
    )
    town.record(prospect, on=founded + timedelta(days=26), late=False)
    for days in (75, 40):
        visit = _visit(town, "organising", place, founded - timedelta(days=days))
        visit.organisation = town.federation
        visit.content, visit.result = "宣讲工会法律法规，商定建会步骤", "同意建会"
        town.record(visit)


def _still_open(town: Town) -> None:
    prospect = Prospect(
        organisation=town.federation,
        from_on=date(YEAR, 9, 1),
        employer=town.employers["平桥建材经营部"],
        workers=BY_SHORT["平桥建材经营部"].workers,
        contacted_on=date(YEAR, 9, 25),
        obstacle="人数少，拟与惠民超市联合建会",
    )
    town.record(prospect, on=date(YEAR, 9, 26), late=False)


def _group(town: Town) -> None:
    group = WorkGroup(
        organisation=town.federation,
        from_on=GROUP_FROM,
        name="企业建会工作小组",
        leader=town.staff.leader.name,
        offices="镇经济发展办公室、镇总工会",
        people=f"{town.staff.leader.name}、{town.staff.clerk.name}、{town.people.name(woman=False)}",
        task="全年新建企业工会四家",
    )
    town.record(group, late=False)


def _urge(town: Town, place: Place, day: date) -> None:
    visit = _visit(town, "election", place, day)
    visit.content, visit.result = "核对届期，说明改选程序和候选人条件", "答应按程序改选"
    town.record(visit, office=True)


def _guide(town: Town, kind: str, short: str, day: date) -> None:
    place = BY_SHORT[short]
    visit = _visit(town, kind, place, day)
    visit.organisation = town.federation
    home = kind == "home"
    visit.served_line = "workers_home" if home else "bargaining"
    visit.content = "对照建家标准逐项指导" if home else "面对面指导集体协商和合同文本"
    visit.result = "列出改进清单" if home else "协商程序已改正"
    town.record(visit)


def _visit(town: Town, kind: str, place: Place, day: date) -> Visit:
    return Visit(
        organisation=town.unions[place.short],
        occurred_on=day,
        kind=kind,
        employer=town.employers[place.short],
        visitors=f"{town.staff.leader.name}、{town.staff.clerk.name}",
        met=town.chair(place).name,
    )
