"""Every address, asked by those who do not reach it: what lies outside does not exist."""

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.conformance.makers import MAKERS
from tests.makers import make_organisation, make_post, make_user
from youju.catalogue import INDICATORS, LEDGERS, RULES
from youju.desk.tests.signing_in import sign_in
from youju.records.models import HistoryEvent

pytestmark = pytest.mark.django_db

ACTS = ("entry-detail", "entry-amend", "entry-confirm", "entry-return", "entry-void", "entry-request")
OPEN = {"login", "invitation", "health"}  # what nobody needs to be logged in for


def names(patterns=None) -> set[str]:
    """The name of every address of the site."""
    found = set()
    for pattern in patterns or get_resolver().url_patterns:
        if isinstance(pattern, URLResolver):
            found |= names(pattern.url_patterns)
        elif isinstance(pattern, URLPattern) and pattern.name:
            found.add(pattern.name)
    return found


@pytest.fixture
def records(village):
    """One confirmed record of every ledger at a union."""
    return {code: MAKERS[code](village) for code in LEDGERS}


@pytest.fixture
def sister(township):
    """The chair of another union of the same township."""
    user = make_user("sister")
    make_post(user, make_organisation(township, name="乙厂工会", code="ZHEN-02"), "chair")
    return user


def of_record(name, code, record):
    return reverse(name, args=[code, record.pk])


def of_place(organisation):
    """The addresses that name an organisation."""
    yield reverse("organisation-detail", args=[organisation.code])
    yield reverse("report-draft", args=[organisation.code, "2025"])
    yield reverse("report-seal", args=[organisation.code, "2025"])
    yield from (reverse("evidence", args=[code, organisation.code, "2025"]) for code in INDICATORS)


def test_every_address_asks_who_is_there(client):
    """Without a log-in an address that takes no arguments leads to the log-in page."""
    for name in sorted(names() - OPEN):
        try:
            address = reverse(name)
        except Exception:  # noqa: BLE001, S112  an address with arguments, asked below with real ones
            continue
        answer = client.get(address)
        assert answer.status_code in (302, 405), name
        assert answer.status_code == 405 or "/login/" in answer["Location"], name


def test_nobody_reads_a_record_without_a_log_in(client, records):
    for code, record in records.items():
        answer = client.get(of_record("entry-detail", code, record))
        assert (answer.status_code, "/login/" in answer["Location"]) == (302, True), code


@pytest.mark.parametrize("stranger", ["outsider", "sister"])
def test_what_lies_outside_does_not_exist(client, request, records, township, stranger):
    sign_in(client, request.getfixturevalue(stranger))
    before = HistoryEvent.objects.count()
    for code, record in records.items():
        for name in ACTS:
            address = of_record(name, code, record)
            assert client.get(address).status_code == 404, address
            assert client.post(address, {"reason": "越权"}).status_code in (404, 405), address
        page = client.get(reverse("ledger-list", args=[code])).content.decode()
        assert str(record.pk) not in page, code
        if record.number:
            assert f"{record.number}<" not in page, code
    for address in of_place(township):
        assert client.get(address).status_code == 404, address
    assert HistoryEvent.objects.count() == before


def test_an_auditor_reads_all_and_changes_nothing(client, records, auditor):
    sign_in(client, auditor)
    before = HistoryEvent.objects.count()
    for code, record in records.items():
        assert client.get(of_record("entry-detail", code, record)).status_code == 200, code
        for name in ("entry-amend", "entry-confirm", "entry-return", "entry-void"):
            assert client.post(of_record(name, code, record), {"reason": "试"}).status_code == 403, (
                name,
                code,
            )
        assert client.get(reverse("entry-new", args=[code])).status_code == 403, code
    assert HistoryEvent.objects.count() == before


def test_attention_lists_open_for_every_rule(client, records, clerk):
    sign_in(client, clerk)
    for code in RULES:
        assert client.get(reverse("attention", args=[code])).status_code == 200, code
