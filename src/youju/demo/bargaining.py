"""Collective contracts: of three years, of one year, for women; some ran out in the year and were renewed."""

from datetime import date, timedelta

from youju.demo.places import BY_SHORT, ENTERPRISES, YEAR, Place
from youju.demo.town import Town
from youju.records.models import Exhibit
from youju.work.bargaining.models import CollectiveContract

Kind = CollectiveContract.Kind
TITLES = {
    Kind.COMPREHENSIVE: "集体合同",
    Kind.WAGE: "工资专项集体合同",
    Kind.WOMEN: "女职工权益保护专项集体合同",
    Kind.SAFETY: "劳动安全卫生专项集体合同",
}
QUARTZ = "石英制品"
# Which kinds of contract have a clause on what.
CLAUSES = {
    "on_pay": (Kind.COMPREHENSIVE, Kind.WAGE),
    "on_hours": (Kind.COMPREHENSIVE,),
    "on_safety": (Kind.COMPREHENSIVE, Kind.SAFETY),
    "on_insurance": (Kind.COMPREHENSIVE,),
    "on_training": (Kind.COMPREHENSIVE,),
    "on_women": (Kind.COMPREHENSIVE, Kind.WOMEN),
}


def write_contracts(town: Town) -> list[CollectiveContract]:
    """All contracts that count, in the order of the firms."""
    signed = []
    for number, place in enumerate(ENTERPRISES):
        three, one = (_terms(place, number, years=years) for years in (3, 1))
        signed += [_sign(town, place, Kind.COMPREHENSIVE, *term) for term in three]
        signed += [_sign(town, place, Kind.WAGE, *term) for term in one]
        if place.women >= 10 or place.short == "顺通物流":  # nine women there: signed though not due
            signed.append(_sign(town, place, Kind.WOMEN, *three[-1]))
        if place.industry == QUARTZ:
            signed.append(_sign(town, place, Kind.SAFETY, date(YEAR, 9, 1), date(YEAR + 1, 8, 31)))
    _what_does_not_count(town)
    return signed


def _terms(place: Place, number: int, *, years: int) -> list[tuple[date, date]]:
    """The terms up to the year's end. Every third firm's contract of three years ran out in the year."""
    if place.is_new:
        first = place.founded + timedelta(days=45)
        return [(first, _last(first, years))]
    month = 3 + number % 8
    begin = date(YEAR - 1, month, 1) if years == 1 else date(YEAR - 3 + bool(number % 3), month, 1)
    terms = [(begin, _last(begin, years))]
    if terms[0][1] < date(YEAR, 12, 31):
        again = terms[0][1] + timedelta(days=1)
        terms.append((again, _last(again, years)))
    return terms


def _last(first: date, years: int) -> date:
    return first.replace(year=first.year + years) - timedelta(days=1)


def _contract(town: Town, place: Place, kind: str, first: date, last: date) -> CollectiveContract:
    workers = len(town.at(place, first))
    due = workers if workers < 100 else 30 + workers // 10
    signed = max(first - timedelta(days=9), place.founded)
    return CollectiveContract(
        organisation=town.unions[place.short],
        employer=town.employers[place.short],
        kind=kind,
        title=f"{place.short}{TITLES[kind]}（{first.year}）",
        from_on=first,
        until_on=last,
        workers_covered=workers,
        voted_on=signed,
        delegates_due=due,
        delegates_present=due - due // 12,
        votes_for=due - due // 9,
        signed_on=signed,
        filed_on=signed + timedelta(days=6),
        filing_number=f"演人社集备〔{signed.year}〕{signed.timetuple().tm_yday:03d}号",
        published_on=signed + timedelta(days=8),
        **{clause: kind in kinds for clause, kinds in CLAUSES.items()},
    )


def _sign(town: Town, place: Place, kind: str, first: date, last: date) -> CollectiveContract:
    contract = _contract(town, place, kind, first, last)
    exhibits = []
    if first.year == YEAR:
        file = town.album.contract(
            contract.title, place.employer, f"{place.employer}工会委员会", (first, last)
        )
        exhibits = [(file, Exhibit.Kind.CONTRACT)]
    return town.record(contract, exhibits=exhibits)


def _what_does_not_count(town: Town) -> None:
    """Ran out and never renewed; withdrawn; not yet looked at."""
    few_women, early = BY_SHORT["磐石铸造"], (date(YEAR - 4, 6, 1), date(YEAR - 1, 5, 31))
    town.record(_contract(town, few_women, Kind.WOMEN, *early), late=False)
    drafts = (("顺通物流", Kind.SAFETY), ("立新塑业", Kind.SAFETY), ("同兴木业", Kind.SAFETY))
    term = (date(YEAR, 11, 1), date(YEAR + 1, 10, 31))
    for number, (short, kind) in enumerate(drafts):
        contract = _contract(town, BY_SHORT[short], kind, *term)
        town.record(contract, late=False, waits=number > 0)
        if number < 2:
            town.reject(contract, "协商程序不完整，须重新表决", returned=number == 1)
