"""Labour protection: bodies, inspectors with certificates, rules, hazards mended, activities, the cup."""

from datetime import date, timedelta

from youju.demo.places import YEAR, Place
from youju.demo.town import Town
from youju.demo.xiang.people import steady
from youju.demo.xiang.places import BY_SHORT, ENTERPRISES, PLACES, on
from youju.records.models import Exhibit, Participation
from youju.work.safety.models import (
    AnkangCup,
    Hazard,
    Inspector,
    InspectorCertificate,
    ProtectionCommittee,
    SafetyActivity,
    SafetyRule,
)

ISSUER = "演示县总工会劳动保护部"
HAZARDS = (
    ("蚌埠新材料", on(6, 11), "配料间", "通风管道积尘", on(6, 25), on(6, 20)),
    ("长河砖瓦", on(6, 12), "码坯区", "传送带防护罩缺失", on(6, 22), on(6, 19)),
    ("兴禾米业", on(9, 16), "烘干房", "灭火器超期", on(9, 23), on(9, 19)),
)
ACTIVITIES = (
    (SafetyActivity.Kind.CONSULTING, on(6, 16), "安全生产宣传咨询日", "集镇广场", "乡机关", 12),
    (SafetyActivity.Kind.INSPECTION, on(6, 12), "群众安全大检查", "各企业", "江凯", 6),
    (SafetyActivity.Kind.DRILL, on(11, 7), "消防应急演练", "蚌埠新材料", "蚌埠新材料", 38),
)


def write(town: Town) -> None:
    for number, place in enumerate(PLACES, start=1):
        _body(town, place)
        if place.is_enterprise:
            _inspector(town, place, number)
            _rule(town, place)
    for row in HAZARDS:
        _hazard(town, *row)
    for row in ACTIVITIES:
        _activity(town, *row)
    for place in ENTERPRISES[:3]:
        cup = AnkangCup(
            organisation=town.unions[place.short],
            occurred_on=on(5, 16),
            employer=town.employers[place.short],
            theme="查隐患、保平安",
            teams=place.workers // 10,
            workers=place.workers - 2,
        )
        town.record(cup)


def _since(place: Place) -> date:
    return max(place.founded + timedelta(days=14), date(2023, 4, 3))


def _body(town: Town, place: Place) -> None:
    small = place.workers < 25
    record = ProtectionCommittee(
        organisation=town.unions[place.short],
        from_on=_since(place),
        form=ProtectionCommittee.Form.MEMBER if small else ProtectionCommittee.Form.COMMITTEE,
        head=town.chair(place).name,
        members=1 if small else 3,
    )
    town.record(record, late=False, key="protection")


def _inspector(town: Town, place: Place, number: int) -> None:
    since = _since(place)
    inspector = Inspector(
        organisation=town.unions[place.short],
        person=steady(town, place)[8].person,
        from_on=since,
        workplace="生产车间",
    )
    town.record(inspector, late=False)
    certificate = InspectorCertificate(
        organisation=inspector.organisation,
        inspector=inspector,
        from_on=since,
        until_on=since + timedelta(days=3 * 365),
        certificate_number=f"XLB{number:03d}",
        issuer=ISSUER,
    )
    town.record(certificate, late=False, after=inspector)


def _rule(town: Town, place: Place) -> None:
    record = SafetyRule(
        organisation=town.unions[place.short],
        from_on=_since(place),
        employer=town.employers[place.short],
        kind=SafetyRule.Kind.DUTY,
        title="安全生产责任制",
        union_consulted=True,
    )
    town.record(record, late=False, key="rule")


def _hazard(town: Town, short: str, day: date, place: str, what: str, due: date, fixed: date) -> None:
    record = Hazard(
        organisation=town.unions[short],
        occurred_on=day,
        employer=town.employers[short],
        place=place,
        description=what,
        found_by=steady(town, BY_SHORT[short])[8].person.name,
        proposal="限期整改并复查",
        answered_on=day + timedelta(days=2),
        due_on=due,
        fixed_on=fixed,
        rechecked_on=fixed + timedelta(days=1),
        rechecked_by=town.staff.clerk.name,
    )
    town.record(record, late=False, on=fixed + timedelta(days=1))


def _activity(town: Town, kind: str, day: date, title: str, place: str, short: str, seats: int) -> None:
    people = [worker.person for worker in town.at(BY_SHORT[short], day)][:seats]
    record = SafetyActivity(
        organisation=town.federation if short == "乡机关" else town.unions[short],
        occurred_on=day,
        kind=kind,
        title=title,
        place=place,
        content=f"{YEAR}年安全生产月和秋冬安全工作安排",
    )
    rows = [Participation(person=person, name=person.name) for person in people]
    photo = town.album.photo("fair" if short == "乡机关" else "visit", title, day)
    town.record(record, children=rows, exhibits=[(photo, Exhibit.Kind.PHOTO)])
