"""Inner bodies, legal personality, handbooks."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from tests.figures import offenders, proven, side
from tests.makers import make_employer, make_employment, make_membership, make_organisation, make_person
from tests.makers_organising import make_body, make_handbook, make_legal_person, make_officer

from youju.base import periods
from youju.ledger.scope import Scope
from youju.org.access import SystemAccess
from youju.records import writing
from youju.work.organising.indicators import renewal
from youju.work.organising.rules import standing

pytestmark = pytest.mark.django_db


@pytest.mark.provokes("ORG-11", "ORG-16")
def test_bodies_that_stand_on_the_day(township, village, year_2025):
    other = make_organisation(township, name="乙厂工会")
    make_body(village)
    make_body(other, until_on=date(2025, 12, 30))
    for name in ("一组", "二组"):
        make_body(village, kind="group", name=name)
    assert proven(renewal.audit_rate, year_2025) == 50
    assert offenders(standing.no_audit_body, year_2025) == {other}
    assert proven(renewal.groups, year_2025) == 2


@pytest.mark.parametrize(
    ("field", "values"),
    [("name", {"kind": "group"}), ("members", {"members": 0}), ("kind", {"from_on": date(2025, 6, 1)})],
)
def test_bodies_that_cannot_be_are_refused(village, field, values):
    make_body(village)
    with pytest.raises(ValidationError) as refused:
        make_body(village, **values)
    assert list(refused.value.message_dict) == [field]


@pytest.mark.provokes("ORG-10")
def test_ten_women_need_a_committee(township, village, year_2025):
    other = make_organisation(township, name="乙厂工会")
    for union, number in ((village, 10), (other, 9)):
        firm = make_employer(township, name=f"{union}厂", union=union)
        for n in range(number):
            make_employment(make_person(township, name=f"女{n}", sex="female"), firm)
        make_employment(make_person(township, name="男工"), firm)
    assert proven(renewal.womens_body_rate, year_2025) == 0
    assert side(renewal.womens_body_rate, year_2025, "outside") == {other}
    assert offenders(standing.no_womens_body, year_2025) == {village}
    make_body(village, kind="women_member", members=1)
    assert offenders(standing.no_womens_body, year_2025) == {village}
    make_body(village, kind="women")
    assert proven(renewal.womens_body_rate, year_2025) == 100


@pytest.mark.provokes("ORG-12", "ORG-13")
def test_who_leads_does_not_audit_and_an_audit_committee_has_its_size(village, year_2025):
    body = make_body(village, members=2, head="李主席")
    assert offenders(standing.audit_size, year_2025) == {body}
    assert offenders(standing.audit_conflict, year_2025) == set()
    make_officer(village, name="李主席", position="chair")
    assert offenders(standing.audit_conflict, year_2025) == {body}


@pytest.mark.provokes("ORG-14", "ELE-14")
def test_a_union_is_a_legal_person_while_its_certificate_lasts(township, village, year_2025):
    other = make_organisation(township, name="乙厂工会")
    expiring = make_legal_person(village, until_on=date(2026, 3, 31))
    make_legal_person(other, until_on=date(2025, 12, 30))
    assert proven(renewal.legal_person_rate, year_2025) == 50
    assert offenders(standing.no_legal_person, year_2025) == {other}
    assert offenders(standing.legal_person_expiring, year_2025) == {expiring}
    with pytest.raises(ValidationError, match="已有法人资格证书"):
        make_legal_person(village)
    expiring.until_on = date(2026, 4, 1)
    writing.amend(expiring, by=None, reason="更正")
    assert offenders(standing.legal_person_expiring, year_2025) == set()


@pytest.mark.provokes("ORG-15")
def test_a_new_chair_is_registered_within_a_month(village, year_2025):
    certificate = make_legal_person(village)
    make_officer(village, name="李主席", position="chair", until_on=date(2025, 11, 30), ended_by="moved")
    new = make_officer(village, name="周主席", position="chair", from_on=date(2025, 12, 1))
    assert offenders(standing.representative_outdated, year_2025) == set()
    january = Scope.of(SystemAccess(), village, periods.year(2026), date(2026, 1, 1))
    assert offenders(standing.representative_outdated, january) == {certificate}
    writing.void(new, by=None, reason="误登")
    assert offenders(standing.representative_outdated, january) == set()


def test_handbooks_are_counted_and_belong_to_members(township, village, neighbour, year_2025):
    first = make_handbook(village)
    make_handbook(village, occurred_on=date(2024, 12, 31))
    make_handbook(make_organisation(neighbour, name="邻厂工会"))
    writing.void(make_handbook(village), by=None, reason="误登")
    make_membership(village)
    assert proven(renewal.handbooks, year_2025) == 1
    assert proven(renewal.handbook_rate, year_2025) == 50
    with pytest.raises(ValidationError, match="已经发放过"):
        make_handbook(village, handbook_number=first.handbook_number)
    with pytest.raises(ValidationError) as refused:
        make_handbook(village, person=make_person(township))
    assert list(refused.value.message_dict) == ["person"]
