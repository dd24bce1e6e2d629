"""A clerk who is alone: whatever two people share elsewhere, one enters, pastes and confirms here."""

import pytest
from django.urls import reverse
from tests.makers_relief import warmth_visit

from youju.catalogue import LEDGERS
from youju.ledger.sheets import pasting, saving
from youju.ledger.sheets.checking import check
from youju.org.access import Access
from youju.org.models import Organisation
from youju.people.models import Membership, Person
from youju.records import writing
from youju.records.record import State
from youju.work.relief.models import WarmthVisit

pytestmark = pytest.mark.django_db
PEOPLE = "姓名\t性别\n李建国\t男\n陈小兰\t女"
MEMBERS = (
    "单位\t会员\t入会方式\t起始日期\n乙厂工会\t李建国\t入会\t2025-03-01\n乙厂工会\t陈小兰\t入会\t2025-03-01"
)


def paste(user, place, code: str, text: str) -> None:
    """What pasting rows and pressing save comes to."""
    ledger, access = LEDGERS[code], Access(user)
    grid = pasting.from_text(ledger, access, place, text)
    saving.save(check(ledger, access, grid.table, place=place))


def test_people_units_and_members_are_brought_in_and_confirmed_by_one(desk, township, clerk):
    paste(clerk, township, "people.persons", PEOPLE)
    assert set(Person.objects.reach(Access(clerk)).values_list("name", flat=True)) == {"李建国", "陈小兰"}
    given = {"text": "乙厂工会", "kind": "basic", "from_on": "2020-01-01"}
    desk.post(reverse("units-paste", args=[township.code]), given)
    unit = Organisation.objects.everywhere("made just now").get(name="乙厂工会")
    paste(clerk, township, "organising.members", MEMBERS)
    held = Membership.objects.at([unit.pk])
    assert held.filter(state=State.PENDING).count() == 2
    many = {"act": "confirm", "pk": [str(pk) for pk in held.values_list("pk", flat=True)]}
    desk.post(reverse("ledger-many", args=["organising.members"]), many)
    assert held.filter(state=State.CONFIRMED, self_confirmed=True).count() == 2


def test_an_own_record_is_confirmed_by_oneself_and_says_so(desk, township, clerk):
    record = writing.enter(warmth_visit(township), by=clerk)
    assert (
        reverse("entry-confirm", args=["relief.visits", record.pk])
        in desk.get(reverse("entry-detail", args=["relief.visits", record.pk])).content.decode()
    )
    desk.post(reverse("entry-confirm", args=["relief.visits", record.pk]), {"version": record.row_version})
    found = WarmthVisit.objects.at([township.pk]).get()
    assert (found.state, found.self_confirmed) == (State.CONFIRMED, True)
