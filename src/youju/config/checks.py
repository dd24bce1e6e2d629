"""Is everything in place: keys, database, page resources. Asked before serving and by `youju doctor`."""

from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from youju.base import vault
from youju.records import engine


def obstacles() -> list[str]:
    """Why the site must not be started; each says what to do."""
    found = []
    try:
        vault.load()
    except vault.VaultError as error:
        found.append(str(error))
    try:
        if not database_exists():
            found.append("还没有数据库，请先运行 youju init（正式使用）或 youju demo（看演示）。")
        elif pending_migrations():
            found.append("数据库需要升级：请先用 youju backup 备份，再运行 youju migrate。")
        else:
            found += engine.problems()
    except DatabaseError as error:
        found.append(f"数据库无法访问：{str(error).strip().splitlines()[0]}")
    if not (Path(settings.PACKAGE) / "static" / "vendor" / ".stamp").is_file():
        found.append(
            "缺少页面资源 static/vendor/.stamp：请在源码目录运行 uv sync --reinstall-package youju。"
        )
    return found


def remarks() -> list[str]:
    """What works but should be known."""
    found = []
    if not any(settings.YOUJU_DOCFONTS.glob("*.ttf")) and not settings.YOUJU_FONT_DIR:
        found.append("没有公文字体，生成的 PDF 会缺字：请联网重新安装，或用 YOUJU_FONT_DIR 指定字体目录。")
    if settings.DEBUG:
        found.append("YOUJU_DEBUG=1 会在出错页面显示内部信息，正式使用时请去掉。")
    return found


def database_exists() -> bool:
    """Asked without opening it, since opening would make an empty one."""
    name = connection.settings_dict["NAME"]
    return connection.vendor != "sqlite" or Path(name).is_file()


def pending_migrations() -> list[str]:
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]
