"""签批: the paper that signs for a second person is uploaded, opened and withdrawn from the editor."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from tests import stage

from youju.base import periods
from youju.ledger import attaching
from youju.org.access import SystemAccess
from youju.reports import composing

pytestmark = pytest.mark.django_db
WRITE = ("ZHEN", "2025", "annual")


@pytest.fixture
def report(township):
    return stage.enter("paper", lambda: composing.begin(SystemAccess(), township, periods.year(2025)))


@pytest.fixture
def paper(desk, report):
    content = BytesIO()
    Image.new("RGB", (60, 40), "red").save(content, "JPEG")
    file = SimpleUploadedFile("签批单.jpg", content.getvalue())
    desk.post(reverse("report-attach", args=WRITE), {"files": [file]})
    return attaching.exhibits_of(report).get()


def editor(desk):
    return desk.get(reverse("report-write", args=WRITE)).content.decode()


def at(name, report, paper):
    return reverse(name, args=["reports.reports", report.pk, paper.pk])


def test_the_signed_paper_is_opened_from_the_editor(desk, report, paper):
    assert paper.kind == "approval"
    page = editor(desk)
    assert at("exhibit", report, paper) in page
    shown = desk.get(at("exhibit", report, paper)).content.decode()
    assert f'href="{reverse("report-write", args=WRITE)}#papers"' in shown
    original = desk.get(at("file", report, paper))
    assert b"".join(original.streaming_content).startswith(b"\xff\xd8")
    original.close()


def test_it_is_withdrawn_with_a_reason_and_leads_back_to_the_editor(desk, report, paper):
    where = at("exhibit-withdraw", report, paper)
    assert where in editor(desk)
    assert desk.post(where, {"reason": ""}).status_code == 422
    answer = desk.post(where, {"reason": "扫描不清"})
    assert answer["Location"] == f"{reverse('report-write', args=WRITE)}#papers"
    assert at("exhibit", report, paper) not in editor(desk)
    assert not attaching.exhibits_of(report).exists()


def test_papers_of_a_report_keep_others_out(at_desk, outsider, auditor, report, paper):
    stranger = at_desk(outsider)
    for name in ("exhibit", "file", "exhibit-withdraw"):
        assert stranger.get(at(name, report, paper)).status_code == 404
    assert at_desk(auditor).post(at("exhibit-withdraw", report, paper), {"reason": "x"}).status_code == 403


def test_the_editor_says_who_submitted_and_whether_one_signs_alone(desk, report):
    assert "还没有提请定稿" in editor(desk)
    assert "可以直接定稿" in editor(desk)
    desk.post(reverse("report-submit", args=WRITE))
    assert "经办人</strong>" in editor(desk)


def test_two_officers_are_told_that_both_are_needed(desk, report, leader):
    assert "一人提请、另一人定稿" in editor(desk)


def test_passages_are_no_ledger_that_anybody_opens(desk, report):
    for name in ("ledger-list", "entry-new", "sheet-import"):
        assert desk.get(reverse(name, args=["reports.passages"])).status_code == 404
