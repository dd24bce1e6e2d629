"""The units of the demo township. Counts without a date are those of 31 December 2025."""

from datetime import date

from youju.demo.places import YEAR, Place
from youju.people.models import Nature

TOWNSHIP_CODE = "DEMO-XIANG"
TOWNSHIP_FROM = date(2006, 4, 1)
PARK = "演示乡工业园区"
LEADERS = "乡党委书记石克勤、乡长潘爱民"
ENTERPRISE, OFFICE, INSTITUTION = Nature.ENTERPRISE, Nature.OFFICE, Nature.INSTITUTION

PLACES = (
    Place(
        short="蚌埠新材料", employer="蚌埠新材料有限公司", industry="新材料", opened=date(2011, 5, 1),
        founded=date(2013, 4, 16), workers=46, women=17, members=36, joined=5, gone=1,
    ),
    Place(
        short="江凯", employer="江凯机械有限公司", industry="通用设备", opened=date(2009, 3, 1),
        founded=date(2011, 9, 8), workers=26, women=8, members=20, joined=2, gone=1,
    ),
    Place(
        short="兴禾米业", employer="兴禾米业有限公司", industry="粮食加工", opened=date(2010, 8, 1),
        founded=date(2014, 5, 22), workers=14, women=5, members=11, joined=1,
    ),
    Place(
        short="长河砖瓦", employer="长河砖瓦厂", industry="建筑材料", opened=date(2008, 3, 1),
        founded=date(2012, 4, 20), workers=13, women=3, members=10, joined=1, gone=1,
    ),
    Place(
        short="乡中学", employer="演示乡初级中学", industry="教育", nature=INSTITUTION,
        opened=TOWNSHIP_FROM, founded=date(2007, 9, 10), workers=22, women=11, members=20,
    ),
    Place(
        short="乡机关", employer="演示乡人民政府机关", industry="公共管理", nature=OFFICE,
        opened=TOWNSHIP_FROM, founded=date(2006, 9, 26), workers=15, women=5, members=14,
    ),
    Place(
        short="乡卫生院", employer="演示乡卫生院", industry="卫生", nature=INSTITUTION,
        opened=TOWNSHIP_FROM, founded=date(2008, 5, 12), workers=12, women=8, members=10, joined=1,
    ),
    Place(
        short="启明电子", employer="启明电子有限公司", industry="电子元件", park=PARK,
        opened=date(2024, 6, 1), founded=date(YEAR, 5, 20), workers=27, women=15, joined=21,
    ),
    Place(
        short="华森包装", employer="华森包装有限公司", industry="包装材料", park=PARK,
        opened=date(2024, 9, 1), founded=date(YEAR, 8, 19), workers=25, women=9, joined=18,
    ),
)  # fmt: skip
# Too small to be obliged to have a union, and not won yet.
WITHOUT_UNION = (
    Place(
        short="顺风运输队", employer="顺风运输队", industry="道路运输",
        opened=date(2020, 3, 1), founded=None, workers=9, women=1,
    ),
)  # fmt: skip
BY_SHORT = {place.short: place for place in (*PLACES, *WITHOUT_UNION)}
OLD = tuple(place for place in PLACES if not place.is_new)
IN_THE_PARK = tuple(place for place in PLACES if place.park)
ENTERPRISES = tuple(place for place in PLACES if place.is_enterprise)


def on(month: int, day: int) -> date:
    return date(YEAR, month, day)
