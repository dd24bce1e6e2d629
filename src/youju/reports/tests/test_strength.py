"""How strongly a claim is proven, and that what readers get no list of is digested all the same."""

from dataclasses import replace

import pytest
from django.db import connection
from tests.makers import make_exhibit, make_membership, make_person
from tests.makers_education import make_training

from youju.base import periods
from youju.catalogue import INDICATORS
from youju.ledger.scope import Scope
from youju.org.access import SystemAccess
from youju.records import engine
from youju.reports import composing, proofs, sealing, verifying
from youju.reports.document import Document, Proof
from youju.reports.proofs import Backing
from youju.reports.render import canonical, html

pytestmark = pytest.mark.django_db
YEAR = periods.year(2025)


def test_records_are_told_by_names_papers_photos_and_head_counts(village):
    person = make_person(village)
    one, other = make_training(village, person), make_training(village, unnamed=30)
    make_exhibit(one, "photo")
    found = list(proofs.strength([one, other, one], Backing.of([one, other])))
    assert found == ["实名 50.0%", "签字材料 50.0%", "照片 50.0%", "只填人数 30 人次"]


def test_what_names_nobody_is_not_blamed_for_it(village):
    from tests.makers_organising import make_formation

    formation = make_formation(village)
    found = list(proofs.strength([formation], Backing.of([formation])))
    assert found == ["签字材料 0.0%", "照片 0.0%"]
    assert list(proofs.strength([], Backing.of([]))) == []


def seal(township, text):
    report = composing.begin(SystemAccess(), township, YEAR)
    composing.add(SystemAccess(), report, part="lead", text=text)
    return sealing.seal(SystemAccess(), township, YEAR)


def test_an_edition_carries_the_strength_and_the_digest_of_its_citations(township, village):
    make_membership(village)
    document = sealing.document_of(seal(township, "新发展会员{organising.members_joined}。"))
    (proof,) = document.proofs
    assert proof.strength[0] == "实名 100.0%"
    assert len(proof.citations) == 64
    assert "证据强度" in html(document).decode()
    assert list(verifying.faults()) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE reports_citation SET subject_ref = 'x'",
        "UPDATE reports_citation SET side = 'x'",
        "DELETE FROM reports_citation",
    ],
)
def test_a_claim_of_numbers_only_is_covered_too(township, village, monkeypatch, statement):
    make_membership(village)
    joined = INDICATORS["organising.members_joined"]
    monkeypatch.setitem(INDICATORS, joined.code, replace(joined, numbers_only=True))
    edition = seal(township, "新发展会员{organising.members_joined}。")
    (proof,) = sealing.document_of(edition).proofs
    assert (proof.sides, len(proof.citations)) == ((), 64)
    with connection.cursor() as cursor:
        for step in engine.statements(engine.UNGUARD, connection.vendor, "reports_citation"):
            cursor.execute(step)
        cursor.execute(statement)
    assert any("清单与定稿内容不符" in str(fault) for fault in verifying.faults())


def test_the_form_of_editions_sealed_before_stays_as_it_was():
    old = Proof("01", "a.b", "某", "3", "人", "口径", "2025年", "2025-12-31")
    document = Document("题", "某", "2025年12月31日", (), (old,))
    content = canonical.canonical_json(document)
    assert "strength" not in content
    assert "citations" not in content
    assert canonical.digest(canonical.document_from_json(content)) == canonical.digest(document)
    newer = replace(document, proofs=(replace(old, strength=("照片 1.0%",), citations="ab"),))
    assert canonical.document_from_json(canonical.canonical_json(newer)) == newer


def test_the_digest_is_the_same_from_records_and_from_rows(township, village, year_2025):
    make_membership(village)
    indicator = INDICATORS["organising.members_joined"]
    evidence = indicator.evidence(Scope.of(SystemAccess(), township, YEAR))
    told = proofs.citations_digest(proofs.cited(evidence, Backing.of(evidence.records)))
    edition = seal(township, "新发展会员{organising.members_joined}。")
    assert proofs.citations_digest(edition.claims.get().citations.all()) == told
    assert proofs.citations_digest([]) == ""
