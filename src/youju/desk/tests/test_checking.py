"""数字核对 of texts, and the check of summaries that other offices hand in."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx import Document
from tests.makers import make_membership, make_person

from youju.base import periods
from youju.desk.checking import stretches
from youju.org.access import SystemAccess
from youju.reports import composing, files, sealing
from youju.reports.checking import Checked, Claim, Verdict
from youju.reports.reading.claims import Fault

pytestmark = pytest.mark.django_db
TEXT = "今年新发展会员3人，慰问困难家庭36户，新建工会四家家。"


@pytest.fixture
def members(village):
    return [make_membership(village, make_person(village, name=f"张{n}")) for n in "一二三"]


@pytest.fixture
def page_of(desk, members):
    where = reverse("text-check") + "?org=ZHEN&period=2025"
    return lambda **data: desk.post(where, data).content.decode()


def test_every_claim_is_marked_and_leads_to_its_evidence(page_of):
    page = page_of(text=TEXT)
    assert '<a class="claim-mark agrees" id="at-1" href="#claim-1" title="一致">3人</a>' in page
    evidence = reverse("evidence", args=["organising.members_joined", "ZHEN", "2025"])
    assert f'<a href="{evidence}">新发展会员：3人</a>' in page
    assert '<span class="verdict open">无台账</span>' in page
    assert "“家”重复" in page


def test_a_text_is_not_taken_for_markup(page_of):
    page = page_of(text="<script>alert(1)</script>新发展会员5人。")
    assert "<script>alert" not in page
    assert "不符（差 2）" in page


def test_word_and_text_files_are_read(page_of):
    document = Document()
    document.add_paragraph("今年新发展会员3人。")
    held = BytesIO()
    document.save(held)
    assert "agrees" in page_of(file=SimpleUploadedFile("总结.docx", held.getvalue()))
    assert "agrees" in page_of(file=SimpleUploadedFile("总结.txt", "今年新发展会员3人。".encode("gb18030")))


@pytest.mark.parametrize(
    ("upload", "said"),
    [
        (SimpleUploadedFile("a.docx", b"PK no word"), "无法读取"),
        (SimpleUploadedFile("a.pdf", b"%PDF-"), "请另存为 .docx 或 .txt"),
        (SimpleUploadedFile("a.txt", b"\xff\xfe\xff\x81"), "不是文本"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(page_of, upload, said):
    upload.seek(0)
    assert said in page_of(file=upload)


def test_nothing_to_check_is_said(page_of, desk):
    assert "请粘贴文稿" in page_of(text="  ")
    assert "文稿太长" in page_of(text="会" * 200_001)
    assert "没有找到可以核对的说法" in page_of(text="大家都很努力。")
    assert desk.get(reverse("text-check")).status_code == 200


def test_an_outsider_checks_only_against_own_records(at_desk, outsider, auditor, members):
    where = reverse("text-check") + "?org=ZHEN&period=2025"
    assert at_desk(outsider).post(where, {"text": TEXT}).status_code == 404
    assert at_desk(auditor).post(where, {"text": TEXT}).status_code == 200


def claim(start, end):
    return Claim(start, end, "x", "count", None, "", Verdict("一致"))


def test_stretches_give_the_whole_text_and_never_overlap():
    text = "0123456789"
    faults = [Fault(3, 6, "doubled", "重"), Fault(8, 9, "doubled", "重")]
    cut = stretches(text, Checked([claim(2, 4), claim(2, 4)], faults))
    assert "".join(one.text for one in cut) == text
    assert [(one.text, one.number, one.tone) for one in cut if one.tone] == [
        ("23", 1, "agrees"),
        ("8", 0, "fault"),
    ]


@pytest.fixture
def summary(township, members):
    report = composing.begin(SystemAccess(), township, periods.year(2025))
    composing.add(SystemAccess(), report, part="lead", text="发展会员{organising.members_joined}。")
    return files.render(sealing.seal(SystemAccess(), township, periods.year(2025)), "html")


def handed_in(desk, data, **more):
    upload = {"file": SimpleUploadedFile("总结.html", data)} if data is not None else {}
    return desk.post(reverse("file-check"), upload | more).content.decode()


def test_a_superior_checks_a_summary_that_is_handed_in(at_desk, county_officer, summary):
    desk = at_desk(county_officer)
    assert "核验通过" in handed_in(desk, summary)
    changed = handed_in(desk, summary.replace("3人".encode(), "9人".encode()))
    assert "核验不通过" in changed
    assert "内容与摘要不符" in changed
    assert "与您提供的指纹不同" in handed_in(desk, summary, key="ab" * 16)
    assert "请选择总结网页" in handed_in(desk, None)
    assert "这不是有据的总结网页" in handed_in(desk, b"<html></html>")


def test_the_pages_open_for_whoever_holds_a_post(desk, client):
    assert desk.get(reverse("file-check")).status_code == 200
    assert client.get(reverse("file-check")).status_code == 302
    assert client.get(reverse("text-check")).status_code == 302
