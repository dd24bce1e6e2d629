"""Every page opens for those it is meant for, and for nobody else."""

import pytest
from django.urls import reverse
from tests.conformance.makers import MAKERS
from tests.makers import make_exhibit, make_membership

from youju.catalogue import INDICATORS, LEDGERS, RULES

pytestmark = pytest.mark.django_db
ACTS = ("confirm", "return", "void", "request", "amend")


@pytest.fixture
def member(village):
    return make_membership(village)


@pytest.fixture
def addresses(member):
    """Pages about one record of the village, and about the village and its town."""
    exhibit = make_exhibit(member, "other")
    record = ["organising.members", member.pk]
    return [
        reverse("entry-detail", args=record),
        *[reverse(f"entry-{act}", args=record) for act in ACTS],
        reverse("exhibit-withdraw", args=[*record, exhibit.pk]),
        reverse("person-detail", args=[member.person_id]),
        reverse("organisation-detail", args=["ZHEN-01"]),
        reverse("evidence", args=["organising.members", "ZHEN-01", "2025"]),
        reverse("evidence-units", args=["organising.members", "ZHEN", "2025"]),
        reverse("figures") + "?org=ZHEN-01",
        reverse("attention-list") + "?org=ZHEN-01",
        reverse("attention", args=["organising.not_approved"]) + "?org=ZHEN-01",
        reverse("report-draft", args=["ZHEN", "2025"]),
        reverse("report-seal", args=["ZHEN", "2025"]),
        reverse("unit-new", args=["ZHEN"]),
    ]


@pytest.mark.parametrize(
    "name",
    [
        "home",
        "figures",
        "attention-list",
        "report-list",
        "password",
        "sessions",
        "account-list",
        "account-new",
    ],
)
def test_pages_without_a_record_open(desk, name):
    assert desk.get(reverse(name)).status_code == 200


@pytest.mark.parametrize("code", LEDGERS)
def test_every_ledger_is_listed_filled_in_and_shown(desk, village, code):
    record = MAKERS[code](village)
    page = desk.get(reverse("ledger-list", args=[code]))
    assert str(LEDGERS[code].label) in page.content.decode()
    assert str(record.pk) in page.content.decode()
    assert desk.get(reverse("entry-new", args=[code])).status_code == 200
    assert desk.get(reverse("entry-detail", args=[code, record.pk])).status_code == 200


@pytest.mark.one_engine  # the sets behind them are asked in `tests/conformance`
def test_every_figure_has_its_page(desk, village):
    def page(code):
        return desk.get(reverse("evidence", args=[code, "ZHEN", "2025"])).content.decode()

    undefined = [code for code, one in INDICATORS.items() if one.definition.splitlines()[0] not in page(code)]
    assert undefined == []


def test_every_rule_has_its_page(desk, village):
    answers = {code: desk.get(reverse("attention", args=[code])).status_code for code in RULES}
    assert {code: status for code, status in answers.items() if status != 200} == {}


def test_a_stranger_is_sent_to_the_login_page(client, addresses):
    for address in [reverse("home"), reverse("ledger-list", args=["organising.members"]), *addresses]:
        answer = client.get(address)
        assert answer.status_code == 302, address
        assert answer["Location"].startswith("/login/?next="), address


def test_what_lies_out_of_reach_does_not_exist(at_desk, outsider, addresses):
    desk = at_desk(outsider)
    for address in addresses:
        assert desk.get(address).status_code == 404, address


def test_an_auditor_looks_at_everything_and_changes_nothing(at_desk, auditor, addresses, village):
    desk = at_desk(auditor)
    acts = [f"/{act}/" for act in (*ACTS, "withdraw", "seal", "new")]
    for address in addresses:
        forbidden = any(address.endswith(act) for act in acts) and "withdraw" not in address
        assert desk.get(address).status_code == (403 if forbidden else 200), address
    assert desk.get(reverse("entry-new", args=["relief.visits"])).status_code == 403
    assert "登记</a>" not in desk.get(reverse("ledger-list", args=["relief.visits"])).content.decode()


@pytest.mark.parametrize("address", ["/nowhere/", "/ledgers/no.such/", "/evidence/no.such/ZHEN/2025/"])
def test_what_is_not_there_is_said_in_chinese_with_a_number(desk, address):
    answer = desk.get(address)
    assert answer.status_code == 404
    assert "没有找到" in answer.content.decode()
    assert answer["X-Request-Id"] in answer.content.decode()


@pytest.mark.parametrize("period", ["20xx", "2025Q5", "99999999-00000000", "x"])
def test_a_period_that_is_none_is_not_there(desk, village, period):
    assert desk.get(reverse("evidence", args=["organising.members", "ZHEN", period])).status_code == 404


def test_changes_are_asked_for_by_post_only(desk, member):
    for name in ("entry-attach",):
        assert desk.get(reverse(name, args=["organising.members", member.pk])).status_code == 405
    for address in (reverse("logout"), reverse("place"), reverse("person-identity", args=[member.person_id])):
        assert desk.get(address).status_code == 405
    assert desk.post(reverse("ledger-list", args=["organising.members"])).status_code == 405


def test_a_form_without_its_token_is_refused_in_chinese(clerk, member):
    from django.test import Client

    from youju.desk.tests.signing_in import sign_in

    desk = sign_in(Client(enforce_csrf_checks=True), clerk)
    answer = desk.post(reverse("entry-void", args=["organising.members", member.pk]), {"reason": "x"})
    assert answer.status_code == 403
    assert "页面已过期" in answer.content.decode()


def test_a_failure_shows_a_number_and_no_trace(desk, monkeypatch, caplog):
    def broken(*args, **kwargs):
        raise RuntimeError("secret 340321198001010011")

    monkeypatch.setattr("youju.desk.home.waiting.latest", broken)
    desk.raise_request_exception = False
    answer = desk.get("/")
    page = answer.content.decode()
    assert answer.status_code == 500
    assert answer["X-Request-Id"] in page
    assert answer["X-Request-Id"] in caplog.text
    assert "secret" not in page
    assert "Traceback" not in page


def test_a_body_that_is_too_large_is_refused_before_it_is_read(desk, member, monkeypatch):
    monkeypatch.setattr("youju.desk.middleware.MOST_BYTES", 100)
    answer = desk.post(reverse("entry-void", args=["organising.members", member.pk]), {"reason": "长" * 200})
    assert answer.status_code == 413
    assert "内容太大" in answer.content.decode()


def test_too_many_fields_are_too_large(desk, member, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 2
    answer = desk.post(
        reverse("entry-void", args=["organising.members", member.pk]), {"a": "1", "b": "2", "c": "3"}
    )
    assert answer.status_code == 413


def test_a_user_without_a_post_is_told_so(at_desk, db, noon):
    from tests.makers import make_user

    desk = at_desk(make_user("nobody"))
    assert "没有任职" in desk.get("/").content.decode()
    assert desk.get(reverse("figures")).status_code == 404
