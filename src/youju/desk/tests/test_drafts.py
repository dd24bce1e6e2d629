"""What a paper would say today, for every kind of paper: on the page, as printed, as files."""

import pytest
from django.urls import reverse
from tests.makers import make_membership, make_person

from youju.records.models import Look
from youju.reports.models import Kind, Report

pytestmark = pytest.mark.django_db
PERIODS = {"annual": "2025", "midyear": "2025H1", "quarter": "2025Q2", "plan": "2025"}


@pytest.fixture
def members(village):
    return [make_membership(village, make_person(village, name=f"张{n}")) for n in "一二三"]


def where(name, kind, *more):
    return reverse(name, args=["ZHEN", PERIODS[kind], kind, *more])


@pytest.mark.parametrize("kind", Kind.values)
def test_every_kind_of_paper_has_a_draft_that_stores_nothing(desk, members, kind):
    page = desk.get(where("report-draft", kind)).content.decode()
    assert f"{Kind(kind).label}草稿" in page
    assert where("report-write", kind) in page
    assert not Report.objects.everywhere("x").exists()


def test_the_pages_are_shown_as_they_would_be_printed(desk, members):
    page = desk.get(where("report-draft-pages", "annual")).content.decode()
    assert page.count('src="data:image/png;base64,') >= 1
    assert "版式预览（未定稿）" in page
    part = desk.get(where("report-draft-pages", "annual"), HTTP_HX_REQUEST="true").content.decode()
    assert part.strip().startswith('<div class="sheets">')


@pytest.mark.parametrize(("form", "start"), [("docx", b"PK"), ("pdf", b"%PDF")])
def test_a_draft_is_passed_round_as_a_file_that_says_so(desk, members, form, start):
    answer = desk.get(where("report-draft-file", "quarter", form))
    assert answer.content.startswith(start)
    assert "%EF%BC%88%E6%9C%AA%E5%AE%9A%E7%A8%BF%EF%BC%89" in answer["Content-Disposition"]  # （未定稿）
    assert Look.objects.get().what == "下载草稿"


def test_a_draft_has_no_page_that_could_be_taken_for_the_signed_one(desk, members):
    assert desk.get(where("report-draft-file", "annual", "html")).status_code == 404
    assert desk.get(reverse("report-draft", args=["ZHEN", "2025", "novel"])).status_code == 404


def test_the_choice_of_period_and_kind_leads_to_the_draft(desk, township):
    answer = desk.get(reverse("report-draft-choice"), {"period": "2025Q2", "kind": "quarter"})
    assert answer["Location"] == where("report-draft", "quarter")


def test_drafts_keep_others_out(at_desk, outsider):
    stranger = at_desk(outsider)
    assert stranger.get(where("report-draft-pages", "annual")).status_code == 404
    assert stranger.get(where("report-draft-file", "annual", "pdf")).status_code == 404


def test_each_kind_is_offered_for_its_usual_span(desk, township):
    page = desk.get(reverse("report-list"), {"period": "2024"}).content.decode()
    for period, kind in (("2024", "annual"), ("2024H1", "midyear"), ("2024Q4", "quarter"), ("2024", "plan")):
        assert reverse("report-write", args=["ZHEN", period, kind]) in page
    answer = desk.get(reverse("report-draft-choice"), {"period": "2024", "kind": "midyear"})
    assert answer["Location"] == reverse("report-draft", args=["ZHEN", "2024H1", "midyear"])
