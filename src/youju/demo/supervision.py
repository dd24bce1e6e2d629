"""The union beside the law: letters to firms, notices before dismissals, shops under one contract."""

from datetime import date, timedelta

from youju.demo.places import BY_SHORT, WITHOUT_UNION, YEAR
from youju.demo.town import Town
from youju.work.bargaining.models import AreaContract, AreaUnit, Dismissal, Letter
from youju.work.democracy.models import WorkerSeat

SHOPS_FROM = date(YEAR, 7, 1)
LETTERS = (
    ("同兴木业", date(YEAR, 5, 15), "hint", "加班工资计算基数偏低", "《劳动法》第四十四条", "mended"),
    ("永固建材", date(YEAR, 8, 25), "hint", "高温津贴发放月份不足", "《防暑降温措施管理办法》", "mended"),
    ("立新塑业", date(YEAR, 10, 14), "opinion", "试用期超过法定期限", "《劳动合同法》第十九条", "explained"),
)
DISMISSALS = (
    ("宏达服装", date(YEAR, 6, 17), "single", 1, "严重违反规章制度", "程序合法，同意"),
    ("磐石铸造", date(YEAR, 9, 15), "single", 3, "生产线停用，协商变更未成", "建议优先转岗，补偿按规定"),
)


def write_supervision(town: Town) -> None:
    for number, facts in enumerate(LETTERS, start=1):
        _send(town, number, *facts)
    for facts in DISMISSALS:
        _hear(town, *facts)
    _cover_shops(town)
    _seat(town)


def _send(town: Town, number: int, short: str, day: date, kind: str, matter: str, law: str, out: str) -> None:
    letter = Letter(
        organisation=town.federation,
        occurred_on=day,
        employer=town.employers[short],
        kind=kind,
        document_number=f"演镇工监〔{YEAR}〕{number}号",
        matter=matter,
        law=law,
        inspectors=f"{town.staff.leader.name}、{town.staff.clerk.name}",
        answered_on=day + timedelta(days=9),
        outcome=out,
    )
    town.record(letter, on=day + timedelta(days=9), late=False)


def _hear(town: Town, short: str, day: date, kind: str, people: int, grounds: str, opinion: str) -> None:
    notice = Dismissal(
        organisation=town.unions[short],
        occurred_on=day,
        employer=town.employers[short],
        kind=kind,
        people=people,
        workers=BY_SHORT[short].workers,
        grounds=grounds,
        planned_on=day + timedelta(days=30),
        opinion=opinion,
        opinion_on=day + timedelta(days=4),
        answered_on=day + timedelta(days=8),
    )
    town.record(notice, on=day + timedelta(days=8), late=False)


def _cover_shops(town: Town) -> None:
    """Too small for contracts of their own, the shops stand under one that the town union signed."""
    signed = SHOPS_FROM - timedelta(days=9)
    contract = AreaContract(
        organisation=town.federation,
        kind="comprehensive",
        reach="area",
        field="镇区商贸小店",
        title="镇区小微企业集体合同",
        from_on=SHOPS_FROM,
        until_on=SHOPS_FROM.replace(year=YEAR + 2) - timedelta(days=1),
        workers_covered=sum(shop.workers for shop in WITHOUT_UNION),
        voted_on=signed,
        delegates_due=20,
        delegates_present=18,
        votes_for=17,
        signed_on=signed,
        filed_on=signed + timedelta(days=5),
        published_on=signed + timedelta(days=7),
    )
    town.record(contract, late=False)
    for shop in WITHOUT_UNION:
        unit = AreaUnit(
            organisation=town.federation,
            contract=contract,
            employer=town.employers[shop.short],
            from_on=SHOPS_FROM,
            workers=shop.workers,
        )
        town.record(unit, late=False, after=contract)


def _seat(town: Town) -> None:
    """A worker elected into the supervisors of the largest firm."""
    place = BY_SHORT["兰天车轮"]
    day = date(YEAR, 11, 20)
    person = [worker.person for worker in town.at(place, place.opened) if worker.until_on is None][9]
    seat = WorkerSeat(
        organisation=town.unions[place.short],
        from_on=day,
        until_on=day.replace(year=YEAR + 3) - timedelta(days=1),
        employer=town.employers[place.short],
        board="supervisors",
        person=person,
    )
    town.record(seat, late=False)
