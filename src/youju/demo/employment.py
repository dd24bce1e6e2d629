"""People found work, here and in the south, and people gone out to work; a few are in both."""

from datetime import date

from youju.demo.places import BY_SHORT, YEAR
from youju.demo.town import Town
from youju.people.models import Person
from youju.records.models import Exhibit
from youju.work.employment.models import Destination, JobPlacement, LabourExport

PLACED_HERE, PLACED_SOUTH = 41, 31
EXPORTED = 122
FAIRS = tuple(date(YEAR, month, day) for month, day in ((2, 18), (4, 22), (6, 24), (9, 16), (11, 18)))
DEPARTURES = tuple(
    date(YEAR, month, day) for month, day in ((2, 6), (2, 20), (3, 6), (5, 13), (8, 19), (10, 14))
)
LAW_CLASS = date(YEAR, 2, 5)  # those whom the union sent heard it before they left
SOUTH = (
    ("苏州", "电子厂", "普工"),
    ("无锡", "机械厂", "操作工"),
    ("常州", "纺织厂", "挡车工"),
    ("昆山", "包装厂", "质检员"),
)
FAR = (
    (Destination.SOUTH, "江苏苏州", "电子制造"),
    (Destination.OUTSIDE, "浙江宁波", "服装加工"),
    (Destination.OUTSIDE, "上海", "家政服务"),
    (Destination.PROVINCE, "江苏南通", "建筑业"),
    (Destination.OUTSIDE, "广东东莞", "电子制造"),
)
TAKERS = ("丰平车轮", "华丽光电", "宏达服装", "晶源石英", "丰盛纸箱厂", "康乐食品")


def write_employment(town: Town, seekers: list[Person]) -> list[JobPlacement]:
    """Returns one placement for each person who was hired."""
    placed = _write_placements(town, seekers)
    _write_exports(town, seekers)
    return placed


def _write_placements(town: Town, seekers: list[Person]) -> list[JobPlacement]:
    proofs = {day: _photo(town, "fair", f"就业招聘会{day.month}月{day.day}日", day) for day in FAIRS}
    found, placed = seekers[: PLACED_HERE + PLACED_SOUTH], []
    for number, person in enumerate(found):
        day, here = FAIRS[number % len(FAIRS)], number < PLACED_HERE
        if number % 9 == 0 and day is not FAIRS[0]:  # introduced before, and not taken
            town.record(_placement(town, person, FAIRS[0], number, here=True, hired=False), key="fair")
        placement = _placement(town, person, day, number, here=here)
        placed.append(town.record(placement, exhibits=proofs[day], key="fair"))
        if number % 12 == 0:  # found work a second time: still one person
            town.record(_placement(town, person, date(YEAR, 12, 2), number, here=here), key="fair")
    _placements_that_do_not_count(town, seekers[len(found) :])
    return placed


def _placements_that_do_not_count(town: Town, rest: list[Person]) -> None:
    for number, person in enumerate(rest[:9]):
        town.record(_placement(town, person, FAIRS[2], number, here=True, hired=False), key="fair")
    for number, person in enumerate(rest[9:14]):
        town.record(
            _placement(town, person, date(YEAR - 1, 9, 18), number, here=True), key="fair", late=False
        )
    waiting, unproven, doubled = rest[14:17]
    town.record(_placement(town, waiting, date(YEAR, 12, 16), 1, here=True), late=False, waits=True)
    returned = town.record(_placement(town, unproven, FAIRS[3], 2, here=True), late=False, waits=True)
    town.reject(returned, "请补充录用证明", returned=True)
    town.reject(town.record(_placement(town, doubled, FAIRS[3], 3, here=True), late=False), "本人未到岗")


def _placement(
    town: Town, person: Person, day: date, number: int, *, here: bool, hired: bool = True
) -> JobPlacement:
    city, firm, post = SOUTH[number % len(SOUTH)]
    taker = BY_SHORT[TAKERS[number % len(TAKERS)]]
    return JobPlacement(
        organisation=town.federation,
        occurred_on=day,
        person=person,
        employer=town.employers[taker.short] if here else None,
        employer_name="" if here else f"{city}某{firm}",
        post="操作工" if here else post,
        destination=Destination.COUNTY if here else Destination.SOUTH,
        place="演示镇" if here else city,
        hired=hired,
        contract_signed=hired,
        partner="镇劳动所",
    )


# -- labour export ---------------------------------------------------------------------


def _write_exports(town: Town, seekers: list[Person]) -> None:
    proofs = {day: _photo(town, "bus", f"劳务输出专车{day.month}月{day.day}日", day) for day in DEPARTURES}
    leaving = seekers[60:85] + [town.people.person(born=(1968, 2004)) for _ in range(EXPORTED - 25)]
    for number, person in enumerate(leaving):
        day = DEPARTURES[number % len(DEPARTURES)]
        town.record(_export(person, town, day, number), exhibits=proofs[day], key="export")
        if number % 20 == 0:  # came back for the harvest and left again
            town.record(_export(person, town, date(YEAR, 11, 20), number), key="export")
    for number, person in enumerate([*leaving[:20], *(town.people.person() for _ in range(18))]):
        earlier = _export(person, town, date(YEAR - 1, 3, 6), number)
        town.record(earlier, key="export", late=False)
    _exports_that_do_not_count(town)


def _exports_that_do_not_count(town: Town) -> None:
    strangers = [town.people.person() for _ in range(6)]
    for person in strangers[:3]:
        town.record(_export(person, town, date(YEAR, 12, 22), 1), late=False, waits=True)
    town.reject(town.record(_export(strangers[3], town, DEPARTURES[3], 2), late=False), "当日未出行")
    returned = town.record(_export(strangers[4], town, DEPARTURES[4], 3), late=False, waits=True)
    town.reject(returned, "务工地点不详，请补充", returned=True)
    town.record(_export(strangers[5], town, date(YEAR + 1, 1, 5), 4), late=False)


def _export(person: Person, town: Town, day: date, number: int) -> LabourExport:
    destination, place, trade = FAR[number % len(FAR)]
    organisers = LabourExport.Organiser
    return LabourExport(
        organisation=town.federation,
        occurred_on=day,
        person=person,
        destination=destination,
        place=place,
        employer_name=f"{place}某企业",
        trade=trade,
        law_trained_on=LAW_CLASS if number % 3 and day > LAW_CLASS else None,
        organised_by=organisers.UNION if number % 3 else organisers.LABOUR_OFFICE,
    )


def _photo(town: Town, scene: str, caption: str, day: date) -> list:
    return [(town.album.photo(scene, caption, day), Exhibit.Kind.PHOTO)]
