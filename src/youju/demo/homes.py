"""职工之家: which units build one, the pilot, and what workers use there and who gave it."""

from datetime import date
from decimal import Decimal

from youju.demo.places import YEAR
from youju.demo.town import Town
from youju.records.models import Exhibit
from youju.work.workers_home.models import Facility, Home, Pilot

PILOT = "兰天车轮"
HOMES = (
    (PILOT, "building", date(YEAR, 3, 26)), ("晶源石英", "qualified", date(2023, 11, 20)),
    ("宏达服装", "qualified", date(2022, 11, 15)), ("康乐食品", "building", date(YEAR, 4, 9)),
    ("中心学校", "advanced", date(2021, 12, 8)), ("镇机关", "small", date(2022, 5, 19)),
)  # fmt: skip
# Two kinds from the town union and three from the firm.
FACILITIES = (
    ("table_tennis", "union", 2, 3600, "职工之家一楼"), ("billiards", "union", 1, 3600, "职工之家一楼"),
    ("basketball", "employer", 1, 86000, "厂区东侧"), ("badminton", "employer", 2, 24000, "厂区东侧"),
    ("computers", "employer", 12, 42000, "职工之家二楼电子阅览室"),
)  # fmt: skip


def write_homes(town: Town) -> None:
    for short, level, day in HOMES:
        home = Home(
            organisation=town.unions[short],
            from_on=day,
            level=level,
            named_by="" if level in ("building", "small") else "演示县总工会",
        )
        town.record(home, late=False, office=True)
    union, firm = town.unions[PILOT], town.employers[PILOT]
    pilot = Pilot(
        organisation=town.federation,
        from_on=date(YEAR, 3, 26),
        kind="home",
        employer=firm,
        grounds="职工多，场地具备，企业愿意配套",
        outcome="丰富了职工业余生活，改善了基层工会的工作条件",
    )
    town.record(pilot, late=False)
    for kind, source, quantity, cost, place in FACILITIES:
        day = date(YEAR, 4, 18) if source == "union" else date(YEAR, 5, 20)
        facility = Facility(
            organisation=union,
            from_on=day,
            kind=kind,
            quantity=quantity,
            source=source,
            provided_by="演示镇总工会" if source == "union" else firm.name,
            place=place,
            cost=Decimal(cost),
        )
        photo = town.album.photo("plaque", f"{PILOT}职工之家{facility.get_kind_display()}", day)
        town.record(facility, late=False, exhibits=[(photo, Exhibit.Kind.PHOTO)])
