"""What a list shows, in which order, and what it adds up."""

from datetime import date
from decimal import Decimal

import pytest
from django.http import QueryDict
from tests.makers import make_membership, make_organisation, make_person
from tests.makers_relief import make_household, make_warmth_visit, warmth_visit

from youju.base import periods
from youju.catalogue import LEDGERS
from youju.ledger import choosing, listing, silent
from youju.ledger.listing import Listing
from youju.org.access import Access
from youju.records import writing

pytestmark = pytest.mark.django_db
VISITS = LEDGERS["relief.visits"]
MEMBERS = LEDGERS["organising.members"]


def listed(user, ledger=VISITS, columns=None, **asked) -> Listing:
    return Listing(ledger, Access(user), asked, columns)


# -- columns --------------------------------------------------------------------------------


def test_the_paper_form_is_shown_until_somebody_chooses(clerk, leader):
    access = Access(clerk)
    assert choosing.chosen(access, VISITS) == VISITS.columns
    choosing.choose(access, VISITS, ["amount", "organisation", "recorded_by", "no-such-column"])
    assert set(choosing.chosen(access, VISITS)) == {"organisation", "amount", "recorded_by"}
    assert choosing.chosen(Access(leader), VISITS) == VISITS.columns
    assert choosing.chosen(access, MEMBERS) == MEMBERS.columns


def test_choosing_nothing_or_the_usual_forgets_the_choice(clerk):
    access = Access(clerk)
    for names in ([], VISITS.columns):
        choosing.choose(access, VISITS, ["amount"])
        choosing.choose(access, VISITS, names)
        assert choosing.chosen(access, VISITS) == VISITS.columns
    assert not choosing.ChosenColumns.objects.exists()


def test_sealed_fields_are_no_columns():
    persons = {name for name, _label in choosing.offered(LEDGERS["organising.members"])}
    assert "person" in persons
    homes = {name for name, _label in choosing.offered(LEDGERS["relief.files"])}
    assert not {"address", "phone", "id_number"} & homes


# -- order ----------------------------------------------------------------------------------


def test_a_list_is_sorted_by_any_column_that_has_an_order(clerk, village, township):
    few = make_warmth_visit(village, amount=Decimal(100), occurred_on=date(2025, 3, 1))
    many = make_warmth_visit(township, amount=Decimal(900), occurred_on=date(2025, 2, 1))
    assert list(listed(clerk, sort="amount").records) == [few, many]
    assert list(listed(clerk, sort="-amount").records) == [many, few]
    assert list(listed(clerk, sort="organisation").records) == [many, few]
    assert list(listed(clerk, sort="no-such-column").records) == [few, many]


def test_persons_are_sorted_by_name(clerk, village, township):
    b = make_membership(village, make_person(township, name="乙某"))
    a = make_membership(village, make_person(township, name="丁某"))
    assert list(listed(clerk, MEMBERS, sort="person").records) == [a, b]


def test_headings_say_how_the_list_is_sorted_and_what_a_click_asks(clerk):
    def asked(sort):
        found = listed(clerk, columns=("amount", "household"), sort=sort).headings
        return {one.name: (one.sorted, one.ask) for one in found}

    assert asked("") == {"amount": ("", "amount"), "household": ("", "-")}
    assert asked("amount")["amount"] == ("up", "-amount")
    assert asked("-amount")["amount"] == ("down", "")


# -- sums -----------------------------------------------------------------------------------


def test_money_and_counts_add_up_over_all_pages_without_what_is_void(clerk, village):
    home = make_household(village)
    visits = [warmth_visit(village, home, amount=Decimal("100.50")) for _ in range(51)]
    writing.enter_many(visits, by=clerk)
    writing.void(visits[0], by=clerk, reason="重复")
    assert listed(clerk, columns=("organisation", "amount")).totals == ["", "5,025元"]
    assert listed(clerk, columns=("amount",), state="voided").totals == ["0元"]
    assert listed(clerk, columns=("organisation",)).totals == []


def test_years_marks_and_standards_do_not_add_up(clerk, township):
    never = {"institutions.targets": ("year", "value"), "relief.living_standards": ("amount",)}
    for code, columns in never.items():
        assert listed(clerk, LEDGERS[code], columns).totals == []


# -- long lists -----------------------------------------------------------------------------


def test_a_long_list_is_not_counted_to_its_end(clerk, village, monkeypatch):
    monkeypatch.setattr(listing, "MOST_COUNTED", 5)
    home = make_household(village)
    writing.enter_many([warmth_visit(village, home) for _ in range(8)], by=None)
    found = listed(clerk)
    page = found.page(1)
    assert (page.paginator.count, page.paginator.is_open, found.number) == (5, True, 6)
    assert {number for _value, _label, number in found.states} == {None}
    assert found.totals == []
    found = listed(clerk, state="pending")
    assert (found.page(1).paginator.count, found.page(1).paginator.is_open) == (5, True)
    assert not listed(clerk, state="voided").page(1).paginator.is_open


# -- picked, mine ---------------------------------------------------------------------------


def test_picked_records_and_my_own_narrow_the_list(clerk, leader, village):
    home = make_household(village)
    mine, other = warmth_visit(village, home), warmth_visit(village, home)
    writing.enter(mine, by=clerk)
    writing.enter(other, by=leader)
    assert list(listed(clerk, mine="1").records) == [mine]
    asked = QueryDict(f"pk={other.pk}&pk=nonsense")
    assert list(Listing(VISITS, Access(clerk), asked).records) == [other]


def test_what_lies_out_of_reach_cannot_be_picked(outsider, village):
    visit = make_warmth_visit(village)
    assert not Listing(VISITS, Access(outsider), QueryDict(f"pk={visit.pk}")).records.exists()


# -- silence --------------------------------------------------------------------------------


def test_units_without_a_record_in_the_period_are_silent(clerk, outsider, township, village, neighbour):
    other = make_organisation(township, name="乙厂工会", code="ZHEN-02")
    make_organisation(township, name="新厂工会", code="ZHEN-03", from_on=date(2025, 11, 1))
    make_warmth_visit(village, occurred_on=date(2025, 2, 1))
    writing.void(make_warmth_visit(other, occurred_on=date(2025, 2, 1)), by=None, reason="重复")

    def quiet(period, user=clerk):
        return {unit.code for unit in silent.silent(VISITS, Access(user), periods.parse(period))}

    assert quiet("2025") == {"ZHEN-02", "ZHEN-03"}
    assert quiet("2025Q1") == {"ZHEN-02"}
    assert quiet("2024") == {"ZHEN-01", "ZHEN-02"}
    assert quiet("2025", outsider) == set()


def test_a_register_speaks_for_as_long_as_it_holds(clerk, village):
    make_membership(village, from_on=date(2024, 5, 1))
    for period, quiet in (("2023", 1), ("2024", 0), ("2025", 0)):
        assert silent.silent(MEMBERS, Access(clerk), periods.parse(period)).count() == quiet
