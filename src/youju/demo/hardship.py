"""Files of workers and firms in hardship, their yearly review, and the money raised for them."""

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal

from youju.demo.households import Family
from youju.demo.places import BY_SHORT, PLACES, YEAR, Place
from youju.demo.town import Town
from youju.work.relief.models import (
    HardshipFile,
    HardshipFirm,
    HardshipReview,
    LivingStandard,
    MoneySource,
    ReliefFund,
    Round,
)

# The county's minimum living standard, yuan a head and month.
STANDARDS = (
    (date(2019, 7, 1), date(2022, 6, 30), 690, "演民发〔2019〕18号"),
    (date(2022, 7, 1), None, 760, "演民发〔2022〕21号"),
)
CAUSES = ("illness", "laid_off", "school", "accident", "unemployed")
EMPLOYER_GAVE = 1800  # yuan for each family of the firm
NOT_REVIEWED = 2  # of the files: nobody was at home
FIRMS = (
    ("磐石铸造", date(2024, 11, 4), "loss", 47, 6, "铸件订单减少，连续两年亏损", "协调订单，减免场地租金"),
    ("金穗粮油", date(YEAR, 3, 5), "half_stopped", 49, 3, "原粮收购资金不足，季节性停产", "帮助申请稳岗补贴"),
)
Purpose = ReliefFund.Purpose
# Day, source, who gave it, for what, in which round, yuan.
MONEY = (
    (date(YEAR, 1, 8), "finance", "演示镇财政所", Purpose.WARMTH, Round.NEW_YEAR, 10000),
    (date(YEAR, 1, 10), "upper_union", "演示县总工会", Purpose.WARMTH, Round.NEW_YEAR, 12000),
    (date(YEAR, 1, 13), "donation", "镇慈善协会", Purpose.WARMTH, Round.NEW_YEAR, 6000),
    (date(YEAR, 4, 22), "own_budget", "", Purpose.WARMTH, Round.MAY_DAY, 5000),
    (date(YEAR, 7, 15), "own_budget", "", Purpose.WARMTH, Round.SUMMER, 4000),
    (date(YEAR, 3, 5), "upper_union", "演示县总工会", Purpose.STUDENTS, "", 16000),
    (date(YEAR, 8, 20), "upper_union", "演示县总工会", Purpose.STUDENTS, "", 40000),
    (date(YEAR, 8, 22), "donation", "镇慈善协会", Purpose.STUDENTS, "", 12000),
    (date(YEAR, 9, 18), "donation", "兰天车轮有限公司", Purpose.WARMTH, Round.AUTUMN, 8000),
    (date(YEAR, 11, 5), "finance", "演示镇财政所", Purpose.HELP, "", 9000),
    (date(YEAR, 12, 17), "upper_union", "演示县总工会", Purpose.WARMTH, Round.NEW_YEAR, 9000),
)


def write_hardship(town: Town, families: list[Family]) -> None:
    for first, last, amount, document in STANDARDS:
        standard = LivingStandard(
            organisation=town.county, from_on=first, until_on=last, amount=Decimal(amount), document=document
        )
        town.record(standard, late=False)
    workers = [family for family in families if family.place is not None]
    files = [_file(town, family, number) for number, family in enumerate(workers)]
    for file in files[NOT_REVIEWED:]:
        _review(town, file)
    _close(town, files[0])
    for facts in FIRMS:
        _firm(town, *facts)
    for number, facts in enumerate(MONEY, start=1):
        town.record(_money(town, number, *facts), late=False)
    for short, count in Counter(family.place.short for family in workers).items():
        town.record(_firms_money(town, BY_SHORT[short], count), late=False, office=True, key="money")


def _file(town: Town, family: Family, number: int) -> HardshipFile:
    """Opened at both levels; every fifth one in the year. Poor enough in the one year and the other."""
    since = date(YEAR, 2 + number // 5, 10) if number % 5 == 4 else date(2022 + number % 3, 6, 6)
    opened = since + timedelta(days=16)
    people = 2 + number % 3
    file = HardshipFile(
        organisation=family.organisation,
        from_on=since,
        household=family.household,
        worker=family.household.head,
        work_state="sick" if number % 5 == 0 else "at_work",
        migrant=number % 6 == 1,
        people=people,
        income=str(people * 12 * (520 + 70 * (number % 9))),
        rigid_costs=str(people * 12 * 60),
        cause=CAUSES[number % len(CAUSES)],
        cleared=True,
        unit_filed_on=since + timedelta(days=3),
        posted_on=since + timedelta(days=5),
        posted_until=since + timedelta(days=12),
        town_filed_on=opened,
    )
    return town.record(file, on=opened, late=False, office=True, key="hardship")


def _review(town: Town, file: HardshipFile) -> None:
    review = HardshipReview(
        organisation=file.organisation,
        occurred_on=date(YEAR, 10, 9) + timedelta(days=town.rng.randrange(20)),
        file=file,
        at_home=True,
        reviewed_by=f"{town.staff.clerk.name}、{town.staff.chairs[file.organisation.short_name].name}",
        result="kept",
    )
    town.record(review, office=True, key="review")


def _close(town: Town, file: HardshipFile) -> None:
    """Out of hardship in autumn: of no base at the year's end."""
    day = date(YEAR, 9, 30)
    at = town.diary.moment(day, late=False)
    town.diary.end(file, on=day, by=town.staff.clerk, at=at, exit_reason=HardshipFile.Exit.BETTER)


def _firm(
    town: Town, short: str, day: date, cause: str, workers: int, poor: int, state: str, measures: str
) -> None:
    firm = HardshipFirm(
        organisation=town.unions[short],
        from_on=day,
        employer=town.employers[short],
        cause=cause,
        workers=workers,
        hardship_workers=poor,
        state_of_firm=state,
        measures=measures,
    )
    town.record(firm, late=False)


def _firms_money(town: Town, place: Place, families: int) -> ReliefFund:
    """What the employer gave its union for its own families in hardship."""
    return ReliefFund(
        organisation=town.unions[place.short],
        occurred_on=date(YEAR, 1, 9),
        source="employer",
        given_by=place.employer,
        purpose=Purpose.WARMTH,
        round=Round.NEW_YEAR,
        amount=Decimal(EMPLOYER_GAVE * families),
        voucher=f"行政拨{PLACES.index(place) + 1:02d}",
    )


def _money(
    town: Town, number: int, day: date, source: MoneySource, giver: str, purpose: str, round_: str, yuan: int
) -> ReliefFund:
    return ReliefFund(
        organisation=town.federation,
        occurred_on=day,
        source=source,
        given_by=giver,
        purpose=purpose,
        round=round_,
        amount=Decimal(yuan),
        voucher=f"帮收{number:03d}",
    )
