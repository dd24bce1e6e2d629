"""The units of the demo town: what each is, since when, and how many people it should end the year with."""

from dataclasses import dataclass, field
from datetime import date

from youju.people.models import Nature

COUNTY_CODE, TOWN_CODE = "DEMO-XIAN", "DEMO-ZHEN"
COUNTY_FROM, TOWN_FROM = date(2000, 5, 1), date(2005, 3, 1)
YEAR = 2025
YEAR_START, YEAR_END = date(YEAR, 1, 1), date(YEAR, 12, 31)
PARK = "演示镇工业园区"
VILLAGES = ("北芹村", "南芹村", "东桥村", "西湖村", "河湾村", "柳庄村", "大圩村", "石门村", "新集社区")
BODIES = ("镇民政办", "镇慈善协会", "镇劳动所")


@dataclass(frozen=True, kw_only=True)
class Place:
    """One employer and its union. Counts without a date are those of 31 December 2025."""

    short: str
    employer: str
    industry: str
    opened: date
    founded: date | None  # of the union; None: an employer without one
    workers: int
    women: int
    nature: Nature = Nature.ENTERPRISE
    park: str = ""
    members: int = 0  # at the end of 2024
    joined: int = 0  # 2025: 入会
    came: int = 0  # 2025: 转入 from outside the town
    gone: int = 0  # 2025: 转出 out of the town
    ended: dict[str, int] = field(default_factory=dict)  # 2025: other ways of ending

    @property
    def is_new(self) -> bool:
        return self.founded is not None and self.founded.year == YEAR

    @property
    def is_enterprise(self) -> bool:
        return self.nature == Nature.ENTERPRISE


PLACES = (
    Place(
        short="兰天车轮", employer="兰天车轮有限公司", industry="车轮制造", park=PARK,
        opened=date(2005, 6, 1), founded=date(2006, 4, 18), workers=242, women=46,
        members=176, joined=24, came=3, gone=2, ended={"left": 1, "lapsed": 2, "died": 1, "retained": 1},
    ),
    Place(
        short="晶源石英", employer="晶源石英制品有限公司", industry="石英制品", park=PARK,
        opened=date(2006, 3, 1), founded=date(2008, 5, 20), workers=156, women=60,
        members=112, joined=12, came=2, gone=1, ended={"left": 1, "lapsed": 1},
    ),
    Place(
        short="恒晶石英", employer="恒晶石英玻璃有限公司", industry="石英制品", park=PARK,
        opened=date(2009, 2, 1), founded=date(2010, 9, 15), workers=98, women=33,
        members=70, joined=7, gone=1, ended={"lapsed": 1},
    ),
    Place(
        short="明玉石英", employer="明玉石英材料厂", industry="石英制品",
        opened=date(2010, 7, 1), founded=date(2012, 6, 12), workers=63, women=22,
        members=44, joined=4, ended={"left": 1},
    ),
    Place(
        short="宏达服装", employer="宏达服装有限公司", industry="服装加工", park=PARK,
        opened=date(2007, 4, 1), founded=date(2009, 3, 6), workers=176, women=139,
        members=124, joined=17, came=3, gone=2, ended={"left": 1, "lapsed": 2},
    ),
    Place(
        short="金穗粮油", employer="金穗粮油加工厂", industry="粮油加工",
        opened=date(2006, 10, 1), founded=date(2011, 4, 26), workers=49, women=15,
        members=38, joined=2, ended={"retained": 1},
    ),
    Place(
        short="康乐食品", employer="康乐食品有限公司", industry="食品制造", park=PARK,
        opened=date(2011, 5, 1), founded=date(2013, 11, 8), workers=104, women=55,
        members=72, joined=9, came=1, ended={"died": 1, "lapsed": 1},
    ),
    Place(
        short="永固建材", employer="永固建材有限公司", industry="水泥制品",
        opened=date(2008, 8, 1), founded=date(2012, 3, 22), workers=66, women=10,
        members=46, joined=4, ended={"left": 1},
    ),
    Place(
        short="立新塑业", employer="立新塑业有限公司", industry="塑料制品", park=PARK,
        opened=date(2013, 3, 1), founded=date(2015, 10, 14), workers=71, women=24,
        members=50, joined=3, ended={"expelled": 1},
    ),
    Place(
        short="顺通物流", employer="顺通物流有限公司", industry="道路运输",
        opened=date(2016, 6, 1), founded=date(2018, 5, 9), workers=41, women=9,
        members=28, joined=2,
    ),
    Place(
        short="磐石铸造", employer="磐石铸造厂", industry="金属铸造",
        opened=date(2009, 9, 1), founded=date(2014, 7, 17), workers=47, women=5,
        members=34, joined=2,
    ),
    Place(
        short="同兴木业", employer="同兴木业有限公司", industry="木材加工",
        opened=date(2014, 4, 1), founded=date(2017, 8, 23), workers=54, women=15,
        members=37, joined=2, ended={"left": 1},
    ),
    Place(
        short="镇机关", employer="演示镇人民政府机关", industry="公共管理", nature=Nature.OFFICE,
        opened=date(2005, 3, 1), founded=date(2005, 9, 28), workers=76, women=17,
        members=58, joined=1, came=1, gone=1, ended={"retained": 1},
    ),
    Place(
        short="中心学校", employer="演示镇中心学校", industry="教育", nature=Nature.INSTITUTION,
        opened=date(2005, 3, 1), founded=date(2006, 9, 10), workers=163, women=62,
        members=123, joined=1, came=2, gone=2, ended={"died": 1, "retained": 1},
    ),
    Place(
        short="丰盛纸箱厂", employer="丰盛纸箱厂", industry="纸制品",
        opened=date(2022, 3, 1), founded=date(2025, 3, 18), workers=44, women=16, joined=34,
    ),
    Place(
        short="宁丰机械厂", employer="宁丰机械厂", industry="通用设备",
        opened=date(2021, 9, 1), founded=date(2025, 4, 22), workers=58, women=14, joined=42,
    ),
    Place(
        short="丰平车轮", employer="丰平车轮有限公司", industry="车轮制造", park=PARK,
        opened=date(2023, 5, 1), founded=date(2025, 6, 10), workers=96, women=20, joined=66,
    ),
    Place(
        short="华丽光电", employer="华丽光电科技有限公司", industry="光电器件", park=PARK,
        opened=date(2023, 10, 1), founded=date(2025, 9, 16), workers=132, women=71, joined=88, came=2,
    ),
)  # fmt: skip
# Too small for a union of their own: their people are workers of the town, but of no union.
WITHOUT_UNION = (
    Place(
        short="平桥建材经营部", employer="平桥建材经营部", industry="零售",
        opened=date(2019, 4, 1), founded=None, workers=11, women=4,
    ),
    Place(
        short="惠民超市", employer="惠民超市", industry="零售",
        opened=date(2021, 1, 1), founded=None, workers=9, women=3,
    ),
)  # fmt: skip
# 2025: members who changed from one union of the town to another. Inside the town they cancel out.
MOVES = (
    ("晶源石英", "恒晶石英", date(2025, 5, 14)),
    ("立新塑业", "丰盛纸箱厂", date(2025, 7, 8)),
    ("兰天车轮", "丰平车轮", date(2025, 8, 4)),
    ("兰天车轮", "丰平车轮", date(2025, 8, 4)),
    ("宏达服装", "华丽光电", date(2025, 10, 20)),
    ("宏达服装", "华丽光电", date(2025, 11, 5)),
)
BY_SHORT = {place.short: place for place in (*PLACES, *WITHOUT_UNION)}
ENTERPRISES = tuple(place for place in PLACES if place.is_enterprise)
