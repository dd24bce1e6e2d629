"""What stands around the contracts: consultations before them, checks after them, disputes, nil reports."""

from datetime import date, timedelta
from decimal import Decimal

from youju.demo.places import BY_SHORT, PLACES, YEAR, YEAR_END, YEAR_START, Place
from youju.demo.town import Town
from youju.records.models import NilReport
from youju.work.bargaining.models import CollectiveContract, Consultation, Dispute, Inspection

ARTICLES = 24
NOT_KEPT = ("磐石铸造", "同兴木业")  # where one article was found neglected
# Ordinary disputes: where, when, about what, what was asked, how many people, yuan recovered, how it ended.
DISPUTES = (
    ("同兴木业", date(YEAR, 5, 12), "pay", "计件单价调整后少计的加班工资", 2, 3600, "agreed"),
    ("丰平车轮", date(YEAR, 9, 3), "hours", "轮班安排与约定不符", 4, 0, "agreed"),
    ("宏达服装", date(YEAR, 11, 6), "contract", "离职时经济补偿的计算", 1, 5200, "arbitrated"),
)


def write_rights(town: Town, contracts: list[CollectiveContract]) -> None:
    for contract in contracts:
        if contract.signed_on.year == YEAR:
            _consult(town, contract)
    for number, contract in enumerate(_checked(contracts)):
        _inspect(town, contract, date(YEAR, 11, 10) + timedelta(days=number))
    for facts in DISPUTES:
        _dispute(town, *facts)
    for kind in (NilReport.Kind.DISPUTE, NilReport.Kind.ARREARS):
        for place in PLACES:
            town.record(_nil(town, place, kind), late=False, office=True, key="nil")


def _consult(town: Town, contract: CollectiveContract) -> None:
    union, signed = contract.organisation, contract.signed_on
    offered = max(signed - timedelta(days=16), union.from_on)
    side = 3 if contract.workers_covered < 100 else 5
    consultation = Consultation(
        organisation=union,
        occurred_on=offered,
        employer=contract.employer,
        kind=contract.kind,
        offered_by="workers",
        replied_on=offered + timedelta(days=6),
        reply="agreed",
        met_on=offered + timedelta(days=12),
        workers_chief=town.staff.chairs[union.short_name].name,
        workers_side=side,
        women_of_workers_side=2 if contract.kind == "women" else 1,
        employers_chief=town.people.name(woman=False),
        employers_side=side,
        recorder=town.people.name(woman=True),
        result="reached",
        contract=contract,
    )
    town.record(consultation, on=signed, office=True, key="consultation", after=contract)


def _checked(contracts: list[CollectiveContract]) -> list[CollectiveContract]:
    """The comprehensive contracts in force in the weeks of the yearly check."""
    first, last = date(YEAR, 11, 10), date(YEAR, 11, 30)
    found = [one for one in contracts if one.kind == "comprehensive"]
    return [one for one in found if one.holds_on(first) and one.holds_on(last)]


def _inspect(town: Town, contract: CollectiveContract, day: date) -> None:
    kept = contract.organisation.short_name not in NOT_KEPT
    inspection = Inspection(
        organisation=contract.organisation,
        occurred_on=day,
        contract=contract,
        inspectors=f"{town.staff.chairs[contract.organisation.short_name].name}、{town.staff.clerk.name}",
        articles=ARTICLES,
        articles_kept=ARTICLES if kept else ARTICLES - 1,
        findings="" if kept else "高温津贴未按约定月份足额发放",
        due_on=None if kept else day + timedelta(days=21),
        mended_on=None if kept else day + timedelta(days=14),
    )
    town.record(inspection, on=day + timedelta(days=14), office=True, key="inspection", after=contract)


def _dispute(
    town: Town, short: str, day: date, kind: str, matter: str, people: int, recovered: int, result: str
) -> None:
    closed = day + timedelta(days=17)
    dispute = Dispute(
        organisation=town.unions[short],
        occurred_on=day,
        employer=town.employers[short],
        kind=kind,
        matter=matter,
        people_involved=people,
        accepted_on=day + timedelta(days=2),
        mediator="演示镇劳动人事争议调解中心"
        if people < 4
        else f"{BY_SHORT[short].employer}劳动争议调解委员会",
        result=result,
        closed_on=closed,
        agreement_number=f"演镇调〔{YEAR}〕{day.month:02d}号" if result == "agreed" else "",
        recovered=Decimal(recovered) if recovered else None,
    )
    town.record(dispute, on=closed, late=False)


def _nil(town: Town, place: Place, kind: NilReport.Kind) -> NilReport:
    return NilReport(
        organisation=town.unions[place.short],
        kind=kind,
        from_on=max(YEAR_START, place.founded),
        until_on=YEAR_END,
        signed_by=town.chair(place).name,
    )
