"""The clock of the writing door."""

from datetime import UTC, date, datetime, timedelta

import pytest

from youju.base import clock


def test_it_tells_the_time_with_a_zone():
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)


def test_it_can_be_set_for_the_length_of_a_block():
    moment = datetime(2025, 3, 8, 9, 0, tzinfo=UTC)
    with clock.at(moment):
        assert clock.now() == moment
        with clock.at(datetime(2025, 3, 9, tzinfo=UTC)):
            assert clock.today() == date(2025, 3, 9)
        assert clock.now() == moment
    assert clock.now() > moment


def test_it_runs_on_again_after_an_error():
    def fail():
        with clock.at(datetime(2025, 1, 1, tzinfo=UTC)):
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert clock.today() > date(2025, 1, 1)


def test_the_day_is_the_chinese_one():
    with clock.at(datetime(2025, 12, 31, 16, 0, tzinfo=UTC)):
        assert clock.today() == date(2026, 1, 1)
    with clock.at(datetime(2025, 12, 31, 15, 59, tzinfo=UTC)):
        assert clock.today() == date(2025, 12, 31)


def test_a_moment_without_a_zone_is_chinese():
    with clock.at(datetime(2025, 3, 8, 9, 0)):  # noqa: DTZ001
        assert clock.now().utcoffset() == timedelta(hours=8)
