"""Test set-up. The folders of the tests are temporary: a run never touches `./var` or its keys."""

import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest

FOLDER = Path(tempfile.mkdtemp(prefix="youju-test-"))
for name in [name for name in os.environ if name.startswith("YOUJU_") and not name.startswith("YOUJU_TEST_")]:
    del os.environ[name]  # what the developer's own office uses must not colour the tests
os.environ["YOUJU_HOME"] = str(FOLDER / "var")
os.environ["YOUJU_KEYS"] = str(FOLDER / "keys")
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # playwright's sync API holds an event loop
if sys.dont_write_bytecode:
    # Whoever wants no compiled files beside the sources gets none; but each of the many processes of a run
    # would compile all of Django again, so they share what the first one made, in the folder of the run.
    os.environ.setdefault("PYTHONPYCACHEPREFIX", str(FOLDER / "compiled"))
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.pycache_prefix, sys.dont_write_bytecode = os.environ["PYTHONPYCACHEPREFIX"], False

pytest_plugins = ["tests.engines", "tests.browser.chromium", "tests.provoking"]


@pytest.hookimpl(trylast=True)
def pytest_configure(config):
    config.pluginmanager.import_plugin("tests.cast")  # it needs Django, which is ready only now
    (FOLDER / "var" / "static").mkdir(parents=True)  # whitenoise warns of a missing one


def pytest_unconfigure():
    shutil.rmtree(FOLDER, ignore_errors=True)


@pytest.fixture(scope="session", autouse=True)
def keys():
    """Every test may seal, index, link and sign."""
    from youju.base import vault

    if shared := os.environ.get("YOUJU_TEST_SHARED"):  # what one engine sealed, the other one opens
        shutil.copytree(Path(shared) / "keys", os.environ["YOUJU_KEYS"], dirs_exist_ok=True)
    return vault.create_keys()


@pytest.fixture(scope="session", autouse=True)
def quick_passwords():
    """What slows down a thief would slow down every test that logs in; gives the cost in earnest."""
    from youju.config.passwords import BoundedArgon2

    quick = {"time_cost": 1, "memory_cost": 8}
    earnest = {name: getattr(BoundedArgon2, name) for name in quick}
    with pytest.MonkeyPatch.context() as patch:
        for name, cost in quick.items():
            patch.setattr(BoundedArgon2, name, cost)
        yield earnest


@pytest.fixture(autouse=True)
def _no_heads_of_other_tests(keys):
    """What a test commits is emptied after it; the heads it published beside the keys must go as well."""
    shutil.rmtree(keys / "heads", ignore_errors=True)


@pytest.fixture(scope="session")
def base_url():
    """Stands before the one of pytest-playwright, which warns under this pytest; journeys need none."""
