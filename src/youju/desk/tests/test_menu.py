"""The menu on every page: all ledgers, and where one stands among them."""

import pytest
from django.urls import reverse

from youju.catalogue import LEDGERS, LINES
from youju.desk.tests.signing_in import sign_in

pytestmark = pytest.mark.django_db


def page(client, clerk, address):
    return sign_in(client, clerk).get(address).content.decode()


def test_every_ledger_of_a_line_can_be_reached_from_the_first_screen(client, clerk):
    text = page(client, clerk, reverse("password"))
    for line in LINES:
        for ledger in line.ledgers:
            assert f'<a href="/ledgers/{ledger.code}/">{ledger.label}</a>' in text
    assert text.count("<details open>") == 0


@pytest.mark.parametrize("code", ["organising.members", "relief.visits"])
def test_the_ledger_one_looks_at_is_marked_and_its_line_is_open(client, clerk, code):
    text = page(client, clerk, reverse("ledger-list", args=[code]))
    assert text.count("<details open>") == 1
    assert f'<a href="/ledgers/{code}/" aria-current="page">{LEDGERS[code].label}</a>' in text


def test_one_page_does_not_leave_its_mark_on_the_next(client, clerk):
    page(client, clerk, reverse("ledger-list", args=["organising.members"]))
    text = page(client, clerk, reverse("ledger-list", args=["relief.visits"]))
    assert '/ledgers/organising.members/" aria-current' not in text
