"""Committees, inspectors with certificates, one small accident, nil reports of every union."""

from datetime import date, timedelta

from youju.demo.places import BY_SHORT, PLACES, YEAR, YEAR_END, YEAR_START, Place
from youju.demo.town import Town
from youju.records.models import Exhibit, NilReport
from youju.work.safety.models import Accident, Inspector, InspectorCertificate, ProtectionCommittee

ISSUER = "演示县总工会劳动保护部"
EXPIRED = "磐石铸造"  # the one inspector whose certificate ran out
TWO_INSPECTORS = ("兰天车轮", "晶源石英")


def write_safety(town: Town) -> None:
    write_committees(town)
    write_inspectors(town)
    write_accidents(town)
    write_nil_reports(town)


def write_committees(town: Town) -> None:
    for place in PLACES:
        start = max(place.founded + timedelta(days=20), date(2014, 3, 1))
        if place.short == "宏达服装":  # the former one ended, a new one followed
            former = _committee(town, place, start)
            former.until_on = date(YEAR, 4, 30)
            town.record(former, late=False)
            start = date(YEAR, 5, 1)
        town.record(_committee(town, place, start), late=None if place.is_new else False)


def _committee(town: Town, place: Place, start: date) -> ProtectionCommittee:
    small = place.workers < 60
    return ProtectionCommittee(
        organisation=town.unions[place.short],
        from_on=start,
        form=ProtectionCommittee.Form.MEMBER if small else ProtectionCommittee.Form.COMMITTEE,
        head=town.chair(place).name,
        members=1 if small else 5,
        group_inspectors=place.workers // 30,
    )


# -- inspectors ------------------------------------------------------------------------


def write_inspectors(town: Town) -> None:
    number = 0
    for place in PLACES:
        for worker in _chosen(town, place):
            number += 1
            start = max(place.founded + timedelta(days=30), date(2023, 3, 1))
            inspector = _inspector(town, place, worker.person, start)
            town.record(inspector, late=None if place.is_new else False)
            _certify(town, place, inspector, number)
    _left_post(town)
    waiting = _inspector(town, PLACES[4], town.at(PLACES[4], YEAR_END)[7].person, date(YEAR, 12, 15))
    town.record(waiting, late=False, waits=True)


def _chosen(town: Town, place: Place) -> list:
    """People who were there from before the year to its end."""
    since = place.founded if place.is_new else date(2023, 3, 1)
    steady = [w for w in town.at(place, since) if w.until_on is None]
    return steady[3:5] if place.short in TWO_INSPECTORS else steady[3:4]


def _inspector(town: Town, place: Place, person, start: date) -> Inspector:
    workplace = "办公室" if not place.is_enterprise else "生产车间"
    return Inspector(organisation=town.unions[place.short], person=person, from_on=start, workplace=workplace)


def _certify(town: Town, place: Place, inspector: Inspector, number: int) -> None:
    first = inspector.from_on + timedelta(days=3)
    if place.short == EXPIRED:
        terms = [(date(2023, 3, 4), date(YEAR, 5, 31))]
    elif number % 6 == 0 and not place.is_new:  # ran out in the year and was issued anew
        terms = [(first, date(YEAR, 6, 30)), (date(YEAR, 7, 1), date(YEAR + 3, 6, 30))]
    else:
        terms = [(first, first + timedelta(days=3 * 365))]
    for turn, term in enumerate(terms):
        _issue(town, inspector, f"LB{number:03d}-{turn + 1}", term)


def _issue(town: Town, inspector: Inspector, number: str, term: tuple[date, date]) -> None:
    certificate = InspectorCertificate(
        organisation=inspector.organisation,
        inspector=inspector,
        from_on=term[0],
        until_on=term[1],
        certificate_number=number,
        issuer=ISSUER,
    )
    file = town.album.certificate(number, inspector.person.name, term)
    town.record(certificate, late=False, exhibits=[(file, Exhibit.Kind.CERTIFICATE)])


def _left_post(town: Town) -> None:
    """Gave up the post in June: with a valid certificate, but of no base at the year's end."""
    place = BY_SHORT["宏达服装"]
    person = [w for w in town.at(place, date(2023, 3, 1)) if w.until_on is None][5].person
    inspector = _inspector(town, place, person, date(2023, 3, 1))
    town.record(inspector, late=False)
    _issue(town, inspector, "LB090-1", (date(2023, 3, 4), date(2026, 3, 3)))
    at = town.diary.moment(date(YEAR, 6, 30), late=False)
    town.diary.end(inspector, on=date(YEAR, 6, 30), by=town.chair(place), at=at)


# -- accidents -------------------------------------------------------------------------


def write_accidents(town: Town) -> None:
    """One ordinary accident, and an exercise that somebody entered as a real one."""
    town.record(
        _accident(
            town,
            "磐石铸造",
            date(YEAR, 8, 14),
            Accident.Grade.ORDINARY,
            "清砂作业时手指被砂箱挤伤，已痊愈返岗",
        ),
        late=False,
    )
    drill = _accident(town, "晶源石英", date(YEAR, 6, 12), Accident.Grade.MAJOR, "应急演练的假设情形")
    town.record(drill, late=False)
    town.reject(drill, "为应急演练内容，并非事故")


def _accident(town: Town, short: str, day: date, grade: str, description: str) -> Accident:
    return Accident(
        organisation=town.unions[short],
        occurred_on=day,
        place="生产车间",
        grade=grade,
        description=description,
        union_took_part=True,
    )


def write_nil_reports(town: Town) -> None:
    for place in PLACES:
        if not place.is_new:
            town.record(_nil(town, place, date(YEAR - 1, 1, 1), date(YEAR - 1, 12, 31)), late=False)
        if place.short == "顺通物流":
            again = town.record(_nil(town, place, YEAR_START, date(YEAR, 6, 30)), late=False)
            town.reject(again, "改为全年一次报告")
        town.record(_nil(town, place, max(YEAR_START, place.founded), YEAR_END), late=False)


def _nil(town: Town, place: Place, first: date, last: date) -> NilReport:
    return NilReport(
        organisation=town.unions[place.short],
        kind=NilReport.Kind.ACCIDENT,
        from_on=first,
        until_on=last,
        signed_by=town.chair(place).name,
    )
