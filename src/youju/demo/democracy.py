"""Congresses and disclosures of every union."""

from datetime import date, timedelta

from youju.demo.places import BY_SHORT, PLACES, YEAR, Place
from youju.demo.town import Town
from youju.people.models import Nature
from youju.records.models import Exhibit
from youju.work.democracy.models import Congress, Disclosure

PHOTO, MINUTES = Exhibit.Kind.PHOTO, Exhibit.Kind.MINUTES
ITEMS = {
    Nature.ENTERPRISE: (
        "factory",
        ("上半年生产经营情况", "工资调整方案", "安全生产投入", "社会保险缴纳情况"),
    ),
    Nature.INSTITUTION: ("school", ("绩效工资分配方案", "职称评聘结果", "校舍维修支出", "食堂收支")),
    Nature.OFFICE: ("office", ("公务接待支出", "干部考核结果", "民生实事进展", "车辆使用情况")),
}
AGENDA = "听取工作报告；审议工资、安全和福利事项；审议集体合同草案"


def write_congresses(town: Town) -> None:
    for number, place in enumerate(PLACES):
        day = _congress_day(place, number)
        if not place.is_new:
            town.record(_congress(town, place, day.replace(year=YEAR - 1)))
        town.record(_congress(town, place, day), exhibits=_congress_proof(town, place, day))
        if number in (0, 4):  # a second session in the same year is still one union
            town.record(_congress(town, place, date(YEAR, 11, 20), "第二次"))
    failed = _congress(town, BY_SHORT["永固建材"], date(YEAR, 1, 16))
    failed.delegates_present = failed.delegates_due // 2
    failed.resolutions = "到会人数不足三分之二，会议改期"
    town.record(failed, late=False)
    doubled = _congress(town, BY_SHORT["立新塑业"], date(YEAR, 10, 22))
    town.record(doubled, late=False)
    town.reject(doubled, "与原记录重复")
    town.record(_congress(town, BY_SHORT["同兴木业"], date(YEAR, 12, 26)), late=False, waits=True)


def _congress_day(place: Place, number: int) -> date:
    if place.is_new:
        return place.founded + timedelta(days=38)
    return date(YEAR, 2 + number % 5, 6 + number)


def _congress(town: Town, place: Place, day: date, which: str = "") -> Congress:
    workers = len(town.at(place, day))
    if place.nature == Nature.INSTITUTION:
        kind, due = Congress.Kind.TEACHERS, 30 + workers // 8
    elif workers < 100:
        kind, due = Congress.Kind.ALL, workers
    else:
        kind, due = Congress.Kind.WORKERS, 30 + workers // 8
    session = f"{day.year}年{which}" if which else f"{day.year}年度"
    return Congress(
        organisation=town.unions[place.short],
        occurred_on=day,
        kind=kind,
        session=session,
        delegates_due=due,
        delegates_present=due - due // 11,
        agenda=AGENDA,
        resolutions="审议通过各项议题",
    )


def _congress_proof(town: Town, place: Place, day: date) -> list:
    name = "教代会" if place.nature == Nature.INSTITUTION else "职代会"
    return [(town.album.photo("meeting", f"{place.short}{name}", day), PHOTO)]


def write_disclosures(town: Town) -> None:
    for number, place in enumerate(PLACES):
        kind, items = ITEMS[place.nature]
        for turn in range(1 if place.short == "顺通物流" else 2 + number % 3):
            day = _disclosure_day(place, number, turn)
            photo = [(town.album.photo("board", f"{place.short}公开栏", day), PHOTO)] if turn == 0 else []
            town.record(_disclosure(town, place, day, kind, items[turn]), exhibits=photo)
        if not place.is_new:
            town.record(_disclosure(town, place, date(YEAR - 1, 9, 10), kind, items[0]))
    wrong = _disclosure(town, BY_SHORT["顺通物流"], date(YEAR, 8, 20), "factory", "（试填）")
    town.record(wrong, late=False)
    town.reject(wrong, "试填，无公开内容")


def _disclosure_day(place: Place, number: int, turn: int) -> date:
    if place.is_new:
        return place.founded + timedelta(days=25 + 26 * turn)
    return date(YEAR, 3 + 2 * turn + number % 2, 4 + number)


def _disclosure(town: Town, place: Place, day: date, kind: str, item: str) -> Disclosure:
    return Disclosure(
        organisation=town.unions[place.short],
        occurred_on=day,
        kind=kind,
        item=item,
        channel=Disclosure.Channel.BOARD,
        place=f"{place.short}大门内公开栏",
    )
