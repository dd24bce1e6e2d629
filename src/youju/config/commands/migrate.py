from django.core.management import call_command

from youju.base import vault
from youju.config import checks
from youju.config.console import console, step
from youju.people import finding


def add_arguments(parser):
    pass


def run(options) -> int:
    if checks.database_exists():
        vault.load()  # migrating data without its keys could only do harm
    console.print(f"已升级 {count} 步" if (count := migrate()) else "数据库已是最新")
    return 0


def migrate() -> int:
    """Bring the database to this version, making it if need be; how many steps that took."""
    from django.conf import settings

    settings.YOUJU_HOME.mkdir(parents=True, exist_ok=True)
    with step("准备数据库"):
        if waiting := checks.pending_migrations():
            call_command("migrate", interactive=False, verbosity=0)
            finding.index_tails()
    return len(waiting)
