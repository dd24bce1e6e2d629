"""送温暖 and 助学: several visits to most households, one payment to most students."""

from datetime import date
from decimal import Decimal

from youju.demo.households import HELPED, Family, write_duplicate, write_households
from youju.demo.places import COUNTY_FROM, YEAR
from youju.demo.town import Town
from youju.people.models import Household, Person
from youju.records.models import Exhibit, File
from youju.work.relief.models import MoneySource, Partner, StudentAid, WarmthVisit

Round, Kind, Stage = WarmthVisit.Round, WarmthVisit.Kind, StudentAid.Stage
STUDENTS = 18
# Round, day, yuan in hand, goods with their value.
ROUNDS = (
    (Round.NEW_YEAR, date(YEAR, 1, 16), 500, "大米1袋、食用油1桶", 160),
    (Round.NEW_YEAR, date(YEAR, 1, 21), 600, "", 0),
    (Round.MAY_DAY, date(YEAR, 4, 28), 400, "", 0),
    (Round.SUMMER, date(YEAR, 7, 23), 0, "防暑用品1份", 120),
    (Round.AUTUMN, date(YEAR, 9, 26), 500, "月饼1盒、面粉1袋", 150),
    (Round.EVERYDAY, date(YEAR, 11, 13), 1000, "", 0),
    (Round.NEW_YEAR, date(YEAR, 12, 24), 500, "棉被1床", 180),
)
PARTNERS = (Partner.CIVIL_AFFAIRS, Partner.CHARITY, "")


def write_relief(town: Town) -> list[Family]:
    families = write_households(town)
    helped, others = families[:HELPED], families[HELPED:]
    proofs = {day: _proof(town, day, name) for name, day, *_rest in ROUNDS}
    for number, family in enumerate(helped):
        for turn in _turns(number):
            visit = _visit(town, family, ROUNDS[turn], number)
            town.record(visit, exhibits=proofs[visit.occurred_on], key="visit")
    for family in (*helped[::2], *others[:3]):
        _last_year(town, family)
    _what_does_not_count(town, helped, others)
    _county(town)
    write_students(town, families)
    return families


def _turns(number: int) -> list[int]:
    """Which rounds reached a household: all but the last household were visited several times."""
    if number == HELPED - 1:
        return [5]
    spring = number % 2  # one of the two days before the Spring Festival
    return [spring, 2 + number % 3, *([5] if number % 4 == 0 else []), *([6] if number % 5 == 0 else [])]


def _visit(town: Town, family: Family, turn: tuple, number: int) -> WarmthVisit:
    round_, day, cash, goods, worth = turn
    return WarmthVisit(
        organisation=family.organisation,
        occurred_on=max(day, family.household.from_on),
        round=round_,
        household=family.household,
        kind=Kind.HELP if round_ == Round.EVERYDAY else Kind.VISIT,
        amount=Decimal(cash) if cash else None,
        goods=goods,
        goods_value=Decimal(worth) if worth else None,
        money_source=(MoneySource.OWN_BUDGET, MoneySource.UPPER_UNION, MoneySource.DONATION)[number % 3],
        partner=PARTNERS[number % 3],
        visited_by=f"{town.staff.leader.name}、{town.staff.clerk.name}",
    )


def _proof(town: Town, day: date, name: str) -> list[tuple[File, str]]:
    label = Round(name).label
    photo = town.album.photo("visit", f"{label}走访慰问困难家庭{day.month}月{day.day}日", day)
    rows = [
        (f"{town.people.name(woman=n % 2 == 0)}", "慰问金、慰问品", f"{day.month}月{day.day}日")
        for n in range(12)
    ]
    slip = town.album.receipt(f"{label}慰问{day.month}月{day.day}日", day, rows)
    return [(photo, Exhibit.Kind.PHOTO), (slip, Exhibit.Kind.RECEIPT)]


def _last_year(town: Town, family: Family) -> None:
    """Visited in 2024; some of them in the December before, for the Spring Festival of the year."""
    day = date(YEAR - 1, 9, 12)
    if family.household.from_on < day:
        town.record(_visit(town, family, (Round.AUTUMN, day, 400, "", 0), 0), key="visit", late=False)


def _what_does_not_count(town: Town, helped: list[Family], others: list[Family]) -> None:
    """Waiting, sent back, voided, entered for a household twice on file, or of the next year."""
    summer = ROUNDS[3]
    returned = town.record(_visit(town, others[0], summer, 0), late=False, waits=True)
    town.reject(returned, "缺领取凭据，请补传", returned=True)
    voided = town.record(_visit(town, others[1], summer, 0), late=False)
    town.reject(voided, "该户当天未走访，录入错误")
    town.record(_visit(town, others[2], ROUNDS[6], 0), late=False, waits=True)
    january = (Round.NEW_YEAR, date(YEAR + 1, 1, 7), 500, "", 0)
    town.record(_visit(town, others[3], january, 0), late=False)
    twice = next(family for family in helped if family.place is None)
    again = write_duplicate(town, twice)
    visit = _visit(town, Family(again, None), (Round.EVERYDAY, date(YEAR, 3, 5), 300, "", 0), 0)
    visit.household = again
    town.record(visit, late=False)
    town.reject(visit, "家庭档案重复，慰问记录随之作废")


def _county(town: Town) -> None:
    """The county federation's own visit: no household of the town."""
    head = _of_county(town, town.people.person(born=(1960, 1980)))
    household = Household(
        organisation=town.county, head=head, village="县城", from_on=COUNTY_FROM.replace(year=2023)
    )
    by = town.staff.county_officer
    town.diary.enter(household, by=by, at=town.diary.moment(household.from_on, late=False))
    town.record(_visit(town, Family(household, None), ROUNDS[0], 1), late=False)


def _of_county(town: Town, person: Person) -> Person:
    person.federation_id = town.county.pk
    return person


# -- students --------------------------------------------------------------------------


def write_students(town: Town, families: list[Family]) -> None:
    children = [
        (child, family) for family in families for child in family.children if child.birth_on.year < 2012
    ]
    aided, rest = children[:STUDENTS], children[STUDENTS:]
    autumn, spring = date(YEAR, 8, 26), date(YEAR, 3, 12)
    slip = town.album.receipt("金秋助学", autumn, [(child.name, "助学金", "8月26日") for child, _f in aided])
    for number, (child, family) in enumerate(aided):
        paper = [(slip, Exhibit.Kind.RECEIPT)]
        town.record(_aid(town, child, family, autumn), exhibits=paper, key="aid")
        if number < 4:  # the school year before, paid in spring: still one student
            town.record(_aid(town, child, family, spring), key="aid")
    for child, family in rest[:4]:
        town.record(_aid(town, child, family, date(YEAR - 1, 8, 28)), late=False)
    waiting, wrong, *_others = rest
    town.record(_aid(town, *waiting, date(YEAR, 12, 18)), late=False, waits=True)
    town.reject(town.record(_aid(town, *wrong, autumn), late=False), "已由教育部门资助，不重复资助")


def _aid(town: Town, child: Person, family: Family, day: date) -> StudentAid:
    age = day.year - child.birth_on.year
    stage, school, amount = (
        (Stage.PRIMARY, "演示镇中心学校", 1000) if age < 12
        else (Stage.JUNIOR, "演示镇中心学校", 1000) if age < 15
        else (Stage.SENIOR, "演示县中学", 2000) if age < 18
        else (Stage.UNIVERSITY, "某高等学校", 4000)
    )  # fmt: skip
    return StudentAid(
        organisation=town.federation,
        occurred_on=day,
        student=child,
        household=family.household,
        school=school,
        stage=stage,
        school_year=day.year if day.month >= 7 else day.year - 1,
        amount=Decimal(amount),
        paid_on=day,
        money_source=MoneySource.UPPER_UNION,
        partner=Partner.CHARITY,
    )
