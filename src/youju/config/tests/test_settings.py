import os
import runpy
import subprocess
import sys

import pytest

from youju.config import settings

PLAIN = {name: value for name, value in os.environ.items() if not name.startswith(("YOUJU_", "DJANGO_"))}


@pytest.fixture
def settings_of(tmp_path, monkeypatch):
    """The settings as an office would get them that sets just these variables."""

    def read(*names, **environment):
        for name in [name for name in os.environ if name.startswith("YOUJU_")]:
            monkeypatch.delenv(name)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        monkeypatch.chdir(tmp_path)
        found = runpy.run_path(settings.__file__)
        return {name: found[name] for name in names}

    return read


def test_keys_lie_beside_the_data_not_in_it(settings_of, tmp_path):
    found = settings_of("YOUJU_HOME", "YOUJU_KEYS")
    assert found == {"YOUJU_HOME": tmp_path / "var", "YOUJU_KEYS": tmp_path / "var-keys"}
    moved = settings_of("YOUJU_KEYS", YOUJU_HOME=str(tmp_path / "office"))
    assert moved == {"YOUJU_KEYS": tmp_path / "office-keys"}


def test_reading_settings_makes_nothing(settings_of, tmp_path):
    settings_of("SECRET_KEY", "DATABASES")
    assert list(tmp_path.iterdir()) == []


def test_without_an_address_only_this_machine_is_served(settings_of):
    found = settings_of("ALLOWED_HOSTS", "SESSION_COOKIE_SECURE", "SECURE_HSTS_SECONDS", "DEBUG")
    assert found == {
        "ALLOWED_HOSTS": ["localhost", "127.0.0.1", "[::1]"],
        "SESSION_COOKIE_SECURE": False,
        "SECURE_HSTS_SECONDS": 0,
        "DEBUG": False,
    }


def test_office_addresses_may_be_named(settings_of):
    hosts = settings_of("ALLOWED_HOSTS", YOUJU_HOSTS="192.168.1.5, office")["ALLOWED_HOSTS"]
    assert hosts[-2:] == ["192.168.1.5", "office"]


def test_an_https_address_makes_cookies_secure(settings_of):
    found = settings_of(
        "ALLOWED_HOSTS",
        "CSRF_TRUSTED_ORIGINS",
        "SESSION_COOKIE_SECURE",
        "CSRF_COOKIE_SECURE",
        "SECURE_HSTS_SECONDS",
        YOUJU_URL="https://gonghui.example.cn/",
    )
    assert "gonghui.example.cn" in found["ALLOWED_HOSTS"]
    assert found["CSRF_TRUSTED_ORIGINS"] == ["https://gonghui.example.cn"]
    assert found["SESSION_COOKIE_SECURE"] is found["CSRF_COOKIE_SECURE"] is True
    assert found["SECURE_HSTS_SECONDS"] >= 31_536_000


def test_a_database_address_replaces_sqlite(settings_of):
    found = settings_of("DATABASES", YOUJU_DATABASE_URL="postgresql://u@db/county")
    assert found["DATABASES"]["default"]["ENGINE"].endswith("postgresql")


def test_the_secret_key_is_that_of_the_keys_folder(settings_of, tmp_path):
    (tmp_path / "var-keys").mkdir()
    (tmp_path / "var-keys" / "django.key").write_text("ab" * 32 + "\n")
    assert settings_of("SECRET_KEY") == {"SECRET_KEY": "ab" * 32}


@pytest.mark.django_db
def test_deployment_check_is_clean(tmp_path):
    run = subprocess.run(
        [sys.executable, "-m", "youju.config.cli", "django", "check", "--deploy", "--fail-level", "WARNING"],
        env=PLAIN | {"YOUJU_URL": "https://gonghui.example.cn"},
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr
