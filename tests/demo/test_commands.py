"""`youju demo` and `youju figures` as an operator sees them."""

import json
import re
from types import SimpleNamespace

import pytest

from youju.config import checks
from youju.config.commands import demo as command
from youju.config.commands import figures
from youju.config.console import Refusal
from youju.demo import summary
from youju.reports.models import Edition, Passage

one_engine = pytest.mark.one_engine  # the figures are asked in this folder; sealing has tests of its own


@pytest.fixture(autouse=True)
def here(monkeypatch):
    """The test database lies in memory, where the command line would not look for it."""
    monkeypatch.setattr(checks, "database_exists", lambda: True)


def told(capsys, run, **options) -> str:
    given = {"org": "DEMO-ZHEN", "year": 2025, "period": None, "json": False, "actor": None} | options
    assert run(SimpleNamespace(**given)) == 0
    return capsys.readouterr().out


def test_figures_are_a_list_for_other_programs(town, capsys):
    found = {row["code"]: row for row in json.loads(told(capsys, figures.run, json=True))}
    assert found["organising.members"] == {
        "code": "organising.members",
        "label": "会员总数",
        "unit": "人",
        "value": 1316,
        "numerator": 1316,
        "base": None,
        "entries": 1316,
        "rows": 0,
        "period": "2025年",
        "as_of": "2025-12-31",
    }
    rate = found["merit.womens_drive_rate"]
    assert (rate["value"], rate["numerator"], rate["base"]) == (95.5, 611, 640)
    assert found["safety.certified_rate"]["value"] == 95.0
    assert found["safety.serious_accidents"]["value"] == 0


def test_a_rate_has_one_decimal_and_what_is_unproven_is_null(town, capsys):
    text = told(capsys, figures.run, json=True, period="2026")
    found = {row["code"]: row["value"] for row in json.loads(text)}
    assert found["safety.serious_accidents"] is None
    assert '"value": 95.0' in told(capsys, figures.run, json=True)


def test_figures_of_another_period_are_asked_by_its_code(town, capsys):
    found = {row["code"]: row for row in json.loads(told(capsys, figures.run, json=True, period="2025Q1"))}
    assert found["organising.unions_formed"]["value"] == 1
    assert found["organising.unions_formed"]["period"] == "2025年第一季度"
    with pytest.raises(Refusal, match="看不懂的期间"):
        told(capsys, figures.run, period="今年")


def test_figures_are_a_table_for_people(town, capsys):
    text = told(capsys, figures.run)
    assert "95.5%" in text
    assert "1316" in text
    with pytest.raises(Refusal, match="没有代码为“NOWHERE”的组织"):
        told(capsys, figures.run, org="NOWHERE")


@one_engine
def test_the_demo_ends_with_a_sealed_summary_and_its_files(town, capsys):
    text = told(capsys, command.run, no_serve=True, port=8123)
    for shown in (
        "1756",
        "1316",
        "95.5%",
        "DEMO-ZHEN",
        "http://127.0.0.1:8123/reports/",
        "youju init --again",
    ):
        assert shown in text
    editions = list(Edition.objects.everywhere("x").order_by("recorded_at"))
    assert [(edition.version, edition.alone) for edition in editions] == [(1, False)] * 2
    writers = [edition.recorded_by.login_name for edition in editions]
    assert writers == ["zhen-fuzeren", "xiang-fuzeren"]
    endings = re.findall(r"（第1版）\.(docx|pdf|html)", text)
    assert endings == ["docx", "pdf", "html"] * 2


@one_engine
def test_running_the_demo_again_changes_nothing(town, sealed, capsys):
    before = summary.finish_all(), Passage.objects.everywhere("x").count()
    assert "演示数据已在，未作改动" in told(capsys, command.run, no_serve=True, port=8123)
    assert (summary.finish_all(), Passage.objects.everywhere("x").count()) == before


@one_engine
def test_the_summary_says_what_the_source_said(town, sealed):
    content = sealed[0].content
    for phrase in (
        "1756人",
        "18个",
        "320人",
        "36户",
        "18人",
        "231人次",
        "72人",
        "122人",
        "43人次",
        "646人次",
    ):
        assert phrase in content
    assert "存在" in content or "不足" in content
