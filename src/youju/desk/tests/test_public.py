"""The code on paper leads to a public page: where the site is public, for those who hold the digest."""

import pytest
from django.test import Client
from django.urls import reverse
from tests import stage
from tests.makers import make_membership, make_person

from youju.base import periods
from youju.org.access import SystemAccess
from youju.reports import composing, publishing, readers_file, sealing

pytestmark = pytest.mark.django_db
SITE = "https://gonghui.example.cn"


@pytest.fixture
def edition(township, village):
    return stage.enter("edition of one member", lambda: sealed(township, village))


def sealed(township, village):
    make_membership(village, make_person(village, name="张一"))
    report = composing.begin(SystemAccess(), township, periods.year(2025))
    composing.add(SystemAccess(), report, part="lead", text="年末会员{organising.members}。")
    return sealing.seal(SystemAccess(), township, periods.year(2025))


@pytest.fixture
def public(settings):
    settings.YOUJU_URL = SITE


def look(digest):
    return Client().get(reverse("edition-public", args=[digest]))


def test_the_paper_s_code_leads_to_the_page_that_proves_itself(edition, public):
    document = sealing.document_of(edition)
    assert document.url == f"{SITE}/e/{edition.digest}/"
    answer = look(edition.digest)
    assert readers_file.examine(answer.content).good
    assert "张一" not in answer.content.decode()
    assert "script-src 'sha256-" in answer["Content-Security-Policy"]
    assert "noindex" in answer["X-Robots-Tag"]


def test_without_the_digest_nothing_is_found(edition, public):
    wrong = "0" * publishing.DIGEST
    assert [look(one).status_code for one in (wrong, edition.digest[:20], "x")] == [404, 404, 404]


@pytest.mark.parametrize(
    "url", ["", "http://gonghui.example.cn", "https://localhost", "https://192.168.1.5", "https://bangong"]
)
def test_a_site_that_is_not_public_has_no_public_page(edition, settings, url):
    settings.YOUJU_URL = url
    assert sealing.document_of(edition).url == ""
    assert look(edition.digest).status_code == 404
