import os
import re
import subprocess
import sys

import pytest

from youju.base import vault
from youju.config import cli
from youju.config.console import Refusal

# Two words in a row, other than a command of ours.
ENGLISH = re.compile(r"(?<![-\w])(?!youju )[A-Za-z]{3,} [a-z]{3,}")


def said(capsys, *args):
    try:
        code = cli.main(list(args))
    except SystemExit as ending:
        code = ending.code
    out, err = capsys.readouterr()
    return code, out, err


@pytest.mark.parametrize("args", [[], ["--help"], ["-h"]])
def test_the_front_door_lists_our_verbs_and_no_other(capsys, args):
    code, out, _ = said(capsys, *args)
    assert code == 0
    assert all(f"  {verb} " in out for verb in cli.VERBS)
    assert "用法：" in out
    assert "选项：" in out
    assert "runserver" not in out


@pytest.mark.parametrize("verb", cli.VERBS)
def test_every_verb_explains_itself_in_chinese(capsys, verb):
    code, out, _ = said(capsys, verb, "--help")
    assert code == 0
    assert out.startswith(f"用法：youju {verb}")
    assert cli.VERBS[verb] in out
    assert ENGLISH.findall(out) == []


@pytest.mark.parametrize(
    ("args", "line"),
    [
        (["serv"], "youju：没有“serv”这个命令。用法见 youju --help\n"),
        (["--version"], "youju：没有“--version”这个命令。用法见 youju --help\n"),
        (["backup"], "youju：缺少参数：文件。用法见 youju backup --help\n"),
        (["serve", "--port", "x"], "youju：--port 的值 'x' 不对。用法见 youju serve --help\n"),
        (["serve", "--port"], "youju：--port 后面要写一个值。用法见 youju serve --help\n"),
        (["serve", "--por", "80"], "youju：不认识的参数：--por 80。用法见 youju serve --help\n"),
        (["doctor", "--force=1"], "youju：不认识的参数：--force=1。用法见 youju doctor --help\n"),
        (["restore", "a", "--force=1"], "youju：--force 后面不能写值 '1'。用法见 youju restore --help\n"),
    ],
)
def test_wrong_arguments_get_one_clear_line(capsys, args, line):
    assert said(capsys, *args) == (2, "", line)


@pytest.mark.parametrize("error", [Refusal, vault.KeysMissing])
def test_a_refusal_is_one_line_and_no_trace(capsys, monkeypatch, error):
    def refuse(options):
        raise error("端口已被占用")

    monkeypatch.setattr("youju.config.commands.doctor.run", refuse)
    assert said(capsys, "doctor") == (1, "", "youju：端口已被占用\n")


def test_ctrl_c_ends_quietly(capsys, monkeypatch):
    def interrupt(options):
        raise KeyboardInterrupt

    monkeypatch.setattr("youju.config.commands.doctor.run", interrupt)
    assert said(capsys, "doctor") == (130, "", "youju：已停止\n")


def test_what_a_verb_returns_is_the_exit_code(monkeypatch, capsys):
    monkeypatch.setattr("youju.config.commands.doctor.run", lambda options: 1)
    assert said(capsys, "doctor")[0] == 1


def test_django_s_own_commands_stay_within_reach(capsys):
    code, out, _ = said(capsys, "django", "check")
    assert code == 0
    assert "no issues" in out or "没有" in out or "未发现" in out


def test_django_s_own_help_stays_english(capsys):
    _, out, _ = said(capsys, "django", "check", "--help")
    assert "usage: " in out


def test_a_terminal_without_chinese_gets_marks_instead_of_a_trace(tmp_path):
    run = subprocess.run(
        [sys.executable, "-m", "youju.config.cli", "--help"],
        env=os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert b"youju" in run.stdout
