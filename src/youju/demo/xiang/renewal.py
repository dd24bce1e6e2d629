"""How unions stay alive: a re-election, officers who come and go, inner bodies, handbooks."""

from datetime import date, timedelta

from youju.demo.places import YEAR, Place
from youju.demo.town import Town
from youju.demo.xiang.people import named, steady
from youju.demo.xiang.places import BY_SHORT, IN_THE_PARK, PLACES, on
from youju.records.models import Exhibit
from youju.work.organising.models import Election, Handbook, LegalPerson, Officer, UnionBody, Visit

Position, Began, Ended = Officer.Position, Officer.Began, Officer.Ended
RENEWED = "长河砖瓦"
SINCE = date(2024, 3, 12)  # of the committees that were not renewed in the year
ELECTED_ON = on(4, 18)


def write(town: Town) -> None:
    election = _election(town)
    for place in PLACES:
        if place.short != RENEWED:
            _earlier_election(town, place)
        _officers(town, place)
        _bodies(town, place)
    _new_team(town, election)
    _gone(town)
    _handbooks(town)
    _legal_person(town)


def _election(town: Town) -> Election:
    """Urged in March, elected in April, by all members."""
    place = BY_SHORT[RENEWED]
    urging = Visit(
        organisation=town.unions[RENEWED],
        occurred_on=on(3, 12),
        kind=Visit.Kind.ELECTION,
        visitors=town.staff.clerk.name,
        met=town.chair(place).name,
        content="本届委员会任期届满，副主席已离职，督促按民主程序换届",
        result="定于四月十八日召开会员大会",
    )
    town.record(urging)
    election = Election(
        organisation=town.unions[RENEWED],
        occurred_on=ELECTED_ON,
        session="第五届",
        due=11,
        present=10,
        ballots_issued=10,
        ballots_returned=10,
        ballots_valid=10,
        candidates=4,
        seats=3,
        members=11,
        chair=town.chair(place).name,
        chair_votes=9,
        noticed_from=on(4, 9),
        noticed_until=on(4, 15),
        approval_number=f"演乡工发〔{YEAR}〕5号",
        approved_on=on(4, 22),
    )
    sheets = town.album.sheets(
        "长河砖瓦厂工会换届大会", ELECTED_ON, "厂会议室", [w.person.name for w in steady(town, place)][:10]
    )
    photo = town.album.photo("meeting", "长河砖瓦厂工会换届选举", ELECTED_ON)
    proof = [(photo, Exhibit.Kind.PHOTO), *((sheet, Exhibit.Kind.SIGN_IN) for sheet in sheets)]
    return town.record(election, exhibits=proof, on=on(4, 22), late=False)


def _earlier_election(town: Town, place: Place) -> None:
    """The election of the committee that sits today: at a new union its first."""
    kind = Election.Kind.FIRST if place.is_new else Election.Kind.RENEWAL
    day = max(place.founded, SINCE)
    members = place.joined - 4 if place.is_new else place.members
    record = Election(
        organisation=town.unions[place.short],
        occurred_on=day,
        kind=kind,
        session="第一届" if place.is_new else "第四届",
        due=members,
        present=members - 1,
        ballots_issued=members - 1,
        ballots_returned=members - 1,
        ballots_valid=members - 1,
        members=members,
        chair=town.chair(place).name,
        chair_votes=members - 2,
        noticed_from=day - timedelta(days=9),
        noticed_until=day - timedelta(days=2),
        approval_number=f"演乡工发〔{day.year}〕{PLACES.index(place) + 11}号",
        approved_on=day + timedelta(days=4),
    )
    town.record(record, late=False, key="election", on=day + timedelta(days=4))


def _officer(town: Town, place: Place, number: int, position: str, since: date, **facts) -> Officer:
    return Officer(
        organisation=town.unions[place.short],
        person=steady(town, place)[number].person,
        name=named(town, place, number),
        position=position,
        from_on=since,
        **facts,
    )


def _officers(town: Town, place: Place) -> None:
    """A chair everywhere, and beside each a member of the committee; the renewed team is written apart."""
    since = max(place.founded, SINCE)
    trained = since + timedelta(days=66)
    chair = _officer(town, place, 0, Position.CHAIR, since, trained_on=trained)
    town.record(chair, late=False, key="officer", on=trained)
    if place.short != RENEWED:
        second = _officer(town, place, 1, Position.COMMITTEE, since, duties="组织、宣传")
        town.record(second, late=False, key="officer")


def _new_team(town: Town, election: Election) -> None:
    place = BY_SHORT[RENEWED]
    for number, position in ((2, Position.VICE_CHAIR), (3, Position.COMMITTEE)):
        officer = _officer(town, place, number, position, ELECTED_ON, election=election, trained_on=on(5, 29))
        town.record(officer, late=False, after=election, on=on(5, 29))


def _gone(town: Town) -> None:
    """Officers of firms who left in the year; one place was filled again by a by-election."""
    gone = (("长河砖瓦", 4, Position.VICE_CHAIR, on(2, 14), Ended.RESIGNED),)
    gone += (("江凯", 5, Position.WOMEN, on(8, 29), Ended.MOVED),)
    for short, number, position, day, way in gone:
        place = BY_SHORT[short]
        officer = _officer(town, place, number, position, SINCE)
        town.record(officer, late=False, key="officer")
        at = town.diary.moment(day, late=False)
        town.diary.end(officer, on=day, by=town.chair(place), at=at, ended_by=way)
    successor = _officer(town, BY_SHORT["江凯"], 6, Position.WOMEN, on(9, 24), began_by=Began.BY_ELECTION)
    town.record(successor, late=False)


def _bodies(town: Town, place: Place) -> None:
    large = place.workers >= 25
    audit = UnionBody.Kind.AUDIT if large else UnionBody.Kind.AUDIT_MEMBER
    _body(town, place, audit, 5, members=3 if large else 1)
    if place.women >= 10:
        _body(town, place, UnionBody.Kind.WOMEN, 3, members=3)


def _body(town: Town, place: Place, kind: str, head: int, *, members: int) -> None:
    record = UnionBody(
        organisation=town.unions[place.short],
        from_on=max(place.founded, SINCE),
        kind=kind,
        head=named(town, place, head),
        members=members,
    )
    town.record(record, late=False, key="body")


def _handbooks(town: Town) -> None:
    """Given to the members of the two new unions on the day of their founding meeting."""
    number = 0
    for place in IN_THE_PARK:
        for worker in town.workers:
            if worker.place is place and worker.membership and worker.membership.from_on == place.founded:
                number += 1
                book = Handbook(
                    organisation=town.unions[place.short],
                    occurred_on=place.founded,
                    person=worker.person,
                    handbook_number=f"XSC{YEAR}{number:04d}",
                    received_by=worker.person.name,
                )
                town.record(book, key="handbook", late=False, after=worker.membership)


def _legal_person(town: Town) -> None:
    for number, place in enumerate(PLACES, start=1):
        record = LegalPerson(
            organisation=town.unions[place.short],
            from_on=max(place.founded + timedelta(days=30), date(2023, 5, 10)),
            certificate_number=f"工法证字第0799{number:05d}号",
            code=f"81320799MC00{number:06d}",
            representative=town.chair(place).name,
            seat=f"演示县演示乡{place.employer}",
            issuer="演示县总工会",
        )
        town.record(record, late=False, key="legal person")
