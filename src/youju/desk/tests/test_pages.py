"""Every page for a clerk."""

import pytest
from django.urls import reverse
from tests.makers import make_membership
from tests.makers_relief import MAKERS

from youju.catalogue import INDICATORS, LEDGERS

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, clerk):
    from youju.desk.tests.signing_in import sign_in

    sign_in(client, clerk)
    return client


def test_pages_open(desk, village, township):
    m = make_membership(village)
    v = MAKERS["relief.visits"](village)
    for url in [
        "/",
        "/year/2025/",
        "/figures/",
        "/attention/",
        "/password/",
        "/sessions/",
        f"/people/{m.person_id}/",
        "/organisations/ZHEN-01/",
        f"/ledgers/organising.members/{m.pk}/",
        f"/ledgers/organising.members/{m.pk}/amend/",
        f"/ledgers/organising.members/{m.pk}/void/",
        f"/ledgers/relief.visits/{v.pk}/",
        "/people/suggest/?q=w",
        *[reverse("ledger-list", args=[code]) for code in LEDGERS],
        *[reverse("entry-new", args=[code]) for code in LEDGERS],
        *[reverse("evidence", args=[code, "ZHEN", "2025"]) for code in INDICATORS],
        *[reverse("evidence-units", args=[code, "ZHEN", "2025"]) for code in INDICATORS],
    ]:
        answer = desk.get(url)
        assert answer.status_code == 200, (url, answer.content.decode()[:500])
