import pytest

from youju.base import vault
from youju.config import checks

pytestmark = pytest.mark.django_db


def test_a_whole_installation_has_no_obstacles():
    assert checks.obstacles() == []


def test_missing_keys_are_named(monkeypatch):
    def missing():
        raise vault.KeysMissing("缺少密钥：data.key")

    monkeypatch.setattr(vault, "load", missing)
    assert checks.obstacles() == ["缺少密钥：data.key"]


def test_a_database_behind_its_program_is_named(monkeypatch):
    monkeypatch.setattr(checks, "pending_migrations", lambda: ["records.0009_more"])
    (found,) = checks.obstacles()
    assert "youju backup" in found
    assert "youju migrate" in found


def test_missing_page_resources_are_named(settings, tmp_path):
    settings.PACKAGE = tmp_path
    (found,) = checks.obstacles()
    assert "static/vendor/.stamp" in found


def test_an_unguarded_table_is_an_obstacle(monkeypatch):
    monkeypatch.setattr(checks.engine, "unguarded_tables", lambda db: ["records_look"])
    (found,) = checks.obstacles()
    assert "records_look" in found


def test_missing_fonts_are_only_remarked(settings, tmp_path):
    settings.YOUJU_DOCFONTS = tmp_path
    (found,) = checks.remarks()
    assert "YOUJU_FONT_DIR" in found
    settings.YOUJU_FONT_DIR = tmp_path
    assert checks.remarks() == []


def test_debugging_is_remarked(settings):
    settings.DEBUG = True
    assert any("YOUJU_DEBUG" in remark for remark in checks.remarks())
