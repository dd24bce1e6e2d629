"""送温暖 at each festival: households, visits, the money raised for each round, and three students."""

from datetime import date, timedelta
from decimal import Decimal

from youju.demo.places import YEAR
from youju.demo.town import Town
from youju.demo.xiang.people import steady
from youju.demo.xiang.places import OLD, on
from youju.people.models import Household, HouseholdMember, Person
from youju.records.models import Exhibit, File
from youju.work.relief.models import (
    HardshipFile,
    HardshipReview,
    LivingStandard,
    MoneySource,
    Partner,
    ReliefFund,
    Round,
    StudentAid,
    WarmthVisit,
)

VILLAGES = ("河口村", "双桥村", "柳湾村")
SINCE = date(2023, 5, 16)
# Round, day, yuan in hand, goods with their value, how many households, whose money.
ROUNDS = (
    (Round.NEW_YEAR, on(1, 20), 500, "大米1袋、食用油1桶", 140, 9, MoneySource.UPPER_UNION),
    (Round.MAY_DAY, on(4, 28), 300, "", 0, 5, MoneySource.OWN_BUDGET),
    (Round.SUMMER, on(7, 24), 0, "防暑用品1份", 90, 7, MoneySource.DONATION),
    (Round.AUTUMN, on(9, 28), 400, "月饼1盒", 60, 6, MoneySource.FINANCE),
)
DEEDS = (
    (0, on(8, 20), "帮助申请临时救助"),
    (3, on(10, 30), "联系县医院免费体检"),
    (5, on(11, 26), "介绍子女就业"),
)
FUNDS = (
    (on(1, 13), MoneySource.UPPER_UNION, "演示县总工会", Round.NEW_YEAR, 6000),
    (on(4, 22), MoneySource.OWN_BUDGET, "演示乡总工会", Round.MAY_DAY, 1500),
    (on(7, 15), MoneySource.DONATION, "蚌埠新材料有限公司", Round.SUMMER, 1200),
    (on(9, 18), MoneySource.FINANCE, "演示乡人民政府", Round.AUTUMN, 3000),
)
STUDENTS = 3


def write(town: Town) -> None:
    homes = [_home(town, number) for number in range(9)]
    standard = LivingStandard(
        organisation=town.federation,
        from_on=date(YEAR - 2, 1, 1),
        amount=Decimal(760),
        document="县民政局低保标准文件",
    )
    town.record(standard, late=False)
    for number, (home, _children) in enumerate(homes[:5]):
        _file(town, home, number)
    for row in ROUNDS:
        _round(town, [home for home, _children in homes], *row)
    for number, day, deed in DEEDS:
        visit = _visit(town, homes[number][0], Round.EVERYDAY, day, MoneySource.OWN_BUDGET)
        visit.kind, visit.deed, visit.group = WarmthVisit.Kind.DEED, deed, WarmthVisit.Group.HARDSHIP
        town.record(visit)
    for day, source, given_by, round_, yuan in FUNDS:
        record = ReliefFund(
            organisation=town.federation,
            occurred_on=day,
            source=source,
            given_by=given_by,
            round=round_,
            amount=Decimal(yuan),
            voucher=f"收{day:%m%d}",
        )
        town.record(record)
    rows = [(child.name, "助学金", "8月27日") for _home, child in homes[:STUDENTS]]
    slip = town.album.receipt("金秋助学", on(8, 27), rows)
    for home, child in homes[:STUDENTS]:
        _aid(town, home, child, slip)


def _home(town: Town, number: int) -> tuple[Household, Person]:
    """A worker's household with one child at school."""
    place = OLD[number % len(OLD)]
    worker = steady(town, place)[7 + number // len(OLD)]
    village = VILLAGES[number % len(VILLAGES)]
    household = Household(
        organisation=town.federation,
        head=worker.person,
        village=village,
        address=f"演示县演示乡{village}{12 + number * 7}号",
        from_on=SINCE,
    )
    diary, by = town.diary, town.staff.clerk
    at = diary.round(SINCE, "household")
    diary.enter(household, by=by, at=at)
    child = town.people.person(born=(2007, 2011))
    child.name = worker.person.name[0] + child.name[1:]
    for person, relation in ((worker.person, "户主"), (child, "子女")):
        row = HouseholdMember(
            organisation=town.federation,
            household=household,
            person=person,
            relation=relation,
            from_on=SINCE,
        )
        diary.enter(row, by=by, at=at.replace(hour=18))
    return household, child


def _file(town: Town, home: Household, number: int) -> None:
    since = on(2, 6) if number < 2 else date(YEAR - 1, 3, 6)
    file = HardshipFile(
        organisation=town.federation,
        from_on=since,
        household=home,
        worker=home.head,
        work_state=HardshipFile.Work.AT_WORK,
        people=3,
        income=str(19800 + 600 * number),
        rigid_costs="6000",
        cause="illness" if number % 2 else "school",
        cleared=True,
        unit_filed_on=since,
        posted_on=since + timedelta(days=1),
        posted_until=since + timedelta(days=6),
        town_filed_on=since + timedelta(days=7),
    )
    town.record(file, late=False, on=since + timedelta(days=7))
    if since.year < YEAR:
        review = HardshipReview(
            organisation=town.federation,
            occurred_on=on(3, 4),
            file=file,
            at_home=True,
            reviewed_by=f"{town.staff.leader.name}、{town.staff.clerk.name}",
        )
        town.record(review, late=False)


def _round(
    town: Town,
    homes: list[Household],
    round_: str,
    day: date,
    cash: int,
    goods: str,
    worth: int,
    count: int,
    source: str,
) -> None:
    label = Round(round_).label
    photo = town.album.photo("visit", f"{label}走访慰问困难职工", day)
    rows = [(home.head.name, "慰问金、慰问品", f"{day.month}月{day.day}日") for home in homes[:count]]
    slip = town.album.receipt(f"{label}慰问", day, rows)
    proof = [(photo, Exhibit.Kind.PHOTO), (slip, Exhibit.Kind.RECEIPT)]
    for home in homes[:count]:
        visit = _visit(town, home, round_, day, source)
        visit.amount = Decimal(cash) if cash else None
        visit.goods, visit.goods_value = goods, Decimal(worth) if worth else None
        town.record(visit, exhibits=proof, key="visit")


def _visit(town: Town, home: Household, round_: str, day: date, source: str) -> WarmthVisit:
    return WarmthVisit(
        organisation=town.federation,
        occurred_on=day,
        round=round_,
        household=home,
        group=WarmthVisit.Group.HARDSHIP,
        money_source=source,
        partner=Partner.CIVIL_AFFAIRS if round_ in (Round.NEW_YEAR, Round.AUTUMN) else "",
        visited_by=f"{town.staff.leader.name}、{town.staff.clerk.name}",
    )


def _aid(town: Town, home: Household, child: Person, slip: File) -> None:
    record = StudentAid(
        organisation=town.federation,
        occurred_on=on(8, 27),
        student=child,
        household=home,
        school="演示县中学",
        stage=StudentAid.Stage.SENIOR,
        school_year=YEAR,
        amount=Decimal(1000),
        paid_on=on(8, 27),
        money_source=MoneySource.UPPER_UNION,
    )
    town.record(record, exhibits=[(slip, Exhibit.Kind.RECEIPT)], key="aid", late=False)
