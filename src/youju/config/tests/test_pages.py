"""What every answer carries."""

import pytest
from django.contrib.auth.hashers import check_password, make_password
from django.db import DatabaseError, connection

from youju.config.passwords import BoundedArgon2


@pytest.mark.django_db
def test_the_health_page_says_one_word(client):
    answer = client.get("/health/")
    assert (answer.status_code, answer.content.decode()) == (200, "正常")
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.django_db
def test_the_health_page_notices_a_dead_database(client, monkeypatch):
    def gone():
        raise DatabaseError("connection to 10.0.0.1 refused")

    monkeypatch.setattr(connection, "cursor", gone)
    answer = client.get("/health/")
    assert answer.status_code == 503
    assert "10.0.0.1" not in answer.content.decode()


@pytest.mark.django_db
def test_browsers_are_told_to_run_nothing_inline(client):
    policy = client.get("/health/")["Content-Security-Policy"]
    assert "unsafe" not in policy
    for rule in ("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'", "base-uri 'self'"):
        assert rule in policy


@pytest.mark.django_db
def test_browsers_are_told_not_to_guess_frame_or_refer(client):
    answer = client.get("/health/")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"


def test_passwords_are_hashed_with_bounded_memory(monkeypatch, quick_passwords):
    for name, cost in quick_passwords.items():
        monkeypatch.setattr(BoundedArgon2, name, cost)
    encoded = make_password("一个很长的口令")
    assert encoded.startswith("argon2$argon2id$v=19$m=19456,t=3,p=1$")
    assert check_password("一个很长的口令", encoded)
    assert not check_password("一个很长的口号", encoded)
