"""The page that gives out a year."""

import io
import zipfile

import pytest
from django.urls import reverse
from tests.makers_relief import make_warmth_visit

from youju.records.models import Look

pytestmark = pytest.mark.django_db
PAGE = reverse("yearbook")


@pytest.fixture(autouse=True)
def visit(village):
    return make_warmth_visit(village)


def test_the_zip_is_streamed_under_a_chinese_name(desk):
    answer = desk.post(f"{PAGE}?org=ZHEN&period=2025")
    assert answer.streaming
    assert "no-store" in answer["Cache-Control"]
    assert "filename*=UTF-8''%E6%9F%90%E9%95%87" in answer["Content-Disposition"]
    names = zipfile.ZipFile(io.BytesIO(answer.getvalue())).namelist()
    assert names == ["帮扶救助.xlsx", "基础名册.xlsx", "目录.html"]
    assert Look.objects.count() == 1


def test_looking_at_the_page_gives_nothing_out(desk):
    text = desk.get(PAGE).content.decode()
    assert "下载完整压缩包" in text
    assert not Look.objects.exists()


def test_in_full_needs_a_purpose_and_the_right(desk, at_desk, auditor):
    answer = desk.post(PAGE, {"full": "1", "reason": " "})
    assert answer.status_code == 422
    assert "请填写用途" in answer.content.decode()
    page = at_desk(auditor).get(PAGE).content.decode()
    assert "下载完整压缩包" not in page
    assert at_desk(auditor).post(PAGE, {"full": "1", "reason": "看看"}).status_code == 403


def test_a_unit_out_of_reach_does_not_exist(at_desk, outsider):
    assert at_desk(outsider).get(PAGE, {"org": "ZHEN"}).status_code == 404
    assert at_desk(outsider).post(f"{PAGE}?org=ZHEN").status_code == 404


def test_the_way_there_is_on_the_page_for_inspections(desk):
    assert f"{PAGE}?org=ZHEN" in desk.get(reverse("packet")).content.decode()
