"""Workers on the boards of companies, and congresses of an area or trade."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from tests.figures import offenders, proven
from tests.makers import make_employer, make_employment, make_person
from tests.makers_democracy import make_congress, make_worker_seat

from youju.records.parameters import Dated, Parameter
from youju.work.democracy import parameters
from youju.work.democracy.indicators import congress
from youju.work.democracy.rules import seats as rules

pytestmark = pytest.mark.django_db


def test_seats_are_counted_until_their_last_day(village, neighbour, year_2025):
    make_worker_seat(village, until_on=date(2025, 12, 31))
    make_worker_seat(village, until_on=date(2025, 12, 30))
    make_worker_seat(neighbour)
    assert proven(congress.worker_seats, year_2025) == 1


@pytest.mark.provokes("DM-13")
def test_a_large_company_without_a_worker_on_its_boards_is_named(township, village, year_2025, monkeypatch):
    three = Parameter("worker_seat_from", "人数", (Dated(3),))
    monkeypatch.setattr(rules, "WORKER_SEAT_FROM", three)
    large, small = (make_employer(township, name=name, union=village) for name in ("大厂", "小厂"))
    for n in range(5):
        make_employment(make_person(township, name=f"工{n}"), large if n < 3 else small)
    assert offenders(rules.no_worker_seat, year_2025) == {large}
    make_worker_seat(village, employer=large, board="supervisors")
    assert offenders(rules.no_worker_seat, year_2025) == set()
    assert parameters.WORKER_SEAT_FROM.on(date(2025, 1, 1)) == 300


@pytest.mark.provokes("DM-15")
def test_owners_are_at_most_a_fifth_of_an_area_congress(township, year_2025):
    most = make_congress(township, kind="area", delegates_due=30, delegates_present=30, owners=6)
    over = make_congress(township, kind="trade", delegates_due=30, delegates_present=30, owners=7)
    assert offenders(rules.too_many_owners, year_2025) == {over}
    assert proven(congress.joint_congresses, year_2025) == 2
    assert proven(congress.congresses, year_2025) == proven(congress.congress_units, year_2025) == 0
    assert most.is_joint


@pytest.mark.parametrize(
    ("make", "field", "values"),
    [
        (make_congress, "owners", {"owners": 1}),
        (make_congress, "owners", {"kind": "area", "owners": 31}),
        (make_worker_seat, "name", {"name": ""}),
        (make_worker_seat, "told_on", {"told_on": date(2025, 2, 28)}),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(village, make, field, values):
    with pytest.raises(ValidationError) as refused:
        make(village, **values)
    assert list(refused.value.message_dict) == [field]


def test_a_worker_holds_a_seat_once_and_is_masked(township, village):
    firm = make_employer(township)
    seat = make_worker_seat(village, employer=firm, name="王小明")
    assert "王小明" not in str(seat)
    make_worker_seat(village, employer=firm, name="王小明", board="supervisors")
    with pytest.raises(ValidationError, match="不要重复登记"):
        make_worker_seat(village, employer=firm, name="王小明")
