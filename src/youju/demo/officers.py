"""How each union is led: elections with their votes, posts, inner bodies, legal personality."""

from datetime import date, timedelta

from youju.demo.places import PLACES, YEAR, Place
from youju.demo.town import Town, Worker
from youju.people.models import Person
from youju.work.organising.models import Election, Handbook, LegalPerson, Officer, UnionBody

OVERDUE = "磐石铸造"  # its term ended in the year and nobody was elected anew
NO_CERTIFICATE = "华丽光电"  # not yet a legal person
CHANGED = ("宏达服装", "康乐食品", "顺通物流")  # where a member of the committee left in the year
HANDED_OUT = ("丰盛纸箱厂", "宁丰机械厂")  # where every member got the handbook


def write_officers(town: Town) -> None:
    for number, place in enumerate(PLACES):
        day = elected_on(place)
        election = _election(town, place, day, number)
        town.record(election, on=day + timedelta(days=6), late=False, office=True, key="election")
        named = _named(town, place, day)
        for position, person in named.items():
            officer = _officer(town, place, person, position, election)
            town.record(officer, on=day + timedelta(days=8), late=False, office=True, key="officers")
            if position == "committee" and place.short in CHANGED:
                _replace(town, place, officer, number)
        for body in _bodies(town, place, day, named):
            town.record(body, on=day + timedelta(days=9), late=False, office=True, key="bodies")
        if place.short != NO_CERTIFICATE:
            _certify(town, place, number)
        if place.short in HANDED_OUT:
            _hand_out(town, place)


def elected_on(place: Place) -> date:
    """The last election: at the founding, or three years after the one before."""
    if place.is_new:
        return place.founded
    year = YEAR - 3 if place.short == OVERDUE else YEAR - 2 + PLACES.index(place) % 3
    return place.founded.replace(year=year)


def _members(town: Town, place: Place, day: date) -> list[Worker]:
    held = [w for w in town.workers if w.place is place and w.membership is not None]
    return [worker for worker in held if worker.membership.holds_on(day)]


def _election(town: Town, place: Place, day: date, number: int) -> Election:
    members = len(_members(town, place, day))
    by_delegates = members > 100
    due = 30 + members // 10 if by_delegates else members
    present = due - due // 15
    return Election(
        organisation=town.unions[place.short],
        occurred_on=day,
        kind="first" if place.is_new else "renewal",
        meeting="delegates" if by_delegates else "all",
        session="第一届" if place.is_new else f"第{'二三四五六七八'[number % 3 + 1]}届",
        due=due,
        present=present,
        ballots_issued=present,
        ballots_returned=present,
        ballots_valid=present - 1,
        ballots_void=1,
        candidates=6,
        seats=5,
        members=members,
        chair=town.chair(place).name,
        chair_votes=present - 2 - due // 20,
        noticed_from=day - timedelta(days=9),
        noticed_until=day - timedelta(days=2),
        approval_number=f"演镇工复〔{day.year}〕{number + 1}号",
        approved_on=day + timedelta(days=5),
        term_years=3,
    )


# -- posts -----------------------------------------------------------------------------


def _named(town: Town, place: Place, day: date) -> dict[str, Person]:
    """The chair, a member of the committee, whoever audits and, where many women work, their head."""
    chair = town.at(place, place.founded)[0].person
    others = [w.person for w in _members(town, place, day) if w.until_on is None and w.person is not chair]
    others = list({person.name: person for person in others if person.name != chair.name}.values())
    women = [person for person in others if person.sex == "female"]
    men = [person for person in others if person.sex != "female"]
    named = {"chair": chair, "committee": men[0], "audit": men[1]}
    return named | ({"women": women[0]} if place.women >= 10 else {})


def _officer(town: Town, place: Place, person: Person, position: str, election: Election) -> Officer:
    day = election.occurred_on
    return Officer(
        organisation=town.unions[place.short],
        from_on=day,
        person=person,
        position=position,
        full_time=position == "chair" and place.workers > 200,
        began_by="elected",
        election=election,
        trained_on=day + timedelta(days=4) if position == "chair" and day.year < YEAR else None,
    )


def _replace(town: Town, place: Place, officer: Officer, number: int) -> None:
    """Left in the year; somebody else was elected into the committee some weeks later."""
    last = date(YEAR, 4 + number % 4, 18)
    at = town.diary.moment(last, late=False)
    town.diary.end(officer, on=last, by=town.staff.clerk, at=at, ended_by="left")
    day = last + timedelta(days=40)
    known = {person.name for person in _named(town, place, elected_on(place)).values()}
    someone = next(w.person for w in reversed(_members(town, place, day)) if w.person.name not in known)
    successor = Officer(
        organisation=officer.organisation,
        from_on=day,
        person=someone,
        position="committee",
        began_by="by_election",
    )
    town.record(successor, late=False, office=True, key="officers")


def _bodies(town: Town, place: Place, day: date, named: dict[str, Person]) -> list[UnionBody]:
    large = place.workers >= 60
    since = place.founded if place.is_new else day
    union = town.unions[place.short]
    audit = UnionBody(
        organisation=union,
        from_on=since,
        kind="audit" if large else "audit_member",
        head=named["audit"].name,
        members=3 if large else 1,
    )
    if "women" not in named:
        return [audit]
    head = named["women"].name
    return [audit, UnionBody(organisation=union, from_on=since, kind="women", head=head, members=3)]


# -- papers ----------------------------------------------------------------------------


def _certify(town: Town, place: Place, number: int) -> None:
    """The certificate of a legal person, of five years."""
    first = place.founded + timedelta(days=50) if place.is_new else date(YEAR - 4 + number % 4, 9, 12)
    certificate = LegalPerson(
        organisation=town.unions[place.short],
        from_on=first,
        until_on=first.replace(year=first.year + 5) - timedelta(days=1),
        certificate_number=f"工法证字第0799{number + 1:04d}号",
        code=f"81320799MC{number + 1:07d}X",
        representative=town.chair(place).name,
        issuer="演示县总工会",
    )
    town.record(certificate, late=False, office=True, key="legal")


def _hand_out(town: Town, place: Place) -> None:
    day = place.founded + timedelta(days=45)
    for number, worker in enumerate(_members(town, place, day), start=1):
        handbook = Handbook(
            organisation=town.unions[place.short],
            occurred_on=day,
            person=worker.person,
            handbook_number=f"演镇{PLACES.index(place) + 1:02d}{number:03d}",
            received_by="本人",
        )
        town.record(handbook, late=False, office=True, key="handbook", after=worker.membership)
