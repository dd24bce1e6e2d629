"""Promises about the shape of the code itself."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
SOURCE = ROOT / "src" / "youju"
TRACKED = [
    ROOT / name
    for name in subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    ).stdout.split("\0")
    if name
]
CODE = [file for file in sorted(ROOT.rglob("*.py")) if not {"migrations", ".venv", "dist"} & set(file.parts)]
PRODUCT = [file for file in CODE if SOURCE in file.parents and "tests" not in file.parts]
PAGES = [file for file in PRODUCT if file.relative_to(SOURCE).parts[0] in ("desk", "portal", "api")]


def name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("file", CODE, ids=name)
def test_files_and_functions_stay_short(file):
    source = file.read_text("utf-8")
    assert source.count("\n") <= 400
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno - node.lineno < 50, node.name


@pytest.mark.parametrize("file", PRODUCT, ids=name)
def test_nothing_happens_behind_the_reader_s_back(file):
    source = file.read_text("utf-8")
    for trick in (
        "@receiver",
        "def ready(",
        "post_save",
        "pre_save.",
        "post_delete",
        "pre_delete",
        "m2m_changed",
    ):
        assert trick not in source, f"{trick}: no signals and no work at import; say it where it happens"


@pytest.mark.parametrize("file", PAGES, ids=name)
def test_pages_reach_records_only_through_what_their_reader_may_see(file):
    source = file.read_text("utf-8")
    for way in (".objects", "._base_manager", ".everywhere("):
        assert way not in source, f"{way}: ask the ledger or the indicator"


@pytest.mark.parametrize("folder", ["core", "common", "utils", "helpers", "manager", "service"])
def test_no_folder_or_module_is_called_after_nothing(folder):
    assert not [file for file in PRODUCT if folder in (*file.parts, file.stem)]


def test_every_line_of_work_is_installed():
    from django.conf import settings

    lines = {f"youju.work.{app.parent.name}" for app in SOURCE.glob("work/*/apps.py")}
    assert lines == set(settings.LINES_OF_WORK)


# What a file that goes to other people must not carry: this machine's folders and mirrors.
MACHINE = re.compile(
    r"/work/(?:main|shared|\.library)|/root/|/home/(?!\.)\w+/|artifactory|://[\w.-]*(?:mirror|proxy|nexus)[\w.-]*/"
)


@pytest.mark.parametrize("file", TRACKED, ids=name)
def test_nothing_names_the_machine_it_was_made_on(file):
    if not file.is_file() or file == Path(__file__):
        return
    raw = file.read_bytes()
    found = None if b"\0" in raw else MACHINE.search(raw.decode("utf-8"))
    assert found is None, found


LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)\s#]+)")


@pytest.mark.parametrize("file", [file for file in TRACKED if file.suffix == ".md"], ids=name)
def test_every_link_of_a_document_leads_somewhere(file):
    for target in LINK.findall(file.read_text("utf-8")):
        assert (file.parent / target).exists(), target


def test_documents_and_code_are_found():
    """An empty list would let every test above pass."""
    assert len(CODE) > 20
    assert ROOT / "pyproject.toml" in TRACKED
