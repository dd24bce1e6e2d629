"""Dues of every unit and month; what came in and went out and was planned; that members were told."""

from datetime import date
from decimal import Decimal

from youju.demo.places import YEAR, YEAR_START, Place
from youju.demo.town import Town
from youju.demo.xiang.places import PLACES, on
from youju.org.models import Organisation
from youju.work.funds.models import BudgetLine, Direction, DuesPayment, FundDisclosure, FundLine, Head

WAGE = 3600  # of a member and month, for the dues
IN, OUT = Direction.IN, Direction.OUT
Source = FundLine.Source
# Day, direction, head, whose money, yuan, what for.
LINES = (
    (on(1, 26), IN, Head.DUES, Source.DUES, 6800, "上半年会费收入上缴乡总工会部分"),
    (on(3, 28), IN, Head.ALLOCATED, Source.ALLOCATED, 26000, "上级拨返经费"),
    (on(4, 24), IN, Head.FINANCE, Source.SUBSIDY, 6000, "“五一”活动补助"),
    (on(7, 28), IN, Head.DUES, Source.DUES, 7200, "下半年会费收入上缴乡总工会部分"),
    (on(4, 30), OUT, Head.ACTIVITIES, Source.SUBSIDY, 5800, "“五一”篮球赛、乒乓球赛"),
    (on(5, 30), OUT, Head.BUSINESS, Source.ALLOCATED, 2600, "工会干部培训"),
    (on(7, 21), OUT, Head.ACTIVITIES, Source.DUES, 4300, "安全生产知识竞赛奖品"),
    (on(9, 30), OUT, Head.ACTIVITIES, Source.DUES, 3900, "教师风采文艺演出"),
    (on(9, 29), OUT, Head.RIGHTS, Source.DUES, 2400, "中秋国庆慰问困难职工"),
    (on(11, 10), OUT, Head.BUSINESS, Source.ALLOCATED, 3200, "台账和档案用品"),
)
# The numbers of the work that was paid for, as its ledgers gave them.
PAID_FOR = {on(4, 30): "文体-2025-0001", on(7, 21): "竞赛-2025-0002", on(9, 30): "文体-2025-0003"}
BUDGET = (
    (IN, Head.DUES, 14000), (IN, Head.ALLOCATED, 26000), (IN, Head.FINANCE, 6000),
    (OUT, Head.ACTIVITIES, 15000), (OUT, Head.BUSINESS, 7000), (OUT, Head.RIGHTS, 3000),
)  # fmt: skip


def write(town: Town) -> None:
    for place in PLACES:
        for month in range(1, 13):
            if date(YEAR, month, 1) >= place.founded:
                _dues(town, place, month)
    for day, direction, head, source, yuan, purpose in LINES:
        _line(town, day, direction, head, source, yuan, purpose)
    for direction, head, yuan in BUDGET:
        record = BudgetLine(
            organisation=town.federation,
            occurred_on=on(1, 15),
            year=YEAR,
            direction=direction,
            head=head,
            amount=Decimal(yuan),
            approved_by="乡总工会全委会",
        )
        town.record(record, late=False, key="budget")
    for day, last in ((on(7, 10), on(6, 30)), (on(12, 22), on(11, 30))):
        _disclose(town, town.federation, day, last, "乡总工会公开栏")
    for place in PLACES:
        where = f"{place.short}大门内公开栏"
        _disclose(town, town.unions[place.short], on(12, 18), on(11, 30), where, since=place.founded)


def _dues(town: Town, place: Place, month: int) -> None:
    day = date(YEAR, month, 1)
    payers = sum(
        w.membership is not None and w.membership.from_on <= day and w.works_on(day)
        for w in town.workers
        if w.place is place
    )
    base = Decimal(payers * WAGE)
    record = DuesPayment(
        organisation=town.unions[place.short],
        occurred_on=day,
        payers=payers,
        base=base,
        received=base * Decimal("0.005") - (18 if place.short == "长河砖瓦" and month == 2 else 0),
        paid_on=date(YEAR, month, 8),
        collector=town.chair(place).name,
    )
    town.record(record, key="dues", on=date(YEAR, month, 8))


def _line(town: Town, day: date, direction: str, head: str, source: str, yuan: int, purpose: str) -> None:
    record = FundLine(
        organisation=town.federation,
        occurred_on=day,
        direction=direction,
        head=head,
        source=source,
        amount=Decimal(yuan),
        purpose=purpose,
        activity=PAID_FOR.get(day, ""),
        approved_by=town.staff.leader.name,
        voucher=f"记{day:%m%d}",
    )
    town.record(record)


def _disclose(
    town: Town, unit: Organisation, day: date, last: date, place: str, since: date = YEAR_START
) -> None:
    record = FundDisclosure(
        organisation=unit,
        occurred_on=day,
        content=FundDisclosure.Content.DUES,
        covers_from=max(YEAR_START, since),
        covers_until=last,
        channel=FundDisclosure.Channel.BOARD,
        place=place,
        audited=True,
    )
    town.record(record, late=False, key="disclosure")
