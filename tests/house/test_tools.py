"""The tools that watch over the house, run as tests: format, lint, imports, migrations."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize(
    "tool",
    [
        ["-m", "ruff", "format", "--check", "--diff", "--quiet", "."],
        ["-m", "ruff", "check", "--quiet", "."],
        ["-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache"],
    ],
    ids=["format", "lint", "imports"],
)
def test_the_house_keeps(tool):
    run = subprocess.run(
        [sys.executable, *tool],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    assert run.returncode == 0, f"\n{run.stdout[-6000:]}{run.stderr[-2000:]}"


@pytest.mark.django_db
def test_every_change_of_a_model_has_its_migration():
    call_command("makemigrations", "--check", "--dry-run", verbosity=1)
