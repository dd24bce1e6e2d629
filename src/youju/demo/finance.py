"""The union's money: dues of every unit and month, what came in and went out, budget, publication."""

from datetime import date
from decimal import Decimal

from youju.demo.places import PLACES, YEAR, Place
from youju.demo.town import Town
from youju.records.models import Exhibit
from youju.work.funds.models import BudgetLine, Direction, DuesPayment, FundDisclosure, FundLine, Head

IN, OUT = Direction.IN, Direction.OUT
# What one member earns a month by which dues are counted; it differs from place to place.
WAGES = (3180, 2960, 3050, 2840, 2720, 2650)
IN_ARREARS = {"磐石铸造": (7, 8), "同兴木业": (10,)}  # months in which only half was collected
BUDGET = (
    (IN, Head.DUES, 52000), (IN, Head.ALLOCATED, 96000), (IN, Head.UPPER, 60000),
    (IN, Head.FINANCE, 20000), (OUT, Head.ACTIVITIES, 90000), (OUT, Head.RIGHTS, 110000),
    (OUT, Head.BUSINESS, 30000), (OUT, Head.CAPITAL, 10000),
)  # fmt: skip
# Month, day, head, source, yuan, purpose.
INCOME = (
    (1, 20, Head.UPPER, "subsidy", 12000, "县总工会春节送温暖补助"),
    (2, 27, Head.ALLOCATED, "allocated", 24600, "第四季度拨缴经费分成"),
    (5, 26, Head.ALLOCATED, "allocated", 23800, "第一季度拨缴经费分成"),
    (7, 8, Head.FINANCE, "subsidy", 20000, "镇财政工会经费补助"),
    (8, 27, Head.ALLOCATED, "allocated", 24100, "第二季度拨缴经费分成"),
    (8, 20, Head.UPPER, "subsidy", 40000, "县总工会金秋助学补助"),
    (12, 26, Head.DUES, "dues", 38600, "全年会费留用汇总"),
    (11, 26, Head.ALLOCATED, "allocated", 25200, "第三季度拨缴经费分成"),
)
SPENDING = (
    (1, 17, Head.RIGHTS, "subsidy", 11800, "春节走访慰问困难职工家庭"),
    (3, 7, Head.ACTIVITIES, "dues", 6400, "“三八”节女职工岗位技能展示"),
    (3, 28, Head.BUSINESS, "allocated", 3600, "镇工会干部培训班"),
    (4, 10, Head.ACTIVITIES, "allocated", 7200, "为兰天车轮职工之家配乒乓球桌、台球桌"),
    (5, 8, Head.ACTIVITIES, "dues", 9800, "五一职工运动会"),
    (6, 12, Head.BUSINESS, "allocated", 4200, "安全生产月宣传资料印制"),
    (7, 24, Head.RIGHTS, "allocated", 8600, "高温送清凉"),
    (8, 29, Head.RIGHTS, "subsidy", 50000, "金秋助学"),
    (9, 26, Head.ACTIVITIES, "dues", 12600, "国庆职工文艺汇演"),
    (9, 29, Head.RIGHTS, "allocated", 9200, "中秋慰问困难职工家庭"),
    (10, 17, Head.BUSINESS, "allocated", 5100, "集体合同与法律援助培训班"),
    (11, 20, Head.ACTIVITIES, "dues", 8900, "劳动竞赛奖品"),
    (12, 10, Head.CAPITAL, "allocated", 6800, "档案柜和照相机"),
    (12, 24, Head.RIGHTS, "allocated", 7400, "元旦春节送温暖"),
)


def write_finance(town: Town) -> None:
    for place in PLACES:
        for month in range(_first_month(place), 13):
            _dues(town, place, month)
    for direction, head, amount in BUDGET:
        town.record(_budget(town, direction, head, amount), key="budget", late=False)
    for direction, rows in ((IN, INCOME), (OUT, SPENDING)):
        for number, row in enumerate(rows, start=1):
            line = _line(town, direction, number, *row)
            town.record(line, late=False, exhibits=_receipt(town, line) if direction == OUT else [])
    _disclose(town)


def _first_month(place: Place) -> int:
    return place.founded.month + 1 if place.is_new else 1


def _dues(town: Town, place: Place, month: int) -> None:
    """Collected when wages are paid; the clerk enters all units from one list."""
    day = date(YEAR, month, 1)
    payers = sum(1 for worker in town.at(place, day) if _is_member(worker.membership, day))
    base = payers * WAGES[PLACES.index(place) % len(WAGES)]
    due = Decimal(base) / 200
    paid = date(YEAR, month, 20)
    short = month in IN_ARREARS.get(place.short, ())
    dues = DuesPayment(
        organisation=town.unions[place.short],
        occurred_on=day,
        payers=payers,
        base=Decimal(base),
        received=(due / 2 if short else due).quantize(Decimal("0.01")),
        paid_on=paid,
        collector=town.chair(place).name,
    )
    town.record(dues, on=paid, late=False, office=True, key="dues")


def _is_member(membership, day: date) -> bool:
    return membership is not None and membership.kind == "member" and membership.holds_on(day)


def _budget(town: Town, direction: Direction, head: Head, amount: int) -> BudgetLine:
    return BudgetLine(
        organisation=town.federation,
        occurred_on=date(YEAR, 1, 15),
        year=YEAR,
        direction=direction,
        head=head,
        amount=Decimal(amount),
        approved_by="演示镇总工会委员会",
    )


def _line(
    town: Town,
    direction: Direction,
    number: int,
    month: int,
    day: int,
    head: Head,
    source: str,
    yuan: int,
    purpose: str,
) -> FundLine:
    return FundLine(
        organisation=town.federation,
        occurred_on=date(YEAR, month, day),
        direction=direction,
        head=head,
        source=source,
        amount=Decimal(yuan),
        purpose=purpose,
        voucher=f"{'收' if direction == IN else '付'}字{number:03d}号",
        approved_by=town.staff.leader.name if direction == OUT else "",
    )


def _receipt(town: Town, line: FundLine) -> list:
    """The paper behind a payment; that of the last one has not come in yet."""
    if line.occurred_on > date(YEAR, 12, 20):
        return []
    rows = [(town.staff.clerk.name, line.purpose[:12], f"{line.occurred_on:%m-%d}")]
    return [(town.album.receipt(line.purpose, line.occurred_on, rows), Exhibit.Kind.RECEIPT)]


def _disclose(town: Town) -> None:
    """Every unit tells its members once in the year; two of the youngest have not come to it yet."""
    for number, place in enumerate(PLACES[:-2]):
        day = date(YEAR, 7, 8 + number % 14)
        first = max(date(YEAR, 1, 1), place.founded)
        town.record(_disclosure(town, place, day, first), office=True, key="disclosure")


def _disclosure(town: Town, place: Place, day: date, first: date) -> FundDisclosure:
    return FundDisclosure(
        organisation=town.unions[place.short],
        occurred_on=day,
        content="accounts",
        covers_from=first,
        covers_until=date(YEAR, 6, 30),
        channel="board",
        place=f"{place.short}大门内公开栏",
        audited=not place.is_new,
    )
