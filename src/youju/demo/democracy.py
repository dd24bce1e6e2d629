"""Congresses and disclosures of every union, with the boards and catalogues that the disclosures fill."""

from datetime import date, timedelta

from youju.demo.places import BY_SHORT, PLACES, YEAR, Place
from youju.demo.town import Town
from youju.people.models import Nature
from youju.records.models import Exhibit
from youju.work.democracy.models import Board, CatalogueItem, Congress, Disclosure

PHOTO, MINUTES = Exhibit.Kind.PHOTO, Exhibit.Kind.MINUTES
ITEMS = {
    Nature.ENTERPRISE: (
        "factory",
        ("上半年生产经营情况", "工资调整方案", "安全生产投入", "社会保险缴纳情况"),
    ),
    Nature.INSTITUTION: ("school", ("绩效工资分配方案", "职称评聘结果", "校舍维修支出", "食堂收支")),
    Nature.OFFICE: ("office", ("公务接待支出", "干部考核结果", "民生实事进展", "车辆使用情况")),
}
TOPICS = {
    Nature.ENTERPRISE: ("plans", "pay", "safety", "insurance"),
    Nature.INSTITUTION: ("pay", "people", "money", "other"),
    Nature.OFFICE: ("money", "people", "plans", "money"),
}
UNDERTAKEN = 3  # of the four items: the catalogue promises them once a year
AGENDA = "听取工作报告；审议工资、安全和福利事项；审议集体合同草案"


def write_congresses(town: Town) -> None:
    for number, place in enumerate(PLACES):
        day = _congress_day(place, number)
        if not place.is_new:
            before = day.replace(year=YEAR - 1)
            town.record(_congress(town, place, before), on=_told_by(before))
        town.record(_congress(town, place, day), exhibits=_congress_proof(town, place, day), on=_told_by(day))
        if number in (0, 4):  # a second session in the same year is still one union
            again = date(YEAR, 11, 20)
            town.record(_congress(town, place, again, "第二次"), on=_told_by(again))
    failed = _congress(town, BY_SHORT["永固建材"], date(YEAR, 1, 16))
    failed.delegates_present = failed.delegates_due // 2
    failed.resolutions = "到会人数不足三分之二，会议改期"
    town.record(failed, late=False, on=_told_by(failed.occurred_on))
    doubled = _congress(town, BY_SHORT["立新塑业"], date(YEAR, 10, 22))
    town.record(doubled, late=False, on=_told_by(doubled.occurred_on))
    town.reject(doubled, "与原记录重复")
    last = date(YEAR, 12, 26)
    town.record(_congress(town, BY_SHORT["同兴木业"], last), late=False, waits=True, on=_told_by(last))


def _told_by(day: date) -> date:
    """When the resolutions of a congress hang out and the union above has been told."""
    return day + timedelta(days=3)


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
        hears=True,
        passes=True,
        supervises=place.workers > 60,
        appraises=place.nature != Nature.ENTERPRISE,
        papers_sent_on=day - timedelta(days=8),
        posted_on=day + timedelta(days=1),
        reported_on=_told_by(day),
    )


def _congress_proof(town: Town, place: Place, day: date) -> list:
    name = "教代会" if place.nature == Nature.INSTITUTION else "职代会"
    return [(town.album.photo("meeting", f"{place.short}{name}", day), PHOTO)]


def write_disclosures(town: Town) -> None:
    for number, place in enumerate(PLACES):
        board = _board(town, place)
        town.record(board, late=False)
        undertaken = _catalogue(town, place)
        for item in undertaken:
            town.record(item, key="catalogue", late=False, office=True)
        for turn in range(1 if place.short == "顺通物流" else 2 + number % 3):
            day = _disclosure_day(place, number, turn)
            photo = [(town.album.photo("board", f"{place.short}公开栏", day), PHOTO)] if turn == 0 else []
            told = _disclosure(town, place, day, ITEMS[place.nature][1][turn])
            told.board = board
            told.catalogue_item = undertaken[turn] if turn < UNDERTAKEN else None
            town.record(told, exhibits=photo)
        if not place.is_new:
            town.record(_disclosure(town, place, date(YEAR - 1, 9, 10), ITEMS[place.nature][1][0]))
    wrong = _disclosure(town, BY_SHORT["顺通物流"], date(YEAR, 8, 20), "（试填）")
    town.record(wrong, late=False)
    town.reject(wrong, "试填，无公开内容")


def _disclosure_day(place: Place, number: int, turn: int) -> date:
    if place.is_new:
        return place.founded + timedelta(days=25 + 26 * turn)
    return date(YEAR, 3 + 2 * turn + number % 2, 4 + number)


def _disclosure(town: Town, place: Place, day: date, item: str) -> Disclosure:
    return Disclosure(
        organisation=town.unions[place.short],
        occurred_on=day,
        kind=ITEMS[place.nature][0],
        item=item,
        channel=Disclosure.Channel.BOARD,
        place=f"{place.short}大门内公开栏",
    )


def _board(town: Town, place: Place) -> Board:
    return Board(
        organisation=town.unions[place.short],
        from_on=place.founded + timedelta(days=15),
        place=f"{place.short}大门内",
        kind=ITEMS[place.nature][0],
        rhythm="half",
        keeper=town.chair(place).name,
    )


def _catalogue(town: Town, place: Place) -> list[CatalogueItem]:
    """What the unit has undertaken to make known, since the catalogue was introduced or its union founded."""
    kind, items = ITEMS[place.nature]
    since = max(place.founded + timedelta(days=15), date(YEAR - 1, 1, 10))
    return [
        CatalogueItem(
            organisation=town.unions[place.short],
            from_on=since,
            kind=kind,
            topic=topic,
            item=item,
            rhythm="year",
            department="办公室",
        )
        for topic, item in zip(TOPICS[place.nature][:UNDERTAKEN], items[:UNDERTAKEN], strict=True)
    ]
