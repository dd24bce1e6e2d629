import dataclasses
import hashlib
import json

import pytest

from youju.reports.document import Document, Paragraph, Words
from youju.reports.render.canonical import canonical_json, digest, document_from_json, seal_json
from youju.reports.render.tests.sample import draft_document, sample_document, sealed


def plain(text="正文", **changes):
    document = Document("标题", "示范镇总工会", "2025年12月31日", (Paragraph((Words(text),)),))
    return dataclasses.replace(document, **changes)


def test_a_sealed_document_comes_back_complete():
    document = sample_document(url="https://example.org/d/1")
    assert document_from_json(canonical_json(document), seal_json(document)) == document


def test_a_draft_comes_back_complete():
    document = draft_document()
    assert document_from_json(canonical_json(document), seal_json(document)) == document


def test_the_content_alone_is_enough_to_check_the_digest():
    document = sample_document()
    again = document_from_json(canonical_json(document))
    assert digest(again) == document.seal.digest
    assert again.seal.edition == document.seal.edition


def test_the_digest_is_the_hash_of_the_canonical_bytes():
    document = sample_document()
    assert hashlib.sha256(canonical_json(document).encode()).hexdigest() == document.seal.digest


def test_the_form_is_sorted_and_without_blanks():
    text = canonical_json(plain())
    data = json.loads(text)
    assert text == json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert list(data) == sorted(data)
    assert data["format"] == "youju-document/1"


def test_a_script_end_in_the_text_cannot_end_the_data_block():
    text = canonical_json(plain("</script><!-- 危险"))
    assert "<" not in text
    assert document_from_json(text).blocks[0].text == "</script><!-- 危险"


@pytest.mark.parametrize(
    "change",
    [
        {"title": "另一个标题"},
        {"date": "2025年12月30日"},
        {"notes": ("附注",)},
        {"motto": "副题"},
        {"blocks": (Paragraph((Words("改动"),)),)},
    ],
)
def test_every_change_of_the_content_changes_the_digest(change):
    assert digest(plain(**change)) != digest(plain())


@pytest.mark.parametrize("field", ["edition", "version", "sealed_at", "sealed_by"])
def test_what_the_seal_says_of_the_edition_is_covered(field):
    document = sealed(plain())
    changed = dataclasses.replace(document, seal=dataclasses.replace(document.seal, **{field: "改动"}))
    assert digest(changed) != digest(document)


@pytest.mark.parametrize("field", ["digest", "signature", "fingerprint", "public_key"])
def test_what_follows_from_the_digest_is_not_part_of_it(field):
    document = sealed(plain())
    changed = dataclasses.replace(document, seal=dataclasses.replace(document.seal, **{field: "00"}))
    assert digest(changed) == digest(document)


def test_a_new_public_address_does_not_break_the_seal():
    assert digest(plain(url="https://example.org/")) == digest(plain())


def test_a_changed_contribution_of_one_record_changes_the_digest():
    document = draft_document()
    proof = document.proofs[0]
    (title, items), *others = proof.sides
    items = (dataclasses.replace(items[0], contribution="2"), *items[1:])
    proof = dataclasses.replace(proof, sides=((title, items), *others))
    assert digest(dataclasses.replace(document, proofs=(proof, *document.proofs[1:]))) != digest(document)


def test_data_of_another_program_is_refused():
    with pytest.raises(ValueError, match="不是有据的定稿数据"):
        document_from_json('{"format": "other/1"}')
