import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import pytest

from youju.reports.document import Document, Heading, Paragraph, Quote, Unproven, Words
from youju.reports.render import appendix, html
from youju.reports.render.canonical import canonical_json, digest, document_from_json, seal_json
from youju.reports.render.page import LISTED
from youju.reports.render.tests.sample import draft_document, photo, sample_document

LOADING = {"src", "href", "srcset", "action", "data", "poster", "formaction", "xlink:href"}


class Reader(HTMLParser):
    """Elements with their attributes and text, as a browser without script would see them."""

    def __init__(self, page):
        super().__init__()
        self.elements, self.open, self.words = [], [], ""
        self.feed(page.decode())

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs), []))
        self.open.append(self.elements[-1])

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        for element in self.open:
            element[2].append(data)

    def all(self, tag, **wanted):
        return [
            (attrs, "".join(words))
            for name, attrs, words in self.elements
            if name == tag and all(attrs.get(key) == value for key, value in wanted.items())
        ]


@pytest.fixture(scope="module")
def document():
    return sample_document()


@pytest.fixture(scope="module")
def raw(document):
    return html(document)


@pytest.fixture(scope="module")
def shown(raw):
    return Reader(raw)


def policy(page):
    ((attrs, _),) = page.all("meta", **{"http-equiv": "Content-Security-Policy"})
    return attrs["content"].split("; ")


def plain(*blocks, **changes):
    return Reader(html(Document("总结", "示范镇总工会", "2025年12月31日", blocks, **changes)))


def test_the_same_document_gives_the_same_bytes(document, raw):
    assert html(document) == raw


def test_a_summary_with_four_thousand_records_stays_small(document, raw):
    assert sum(len(items) for proof in document.proofs for _, items in proof.sides) > 4000
    assert len(raw) < 2_000_000


def test_nothing_is_fetched_from_anywhere(raw, shown):
    assert b"http://" not in raw.replace(b"http://www.w3.org/2000/svg", b"")
    assert b"https://" not in raw
    assert b"url(" not in raw
    assert b"@import" not in raw
    for _tag, attrs, _words in shown.elements:
        assert all(value.startswith("#") for name, value in attrs.items() if name in LOADING)


def test_only_its_own_style_and_script_may_run(shown):
    rules = policy(shown)
    assert rules[0] == "default-src 'none'"
    for name, tag in (("script-src", "script"), ("style-src", "style")):
        source = next(words for attrs, words in shown.all(tag) if not attrs)
        hashed = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
        assert f"{name} 'sha256-{hashed}'" in rules
    assert not [rule for rule in rules if "unsafe" in rule or "*" in rule]


def test_no_element_carries_style_or_script_of_its_own(shown):
    names = {name for _tag, attrs, _words in shown.elements for name in attrs}
    assert "style" not in names
    assert not [name for name in names if name.startswith("on")]


def test_pictures_are_allowed_only_where_there_are_some(document):
    without = [
        proof if proof.key != "11" else type(proof)(**{**vars(proof), "sides": ()})
        for proof in document.proofs
    ]
    assert "img-src data:" not in policy(Reader(html(draft_document(proofs=tuple(without)))))


def test_the_data_block_is_the_canonical_form_and_its_hash_the_digest(document, shown):
    ((_, content),) = shown.all("script", id="youju-document")
    assert content == canonical_json(document)
    assert hashlib.sha256(content.encode()).hexdigest() == document.seal.digest


def test_the_document_can_be_read_back_and_made_again(document, raw, shown):
    content, beside = (shown.all("script", id=name)[0][1] for name in ("youju-document", "youju-seal"))
    assert beside == seal_json(document)
    assert html(document_from_json(content, beside)) == raw


def test_every_claim_is_a_link_to_its_proof(document, shown):
    links = shown.all("a", **{"class": "claim-link"})
    assert len(links) == 19
    targets = {attrs["id"] for attrs, _ in shown.all("details", **{"class": "claim"})}
    assert {attrs["href"] for attrs, _ in links} == {f"#{name}" for name in targets}
    assert ("现有职工1756人\u2060[01]") in [words for _, words in links]


def test_without_script_every_proof_can_still_be_opened(document, shown):
    claims = shown.all("details", **{"class": "claim"})
    assert len(claims) == len(document.proofs)
    for (_, words), proof in zip(claims, document.proofs, strict=True):
        assert proof.definition in words
        assert appendix.reckoning(proof).text in words
        for title, items in proof.sides:
            assert not items or f"{title} {len(items)}" in words
            assert all(item.number in words for item in items[:LISTED])


def test_long_lists_say_how_much_is_left_out(shown):
    workers = shown.all("details", id="claim-01")[0][1]
    assert "以上为前 50 条，另有 1706 条" in workers
    assert workers.count("职工名册-2025-") == LISTED


def test_withheld_lists_are_not_in_the_file(document, raw, shown):
    assert "涉及未成年人，只列数字，不列名单。" in shown.all("details", id="claim-06")[0][1]
    assert "助学-2025-" not in raw.decode()


def test_late_records_and_exhibits_are_named(shown):
    words = shown.all("details", id="claim-04")[0][1]
    assert "补录" in words
    assert "照片 2 张" in words


def test_the_printed_table_has_a_row_for_every_claim(document, shown):
    whole = [words for _, words in shown.all("table")][-1]
    for line in appendix.lines(document):
        assert "".join(appendix.cells(line)) in whole


def test_unproven_text_is_marked(shown):
    marks = [words for _, words in shown.all("mark")]
    assert marks == ["企业配套了篮球场、羽毛球场、电脑等设施〔未关联台账〕"]


def test_a_claim_without_its_proof_is_marked_and_leads_nowhere():
    page = plain(Paragraph((Quote("发展320人", "77"),)))
    assert [words for _, words in page.all("mark")] == ["发展320人〔未关联台账〕"]
    assert page.all("a", **{"class": "claim-link"}) == []


def test_headings_follow_the_chapters(shown):
    assert [words for _, words in shown.all("h1")] == ["示范镇总工会2025年工作总结"]
    assert shown.all("h2")[0][1] == "一、强化基层民主政治建设"
    assert shown.all("h3")[0][1] == "（一）组织建设"


def test_a_long_title_is_broken_by_sense():
    whole = "示范镇总工会关于2025年度工会工作情况和2026年工作打算的报告"
    page = Reader(html(draft_document(title=whole)))
    lines = [words for attrs, words in page.all("span") if not attrs][:2]
    assert lines == ["示范镇总工会关于2025年度", "工会工作情况和2026年工作打算的报告"]
    assert page.all("title")[0][1] == whole


def test_text_cannot_become_markup():
    trick = '<img src=x onerror="alert(1)">&</script>'
    page = plain(Heading(1, trick), Paragraph((Words(trick), Unproven(trick))), motto=trick, notes=(trick,))
    assert page.all("img") == []
    assert page.all("h2")[0][1] == trick
    assert len(page.all("script")) == 3


def test_placeholders_in_the_text_stay_text():
    page = plain(Paragraph((Words("预算 $content ${script} {x}"),)))
    assert "预算 $content ${script} {x}" in page.all("article")[0][1]


def test_the_seal_is_shown_in_full(document, shown):
    ((_, words),) = shown.all("footer", **{"class": "seal"})
    for part in (
        document.seal.edition,
        document.seal.digest,
        document.seal.signature,
        document.seal.fingerprint,
    ):
        assert part in words
    assert "youju verify-file" in words
    assert shown.all("svg")


def test_a_public_page_is_linked_but_not_loaded():
    address = "https://example.org/d/1?a=1&b=2"
    page = Reader(html(sample_document(url=address)))
    ((attrs, words),) = page.all("a", href=address)
    assert (attrs["rel"], words) == ("noreferrer", address)
    assert policy(page)[0] == "default-src 'none'"


def test_a_draft_says_so_and_has_no_seal():
    page = Reader(html(draft_document()))
    assert "草稿，未定稿" in page.all("p", **{"class": "status"})[0][1]
    assert page.all("footer") == []
    assert json.loads(page.all("script", id="youju-seal")[0][1]) == {"seal": None, "url": ""}


def test_a_plain_document_has_no_appendix():
    page = plain(Paragraph((Words("正文。"),)))
    assert page.all("details") == []
    assert "附件" not in page.all("main")[0][1]


def test_it_is_a_chinese_page_for_phones_too(raw, shown):
    assert shown.all("html")[0][0]["lang"] == "zh-CN"
    assert shown.all("meta", name="viewport")[0][0]["content"].startswith("width=device-width")
    assert raw.startswith(b"<!doctype html>")
    assert re.search(rb"@media print", raw)


def test_photos_ticked_for_the_public_are_in_the_sealed_content(document):
    assert photo().jpeg in canonical_json(document)
    assert digest(document) == document.seal.digest
