"""Links that work once, guesses that are slowed down, log-ins that end by themselves."""

from datetime import datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from tests.makers import make_user

from youju.base import clock
from youju.org import accounts
from youju.org.models import Attempt, Invitation

pytestmark = pytest.mark.django_db
NOON = datetime(2025, 12, 31, 12, 0, tzinfo=clock.CHINA)
GOOD = "丰盛纸箱厂2025年"


@pytest.fixture
def user():
    with clock.at(NOON):
        yield make_user("wang", name="王经办")


def test_an_invitation_sets_the_password_once(user):
    token = accounts.create_invitation(user)
    assert accounts.invited(token) == user
    assert accounts.redeem(token, GOOD).check_password(GOOD)
    with pytest.raises(ValidationError, match="已失效或已用过"):
        accounts.redeem(token, "另一个很长的口令2025")
    user.refresh_from_db()
    assert user.check_password(GOOD)


def test_an_invitation_dies_after_a_day(user):
    token = accounts.create_invitation(user)
    with clock.at(NOON + timedelta(hours=24, seconds=1)):
        assert accounts.invited(token) is None


def test_a_new_invitation_ends_the_one_before(user):
    first, second = accounts.create_invitation(user), accounts.create_invitation(user)
    assert accounts.invited(first) is None
    assert accounts.invited(second) == user


def test_the_database_does_not_hold_the_token(user):
    token = accounts.create_invitation(user)
    assert token not in Invitation.objects.get(user=user).digest


@pytest.mark.parametrize("weak", ["short", "password123", "12345678901234"])
def test_a_weak_password_is_refused_and_leaves_the_link_alive(user, weak):
    token = accounts.create_invitation(user)
    with pytest.raises(ValidationError):
        accounts.redeem(token, weak)
    assert accounts.invited(token) == user


def test_an_account_that_is_switched_off_cannot_be_entered_by_link(user):
    token = accounts.create_invitation(user)
    user.is_active = False
    user.save()
    assert accounts.invited(token) is None


def test_five_wrong_passwords_hold_up_this_account_at_this_address_only(user):
    for _ in range(5):
        accounts.refuse_guessing("wang", "10.0.0.5")
        accounts.note_wrong("wang", "10.0.0.5")
    with pytest.raises(accounts.TooManyAttempts):
        accounts.refuse_guessing("WANG ", "10.0.0.5")
    accounts.refuse_guessing("li", "10.0.0.5")
    accounts.refuse_guessing("wang", "10.0.0.6")


def test_guessing_from_many_addresses_is_held_up_too(user):
    for place in range(accounts.MOST_ANYWHERE):
        accounts.note_wrong("wang", f"10.0.1.{place}")
    with pytest.raises(accounts.TooManyAttempts):
        accounts.refuse_guessing("wang", "10.9.9.9")
    accounts.refuse_guessing("li", "10.9.9.9")


def test_a_storm_of_guesses_holds_up_strangers_but_no_office_that_works_here(user, monkeypatch):
    monkeypatch.setattr(accounts, "MOST_TOGETHER", 3)
    accounts.begin(user, address="10.0.0.5", device="Chrome")
    for place in range(3):
        accounts.note_wrong(f"name{place}", "10.9.9.9")
    with pytest.raises(accounts.TooManyAttempts):
        accounts.refuse_guessing("wang", "10.9.9.8")
    accounts.refuse_guessing("wang", "10.0.0.5")


def test_waiting_helps_and_old_attempts_are_forgotten(user):
    for _ in range(5):
        accounts.note_wrong("wang", "10.0.0.5")
    with clock.at(NOON + timedelta(minutes=16)):
        accounts.refuse_guessing("wang", "10.0.0.5")
    with clock.at(NOON + timedelta(hours=2)):
        accounts.note_wrong("li", "10.0.0.5")
    assert Attempt.objects.count() == 1


def test_what_was_typed_as_a_login_name_is_not_kept_readable(user):
    accounts.note_wrong("my-secret-password", "10.0.0.5")
    assert "secret" not in Attempt.objects.get().subject


def test_the_right_password_clears_earlier_slips_at_this_place(user):
    for _ in range(5):
        accounts.note_wrong("wang", "10.0.0.5")
    accounts.note_right("wang", "10.0.0.5")
    accounts.refuse_guessing("wang", "10.0.0.5")


def test_a_log_in_ends_after_half_an_hour_without_use(user):
    row = accounts.begin(user, address="10.0.0.5", device="Chrome")
    with clock.at(NOON + timedelta(minutes=29)):
        assert accounts.still_open(user, str(row.pk)) == row
    with clock.at(NOON + timedelta(minutes=58)):
        assert accounts.still_open(user, str(row.pk)) == row
    with clock.at(NOON + timedelta(minutes=89)):
        assert accounts.still_open(user, str(row.pk)) is None


def test_a_log_in_ends_after_twelve_hours_of_steady_use(user):
    row = accounts.begin(user, address="10.0.0.5", device="Chrome")
    for minutes in range(0, 12 * 60, 20):
        with clock.at(NOON + timedelta(minutes=minutes)):
            assert accounts.still_open(user, str(row.pk)) == row
    with clock.at(NOON + timedelta(hours=12, seconds=1)):
        assert accounts.still_open(user, str(row.pk)) is None


def test_one_log_in_is_ended_and_the_others_go_on(user):
    old, present = (accounts.begin(user, address="10.0.0.5", device="手机") for _ in range(2))
    assert accounts.end(user, old.pk)
    assert not accounts.end(user, old.pk)
    assert accounts.still_open(user, str(old.pk)) is None
    assert accounts.still_open(user, str(present.pk)) == present


def test_nobody_ends_the_log_in_of_another(user):
    row = accounts.begin(user, address="10.0.0.5", device="手机")
    assert not accounts.end(make_user("li"), row.pk)
    assert accounts.still_open(user, "nonsense") is None
    assert accounts.still_open(user, None) is None


def test_a_new_password_by_link_ends_every_log_in(user):
    row = accounts.begin(user, address="10.0.0.5", device="手机")
    accounts.redeem(accounts.create_invitation(user), GOOD)
    assert accounts.still_open(user, str(row.pk)) is None
