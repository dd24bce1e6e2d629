"""建家: the checklist, self-checks, a spot-check drawn by a published seed, ballots, facilities."""

from datetime import date
from decimal import Decimal

from youju.demo.places import YEAR, Place
from youju.demo.town import Town
from youju.demo.xiang.places import BY_SHORT, ENTERPRISES, PLACES, on
from youju.ledger.lines import LineOfWork
from youju.records.models import Exhibit
from youju.work.organising.models import Visit
from youju.work.workers_home.drawing import draw
from youju.work.workers_home.models import (
    CheckScore,
    Facility,
    Home,
    HomeItem,
    HomeStandard,
    Sample,
    SampledUnit,
    SatisfactionBallot,
    SelfCheck,
    SpotCheck,
)

SEED, PERCENT = "20251208第五期", 30
DRAWN_ON, CHECKED_ON = on(12, 8), on(12, 11)
ITEMS = (
    ("组织建设", "工会班子健全，按期换届", 20, True),
    ("组织建设", "会员名册、手册齐全", 10, False),
    ("维护权益", "召开职代会，签订或协商集体合同", 20, True),
    ("维护权益", "职工诉求有登记、有答复", 10, False),
    ("民主管理", "公开栏按期更新", 10, False),
    ("职工活动", "有阵地、有活动、有记录", 15, False),
    ("基础管理", "台账和经费管理规范", 15, False),
)
# Marks each unit took off itself, item by item; two items at most.
LOSSES = ((1, 3), (5, 5), (6, 4), (4, 2), (5, 3), (6, 3), (3, 2), (5, 6), (1, 4))
GUIDED = (("江凯", on(4, 15)), ("乡中学", on(5, 13)), ("启明电子", on(9, 16)), ("蚌埠新材料", on(10, 14)))
FACILITIES = (
    ("蚌埠新材料", Facility.Kind.TABLE_TENNIS, 2, Facility.Source.UNION, date(YEAR, 4, 23)),
    ("蚌埠新材料", Facility.Kind.ROOM, 1, Facility.Source.EMPLOYER, date(YEAR, 3, 26)),
    ("乡中学", Facility.Kind.BASKETBALL, 1, Facility.Source.EMPLOYER, date(2019, 9, 2)),
    ("启明电子", Facility.Kind.ROOM, 1, Facility.Source.EMPLOYER, date(YEAR, 9, 18)),
    ("江凯", Facility.Kind.BOOKS, 1, Facility.Source.UNION, date(YEAR, 5, 8)),
)


def write(town: Town) -> None:
    standard, items = _standard(town)
    for short, day in GUIDED:
        _guide(town, short, day)
    checks = {}
    for number, place in enumerate(PLACES):
        home = Home(organisation=town.unions[place.short], from_on=max(place.founded, on(4, 10)))
        town.record(home, late=False, key="home")
        checks[place.short] = _self_check(town, place, number, standard, items)
        _ballots(town, place, number)
    _spot_checks(town, standard, items, checks)
    for short, kind, quantity, source, day in FACILITIES:
        record = Facility(
            organisation=town.unions[short],
            from_on=day,
            kind=kind,
            quantity=quantity,
            source=source,
            provided_by="演示乡总工会" if source == Facility.Source.UNION else BY_SHORT[short].employer,
            place=f"{short}院内",
        )
        town.record(record, late=False)


def _standard(town: Town) -> tuple[HomeStandard, list[HomeItem]]:
    standard = HomeStandard(
        organisation=town.federation,
        from_on=on(4, 7),
        name="职工之家建设标准",
        version=f"{YEAR}年版",
        issued_by="演示乡总工会",
        pass_mark=Decimal(80),
    )
    town.record(standard, late=False)
    items = []
    for order, (dimension, content, marks, required) in enumerate(ITEMS, start=1):
        item = HomeItem(
            organisation=town.federation,
            from_on=standard.from_on,
            standard=standard,
            order=order,
            dimension=dimension,
            content=content,
            marks=Decimal(marks),
            required=required,
        )
        items.append(town.record(item, late=False, key="item", after=standard))
    return standard, items


def _guide(town: Town, short: str, day: date) -> None:
    visit = Visit(
        organisation=town.unions[short],
        occurred_on=day,
        kind=Visit.Kind.HOME,
        served_line=LineOfWork.WORKERS_HOME,
        visitors=town.staff.clerk.name,
        met=town.chair(BY_SHORT[short]).name,
        content="对照建家标准逐项讲解，指导整理台账和阵地",
        result="列出待补材料清单",
    )
    town.record(visit)


def _scores(items: list[HomeItem], losses: dict[int, int]) -> list[CheckScore]:
    return [
        CheckScore(
            item=item, score=item.marks - losses.get(place, 0), note="材料不全" if place in losses else ""
        )
        for place, item in enumerate(items)
    ]


def _self_check(
    town: Town, place: Place, number: int, standard: HomeStandard, items: list[HomeItem]
) -> SelfCheck:
    where, loss = LOSSES[number]
    check = SelfCheck(
        organisation=town.unions[place.short],
        occurred_on=on(11, 24 + number % 5),
        standard=standard,
        checked_by=town.chair(place).name,
        gaps=f"{ITEMS[where][1]}方面尚有差距",
        remedy="明年一季度补齐",
        remedy_by=date(YEAR + 1, 3, 31),
    )
    return town.record(check, children=_scores(items, {where: loss}), late=False)


def _ballots(town: Town, place: Place, number: int) -> None:
    """Workers everywhere; investors and managers at the firms."""
    workers = len(town.at(place, on(11, 20)))
    back = workers - number % 2
    unhappy = number % 3
    _ballot(town, place, SatisfactionBallot.Group.WORKERS, workers, back, unhappy)
    if place in ENTERPRISES:
        _ballot(town, place, SatisfactionBallot.Group.OWNERS, 5, 5, 0)


def _ballot(town: Town, place: Place, group: str, issued: int, returned: int, unhappy: int) -> None:
    basically = returned // 8
    ballot = SatisfactionBallot(
        organisation=town.unions[place.short],
        occurred_on=on(11, 20),
        group=group,
        issued=issued,
        returned=returned,
        satisfied=returned - basically - unhappy,
        basically=basically,
        dissatisfied=unhappy,
    )
    town.record(ballot, late=False)


def _spot_checks(
    town: Town, standard: HomeStandard, items: list[HomeItem], checks: dict[str, SelfCheck]
) -> None:
    """Anybody who draws again by the same seed draws the same units."""
    drawn = draw(town.unions.values(), SEED, PERCENT)
    sample = Sample(
        organisation=town.federation,
        occurred_on=DRAWN_ON,
        standard=standard,
        percent=PERCENT,
        seed=SEED,
        witnessed_by=town.staff.auditor.name,
    )
    town.record(sample, children=[SampledUnit(unit=unit) for unit in drawn], late=False)
    for number, unit in enumerate(drawn):
        place = BY_SHORT[unit.short_name]
        where, loss = LOSSES[PLACES.index(place)]
        check = SpotCheck(
            organisation=unit,
            occurred_on=CHECKED_ON,
            sample=sample,
            self_check=checks[place.short],
            standard=standard,
            checkers=f"{town.staff.leader.name}、{town.staff.clerk.name}",
            opinion="自查基本属实，台账还须补齐",
        )
        photo = town.album.photo("visit", f"{place.short}建家抽查", CHECKED_ON)
        scores = _scores(items, {where: loss + number % 2})
        town.record(check, children=scores, exhibits=[(photo, Exhibit.Kind.PHOTO)], late=False, after=sample)
