"""A child that may die in our stead: every way it can end is told in Chinese, and leaves nothing."""

import os
import time

import pytest

from youju.records import sandbox
from youju.records.sandbox import Limits, ParseFailed

HERE = "youju.records.tests.victims"
posix = pytest.mark.skipif(os.name == "nt", reason="only time is bounded on Windows")


def failure(function: str, request: dict | None = None, **bounds) -> ParseFailed:
    with pytest.raises(ParseFailed) as failed:
        sandbox.run(f"{HERE}:{function}", request or {}, limits=Limits(**bounds))
    return failed.value


def test_what_the_function_returns_comes_back():
    assert sandbox.run(f"{HERE}:echo", {"姓名": ["王小明", 1]}) == {"姓名": ["王小明", 1]}


def test_files_written_in_the_workspace_are_there_for_the_caller_and_gone_afterwards():
    with sandbox.workspace() as folder:
        sandbox.run(f"{HERE}:write", {"megabytes": 1}, folder=folder)
        assert (folder / "written").stat().st_size == 1024 * 1024
    assert not folder.exists()


def test_a_reason_in_chinese_reaches_the_user_and_no_other_does():
    assert str(failure("refuse", {"text": "第3行没有姓名。"})) == "第3行没有姓名。"
    other = failure("refuse", {"text": "codec can't decode 320924"})
    assert "已损坏" in str(other)
    assert not other.crashed


@posix
def test_memory_is_bounded():
    failed = failure("hoard", memory_mb=300)
    assert "内存" in str(failed)
    assert failed.crashed


@posix
def test_processor_time_is_bounded():
    started = time.monotonic()
    failed = failure("spin", cpu_seconds=1, wall_seconds=20)
    assert "规定时间" in str(failed)
    assert time.monotonic() - started < 6


def test_waiting_is_bounded_too():
    started = time.monotonic()
    assert "规定时间" in str(failure("sleep", wall_seconds=1))
    assert time.monotonic() - started < 6


@posix
def test_what_it_writes_is_bounded():
    assert failure("write", {"megabytes": 3}, file_mb=2)


@posix
def test_the_bounds_are_hard_so_that_nothing_inside_can_lift_them():
    assert sandbox.run(f"{HERE}:bounds", {}, limits=Limits(cpu_seconds=7)) == [7, 7]


def test_a_crash_is_told():
    failed = failure("crash")
    assert "读取时出错" in str(failed)
    assert failed.crashed


def test_an_answer_beyond_the_bound_is_no_answer(monkeypatch):
    monkeypatch.setattr(sandbox, "MOST_RESULT", 100)
    assert failure("echo", {"x": "y" * 200}).crashed


def test_a_child_that_pretends_to_have_answered_earlier_is_not_believed(tmp_path):
    (tmp_path / "result.json").write_text('{"result": "old"}')
    with pytest.raises(ParseFailed):
        sandbox.run(f"{HERE}:crash", {}, folder=tmp_path)


def test_our_environment_does_not_reach_it(monkeypatch):
    monkeypatch.setenv("YOUJU_KEY_DATA", "secret")
    assert not [name for name in sandbox.run(f"{HERE}:environment", {}) if name.startswith("YOUJU")]


def test_the_child_starts_without_django_and_without_ours():
    assert sandbox.run(f"{HERE}:loaded", {}) == ["youju", "youju.records", "youju.records.tests", HERE]


def test_a_full_disk_is_not_blamed_on_the_file(monkeypatch):
    monkeypatch.setattr(sandbox, "ROOM", 10**18)
    assert "磁盘空间不足" in str(failure("crash"))
