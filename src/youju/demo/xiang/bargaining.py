"""The pilot of equal bargaining and its contracts; one small dispute mediated; nil reports of every unit."""

from datetime import date

from youju.demo.places import YEAR, YEAR_END, YEAR_START
from youju.demo.town import Town
from youju.demo.xiang.people import named
from youju.demo.xiang.places import BY_SHORT, PLACES, on
from youju.ledger.lines import LineOfWork
from youju.records.models import Exhibit, NilReport
from youju.work.bargaining.models import CollectiveContract, Consultation, Dispute, Inspection
from youju.work.organising.models import Visit
from youju.work.workers_home.models import Pilot

PILOT = "蚌埠新材料"
Kind = CollectiveContract.Kind
# Kind, title, last day, and what it settles beside pay.
CONTRACTS = (
    (
        Kind.COMPREHENSIVE,
        "集体合同",
        date(YEAR + 3, 6, 30),
        ("on_pay", "on_hours", "on_safety", "on_insurance"),
    ),
    (Kind.WAGE, "工资专项集体合同", date(YEAR + 1, 6, 30), ("on_pay",)),
    (Kind.WOMEN, "女职工权益保护专项集体合同", date(YEAR + 3, 6, 30), ("on_women",)),
)
# Where, when, and what was talked over face to face.
GUIDANCE = (
    (PILOT, on(3, 26), "讲解平等协商程序，帮助确定协商代表"),
    (PILOT, on(5, 21), "逐条修改集体合同草案"),
    (PILOT, on(6, 12), "指导职工大会审议表决和报送备案"),
    ("江凯", on(9, 17), "介绍试点做法，指导工资协商要约"),
    ("兴禾米业", on(10, 23), "介绍试点做法，动员发出要约"),
)  # fmt: skip


def write(town: Town) -> None:
    pilot = Pilot(
        organisation=town.federation,
        from_on=on(3, 3),
        kind=Pilot.Kind.CONTRACT,
        employer=town.employers[PILOT],
        grounds="企业规模较大，企业主民主意识较强",
        outcome="职工劳动报酬、工作时间、安全卫生有了合同保障，企业劳动关系稳定",
    )
    town.record(pilot, late=False)
    for short, day, content in GUIDANCE:
        _guide(town, short, day, content)
    contracts = [_contract(town, *row) for row in CONTRACTS]
    _consult(town, PILOT, on(4, 28), contracts[0])
    _consult(town, "江凯", on(10, 9), None)
    _inspect(town, contracts[0])
    _dispute(town)
    for kind in NilReport.Kind:
        for place in PLACES:
            _nil(town, kind, place)


def _guide(town: Town, short: str, day: date, content: str) -> None:
    visit = Visit(
        organisation=town.federation,
        occurred_on=day,
        kind=Visit.Kind.FACE_TO_FACE,
        employer=town.employers[short],
        served_line=LineOfWork.BARGAINING,
        visitors=f"{town.staff.leader.name}、{town.staff.clerk.name}",
        met="企业负责人、工会主席",
        content=content,
    )
    town.record(visit)


def _contract(town: Town, kind: str, title: str, until: date, clauses: tuple[str, ...]) -> CollectiveContract:
    place, signed = BY_SHORT[PILOT], on(6, 20)
    workers = len(town.at(place, signed))
    contract = CollectiveContract(
        organisation=town.unions[PILOT],
        employer=town.employers[PILOT],
        kind=kind,
        title=f"{PILOT}{title}（{YEAR}）",
        from_on=on(7, 1),
        until_on=until,
        workers_covered=workers,
        voted_on=on(6, 16),
        delegates_due=workers,
        delegates_present=workers - 3,
        votes_for=workers - 5,
        signed_on=signed,
        filed_on=on(6, 26),
        filing_number=f"演人社集备〔{YEAR}〕31号",
        published_on=on(6, 30),
        **dict.fromkeys(clauses, True),
    )
    union = f"{place.employer}工会委员会"
    file = town.album.contract(contract.title, place.employer, union, (contract.from_on, until))
    return town.record(contract, exhibits=[(file, Exhibit.Kind.CONTRACT)], late=False)


def _consult(town: Town, short: str, day: date, contract: CollectiveContract | None) -> None:
    """With a contract, agreed; without, offered and being talked over."""
    reached = contract is not None
    met = on(5, 27) if reached else on(10, 28)
    record = Consultation(
        organisation=town.unions[short],
        occurred_on=day,
        employer=town.employers[short],
        kind=Consultation.Kind.COMPREHENSIVE if reached else Consultation.Kind.WAGE,
        replied_on=on(5, 9) if reached else on(10, 20),
        reply=Consultation.Reply.AGREED,
        met_on=met,
        workers_chief=town.chair(BY_SHORT[short]).name,
        workers_side=5,
        women_of_workers_side=2,
        employers_chief="企业法定代表人",
        employers_side=5,
        recorder=named(town, BY_SHORT[short], 3),
        result=Consultation.Result.REACHED if reached else Consultation.Result.OPEN,
        contract=contract,
    )
    town.record(record, late=False, on=met, after=contract)


def _inspect(town: Town, contract: CollectiveContract) -> None:
    record = Inspection(
        organisation=contract.organisation,
        occurred_on=on(11, 25),
        contract=contract,
        inspectors=f"{town.staff.leader.name}、{town.chair(BY_SHORT[PILOT]).name}",
        articles=18,
        articles_kept=18,
        congress_told_on=on(12, 10),
    )
    town.record(record, late=False, on=on(12, 10), after=contract)


def _dispute(town: Town) -> None:
    """A small one, settled in two weeks: no major one, so nothing against the nil reports."""
    record = Dispute(
        organisation=town.unions["长河砖瓦"],
        occurred_on=on(8, 5),
        employer=town.employers["长河砖瓦"],
        kind=Dispute.Kind.HOURS,
        matter="职工要求补休高温期间的加班时间",
        people_involved=2,
        accepted_on=on(8, 6),
        mediator="乡劳动争议调解委员会",
        result=Dispute.Result.AGREED,
        closed_on=on(8, 19),
        agreement_number=f"演乡调〔{YEAR}〕2号",
    )
    town.record(record, late=False, on=on(8, 19))


def _nil(town: Town, kind: str, place) -> None:
    record = NilReport(
        organisation=town.unions[place.short],
        kind=kind,
        from_on=max(YEAR_START, place.founded),
        until_on=YEAR_END,
        signed_by=town.chair(place).name,
    )
    town.record(record, late=False, key="nil")
