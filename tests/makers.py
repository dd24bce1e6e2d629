"""Plain functions that make test records through the writing door. Every default is dull on purpose."""

from datetime import date, datetime
from itertools import count

from youju.base import clock
from youju.org import tree
from youju.org.models import Organisation, Post, User
from youju.people.models import Coverage, Employer, Employment, Membership, Person
from youju.records import writing
from youju.records.models import Exhibit, File, NilReport, Participation
from youju.records.record import State

NOON = datetime(2025, 12, 31, 12, 0, tzinfo=clock.CHINA)
SPRING = date(2025, 3, 1)
_serial = count(1)


def make_organisation(
    parent=None, *, kind="basic", name="甲厂工会", code=None, from_on=date(2010, 1, 1), by=None, **values
):
    code = code or f"U{next(_serial):04d}"
    unit = Organisation(code=code, name=name, short_name=name, kind=kind, from_on=from_on, **values)
    return tree.found(unit, parent, by=by)


def make_user(login_name, *, name="某人", password=None):
    user = User(login_name=login_name, name=name)
    user.set_password(password) if password else user.set_unusable_password()
    user.save()
    return user


def make_post(user, organisation, role, *, from_on=date(2020, 1, 1), until_on=None):
    post = Post(user=user, organisation=organisation, role=role, from_on=from_on, until_on=until_on)
    return writing.enter(post, by=None)


def confirmed(record, *, by=None, children=()):
    """Enter a record and confirm it."""
    writing.enter(record, by=by, children=children)
    if record.state == State.PENDING:
        writing.confirm(record, by=by)
    return record


def make_person(federation, *, name="王小明", sex="male", **values):
    person = Person(federation_id=federation.federation_id, name=name, sex=sex, **values)
    return writing.enter(person, by=None)


def make_employer(
    federation, *, name="甲厂", nature="enterprise", union=None, from_on=date(2010, 1, 1), **values
):
    employer = Employer(organisation=federation, name=name, nature=nature, from_on=from_on, **values)
    writing.enter(employer, by=None)
    if union is not None:
        start = max(from_on, union.from_on)
        writing.enter(Coverage(organisation=union, employer=employer, from_on=start), by=None)
    return employer


def make_employment(person, employer, *, from_on=date(2020, 1, 1), until_on=None):
    row = Employment(
        organisation=employer.organisation,
        person=person,
        employer=employer,
        from_on=from_on,
        until_on=until_on,
    )
    return writing.enter(row, by=None)


def make_membership(union, person=None, *, from_on=SPRING, **values):
    person = person or make_person(union)
    return confirmed(Membership(organisation=union, person=person, from_on=from_on, **values))


def make_nil_report(union, *, kind="accident", from_on=date(2025, 1, 1), until_on=date(2025, 12, 31)):
    row = NilReport(organisation=union, kind=kind, from_on=from_on, until_on=until_on, signed_by="王主席")
    return confirmed(row)


def make_exhibit(record, kind=Exhibit.Kind.PHOTO):
    """A file shown with a record; its bytes are invented."""
    federation = record.federation_id
    file = File(federation_id=federation, sha256=f"{next(_serial):064x}", size=1, kind="jpg", name="照片.jpg")
    writing.enter(file, by=None)
    exhibit = Exhibit(
        federation_id=federation, record_ref=record.ref, record_id=record.pk, file=file, kind=kind
    )
    return writing.enter(exhibit, by=None)


def named(*people) -> list[Participation]:
    """Participants: persons, or plain names of people nobody has identified."""
    return [
        Participation(name=one) if isinstance(one, str) else Participation(name=one.name, person=one)
        for one in people
    ]


def id_number(serial: int, *, birth="19800101", woman=False, region="340321") -> str:
    """A made-up ID number with a right check digit."""
    body = f"{region}{birth}{serial % 100:02d}{2 if woman else 1}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, weights, strict=True)) % 11]


def at_noon():
    """The writing door's clock at the end of 2025."""
    return clock.at(NOON)
